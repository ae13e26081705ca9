//! 关怀: a quiet flag that somebody may need protection (条例 art. 6). Its reason is sealed; the officers of the case
//! see it and nobody else: no list, no export, no administrator, and the log says only that something was noted.

use super::show::read_event;
use crate::audit::{Act, enter};
use crate::case::Grip;
use crate::clock::to_local;
use crate::error::{Error, Result};
use crate::registry::Registry;
use crate::staff::{Officer, Right};
use crate::store::queries::cases::{CaseRow, EventRow};
use crate::store::queries::divorce_dates::{NoteRow, insert_note, notes};
use crate::store::{Tx, Write};
use crate::vault::new_id;
use chrono::{DateTime, NaiveDateTime, Utc};
use law::Lang;
use law::divorce_case::DivorceEvent;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Whether the flag is set, with everything that was noted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Care {
    pub set: bool,
    /// Oldest first.
    pub notes: Vec<CareNote>,
}

/// One note.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CareNote {
    pub at: NaiveDateTime,
    pub set: bool,
    pub reason: String,
}

impl Care {
    /// What to think of while the flag is set.
    pub fn prompts(&self) -> &'static [CarePrompt] {
        if self.set { &CarePrompt::ALL } else { &[] }
    }
}

/// What the flag asks of the officer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CarePrompt {
    QuestionSeparately,
    CallOnePerson,
    LeaveApart,
    NoJointCounselling,
    Report,
}

impl CarePrompt {
    pub const ALL: [Self; 5] = [
        Self::QuestionSeparately,
        Self::CallOnePerson,
        Self::LeaveApart,
        Self::NoJointCounselling,
        Self::Report,
    ];

    /// The line beside the shield.
    pub const fn title(self, lang: Lang) -> &'static str {
        match self {
            Self::QuestionSeparately => {
                lang.pick("分开询问，一位问完再叫另一位", "Question separately, one after the other")
            }
            Self::CallOnePerson => {
                lang.pick("需要时单独叫一位，只叫号", "Call one person alone, by number only")
            }
            Self::LeaveApart => {
                lang.pick("错开时间离开，先走的一位走远再放行", "Let them leave one after the other, well apart")
            }
            Self::NoJointCounselling => {
                lang.pick("不安排两位一起辅导", "No counselling of both together")
            }
            Self::Report => lang.pick(
                "疑似被拐卖、绑架的立即报 110；有家庭暴力或现实危险的劝阻并告知求助途径（条例第六条）",
                "Report suspected trafficking to 110; on violence or danger step in and tell where help is (art. 6)",
            ),
        }
    }
}

#[derive(Serialize, Deserialize)]
struct Sealed {
    set: bool,
    reason: String,
}

struct Note {
    grip: Grip,
    row: NoteRow,
    now: DateTime<Utc>,
}

impl Write for Note {
    type Out = ();

    async fn run(&self, tx: &mut Tx) -> Result<()> {
        self.grip.check(tx, self.row.officer, self.now).await?;
        insert_note(tx, &self.row).await?;
        let subject = format!("case:{}", self.grip.case);
        // The verb is that of the remarks for the review form: the log does not tell one from the other.
        let act = Act {
            at: self.now,
            officer: Some(self.row.officer),
            verb: "remarks_recorded",
            subject,
            stored: &self.row.sealed,
        };
        enter(tx, act).await
    }
}

impl Registry {
    /// Sets or takes back the flag, with a reason. Errors: `Invalid` without a reason, `Stale`, `HeldByOther`,
    /// `Forbidden`, `NotFound`.
    pub async fn set_care(&self, officer: &Officer, grip: Grip, set: bool, reason: &str) -> Result<()> {
        officer.may(Right::HandleCase)?;
        self.read_divorce(grip.case).await?;
        let reason = reason.trim();
        if reason.is_empty() || reason.chars().count() > 500 {
            return Err(Error::invalid("reason", "missing"));
        }
        let now = self.clock().now();
        let id = new_id(now)?;
        let sealed = Sealed { set, reason: reason.to_owned() };
        let row = NoteRow {
            id,
            case_id: grip.case,
            at: now,
            officer: officer.id,
            sealed: self.vault().seal_record("case_notes", id.as_bytes(), &sealed)?,
        };
        self.store().write(Note { grip, row, now }).await
    }

    /// What an officer of the case may see of it: who holds it now, or has done something in it.
    pub(super) async fn care_of(
        &self,
        officer: &Officer,
        row: &CaseRow,
        events: &[EventRow],
        holder: Option<Uuid>,
    ) -> Result<Option<Care>> {
        let rows = notes(&mut self.store().read().await?, row.id).await?;
        // Who moved dates for a whole list of cases has not become an officer of each.
        let acted = |row: &EventRow| {
            row.officer == officer.id && !matches!(read_event(row), Ok(DivorceEvent::DatesMoved { .. }))
        };
        let of_the_case = holder == Some(officer.id)
            || events.iter().any(acted)
            || rows.iter().any(|note| note.officer == officer.id);
        if !of_the_case {
            return Ok(None);
        }
        let mut care = Care::default();
        for note in rows {
            let sealed: Sealed = self.vault().open_record("case_notes", note.id.as_bytes(), &note.sealed)?;
            care.set = sealed.set;
            care.notes.push(CareNote { at: to_local(note.at), set: sealed.set, reason: sealed.reason });
        }
        Ok(Some(care))
    }
}

//! The archive was searched and the result told; or nothing was searched, and why.

use super::show::fold_rows;
use crate::audit::{Act, enter};
use crate::case::{COUNTER, Grip, LEASE};
use crate::error::{Error, Fault, Result};
use crate::registry::Registry;
use crate::staff::{Officer, Right};
use crate::store::queries::cases::{EventRow, events, insert_event, set_state};
use crate::store::queries::office::raise_topic;
use crate::store::queries::records::{AnswerRow, insert_answer};
use crate::store::{Tx, Write};
use chrono::{DateTime, Datelike, Utc};
use law::archive::ArchiveNo;
use law::records_case::{Answer, End, LeftReason, RecordsEvent, RecordsState, apply};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// An answer as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct RawAnswer {
    /// `found` or `not_found`.
    pub found: String,
    /// File numbers, several with 、 between.
    pub files: String,
    pub copies: String,
    pub statements: String,
}

struct Advance {
    grip: Grip,
    officer: Uuid,
    now: DateTime<Utc>,
    event: RecordsEvent,
}

impl Write for Advance {
    type Out = ();

    async fn run(&self, tx: &mut Tx) -> Result<()> {
        self.grip.check(tx, self.officer, self.now).await?;
        let rows = events(tx, self.grip.case).await?;
        let after =
            apply(&fold_rows(&rows)?, &self.event).map_err(|fault| Error::IllegalMove(fault.code()))?;
        let verb = self.event.kind().as_str();
        let row = EventRow {
            seq: rows.last().map_or(1, |last| last.seq + 1),
            at: self.now,
            officer: self.officer,
            event: serde_json::to_string(&self.event).map_err(Error::inconsistent)?,
        };
        insert_event(tx, self.grip.case, verb, &row).await?;
        if let Some(End::Answered(answer)) = after.end() {
            insert_answer(tx, &self.counted(answer, &after)?).await?;
        }
        set_state(tx, self.grip.case, state_name(&after), self.now + LEASE).await?;
        raise_topic(tx, COUNTER).await?;
        let subject = format!("case:{}", self.grip.case);
        let (officer, stored) = (Some(self.officer), row.event.as_bytes());
        enter(tx, Act { at: self.now, officer, verb, subject, stored }).await
    }
}

impl Advance {
    fn counted(&self, answer: &Answer, state: &RecordsState) -> Result<AnswerRow> {
        let on = state.opening().ok_or_else(|| Error::inconsistent("an answer without opening"))?.on;
        Ok(AnswerRow {
            case_id: self.grip.case,
            act_date: on,
            act_month: i64::from(on.year()) * 100 + i64::from(on.month()),
            found: answer.is_found(),
            copies: i64::from(answer.copies),
            statements: i64::from(answer.statements),
            answered_at: self.now,
            officer: self.officer,
        })
    }
}

/// The state's word in lists.
fn state_name(state: &RecordsState) -> &'static str {
    match state.end() {
        Some(End::Answered(_)) => "answered",
        Some(End::Left(_)) => "left",
        None => "open",
    }
}

impl Registry {
    /// Writes down what was found and handed over; from then on it is counted.
    ///
    /// Errors: `Invalid` (`found`, `files`, `copies`, `statements`), `IllegalMove` with what comes first, `Stale`,
    /// `HeldByOther`, `Forbidden`.
    pub async fn answer_records(&self, officer: &Officer, grip: Grip, raw: &RawAnswer) -> Result<()> {
        officer.may(Right::HandleCase)?;
        self.read_records(grip.case).await?;
        let event = RecordsEvent::Answered { answer: read(raw)? };
        self.store().write(Advance { grip, officer: officer.id, now: self.clock().now(), event }).await
    }

    /// Nothing was searched. Errors: `Invalid` without a reason, else as [`Registry::answer_records`].
    pub async fn leave_records(&self, officer: &Officer, grip: Grip, why: &str) -> Result<()> {
        officer.may(Right::HandleCase)?;
        self.read_records(grip.case).await?;
        let why = LeftReason::parse(why).ok_or_else(|| Error::invalid("why", "missing"))?;
        let event = RecordsEvent::Left { why };
        self.store().write(Advance { grip, officer: officer.id, now: self.clock().now(), event }).await
    }
}

fn read(raw: &RawAnswer) -> Result<Answer> {
    let mut faults = Vec::new();
    let files = match raw.found.as_str() {
        "found" => ArchiveNo::parse_list(&raw.files)
            .map_err(|wrong| faults.push(Fault::new("files", wrong.code())))
            .unwrap_or_default(),
        "not_found" => Vec::new(),
        _ => {
            faults.push(Fault::new("found", "missing"));
            Vec::new()
        }
    };
    let mut papers = |field: &str, typed: &str| match typed.trim() {
        "" => 0,
        digits => digits.parse().unwrap_or_else(|_| {
            faults.push(Fault::new(field, "not_a_number"));
            0
        }),
    };
    let (copies, statements) = (papers("copies", &raw.copies), papers("statements", &raw.statements));
    if faults.is_empty() { Ok(Answer { files, copies, statements }) } else { Err(Error::Invalid(faults)) }
}

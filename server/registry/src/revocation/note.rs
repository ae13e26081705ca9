//! A supervisor notes on a registration that it was revoked, or what a court has decided.

use super::look_up::{registered, require_anothers};
use super::read::StoredNote;
use crate::audit::{Act, enter};
use crate::error::{Error, Fault, Result};
use crate::registry::Registry;
use crate::staff::{Officer, Right};
use crate::store::queries::notes::{NoteRow, by_id, insert};
use crate::store::queries::papers;
use crate::store::{Tx, Write};
use crate::vault::new_id;
use chrono::{Datelike, NaiveDate};
use law::archive::ArchiveNo;
use law::registration_note::NoteKind;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A note as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct RawNote {
    pub kind: String,
    /// `YYYY-MM-DD`: of the bureau's decision, or of the judgment.
    pub decided_on: String,
    /// The court; empty for the bureau's own decision.
    pub court: String,
    /// Case number of the judgment, or number of the decision (商民撤〔2026〕1号).
    pub document_no: String,
    /// What it rests on: findings, 司法建议书, 检察建议书, whether the judgment is in force.
    pub basis: String,
    /// Under which number the papers lie in the archive of 撤销婚姻类.
    pub archive_no: String,
    pub reason: String,
}

/// Our own paper on a registration whose code tells whether it still stands.
const SLIP: &str = "issuing-slip";

struct Enter {
    row: NoteRow,
    kind: NoteKind,
    officer: Officer,
}

impl Write for Enter {
    type Out = ();

    async fn run(&self, tx: &mut Tx) -> Result<()> {
        let known = by_id(tx, self.row.act_id).await?.ok_or(Error::NotFound)?;
        let registered = registered(&known.act)?;
        require_anothers(&self.officer, &known)?;
        if !self.kind.fits(registered) {
            return Err(Error::invalid("kind", "not_for_this"));
        }
        // While the certificates have not been handed over, the entry can still be struck.
        if known.case_state.as_deref() == Some("registered") {
            return Err(Error::IllegalMove("not_issued"));
        }
        if self.row.decided_on < known.act_date {
            return Err(Error::invalid("decided_on", "before_registration"));
        }
        if !insert(tx, &self.row).await? {
            return Err(Error::IllegalMove("already_noted"));
        }
        // Decision 9: a divorce paper's answer is the same before and after any event.
        if let Some(case) = known.case_id.filter(|_| registered.tells_the_public()) {
            let (at, officer) = (self.row.noted_at, Some(self.officer.id));
            papers::end(tx, case, SLIP, "withdrawn", at, officer, self.kind.as_str()).await?;
        }
        let subject = format!("act:{}", known.id);
        let (officer, stored) = (Some(self.officer.id), self.row.sealed.as_slice());
        enter(tx, Act { at: self.row.noted_at, officer, verb: "registration_noted", subject, stored }).await
    }
}

impl Registry {
    /// Notes on a registration that it was revoked or ended by a court. The entry keeps everything and says so.
    ///
    /// Errors: `Invalid` with each field's fault, `IllegalMove` with `already_noted` or `not_issued`, `Forbidden`,
    /// `NotFound`.
    pub async fn note_registration(&self, officer: &Officer, id: Uuid, raw: &RawNote) -> Result<()> {
        officer.may(Right::NoteRegistration)?;
        let (today, now) = (self.clock().today(), self.clock().now());
        let (kind, decided_on, stored) = read(raw, today)?;
        // Our own decision counts on its day; a judgment on the day that it reached the register.
        let act_date = if kind.is_courts() { today } else { decided_on };
        let note = new_id(now)?;
        let row = NoteRow {
            id: note,
            act_id: id,
            kind: kind.as_str().to_owned(),
            decided_on,
            act_date,
            act_month: i64::from(act_date.year()) * 100 + i64::from(act_date.month()),
            noted_at: now,
            officer: officer.id,
            sealed: self.vault().seal_record("registration_notes", note.as_bytes(), &stored)?,
        };
        self.store().write(Enter { row, kind, officer: officer.clone() }).await
    }
}

fn read(raw: &RawNote, today: NaiveDate) -> Result<(NoteKind, NaiveDate, StoredNote)> {
    let mut faults = Vec::new();
    let mut fault = |field: &str, code: &str| faults.push(Fault::new(field, code));
    let kind = NoteKind::parse(&raw.kind);
    if kind.is_none() {
        fault("kind", "missing");
    }
    let decided_on = match NaiveDate::parse_from_str(raw.decided_on.trim(), "%Y-%m-%d") {
        Ok(day) if day > today => {
            fault("decided_on", "future_date");
            None
        }
        Ok(day) => Some(day),
        Err(_) => {
            fault("decided_on", "bad_date");
            None
        }
    };
    let archive_no =
        ArchiveNo::parse(&raw.archive_no).map_err(|wrong| fault("archive_no", wrong.code())).ok();
    let mut text = |field: &str, typed: &str, longest: usize, required: bool| {
        let text = typed.trim();
        if text.is_empty() && required {
            fault(field, "missing");
        } else if text.chars().count() > longest || text.chars().any(|c| c.is_control() && c != '\n') {
            fault(field, "too_long");
        }
        text.to_owned()
    };
    let court = text("court", &raw.court, 60, kind.is_some_and(NoteKind::is_courts));
    let document_no = text("document_no", &raw.document_no, 60, true);
    let basis = text("basis", &raw.basis, 200, false);
    let reason = text("reason", &raw.reason, 200, true);
    match (kind, decided_on, archive_no) {
        (Some(kind), Some(decided_on), Some(archive_no)) if faults.is_empty() => {
            let court = if kind.is_courts() { court } else { String::new() };
            Ok((kind, decided_on, StoredNote { court, document_no, basis, archive_no, reason }))
        }
        _ => Err(Error::Invalid(faults)),
    }
}

//! Receipt dates more than fifteen days from ours: the officer asks, another with a supervisor's right confirms.

use super::dates::TypedDates;
use crate::audit::{Act, enter};
use crate::case::{COUNTER, Grip};
use crate::clock::to_local;
use crate::error::{Error, Result};
use crate::registry::Registry;
use crate::staff::{Officer, Right};
use crate::store::queries::divorce_dates::{ConfirmationRow, ask_confirmation, confirm};
use crate::store::queries::office::raise_topic;
use crate::store::{Tx, Write};
use chrono::{DateTime, NaiveDateTime, Utc};
use uuid::Uuid;

/// Receipt dates that a supervisor was asked to confirm, and what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DatesConfirmation {
    pub typed: TypedDates,
    /// Who asked, and when.
    pub asked: (Uuid, String, NaiveDateTime),
    /// Who confirmed, when and why.
    pub confirmed: Option<(String, NaiveDateTime, String)>,
}

impl DatesConfirmation {
    pub(super) fn new(row: ConfirmationRow, name: impl Fn(Uuid) -> String) -> Self {
        let confirmed = row.confirmed_by.zip(row.confirmed_at);
        Self {
            typed: TypedDates { cooling_off_last: row.cooling_off_last, issuance_last: row.issuance_last },
            asked: (row.asked_by, name(row.asked_by), to_local(row.asked_at)),
            confirmed: confirmed.map(|(by, at)| (name(by), to_local(at), row.reason)),
        }
    }
}

struct Ask {
    grip: Grip,
    row: ConfirmationRow,
}

impl Write for Ask {
    type Out = ();

    async fn run(&self, tx: &mut Tx) -> Result<()> {
        self.grip.check(tx, self.row.asked_by, self.row.asked_at).await?;
        ask_confirmation(tx, &self.row).await?;
        raise_topic(tx, COUNTER).await?;
        log(tx, self.row.asked_at, self.row.asked_by, "dates_confirmation_asked", &self.row).await
    }
}

struct Confirm {
    row: ConfirmationRow,
    by: Uuid,
    at: DateTime<Utc>,
    reason: String,
}

impl Write for Confirm {
    type Out = ();

    async fn run(&self, tx: &mut Tx) -> Result<()> {
        if !confirm(tx, &self.row, self.by, self.at, &self.reason).await? {
            return Err(Error::NotFound);
        }
        raise_topic(tx, COUNTER).await?;
        log(tx, self.at, self.by, "dates_confirmed", &self.row).await
    }
}

async fn log(tx: &mut Tx, at: DateTime<Utc>, by: Uuid, verb: &str, row: &ConfirmationRow) -> Result<()> {
    let subject = format!("case:{}", row.case_id);
    let stored = format!("{} {}", row.cooling_off_last, row.issuance_last);
    enter(tx, Act { at, officer: Some(by), verb, subject, stored: stored.as_bytes() }).await
}

impl Registry {
    /// Asks a supervisor to confirm dates as they stand on the receipt.
    ///
    /// Errors: `Invalid` for dates that can't be, `IllegalMove` with `not_opened`, `Stale`, `HeldByOther`, `Forbidden`.
    pub async fn ask_for_dates(&self, officer: &Officer, grip: Grip, typed: TypedDates) -> Result<()> {
        officer.may(Right::HandleCase)?;
        let case = self.read_divorce(grip.case).await?;
        let opening = case.state.opening().ok_or(Error::IllegalMove("not_opened"))?;
        self.counting().await?.typed(opening.on, typed)?;
        let row = self.asked(grip.case, typed, officer.id);
        self.store().write(Ask { grip, row }).await
    }

    /// Confirms what a colleague asked; nobody confirms what they asked themselves.
    ///
    /// Errors: `Forbidden`, `Invalid` without a reason, `NotFound` where nothing waits.
    pub async fn confirm_dates(
        &self,
        supervisor: &Officer,
        case: Uuid,
        typed: TypedDates,
        reason: &str,
    ) -> Result<()> {
        supervisor.may(Right::TakeOverCase)?;
        let reason = reason.trim().to_owned();
        if reason.is_empty() {
            return Err(Error::invalid("reason", "missing"));
        }
        let known = super::board::waiting_of(self, case).await?;
        let asked = known.iter().find(|row| {
            row.cooling_off_last == typed.cooling_off_last && row.issuance_last == typed.issuance_last
        });
        let asked = asked.ok_or(Error::NotFound)?;
        if asked.asked_by == supervisor.id {
            return Err(Error::Forbidden("own_request"));
        }
        let at = self.clock().now();
        self.store().write(Confirm { row: asked.clone(), by: supervisor.id, at, reason }).await
    }

    fn asked(&self, case_id: Uuid, typed: TypedDates, asked_by: Uuid) -> ConfirmationRow {
        ConfirmationRow {
            case_id,
            cooling_off_last: typed.cooling_off_last,
            issuance_last: typed.issuance_last,
            asked_by,
            asked_at: self.clock().now(),
            confirmed_by: None,
            confirmed_at: None,
            reason: String::new(),
        }
    }
}

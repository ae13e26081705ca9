//! 视为撤回 is written down: what the calendar has made true by itself, once for each case.

use crate::audit::{Act, enter};
use crate::error::{Error, Result};
use crate::registry::Registry;
use crate::store::queries::register as queries;
use crate::store::{Tx, Write};
use chrono::{DateTime, NaiveDate, Utc};

/// What a run wrote down.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Lapsed {
    /// Lapses written down now.
    pub written: u64,
    /// Lapses that an act entered late has shown never to have been, taken back now.
    pub taken_back: u64,
}

/// How many are written in one short transaction.
const AT_ONCE: i64 = 500;

/// 条例 16: an application without an ending after its last day counts as withdrawn.
struct Lapse {
    /// The first step of a run also takes back what was written too early.
    first: bool,
    today: NaiveDate,
    now: DateTime<Utc>,
}

impl Write for Lapse {
    type Out = Lapsed;

    async fn run(&self, tx: &mut Tx) -> Result<Lapsed> {
        let taken_back = if self.first { queries::take_back_lapses(tx).await? } else { 0 };
        let overdue = queries::unwritten_lapses(tx, self.today, AT_ONCE).await?;
        let mut stored = Vec::with_capacity(overdue.len() * 16);
        for case in &overdue {
            let on = case
                .issuance_last
                .succ_opt()
                .ok_or_else(|| Error::inconsistent("a last day out of range"))?;
            queries::write_lapse(tx, case.id, on, self.now).await?;
            stored.extend_from_slice(case.id.as_bytes());
        }
        let written = overdue.len() as u64;
        if written + taken_back > 0 {
            let subject = format!("lapses:{}", self.today);
            enter(tx, Act { at: self.now, officer: None, verb: "lapses_written", subject, stored: &stored })
                .await?;
        }
        Ok(Lapsed { written, taken_back })
    }
}

impl Registry {
    /// Writes down every lapse up to today that is not written yet. Running it again changes nothing.
    pub async fn write_lapses(&self) -> Result<Lapsed> {
        let mut all = Lapsed::default();
        let mut first = true;
        loop {
            let lapse = Lapse { first, today: self.clock().today(), now: self.clock().now() };
            first = false;
            let some = self.store().write(lapse).await?;
            all.written += some.written;
            all.taken_back += some.taken_back;
            if some.written < AT_ONCE.unsigned_abs() {
                return Ok(all);
            }
        }
    }
}

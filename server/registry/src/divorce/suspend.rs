//! A supervisor names days on which nothing lapses (outage, disaster): whose last day it was gets the next working day.

use super::board::{BoardLine, lines};
use super::dates::Counting;
use super::recompute::move_to;
use crate::audit::{Act, enter};
use crate::error::{Error, Result};
use crate::registry::Registry;
use crate::staff::{Officer, Right};
use crate::store::queries::divorce::open_with_last_day;
use crate::store::queries::divorce_dates::{SuspensionRow, insert_suspension, suspensions};
use crate::store::{Tx, Write};
use chrono::{Days, NaiveDate};
use law::calendar::Calendar;
use law::divorce_case::MoveReason;
use uuid::Uuid;

/// A day on which nothing lapses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suspension {
    pub date: NaiveDate,
    pub reason: String,
    pub set_by: Uuid,
}

/// An outage is named within this many days, not remembered after a month.
const LONG_AGO: Days = Days::new(14);

struct Suspend {
    rows: Vec<SuspensionRow>,
    calendar: Calendar,
    officer: Uuid,
}

impl Write for Suspend {
    type Out = u64;

    async fn run(&self, tx: &mut Tx) -> Result<u64> {
        for row in &self.rows {
            if !insert_suspension(tx, row).await? {
                return Err(Error::invalid("dates", "already_named"));
            }
        }
        let counting =
            Counting { calendar: self.calendar.clone(), suspended: super::dates::suspended(tx).await? };
        let (mut moved, mut log) = (0, Vec::new());
        for day in &self.rows {
            for row in open_with_last_day(tx, day.date).await? {
                if row.has_ended() {
                    continue;
                }
                let dates = counting.extended(row.dates()?);
                let why = MoveReason::Suspension;
                log.extend(move_to(tx, &row, dates, why, Some(self.officer), day.set_at).await?);
                moved += 1;
            }
        }
        for entry in &log {
            entry.log(tx).await?;
        }
        for row in &self.rows {
            let (subject, stored) = (format!("lapse_suspension:{}", row.date), row.reason.as_bytes());
            let officer = Some(self.officer);
            enter(tx, Act { at: row.set_at, officer, verb: "lapse_suspended", subject, stored }).await?;
        }
        Ok(moved)
    }
}

impl Registry {
    /// Names days on which nothing lapses; how many applications got a later last day. Works after the fact, too: a
    /// lapse written down meanwhile is taken back.
    ///
    /// Errors: `Forbidden`; `Invalid` (`dates missing`, `dates long_ago`, `dates already_named`, `reason missing`).
    pub async fn suspend_lapse(&self, officer: &Officer, dates: &[NaiveDate], reason: &str) -> Result<u64> {
        officer.may(Right::TakeOverCase)?;
        let reason = reason.trim();
        if reason.is_empty() {
            return Err(Error::invalid("reason", "missing"));
        }
        if dates.is_empty() {
            return Err(Error::invalid("dates", "missing"));
        }
        let (today, now) = (self.clock().today(), self.clock().now());
        if dates.iter().any(|date| date.checked_add_days(LONG_AGO).is_none_or(|until| until < today)) {
            return Err(Error::invalid("dates", "long_ago"));
        }
        let rows = dates.iter().map(|date| SuspensionRow {
            date: *date,
            reason: reason.to_owned(),
            set_by: officer.id,
            set_at: now,
        });
        let calendar = self.opening().await?.calendar.clone();
        let suspend = Suspend { rows: rows.collect(), calendar, officer: officer.id };
        self.store().write(suspend).await
    }

    /// Whose last day to register is one of these: what naming them would move. Errors: `Forbidden`.
    pub async fn applications_ending_on(
        &self,
        officer: &Officer,
        dates: &[NaiveDate],
    ) -> Result<Vec<BoardLine>> {
        officer.may(Right::SeeCases)?;
        let mut tx = self.store().read().await?;
        let mut found = Vec::new();
        for date in dates {
            found.extend(open_with_last_day(&mut tx, *date).await?);
        }
        lines(&found, |row| !row.has_ended())
    }

    /// The days named so far. Errors: `Forbidden`.
    pub async fn lapse_suspensions(&self, officer: &Officer) -> Result<Vec<Suspension>> {
        officer.may(Right::SeeCases)?;
        let rows = suspensions(&mut self.store().read().await?).await?;
        let read = |row: SuspensionRow| Suspension { date: row.date, reason: row.reason, set_by: row.set_by };
        Ok(rows.into_iter().map(read).collect())
    }
}

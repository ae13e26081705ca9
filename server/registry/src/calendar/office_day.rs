//! The office closes on a working day, or opens on a day of rest. It moves what can be booked, never the law.

use crate::audit::{Act, enter};
use crate::error::{Error, Result};
use crate::registry::{OPENING, OfficeDay, Registry};
use crate::staff::{Officer, Right};
use crate::store::queries::office::{OfficeDayRow, put_office_day, raise_topic, remove_office_day};
use crate::store::{Tx, Write};
use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

struct Set {
    date: NaiveDate,
    /// `None` goes back to the national calendar.
    day: Option<OfficeDayRow>,
    at: DateTime<Utc>,
    by: Option<Uuid>,
}

impl Write for Set {
    type Out = ();

    async fn run(&self, tx: &mut Tx) -> Result<()> {
        let stored = match &self.day {
            Some(day) => {
                put_office_day(tx, day, self.by, self.at).await?;
                format!("{} {}", day.kind, day.reason)
            }
            None if remove_office_day(tx, self.date).await? => String::new(),
            None => return Err(Error::NotFound),
        };
        raise_topic(tx, OPENING).await?;
        let subject = format!("office_day:{}", self.date);
        enter(
            tx,
            Act { at: self.at, officer: self.by, verb: "office_day_set", subject, stored: stored.as_bytes() },
        )
        .await
    }
}

impl Registry {
    /// Closes or opens the office on a day with a reason that is shown to the public, or takes that back with `None`.
    /// Bookings already made stand; whoever closes a day calls those people.
    ///
    /// Errors: `Forbidden`; `Invalid` for a day gone by or a missing reason; `NotFound` when there is nothing to take back.
    pub async fn set_office_day(&self, by: &Officer, date: NaiveDate, day: Option<OfficeDay>) -> Result<()> {
        by.may(Right::ManageOffice)?;
        if date < self.clock().today() {
            return Err(Error::invalid("date", "past"));
        }
        let day = day.map(|day| match day {
            OfficeDay::Closed(reason) => ("closed", reason),
            OfficeDay::Open(reason) => ("open", reason),
        });
        let day = day.map(|(kind, reason)| OfficeDayRow {
            date,
            kind: kind.into(),
            reason: reason.trim().to_owned(),
        });
        if day.as_ref().is_some_and(|day| day.reason.is_empty()) {
            return Err(Error::invalid("reason", "missing"));
        }
        self.store().write(Set { date, day, at: self.clock().now(), by: Some(by.id) }).await?;
        self.reread_opening().await.map(|_| ())
    }
}

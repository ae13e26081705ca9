//! A newly published national schedule takes the place of that year's old one.

use crate::audit::{Act, enter};
use crate::divorce::Recompute;
use crate::error::{Error, Result};
use crate::registry::{OPENING, Registry};
use crate::staff::{Officer, Right};
use crate::store::queries::office::{NationalDayRow, insert_national_day, raise_topic, remove_schedule};
use crate::store::{Tx, Write};
use chrono::{DateTime, Utc};
use law::calendar::YearSchedule;
use uuid::Uuid;

struct Import {
    year: i64,
    days: Vec<NationalDayRow>,
    at: DateTime<Utc>,
    by: Option<Uuid>,
    /// Open divorce applications go by the new days from the same moment on.
    recompute: Recompute,
}

impl Write for Import {
    type Out = ();

    async fn run(&self, tx: &mut Tx) -> Result<()> {
        remove_schedule(tx, self.year).await?;
        for day in &self.days {
            insert_national_day(tx, day).await?;
        }
        raise_topic(tx, OPENING).await?;
        for moved in self.recompute.run(tx).await? {
            moved.log(tx).await?;
        }
        let stored = format!("{} days", self.days.len());
        let subject = format!("calendar:{}", self.year);
        enter(
            tx,
            Act {
                at: self.at,
                officer: self.by,
                verb: "calendar_imported",
                subject,
                stored: stored.as_bytes(),
            },
        )
        .await
    }
}

impl Registry {
    /// Replaces one year's national schedule; `by` is `None` for the command on the machine itself.
    ///
    /// Errors: `Forbidden`; `Invalid` with the calendar fault's code where the schedule can't be right.
    pub async fn import_schedule(&self, by: Option<&Officer>, schedule: &YearSchedule) -> Result<()> {
        if let Some(officer) = by {
            officer.may(Right::ManageOffice)?;
        }
        let opening = self.opening().await?;
        let calendar = opening
            .calendar
            .with_schedule(schedule)
            .map_err(|fault| Error::invalid("schedule", fault.code()))?;
        let days =
            calendar.days().filter(|day| day.schedule_year == schedule.year).map(|day| NationalDayRow {
                date: day.date,
                schedule_year: i64::from(day.schedule_year),
                off: day.off,
                holiday: day.holiday.map(|name| name.as_str().to_owned()),
            });
        let import = Import {
            year: i64::from(schedule.year),
            days: days.collect(),
            at: self.clock().now(),
            by: by.map(|officer| officer.id),
            recompute: Recompute {
                before: opening.calendar.clone(),
                after: calendar.clone(),
                today: self.clock().today(),
                now: self.clock().now(),
                by: by.map(|officer| officer.id),
            },
        };
        self.store().write(import).await?;
        self.reread_opening().await.map(|_| ())
    }
}

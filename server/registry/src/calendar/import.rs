//! A newly published national schedule takes the place of that year's old one.

use super::read::with_schedule;
use crate::audit::{Act, enter};
use crate::divorce::Recompute;
use crate::error::Result;
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

/// What an import did to the open divorce applications.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ScheduleImported {
    pub moved: usize,
    /// Typed from the receipt, or an end that was not moved into the past.
    pub to_check: usize,
}

impl Write for Import {
    type Out = ScheduleImported;

    async fn run(&self, tx: &mut Tx) -> Result<ScheduleImported> {
        remove_schedule(tx, self.year).await?;
        for day in &self.days {
            insert_national_day(tx, day).await?;
        }
        raise_topic(tx, OPENING).await?;
        let done = self.recompute.run(tx).await?;
        for moved in &done.log {
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
        .await?;
        Ok(ScheduleImported { moved: done.moved, to_check: done.to_check })
    }
}

impl Registry {
    /// Replaces one year's national schedule; `by` is `None` for the command on the machine itself.
    ///
    /// Errors: `Forbidden`; `Invalid` with the calendar fault's code where the schedule can't be right.
    pub async fn import_schedule(
        &self,
        by: Option<&Officer>,
        schedule: &YearSchedule,
    ) -> Result<ScheduleImported> {
        if let Some(officer) = by {
            officer.may(Right::ManageOffice)?;
        }
        let opening = self.opening().await?;
        let calendar = with_schedule(&opening.calendar, schedule, self.clock().today())?;
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
        let done = self.store().write(import).await?;
        self.reread_opening().await?;
        Ok(done)
    }
}

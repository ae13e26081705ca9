//! Which days are worked: the national schedule, and the office's own closures and openings.

mod import;
mod office_day;
mod plan;
mod read;
mod week;

pub use import::ScheduleImported;
pub use plan::{ChangedDay, PlannedMove, SchedulePlan};
pub use read::{KnownYear, read_schedule};
pub use week::WeekDay;

use crate::error::{Error, Result};
use crate::store::queries::office::NationalDayRow;
use law::calendar::{Calendar, CalendarDay, HolidayName};

/// The calendar as stored: the schedules that came with the program, each year replaced by one imported later.
pub(crate) fn from_rows(rows: &[NationalDayRow]) -> Result<Calendar> {
    let imported = rows.iter().map(day).collect::<Result<Vec<_>>>()?;
    let years: std::collections::BTreeSet<_> = imported.iter().map(|day| day.schedule_year).collect();
    let embedded = Calendar::embedded();
    let kept = embedded.days().copied().filter(|day| !years.contains(&day.schedule_year));
    Calendar::from_days(kept.chain(imported))
        .map_err(|fault| Error::inconsistent(format!("calendar: {}", fault.code())))
}

fn day(row: &NationalDayRow) -> Result<CalendarDay> {
    let holiday = row.holiday.as_deref().map(|name| {
        HolidayName::parse(name).ok_or_else(|| Error::inconsistent(format!("a holiday called {name}")))
    });
    Ok(CalendarDay {
        schedule_year: i32::try_from(row.schedule_year).map_err(Error::inconsistent)?,
        date: row.date,
        off: row.off,
        holiday: holiday.transpose()?,
    })
}

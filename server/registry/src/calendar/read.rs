//! A schedule file is read, and looked at before it takes the place of what is known.

use crate::error::{Error, Result};
use crate::registry::Opening;
use chrono::{Datelike, NaiveDate};
use law::calendar::{Calendar, CalendarFaultKind, YearSchedule};
use std::collections::BTreeMap;

/// The JSON that holiday-cn publishes. Errors: `Invalid` with `schedule unreadable` for anything else.
pub fn read_schedule(text: &str) -> Result<YearSchedule> {
    // Some editors put a byte order mark before the first brace.
    let text = text.trim_start_matches('\u{FEFF}');
    serde_json::from_str(text).map_err(|_| fault(CalendarFaultKind::Unreadable))
}

/// The calendar with one year replaced. Errors: `Invalid` with the code of what can't be right, and its day as the
/// second fault where one day is wrong.
pub(super) fn with_schedule(
    calendar: &Calendar,
    schedule: &YearSchedule,
    today: NaiveDate,
) -> Result<Calendar> {
    if !Calendar::takes(schedule.year, today) {
        return Err(fault(CalendarFaultKind::YearOutOfRange));
    }
    calendar.with_schedule(schedule).map_err(|wrong| {
        let mut faults = vec![crate::Fault::new("schedule", wrong.code())];
        faults.extend(wrong.date.map(|day| crate::Fault::new("schedule_day", day.to_string())));
        Error::Invalid(faults)
    })
}

fn fault(kind: CalendarFaultKind) -> Error {
    Error::invalid("schedule", kind.code())
}

/// A year whose schedule is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KnownYear {
    pub year: i32,
    pub days_off: usize,
    pub make_up_days: usize,
}

impl Opening {
    /// The years whose schedules are known, in order.
    pub fn known_years(&self) -> Vec<KnownYear> {
        let mut years: BTreeMap<i32, KnownYear> = BTreeMap::new();
        for day in self.calendar.days() {
            let year = years.entry(day.schedule_year).or_insert(KnownYear {
                year: day.schedule_year,
                days_off: 0,
                make_up_days: 0,
            });
            if day.off { year.days_off += 1 } else { year.make_up_days += 1 }
        }
        years.into_values().collect()
    }

    /// The first year from this one on whose schedule nobody has imported yet.
    pub fn first_unknown_year(&self, today: NaiveDate) -> i32 {
        let (this, unknown) = (today.year(), |year: &i32| !self.calendar.is_published(*year));
        // Nothing is published further ahead than next year.
        (this..=this + 2).find(unknown).unwrap_or(this)
    }
}

//! The hours of a week as the home page tells them.

use crate::error::Result;
use crate::office::Span;
use crate::registry::{OfficeDay, Opening, Registry};
use chrono::{Datelike, Days, NaiveDate};
use law::calendar::DayKind;

/// A day of the week: its hours, or none and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WeekDay {
    pub date: NaiveDate,
    pub is_today: bool,
    pub hours: Vec<Span>,
    /// The office's own reason, where it departs from the national calendar.
    pub note: Option<String>,
    pub kind: DayKind,
}

impl Registry {
    /// The seven days from this week's Monday.
    pub async fn week(&self) -> Result<Vec<WeekDay>> {
        let opening = self.opening().await?;
        let today = self.clock().today();
        let monday = today - Days::new(u64::from(today.weekday().num_days_from_monday()));
        Ok(monday.iter_days().take(7).map(|date| opening.week_day(date, today)).collect())
    }
}

impl Opening {
    /// Whether the office works that day: its own word before the national calendar's.
    pub fn is_open(&self, date: NaiveDate) -> bool {
        match self.days.get(&date) {
            Some(OfficeDay::Closed(_)) => false,
            Some(OfficeDay::Open(_)) => true,
            None => !self.calendar.is_rest_day(date),
        }
    }

    fn week_day(&self, date: NaiveDate, today: NaiveDate) -> WeekDay {
        let note = self.days.get(&date).map(|day| match day {
            OfficeDay::Closed(reason) | OfficeDay::Open(reason) => reason.clone(),
        });
        let hours = if self.is_open(date) { self.office.hours.clone() } else { Vec::new() };
        WeekDay { date, is_today: date == today, hours, note, kind: self.calendar.day(date) }
    }
}

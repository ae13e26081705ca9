//! The divorce clock for every day of acceptance that a file has, counted once each.

use crate::register::CaseDates;
use chrono::NaiveDate;
use law::calendar::Calendar;
use std::collections::HashMap;

/// Dates by day of acceptance, and the days that matter for reading a row.
pub(super) struct Clocks<'a> {
    calendar: &'a Calendar,
    counted: HashMap<NaiveDate, Option<CaseDates>>,
    pub today: NaiveDate,
}

impl<'a> Clocks<'a> {
    pub fn new(calendar: &'a Calendar, today: NaiveDate) -> Self {
        Self { calendar, counted: HashMap::new(), today }
    }

    /// The dates of an application; `None` before 2021, when there were none.
    pub fn dates(&mut self, accepted: NaiveDate) -> Option<CaseDates> {
        let calendar = self.calendar;
        *self.counted.entry(accepted).or_insert_with(|| CaseDates::computed(accepted, calendar).ok())
    }

    /// The same where it has been counted already.
    pub fn counted(&self, accepted: NaiveDate) -> Option<CaseDates> {
        self.counted.get(&accepted).copied().flatten()
    }
}

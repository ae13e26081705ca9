//! The national calendar: which days the State Council's schedule makes holidays and make-up workdays. It
//! feeds the law's day counts; the office's own openings and closures are another matter (`booking`).

mod embedded;
mod holiday;
mod schedule;
mod statutory;

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, Days, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

pub use holiday::HolidayName;
pub use schedule::{CalendarFault, CalendarFaultKind, ScheduledDay, YearSchedule};

/// What a day is by the national schedule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DayKind {
    Workday,
    /// A Saturday or Sunday that the schedule doesn't name.
    Weekend,
    /// A day off by the schedule or by 放假办法; the name where it is known.
    Holiday(Option<HolidayName>),
    /// A Saturday or Sunday worked in exchange for a day off: never a rest day.
    MakeUpWorkday,
}

impl DayKind {
    /// Whether offices rest.
    pub const fn is_rest(self) -> bool {
        matches!(self, Self::Weekend | Self::Holiday(_))
    }
}

/// One day that a schedule names, as it is stored: a row for each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct CalendarDay {
    /// The year in the title of the State Council's notice. A notice may name days of the December before.
    pub schedule_year: i32,
    pub date: NaiveDate,
    /// Off, or worked in exchange.
    pub off: bool,
    pub holiday: Option<HolidayName>,
}

/// A stretch of days on which offices rest without a break, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct RestRun {
    pub first: NaiveDate,
    pub last: NaiveDate,
    /// The holiday in it; `None` for a plain weekend.
    pub holiday: Option<HolidayName>,
}

/// The published schedules, replaceable year by year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calendar {
    days: BTreeMap<NaiveDate, CalendarDay>,
    published: BTreeSet<i32>,
}

impl Calendar {
    /// The schedules of 2024 to 2026 as published by the State Council.
    pub fn embedded() -> Self {
        let days: Vec<_> = embedded::days().collect();
        Self {
            published: days.iter().map(|day| day.schedule_year).collect(),
            days: days.into_iter().map(|day| (day.date, day)).collect(),
        }
    }

    /// A calendar from stored rows. Every schedule year among them counts as published. Checked like an
    /// import, so that a damaged table is found at start and not in somebody's dates.
    pub fn from_days(days: impl IntoIterator<Item = CalendarDay>) -> Result<Self, CalendarFault> {
        let mut calendar = Self { days: BTreeMap::new(), published: BTreeSet::new() };
        let mut years: BTreeMap<i32, Vec<CalendarDay>> = BTreeMap::new();
        for day in days {
            years.entry(day.schedule_year).or_default().push(day);
        }
        for (year, days) in years {
            calendar.add(year, days)?;
        }
        Ok(calendar)
    }

    /// The same calendar with one year's schedule added or replaced by a newly published one.
    pub fn with_schedule(&self, schedule: &YearSchedule) -> Result<Self, CalendarFault> {
        let mut calendar = self.clone();
        calendar.days.retain(|_, day| day.schedule_year != schedule.year);
        calendar.add(schedule.year, schedule.days()?)?;
        Ok(calendar)
    }

    /// Whether a schedule of that year can be imported: before 2024 is history, and nothing is published further ahead
    /// than the next year.
    pub fn takes(year: i32, today: NaiveDate) -> bool {
        (statutory::FIRST_YEAR..=today.year() + 2).contains(&year)
    }

    /// Every day that the schedules name, for storing.
    pub fn days(&self) -> impl Iterator<Item = &CalendarDay> {
        self.days.values()
    }

    /// What the day is.
    pub fn day(&self, date: NaiveDate) -> DayKind {
        match self.days.get(&date) {
            Some(day) if day.off => DayKind::Holiday(day.holiday),
            Some(_) => DayKind::MakeUpWorkday,
            None => self.unnamed_day(date),
        }
    }

    /// Whether offices rest that day: 民法典 203's 法定休假日, weekends included.
    pub fn is_rest_day(&self, date: NaiveDate) -> bool {
        self.day(date).is_rest()
    }

    /// Whether the State Council's schedule of that year is known.
    pub fn is_published(&self, year: i32) -> bool {
        self.published.contains(&year)
    }

    /// Whether dates of that year may still move. The years before 2024 are history and don't.
    pub fn is_provisional(&self, year: i32) -> bool {
        year >= statutory::FIRST_YEAR && !self.is_published(year)
    }

    /// The unbroken stretch of rest days around `date`; `None` on a day that is worked.
    pub fn rest_run(&self, date: NaiveDate) -> Option<RestRun> {
        if !self.is_rest_day(date) {
            return None;
        }
        let (first, last) = (self.edge(date, NaiveDate::pred_opt), self.edge(date, NaiveDate::succ_opt));
        let holiday = self
            .name(date)
            .or_else(|| first.iter_days().take_while(|d| *d <= last).find_map(|d| self.name(d)));
        Some(RestRun { first, last, holiday })
    }

    /// The stretch of days off for the same holiday, 「2月15日 至 2月23日：春节放假」, without the weekends
    /// beside it. `None` if the day belongs to no holiday.
    pub fn holiday_run(&self, date: NaiveDate) -> Option<RestRun> {
        let DayKind::Holiday(holiday) = self.day(date) else { return None };
        let same = |day: &NaiveDate| self.day(*day) == DayKind::Holiday(holiday);
        let back = std::iter::successors(Some(date), |d| d.pred_opt().filter(same));
        let ahead = std::iter::successors(Some(date), |d| d.succ_opt().filter(same));
        Some(RestRun { first: back.last().unwrap_or(date), last: ahead.last().unwrap_or(date), holiday })
    }

    /// The first day on or after `date` that is worked; `None` at the end of the calendar's range.
    pub fn workday_from(&self, date: NaiveDate) -> Option<NaiveDate> {
        let mut day = date;
        while self.is_rest_day(day) {
            day = day.succ_opt()?;
        }
        Some(day)
    }

    /// The last day before `date` that is worked; `None` at the beginning of the range.
    pub fn workday_before(&self, date: NaiveDate) -> Option<NaiveDate> {
        let mut day = date.pred_opt()?;
        while self.is_rest_day(day) {
            day = day.pred_opt()?;
        }
        Some(day)
    }

    fn add(&mut self, year: i32, days: Vec<CalendarDay>) -> Result<(), CalendarFault> {
        schedule::check(year, &days)?;
        for day in days {
            if self.days.insert(day.date, day).is_some() {
                return Err(CalendarFault::at(CalendarFaultKind::Duplicate, day.date));
            }
        }
        self.published.insert(year);
        Ok(())
    }

    /// A day that no schedule names: weekday or weekend, and in a year without a schedule the statutory days.
    fn unnamed_day(&self, date: NaiveDate) -> DayKind {
        if !self.is_published(date.year())
            && let Some(holiday) = statutory::holiday(date)
        {
            return DayKind::Holiday(Some(holiday));
        }
        match date.weekday() {
            Weekday::Sat | Weekday::Sun => DayKind::Weekend,
            Weekday::Mon | Weekday::Tue | Weekday::Wed | Weekday::Thu | Weekday::Fri => DayKind::Workday,
        }
    }

    fn name(&self, date: NaiveDate) -> Option<HolidayName> {
        match self.day(date) {
            DayKind::Holiday(name) => name,
            DayKind::Workday | DayKind::Weekend | DayKind::MakeUpWorkday => None,
        }
    }

    fn edge(&self, from: NaiveDate, step: fn(&NaiveDate) -> Option<NaiveDate>) -> NaiveDate {
        let mut day = from;
        while let Some(next) = step(&day).filter(|d| self.is_rest_day(*d)) {
            day = next;
        }
        day
    }
}

/// `date` and the `days` after it, or `None` beyond the range of dates.
pub(crate) fn plus(date: NaiveDate, days: u64) -> Option<NaiveDate> {
    date.checked_add_days(Days::new(days))
}

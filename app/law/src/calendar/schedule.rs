//! A year's schedule as it is imported: the JSON shape that holiday-cn publishes, already parsed, and the
//! checks that keep a wrong file out.

use std::collections::BTreeSet;
use std::fmt;

use chrono::{Datelike, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

use super::{CalendarDay, HolidayName};
use crate::Lang;
use crate::coded::worded;

/// `{"year":2026,"papers":[…],"days":[{"name":"元旦","date":"2026-01-01","isOffDay":true}]}`; other members
/// are passed over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct YearSchedule {
    pub year: i32,
    /// Addresses of the notices it was made from.
    #[serde(default)]
    pub papers: Vec<String>,
    pub days: Vec<ScheduledDay>,
}

/// One day that the notice names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScheduledDay {
    pub name: String,
    pub date: NaiveDate,
    #[serde(rename = "isOffDay")]
    pub is_off_day: bool,
}

worded! {
    /// Why a schedule isn't taken.
    pub enum CalendarFaultKind {
        Unreadable = "unreadable":
            "这不是放假安排的文件，请整份复制后再导入",
            "This isn't a schedule file; please copy the whole file and import it again";
        YearOutOfRange = "year_out_of_range":
            "只能导入 2024 年到后年的安排，请核对文件的年份",
            "Only the years from 2024 to the year after next can be imported; please check the year of the file";
        Empty = "empty":
            "这一年的放假安排是空的，请等国务院通知发布后再导入",
            "This year's schedule is empty; import it again once the State Council has published it";
        Duplicate = "duplicate":
            "同一天出现了两次，请改好文件再导入",
            "A day stands in it twice; please correct the file and import it again";
        MakeUpOnWeekday = "make_up_on_weekday":
            "调休上班的日子不是周末，请对照国务院通知改好再导入",
            "A make-up workday isn't on a weekend; please correct it by the notice and import it again";
        WrongYear = "wrong_year":
            "有的日子不在这一年，请核对文件的年份",
            "A day lies outside that year; please check the year of the file";
        StatutoryDayMissing = "statutory_day_missing":
            "缺少法定放假的日子（元旦、五一、国庆），请换完整的文件再导入",
            "A day that the law makes a holiday is missing; please import a complete file";
    }
}

/// What is wrong, and at which day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CalendarFault {
    pub kind: CalendarFaultKind,
    pub date: Option<NaiveDate>,
}

impl CalendarFault {
    pub(super) const fn at(kind: CalendarFaultKind, date: NaiveDate) -> Self {
        Self { kind, date: Some(date) }
    }

    pub const fn code(self) -> &'static str {
        self.kind.code()
    }

    pub const fn words(self, lang: Lang) -> &'static str {
        self.kind.words(lang)
    }
}

impl fmt::Display for CalendarFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.date {
            Some(date) => write!(f, "{} at {date}", self.kind),
            None => self.kind.fmt(f),
        }
    }
}

impl std::error::Error for CalendarFault {}

impl YearSchedule {
    /// The days as they are stored, checked.
    pub fn days(&self) -> Result<Vec<CalendarDay>, CalendarFault> {
        let days: Vec<_> = self
            .days
            .iter()
            .map(|day| CalendarDay {
                schedule_year: self.year,
                date: day.date,
                off: day.is_off_day,
                holiday: HolidayName::in_notice(&day.name),
            })
            .collect();
        check(self.year, &days)?;
        Ok(days)
    }
}

/// Refuses a year that can't be a whole schedule.
pub(super) fn check(year: i32, days: &[CalendarDay]) -> Result<(), CalendarFault> {
    if days.is_empty() {
        return Err(CalendarFault { kind: CalendarFaultKind::Empty, date: None });
    }
    let mut seen = BTreeSet::new();
    for day in days {
        if !belongs(day.date, year) {
            return Err(CalendarFault::at(CalendarFaultKind::WrongYear, day.date));
        }
        if !seen.insert(day.date) {
            return Err(CalendarFault::at(CalendarFaultKind::Duplicate, day.date));
        }
        if !day.off && !matches!(day.date.weekday(), Weekday::Sat | Weekday::Sun) {
            return Err(CalendarFault::at(CalendarFaultKind::MakeUpOnWeekday, day.date));
        }
    }
    let off: BTreeSet<_> = days.iter().filter(|day| day.off).map(|day| day.date).collect();
    // 放假办法 art. 2, the days that need no lunar calendar.
    let fixed = [(1, 1), (5, 1), (10, 1), (10, 2), (10, 3)];
    let fixed = fixed.into_iter().filter_map(|(m, d)| NaiveDate::from_ymd_opt(year, m, d));
    match fixed.into_iter().find(|date| !off.contains(date)) {
        Some(date) => Err(CalendarFault::at(CalendarFaultKind::StatutoryDayMissing, date)),
        None => Ok(()),
    }
}

/// A notice's days lie in its year; 元旦 may reach back into December.
fn belongs(date: NaiveDate, year: i32) -> bool {
    date.year() == year || (date.year() == year - 1 && date.month() == 12)
}

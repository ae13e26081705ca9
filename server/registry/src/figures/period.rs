//! A month or a year of the civil calendar in the office.

use chrono::{Datelike, Months, NaiveDate};
use serde::{Serialize, Serializer};
use std::fmt;
use std::str::FromStr;

/// Which days figures are about: whole months, from the first to the last day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Period {
    /// The month that begins on this day.
    Month(NaiveDate),
    /// The year that begins on this day.
    Year(NaiveDate),
}

/// The text is neither `2024-05` nor `2024`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a month is written 2024-05, a year 2024")]
pub struct BadPeriod;

impl Period {
    /// The month of a day.
    pub fn month_of(day: NaiveDate) -> Self {
        Self::Month(day.with_day(1).unwrap_or(day))
    }

    /// A month by numbers; `None` where there is no such month.
    pub fn month(year: i32, month: u32) -> Option<Self> {
        is_office_year(year).then(|| NaiveDate::from_ymd_opt(year, month, 1))?.map(Self::Month)
    }

    /// A year by number; `None` outside 1900 to 2999.
    pub fn year(year: i32) -> Option<Self> {
        is_office_year(year).then(|| NaiveDate::from_ymd_opt(year, 1, 1))?.map(Self::Year)
    }

    pub const fn first(self) -> NaiveDate {
        match self {
            Self::Month(first) | Self::Year(first) => first,
        }
    }

    pub fn last(self) -> NaiveDate {
        let months = Months::new(if matches!(self, Self::Month(_)) { 1 } else { 12 });
        let next = self.first().checked_add_months(months).unwrap_or(NaiveDate::MAX);
        next.pred_opt().unwrap_or(next)
    }

    /// Whether it is over: then its figures don't change by themselves any more.
    pub fn is_over(self, today: NaiveDate) -> bool {
        self.last() < today
    }

    /// The year it belongs to.
    #[must_use]
    pub fn whole_year(self) -> Self {
        Self::Year(self.first().with_month(1).unwrap_or(self.first()))
    }

    /// The twelve months of its year, in order.
    pub fn months_of_year(self) -> Vec<Self> {
        let january = self.whole_year().first();
        (0..12).filter_map(|month| january.checked_add_months(Months::new(month))).map(Self::Month).collect()
    }

    /// The month or year before.
    #[must_use]
    pub fn before(self) -> Self {
        let back = |months| self.first().checked_sub_months(Months::new(months)).unwrap_or(NaiveDate::MIN);
        match self {
            Self::Month(_) => Self::Month(back(1)),
            Self::Year(_) => Self::Year(back(12)),
        }
    }

    /// The first day's month as the register's rows bear it: 202405.
    pub(super) fn key(self) -> i64 {
        i64::from(self.first().year()) * 100 + i64::from(self.first().month())
    }

    /// 「2024年5月」, 「2024年」.
    pub fn title(self) -> String {
        match self {
            Self::Month(first) => format!("{}年{}月", first.year(), first.month()),
            Self::Year(first) => format!("{}年", first.year()),
        }
    }
}

/// Outside these years a number is a slip of the hand.
fn is_office_year(year: i32) -> bool {
    (1900..3000).contains(&year)
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Month(first) => write!(f, "{:04}-{:02}", first.year(), first.month()),
            Self::Year(first) => write!(f, "{:04}", first.year()),
        }
    }
}

impl FromStr for Period {
    type Err = BadPeriod;

    fn from_str(text: &str) -> Result<Self, BadPeriod> {
        let digits =
            |part: &str, many: usize| part.len() == many && part.bytes().all(|byte| byte.is_ascii_digit());
        let found = match text.split_once('-') {
            None if digits(text, 4) => Self::year(text.parse().map_err(|_| BadPeriod)?),
            Some((year, month)) if digits(year, 4) && digits(month, 2) => {
                Self::month(year.parse().map_err(|_| BadPeriod)?, month.parse().map_err(|_| BadPeriod)?)
            }
            _ => None,
        };
        found.ok_or(BadPeriod)
    }
}

impl Serialize for Period {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_is_read_as_it_is_written() {
        for text in ["2024-05", "2024", "2023-12"] {
            assert_eq!(text.parse::<Period>().unwrap().to_string(), text);
        }
        for text in ["2024-5", "24", "2024-13", "2024-00", "0000", "2024-05-01", "", "二〇二四"] {
            assert_eq!(text.parse::<Period>(), Err(BadPeriod), "{text}");
        }
    }

    #[test]
    fn february_of_a_leap_year_ends_on_the_29th_and_january_follows_december() {
        let february = Period::month(2024, 2).unwrap();
        assert_eq!(february.last(), NaiveDate::from_ymd_opt(2024, 2, 29).unwrap());
        assert_eq!(Period::month(2024, 1).unwrap().before().to_string(), "2023-12");
        assert!(!february.is_over(february.last()));
        assert!(february.is_over(NaiveDate::from_ymd_opt(2024, 3, 1).unwrap()));
    }
}

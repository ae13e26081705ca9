//! Age in whole years 周岁, and the first day on which a person may marry.

use chrono::{Datelike, NaiveDate};

use crate::identity::Sex;

/// 民法典 1047: not before twenty-two for men.
pub const MARRIAGE_AGE_MEN: u32 = 22;
/// 民法典 1047: not before twenty for women.
pub const MARRIAGE_AGE_WOMEN: u32 = 20;

/// The first day on which a person of this sex and birth is old enough: the birthday itself counts
/// (民法典 1047 「不得早于」).
pub fn earliest_day(sex: Sex, birth: NaiveDate) -> NaiveDate {
    let years = match sex {
        Sex::M => MARRIAGE_AGE_MEN,
        Sex::F => MARRIAGE_AGE_WOMEN,
    };
    birthday_at(birth, years)
}

/// The day on which a person becomes `years` old. Born on 29 February: 1 March in common years.
pub fn birthday_at(birth: NaiveDate, years: u32) -> NaiveDate {
    let year = birth.year().saturating_add_unsigned(years);
    birth.with_year(year).or_else(|| NaiveDate::from_ymd_opt(year, 3, 1)).unwrap_or(NaiveDate::MAX)
}

/// Whole years on `day`; 0 before the first birthday and before birth.
pub fn age_on(birth: NaiveDate, day: NaiveDate) -> u32 {
    let years = u32::try_from(day.year().saturating_sub(birth.year())).unwrap_or(0);
    if birthday_at(birth, years) <= day { years } else { years.saturating_sub(1) }
}

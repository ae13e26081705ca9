//! The thirteen days of 放假办法 (2024-11-10) for years whose schedule isn't published yet. How weekends are
//! swapped nobody knows before the notice: whatever rests on such a year is provisional.

use chrono::{Datelike, NaiveDate};

use super::HolidayName;

/// Earlier years are history: weekends and 1 January only.
pub(super) const FIRST_YEAR: i32 = 2024;

/// First day of the first lunar month, fifth of the fifth, fifteenth of the eighth, as (month, day), from 2024.
/// Checked against computed new moons at 120° E; 2027 and 2030 fall within minutes of midnight.
const LUNAR: [[(u32, u32); 3]; 12] = [
    [(2, 10), (6, 10), (9, 17)],
    [(1, 29), (5, 31), (10, 6)],
    [(2, 17), (6, 19), (9, 25)],
    [(2, 6), (6, 9), (9, 15)],
    [(1, 26), (5, 28), (10, 3)],
    [(2, 13), (6, 16), (9, 22)],
    [(2, 3), (6, 5), (9, 12)],
    [(1, 23), (6, 24), (10, 1)],
    [(2, 11), (6, 12), (9, 19)],
    [(1, 31), (6, 1), (9, 8)],
    [(2, 19), (6, 20), (9, 27)],
    [(2, 8), (6, 10), (9, 16)],
];

/// The statutory holiday on that day, if any. Lunar holidays are known until 2035.
pub(super) fn holiday(date: NaiveDate) -> Option<HolidayName> {
    let (month, day) = (date.month(), date.day());
    if date.year() < FIRST_YEAR {
        return ((month, day) == (1, 1)).then_some(HolidayName::NewYear);
    }
    match (month, day) {
        (1, 1) => Some(HolidayName::NewYear),
        (5, 1 | 2) => Some(HolidayName::LabourDay),
        // 国庆 before 中秋 where both fall on one day, as in 2031.
        (10, 1..=3) => Some(HolidayName::NationalDay),
        (4, _) if day == qingming(date.year()) => Some(HolidayName::Qingming),
        _ => lunar_holiday(date),
    }
}

/// 除夕 to 初三, 端午, 中秋.
fn lunar_holiday(date: NaiveDate) -> Option<HolidayName> {
    let row = LUNAR.get(usize::try_from(date.year() - FIRST_YEAR).ok()?)?;
    let [new_year, dragon_boat, mid_autumn] = row.map(|(m, d)| NaiveDate::from_ymd_opt(date.year(), m, d));
    if (-1..=2).contains(&(date - new_year?).num_days()) {
        return Some(HolidayName::SpringFestival);
    }
    if Some(date) == dragon_boat {
        return Some(HolidayName::DragonBoat);
    }
    (Some(date) == mid_autumn).then_some(HolidayName::MidAutumn)
}

/// The day in April on which the sun stands at 15°, by the usual rule of this century.
fn qingming(year: i32) -> u32 {
    let y = year.rem_euclid(100);
    u32::try_from((y * 2422 + 48100) / 10000 - y / 4).unwrap_or(5)
}

//! The State Council's schedules of 2024, 2025 and 2026, so that a new installation knows them.

use chrono::NaiveDate;

use super::{CalendarDay, HolidayName};
use HolidayName::{DragonBoat, LabourDay, MidAutumn, NationalDay, NewYear, Qingming, SpringFestival};

/// Month and day.
type Md = (u32, u32);

/// Holiday, first and last day off, days worked in exchange.
type Entry = (HolidayName, Md, Md, &'static [Md]);

/// Sources: gov.cn notices of 2023-10 (content_6911528), 2024-11 (content_6986383), 2025-11 (content_7047091).
/// Weekends that merely touch a holiday are not named by the notices and stay weekends.
const SCHEDULES: [(i32, &[Entry]); 3] = [
    (
        2024,
        &[
            (NewYear, (1, 1), (1, 1), &[]),
            (SpringFestival, (2, 10), (2, 17), &[(2, 4), (2, 18)]),
            (Qingming, (4, 4), (4, 6), &[(4, 7)]),
            (LabourDay, (5, 1), (5, 5), &[(4, 28), (5, 11)]),
            (DragonBoat, (6, 10), (6, 10), &[]),
            (MidAutumn, (9, 15), (9, 17), &[(9, 14)]),
            (NationalDay, (10, 1), (10, 7), &[(9, 29), (10, 12)]),
        ],
    ),
    (
        2025,
        &[
            (NewYear, (1, 1), (1, 1), &[]),
            (SpringFestival, (1, 28), (2, 4), &[(1, 26), (2, 8)]),
            (Qingming, (4, 4), (4, 6), &[]),
            (LabourDay, (5, 1), (5, 5), &[(4, 27)]),
            (DragonBoat, (5, 31), (6, 2), &[]),
            // 中秋节 fell into these days.
            (NationalDay, (10, 1), (10, 8), &[(9, 28), (10, 11)]),
        ],
    ),
    (
        2026,
        &[
            (NewYear, (1, 1), (1, 3), &[(1, 4)]),
            (SpringFestival, (2, 15), (2, 23), &[(2, 14), (2, 28)]),
            (Qingming, (4, 4), (4, 6), &[]),
            (LabourDay, (5, 1), (5, 5), &[(5, 9)]),
            (DragonBoat, (6, 19), (6, 21), &[]),
            (MidAutumn, (9, 25), (9, 27), &[]),
            (NationalDay, (10, 1), (10, 7), &[(9, 20), (10, 10)]),
        ],
    ),
];

/// Every day that the three schedules name.
pub(super) fn days() -> impl Iterator<Item = CalendarDay> {
    SCHEDULES.iter().flat_map(|(year, entries)| entries.iter().flat_map(|entry| days_of(*year, entry)))
}

fn days_of(schedule_year: i32, entry: &Entry) -> impl Iterator<Item = CalendarDay> + use<> {
    let (name, from, to, worked) = *entry;
    let at = move |(month, day): Md| NaiveDate::from_ymd_opt(schedule_year, month, day);
    let last = at(to);
    let off = at(from).into_iter().flat_map(|day| day.iter_days()).take_while(move |d| Some(*d) <= last);
    let worked = worked.iter().filter_map(move |md| at(*md));
    off.map(|date| (date, true)).chain(worked.map(|date| (date, false))).map(move |(date, off)| CalendarDay {
        schedule_year,
        date,
        off,
        holiday: Some(name),
    })
}

//! The national calendar: embedded years, imported years, years nobody has published.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate, TimeDelta, Weekday};
use law::Lang;
use law::calendar::{
    Calendar, CalendarDay, CalendarFaultKind, DayKind, HolidayName, ScheduledDay, YearSchedule,
};
use proptest::prelude::*;

use crate::dates::d;

const SOURCE: &str = include_str!("data/divorce-dates.json");

fn published() -> BTreeMap<NaiveDate, String> {
    let source: serde_json::Value = serde_json::from_str(SOURCE).unwrap();
    serde_json::from_value(source["days"].clone()).unwrap()
}

fn off(name: &str, date: &str) -> ScheduledDay {
    ScheduledDay { name: name.into(), date: d(date), is_off_day: true }
}

fn work(name: &str, date: &str) -> ScheduledDay {
    ScheduledDay { is_off_day: false, ..off(name, date) }
}

/// A made-up schedule for 2027 with everything that must be in one.
fn of_2027() -> YearSchedule {
    let mut days: Vec<_> = ["2026-12-31", "2027-01-01", "2027-01-02"].map(|day| off("元旦", day)).into();
    days.push(work("元旦", "2027-01-03"));
    days.extend(["2027-02-05", "2027-02-06", "2027-02-07", "2027-02-08"].map(|day| off("春节", day)));
    days.extend(["2027-05-01", "2027-05-02", "2027-05-03"].map(|day| off("劳动节", day)));
    days.extend(["2027-10-01", "2027-10-02", "2027-10-03"].map(|day| off("国庆节", day)));
    YearSchedule { year: 2027, papers: vec![], days }
}

fn refused(change: impl FnOnce(&mut YearSchedule)) -> Option<(CalendarFaultKind, Option<NaiveDate>)> {
    let mut schedule = of_2027();
    change(&mut schedule);
    Calendar::embedded().with_schedule(&schedule).err().map(|fault| (fault.kind, fault.date))
}

#[test]
fn the_embedded_years_are_exactly_the_published_ones() {
    let embedded: BTreeMap<_, _> = Calendar::embedded()
        .days()
        .map(|day| (day.date, if day.off { "off" } else { "work" }.to_owned()))
        .collect();
    assert_eq!(embedded, published());
}

#[test]
fn every_day_of_the_published_years_is_what_schedule_and_weekday_say() {
    let (calendar, source) = (Calendar::embedded(), published());
    for date in d("2024-01-01").iter_days().take_while(|date| date.year() < 2027) {
        let weekend = matches!(date.weekday(), Weekday::Sat | Weekday::Sun);
        let rest = match source.get(&date).map(String::as_str) {
            Some("off") => true,
            Some(_) => false,
            None => weekend,
        };
        assert_eq!(calendar.is_rest_day(date), rest, "{date}");
        assert_eq!(calendar.day(date) == DayKind::MakeUpWorkday, weekend && !rest, "{date}");
    }
}

#[test]
fn holidays_have_the_name_that_the_booking_page_says() {
    let calendar = Calendar::embedded();
    let table = [
        ("2026-01-02", HolidayName::NewYear),
        ("2026-02-15", HolidayName::SpringFestival),
        ("2025-01-28", HolidayName::SpringFestival),
        ("2024-04-06", HolidayName::Qingming),
        ("2026-05-05", HolidayName::LabourDay),
        ("2025-06-02", HolidayName::DragonBoat),
        ("2024-09-15", HolidayName::MidAutumn),
        ("2026-10-01", HolidayName::NationalDay),
        ("2025-10-06", HolidayName::NationalDay),
    ];
    for (date, name) in table {
        assert_eq!(calendar.day(d(date)), DayKind::Holiday(Some(name)), "{date}");
    }
    assert_eq!(HolidayName::NationalDay.closed(Lang::Zh), "国庆节放假");
    assert_eq!(calendar.day(d("2026-02-14")), DayKind::MakeUpWorkday);
    assert_eq!(calendar.day(d("2024-06-08")), DayKind::Weekend);
    assert_eq!(calendar.day(d("2026-11-23")), DayKind::Workday);
}

#[test]
fn a_holiday_is_told_with_its_first_and_last_day() {
    let calendar = Calendar::embedded();
    let run = calendar.holiday_run(d("2026-02-18")).unwrap();
    assert_eq!((run.first, run.last), (d("2026-02-15"), d("2026-02-23")));
    assert_eq!(calendar.holiday_run(d("2026-02-14")), None);
    let rest = calendar.rest_run(d("2024-06-08")).unwrap();
    assert_eq!((rest.first, rest.last), (d("2024-06-08"), d("2024-06-10")));
    assert_eq!(rest.holiday, Some(HolidayName::DragonBoat));
    let weekend = calendar.rest_run(d("2026-01-25")).unwrap();
    assert_eq!((weekend.first, weekend.last, weekend.holiday), (d("2026-01-24"), d("2026-01-25"), None));
    assert_eq!(calendar.rest_run(d("2026-01-26")), None);
}

#[test]
fn a_year_without_a_schedule_has_the_statutory_days_and_is_provisional() {
    let calendar = Calendar::embedded();
    // The thirteen days of 放假办法 (2024-11-10).
    let of_2027 = [
        "2027-01-01",
        "2027-02-05",
        "2027-02-06",
        "2027-02-07",
        "2027-02-08",
        "2027-04-05",
        "2027-05-01",
        "2027-05-02",
        "2027-06-09",
        "2027-09-15",
        "2027-10-01",
        "2027-10-02",
        "2027-10-03",
    ];
    let found: Vec<_> = d("2027-01-01")
        .iter_days()
        .take_while(|date| date.year() == 2027)
        .filter(|date| matches!(calendar.day(*date), DayKind::Holiday(_)))
        .map(|date| date.to_string())
        .collect();
    assert_eq!(found, of_2027);
    assert!(calendar.is_provisional(2027) && !calendar.is_published(2027));
    assert!(!calendar.is_provisional(2026) && calendar.is_published(2026));
}

#[test]
fn the_years_before_2024_have_weekends_and_new_years_day_only() {
    let calendar = Calendar::embedded();
    assert_eq!(calendar.day(d("2023-01-01")), DayKind::Holiday(Some(HolidayName::NewYear)));
    assert_eq!(calendar.day(d("2021-01-01")), DayKind::Holiday(Some(HolidayName::NewYear)));
    assert_eq!(calendar.day(d("2023-10-02")), DayKind::Workday);
    assert_eq!(calendar.day(d("2023-10-07")), DayKind::Weekend);
    assert!(!calendar.is_provisional(2023));
}

#[test]
fn thirteen_statutory_days_a_year_are_known_until_2035() {
    let calendar = Calendar::embedded();
    for year in 2027..=2035 {
        let days = d(&format!("{year}-01-01"))
            .iter_days()
            .take_while(|date| date.year() == year)
            .filter(|date| matches!(calendar.day(*date), DayKind::Holiday(_)))
            .count();
        // 中秋 meets 国庆 on one day in 2028 and 2031.
        let expected = if matches!(year, 2028 | 2031) { 12 } else { 13 };
        assert_eq!(days, expected, "{year}");
    }
}

#[test]
fn a_published_schedule_replaces_the_guess_and_can_be_replaced_itself() {
    let before = Calendar::embedded();
    let after = before.with_schedule(&of_2027()).unwrap();
    assert!(after.is_published(2027) && !after.is_provisional(2027));
    assert_eq!(after.day(d("2027-01-03")), DayKind::MakeUpWorkday);
    assert_eq!(after.day(d("2027-09-15")), DayKind::Workday);
    assert_eq!(after.day(d("2026-12-31")), DayKind::Holiday(Some(HolidayName::NewYear)));
    let mut shorter = of_2027();
    shorter.days.retain(|day| day.date != d("2027-01-02"));
    let again = after.with_schedule(&shorter).unwrap();
    assert_eq!(again.day(d("2027-01-02")), DayKind::Weekend);
    assert_eq!(before.day(d("2027-09-15")), DayKind::Holiday(Some(HolidayName::MidAutumn)));
}

#[test]
fn a_wrong_schedule_is_refused_at_the_day_that_is_wrong() {
    use CalendarFaultKind as K;
    assert_eq!(refused(|_| ()), None);
    assert_eq!(refused(|s| s.days.clear()), Some((K::Empty, None)));
    let twice = work("元旦", "2027-01-03");
    assert_eq!(refused(|s| s.days.push(twice)), Some((K::Duplicate, Some(d("2027-01-03")))));
    let monday = work("春节", "2027-02-22");
    assert_eq!(refused(|s| s.days.push(monday)), Some((K::MakeUpOnWeekday, Some(d("2027-02-22")))));
    let november = off("元旦", "2026-11-30");
    assert_eq!(refused(|s| s.days.push(november)), Some((K::WrongYear, Some(d("2026-11-30")))));
    let next = off("元旦", "2028-01-01");
    assert_eq!(refused(|s| s.days.push(next)), Some((K::WrongYear, Some(d("2028-01-01")))));
    assert_eq!(refused(|s| s.year = 2029), Some((K::WrongYear, Some(d("2026-12-31")))));
    assert_eq!(
        refused(|s| s.days.retain(|day| day.date != d("2027-10-02"))),
        Some((K::StatutoryDayMissing, Some(d("2027-10-02"))))
    );
}

#[test]
fn a_schedule_is_taken_from_2024_to_the_year_after_next() {
    let today = d("2026-11-24");
    let taken = |year| Calendar::takes(year, today);
    assert_eq!([2023, 2024, 2026, 2028, 2029].map(taken), [false, true, true, true, false]);
}

#[test]
fn the_json_that_holiday_cn_publishes_is_read() {
    let json = r#"{"$schema":"https://example.org/schema.json","year":2027,"papers":["https://www.gov.cn/x"],
        "days":[{"name":"元旦","date":"2027-01-01","isOffDay":true},
                {"name":"国庆节、中秋节","date":"2027-10-09","isOffDay":false}]}"#;
    let schedule: YearSchedule = serde_json::from_str(json).unwrap();
    assert_eq!(schedule.days, [off("元旦", "2027-01-01"), work("国庆节、中秋节", "2027-10-09")]);
    assert_eq!(HolidayName::in_notice("国庆节、中秋节"), Some(HolidayName::NationalDay));
    assert_eq!(HolidayName::in_notice("中秋、国庆"), Some(HolidayName::MidAutumn));
    assert_eq!(HolidayName::in_notice("寒假"), None);
}

#[test]
fn stored_rows_give_the_same_calendar_back() {
    let embedded = Calendar::embedded();
    let rows: Vec<CalendarDay> = embedded.days().copied().collect();
    assert_eq!(Calendar::from_days(rows.iter().rev().copied()).unwrap(), embedded);
    let again = rows.iter().chain(&rows[3..4]).copied();
    assert_eq!(Calendar::from_days(again).unwrap_err().kind, CalendarFaultKind::Duplicate);
    let json = serde_json::to_string(&rows).unwrap();
    assert_eq!(serde_json::from_str::<Vec<CalendarDay>>(&json).unwrap(), rows);
}

proptest! {
    #[test]
    fn workdays_before_and_after_are_the_nearest_ones(day in 0..9000_i64) {
        let calendar = Calendar::embedded();
        let date = d("2018-01-01") + TimeDelta::days(day);
        let from = calendar.workday_from(date).unwrap();
        let before = calendar.workday_before(date).unwrap();
        prop_assert!(!calendar.is_rest_day(from) && !calendar.is_rest_day(before));
        prop_assert!(date.iter_days().take_while(|d| *d < from).all(|d| calendar.is_rest_day(d)));
        let between = before.iter_days().skip(1).take_while(|d| *d < date);
        prop_assert!(between.into_iter().all(|d| calendar.is_rest_day(d)));
    }

    #[test]
    fn a_run_of_rest_days_ends_where_work_begins(day in 0..9000_i64) {
        let calendar = Calendar::embedded();
        let date = d("2018-01-01") + TimeDelta::days(day);
        if let Some(run) = calendar.rest_run(date) {
            prop_assert!(run.first <= date && date <= run.last);
            prop_assert!(run.first.iter_days().take_while(|d| *d <= run.last).all(|d| calendar.is_rest_day(d)));
            prop_assert!(!calendar.is_rest_day(run.first.pred_opt().unwrap()));
            prop_assert!(!calendar.is_rest_day(run.last.succ_opt().unwrap()));
        }
    }
}

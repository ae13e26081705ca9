//! The two periods of thirty days, against the worked examples and day by day.

mod second_count;

use std::collections::{BTreeMap, BTreeSet};

use chrono::{NaiveDate, TimeDelta};
use law::Lang;
use law::calendar::Calendar;
use law::divorce_clock::{ClockFault, DivorceDates, Phase, RestDayPolicy, StepKind, clock};
use serde::Deserialize;

use crate::dates::d;

const SOURCE: &str = include_str!("../data/divorce-dates.json");

#[derive(Deserialize)]
struct Source {
    days: BTreeMap<NaiveDate, String>,
    vectors: Vec<Vector>,
}

#[derive(Deserialize)]
struct Vector {
    accepted: NaiveDate,
    cooling_off_nominal: NaiveDate,
    cooling_off_last: NaiveDate,
    issuance_first: NaiveDate,
    issuance_first_service: NaiveDate,
    issuance_nominal: NaiveDate,
    issuance_last: NaiveDate,
    holiday_only_variant: Variant,
}

#[derive(Deserialize)]
struct Variant {
    cooling_off_last: NaiveDate,
    issuance_last: NaiveDate,
}

fn source() -> Source {
    serde_json::from_str(SOURCE).unwrap()
}

fn dates(accepted: &str) -> DivorceDates {
    clock(d(accepted), &Calendar::embedded(), RestDayPolicy::NonWorkingDay).unwrap()
}

#[test]
fn every_worked_example_comes_out_under_both_policies() {
    let calendar = Calendar::embedded();
    let vectors = source().vectors;
    assert_eq!(vectors.len(), 10);
    for v in vectors {
        let found = clock(v.accepted, &calendar, RestDayPolicy::NonWorkingDay).unwrap();
        let expected = [
            v.cooling_off_nominal,
            v.cooling_off_last,
            v.issuance_first,
            v.issuance_first_service,
            v.issuance_nominal,
            v.issuance_last,
        ];
        let got = [
            found.cooling_off_nominal,
            found.cooling_off_last,
            found.issuance_first,
            found.issuance_first_service,
            found.issuance_nominal,
            found.issuance_last,
        ];
        assert_eq!(got, expected, "accepted {}", v.accepted);
        let other = clock(v.accepted, &calendar, RestDayPolicy::PublicHolidayOnly).unwrap();
        assert_eq!(
            other.cooling_off_last, v.holiday_only_variant.cooling_off_last,
            "accepted {}",
            v.accepted
        );
        assert_eq!(other.issuance_last, v.holiday_only_variant.issuance_last, "accepted {}", v.accepted);
    }
}

#[test]
fn both_periods_have_thirty_days_and_end_on_a_working_day_whatever_the_day_of_acceptance() {
    let calendar = Calendar::embedded();
    for accepted in d("2021-01-01").iter_days().take_while(|day| *day <= d("2030-12-31")) {
        let found = dates(&accepted.to_string());
        assert!((found.cooling_off_last - accepted).num_days() >= 30, "{accepted}");
        assert_eq!((found.cooling_off_nominal - found.cooling_off_first).num_days(), 29, "{accepted}");
        assert_eq!((found.issuance_nominal - found.issuance_first).num_days(), 29, "{accepted}");
        assert!(!calendar.is_rest_day(found.cooling_off_last) && !calendar.is_rest_day(found.issuance_last));
        assert!(found.issuance_first_service <= found.issuance_last, "no day left to register: {accepted}");
        assert_eq!(found.cooling_off_roll.is_some(), found.cooling_off_last != found.cooling_off_nominal);
        assert_eq!(found.issuance_roll.is_some(), found.issuance_last != found.issuance_nominal);
    }
}

#[test]
fn accepting_a_day_later_never_ends_a_period_earlier() {
    let all: Vec<_> = d("2021-01-01").iter_days().take(3600).map(|day| dates(&day.to_string())).collect();
    for pair in all.windows(2) {
        assert!(pair[0].cooling_off_last <= pair[1].cooling_off_last);
        assert!(pair[0].issuance_last <= pair[1].issuance_last);
    }
}

#[test]
fn the_longest_way_from_acceptance_to_the_last_day_is_seventy_days() {
    let days = d("2024-01-01").iter_days().take_while(|day| *day <= d("2026-10-01"));
    let longest = days.map(|day| ((dates(&day.to_string()).issuance_last - day).num_days(), day)).max();
    assert_eq!(longest, Some((70, d("2025-09-01"))));
}

#[test]
fn one_day_of_acceptance_can_move_the_last_day_by_ten() {
    let (thursday, friday) = (dates("2026-01-15"), dates("2026-01-16"));
    assert_eq!(thursday.cooling_off_last, d("2026-02-14"));
    assert_eq!(thursday.issuance_first_service, d("2026-02-24"));
    assert_eq!(thursday.issuance_last, d("2026-03-16"));
    assert_eq!(friday.issuance_last, d("2026-03-26"));
    let monday = dates("2026-08-31");
    assert_eq!(
        (monday.cooling_off_last, monday.issuance_first_service, monday.issuance_last),
        (d("2026-09-30"), d("2026-10-08"), d("2026-10-30"))
    );
}

#[test]
fn the_last_day_still_allows_withdrawal_and_the_next_day_registration() {
    let found = dates("2026-01-16");
    let phases = [
        ("2026-01-15", Phase::NotYet, false, false),
        ("2026-01-16", Phase::CoolingOff, true, false),
        ("2026-02-24", Phase::CoolingOff, true, false),
        ("2026-02-25", Phase::Issuance, false, true),
        ("2026-03-26", Phase::Issuance, false, true),
        ("2026-03-27", Phase::Lapsed, false, false),
    ];
    for (day, phase, withdraw, register) in phases {
        assert_eq!(found.phase(d(day)), phase, "{day}");
        assert_eq!((found.may_withdraw(d(day)), found.may_register(d(day))), (withdraw, register), "{day}");
    }
    assert_eq!(found.lapses_on, d("2026-03-27"));
}

#[test]
fn under_the_other_policy_a_roll_stops_at_the_weekend_and_says_so() {
    let found = clock(d("2026-12-02"), &Calendar::embedded(), RestDayPolicy::PublicHolidayOnly).unwrap();
    let roll = found.cooling_off_roll.unwrap();
    // New Year's Day of 2027 is a Friday; the Saturday after it isn't a public holiday.
    assert_eq!(
        (roll.nominal, roll.rest.last, roll.last),
        (d("2027-01-01"), d("2027-01-01"), d("2027-01-02"))
    );
}

#[test]
fn dates_that_rest_on_an_unpublished_year_are_provisional() {
    assert!(!dates("2026-01-16").provisional);
    assert!(!dates("2026-10-30").provisional);
    assert!(dates("2026-11-23").provisional);
    assert!(!dates("2021-06-01").provisional);
    assert!(dates("2028-06-01").provisional);
}

#[test]
fn a_receipt_dated_on_a_rest_day_is_pointed_out() {
    assert!(dates("2026-01-17").accepted_on_rest_day);
    assert!(dates("2026-10-01").accepted_on_rest_day);
    assert!(!dates("2026-02-14").accepted_on_rest_day);
    assert!(dates("2026-01-17").steps(Lang::Zh)[0].why.contains("请核对回执单"));
}

#[test]
fn before_2021_and_at_the_end_of_time_there_are_no_dates() {
    let calendar = Calendar::embedded();
    let at = |day| clock(day, &calendar, RestDayPolicy::default());
    assert_eq!(at(d("2020-12-31")), Err(ClockFault::BeforeCoolingOff));
    assert_eq!(at(NaiveDate::MIN), Err(ClockFault::BeforeCoolingOff));
    assert!(at(d("2021-01-01")).is_ok());
    assert_eq!(at(NaiveDate::MAX), Err(ClockFault::OutOfRange));
    assert_eq!(at(NaiveDate::MAX - TimeDelta::days(50)), Err(ClockFault::OutOfRange));
}

#[test]
fn every_date_says_why_it_is_that_one() {
    let steps = dates("2026-01-16").steps(Lang::Zh);
    let said: Vec<_> =
        steps.iter().map(|s| (s.kind, s.date.to_string(), s.why.as_str(), s.article)).collect();
    let expected = [
        (StepKind::Accepted, "2026-01-16", "受理申请的这天不算，从第二天起数三十天。", "民法典第 201 条"),
        (
            StepKind::CoolingOffFirst,
            "2026-01-17",
            "受理的第二天是第 1 天；到最后一天为止，任何一位都可以单独来撤回申请。",
            "民法典第 1077、201 条",
        ),
        (
            StepKind::CoolingOffLast,
            "2026-02-24",
            "第 30 天本来是2月15日 星期日。2月15日至2月23日春节放假，顺延到放假后的第一天：2月24日 星期二。这天还可以撤回，还不能领证。",
            "民法典第 1077、203 条",
        ),
        (
            StepKind::IssuanceFirst,
            "2026-02-25",
            "三十日（冷静期）满了的第二天起，两位一起来可以领证。",
            "民法典第 1077 条",
        ),
        (
            StepKind::IssuanceLast,
            "2026-03-26",
            "第 30 天是3月26日 星期四，不是法定休假日，不用顺延。这天还可以领证。",
            "民法典第 1077、203 条",
        ),
        (
            StepKind::Lapses,
            "2026-03-27",
            "没有一起来领证，申请到这天自动终止，可以重新申请。",
            "婚姻登记条例第 16 条",
        ),
    ];
    let expected: Vec<_> =
        expected.into_iter().map(|(k, date, why, law)| (k, date.to_owned(), why, law)).collect();
    assert_eq!(said, expected);
}

#[test]
fn a_weekend_and_a_closed_first_day_are_explained_too() {
    let weekend = dates("2025-12-25");
    assert!(weekend.steps(Lang::Zh)[2].why.starts_with(
        "第 30 天本来是2026年1月24日 星期六。2026年1月24日至2026年1月25日是周末，顺延到周末后的第一天：2026年1月26日 星期一。"
    ));
    let closed = dates("2026-03-31").steps(Lang::En);
    assert!(closed[3].why.ends_with("Offices rest on this day; the first working day is Wed 6 May."));
    assert!(closed[4].why.starts_with("Day 30 would be Sat 30 May. 30 May to 31 May is a weekend"));
}

#[test]
fn the_json_answer_has_the_members_of_the_contract_and_no_others() {
    let json = serde_json::to_value(dates("2026-01-16").answer(Lang::Zh)).unwrap();
    let members: Vec<_> = json.as_object().unwrap().keys().cloned().collect();
    let mut expected = vec![
        "accepted",
        "accepted_on_rest_day",
        "cooling_off_last",
        "issuance_first",
        "issuance_first_service",
        "issuance_last",
        "provisional",
        "steps",
    ];
    expected.sort_unstable();
    assert_eq!(members.iter().map(String::as_str).collect::<BTreeSet<_>>(), expected.into_iter().collect());
    assert_eq!(json["cooling_off_last"], "2026-02-24");
    assert_eq!(json["provisional"], false);
    assert_eq!(json["steps"][2]["date"], "2026-02-24");
    assert_eq!(json["steps"][5]["article"], "婚姻登记条例第 16 条");
    assert_eq!(json["steps"][0].as_object().unwrap().len(), 3);
}

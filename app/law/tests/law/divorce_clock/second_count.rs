//! The day count written a second time, and compared on every day of ten years.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate, TimeDelta, Weekday};
use law::calendar::Calendar;
use law::divorce_clock::{RestDayPolicy, clock};

use super::source;
use crate::dates::d;

/// The statutory days of years without a schedule, written out by hand.
const STATUTORY: [&str; 52] = [
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
    "2028-01-01",
    "2028-01-25",
    "2028-01-26",
    "2028-01-27",
    "2028-01-28",
    "2028-04-04",
    "2028-05-01",
    "2028-05-02",
    "2028-05-28",
    "2028-10-01",
    "2028-10-02",
    "2028-10-03",
    "2029-01-01",
    "2029-02-12",
    "2029-02-13",
    "2029-02-14",
    "2029-02-15",
    "2029-04-04",
    "2029-05-01",
    "2029-05-02",
    "2029-06-16",
    "2029-09-22",
    "2029-10-01",
    "2029-10-02",
    "2029-10-03",
    "2030-01-01",
    "2030-02-02",
    "2030-02-03",
    "2030-02-04",
    "2030-02-05",
    "2030-04-05",
    "2030-05-01",
    "2030-05-02",
    "2030-06-05",
    "2030-09-12",
    "2030-10-01",
    "2030-10-02",
    "2030-10-03",
    "2031-01-01",
];

/// A table of every day, looked up by number.
struct Naive {
    first: NaiveDate,
    /// (rests, is off by schedule or statute), one for each day.
    table: Vec<(bool, bool)>,
}

impl Naive {
    fn new() -> Self {
        let (first, last) = (d("2021-01-01"), d("2031-12-31"));
        let named = source().days;
        let statutory: BTreeSet<NaiveDate> = STATUTORY.iter().map(|day| d(day)).collect();
        let spring_2031 = d("2031-01-22")..=d("2031-01-25");
        let table = first.iter_days().take_while(|day| *day <= last).map(|day| {
            let weekend = matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
            let off = match named.get(&day).map(String::as_str) {
                Some(what) => what == "off",
                None if day.year() < 2024 => (day.month(), day.day()) == (1, 1),
                None => statutory.contains(&day) || spring_2031.contains(&day),
            };
            let swapped = named.get(&day).is_some_and(|what| what == "work");
            (off || (weekend && !swapped), off)
        });
        Self { first, table: table.collect() }
    }

    /// (last of the thirty, last of the window, first day of service).
    fn count(&self, accepted: NaiveDate, weekends_roll: bool) -> (NaiveDate, NaiveDate, NaiveDate) {
        let rolls = |at: usize| if weekends_roll { self.table[at].0 } else { self.table[at].1 };
        let number = usize::try_from((accepted - self.first).num_days()).unwrap();
        let cooling = (number + 30..self.table.len()).find(|at| !rolls(*at)).unwrap();
        let window = (cooling + 30..self.table.len()).find(|at| !rolls(*at)).unwrap();
        let service = (cooling + 1..self.table.len()).find(|at| !self.table[*at].0).unwrap();
        let day = |at: usize| self.first + TimeDelta::days(i64::try_from(at).unwrap());
        (day(cooling), day(window), day(service))
    }
}

#[test]
fn a_second_way_of_counting_agrees_on_every_day_of_ten_years() {
    let (calendar, naive) = (Calendar::embedded(), Naive::new());
    for accepted in d("2021-01-01").iter_days().take_while(|day| *day <= d("2030-12-31")) {
        for (policy, weekends_roll) in
            [(RestDayPolicy::NonWorkingDay, true), (RestDayPolicy::PublicHolidayOnly, false)]
        {
            let found = clock(accepted, &calendar, policy).unwrap();
            assert_eq!(
                (found.cooling_off_last, found.issuance_last, found.issuance_first_service),
                naive.count(accepted, weekends_roll),
                "accepted {accepted} under {policy:?}"
            );
        }
    }
}

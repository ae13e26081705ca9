//! A second, plain way to count: day by day and row by row, sharing nothing with the product but the calendar's data.

use crate::made_up::{Act, age};
use chrono::{Datelike, Days, NaiveDate, Weekday};
use std::collections::BTreeMap;

/// The days that the State Council named for 2024 to 2026.
pub struct Holidays(BTreeMap<String, String>);

impl Holidays {
    pub fn load() -> Self {
        let text = include_str!("../../../../app/law/tests/law/data/divorce-dates.json");
        let file: serde_json::Value = serde_json::from_str(text).unwrap();
        Self(serde_json::from_value(file["days"].clone()).unwrap())
    }

    fn rests(&self, day: NaiveDate) -> bool {
        match self.0.get(&day.to_string()).map(String::as_str) {
            Some("off") => true,
            Some(_) => false,
            // 2023 and earlier: weekends and 1 January.
            None if day.year() < 2024 && (day.month(), day.day()) == (1, 1) => true,
            None => matches!(day.weekday(), Weekday::Sat | Weekday::Sun),
        }
    }

    fn rolled(&self, mut day: NaiveDate) -> NaiveDate {
        while self.rests(day) {
            day = day + Days::new(1);
        }
        day
    }

    /// Last day of cooling-off and last day of the window.
    pub fn window(&self, accepted: NaiveDate) -> (NaiveDate, NaiveDate) {
        let cooling = self.rolled(accepted + Days::new(30));
        (cooling, self.rolled(cooling + Days::new(30)))
    }
}

/// The indicators of the days `[first, last]`, by the names of the report.
pub fn count(
    acts: &[Act],
    holidays: &Holidays,
    first: NaiveDate,
    last: NaiveDate,
) -> BTreeMap<&'static str, i64> {
    let mut n: BTreeMap<&'static str, i64> = BTreeMap::new();
    let mut add = |name: &'static str, many: i64| *n.entry(name).or_default() += many;
    for name in NAMES {
        add(name, 0);
    }
    for act in acts.iter().filter(|act| (first..=last).contains(&act.date)) {
        match act.kind {
            "marriage" => {
                add("marriages", 1);
                let both = [act.a.as_ref().unwrap(), act.b.as_ref().unwrap()];
                let mainland = both.iter().all(|p| ["mainland_id", "temp_id_card"].contains(&p.id_type));
                add(if mainland { "marriages_mainland" } else { "marriages_foreign" }, 1);
                add("restored_couples", i64::from(act.restored == "yes"));
                for person in both {
                    add(
                        if person.prior == "never" { "first_marriage_persons" } else { "remarriage_persons" },
                        1,
                    );
                    add(band(age(person.birth, act.date)), 1);
                }
            }
            "divorce_application" => add("divorce_applications", 1),
            "divorce_withdrawal" => add("divorce_withdrawals", 1),
            "divorce_registration" => add("divorces", 1),
            "reissue_marriage" => add("reissued_marriage", 1),
            "reissue_divorce" => add("reissued_divorce", 1),
            other => panic!("an act called {other}"),
        }
        add("total", i64::from(act.kind != "divorce_withdrawal"));
    }
    for case in acts.iter().filter(|act| act.kind == "divorce_application") {
        let ended = acts
            .iter()
            .filter(|act| act.reference == case.reference && act.a.is_none())
            .map(|act| act.date)
            .min();
        let lapse = holidays.window(case.date).1 + Days::new(1);
        add("divorce_lapses", i64::from(ended.is_none() && (first..=last).contains(&lapse)));
        let open = case.date <= last && ended.is_none_or(|ended| ended > last) && lapse > last;
        add("divorce_open_at_end", i64::from(open));
    }
    n
}

fn band(age: i32) -> &'static str {
    match age {
        20..25 => "age_20_24",
        25..30 => "age_25_29",
        30..35 => "age_30_34",
        35..40 => "age_35_39",
        40.. => "age_40_up",
        _ => panic!("married at {age}"),
    }
}

const NAMES: [&str; 19] = [
    "marriages",
    "marriages_mainland",
    "marriages_foreign",
    "first_marriage_persons",
    "remarriage_persons",
    "restored_couples",
    "divorce_applications",
    "divorce_withdrawals",
    "divorce_lapses",
    "divorces",
    "divorce_open_at_end",
    "reissued_marriage",
    "reissued_divorce",
    "age_20_24",
    "age_25_29",
    "age_30_34",
    "age_35_39",
    "age_40_up",
    "total",
];

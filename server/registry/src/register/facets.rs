//! The few things in clear that figures are counted from: age bands, whose presence, nearest household.

use super::kind::{Related, Tier};
use super::person::Person;
use chrono::NaiveDate;
use law::eligibility::age_on;
use law::identity::{Closeness, PartyKind};

/// The age band of a person on the day of the act, by its lower end: 20, 25, 30, 35, 40 (and up); below twenty 0.
/// Ages are whole years; born on 29 February, the birthday is 1 March in common years.
pub(super) fn band(person: &Person, on: NaiveDate) -> i64 {
    match age_on(person.person.birth(), on) {
        0..=19 => 0,
        20..=24 => 20,
        25..=29 => 25,
        30..=34 => 30,
        35..=39 => 35,
        40.. => 40,
    }
}

/// A couple is mainland when both are; otherwise the first of the kinds in their order.
pub(super) fn related(a: &Person, b: &Person) -> Related {
    related_one(a).min(related_one(b))
}

fn related_one(person: &Person) -> Related {
    match person.person.kind() {
        PartyKind::Mainland => Related::Mainland,
        PartyKind::HongKong => Related::HongKong,
        PartyKind::Macau => Related::Macau,
        PartyKind::Taiwan => Related::Taiwan,
        PartyKind::OverseasChinese => Related::OverseasChinese,
        PartyKind::Foreigner => Related::Foreigner,
    }
}

/// The nearest household of the two; `None` where neither is known.
pub(super) fn tier(a: &Person, b: &Person, office: &str) -> Option<Tier> {
    let nearest =
        [a, b].into_iter().filter_map(|person| person.region).map(|region| region.closeness(office)).min()?;
    Some(match nearest {
        Closeness::County => Tier::County,
        Closeness::City => Tier::City,
        Closeness::Province => Tier::Province,
        Closeness::Beyond => Tier::Beyond,
    })
}

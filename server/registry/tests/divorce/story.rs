//! The people and papers of the stories.

use chrono::NaiveDate;
use law::calendar::{ScheduledDay, YearSchedule};
use registry::booking::RawParty;
use registry::divorce::{Numbers, RawMarriage, RawParticulars, ShownDocument, TypedDates};

pub fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A mainland number: birth as `YYYYMMDD`, sequence whose last digit tells the sex.
pub fn number(birth: &str, sequence: usize) -> String {
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let seventeen = format!("370126{birth}{sequence:03}");
    let sum: u32 =
        seventeen.bytes().zip(WEIGHTS).map(|(digit, weight)| u32::from(digit - b'0') * weight).sum();
    format!("{seventeen}{}", char::from(b"10X98765432"[(sum % 11) as usize]))
}

pub fn man(n: usize) -> String {
    number("19880930", n * 2 - 1)
}

pub fn woman(n: usize) -> String {
    number("19900214", n * 2)
}

pub fn document(id_number: &str) -> ShownDocument {
    ShownDocument { id_number: id_number.into(), ..ShownDocument::default() }
}

pub fn party(id_number: &str, name: &str) -> RawParty {
    RawParty {
        name: name.into(),
        id_type: "mainland_id".into(),
        id_number: id_number.into(),
        phone: "13800000000".into(),
        ..RawParty::default()
    }
}

/// What a card and a person say. Nobody asks for the marital status: the matter itself tells it.
pub fn paper(id_number: &str, name: &str) -> RawParticulars {
    RawParticulars {
        party: party(id_number, name),
        ethnicity: "汉族".into(),
        valid_until: "2038-06-02".into(),
        address: "山东省济南市商河县".into(),
        ..RawParticulars::default()
    }
}

pub fn marriage(certificate_no: &str) -> RawMarriage {
    RawMarriage {
        registered_on: "2015-05-20".into(),
        office: "商河县民政局".into(),
        certificate_no: certificate_no.into(),
    }
}

pub fn numbers(serial: u32, first: &str, second: &str) -> Numbers {
    Numbers { certificate: format!("L370126-2026-{serial:06}"), booklets: [first.into(), second.into()] }
}

pub fn typed(cooling_off_last: &str, issuance_last: &str) -> TypedDates {
    TypedDates { cooling_off_last: date(cooling_off_last), issuance_last: date(issuance_last) }
}

/// 2027 as it might be published: the Spring Festival of that February lasts to the eleventh.
pub fn schedule_of_2027() -> YearSchedule {
    let days = [
        ("元旦", "2027-01-01", 3),
        ("春节", "2027-02-05", 7),
        ("清明节", "2027-04-03", 3),
        ("劳动节", "2027-05-01", 5),
        ("端午节", "2027-06-09", 1),
        ("中秋节", "2027-09-15", 1),
        ("国庆节", "2027-10-01", 7),
    ];
    let days = days.iter().flat_map(|(name, first, many)| {
        date(first).iter_days().take(*many).map(|date| ScheduledDay {
            name: (*name).into(),
            date,
            is_off_day: true,
        })
    });
    YearSchedule { year: 2027, papers: Vec::new(), days: days.collect() }
}

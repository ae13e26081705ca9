//! The people and papers of the stories.

use chrono::NaiveDate;
use registry::booking::RawParty;
use registry::marriage::{Numbers, RawParticulars};

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
    number("19960408", n * 2 - 1)
}

pub fn woman(n: usize) -> String {
    number("19971121", n * 2)
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

/// What a card and a person say.
pub fn paper(id_number: &str, name: &str) -> RawParticulars {
    RawParticulars {
        party: party(id_number, name),
        ethnicity: "汉族".into(),
        valid_until: "2038-06-02".into(),
        prior: "never".into(),
        occupation: "农、林、牧、渔、水利业生产人员".into(),
        education: "大学本科".into(),
        address: "山东省济南市商河县".into(),
    }
}

pub fn numbers(serial: u32, first: &str, second: &str) -> Numbers {
    Numbers { certificate: format!("J370126-2026-{serial:06}"), booklets: [first.into(), second.into()] }
}

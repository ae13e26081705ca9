//! The people and papers of the stories.

use chrono::NaiveDate;
use law::eligibility::Party;
use law::reissue_case::{Archive, ProxyPoint, Reason, RegisteredAt};
use registry::booking::RawParty;
use registry::marriage::Numbers;
use registry::reissue::{RawAsking, RawOriginal, RawParticulars, RawProxy};

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
    number("19860408", n * 2 - 1)
}

pub fn woman(n: usize) -> String {
    number("19871121", n * 2)
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
        address: "山东省济南市商河县".into(),
        ..RawParticulars::default()
    }
}

/// What a record says of somebody who isn't here.
pub fn absent(id_number: &str, name: &str) -> RawParticulars {
    RawParticulars { party: party(id_number, name), ethnicity: "汉族".into(), ..RawParticulars::default() }
}

pub fn numbers(serial: u32, first: &str, second: &str) -> Numbers {
    Numbers { certificate: format!("J370126-2026-{serial:06}"), booklets: [first.into(), second.into()] }
}

pub fn typed(certificate: &str, booklets: [&str; 2]) -> Numbers {
    Numbers { certificate: certificate.into(), booklets: booklets.map(str::to_owned) }
}

pub fn asking(applicants: &[Party], reason: Reason) -> RawAsking {
    RawAsking { applicants: applicants.iter().copied().collect(), reason, alone: String::new(), proxy: None }
}

pub fn by_proxy(id_number: &str, points: &[ProxyPoint]) -> RawAsking {
    let proxy = RawProxy {
        name: "孙三".into(),
        id_type: String::new(),
        id_number: id_number.into(),
        points: points.iter().copied().collect(),
    };
    RawAsking { proxy: Some(proxy), ..asking(Party::ALL, Reason::Lost) }
}

pub fn original(day: &str, certificate_no: &str) -> RawOriginal {
    RawOriginal {
        registered_on: day.into(),
        at: RegisteredAt::Mainland,
        office: "商河县民政局".into(),
        certificate_no: certificate_no.into(),
    }
}

pub fn found() -> Archive {
    Archive::Found { file_no: "2009-结-0231".into(), keeper: "商河县档案馆".into(), agrees: true }
}

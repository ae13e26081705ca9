//! Certificate numbers and print numbers.

use law::certificate::{
    BookletFault, BookletNo, CertificateFault, CertificateKind, CertificateNo, LegacyCertificateNo,
    OfficeCode,
};
use proptest::prelude::*;

fn shanghe() -> OfficeCode {
    OfficeCode::parse("370126").unwrap()
}

#[test]
fn numbers_are_read_however_they_were_copied() {
    for typed in [
        "J370126-2026-000123",
        "j370126-2026-000123",
        " J370126 - 2026 - 000123 ",
        "Ｊ３７０１２６－２０２６－０００１２３",
        "J370126—2026—000123",
    ] {
        assert_eq!(CertificateNo::parse(typed).unwrap().to_string(), "J370126-2026-000123", "{typed}");
    }
    let kinds = ["J", "L", "BJ", "BL"]
        .map(|p| CertificateNo::parse(&format!("{p}370126-2026-000001")).unwrap().kind());
    assert_eq!(kinds.as_slice(), CertificateKind::ALL);
}

#[test]
fn what_is_not_a_number_is_refused() {
    for wrong in [
        "370126-2026-000123",
        "K370126-2026-000123",
        "JB370126-2026-000123",
        "J37012-2026-000123",
        "J3701266-2026-000123",
        "J370126-26-000123",
        "J370126-2026-00123",
        "J370126-2026-0001234",
        "J370126-2026-000123-1",
        "J370126-2026",
        "J370126-2026-00012三",
        "J370126-2026-+00123",
        "皖芜字12号",
    ] {
        assert_eq!(CertificateNo::parse(wrong), Err(CertificateFault::BadForm), "{wrong}");
    }
    assert_eq!(CertificateNo::parse("  "), Err(CertificateFault::Missing));
    assert_eq!(CertificateNo::parse("J370126-2026-000000"), Err(CertificateFault::SerialZero));
}

#[test]
fn a_number_must_fit_kind_office_and_year() {
    let number = CertificateNo::parse("J370126-2026-000123").unwrap();
    let check = |kind, office: &str, year| number.check(kind, OfficeCode::parse(office).unwrap(), year);
    assert_eq!(check(CertificateKind::Marriage, "370126", 2026), Ok(()));
    assert_eq!(check(CertificateKind::ReissuedMarriage, "370126", 2026), Err(CertificateFault::WrongKind));
    assert_eq!(check(CertificateKind::Marriage, "370125", 2026), Err(CertificateFault::WrongOffice));
    assert_eq!(check(CertificateKind::Marriage, "370126", 2025), Err(CertificateFault::WrongYear));
}

#[test]
fn a_serial_of_six_digits_is_all_that_can_be_allocated() {
    let allocate = |serial| CertificateNo::allocate(CertificateKind::Divorce, shanghe(), 2026, serial);
    assert_eq!(allocate(1).unwrap().to_string(), "L370126-2026-000001");
    assert!(allocate(999_999).is_some());
    assert!(allocate(0).is_none() && allocate(1_000_000).is_none());
}

#[test]
fn old_certificates_keep_their_own_numbers() {
    assert_eq!(LegacyCertificateNo::parse(" 皖芜字12号 ").unwrap().as_str(), "皖芜字12号");
    assert_eq!(LegacyCertificateNo::parse(""), Err(CertificateFault::Missing));
    assert!(LegacyCertificateNo::parse(&"字".repeat(40)).is_ok());
    assert_eq!(LegacyCertificateNo::parse(&"字".repeat(41)), Err(CertificateFault::TooLong));
    assert_eq!(LegacyCertificateNo::parse("皖\u{7}芜"), Err(CertificateFault::ControlCharacter));
}

#[test]
fn print_numbers_have_five_to_twenty_digits_or_letters() {
    assert_eq!(BookletNo::parse("ａ 1234567").unwrap().as_str(), "A1234567");
    assert_eq!(BookletNo::parse(""), Err(BookletFault::Missing));
    for wrong in ["1234", "123456789012345678901", "ABCDE", "12345号", "12_345"] {
        assert_eq!(BookletNo::parse(wrong), Err(BookletFault::BadForm), "{wrong}");
    }
}

#[test]
fn json_cannot_smuggle_in_what_parsing_refuses() {
    assert!(serde_json::from_str::<CertificateNo>("\"J370126-2026-000000\"").is_err());
    assert!(serde_json::from_str::<BookletNo>("\"1\"").is_err());
    assert!(serde_json::from_str::<OfficeCode>("\"37012x\"").is_err());
    let number: CertificateNo = serde_json::from_str("\"BL370126-2026-000007\"").unwrap();
    assert_eq!(serde_json::to_string(&number).unwrap(), "\"BL370126-2026-000007\"");
}

proptest! {
    #[test]
    fn every_number_reads_back_as_itself(kind in 0..4_usize, year in 0..=9999_u16, serial in 1..=999_999_u32) {
        let number = CertificateNo::allocate(CertificateKind::ALL[kind], shanghe(), year, serial).unwrap();
        prop_assert_eq!(CertificateNo::parse(&number.to_string()), Ok(number));
        prop_assert_eq!((number.year(), number.serial(), number.office()), (year, serial, shanghe()));
    }

    #[test]
    fn no_text_breaks_the_readers(text in "\\PC{0,60}") {
        if let Ok(number) = CertificateNo::parse(&text) {
            prop_assert_eq!(CertificateNo::parse(&number.to_string()), Ok(number));
        }
        if let Ok(number) = BookletNo::parse(&text) {
            prop_assert_eq!(BookletNo::parse(number.as_str()), Ok(number.clone()));
        }
    }
}

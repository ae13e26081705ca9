//! Identity numbers: what is read, what is refused, and what a number tells.

use law::identity::{
    Closeness, IdFault, IdNumber, IdType, LegacyFault, Nationality, PartyKind, Region, Sex, from_fifteen,
};
use proptest::prelude::*;

use crate::dates::{d, today};

fn parse(id_type: IdType, text: &str) -> Result<IdNumber, IdFault> {
    IdNumber::parse(id_type, text, today())
}

/// The check character by the definition of ISO 7064 MOD 11-2: successive doubling, not a table of weights.
fn second_check(seventeen: &str) -> char {
    let sum = seventeen.chars().fold(0, |sum, c| (sum + c.to_digit(10).unwrap()) * 2 % 11);
    match (12 - sum) % 11 {
        10 => 'X',
        n => char::from_digit(n, 10).unwrap(),
    }
}

prop_compose! {
    fn a_mainland_number()(
        area in prop::sample::select(vec!["370126", "110105", "370125", "659001", "511902"]),
        day in 0..46_000_i64,
        sequence in 0..1000_u32,
    ) -> String {
        let birth = d("1900-01-01") + chrono::TimeDelta::days(day);
        let seventeen = format!("{area}{}{sequence:03}", birth.format("%Y%m%d"));
        let check = second_check(&seventeen);
        format!("{seventeen}{check}")
    }
}

#[test]
fn documents_of_every_kind_are_read_and_put_into_one_form() {
    let table = [
        (IdType::MainlandId, "11010519491231002X", "11010519491231002X"),
        (IdType::MainlandId, "11010519491231002x", "11010519491231002X"),
        (IdType::MainlandId, " 110105 19491231 002x ", "11010519491231002X"),
        (IdType::MainlandId, "１１０１０５１９４９１２３１００２ｘ", "11010519491231002X"),
        (IdType::MainlandId, "110105-19491231-002X", "11010519491231002X"),
        (IdType::MainlandId, "\u{FEFF}110105\u{3000}19491231\u{200B}002Ｘ", "11010519491231002X"),
        (IdType::MainlandId, "370126200001010024", "370126200001010024"),
        (IdType::MainlandId, "37012619990308051X", "37012619990308051X"),
        (IdType::TempIdCard, "370126199405210019", "370126199405210019"),
        (IdType::HkMacauPermit, "H24256231", "H24256231"),
        (IdType::HkMacauPermit, "m1234567801", "M1234567801"),
        (IdType::TaiwanPermit, "04864918", "04864918"),
        (IdType::TaiwanPermit, "0486491801", "0486491801"),
        (IdType::HmtResidence, "830000199408200010", "830000199408200010"),
        (IdType::HmtResidence, "810000199001010019", "810000199001010019"),
        (IdType::ForeignPr, "911124198108030024", "911124198108030024"),
        (IdType::ForeignPr, "USA110075080500", "USA110075080500"),
        (IdType::PassportCn, "E12345678", "E12345678"),
        (IdType::PassportCn, "EA1234567", "EA1234567"),
        (IdType::PassportCn, "D1234567", "D1234567"),
        (IdType::Passport, "P10510765", "P10510765"),
        (IdType::Passport, "l01x00t47", "L01X00T47"),
    ];
    for (id_type, typed, value) in table {
        let number = parse(id_type, typed).unwrap_or_else(|fault| panic!("{id_type} {typed}: {fault}"));
        assert_eq!(number.value(), value);
        assert_eq!(number.id_type(), id_type);
    }
}

#[test]
fn each_wrong_number_is_refused_for_its_own_reason() {
    let table = [
        (IdType::MainlandId, "", IdFault::Missing),
        (IdType::MainlandId, " \u{3000}-", IdFault::Missing),
        (IdType::MainlandId, "3701262000010100", IdFault::BadLength),
        (IdType::MainlandId, "3701262000010100244", IdFault::BadLength),
        (IdType::MainlandId, "370126700101001", IdFault::OldFifteen),
        (IdType::MainlandId, "37012620000101002Q", IdFault::BadCharacters),
        (IdType::MainlandId, "3701262000010100X4", IdFault::BadCharacters),
        (IdType::MainlandId, "三七零一二六二零零零零一零一零零二四", IdFault::BadCharacters),
        (IdType::MainlandId, "370126'; DROP 1--", IdFault::BadCharacters),
        (IdType::MainlandId, "990126200001010024", IdFault::BadProvince),
        (IdType::MainlandId, "370126200002300023", IdFault::BadBirthDate),
        (IdType::MainlandId, "370126190002290020", IdFault::BadBirthDate),
        (IdType::MainlandId, "370126189901010020", IdFault::BadBirthDate),
        (IdType::MainlandId, "370126209901010020", IdFault::BadBirthDate),
        (IdType::MainlandId, "370126200001010025", IdFault::BadChecksum),
        (IdType::TempIdCard, "370126200001010025", IdFault::BadChecksum),
        (IdType::HkMacauPermit, "A24256231", IdFault::BadForm),
        (IdType::HkMacauPermit, "H2425623A", IdFault::BadForm),
        (IdType::HkMacauPermit, "H242562310", IdFault::BadLength),
        (IdType::TaiwanPermit, "T4864918", IdFault::BadForm),
        (IdType::TaiwanPermit, "048649180", IdFault::BadLength),
        (IdType::HmtResidence, "370126200001010024", IdFault::BadRegion),
        (IdType::HmtResidence, "830000199408200011", IdFault::BadChecksum),
        (IdType::ForeignPr, "811124198108030024", IdFault::BadForm),
        (IdType::ForeignPr, "911124198108030025", IdFault::BadChecksum),
        (IdType::ForeignPr, "US1110075080500", IdFault::BadForm),
        (IdType::ForeignPr, "USA11007508050", IdFault::BadLength),
        (IdType::PassportCn, "123456789", IdFault::BadForm),
        (IdType::PassportCn, "E1234", IdFault::BadLength),
        (IdType::Passport, "P123", IdFault::BadLength),
        (IdType::Passport, "P12345678901234567890", IdFault::BadLength),
        (IdType::Passport, "P1234<5678", IdFault::BadCharacters),
    ];
    for (id_type, typed, fault) in table {
        assert_eq!(parse(id_type, typed).err(), Some(fault), "{id_type} {typed}");
    }
}

#[test]
fn a_birth_today_is_possible_and_tomorrow_is_not() {
    let of = |day: &str| {
        let seventeen = format!("370126{day}002");
        let check = second_check(&seventeen);
        parse(IdType::MainlandId, &format!("{seventeen}{check}"))
    };
    assert_eq!(of("20261123").unwrap().birth(), Some(today()));
    assert_eq!(of("20261124").err(), Some(IdFault::BadBirthDate));
}

#[test]
fn a_number_tells_sex_and_birth_only_where_its_kind_does() {
    let man = parse(IdType::MainlandId, "37012619990308051X").unwrap();
    assert_eq!((man.sex(), man.birth()), (Some(Sex::M), Some(d("1999-03-08"))));
    let woman = parse(IdType::MainlandId, "370126200001010024").unwrap();
    assert_eq!((woman.sex(), woman.birth()), (Some(Sex::F), Some(d("2000-01-01"))));
    let resident = parse(IdType::ForeignPr, "911124198108030024").unwrap();
    assert_eq!((resident.sex(), resident.birth()), (None, Some(d("1981-08-03"))));
    for (id_type, text) in [(IdType::HkMacauPermit, "H24256231"), (IdType::Passport, "P10510765")] {
        let number = parse(id_type, text).unwrap();
        assert_eq!((number.sex(), number.birth()), (None, None));
    }
}

#[test]
fn a_masked_number_shows_three_and_two_and_never_a_birth_date() {
    let number = parse(IdType::MainlandId, "370126200001010024").unwrap();
    assert_eq!(number.masked(), "370*************24");
    assert_eq!(number.masked().len(), 18);
    assert_eq!(parse(IdType::TaiwanPermit, "04864918").unwrap().masked(), "048***18");
    assert_eq!(parse(IdType::Passport, "AB123").unwrap().masked(), "A***3");
    assert_eq!(number.grouped(), "370126 20000101 0024");
    assert_eq!(format!("{number:?}"), "IdNumber(mainland_id, redacted)");
}

#[test]
fn a_renewed_permit_and_a_temporary_card_are_still_the_same_person() {
    let key = |id_type, text| parse(id_type, text).unwrap().key_form();
    assert_eq!(key(IdType::HkMacauPermit, "H1234567800"), key(IdType::HkMacauPermit, "H1234567801"));
    assert_eq!(key(IdType::HkMacauPermit, "H12345678"), key(IdType::HkMacauPermit, "H1234567801"));
    assert_eq!(key(IdType::TaiwanPermit, "12345678"), key(IdType::TaiwanPermit, "1234567802"));
    assert_eq!(key(IdType::MainlandId, "370126200001010024"), key(IdType::TempIdCard, "370126200001010024"));
    assert_ne!(key(IdType::HkMacauPermit, "H12345678"), key(IdType::HkMacauPermit, "M12345678"));
    assert_ne!(key(IdType::TaiwanPermit, "12345678"), key(IdType::Passport, "12345678"));
    let passport = parse(IdType::Passport, "P10510765").unwrap();
    let of = |state| passport.key_form_from(Nationality::parse(state).unwrap());
    assert_ne!(of("VNM"), of("LAO"));
}

#[test]
fn a_document_tells_which_law_its_bearer_comes_under() {
    let table = [
        (IdType::MainlandId, "370126200001010024", PartyKind::Mainland),
        (IdType::TempIdCard, "370126200001010024", PartyKind::Mainland),
        (IdType::HkMacauPermit, "H24256231", PartyKind::HongKong),
        (IdType::HkMacauPermit, "M24256231", PartyKind::Macau),
        (IdType::TaiwanPermit, "04864918", PartyKind::Taiwan),
        (IdType::HmtResidence, "810000199001010019", PartyKind::HongKong),
        (IdType::HmtResidence, "830000199408200010", PartyKind::Taiwan),
        (IdType::PassportCn, "E12345678", PartyKind::OverseasChinese),
        (IdType::ForeignPr, "911124198108030024", PartyKind::Foreigner),
        (IdType::Passport, "P10510765", PartyKind::Foreigner),
    ];
    for (id_type, text, kind) in table {
        assert_eq!(parse(id_type, text).unwrap().party_kind(), kind);
    }
}

#[test]
fn archived_numbers_of_fifteen_digits_are_converted() {
    assert_eq!(from_fifteen("370126700101001").unwrap(), "370126197001010011");
    assert!(parse(IdType::MainlandId, "370126197001010011").is_ok());
    assert_eq!(from_fifteen("37012670010100"), Err(LegacyFault::BadForm));
    assert_eq!(from_fifteen("990126700101001"), Err(LegacyFault::BadProvince));
    assert_eq!(from_fifteen("370126701301001"), Err(LegacyFault::BadBirthDate));
}

#[test]
fn a_nationality_is_a_code_that_exists() {
    for known in ["CHN", "vnm", " USA ", "XXA"] {
        assert!(Nationality::parse(known).is_some(), "{known}");
    }
    for unknown in ["", "CN", "XYZ", "CHNA", "中国人", "HNA"] {
        assert!(Nationality::parse(unknown).is_none(), "{unknown}");
    }
    let all: std::collections::BTreeSet<_> = Nationality::all().collect();
    // 249 states and regions of ISO 3166-1, thirteen codes of ICAO 9303.
    assert_eq!(all.len(), 249 + 13);
    assert!(serde_json::from_str::<Nationality>("\"XYZ\"").is_err());
    assert_eq!(serde_json::to_string(&Nationality::CHN).unwrap(), "\"CHN\"");
}

#[test]
fn a_household_is_near_or_far_from_the_office() {
    let closeness = |text: &str| Region::parse(text).unwrap().closeness("370126");
    assert_eq!(closeness("370126"), Closeness::County);
    assert_eq!(closeness("370125"), Closeness::City);
    assert_eq!(closeness("371402"), Closeness::Province);
    assert_eq!(closeness("110105"), Closeness::Beyond);
    assert_eq!(closeness("VNM"), Closeness::Beyond);
    assert_eq!(Region::parse("000000"), None);
    assert_eq!(Region::parse("37012"), None);
    assert_eq!(Region::parse("370126").unwrap().to_string(), "370126");
}

#[test]
fn names_in_contracts_lead_back_to_the_kind() {
    for id_type in IdType::ALL {
        assert_eq!(IdType::parse(id_type.as_str()), Some(*id_type));
        assert_eq!(serde_json::to_string(id_type).unwrap(), format!("\"{id_type}\""));
    }
    assert_eq!(IdType::parse("MainlandId"), None);
}

proptest! {
    #[test]
    fn every_number_built_by_the_rule_is_read(number in a_mainland_number()) {
        let read = parse(IdType::MainlandId, &number).unwrap();
        prop_assert_eq!(read.value(), &number);
        prop_assert_eq!(read.grouped().replace(' ', ""), number.clone());
        prop_assert_eq!(read.sex() == Some(Sex::M), number.as_bytes()[16] % 2 == 1);
        prop_assert_eq!(read.birth().unwrap().format("%Y%m%d").to_string(), &number[6..14]);
    }

    #[test]
    fn one_wrong_digit_is_always_noticed(number in a_mainland_number(), at in 0..18_usize, digit in 0..10_u32) {
        let digit = char::from_digit(digit, 10).unwrap();
        prop_assume!(number.chars().nth(at) != Some(digit));
        let wrong: String = number.chars().enumerate().map(|(i, c)| if i == at { digit } else { c }).collect();
        prop_assert!(parse(IdType::MainlandId, &wrong).is_err());
    }

    #[test]
    fn two_neighbours_swapped_are_always_noticed(number in a_mainland_number(), at in 0..17_usize) {
        let mut chars: Vec<char> = number.chars().collect();
        prop_assume!(chars[at] != chars[at + 1]);
        chars.swap(at, at + 1);
        let swapped: String = chars.into_iter().collect();
        prop_assert!(parse(IdType::MainlandId, &swapped).is_err());
    }

    #[test]
    fn full_width_digits_mean_the_same(number in a_mainland_number()) {
        let wide: String =
            number.chars().map(|c| char::from_u32(u32::from(c) + 0xFEE0).unwrap()).collect();
        prop_assert_eq!(parse(IdType::MainlandId, &wide), parse(IdType::MainlandId, &number));
    }

    #[test]
    fn no_text_breaks_the_reader_and_what_it_accepts_it_accepts_again(
        text in "\\PC{0,40}", which in 0..8_usize,
    ) {
        let id_type = IdType::ALL[which];
        if let Ok(number) = parse(id_type, &text) {
            prop_assert_eq!(parse(id_type, number.value()), Ok(number.clone()));
            prop_assert_eq!(number.masked().len(), number.value().len());
            let shown = format!("{number:?}");
            prop_assert!(!shown.contains(number.value()));
        }
    }

    #[test]
    fn a_long_ascii_text_is_refused_without_reading_it_all(id_type in 0..8_usize, times in 1..2000_usize) {
        prop_assert!(parse(IdType::ALL[id_type], &"1234567890".repeat(times + 6)).is_err());
    }
}

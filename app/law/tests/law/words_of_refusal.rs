//! Every refusal of the crate: a stable code, a plain sentence in both languages, found again from the field.

use std::collections::BTreeSet;
use std::fmt::Debug;

use law::archive::ArchiveFault;
use law::booking::{CodeFault, DayReason, SlotFault};
use law::calendar::CalendarFaultKind;
use law::certificate::{BookletFault, CertificateFault};
use law::divorce_case::{DatesFault, ReceiptFault};
use law::divorce_clock::ClockFault;
use law::eligibility::{MarriageRefusal, OfficeFault, ParticularsFault};
use law::field::{self, FieldFault};
use law::identity::{IdFault, LegacyFault};
use law::marriage_case::MoveFault;
use law::name::NameFault;
use law::phone::PhoneFault;
use law::records_case::RecordsFault;
use law::{Lang, Worded};

fn check<F: Worded + Debug + serde::Serialize>() {
    let mut codes = BTreeSet::new();
    for fault in F::ALL {
        let code = fault.code();
        assert!(codes.insert(code), "{code} stands twice");
        assert!(code.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_'), "{code}");
        assert_eq!(serde_json::to_string(fault).unwrap(), format!("\"{code}\""));
        check_sentence(code, fault.words(Lang::Zh), fault.words(Lang::En));
    }
    assert!(!codes.is_empty());
}

fn check_sentence(code: &str, zh: &str, en: &str) {
    assert!(zh.chars().any(|c| ('\u{4E00}'..='\u{9FFF}').contains(&c)), "{code}: {zh}");
    assert!(
        en.is_ascii() && en.starts_with(|c: char| c.is_ascii_uppercase() || c.is_ascii_digit()),
        "{code}: {en}"
    );
    assert!(zh.chars().count() <= 60 && en.len() <= 130, "{code} is too long");
    for bad in
        ["！", "系统繁忙", "操作失败", "错误", "非法", "无效", "新人", "夫妻", "男方", "女方", "亲，", "确定"]
    {
        assert!(!zh.contains(bad), "{code}: {zh}");
    }
    for bad in ["!", "invalid", "illegal", "error", "failed"] {
        assert!(!en.to_ascii_lowercase().contains(bad), "{code}: {en}");
    }
}

#[test]
fn every_refusal_has_a_code_and_a_plain_sentence_in_both_languages() {
    check::<IdFault>();
    check::<LegacyFault>();
    check::<NameFault>();
    check::<PhoneFault>();
    check::<ParticularsFault>();
    check::<MarriageRefusal>();
    check::<OfficeFault>();
    check::<CertificateFault>();
    check::<BookletFault>();
    check::<ClockFault>();
    check::<DatesFault>();
    check::<ReceiptFault>();
    check::<law::divorce_case::MoveFault>();
    check::<law::reissue_case::MoveFault>();
    check::<CalendarFaultKind>();
    check::<CodeFault>();
    check::<SlotFault>();
    check::<DayReason>();
    check::<MoveFault>();
    check::<ArchiveFault>();
    check::<RecordsFault>();
}

/// Every sentence that tells what is wrong also says what would work: it asks, or names a way.
#[test]
fn every_field_fault_ends_with_what_would_work() {
    fn ends_well<F: Worded>() {
        for fault in F::ALL {
            let zh = fault.words(Lang::Zh);
            assert!(["请", "可以", "接着", "直接", "再"].iter().any(|way| zh.contains(way)), "{zh}");
        }
    }
    ends_well::<IdFault>();
    ends_well::<NameFault>();
    ends_well::<PhoneFault>();
    ends_well::<ParticularsFault>();
    ends_well::<MarriageRefusal>();
    ends_well::<OfficeFault>();
    ends_well::<SlotFault>();
    ends_well::<CodeFault>();
    ends_well::<MoveFault>();
    ends_well::<law::reissue_case::MoveFault>();
    ends_well::<ArchiveFault>();
    ends_well::<RecordsFault>();
    ends_well::<CalendarFaultKind>();
}

#[test]
fn field_and_code_from_a_url_lead_back_to_the_sentence() {
    assert_eq!(
        field::words("b.id_number", "bad_checksum", Lang::Zh),
        Some("最后一位对不上，请照身份证再看一遍")
    );
    for fault in IdFault::ALL {
        assert_eq!(field::words("a.id_number", fault.code(), Lang::En), Some(fault.words(Lang::En)));
    }
    for fault in NameFault::ALL {
        assert_eq!(FieldFault::new("a.name", *fault).words(Lang::Zh), Some(fault.words(Lang::Zh)));
    }
    for fault in ParticularsFault::ALL {
        assert_eq!(field::words(fault.field(), fault.code(), Lang::Zh), Some(fault.words(Lang::Zh)));
    }
    for fault in MarriageRefusal::ALL {
        assert_eq!(field::words("b.id_number", fault.code(), Lang::Zh), Some(fault.words(Lang::Zh)));
    }
    assert_eq!(field::words("a.name", "bad_checksum", Lang::Zh), None);
    assert_eq!(field::words("a.nothing", "missing", Lang::Zh), None);
    assert_eq!(field::words("a.name", "<script>", Lang::Zh), None);
}

#[test]
fn languages_are_named_by_two_letters() {
    assert_eq!((Lang::parse("zh"), Lang::parse("en")), (Some(Lang::Zh), Some(Lang::En)));
    assert_eq!((Lang::parse("ZH"), Lang::parse("fr"), Lang::default()), (None, None, Lang::Zh));
    assert_eq!(serde_json::to_string(&Lang::En).unwrap(), "\"en\"");
}

//! Telephone numbers.

use law::phone::{Phone, PhoneFault};
use proptest::prelude::*;

#[test]
fn numbers_are_read_as_people_write_them() {
    let table = [
        ("13800000000", "+8613800000000", true, "13800000000", "138****0000"),
        ("138 0000 2606", "+8613800002606", true, "13800002606", "138****2606"),
        ("138-0000-2606", "+8613800002606", true, "13800002606", "138****2606"),
        ("１３８００００２６０６", "+8613800002606", true, "13800002606", "138****2606"),
        ("+86 138 0000 2606", "+8613800002606", true, "13800002606", "138****2606"),
        ("0086-13800002606", "+8613800002606", true, "13800002606", "138****2606"),
        ("8613800002606", "+8613800002606", true, "13800002606", "138****2606"),
        ("0531-84880126", "+8653184880126", false, "0531-84880126", "0531****0126"),
        ("(0531) 8488 0126", "+8653184880126", false, "0531-84880126", "0531****0126"),
        ("（0531）84880126", "+8653184880126", false, "0531-84880126", "0531****0126"),
        ("+86 531 8488 0126", "+8653184880126", false, "0531-84880126", "0531****0126"),
        ("010-65130000", "+861065130000", false, "010-65130000", "010****0000"),
        ("0911-2112345", "+869112112345", false, "0911-2112345", "0911****2345"),
        ("+852 6123 4567", "+85261234567", true, "+852 61234567", "+852****4567"),
        ("+852 2123 4567", "+85221234567", false, "+852 21234567", "+852****4567"),
        ("+853 6612 3456", "+85366123456", true, "+853 66123456", "+853****3456"),
        ("00886 912 345 678", "+886912345678", true, "+886 912345678", "+886****5678"),
        ("+886 0912 345 678", "+886912345678", true, "+886 912345678", "+886****5678"),
    ];
    for (typed, e164, mobile, display, masked) in table {
        let phone = Phone::parse(typed).unwrap_or_else(|fault| panic!("{typed}: {fault}"));
        assert_eq!((phone.e164(), phone.is_mobile()), (e164, mobile), "{typed}");
        assert_eq!((phone.display().as_str(), phone.masked().as_str()), (display, masked), "{typed}");
        assert_eq!(Phone::parse(e164), Ok(phone));
    }
}

#[test]
fn what_cannot_be_rung_is_refused_for_its_own_reason() {
    let table = [
        ("", PhoneFault::Missing),
        (" - ", PhoneFault::Missing),
        ("没有", PhoneFault::BadCharacters),
        ("+", PhoneFault::BadCharacters),
        ("1380000000a", PhoneFault::BadCharacters),
        ("1380000000", PhoneFault::BadLength),
        ("138000000000", PhoneFault::BadLength),
        ("12800000000", PhoneFault::BadForm),
        ("84880126", PhoneFault::NeedsAreaCode),
        ("0531-848801", PhoneFault::BadLength),
        ("0531-14880126", PhoneFault::BadForm),
        ("010-6513000", PhoneFault::BadLength),
        ("+1 212 555 0100", PhoneFault::OtherRegion),
        ("+852 123", PhoneFault::BadLength),
        ("+85201234567", PhoneFault::BadForm),
        ("110", PhoneFault::BadLength),
    ];
    for (typed, fault) in table {
        assert_eq!(Phone::parse(typed).err(), Some(fault), "{typed}");
    }
}

proptest! {
    #[test]
    fn every_mainland_mobile_is_read_and_hidden(second in 3..10_u32, rest in 0..1_000_000_000_u64) {
        let typed = format!("1{second}{rest:09}");
        let phone = Phone::parse(&typed).unwrap();
        prop_assert!(phone.is_mobile());
        prop_assert_eq!(phone.display(), typed.clone());
        prop_assert_eq!(format!("{phone:?}"), "Phone(redacted)");
        prop_assert_eq!(phone.masked(), format!("{}****{}", &typed[..3], &typed[7..]));
    }

    #[test]
    fn no_text_breaks_the_reader(text in "\\PC{0,40}|[+0-9() -]{0,24}") {
        if let Ok(phone) = Phone::parse(&text) {
            prop_assert_eq!(Phone::parse(phone.e164()), Ok(phone.clone()));
            prop_assert_eq!(Phone::parse(&phone.display()), Ok(phone.clone()));
            prop_assert!(phone.masked().contains("****"));
        }
    }
}

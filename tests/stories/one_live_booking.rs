//! One live booking for each person and service, however the number is written and whichever seat is taken.

use registry::{
    Error,
    booking::{Channel, RawParty},
};
use tests::{
    office::{Office, Plan},
    on_both_engines, people,
};

on_both_engines![
    the_same_person_is_known_however_the_number_is_typed,
    a_temporary_card_is_the_same_person,
    another_service_is_not_bound,
    in_reissue_only_the_applicant_is_bound,
    a_visit_that_has_passed_binds_nobody,
    two_with_one_number_are_one_person,
    a_permit_is_the_same_person_after_its_renewal with abroad,
];

const NINE: &str = "marriage-20261125-0900";
const TEN: &str = "marriage-20261126-1000";

fn abroad(plan: Plan) -> Plan {
    plan.foreign_related()
}

async fn take(office: &Office, slot: &str, a: &RawParty, b: &RawParty) -> registry::Result<()> {
    let request = office.read(slot, a, Some(b))?;
    office.registry.take(&request, Channel::Api(None)).await.map(|_| ())
}

async fn the_same_person_is_known_however_the_number_is_typed(office: Office) {
    let (_, b) = people::couple(1);
    let number = people::number_with_x("19910203", true);
    let a = people::person("李雷", &number, "13800000000");
    take(&office, NINE, &a, &b).await.expect("booked");

    let full_width: String =
        number.chars().map(|c| char::from_u32(u32::from(c) + 0xFEE0).expect("full width")).collect();
    let spaced = format!("{} {} {}", &number[..6], &number[6..14], &number[14..]);
    let (_, other) = people::couple(2);
    for (typed, name) in [(number.to_lowercase(), "李雷"), (full_width, "李 雷"), (spaced, "李蕾")] {
        let a = people::person(name, &typed, "13800000000");
        assert!(matches!(take(&office, TEN, &a, &other).await, Err(Error::NotBookable)), "{typed}");
        // The other seat.
        let second = RawParty { phone: String::new(), ..a };
        let first = RawParty { phone: "13800000001".into(), ..other.clone() };
        assert!(matches!(take(&office, TEN, &first, &second).await, Err(Error::NotBookable)), "{typed}");
    }
    assert_eq!((office.standing().await, office.miscounted().await), (1, 0));
}

async fn a_temporary_card_is_the_same_person(office: Office) {
    let (a, b) = people::couple(1);
    take(&office, NINE, &a, &b).await.expect("booked");
    let (_, other) = people::couple(2);
    let temporary = RawParty { id_type: "temp_id_card".into(), ..a };
    assert!(matches!(take(&office, TEN, &temporary, &other).await, Err(Error::NotBookable)));
}

async fn another_service_is_not_bound(office: Office) {
    let (a, b) = people::couple(1);
    take(&office, NINE, &a, &b).await.expect("booked");
    // Decision 10: the lock on a person never spans services.
    take(&office, "divorce-application-20261125-0900", &a, &b).await.expect("not bound");
    take(&office, "reissue-marriage-20261125-0900", &a, &b).await.expect("not bound");
}

async fn in_reissue_only_the_applicant_is_bound(office: Office) {
    let (a, b) = people::couple(1);
    take(&office, "reissue-marriage-20261125-0900", &a, &b).await.expect("booked");
    // Nobody can block another by naming them.
    let (b, a) = (RawParty { phone: "13800000001".into(), ..b }, RawParty { phone: String::new(), ..a });
    take(&office, "reissue-marriage-20261125-0930", &b, &a).await.expect("the second was not bound");
    let again = take(&office, "reissue-marriage-20261125-1000", &b, &a).await;
    assert!(matches!(again, Err(Error::NotBookable)));
}

async fn a_visit_that_has_passed_binds_nobody(office: Office) {
    let (a, b) = people::couple(1);
    take(&office, NINE, &a, &b).await.expect("booked");
    office.at("2026-11-26T08:30:00");
    take(&office, "marriage-20261127-0900", &a, &b).await.expect("free the day after");
}

async fn two_with_one_number_are_one_person(office: Office) {
    let (a, b) = people::couple(1);
    let same = RawParty { id_number: a.id_number.clone(), ..b };
    let refused = take(&office, NINE, &a, &same).await;
    let Err(Error::Invalid(faults)) = refused else { panic!("{refused:?}") };
    assert!(faults.iter().any(|fault| fault.code == "same_person"), "{faults:?}");
    assert_eq!(office.standing().await, 0);
}

async fn a_permit_is_the_same_person_after_its_renewal(office: Office) {
    let permit = |number: &str| RawParty {
        id_type: "hk_macau_permit".into(),
        sex: "M".into(),
        birth: "1990-01-01".into(),
        nationality: "CHN".into(),
        ..people::person("陈大文", number, "+85261234567")
    };
    let ((_, b), (_, other)) = (people::couple(1), people::couple(2));
    take(&office, NINE, &permit("H1234567801"), &b).await.expect("booked");
    // The last two digits of the older permit count its renewals.
    let renewed = take(&office, TEN, &permit("H1234567802"), &other).await;
    assert!(matches!(renewed, Err(Error::NotBookable)), "{renewed:?}");
}

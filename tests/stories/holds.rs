//! A place is kept while somebody types: ten minutes, ten more once, and no job is needed to end it.

use law::booking::SlotId;
use registry::{Error, booking::Channel};
use tests::{
    office::{Office, Plan},
    on_both_engines,
};

on_both_engines![
    a_hold_runs_out_without_any_job_and_its_place_is_sold with narrow,
    a_hold_is_extended_once with narrow,
    a_held_place_becomes_the_booking_and_is_counted_once with narrow,
    another_slot_takes_the_place_of_the_first with narrow,
    asking_again_for_the_same_slot_changes_nothing with narrow,
];

const NINE: &str = "marriage-20261125-0900";
const TEN: &str = "marriage-20261125-1000";

fn narrow(plan: Plan) -> Plan {
    plan.places(1)
}

fn slot(id: &str) -> SlotId {
    SlotId::parse(id).expect("a slot")
}

async fn a_hold_runs_out_without_any_job_and_its_place_is_sold(office: Office) {
    let hold = office.registry.hold("draft", slot(NINE)).await.expect("held");
    assert_eq!(hold.until.to_string(), "2026-11-23 09:10:00");
    assert_eq!(office.left(NINE).await, 0);
    assert!(matches!(office.book(1, NINE).await, Err(Error::SlotFull { .. })));

    office.at("2026-11-23T09:10:00");
    assert_eq!(office.left(NINE).await, 1, "free from that moment, though nobody wrote it down");
    assert_eq!(office.count("SELECT taken FROM slots").await, 1);
    office.book(1, NINE).await.expect("sold");
    let late = office.registry.take(&office.request(2, NINE), Channel::Web { draft: "draft" }).await;
    assert!(matches!(late, Err(Error::SlotFull { .. })), "{late:?}");
    assert_eq!(office.miscounted().await, 0);
}

async fn a_hold_is_extended_once(office: Office) {
    office.registry.hold("draft", slot(NINE)).await.expect("held");
    office.at("2026-11-23T09:09:00");
    let longer = office.registry.extend_hold("draft").await.expect("extended");
    assert_eq!((longer.until.to_string(), longer.may_extend), ("2026-11-23 09:20:00".into(), false));
    assert!(matches!(office.registry.extend_hold("draft").await, Err(Error::HoldExpired)));
    office.at("2026-11-23T09:19:59");
    assert!(matches!(office.book(1, NINE).await, Err(Error::SlotFull { .. })));
    office.at("2026-11-23T09:20:00");
    assert!(office.registry.hold_of("draft").await.expect("read").expect("known").expired);
    office.book(1, NINE).await.expect("sold");
}

async fn a_held_place_becomes_the_booking_and_is_counted_once(office: Office) {
    office.registry.hold("draft", slot(NINE)).await.expect("held");
    let booked = office.registry.take(&office.request(1, NINE), Channel::Web { draft: "draft" }).await;
    let booked = booked.expect("booked");
    assert_eq!(office.count("SELECT taken FROM slots").await, 1);
    assert_eq!(office.count("SELECT COUNT(*) FROM holds").await, 0);

    let twice = office.registry.take(&office.request(1, NINE), Channel::Web { draft: "draft" }).await;
    assert_eq!(twice.expect("a second press finds the first booking").code, booked.code);
    assert_eq!((office.standing().await, office.miscounted().await), (1, 0));
}

async fn another_slot_takes_the_place_of_the_first(office: Office) {
    office.registry.hold("draft", slot(NINE)).await.expect("held");
    office.book(1, TEN).await.expect("booked");
    let refused = office.registry.hold("draft", slot(TEN)).await;
    assert!(matches!(refused, Err(Error::SlotFull { .. })));
    assert_eq!(office.left(NINE).await, 0, "the old place is kept where the new one is full");

    office.registry.hold("draft", slot("marriage-20261125-1030")).await.expect("held");
    assert_eq!(office.left(NINE).await, 1);
    office.registry.release_hold("draft").await.expect("given back");
    office.registry.release_hold("draft").await.expect("giving back nothing does no harm");
    assert_eq!(office.left("marriage-20261125-1030").await, 1);
    assert_eq!(office.miscounted().await, 0);
}

async fn asking_again_for_the_same_slot_changes_nothing(office: Office) {
    office.registry.hold("draft", slot(NINE)).await.expect("held");
    office.at("2026-11-23T09:05:00");
    let again = office.registry.hold("draft", slot(NINE)).await.expect("still held");
    assert_eq!(again.until.to_string(), "2026-11-23 09:10:00", "asking again is no way to keep it for ever");
    assert_eq!(office.miscounted().await, 0);
}

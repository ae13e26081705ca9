//! The log of acts is a chain: nothing in it is changed, left out, added or cut unnoticed.

use registry::{audit::Checked, booking::Channel, staff::Role};
use tests::{office::Office, on_both_engines};

on_both_engines![
    an_untouched_log_is_whole,
    a_changed_entry_is_found,
    an_entry_left_out_is_found,
    a_cut_end_is_found,
    a_forged_entry_is_found,
    the_log_names_no_person,
];

async fn some_acts(office: &Office) {
    let reception = office.officer(Role::Reception).await;
    for n in 0..3 {
        let request = office.request(n, "marriage-20261125-0900");
        office.registry.take(&request, Channel::Reception(&reception)).await.expect("booked");
    }
    let Checked::Whole(head) = office.registry.verify_audit().await.expect("walked") else {
        panic!("broken from the start")
    };
    assert_eq!(head.entries, 5);
}

async fn broken_at(office: &Office) -> Option<i64> {
    match office.registry.verify_audit().await.expect("walked") {
        Checked::Whole(_) => None,
        Checked::BrokenAt(seq) => Some(seq),
    }
}

async fn an_untouched_log_is_whole(office: Office) {
    assert_eq!(broken_at(&office).await, None);
    some_acts(&office).await;
    let printed = office.registry.audit_head().await.expect("a head");
    assert_eq!(office.registry.verify_audit().await.expect("walked"), Checked::Whole(printed));
}

async fn a_changed_entry_is_found(office: Office) {
    some_acts(&office).await;
    office.meddle("UPDATE audit_entries SET verb = 'booking_moved' WHERE seq = 4").await;
    assert_eq!(broken_at(&office).await, Some(4));
    office.meddle("UPDATE audit_entries SET verb = 'booking_made' WHERE seq = 4").await;
    assert_eq!(broken_at(&office).await, None);
    office.meddle("UPDATE audit_entries SET officer = NULL WHERE seq = 3").await;
    assert_eq!(broken_at(&office).await, Some(3));
}

async fn an_entry_left_out_is_found(office: Office) {
    some_acts(&office).await;
    office.meddle("DELETE FROM audit_entries WHERE seq = 2").await;
    assert_eq!(broken_at(&office).await, Some(2));
    // Closing the gap doesn't hide it.
    office.meddle("UPDATE audit_entries SET seq = 2 WHERE seq = 3").await;
    assert_eq!(broken_at(&office).await, Some(2));
}

async fn a_cut_end_is_found(office: Office) {
    some_acts(&office).await;
    office.meddle("DELETE FROM audit_entries WHERE seq = 5").await;
    assert_eq!(broken_at(&office).await, Some(5));
}

async fn a_forged_entry_is_found(office: Office) {
    some_acts(&office).await;
    office
        .meddle(
            "INSERT INTO audit_entries (seq, at, officer, verb, subject, act_hash, hash)
             SELECT 6, at, officer, verb, subject, act_hash, hash FROM audit_entries WHERE seq = 5",
        )
        .await;
    office.meddle("UPDATE audit_head SET seq = 6").await;
    assert_eq!(broken_at(&office).await, Some(6));
}

async fn the_log_names_no_person(office: Office) {
    some_acts(&office).await;
    let auditor = office.officer(Role::Auditor).await;
    let entries = office.registry.audit_entries(&auditor, 100).await.expect("entries");
    for entry in entries {
        let text = format!("{} {}", entry.verb, entry.subject);
        assert!(text.is_ascii() && !text.contains("370199"), "{text}");
    }
}

//! What must not be kept is forgotten at night.

use registry::{
    Error,
    booking::{Channel, Idempotency},
    staff::Role,
};
use server::jobs::forget::forget;
use tests::{office::Office, on_both_engines, people};

on_both_engines![
    ninety_days_after_its_day_nothing_personal_of_a_booking_is_kept,
    drafts_sessions_and_keys_go_when_they_have_run_out,
];

async fn ninety_days_after_its_day_nothing_personal_of_a_booking_is_kept(office: Office) {
    let booked = office.book(1, "marriage-20261125-0900").await.expect("booked");
    let (a, _) = people::couple(1);
    office.at("2027-02-23T03:00:00");
    assert_eq!(forget(&office.registry).await.expect("done").bookings, 0);
    assert!(office.look(&booked).await.is_ok());

    office.at("2027-02-24T03:00:00");
    assert_eq!(forget(&office.registry).await.expect("done").bookings, 1);
    assert_eq!(forget(&office.registry).await.expect("done").bookings, 0);
    assert!(matches!(office.look(&booked).await, Err(Error::NotFound)));
    let by_number = office.registry.find_booking(&booked.code.to_string(), &a.id_number, "here").await;
    assert!(matches!(by_number, Err(Error::NotFound)));
    let reception = office.officer(Role::Reception).await;
    let that_day = office.registry.bookings_on(&reception, booked.date).await.expect("a list");
    assert!(that_day.is_empty());
    assert_eq!(office.count("SELECT COUNT(*) FROM booking_persons").await, 0);
    assert_eq!(office.count("SELECT COUNT(*) FROM bookings").await, 1, "the visit stays for the figures");
}

async fn drafts_sessions_and_keys_go_when_they_have_run_out(office: Office) {
    office.registry.keep_draft("cookie", &"typed").await.expect("kept");
    office.sign_in(Role::Reception).await;
    let key = Idempotency { key: "k", body: b"body" };
    office
        .registry
        .take(&office.request(1, "marriage-20261125-0900"), Channel::Api(Some(key)))
        .await
        .expect("booked");
    let nothing = forget(&office.registry).await.expect("done");
    assert_eq!((nothing.drafts, nothing.sessions, nothing.keys), (0, 0, 0));

    office.at("2026-11-24T03:00:00");
    let night = forget(&office.registry).await.expect("done");
    assert_eq!((night.drafts, night.sessions, night.keys), (1, 1, 0));
    office.at("2026-12-01T03:00:00");
    assert_eq!(forget(&office.registry).await.expect("done").keys, 1);
}

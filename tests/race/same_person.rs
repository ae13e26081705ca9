//! The same people, or the same request, many times at once.

use crate::outcome::Outcome;
use futures::future::join_all;
use registry::{
    Error,
    booking::{Channel, Idempotency},
};
use tests::{office::Office, on_both_engines, people};

on_both_engines![
    the_same_two_get_one_booking_whichever_seats_they_take,
    one_person_with_two_partners_gets_one_booking,
    the_same_request_sent_twenty_times_is_one_booking,
    one_key_with_two_bodies_books_one_of_them,
];

async fn the_same_two_get_one_booking_whichever_seats_they_take(office: Office) {
    let (a, b) = people::couple(1);
    let attempts = (0..24).map(|n| {
        let slot = format!("marriage-202611{}-{}", 25 + n % 3, ["0900", "0930", "1000"][n / 8]);
        let phone = a.phone.clone();
        let swapped = registry::booking::RawParty { phone, ..b.clone() };
        let (first, second) = if n % 2 == 0 { (&a, &b) } else { (&swapped, &a) };
        let request = office.read(&slot, first, Some(second)).expect("a couple");
        let registry = office.registry.clone();
        tokio::spawn(async move { registry.take(&request, Channel::Api(None)).await })
    });
    let attempts: Vec<_> = attempts.collect();
    let results = join_all(attempts).await.into_iter().map(|joined| joined.expect("no panic")).collect();

    assert_eq!(Outcome::of(results), Outcome { sold: 1, not_bookable: 23, ..Outcome::default() });
    assert_eq!((office.standing().await, office.miscounted().await), (1, 0));
}

async fn one_person_with_two_partners_gets_one_booking(office: Office) {
    let (a, _) = people::couple(1);
    let attempts = (2..12).map(|n| {
        let (_, other) = people::couple(n);
        let slot = format!("marriage-20261125-{}", ["0830", "0900", "0930", "1000", "1030"][n % 5]);
        let request = office.read(&slot, &a, Some(&other)).expect("a couple");
        let registry = office.registry.clone();
        tokio::spawn(async move { registry.take(&request, Channel::Api(None)).await })
    });
    let attempts: Vec<_> = attempts.collect();
    let results = join_all(attempts).await.into_iter().map(|joined| joined.expect("no panic")).collect();

    assert_eq!(Outcome::of(results), Outcome { sold: 1, not_bookable: 9, ..Outcome::default() });
    // Those who were refused took no place with them, and their partners are free.
    assert_eq!((office.standing().await, office.miscounted().await), (1, 0));
    assert_eq!(office.count("SELECT COUNT(*) FROM live_bookings").await, 2);
}

async fn the_same_request_sent_twenty_times_is_one_booking(office: Office) {
    let results = send(&office, 20, |_| (1, &b"the same"[..])).await;

    let booked: Vec<_> = results.into_iter().map(|result| result.expect("the same answer")).collect();
    assert!(booked.iter().all(|other| *other == booked[0]));
    assert_eq!((office.standing().await, office.miscounted().await), (1, 0));
}

async fn one_key_with_two_bodies_books_one_of_them(office: Office) {
    let results = send(&office, 20, |n| if n % 2 == 0 { (1, &b"one"[..]) } else { (2, &b"other"[..]) }).await;

    let reused = results.iter().filter(|result| matches!(result, Err(Error::KeyReused))).count();
    let codes: std::collections::BTreeSet<_> = results.iter().flatten().map(|booked| booked.code).collect();
    assert_eq!((reused, codes.len()), (10, 1));
    assert_eq!((office.standing().await, office.miscounted().await), (1, 0));
}

/// Sends `many` bookings under one key; `of` says which couple's body each carries.
async fn send(
    office: &Office,
    many: usize,
    of: impl Fn(usize) -> (usize, &'static [u8]),
) -> Vec<registry::Result<registry::booking::Booked>> {
    let attempts = (0..many).map(|n| {
        let (couple, body) = of(n);
        let (registry, request) = (office.registry.clone(), office.request(couple, "marriage-20261125-0900"));
        tokio::spawn(async move {
            registry.take(&request, Channel::Api(Some(Idempotency { key: "k", body }))).await
        })
    });
    let attempts: Vec<_> = attempts.collect();
    join_all(attempts).await.into_iter().map(|joined| joined.expect("no panic")).collect()
}

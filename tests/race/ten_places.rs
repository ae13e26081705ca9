//! Five hundred want ten places: ten get one, nobody is refused while one is free.

use crate::outcome::Outcome;
use futures::future::join_all;
use registry::booking::Channel;
use tests::{
    office::{Office, Plan},
    on_both_engines,
};

const SLOT: &str = "marriage-20261125-0900";
const ATTEMPTS: usize = 500;

on_both_engines![
    five_hundred_want_ten_places_and_ten_get_one with ten,
    places_of_holds_that_run_out_meanwhile_are_sold_too with ten,
];

fn ten(plan: Plan) -> Plan {
    plan.places(10)
}

async fn five_hundred_want_ten_places_and_ten_get_one(office: Office) {
    let outcome = Outcome::of(attempts(&office, 0..ATTEMPTS).await);

    assert_eq!(outcome, Outcome { sold: 10, full: 490, ..Outcome::default() });
    assert_eq!(office.left(SLOT).await, 0);
    assert_eq!((office.standing().await, office.miscounted().await), (10, 0));
}

async fn places_of_holds_that_run_out_meanwhile_are_sold_too(office: Office) {
    let drafts: Vec<_> = (0..6).map(|n| format!("draft-{n}")).collect();
    for draft in &drafts {
        let slot = law::booking::SlotId::parse(SLOT).expect("a slot");
        office.registry.hold(draft, slot).await.expect("held");
    }
    assert_eq!(office.left(SLOT).await, 4);

    let (first, second) = (attempts(&office, 0..250), async {
        // While the first are still on their way, the six holds run out; two of their holders try to confirm all the same.
        tokio::task::yield_now().await;
        office.at("2026-11-23T09:11:00");
        let late = drafts.iter().take(2).enumerate().map(|(n, draft)| confirm(&office, 1000 + n, draft));
        let (late, others) = tokio::join!(join_all(late), attempts(&office, 250..ATTEMPTS));
        late.into_iter().chain(others).collect::<Vec<_>>()
    });
    let (first, second) = tokio::join!(first, second);
    let outcome = Outcome::of(first.into_iter().chain(second).collect());

    assert_eq!(outcome, Outcome { sold: 10, full: ATTEMPTS + 2 - 10, ..Outcome::default() });
    assert_eq!(office.left(SLOT).await, 0);
    assert_eq!((office.standing().await, office.miscounted().await), (10, 0));
}

async fn attempts(
    office: &Office,
    couples: std::ops::Range<usize>,
) -> Vec<registry::Result<registry::booking::Booked>> {
    let tasks = couples.map(|n| {
        let (registry, request) = (office.registry.clone(), office.request(n, SLOT));
        tokio::spawn(async move { registry.take(&request, Channel::Api(None)).await })
    });
    let tasks: Vec<_> = tasks.collect();
    join_all(tasks).await.into_iter().map(|joined| joined.expect("no panic")).collect()
}

async fn confirm(office: &Office, n: usize, draft: &str) -> registry::Result<registry::booking::Booked> {
    office.registry.take(&office.request(n, SLOT), Channel::Web { draft }).await
}

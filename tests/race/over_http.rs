//! The same race through the whole house: sockets, layers, JSON.

use futures::future::join_all;
use tests::{
    office::{Office, Plan},
    on_both_engines,
    web::{Reply, Web, wanted},
};

on_both_engines![
    five_hundred_requests_for_ten_places_are_answered_201_or_409 with ten,
    one_request_sent_many_times_has_one_answer with ten,
];

const SLOT: &str = "marriage-20261125-0900";

fn ten(plan: Plan) -> Plan {
    plan.places(10)
}

async fn five_hundred_requests_for_ten_places_are_answered_201_or_409(office: Office) {
    let web = Web::open(&office).await;
    let bodies: Vec<_> = (0..500).map(|n| (format!("key-{n}"), wanted(n, SLOT))).collect();
    let replies = join_all(bodies.iter().map(|(key, body)| web.book(key, body))).await;

    let sold: Vec<&Reply> = replies.iter().filter(|reply| reply.status == 201).collect();
    let full: Vec<&Reply> = replies.iter().filter(|reply| is_full(reply)).collect();
    assert_eq!((sold.len(), full.len()), (10, 490));
    assert_eq!(office.left(SLOT).await, 0);
    assert_eq!((office.standing().await, office.miscounted().await), (10, 0));
}

fn is_full(reply: &Reply) -> bool {
    let alternatives = reply.json["alternatives"].as_array().map_or(0, Vec::len);
    reply.status == 409
        && reply.kind == "application/problem+json"
        && reply.json["problem"] == "slot_full"
        && alternatives == 5
}

async fn one_request_sent_many_times_has_one_answer(office: Office) {
    let web = Web::open(&office).await;
    let body = wanted(1, SLOT);
    let replies = join_all((0..30).map(|_| web.book("once", &body))).await;

    assert_eq!(replies[0].status, 201);
    assert!(replies.iter().all(|reply| *reply == replies[0]));
    assert_eq!((office.standing().await, office.miscounted().await), (1, 0));
}

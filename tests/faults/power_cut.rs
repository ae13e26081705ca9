//! The real program is killed amid two hundred bookings: every one that was answered 201 is there, no slot is miscounted.

use futures::future::join_all;
use serde_json::Value;
use std::{
    collections::BTreeMap,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};
use tests::{
    hall::{Hall, Start, fresh_folder},
    office::Office,
    web::{reply, wanted},
};

const BOOKINGS: usize = 200;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_booking_answered_before_a_power_cut_is_there_after_it() {
    let folder = fresh_folder("power-cut").expect("a folder");
    let data = folder.join("var").display().to_string();
    let start = || Start::default().with("HALL_DATA", &data).start().expect("a hall");
    let mut hall = start();
    let slots = free_slots(&hall.address).await;

    let answered = Arc::new(AtomicUsize::new(0));
    let client = reqwest::Client::new();
    let bookings = (0..BOOKINGS).map(|n| {
        let (client, answered) = (client.clone(), Arc::clone(&answered));
        let (address, body) = (hall.address.clone(), wanted(n, &slots[n % slots.len()]));
        tokio::spawn(async move {
            let post =
                client.post(format!("{address}/api/v1/bookings")).header("Idempotency-Key", format!("k{n}"));
            let response = post.json(&body).send().await.ok()?;
            let status = response.status();
            // An answer that was cut off says nothing.
            let booked: Value = serde_json::from_slice(&response.bytes().await.ok()?).ok()?;
            assert!(status == 201 || status == 409, "{status} {booked}");
            answered.fetch_add(1, Ordering::Relaxed);
            (status == 201).then_some((n, booked))
        })
    });
    let bookings: Vec<_> = bookings.collect();
    while answered.load(Ordering::Relaxed) < BOOKINGS / 4 {
        tokio::time::sleep(Duration::from_micros(200)).await;
    }
    hall.kill().expect("killed");
    let booked: BTreeMap<usize, Value> =
        join_all(bookings).await.into_iter().filter_map(|joined| joined.expect("no panic")).collect();
    assert!(booked.len() >= 20 && booked.len() < BOOKINGS, "{} were answered 201", booked.len());

    let hall = start();
    for (n, card) in &booked {
        let one = format!("{}/api/v1/bookings/{}", hall.address, card["code"].as_str().expect("a code"));
        let found = reply(client.get(one).bearer_auth(card["manage_token"].as_str().expect("a token"))).await;
        assert_eq!((found.status.as_u16(), &found.json["date"]), (200, &card["date"]), "booking {n}");
        // Sent again after the cut, it is the same booking.
        let again = format!("{}/api/v1/bookings", hall.address);
        let body = wanted(*n, &slots[n % slots.len()]);
        let again = client.post(again).header("Idempotency-Key", format!("k{n}")).json(&body);
        assert_eq!(&reply(again).await.json, card);
    }
    counters_hold(&hall, &data).await;
    std::fs::remove_dir_all(folder).expect("removed");
}

/// Every slot on offer in the coming weeks, as the office tells it.
async fn free_slots(address: &str) -> Vec<String> {
    let path = format!("{address}/api/v1/offices/370126/availability?service=marriage&days=31");
    let days = reply(reqwest::Client::new().get(path)).await.json["days"].clone();
    let open = days.as_array().expect("days").iter().filter(|day| day["open"] == true);
    let slots = open.flat_map(|day| day["slots"].as_array().expect("slots").clone());
    slots.map(|slot| slot["id"].as_str().expect("an id").to_owned()).take(40).collect()
}

async fn counters_hold(hall: &Hall, data: &str) {
    assert!(!hall.address.is_empty());
    let miscounted = Office::look_into(&format!("sqlite:{data}/hall.db")).await.expect("the file");
    assert_eq!(miscounted, 0);
}

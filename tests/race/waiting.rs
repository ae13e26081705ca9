//! Cancellations, takers and a line at once, through two processes: every place that comes free goes to somebody who waits,
//! to one each, and none is sold twice or left.

use futures::future::join_all;
use law::{Lang, service::Service};
use registry::{
    Error,
    booking::{Channel, Contact, Party, Reading, WaitState},
};
use tests::{
    office::{Office, Plan},
    on_both_engines, people,
};

on_both_engines![places_that_come_free_go_to_the_line_and_to_nobody_else with small];

const TIMES: [&str; 12] =
    ["0830", "0900", "0930", "1000", "1030", "1100", "1330", "1400", "1430", "1500", "1530", "1600"];
const WAITING: usize = 20;
const FREED: usize = 12;

fn small(plan: Plan) -> Plan {
    plan.places(2)
}

async fn places_that_come_free_go_to_the_line_and_to_nobody_else(office: Office) {
    let slot = |n: usize| format!("marriage-20261126-{}", TIMES[n % TIMES.len()]);
    let mut booked = Vec::new();
    for n in 0..2 * TIMES.len() {
        booked.push(office.book(n, &slot(n)).await.expect("booked"));
    }
    let mut line = Vec::new();
    for n in 100..100 + WAITING {
        let (a, _) = people::couple(n);
        let rules = Reading { service: Service::Marriage, today: office.clock.today(), phone_required: true };
        let party = Party::read(&a, "a", rules).expect("a person");
        let day = "2026-11-26".parse().expect("a day");
        office.clock.set(office.clock.now() + chrono::TimeDelta::seconds(1));
        let joined = office.registry.join_line(Service::Marriage, day, &party, Contact::None, Lang::Zh).await;
        line.push(joined.expect("in line").as_str().to_owned());
    }

    let other_process = office.again().await;
    let cancels = booked.iter().take(FREED).enumerate().map(|(n, booked)| {
        let registry = if n % 2 == 0 { office.registry.clone() } else { other_process.clone() };
        let (code, token) = (booked.code.to_string(), booked.manage_token.clone());
        tokio::spawn(async move {
            let booking = registry.open_booking(&code, &token).await?;
            registry.cancel_booking(&booking, None).await
        })
    });
    let takes = (200..300).map(|n| {
        let registry = if n % 2 == 0 { office.registry.clone() } else { other_process.clone() };
        let request = office.request(n, &slot(n));
        tokio::spawn(async move { registry.take(&request, Channel::Api(None)).await.map(|_| ()) })
    });
    let (cancels, takes): (Vec<_>, Vec<_>) = (cancels.collect(), takes.collect());
    for cancelled in join_all(cancels).await {
        cancelled.expect("no panic").expect("cancelled");
    }
    for taken in join_all(takes).await {
        assert!(matches!(taken.expect("no panic"), Err(Error::SlotFull { .. })), "somebody jumped the line");
    }

    let mut offers = Vec::new();
    for (place, secret) in line.iter().enumerate() {
        match office.registry.look_at_line(secret).await.expect("read").expect("a wait").state {
            WaitState::Offered { slot, .. } => offers.push((place, slot, secret)),
            WaitState::InLine { .. } => {}
            other => panic!("{other:?}"),
        }
    }
    let in_order: Vec<_> = offers.iter().map(|(place, ..)| *place).collect();
    assert_eq!(in_order, (0..FREED).collect::<Vec<_>>(), "the first of the line, each one place");
    for (place, slot, secret) in &offers {
        let request = office.request(100 + place, &slot.to_string());
        office.registry.take(&request, Channel::Web { draft: secret.as_str() }).await.expect("booked");
    }
    assert_eq!(office.standing().await, 2 * 12, "as many as there are places");
    assert_eq!(office.miscounted().await, 0);
}

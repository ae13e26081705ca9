//! Bookings, moves, cancellations, holds and releases at once, through two processes: afterwards every slot's counter is the
//! number of bookings and holds that stand in it.

use registry::{
    Error, Registry,
    booking::{Booked, Channel},
};
use tests::{
    office::{Office, Plan},
    on_both_engines,
};

on_both_engines![moves_and_cancellations_at_once_leave_every_counter_right with small];

const TIMES: [&str; 4] = ["0830", "0900", "0930", "1000"];
const DAYS: [&str; 2] = ["20261125", "20261126"];
const WORKERS: usize = 16;
const STEPS: usize = 12;

fn small(plan: Plan) -> Plan {
    plan.places(5)
}

async fn moves_and_cancellations_at_once_leave_every_counter_right(office: Office) {
    let other_process = office.again().await;
    let workers = (0..WORKERS).map(|worker| {
        let registry = if worker % 2 == 0 { office.registry.clone() } else { other_process.clone() };
        let requests = (0..STEPS)
            .map(|step| {
                let n = worker * STEPS + step;
                (office.request(n, &slot(n)), slot(n * 7 + 3))
            })
            .collect();
        tokio::spawn(work(registry, worker, requests))
    });
    let workers: Vec<_> = workers.collect();
    let mut wrong = Vec::new();
    for worker in workers {
        wrong.extend(worker.await.expect("no panic"));
    }

    assert_eq!(wrong, Vec::<String>::new());
    assert_eq!(office.miscounted().await, 0);
    let over = office.count("SELECT COUNT(*) FROM slots WHERE taken > capacity OR taken < 0").await;
    assert_eq!(over, 0);
    let bound = office.count("SELECT COUNT(*) FROM live_bookings").await;
    assert_eq!(bound, 2 * office.standing().await);
    assert!(office.standing().await > 20, "the slots of a race should be nearly full");
}

/// Books, moves, cancels, holds; gives back every answer that none of them may have.
async fn work(
    registry: Registry,
    worker: usize,
    requests: Vec<(registry::booking::Request, String)>,
) -> Vec<String> {
    let mut wrong = Vec::new();
    let draft = format!("draft-{worker}");
    for (step, (request, to)) in requests.into_iter().enumerate() {
        let to = law::booking::SlotId::parse(&to).expect("a slot");
        note(&mut wrong, registry.hold(&draft, to).await);
        let booked = match registry.take(&request, Channel::Api(None)).await {
            Ok(booked) => booked,
            refused => {
                note(&mut wrong, refused);
                continue;
            }
        };
        note(&mut wrong, relocate(&registry, &booked, to).await);
        match step % 3 {
            0 => note(&mut wrong, cancel(&registry, &booked).await),
            1 => note(&mut wrong, registry.release_hold(&draft).await),
            _ => {}
        }
    }
    wrong
}

async fn relocate(registry: &Registry, booked: &Booked, to: law::booking::SlotId) -> registry::Result<()> {
    let booking = registry.open_booking(&booked.code.to_string(), &booked.manage_token).await?;
    registry.move_booking(&booking, to, None).await
}

async fn cancel(registry: &Registry, booked: &Booked) -> registry::Result<()> {
    let booking = registry.open_booking(&booked.code.to_string(), &booked.manage_token).await?;
    registry.cancel_booking(&booking, None).await
}

/// A full slot is an answer; everything else is none.
fn note<T>(wrong: &mut Vec<String>, result: registry::Result<T>) {
    match result {
        Ok(_) | Err(Error::SlotFull { .. }) => {}
        Err(error) => wrong.push(format!("{error:?}")),
    }
}

fn slot(n: usize) -> String {
    format!("marriage-{}-{}", DAYS[n % 2], TIMES[n / 2 % 4])
}

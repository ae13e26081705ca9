//! What is read most: the month's page and the portal's availability.

use crate::Outcome;
use crate::client::{Client, get};
use crate::load::{Figures, run};
use crate::server::Server;
use crate::yardstick::Fixed;
use std::collections::BTreeMap;

const SECONDS: u64 = 5;
const CONNECTIONS: usize = 32;

pub async fn measure(server: &Server) -> Outcome<()> {
    let today = crate::server::today();
    let json = format!("/api/v1/offices/370126/availability?service=marriage&from={today}&days=31");
    measure_one(server, "availability page", "/book/marriage/day", 3_000.0).await?;
    measure_one(server, "availability JSON", &json, 10_000.0).await
}

async fn measure_one(server: &Server, name: &str, path: &str, goal: f64) -> Outcome<()> {
    let bytes = get(path);
    let once = Client::connect(&server.address).await?.send(&bytes).await?;
    if once.status != 200 {
        return Err(format!("{path} answered {}", once.status).into());
    }
    let mut figures = load(&server.address, bytes.clone()).await?;
    let fixed = Fixed::start(once.body.len()).await?;
    let mut yardstick = load(&fixed.address, get("/")).await?;
    fixed.stop().await?;
    print(name, &mut figures, goal);
    print(&format!("  yardstick: fixed {} KB", once.body.len() / 1024), &mut yardstick, 0.0);
    Ok(())
}

async fn load(address: &str, bytes: Vec<u8>) -> Outcome<Figures> {
    let figures = run(address, CONNECTIONS, SECONDS, move |_, _| Some(bytes.clone())).await?;
    let only_ok: BTreeMap<u16, usize> =
        figures.by_status.iter().filter(|(s, _)| **s == 200).map(|(s, n)| (*s, *n)).collect();
    if only_ok.len() == figures.by_status.len() {
        Ok(figures)
    } else {
        Err("not every answer was 200".into())
    }
}

fn print(name: &str, figures: &mut Figures, goal: f64) {
    let (p50, p99) = (figures.within(0.5), figures.within(0.99));
    let goal = if goal > 0.0 { format!("  (goal {goal:.0}/s)") } else { String::new() };
    println!("{name}: {:.0}/s, p50 {p50:.2} ms, p99 {p99:.2} ms{goal}", figures.per_second());
}

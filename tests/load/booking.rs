//! Bookings through the portal's door: all confirmed while there is room, all refused when there is none.

use crate::Outcome;
use crate::client::{Answer, Client, get, post};
use crate::load::{Figures, run};
use crate::server::Server;
use std::sync::Arc;

const SECONDS: u64 = 5;

/// Two people who do not exist, told apart by a number.
pub struct Couple {
    man: String,
    woman: String,
}

impl Couple {
    /// The n-th couple: born in the 1970s to 1990s, numbers with right check digits.
    pub fn numbered(n: usize) -> Self {
        // A day of birth and a sequence number from n: 28 days, 12 months, 25 years, 499 pairs of sequence numbers.
        let (day, rest) = (n % 28 + 1, n / 28);
        let (month, rest) = (rest % 12 + 1, rest / 12);
        let (year, rest) = (1972 + rest % 25, rest / 25);
        let (area, pair) = (370_101 + rest / 499, rest % 499);
        let number = |odd: usize| with_check(&format!("{area}{year}{month:02}{day:02}{:03}", pair * 2 + odd));
        Self { man: number(1), woman: number(0) }
    }

    pub fn request(&self, slot: &str) -> String {
        format!(
            r#"{{"service":"marriage","slot":"{slot}","a":{{"name":"测试","id_type":"mainland_id","id_number":"{}","phone":"13800000000"}},"b":{{"name":"考验","id_type":"mainland_id","id_number":"{}"}}}}"#,
            self.man, self.woman
        )
    }
}

/// GB 11643: the eighteenth character.
fn with_check(seventeen: &str) -> String {
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let sum: u32 =
        seventeen.bytes().zip(WEIGHTS).map(|(digit, weight)| u32::from(digit - b'0') * weight).sum();
    format!("{seventeen}{}", char::from(b"10X98765432"[(sum % 11) as usize]))
}

/// Every open slot of the next 31 days.
pub async fn slots(client: &mut Client) -> Outcome<Vec<String>> {
    let today = crate::server::today();
    let path = format!("/api/v1/offices/370126/availability?service=marriage&from={today}&days=31");
    let offer: serde_json::Value = serde_json::from_slice(&client.send(&get(&path)).await?.body)?;
    let days = offer["days"].as_array().ok_or("no days")?;
    let slots =
        days.iter().filter(|day| day["open"] == true).filter_map(|day| day["slots"].as_array()).flatten();
    Ok(slots.filter_map(|slot| slot["id"].as_str().map(str::to_owned)).collect())
}

/// One booking.
pub async fn book(client: &mut Client, slot: &str, couple: &Couple) -> Outcome<Answer> {
    let body = couple.request(slot);
    let answer = client.send(&post("/api/v1/bookings", &couple.man, &body)).await?;
    match answer.status {
        201 => Ok(answer),
        status => {
            Err(format!("a booking answered {status}: {}", String::from_utf8_lossy(&answer.body)).into())
        }
    }
}

pub async fn measure(server: &Server) -> Outcome<()> {
    let slots = Arc::new(slots(&mut Client::connect(&server.address).await?).await?);
    let mut first = 0;
    for connections in [64, 256] {
        let confirmed = load(server, connections, first, slots.clone()).await?;
        first += 1_000_000;
        report("confirmed", 201, connections, confirmed);
        println!("memory under load: {} MB", server.memory_mb());
    }
    // One slot is filled, then everyone asks for it.
    let full = fill(server, &slots).await?;
    for connections in [64, 256] {
        let refused = load(server, connections, first, Arc::new(vec![full.clone()])).await?;
        first += 1_000_000;
        report("refused", 409, connections, refused);
    }
    Ok(())
}

/// Each connection books couples of its own, over all slots in turn.
async fn load(
    server: &Server,
    connections: usize,
    first: usize,
    slots: Arc<Vec<String>>,
) -> Outcome<Figures> {
    run(&server.address, connections, SECONDS, move |connection, nth| {
        let n = first + nth * connections + connection;
        let couple = Couple::numbered(n);
        let slot = &slots[n % slots.len()];
        Some(post("/api/v1/bookings", &format!("bench-{n}"), &couple.request(slot)))
    })
    .await
}

/// Books the last slot until it refuses.
async fn fill(server: &Server, slots: &[String]) -> Outcome<String> {
    let slot = slots.last().ok_or("no slot is open")?.clone();
    let target = slot.clone();
    let figures = run(&server.address, 64, 20, move |connection, nth| {
        let n = 5_000_000 + nth * 64 + connection;
        (nth < 60)
            .then(|| post("/api/v1/bookings", &format!("fill-{n}"), &Couple::numbered(n).request(&target)))
    })
    .await?;
    if figures.by_status.contains_key(&409) { Ok(slot) } else { Err("the last slot did not fill".into()) }
}

fn report(what: &str, status: u16, connections: usize, mut figures: Figures) {
    let others: usize = figures.by_status.iter().filter(|(other, _)| **other != status).map(|(_, n)| n).sum();
    let p99 = figures.within(0.99);
    let p50 = figures.within(0.5);
    println!(
        "bookings {what}, {connections} at once: {:.0}/s, p50 {p50:.1} ms, p99 {p99:.1} ms, other answers {others}  (goal 1000/s)",
        figures.per_second()
    );
}

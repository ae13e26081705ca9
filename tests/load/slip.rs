//! The booking slip as a PDF: the first one loads the fonts, the others show the price of a page.

use crate::Outcome;
use crate::booking::{Couple, book};
use crate::client::Client;
use crate::server::Server;
use std::time::Instant;

const PRINTS: u32 = 50;

pub async fn measure(server: &Server) -> Outcome<()> {
    let mut client = Client::connect(&server.address).await?;
    let slots = crate::booking::slots(&mut client).await?;
    let slot = slots.first().ok_or("no slot is open")?;
    let answer = book(&mut client, slot, &Couple::numbered(9_999_999)).await?;
    let booked: serde_json::Value = serde_json::from_slice(&answer.body)?;
    let (path, token) = (booked["receipt_pdf"].as_str(), booked["manage_token"].as_str());
    let (path, token) = path.zip(token).ok_or("the booking names no slip")?;
    let request = format!("GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer {token}\r\n\r\n")
        .into_bytes();
    let start = Instant::now();
    let first = client.send(&request).await?;
    let first_took = start.elapsed();
    if first.status != 200 {
        return Err(format!("the slip answered {}", first.status).into());
    }
    println!("memory after the first paper: {} MB", server.memory_mb());
    let start = Instant::now();
    for _ in 0..PRINTS {
        client.send(&request).await?;
    }
    let each = start.elapsed() / PRINTS;
    println!(
        "booking slip: {:.1} ms each, {} KB; the first {} ms with its fonts  (goal 15 ms, 40 KB)",
        each.as_secs_f64() * 1000.0,
        first.body.len().div_ceil(1024),
        first_took.as_millis()
    );
    Ok(())
}

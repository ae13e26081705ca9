//! `make bench`: measures a release build on this machine, each figure beside a yardstick of the same run.
//!
//! A page is compared with a fixed answer of the same size from the same HTTP stack; a booking with a bare durable
//! insert on the same file. Everything stays on loopback and ends by itself.
#![expect(clippy::print_stdout, reason = "the figures are what this command gives")]
#![expect(clippy::cast_precision_loss, reason = "figures are printed to three digits")]

mod booking;
mod client;
mod load;
mod memory;
mod pages;
mod server;
mod sizes;
mod slip;
mod yardstick;

use server::Server;

pub type Outcome<T> = Result<T, Box<dyn std::error::Error + Send + Sync>>;

fn main() -> Outcome<()> {
    if std::env::args().nth(1).as_deref() == Some("yardstick") {
        return yardstick::serve();
    }
    tokio::runtime::Builder::new_multi_thread().enable_all().build()?.block_on(run())
}

async fn run() -> Outcome<()> {
    println!("measured on {} cores, {}", std::thread::available_parallelism()?, sizes::machine());
    sizes::print()?;
    let folder = std::env::temp_dir().join(format!("hall-bench-{}", std::process::id()));
    let outcome = measure(&folder).await;
    // What was measured on is of no use to anyone.
    let _ = std::fs::remove_dir_all(&folder);
    outcome
}

async fn measure(folder: &std::path::Path) -> Outcome<()> {
    server::prepare(folder).await?;
    let server = Server::start(folder).await?;
    println!("start-up: ready to answer after {} ms", server.ready_after.as_millis());
    println!("memory after start: {} MB", server.memory_mb());
    pages::measure(&server).await?;
    slip::measure(&server).await?;
    booking::measure(&server).await?;
    println!("memory after all that: {} MB", server.memory_mb());
    server.stop().await?;
    yardstick::durable_inserts(folder).await
}

//! What the figures are held against: a fixed answer of the same size, and a bare durable insert.

use crate::Outcome;
use crate::server::{database, free_address};
use axum::Router;
use axum::routing::get;
use axum::serve::ListenerExt;
use sqlx::ConnectOptions;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous};
use std::path::Path;
use std::process::Stdio;
use std::time::{Duration, Instant};
use tokio::process::{Child, Command};

/// A server that gives the same bytes to everyone: the same HTTP stack with nothing behind it, in a process of its own.
pub struct Fixed {
    child: Child,
    pub address: String,
}

impl Fixed {
    pub async fn start(size: usize) -> Outcome<Self> {
        let address = free_address()?;
        let child = Command::new(std::env::current_exe()?)
            .args(["yardstick", &address, &size.to_string()])
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()?;
        for _ in 0..500 {
            if tokio::net::TcpStream::connect(&address).await.is_ok() {
                return Ok(Self { child, address });
            }
            tokio::time::sleep(Duration::from_millis(2)).await;
        }
        Err("the yardstick did not start".into())
    }

    pub async fn stop(mut self) -> Outcome<()> {
        Ok(self.child.kill().await?)
    }
}

/// `bench yardstick ADDRESS SIZE`
pub fn serve() -> Outcome<()> {
    let mut words = std::env::args().skip(2);
    let (address, size) = (words.next().ok_or("no address")?, words.next().ok_or("no size")?.parse()?);
    let body: &'static [u8] = vec![b'x'; size].leak();
    tokio::runtime::Builder::new_multi_thread().enable_all().build()?.block_on(async move {
        let listener = tokio::net::TcpListener::bind(address).await?.tap_io(|stream| {
            // As the server under test.
            let _ = stream.set_nodelay(true);
        });
        axum::serve(listener, Router::new().route("/", get(move || async move { body }))).await?;
        Ok(())
    })
}

const INSERTS: u32 = 2_000;

/// One row, one commit, forced to disk, on the file that the bookings were written to.
pub async fn durable_inserts(folder: &Path) -> Outcome<()> {
    let mut connection = SqliteConnectOptions::new()
        .filename(database(folder)?)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .connect()
        .await?;
    sqlx::query("CREATE TABLE yardstick (id INTEGER PRIMARY KEY, words TEXT)")
        .execute(&mut connection)
        .await?;
    let start = Instant::now();
    for _ in 0..INSERTS {
        sqlx::query("INSERT INTO yardstick (words) VALUES ($1)")
            .bind("a row")
            .execute(&mut connection)
            .await?;
    }
    let took = start.elapsed();
    println!(
        "  yardstick: bare durable inserts, one commit each: {:.0}/s",
        f64::from(INSERTS) / took.as_secs_f64()
    );
    Ok(())
}

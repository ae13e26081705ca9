//! The release build under test, on a folder and a port of its own.

use crate::Outcome;
use crate::client::{Client, get};
use crate::memory::resident_mb;
use sqlx::ConnectOptions;
use sqlx::sqlite::SqliteConnectOptions;
use std::path::Path;
use std::process::Stdio;
use std::time::{Duration, Instant};
use tokio::process::{Child, Command};

const BINARY: &str = "target/release/server";

pub struct Server {
    child: Child,
    pub address: String,
    pub ready_after: Duration,
}

/// Makes the database and opens enough places for half a million bookings: 50 windows of 50 and none kept back.
pub async fn prepare(folder: &Path) -> Outcome<()> {
    std::fs::create_dir_all(folder)?;
    let made =
        Command::new(BINARY).arg("migrate").env("HALL_DATA", folder).stdout(Stdio::null()).status().await?;
    if !made.success() {
        return Err("migrate failed".into());
    }
    let mut database = SqliteConnectOptions::new().filename(database(folder)?).connect().await?;
    let office: String = sqlx::query_scalar("SELECT value FROM settings WHERE name = 'office'")
        .fetch_one(&mut database)
        .await?;
    let mut office: serde_json::Value = serde_json::from_str(&office)?;
    office["services"]["marriage"] =
        serde_json::json!({"windows": 50, "per_window": 50, "walk_in_percent": 0});
    sqlx::query("UPDATE settings SET value = $1 WHERE name = 'office'")
        .bind(office.to_string())
        .execute(&mut database)
        .await?;
    Ok(())
}

/// The SQLite file in the data folder.
pub fn database(folder: &Path) -> Outcome<std::path::PathBuf> {
    let files = std::fs::read_dir(folder)?.filter_map(Result::ok).map(|entry| entry.path());
    let kinds = ["db", "sqlite", "sqlite3"];
    files
        .into_iter()
        .find(|path| path.extension().is_some_and(|kind| kinds.iter().any(|known| kind == *known)))
        .ok_or_else(|| "no database file in the data folder".into())
}

impl Server {
    pub async fn start(folder: &Path) -> Outcome<Self> {
        let address = free_address()?;
        let start = Instant::now();
        let child = Command::new(BINARY)
            .arg("serve")
            .env("HALL_DATA", folder)
            .env("HALL_LISTEN", &address)
            .env("RUST_LOG", "warn")
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()?;
        let mut server = Self { child, address, ready_after: Duration::ZERO };
        server.ready_after = server.wait_ready(start).await?;
        Ok(server)
    }

    async fn wait_ready(&self, start: Instant) -> Outcome<Duration> {
        while start.elapsed() < Duration::from_secs(20) {
            if let Ok(mut client) = Client::connect(&self.address).await
                && client.send(&get("/readyz")).await.is_ok_and(|answer| answer.status == 200)
            {
                return Ok(start.elapsed());
            }
            tokio::time::sleep(Duration::from_millis(2)).await;
        }
        Err("the server did not become ready".into())
    }

    /// Resident memory in MB.
    pub fn memory_mb(&self) -> u64 {
        self.child.id().map_or(0, resident_mb)
    }

    pub async fn stop(mut self) -> Outcome<()> {
        if let Some(id) = self.child.id() {
            Command::new("kill").args(["-TERM", &id.to_string()]).status().await?;
        }
        self.child.wait().await?;
        Ok(())
    }
}

/// A free address on loopback.
pub fn free_address() -> Outcome<String> {
    Ok(std::net::TcpListener::bind("127.0.0.1:0")?.local_addr()?.to_string())
}

/// Today in the office; the server under test reads the machine's clock, and so does this.
pub fn today() -> chrono::NaiveDate {
    registry::Clock::system().today()
}

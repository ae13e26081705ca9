//! A SQLite database is copied while others read and write it, or found to be nobody else's.

use crate::error::{Error, Result};
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use sqlx::{ConnectOptions, Connection};
use std::path::Path;
use std::time::Duration;

/// Copies the database at `from`, whole and compact, as it was at one instant. `to` must be empty or absent.
///
/// Errors: `Unavailable` with the engine's own words; `Inconsistent` where `from` is damaged or no database.
pub async fn sqlite(from: &Path, to: &Path) -> Result<()> {
    let mut connection = open(from).await?;
    let health: String = sqlx::query_scalar("PRAGMA quick_check").fetch_one(&mut connection).await?;
    if health != "ok" {
        return Err(Error::inconsistent(format!("{}: {health}", from.display())));
    }
    let to = to.to_str().ok_or_else(|| Error::Unavailable("the file's name is not UTF-8".into()))?;
    sqlx::query("VACUUM INTO $1").bind(to).execute(&mut connection).await?;
    connection.close().await.map_err(Into::into)
}

/// Whether no other process has the database open. Errors: `Unavailable` where one has.
pub async fn alone(path: &Path) -> Result<()> {
    let mut connection = open(path).await?;
    // In this mode the first reader must be the only one (SQLite: PRAGMA locking_mode).
    sqlx::query("PRAGMA locking_mode = EXCLUSIVE").execute(&mut connection).await?;
    sqlx::query("BEGIN EXCLUSIVE").execute(&mut connection).await?;
    sqlx::query("ROLLBACK").execute(&mut connection).await?;
    connection.close().await.map_err(Into::into)
}

async fn open(path: &Path) -> Result<SqliteConnection> {
    let options = SqliteConnectOptions::new().filename(path).busy_timeout(Duration::from_secs(2));
    options.connect().await.map_err(Into::into)
}

//! Brings the schema up to date; the same numbers for both engines.

use crate::error::{Error, Result};
use sqlx::{PgPool, SqlitePool};

pub(super) async fn sqlite(pool: &SqlitePool) -> Result<()> {
    sqlx::migrate!("../../migrations/sqlite").run(pool).await.map_err(told)
}

pub(super) async fn postgres(pool: &PgPool) -> Result<()> {
    sqlx::migrate!("../../migrations/postgres").run(pool).await.map_err(told)
}

fn told(error: sqlx::migrate::MigrateError) -> Error {
    Error::Unavailable(format!("the schema could not be brought up to date: {error}"))
}

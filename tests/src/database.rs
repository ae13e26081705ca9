//! A fresh PostgreSQL database for one test, where a cluster is named.
#![expect(clippy::expect_used, reason = "a test whose ground cannot be laid has failed")]

use crate::Trouble;
use sqlx::Connection;
use std::sync::atomic::{AtomicU32, Ordering};

/// A database that nothing else uses, in the cluster that `HALL_TEST_POSTGRES` names.
pub async fn fresh() -> Option<String> {
    let base = std::env::var("HALL_TEST_POSTGRES").ok().filter(|base| !base.is_empty())?;
    Some(make(&base).await.expect("a PostgreSQL database"))
}

async fn make(base: &str) -> Result<String, Trouble> {
    static LAST: AtomicU32 = AtomicU32::new(0);
    let name = format!("hall_{}_{}", std::process::id(), LAST.fetch_add(1, Ordering::Relaxed));
    let mut connection = sqlx::PgConnection::connect(base).await?;
    sqlx::query(sqlx::AssertSqlSafe(format!("CREATE DATABASE {name}"))).execute(&mut connection).await?;
    let (server, _) = base.rsplit_once('/').ok_or("no database in the address")?;
    Ok(format!("{server}/{name}"))
}

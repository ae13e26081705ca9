//! What somebody has typed so far.

use crate::error::Result;
use crate::store::{Tx, each_engine};
use chrono::{DateTime, Utc};

/// Keeps a draft, new or changed.
pub async fn put(tx: &mut Tx, id: &[u8], sealed: &[u8], ends: DateTime<Utc>) -> Result<()> {
    each_engine!(tx, |conn| sqlx::query(
        "INSERT INTO drafts (id, sealed, ends_at) VALUES ($1, $2, $3)
         ON CONFLICT (id) DO UPDATE SET sealed = excluded.sealed, ends_at = excluded.ends_at"
    )
    .bind(id)
    .bind(sealed)
    .bind(ends)
    .execute(conn)
    .await
    .map(|_| ()))
    .map_err(Into::into)
}

/// A draft that has not run out.
pub async fn get(tx: &mut Tx, id: &[u8], now: DateTime<Utc>) -> Result<Option<Vec<u8>>> {
    each_engine!(tx, |conn| sqlx::query_scalar("SELECT sealed FROM drafts WHERE id = $1 AND ends_at > $2")
        .bind(id)
        .bind(now)
        .fetch_optional(conn)
        .await)
    .map_err(Into::into)
}

/// Removes a draft.
pub async fn remove(tx: &mut Tx, id: &[u8]) -> Result<()> {
    each_engine!(tx, |conn| sqlx::query("DELETE FROM drafts WHERE id = $1")
        .bind(id)
        .execute(conn)
        .await
        .map(|_| ()))
    .map_err(Into::into)
}

/// Removes all drafts that have run out; how many.
pub async fn remove_expired(tx: &mut Tx, now: DateTime<Utc>) -> Result<u64> {
    each_engine!(tx, |conn| sqlx::query("DELETE FROM drafts WHERE ends_at <= $1")
        .bind(now)
        .execute(conn)
        .await
        .map(|done| done.rows_affected()))
    .map_err(Into::into)
}

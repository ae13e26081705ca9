//! Keys that make a repeated request harmless.

use crate::error::Result;
use crate::store::{Tx, each_engine};
use chrono::{DateTime, Utc};
use uuid::Uuid;

/// What was answered under a key.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct KeyRow {
    pub body_hash: Vec<u8>,
    pub booking_id: Uuid,
    pub slot_id: String,
    pub made_at: DateTime<Utc>,
}

/// Claims a key for a booking; `false` when it is known already.
pub async fn claim(
    tx: &mut Tx,
    key: &[u8],
    body: &[u8],
    booking: Uuid,
    slot: &str,
    now: DateTime<Utc>,
) -> Result<bool> {
    each_engine!(tx, |conn| sqlx::query(
        "INSERT INTO idempotency_keys (key_hash, body_hash, booking_id, slot_id, made_at)
              VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (key_hash) DO NOTHING"
    )
    .bind(key)
    .bind(body)
    .bind(booking)
    .bind(slot)
    .bind(now)
    .execute(conn)
    .await
    .map(|done| done.rows_affected() == 1))
    .map_err(Into::into)
}

/// What a known key stands for.
pub async fn get(tx: &mut Tx, key: &[u8]) -> Result<Option<KeyRow>> {
    each_engine!(tx, |conn| sqlx::query_as(
        "SELECT body_hash, booking_id, slot_id, made_at FROM idempotency_keys WHERE key_hash = $1"
    )
    .bind(key)
    .fetch_optional(conn)
    .await)
    .map_err(Into::into)
}

/// Forgets keys made before an instant.
pub async fn forget_before(tx: &mut Tx, before: DateTime<Utc>) -> Result<u64> {
    each_engine!(tx, |conn| sqlx::query("DELETE FROM idempotency_keys WHERE made_at < $1")
        .bind(before)
        .execute(conn)
        .await
        .map(|done| done.rows_affected()))
    .map_err(Into::into)
}

//! Places kept while somebody types.

use crate::error::Result;
use crate::store::{Tx, each_engine};
use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

#[derive(Debug, Clone, sqlx::FromRow)]
pub struct HoldRow {
    pub id: Uuid,
    pub slot_id: String,
    pub ends_at: DateTime<Utc>,
    pub extended: bool,
}

/// The hold of a draft, expired or not.
pub async fn of_draft(tx: &mut Tx, draft: &[u8]) -> Result<Option<HoldRow>> {
    each_engine!(tx, |conn| sqlx::query_as(
        "SELECT id, slot_id, ends_at, extended FROM holds WHERE draft_id = $1"
    )
    .bind(draft)
    .fetch_optional(conn)
    .await)
    .map_err(Into::into)
}

/// Writes a hold down that lasts as long as it was offered; `false` when the draft has one already.
pub async fn insert_offered(
    tx: &mut Tx,
    id: Uuid,
    slot: &str,
    draft: &[u8],
    from: DateTime<Utc>,
    ends: DateTime<Utc>,
) -> Result<bool> {
    each_engine!(tx, |conn| sqlx::query(
        "INSERT INTO holds (id, slot_id, draft_id, made_at, ends_at, extended) VALUES ($1, $2, $3, $4, $5, TRUE)
         ON CONFLICT (draft_id) DO NOTHING"
    )
    .bind(id)
    .bind(slot)
    .bind(draft)
    .bind(from)
    .bind(ends)
    .execute(conn)
    .await
    .map(|done| done.rows_affected() == 1))
    .map_err(Into::into)
}

/// Writes a hold down; `false` when the draft has one already.
pub async fn insert(
    tx: &mut Tx,
    id: Uuid,
    slot: &str,
    draft: &[u8],
    now: DateTime<Utc>,
    ends: DateTime<Utc>,
) -> Result<bool> {
    each_engine!(tx, |conn| sqlx::query(
        "INSERT INTO holds (id, slot_id, draft_id, made_at, ends_at) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (draft_id) DO NOTHING"
    )
    .bind(id)
    .bind(slot)
    .bind(draft)
    .bind(now)
    .bind(ends)
    .execute(conn)
    .await
    .map(|done| done.rows_affected() == 1))
    .map_err(Into::into)
}

/// Removes the holds of a slot that have run out; when each of them did.
pub async fn remove_expired(tx: &mut Tx, slot: &str, now: DateTime<Utc>) -> Result<Vec<DateTime<Utc>>> {
    each_engine!(tx, |conn| sqlx::query_scalar(
        "DELETE FROM holds WHERE slot_id = $1 AND ends_at <= $2 RETURNING ends_at"
    )
    .bind(slot)
    .bind(now)
    .fetch_all(conn)
    .await)
    .map_err(Into::into)
}

/// A hold that has run out and that nobody has written down yet.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct ExpiredRow {
    pub slot_id: String,
    pub ends_at: DateTime<Utc>,
}

/// The holds of a service's day that have run out.
pub async fn expired_on(
    tx: &mut Tx,
    service: &str,
    date: NaiveDate,
    now: DateTime<Utc>,
) -> Result<Vec<ExpiredRow>> {
    each_engine!(tx, |conn| sqlx::query_as(
        "SELECT holds.slot_id, holds.ends_at
           FROM slots
           JOIN holds ON holds.slot_id = slots.id
          WHERE slots.service = $1 AND slots.date = $2 AND holds.ends_at <= $3"
    )
    .bind(service)
    .bind(date)
    .bind(now)
    .fetch_all(conn)
    .await)
    .map_err(Into::into)
}

/// Removes one hold; `true` if it was there.
pub async fn remove(tx: &mut Tx, id: Uuid) -> Result<bool> {
    each_engine!(tx, |conn| sqlx::query("DELETE FROM holds WHERE id = $1")
        .bind(id)
        .execute(conn)
        .await
        .map(|done| done.rows_affected() == 1))
    .map_err(Into::into)
}

/// Keeps a living hold until `ends`, once; `false` if it has run out or was extended before.
pub async fn extend(tx: &mut Tx, draft: &[u8], now: DateTime<Utc>, ends: DateTime<Utc>) -> Result<bool> {
    each_engine!(tx, |conn| sqlx::query(
        "UPDATE holds SET ends_at = $3, extended = TRUE
          WHERE draft_id = $1 AND ends_at > $2 AND extended = FALSE"
    )
    .bind(draft)
    .bind(now)
    .bind(ends)
    .execute(conn)
    .await
    .map(|done| done.rows_affected() == 1))
    .map_err(Into::into)
}

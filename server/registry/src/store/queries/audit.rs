//! The log's entries and its head.

use crate::error::Result;
use crate::store::{Tx, each_engine};
use chrono::{DateTime, Utc};
use uuid::Uuid;

#[derive(Debug, Clone, sqlx::FromRow)]
pub struct EntryRow {
    pub seq: i64,
    pub at: DateTime<Utc>,
    pub officer: Option<Uuid>,
    pub verb: String,
    pub subject: String,
    pub act_hash: Vec<u8>,
    pub hash: Vec<u8>,
}

#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct HeadRow {
    pub seq: i64,
    pub hash: Vec<u8>,
}

/// Makes the head of an empty log where there is none.
pub async fn make_head(tx: &mut Tx) -> Result<()> {
    each_engine!(tx, |conn| sqlx::query(
        "INSERT INTO audit_head (id, seq, hash) VALUES (1, 0, $1) ON CONFLICT (id) DO NOTHING"
    )
    .bind(&[0_u8; 32][..])
    .execute(conn)
    .await
    .map(|_| ()))
    .map_err(Into::into)
}

/// Locks the head until the transaction ends and counts it up: the new number and the hash before it.
pub async fn lock_head(tx: &mut Tx) -> Result<HeadRow> {
    each_engine!(tx, |conn| sqlx::query_as(
        "UPDATE audit_head SET seq = seq + 1 WHERE id = 1 RETURNING seq, hash"
    )
    .fetch_one(conn)
    .await)
    .map_err(Into::into)
}

pub async fn head(tx: &mut Tx) -> Result<HeadRow> {
    each_engine!(tx, |conn| sqlx::query_as("SELECT seq, hash FROM audit_head WHERE id = 1")
        .fetch_one(conn)
        .await)
    .map_err(Into::into)
}

pub async fn set_head(tx: &mut Tx, hash: &[u8]) -> Result<()> {
    each_engine!(tx, |conn| sqlx::query("UPDATE audit_head SET hash = $1 WHERE id = 1")
        .bind(hash)
        .execute(conn)
        .await
        .map(|_| ()))
    .map_err(Into::into)
}

pub async fn insert(tx: &mut Tx, entry: &EntryRow) -> Result<()> {
    each_engine!(tx, |conn| sqlx::query(
        "INSERT INTO audit_entries (seq, at, officer, verb, subject, act_hash, hash)
              VALUES ($1, $2, $3, $4, $5, $6, $7)"
    )
    .bind(entry.seq)
    .bind(entry.at)
    .bind(entry.officer)
    .bind(&entry.verb)
    .bind(&entry.subject)
    .bind(&entry.act_hash)
    .bind(&entry.hash)
    .execute(conn)
    .await
    .map(|_| ()))
    .map_err(Into::into)
}

/// Entries after `seq` in order, at most `many`.
pub async fn after(tx: &mut Tx, seq: i64, many: i64) -> Result<Vec<EntryRow>> {
    each_engine!(tx, |conn| sqlx::query_as(
        "SELECT seq, at, officer, verb, subject, act_hash, hash FROM audit_entries
          WHERE seq > $1 ORDER BY seq LIMIT $2"
    )
    .bind(seq)
    .bind(many)
    .fetch_all(conn)
    .await)
    .map_err(Into::into)
}

/// The latest entries, newest first.
pub async fn latest(tx: &mut Tx, many: i64) -> Result<Vec<EntryRow>> {
    each_engine!(tx, |conn| sqlx::query_as(
        "SELECT seq, at, officer, verb, subject, act_hash, hash FROM audit_entries ORDER BY seq DESC LIMIT $1"
    )
    .bind(many)
    .fetch_all(conn)
    .await)
    .map_err(Into::into)
}

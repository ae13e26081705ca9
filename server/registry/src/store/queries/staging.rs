//! Imports and the rows they have stored.

use crate::error::Result;
use crate::store::{Tx, each_engine};
use chrono::{DateTime, Utc};
use uuid::Uuid;

/// An import that begins.
#[derive(Debug, Clone)]
pub struct NewImport {
    pub file_hash: Vec<u8>,
    pub started_at: DateTime<Utc>,
    pub started_by: Option<Uuid>,
}

/// Begins an import under the next number. Two that begin at once get different numbers or one of them is refused.
pub async fn begin(tx: &mut Tx, new: &NewImport) -> Result<i64> {
    each_engine!(tx, |conn| sqlx::query_scalar(
        "INSERT INTO imports (number, file_hash, started_at, started_by)
              VALUES ((SELECT COALESCE(MAX(number), 0) + 1 FROM imports), $1, $2, $3)
         RETURNING number"
    )
    .bind(&new.file_hash)
    .bind(new.started_at)
    .bind(new.started_by)
    .fetch_one(conn)
    .await)
    .map_err(Into::into)
}

/// Counts stored rows; `false` when the import has been published or abandoned meanwhile.
pub async fn grow(tx: &mut Tx, number: i64, acts: i64) -> Result<bool> {
    each_engine!(tx, |conn| sqlx::query(
        "UPDATE imports SET acts = acts + $2
          WHERE number = $1 AND published_at IS NULL AND abandoned_at IS NULL"
    )
    .bind(number)
    .bind(acts)
    .execute(conn)
    .await
    .map(|done| done.rows_affected() == 1))
    .map_err(Into::into)
}

/// Abandons every import that is not published; their rows never count.
pub async fn abandon_all(tx: &mut Tx, at: DateTime<Utc>) -> Result<u64> {
    each_engine!(tx, |conn| sqlx::query(
        "UPDATE imports SET abandoned_at = $1 WHERE published_at IS NULL AND abandoned_at IS NULL"
    )
    .bind(at)
    .execute(conn)
    .await
    .map(|done| done.rows_affected()))
    .map_err(Into::into)
}

/// Removes up to `many` rows of abandoned imports; how many were removed.
pub async fn clear_abandoned(tx: &mut Tx, many: i64) -> Result<u64> {
    each_engine!(tx, |conn| sqlx::query(
        "DELETE FROM acts
          WHERE id IN (SELECT id FROM acts
                        WHERE batch > 0 AND batch IN (SELECT number FROM imports WHERE abandoned_at IS NOT NULL)
                        LIMIT $1)"
    )
    .bind(many)
    .execute(conn)
    .await
    .map(|done| done.rows_affected()))
    .map_err(Into::into)
}

/// Whether the counter has entered something since `since` that names a person or a ref of this import.
pub async fn is_overtaken(tx: &mut Tx, number: i64, since: DateTime<Utc>) -> Result<bool> {
    let one: Option<i64> = each_engine!(tx, |conn| sqlx::query_scalar(
        "SELECT newer.act_month
           FROM acts AS newer
          WHERE newer.batch = 0 AND newer.entered_at >= $2
            AND (EXISTS (SELECT 1 FROM acts AS staged WHERE staged.ref = newer.ref AND staged.batch = $1)
              OR EXISTS (SELECT 1 FROM acts AS staged
                          WHERE staged.a_key IN (newer.a_key, newer.b_key) AND staged.batch = $1)
              OR EXISTS (SELECT 1 FROM acts AS staged
                          WHERE staged.b_key IN (newer.a_key, newer.b_key) AND staged.batch = $1))
          LIMIT 1"
    )
    .bind(number)
    .bind(since)
    .fetch_optional(conn)
    .await)?;
    Ok(one.is_some())
}

/// Makes an import's rows count; `false` when it was abandoned or had to give way to the counter.
pub async fn publish(tx: &mut Tx, number: i64, at: DateTime<Utc>) -> Result<bool> {
    each_engine!(tx, |conn| sqlx::query(
        "UPDATE imports SET published_at = $2
          WHERE number = $1 AND published_at IS NULL AND abandoned_at IS NULL AND NOT overtaken"
    )
    .bind(number)
    .bind(at)
    .execute(conn)
    .await
    .map(|done| done.rows_affected() == 1))
    .map_err(Into::into)
}

/// Marks imports under way of which a row has to give way to an act of the counter.
pub async fn overtake(tx: &mut Tx, reference: &str, part: &str) -> Result<()> {
    each_engine!(tx, |conn| sqlx::query(
        "UPDATE imports SET overtaken = TRUE
          WHERE published_at IS NULL
            AND number IN (SELECT batch FROM acts WHERE ref = $1 AND part = $2)"
    )
    .bind(reference)
    .bind(part)
    .execute(conn)
    .await
    .map(|_| ()))
    .map_err(Into::into)
}

/// Takes an unpublished row out of the way of one entered at the counter.
pub async fn give_way(tx: &mut Tx, reference: &str, part: &str) -> Result<()> {
    each_engine!(tx, |conn| sqlx::query(
        "DELETE FROM acts
          WHERE ref = $1 AND part = $2 AND batch IN (SELECT number FROM imports WHERE published_at IS NULL)"
    )
    .bind(reference)
    .bind(part)
    .execute(conn)
    .await
    .map(|_| ()))
    .map_err(Into::into)
}

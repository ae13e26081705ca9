//! Those who wait for a place on a full day, in the order in which they came.

use crate::error::Result;
use crate::store::{Tx, each_engine};
use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

/// A wait with what became of it.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct WaitRow {
    pub id: Uuid,
    pub service: String,
    pub date: NaiveDate,
    pub joined_at: DateTime<Utc>,
    pub contact: String,
    pub sealed: Vec<u8>,
    pub slot_id: Option<String>,
    pub ends_at: Option<DateTime<Utc>>,
    pub fate: Option<String>,
}

/// A wait as it is written down.
#[derive(Debug, Clone)]
pub struct NewWait {
    pub id: Uuid,
    pub service: &'static str,
    pub date: NaiveDate,
    pub draft: Vec<u8>,
    pub joined_at: DateTime<Utc>,
    pub contact: &'static str,
    pub lang: &'static str,
    pub sealed: Vec<u8>,
}

/// The next in line.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct NextRow {
    pub id: Uuid,
    pub draft_id: Vec<u8>,
}

pub async fn insert(tx: &mut Tx, new: &NewWait) -> Result<()> {
    each_engine!(tx, |conn| sqlx::query(
        "INSERT INTO waits (id, service, date, draft_id, joined_at, contact, lang, sealed)
              VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"
    )
    .bind(new.id)
    .bind(new.service)
    .bind(new.date)
    .bind(&new.draft)
    .bind(new.joined_at)
    .bind(new.contact)
    .bind(new.lang)
    .bind(&new.sealed)
    .execute(conn)
    .await
    .map(|_| ()))
    .map_err(Into::into)
}

/// Binds a person to their one live wait of a service; `false` when they have another.
pub async fn bind_person(tx: &mut Tx, person: &[u8], new: &NewWait) -> Result<bool> {
    each_engine!(tx, |conn| sqlx::query(
        "INSERT INTO live_waits (person_key, service, wait_id, date) VALUES ($1, $2, $3, $4)
         ON CONFLICT (person_key, service) DO NOTHING"
    )
    .bind(person)
    .bind(new.service)
    .bind(new.id)
    .bind(new.date)
    .execute(conn)
    .await
    .map(|done| done.rows_affected() == 1))
    .map_err(Into::into)
}

/// Frees a person from a wait that is over: its day has come, its offer has run out, or it was ended.
pub async fn free_ended(
    tx: &mut Tx,
    person: &[u8],
    service: &str,
    today: NaiveDate,
    now: DateTime<Utc>,
) -> Result<()> {
    each_engine!(tx, |conn| sqlx::query(
        "DELETE FROM live_waits
          WHERE person_key = $1 AND service = $2
            AND (date <= $3
                 OR EXISTS (SELECT 1 FROM wait_endings WHERE wait_endings.wait_id = live_waits.wait_id)
                 OR EXISTS (SELECT 1 FROM wait_offers
                             WHERE wait_offers.wait_id = live_waits.wait_id AND wait_offers.ends_at <= $4))"
    )
    .bind(person)
    .bind(service)
    .bind(today)
    .bind(now)
    .execute(conn)
    .await
    .map(|_| ()))
    .map_err(Into::into)
}

/// The first of a day's line to whom nothing was offered yet.
pub async fn next(tx: &mut Tx, service: &str, date: NaiveDate) -> Result<Option<NextRow>> {
    each_engine!(tx, |conn| sqlx::query_as(
        "SELECT id, draft_id FROM waits
          WHERE service = $1 AND date = $2
            AND NOT EXISTS (SELECT 1 FROM wait_offers WHERE wait_offers.wait_id = waits.id)
            AND NOT EXISTS (SELECT 1 FROM wait_endings WHERE wait_endings.wait_id = waits.id)
          ORDER BY joined_at, id
          LIMIT 1"
    )
    .bind(service)
    .bind(date)
    .fetch_optional(conn)
    .await)
    .map_err(Into::into)
}

/// How many wait on each day of `[from, until]` to whom nothing was offered yet.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct LineRow {
    pub date: NaiveDate,
    pub waiting: i64,
}

pub async fn lines(tx: &mut Tx, service: &str, from: NaiveDate, until: NaiveDate) -> Result<Vec<LineRow>> {
    each_engine!(tx, |conn| sqlx::query_as(
        "SELECT date, COUNT(*) AS waiting FROM waits
          WHERE service = $1 AND date BETWEEN $2 AND $3
            AND NOT EXISTS (SELECT 1 FROM wait_offers WHERE wait_offers.wait_id = waits.id)
            AND NOT EXISTS (SELECT 1 FROM wait_endings WHERE wait_endings.wait_id = waits.id)
          GROUP BY date"
    )
    .bind(service)
    .bind(from)
    .bind(until)
    .fetch_all(conn)
    .await)
    .map_err(Into::into)
}

/// How many stand in line before this one.
pub async fn ahead(tx: &mut Tx, wait: &WaitRow) -> Result<i64> {
    each_engine!(tx, |conn| sqlx::query_scalar(
        "SELECT COUNT(*) FROM waits
          WHERE service = $1 AND date = $2 AND (joined_at < $3 OR (joined_at = $3 AND id < $4))
            AND NOT EXISTS (SELECT 1 FROM wait_offers WHERE wait_offers.wait_id = waits.id)
            AND NOT EXISTS (SELECT 1 FROM wait_endings WHERE wait_endings.wait_id = waits.id)"
    )
    .bind(&wait.service)
    .bind(wait.date)
    .bind(wait.joined_at)
    .bind(wait.id)
    .fetch_one(conn)
    .await)
    .map_err(Into::into)
}

/// Writes the offer down; `false` when another transaction has made it meanwhile.
pub async fn offer(
    tx: &mut Tx,
    wait: Uuid,
    slot: &str,
    from: DateTime<Utc>,
    ends: DateTime<Utc>,
) -> Result<bool> {
    each_engine!(tx, |conn| sqlx::query(
        "INSERT INTO wait_offers (wait_id, slot_id, offered_at, ends_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (wait_id) DO NOTHING"
    )
    .bind(wait)
    .bind(slot)
    .bind(from)
    .bind(ends)
    .execute(conn)
    .await
    .map(|done| done.rows_affected() == 1))
    .map_err(Into::into)
}

/// The wait of this secret.
pub async fn of_draft(tx: &mut Tx, draft: &[u8]) -> Result<Option<WaitRow>> {
    each_engine!(tx, |conn| sqlx::query_as(
        "SELECT waits.id, waits.service, waits.date, waits.joined_at, waits.contact, waits.sealed,
                wait_offers.slot_id, wait_offers.ends_at, wait_endings.fate
           FROM waits
           LEFT JOIN wait_offers ON wait_offers.wait_id = waits.id
           LEFT JOIN wait_endings ON wait_endings.wait_id = waits.id
          WHERE waits.draft_id = $1"
    )
    .bind(draft)
    .fetch_optional(conn)
    .await)
    .map_err(Into::into)
}

/// Ends a wait, once, and frees the person.
pub async fn end(tx: &mut Tx, wait: Uuid, fate: &str, at: DateTime<Utc>) -> Result<()> {
    each_engine!(tx, |conn| sqlx::query(
        "INSERT INTO wait_endings (wait_id, fate, at) VALUES ($1, $2, $3) ON CONFLICT (wait_id) DO NOTHING"
    )
    .bind(wait)
    .bind(fate)
    .bind(at)
    .execute(conn)
    .await
    .map(|_| ()))?;
    each_engine!(tx, |conn| sqlx::query("DELETE FROM live_waits WHERE wait_id = $1")
        .bind(wait)
        .execute(conn)
        .await
        .map(|_| ()))
    .map_err(Into::into)
}

/// Forgets every wait for a day before `before`; how many.
pub async fn forget_before(tx: &mut Tx, before: NaiveDate) -> Result<u64> {
    for sql in [
        "DELETE FROM live_waits WHERE wait_id IN (SELECT id FROM waits WHERE date < $1)",
        "DELETE FROM wait_offers WHERE wait_id IN (SELECT id FROM waits WHERE date < $1)",
        "DELETE FROM wait_endings WHERE wait_id IN (SELECT id FROM waits WHERE date < $1)",
    ] {
        each_engine!(tx, |conn| sqlx::query(sql).bind(before).execute(conn).await.map(|_| ()))?;
    }
    each_engine!(tx, |conn| sqlx::query("DELETE FROM waits WHERE date < $1")
        .bind(before)
        .execute(conn)
        .await
        .map(|done| done.rows_affected()))
    .map_err(Into::into)
}

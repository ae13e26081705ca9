//! Half-hours and their places.

use crate::error::Result;
use crate::store::{Tx, each_engine};
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};

/// A slot's counter.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct SlotRow {
    pub id: String,
    pub capacity: i64,
    pub taken: i64,
}

/// What a slot is made from when its first place is asked for.
#[derive(Debug, Clone)]
pub struct SlotPlan {
    pub id: String,
    pub service: &'static str,
    pub date: NaiveDate,
    pub starts: NaiveTime,
    pub ends: NaiveTime,
    pub capacity: i64,
}

/// Makes the slot's row where there is none, with today's capacity.
pub async fn make(tx: &mut Tx, plan: &SlotPlan) -> Result<()> {
    each_engine!(tx, |conn| sqlx::query(
        "INSERT INTO slots (id, service, date, starts, ends, capacity)
              VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (id) DO NOTHING"
    )
    .bind(&plan.id)
    .bind(plan.service)
    .bind(plan.date)
    .bind(plan.starts)
    .bind(plan.ends)
    .bind(plan.capacity)
    .execute(conn)
    .await
    .map(|_| ()))
    .map_err(Into::into)
}

/// Locks the slot's row until the transaction ends.
pub async fn lock(tx: &mut Tx, id: &str) -> Result<Option<SlotRow>> {
    each_engine!(tx, |conn| sqlx::query_as(
        "UPDATE slots SET version = version + 1 WHERE id = $1 RETURNING id, capacity, taken"
    )
    .bind(id)
    .fetch_optional(conn)
    .await)
    .map_err(Into::into)
}

/// Takes one place if there is one: `false` when full.
pub async fn take_place(tx: &mut Tx, id: &str) -> Result<bool> {
    each_engine!(tx, |conn| sqlx::query(
        "UPDATE slots SET taken = taken + 1 WHERE id = $1 AND taken < capacity"
    )
    .bind(id)
    .execute(conn)
    .await
    .map(|done| done.rows_affected() == 1))
    .map_err(Into::into)
}

/// Gives `places` back.
pub async fn give_back(tx: &mut Tx, id: &str, places: i64) -> Result<()> {
    each_engine!(tx, |conn| sqlx::query("UPDATE slots SET taken = taken - $2 WHERE id = $1")
        .bind(id)
        .bind(places)
        .execute(conn)
        .await
        .map(|_| ()))
    .map_err(Into::into)
}

/// Sets the capacity of the slots of a service from a day on, never below what is taken.
pub async fn set_capacity(tx: &mut Tx, service: &str, from: NaiveDate, capacity: i64) -> Result<()> {
    each_engine!(tx, |conn| sqlx::query(
        "UPDATE slots SET capacity = CASE WHEN taken > $3 THEN taken ELSE $3 END
          WHERE service = $1 AND date >= $2"
    )
    .bind(service)
    .bind(from)
    .bind(capacity)
    .execute(conn)
    .await
    .map(|_| ()))
    .map_err(Into::into)
}

/// What is left of a slot at an instant: holds that have run out count as free, though nobody has written that down yet.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct LeftRow {
    pub id: String,
    pub remaining: i64,
}

/// Left places of the slots of a service in `[from, until]` that have a row; a slot without one is untouched.
pub async fn left(
    tx: &mut Tx,
    service: &str,
    from: NaiveDate,
    until: NaiveDate,
    now: DateTime<Utc>,
) -> Result<Vec<LeftRow>> {
    each_engine!(tx, |conn| sqlx::query_as(
        "SELECT slots.id,
                slots.capacity - slots.taken
                  + (SELECT COUNT(*) FROM holds WHERE holds.slot_id = slots.id AND holds.ends_at <= $4) AS remaining
           FROM slots
          WHERE slots.service = $1 AND slots.date BETWEEN $2 AND $3"
    )
    .bind(service)
    .bind(from)
    .bind(until)
    .bind(now)
    .fetch_all(conn)
    .await)
    .map_err(Into::into)
}

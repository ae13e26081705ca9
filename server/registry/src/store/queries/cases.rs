//! Cases at the counter, their events and the booklets they used.

use crate::error::Result;
use crate::store::{Tx, each_engine};
use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

#[derive(Debug, Clone, sqlx::FromRow)]
pub struct CaseRow {
    pub id: Uuid,
    pub kind: String,
    pub booking_id: Option<Uuid>,
    pub date: NaiveDate,
    pub number: i64,
    pub state: String,
    pub opened_at: DateTime<Utc>,
    pub sealed: Vec<u8>,
    pub version: i64,
    pub fence: i64,
    pub held_by: Option<Uuid>,
    pub held_until: Option<DateTime<Utc>>,
}

/// What a case is opened from.
#[derive(Debug, Clone)]
pub struct NewCase {
    pub id: Uuid,
    pub kind: &'static str,
    pub booking_id: Option<Uuid>,
    pub date: NaiveDate,
    pub opened_at: DateTime<Utc>,
    pub officer: Uuid,
    pub held_until: DateTime<Utc>,
    pub sealed: Vec<u8>,
}

/// Opens a case under the day's number; `false` when the booking has one already.
pub async fn insert(tx: &mut Tx, new: &NewCase, number: i64) -> Result<bool> {
    each_engine!(tx, |conn| sqlx::query(
        "INSERT INTO cases (id, kind, booking_id, date, number, state, opened_at, opened_by, sealed, fence, held_by,
                            held_until)
              VALUES ($1, $2, $3, $4, $5, 'open', $6, $7, $8, 1, $7, $9)
         ON CONFLICT (booking_id) DO NOTHING"
    )
    .bind(new.id)
    .bind(new.kind)
    .bind(new.booking_id)
    .bind(new.date)
    .bind(number)
    .bind(new.opened_at)
    .bind(new.officer)
    .bind(&new.sealed)
    .bind(new.held_until)
    .execute(conn)
    .await
    .map(|done| done.rows_affected() == 1))
    .map_err(Into::into)
}

macro_rules! select_case {
    ($rest:literal) => {
        concat!(
            "SELECT id, kind, booking_id, date, number, state, opened_at, sealed, version, fence, held_by, held_until
               FROM cases ",
            $rest
        )
    };
}

pub async fn by_id(tx: &mut Tx, id: Uuid) -> Result<Option<CaseRow>> {
    each_engine!(tx, |conn| sqlx::query_as(select_case!("WHERE id = $1")).bind(id).fetch_optional(conn).await)
        .map_err(Into::into)
}

pub async fn by_booking(tx: &mut Tx, booking: Uuid) -> Result<Option<CaseRow>> {
    each_engine!(tx, |conn| sqlx::query_as(select_case!("WHERE booking_id = $1"))
        .bind(booking)
        .fetch_optional(conn)
        .await)
    .map_err(Into::into)
}

/// The cases of a day, and those of earlier days that have not ended.
pub async fn of_day(tx: &mut Tx, date: NaiveDate) -> Result<Vec<CaseRow>> {
    each_engine!(tx, |conn| sqlx::query_as(select_case!(
        "WHERE date = $1 OR (date < $1 AND state IN ('open', 'paused', 'registered'))
         ORDER BY date, number"
    ))
    .bind(date)
    .fetch_all(conn)
    .await)
    .map_err(Into::into)
}

/// Locks a case until the transaction ends; `version` is the new one.
pub async fn lock(tx: &mut Tx, id: Uuid) -> Result<Option<CaseRow>> {
    each_engine!(tx, |conn| sqlx::query_as(
        "UPDATE cases SET version = version + 1 WHERE id = $1
         RETURNING id, kind, booking_id, date, number, state, opened_at, sealed, version, fence, held_by, held_until"
    )
    .bind(id)
    .fetch_optional(conn)
    .await)
    .map_err(Into::into)
}

/// Gives a locked case to an officer under a new fence.
pub async fn hold(tx: &mut Tx, id: Uuid, officer: Uuid, until: DateTime<Utc>) -> Result<()> {
    each_engine!(tx, |conn| sqlx::query(
        "UPDATE cases SET fence = fence + 1, held_by = $2, held_until = $3 WHERE id = $1"
    )
    .bind(id)
    .bind(officer)
    .bind(until)
    .execute(conn)
    .await
    .map(|_| ()))
    .map_err(Into::into)
}

/// Lets a locked case go.
pub async fn let_go(tx: &mut Tx, id: Uuid) -> Result<()> {
    each_engine!(tx, |conn| sqlx::query("UPDATE cases SET held_by = NULL, held_until = NULL WHERE id = $1")
        .bind(id)
        .execute(conn)
        .await
        .map(|_| ()))
    .map_err(Into::into)
}

/// Writes a locked case's state and renews its holder's lease.
pub async fn set_state(tx: &mut Tx, id: Uuid, state: &str, until: DateTime<Utc>) -> Result<()> {
    each_engine!(tx, |conn| sqlx::query("UPDATE cases SET state = $2, held_until = $3 WHERE id = $1")
        .bind(id)
        .bind(state)
        .bind(until)
        .execute(conn)
        .await
        .map(|_| ()))
    .map_err(Into::into)
}

/// Writes a locked case's file and renews its holder's lease.
pub async fn set_file(tx: &mut Tx, id: Uuid, sealed: &[u8], until: DateTime<Utc>) -> Result<()> {
    each_engine!(tx, |conn| sqlx::query("UPDATE cases SET sealed = $2, held_until = $3 WHERE id = $1")
        .bind(id)
        .bind(sealed)
        .bind(until)
        .execute(conn)
        .await
        .map(|_| ()))
    .map_err(Into::into)
}

pub async fn set_person(tx: &mut Tx, case: Uuid, seat: &str, person: &[u8]) -> Result<()> {
    each_engine!(tx, |conn| sqlx::query(
        "INSERT INTO case_persons (case_id, seat, person_key) VALUES ($1, $2, $3)
         ON CONFLICT (case_id, seat) DO UPDATE SET person_key = excluded.person_key"
    )
    .bind(case)
    .bind(seat)
    .bind(person)
    .execute(conn)
    .await
    .map(|_| ()))
    .map_err(Into::into)
}

pub async fn persons(tx: &mut Tx, case: Uuid) -> Result<Vec<Vec<u8>>> {
    each_engine!(tx, |conn| sqlx::query_scalar("SELECT person_key FROM case_persons WHERE case_id = $1")
        .bind(case)
        .fetch_all(conn)
        .await)
    .map_err(Into::into)
}

#[derive(Debug, Clone, sqlx::FromRow)]
pub struct EventRow {
    pub seq: i64,
    pub at: DateTime<Utc>,
    pub officer: Uuid,
    pub event: String,
}

pub async fn events(tx: &mut Tx, case: Uuid) -> Result<Vec<EventRow>> {
    each_engine!(tx, |conn| sqlx::query_as(
        "SELECT seq, at, officer, event FROM case_events WHERE case_id = $1 ORDER BY seq"
    )
    .bind(case)
    .fetch_all(conn)
    .await)
    .map_err(Into::into)
}

pub async fn insert_event(tx: &mut Tx, case: Uuid, kind: &str, row: &EventRow) -> Result<()> {
    each_engine!(tx, |conn| sqlx::query(
        "INSERT INTO case_events (case_id, seq, kind, at, officer, event) VALUES ($1, $2, $3, $4, $5, $6)"
    )
    .bind(case)
    .bind(row.seq)
    .bind(kind)
    .bind(row.at)
    .bind(row.officer)
    .bind(&row.event)
    .execute(conn)
    .await
    .map(|_| ()))
    .map_err(Into::into)
}

/// The next number of a series, from `first` on, without a gap.
pub async fn next_number(tx: &mut Tx, series: &str, first: i64) -> Result<i64> {
    each_engine!(tx, |conn| sqlx::query_scalar(
        "INSERT INTO number_counters (name, value) VALUES ($1, $2)
         ON CONFLICT (name) DO UPDATE SET value = number_counters.value + 1
         RETURNING value"
    )
    .bind(series)
    .bind(first)
    .fetch_one(conn)
    .await)
    .map_err(Into::into)
}

/// A printed booklet and what became of it.
#[derive(Debug, Clone)]
pub struct BookletRow<'a> {
    pub number: &'a str,
    pub fate: &'static str,
    pub certificate_no: &'a str,
    pub case: Uuid,
    pub at: DateTime<Utc>,
    pub officer: Uuid,
    pub reason: &'a str,
}

/// Writes a booklet down; `false` when its number was seen before.
pub async fn use_booklet(tx: &mut Tx, row: &BookletRow<'_>) -> Result<bool> {
    each_engine!(tx, |conn| sqlx::query(
        "INSERT INTO booklets (number, fate, certificate_no, case_id, at, officer, reason)
              VALUES ($1, $2, $3, $4, $5, $6, $7)
         ON CONFLICT (number) DO NOTHING"
    )
    .bind(row.number)
    .bind(row.fate)
    .bind(row.certificate_no)
    .bind(row.case)
    .bind(row.at)
    .bind(row.officer)
    .bind(row.reason)
    .execute(conn)
    .await
    .map(|done| done.rows_affected() == 1))
    .map_err(Into::into)
}

/// Writes down that a used booklet was spoilt.
pub async fn void_booklet(tx: &mut Tx, number: &str, reason: &str) -> Result<()> {
    each_engine!(tx, |conn| sqlx::query("UPDATE booklets SET fate = 'void', reason = $2 WHERE number = $1")
        .bind(number)
        .bind(reason)
        .execute(conn)
        .await
        .map(|_| ()))
    .map_err(Into::into)
}

/// Forgets the booklets of a case that are typed anew.
pub async fn forget_booklets(tx: &mut Tx, case: Uuid) -> Result<()> {
    each_engine!(tx, |conn| sqlx::query("DELETE FROM booklets WHERE case_id = $1 AND fate = 'used'")
        .bind(case)
        .execute(conn)
        .await
        .map(|_| ()))
    .map_err(Into::into)
}

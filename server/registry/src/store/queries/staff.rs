//! Officers, their assessments and sessions.

use crate::error::Result;
use crate::store::{Tx, each_engine};
use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

#[derive(Debug, Clone, sqlx::FromRow)]
pub struct StaffRow {
    pub id: Uuid,
    pub login: String,
    pub name: String,
    pub password: String,
    pub roles: String,
    pub person_key: Option<Vec<u8>>,
    pub assessed_until: Option<NaiveDate>,
    pub left_at: Option<DateTime<Utc>>,
}

macro_rules! select_staff {
    ($rest:literal) => {
        concat!(
            "SELECT staff.id, staff.login, staff.name, staff.password, staff.roles, staff.person_key,
                    (SELECT MAX(valid_until) FROM staff_assessments WHERE staff_assessments.staff_id = staff.id)
                        AS assessed_until,
                    staff_departures.at AS left_at
               FROM staff
               LEFT JOIN staff_departures ON staff_departures.staff_id = staff.id ",
            $rest
        )
    };
}

pub async fn by_login(tx: &mut Tx, login: &str) -> Result<Option<StaffRow>> {
    each_engine!(tx, |conn| sqlx::query_as(select_staff!("WHERE staff.login = $1"))
        .bind(login)
        .fetch_optional(conn)
        .await)
    .map_err(Into::into)
}

pub async fn by_id(tx: &mut Tx, id: Uuid) -> Result<Option<StaffRow>> {
    each_engine!(tx, |conn| sqlx::query_as(select_staff!("WHERE staff.id = $1"))
        .bind(id)
        .fetch_optional(conn)
        .await)
    .map_err(Into::into)
}

pub async fn all(tx: &mut Tx) -> Result<Vec<StaffRow>> {
    each_engine!(tx, |conn| sqlx::query_as(select_staff!("ORDER BY staff.login")).fetch_all(conn).await)
        .map_err(Into::into)
}

#[derive(Debug, Clone, sqlx::FromRow)]
pub struct NameRow {
    pub id: Uuid,
    pub name: String,
}

pub async fn names(tx: &mut Tx) -> Result<Vec<NameRow>> {
    each_engine!(tx, |conn| sqlx::query_as("SELECT id, name FROM staff").fetch_all(conn).await)
        .map_err(Into::into)
}

/// What an officer is written down from.
#[derive(Debug, Clone)]
pub struct NewStaff {
    pub id: Uuid,
    pub login: String,
    pub name: String,
    pub password: String,
    pub roles: String,
    pub person_key: Option<Vec<u8>>,
    pub made_at: DateTime<Utc>,
    pub made_by: Option<Uuid>,
}

/// Writes an officer down; `false` when the login is in use.
pub async fn insert(tx: &mut Tx, new: &NewStaff) -> Result<bool> {
    each_engine!(tx, |conn| sqlx::query(
        "INSERT INTO staff (id, login, name, password, roles, person_key, made_at, made_by)
              VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
         ON CONFLICT (login) DO NOTHING"
    )
    .bind(new.id)
    .bind(&new.login)
    .bind(&new.name)
    .bind(&new.password)
    .bind(&new.roles)
    .bind(&new.person_key)
    .bind(new.made_at)
    .bind(new.made_by)
    .execute(conn)
    .await
    .map(|done| done.rows_affected() == 1))
    .map_err(Into::into)
}

pub async fn set_password(tx: &mut Tx, id: Uuid, password: &str) -> Result<()> {
    each_engine!(tx, |conn| sqlx::query("UPDATE staff SET password = $2 WHERE id = $1")
        .bind(id)
        .bind(password)
        .execute(conn)
        .await
        .map(|_| ()))
    .map_err(Into::into)
}

pub async fn depart(
    tx: &mut Tx,
    id: Uuid,
    at: DateTime<Utc>,
    by: Option<Uuid>,
    reason: &str,
) -> Result<bool> {
    each_engine!(tx, |conn| sqlx::query(
        "INSERT INTO staff_departures (staff_id, at, by_staff, reason) VALUES ($1, $2, $3, $4)
         ON CONFLICT (staff_id) DO NOTHING"
    )
    .bind(id)
    .bind(at)
    .bind(by)
    .bind(reason)
    .execute(conn)
    .await
    .map(|done| done.rows_affected() == 1))
    .map_err(Into::into)
}

pub async fn assess(
    tx: &mut Tx,
    id: Uuid,
    passed: NaiveDate,
    until: NaiveDate,
    at: DateTime<Utc>,
    by: Option<Uuid>,
) -> Result<()> {
    each_engine!(tx, |conn| sqlx::query(
        "INSERT INTO staff_assessments (staff_id, passed_on, valid_until, entered_at, entered_by)
              VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (staff_id, passed_on) DO UPDATE SET valid_until = excluded.valid_until"
    )
    .bind(id)
    .bind(passed)
    .bind(until)
    .bind(at)
    .bind(by)
    .execute(conn)
    .await
    .map(|_| ()))
    .map_err(Into::into)
}

#[derive(Debug, Clone, sqlx::FromRow)]
pub struct SessionRow {
    pub staff_id: Uuid,
    pub window_no: Option<i64>,
    pub seen_at: DateTime<Utc>,
    pub locked: bool,
}

pub async fn open_session(
    tx: &mut Tx,
    id: &[u8],
    staff: Uuid,
    window: Option<i64>,
    now: DateTime<Utc>,
    ends: DateTime<Utc>,
) -> Result<()> {
    each_engine!(tx, |conn| sqlx::query(
        "INSERT INTO sessions (id, staff_id, window_no, made_at, seen_at, ends_at) VALUES ($1, $2, $3, $4, $4, $5)"
    )
    .bind(id)
    .bind(staff)
    .bind(window)
    .bind(now)
    .bind(ends)
    .execute(conn)
    .await
    .map(|_| ()))
    .map_err(Into::into)
}

pub async fn session(tx: &mut Tx, id: &[u8], now: DateTime<Utc>) -> Result<Option<SessionRow>> {
    each_engine!(tx, |conn| sqlx::query_as(
        "SELECT staff_id, window_no, seen_at, locked FROM sessions WHERE id = $1 AND ends_at > $2"
    )
    .bind(id)
    .bind(now)
    .fetch_optional(conn)
    .await)
    .map_err(Into::into)
}

pub async fn touch_session(tx: &mut Tx, id: &[u8], now: DateTime<Utc>) -> Result<()> {
    each_engine!(tx, |conn| sqlx::query("UPDATE sessions SET seen_at = $2 WHERE id = $1")
        .bind(id)
        .bind(now)
        .execute(conn)
        .await
        .map(|_| ()))
    .map_err(Into::into)
}

pub async fn set_session_lock(tx: &mut Tx, id: &[u8], locked: bool, now: DateTime<Utc>) -> Result<()> {
    each_engine!(tx, |conn| sqlx::query("UPDATE sessions SET locked = $2, seen_at = $3 WHERE id = $1")
        .bind(id)
        .bind(locked)
        .bind(now)
        .execute(conn)
        .await
        .map(|_| ()))
    .map_err(Into::into)
}

pub async fn close_session(tx: &mut Tx, id: &[u8]) -> Result<()> {
    each_engine!(tx, |conn| sqlx::query("DELETE FROM sessions WHERE id = $1")
        .bind(id)
        .execute(conn)
        .await
        .map(|_| ()))
    .map_err(Into::into)
}

pub async fn close_sessions_of(tx: &mut Tx, staff: Uuid) -> Result<()> {
    each_engine!(tx, |conn| sqlx::query("DELETE FROM sessions WHERE staff_id = $1")
        .bind(staff)
        .execute(conn)
        .await
        .map(|_| ()))
    .map_err(Into::into)
}

pub async fn remove_ended_sessions(tx: &mut Tx, now: DateTime<Utc>) -> Result<u64> {
    each_engine!(tx, |conn| sqlx::query("DELETE FROM sessions WHERE ends_at <= $1")
        .bind(now)
        .execute(conn)
        .await
        .map(|done| done.rows_affected()))
    .map_err(Into::into)
}

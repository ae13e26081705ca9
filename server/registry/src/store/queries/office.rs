//! Settings, calendars, marks and topics.

use crate::error::Result;
use crate::store::{Tx, each_engine};
use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

pub async fn setting(tx: &mut Tx, name: &str) -> Result<Option<String>> {
    each_engine!(tx, |conn| sqlx::query_scalar("SELECT value FROM settings WHERE name = $1")
        .bind(name)
        .fetch_optional(conn)
        .await)
    .map_err(Into::into)
}

pub async fn put_setting(
    tx: &mut Tx,
    name: &str,
    value: &str,
    by: Option<Uuid>,
    at: DateTime<Utc>,
) -> Result<()> {
    each_engine!(tx, |conn| sqlx::query(
        "INSERT INTO settings (name, value, set_by, set_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (name) DO UPDATE SET value = excluded.value, set_by = excluded.set_by, set_at = excluded.set_at"
    )
    .bind(name)
    .bind(value)
    .bind(by)
    .bind(at)
    .execute(conn)
    .await
    .map(|_| ()))
    .map_err(Into::into)
}

pub async fn meta(tx: &mut Tx, name: &str) -> Result<Option<String>> {
    each_engine!(tx, |conn| sqlx::query_scalar("SELECT value FROM meta WHERE name = $1")
        .bind(name)
        .fetch_optional(conn)
        .await)
    .map_err(Into::into)
}

/// Writes a mark down once; `false` when it is there already.
pub async fn put_meta(tx: &mut Tx, name: &str, value: &str) -> Result<bool> {
    each_engine!(tx, |conn| sqlx::query(
        "INSERT INTO meta (name, value) VALUES ($1, $2) ON CONFLICT (name) DO NOTHING"
    )
    .bind(name)
    .bind(value)
    .execute(conn)
    .await
    .map(|done| done.rows_affected() == 1))
    .map_err(Into::into)
}

/// Whether nobody has ever worked with this store.
pub async fn is_untouched(tx: &mut Tx) -> Result<bool> {
    let used: i64 = each_engine!(tx, |conn| sqlx::query_scalar(
        "SELECT COUNT(*)
           FROM (SELECT 1 FROM staff UNION ALL SELECT 1 FROM bookings UNION ALL SELECT 1 FROM cases
                 UNION ALL SELECT 1 FROM acts LIMIT 1) AS used"
    )
    .fetch_one(conn)
    .await)?;
    Ok(used == 0)
}

/// A day that a published national schedule names.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct NationalDayRow {
    pub date: NaiveDate,
    pub schedule_year: i64,
    pub off: bool,
    pub holiday: Option<String>,
}

pub async fn national_days(tx: &mut Tx) -> Result<Vec<NationalDayRow>> {
    each_engine!(tx, |conn| sqlx::query_as(
        "SELECT date, schedule_year, off, holiday FROM national_days ORDER BY date"
    )
    .fetch_all(conn)
    .await)
    .map_err(Into::into)
}

/// Forgets a year's schedule, so that a newer one takes its place.
pub async fn remove_schedule(tx: &mut Tx, year: i64) -> Result<()> {
    each_engine!(tx, |conn| sqlx::query("DELETE FROM national_days WHERE schedule_year = $1")
        .bind(year)
        .execute(conn)
        .await
        .map(|_| ()))
    .map_err(Into::into)
}

pub async fn insert_national_day(tx: &mut Tx, day: &NationalDayRow) -> Result<()> {
    each_engine!(tx, |conn| sqlx::query(
        "INSERT INTO national_days (date, schedule_year, off, holiday) VALUES ($1, $2, $3, $4)"
    )
    .bind(day.date)
    .bind(day.schedule_year)
    .bind(day.off)
    .bind(&day.holiday)
    .execute(conn)
    .await
    .map(|_| ()))
    .map_err(Into::into)
}

/// A day on which the office itself is closed or open against the week.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct OfficeDayRow {
    pub date: NaiveDate,
    pub kind: String,
    pub reason: String,
}

pub async fn office_days(tx: &mut Tx) -> Result<Vec<OfficeDayRow>> {
    each_engine!(tx, |conn| sqlx::query_as("SELECT date, kind, reason FROM office_days ORDER BY date")
        .fetch_all(conn)
        .await)
    .map_err(Into::into)
}

pub async fn put_office_day(
    tx: &mut Tx,
    day: &OfficeDayRow,
    by: Option<Uuid>,
    at: DateTime<Utc>,
) -> Result<()> {
    each_engine!(tx, |conn| sqlx::query(
        "INSERT INTO office_days (date, kind, reason, set_by, set_at) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (date) DO UPDATE SET kind = excluded.kind, reason = excluded.reason,
                                          set_by = excluded.set_by, set_at = excluded.set_at"
    )
    .bind(day.date)
    .bind(&day.kind)
    .bind(&day.reason)
    .bind(by)
    .bind(at)
    .execute(conn)
    .await
    .map(|_| ()))
    .map_err(Into::into)
}

pub async fn remove_office_day(tx: &mut Tx, date: NaiveDate) -> Result<bool> {
    each_engine!(tx, |conn| sqlx::query("DELETE FROM office_days WHERE date = $1")
        .bind(date)
        .execute(conn)
        .await
        .map(|done| done.rows_affected() == 1))
    .map_err(Into::into)
}

/// Raises a topic's version by one.
pub async fn raise_topic(tx: &mut Tx, topic: &str) -> Result<()> {
    each_engine!(tx, |conn| sqlx::query(
        "INSERT INTO topics (topic, version) VALUES ($1, 1)
         ON CONFLICT (topic) DO UPDATE SET version = topics.version + 1"
    )
    .bind(topic)
    .execute(conn)
    .await
    .map(|_| ()))
    .map_err(Into::into)
}

pub async fn topic_version(tx: &mut Tx, topic: &str) -> Result<i64> {
    each_engine!(tx, |conn| sqlx::query_scalar("SELECT version FROM topics WHERE topic = $1")
        .bind(topic)
        .fetch_optional(conn)
        .await)
    .map(Option::unwrap_or_default)
    .map_err(Into::into)
}

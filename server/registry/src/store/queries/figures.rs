//! Acts are counted: by index alone, in the order of the index, so that a year of a million acts takes no sorting.

use crate::error::Result;
use crate::store::{Tx, each_engine};
use chrono::NaiveDate;

/// How many acts of a month look alike.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct FacetRow {
    pub act_month: i64,
    pub act: String,
    pub a_prior: Option<String>,
    pub b_prior: Option<String>,
    pub a_band: Option<i64>,
    pub b_band: Option<i64>,
    pub related: Option<String>,
    pub tier: Option<String>,
    pub restored: bool,
    pub reason: Option<String>,
    pub n: i64,
}

/// The acts of the months `[first, last]` (as 202405) up to the day `until`.
pub async fn facets(tx: &mut Tx, first: i64, last: i64, until: NaiveDate) -> Result<Vec<FacetRow>> {
    each_engine!(tx, |conn| sqlx::query_as(
        "SELECT act_month, act, a_prior, b_prior, a_band, b_band, related, tier, restored, reason, COUNT(*) AS n
           FROM acts
          WHERE act_month BETWEEN $1 AND $2 AND act_date <= $3
            AND batch NOT IN (SELECT number FROM imports WHERE published_at IS NULL)
          GROUP BY act_month, act, a_prior, b_prior, a_band, b_band, related, tier, restored, reason"
    )
    .bind(first)
    .bind(last)
    .bind(until)
    .fetch_all(conn)
    .await)
    .map_err(Into::into)
}

/// How many applications, or endings of applications, share their day and the case's last day.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct CaseRow {
    pub issuance_last: NaiveDate,
    pub part: String,
    pub act_date: NaiveDate,
    pub n: i64,
}

/// The cases whose last day is `from` or later, with what was done in them up to `until`.
pub async fn cases(tx: &mut Tx, from: NaiveDate, until: NaiveDate) -> Result<Vec<CaseRow>> {
    each_engine!(tx, |conn| sqlx::query_as(
        "SELECT issuance_last, part, act_date, COUNT(*) AS n
           FROM acts
          WHERE issuance_last >= $1 AND act_date <= $2
            AND batch NOT IN (SELECT number FROM imports WHERE published_at IS NULL)
          GROUP BY issuance_last, part, act_date"
    )
    .bind(from)
    .bind(until)
    .fetch_all(conn)
    .await)
    .map_err(Into::into)
}

/// How many there were on a day, or in a month.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct MonthRow {
    pub act_month: i64,
    pub n: i64,
}

/// All acts but withdrawals, by month: a second count beside the one by kind.
pub async fn totals(tx: &mut Tx, first: i64, last: i64, until: NaiveDate) -> Result<Vec<MonthRow>> {
    each_engine!(tx, |conn| sqlx::query_as(
        "SELECT act_month, COUNT(*) AS n
           FROM acts
          WHERE act_month BETWEEN $1 AND $2 AND act_date <= $3 AND act <> 'divorce_withdrawal'
            AND batch NOT IN (SELECT number FROM imports WHERE published_at IS NULL)
          GROUP BY act_month"
    )
    .bind(first)
    .bind(last)
    .bind(until)
    .fetch_all(conn)
    .await)
    .map_err(Into::into)
}

/// Marriages of one day.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct DayRow {
    pub act_date: NaiveDate,
    pub n: i64,
}

/// Marriages of a month (as 202405), day by day; days without one have no row.
pub async fn marriages_by_day(tx: &mut Tx, month: i64, until: NaiveDate) -> Result<Vec<DayRow>> {
    each_engine!(tx, |conn| sqlx::query_as(
        "SELECT act_date, COUNT(*) AS n
           FROM acts
          WHERE act_month = $1 AND act = 'marriage' AND act_date <= $2
            AND batch NOT IN (SELECT number FROM imports WHERE published_at IS NULL)
          GROUP BY act_date
          ORDER BY act_date"
    )
    .bind(month)
    .bind(until)
    .fetch_all(conn)
    .await)
    .map_err(Into::into)
}

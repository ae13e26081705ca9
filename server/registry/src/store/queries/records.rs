//! Requests for records that were answered, as they are counted.

use crate::error::Result;
use crate::store::{Tx, each_engine};
use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

/// An answered request.
#[derive(Debug, Clone)]
pub struct AnswerRow {
    pub case_id: Uuid,
    pub act_date: NaiveDate,
    pub act_month: i64,
    pub found: bool,
    pub copies: i64,
    pub statements: i64,
    pub answered_at: DateTime<Utc>,
    pub officer: Uuid,
}

pub async fn insert_answer(tx: &mut Tx, row: &AnswerRow) -> Result<()> {
    each_engine!(tx, |conn| sqlx::query(
        "INSERT INTO records_answers (case_id, act_date, act_month, found, copies, statements, answered_at, officer)
              VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"
    )
    .bind(row.case_id)
    .bind(row.act_date)
    .bind(row.act_month)
    .bind(row.found)
    .bind(row.copies)
    .bind(row.statements)
    .bind(row.answered_at)
    .bind(row.officer)
    .execute(conn)
    .await
    .map(|_| ()))
    .map_err(Into::into)
}

/// What was answered in a month.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct AnsweredRow {
    pub act_month: i64,
    pub n: i64,
    pub copies: i64,
    pub statements: i64,
}

/// The months `[first, last]` (as 202405) up to the day `until`.
pub async fn answered(tx: &mut Tx, first: i64, last: i64, until: NaiveDate) -> Result<Vec<AnsweredRow>> {
    each_engine!(tx, |conn| sqlx::query_as(
        "SELECT act_month, COUNT(*) AS n, CAST(SUM(copies) AS BIGINT) AS copies,
                CAST(SUM(statements) AS BIGINT) AS statements
           FROM records_answers
          WHERE act_month BETWEEN $1 AND $2 AND act_date <= $3
          GROUP BY act_month"
    )
    .bind(first)
    .bind(last)
    .bind(until)
    .fetch_all(conn)
    .await)
    .map_err(Into::into)
}

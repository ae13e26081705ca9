//! Notes on registrations, and the registrations that they stand on.

use crate::error::Result;
use crate::store::{Tx, each_engine};
use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

/// A registration in the register.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct RegistrationRow {
    pub id: Uuid,
    pub act: String,
    #[sqlx(rename = "ref")]
    pub reference: String,
    pub act_date: NaiveDate,
    pub entered_at: DateTime<Utc>,
    pub case_id: Option<Uuid>,
    pub certificate_no: Option<String>,
    pub a_key: Vec<u8>,
    pub b_key: Option<Vec<u8>>,
    pub sealed: Option<Vec<u8>>,
    /// The case's word in lists, where there is a case.
    pub case_state: Option<String>,
}

/// Applications and withdrawals are no registrations; what an unpublished import has stored counts nowhere.
macro_rules! select_registration {
    ($rest:literal) => {
        concat!(
            "SELECT acts.id, acts.act, acts.ref, acts.act_date, acts.entered_at, acts.case_id, acts.certificate_no,
                    acts.a_key, acts.b_key, acts.sealed, cases.state AS case_state
               FROM acts
               LEFT JOIN cases ON cases.id = acts.case_id
              WHERE acts.act IN ('marriage', 'divorce_registration', 'reissue_marriage', 'reissue_divorce')
                AND acts.batch NOT IN (SELECT number FROM imports WHERE published_at IS NULL)
                AND ",
            $rest
        )
    };
}

pub async fn by_id(tx: &mut Tx, id: Uuid) -> Result<Option<RegistrationRow>> {
    each_engine!(tx, |conn| sqlx::query_as(select_registration!("acts.id = $1"))
        .bind(id)
        .fetch_optional(conn)
        .await)
    .map_err(Into::into)
}

pub async fn by_certificate(tx: &mut Tx, number: &str) -> Result<Option<RegistrationRow>> {
    each_engine!(tx, |conn| sqlx::query_as(select_registration!("acts.certificate_no = $1"))
        .bind(number)
        .fetch_optional(conn)
        .await)
    .map_err(Into::into)
}

/// The registration that bears this ref; an imported one may have no certificate number.
pub async fn by_ref(tx: &mut Tx, reference: &str) -> Result<Option<RegistrationRow>> {
    each_engine!(tx, |conn| sqlx::query_as(select_registration!("acts.ref = $1"))
        .bind(reference)
        .fetch_optional(conn)
        .await)
    .map_err(Into::into)
}

/// The row that opened a ref and its sealed persons: those of a divorce stand in its application.
pub async fn sealed_of(tx: &mut Tx, reference: &str) -> Result<Option<(Uuid, Option<Vec<u8>>)>> {
    each_engine!(tx, |conn| sqlx::query_as(
        "SELECT id, sealed FROM acts
          WHERE ref = $1 AND part = 'opening'
            AND batch NOT IN (SELECT number FROM imports WHERE published_at IS NULL)"
    )
    .bind(reference)
    .fetch_optional(conn)
    .await)
    .map_err(Into::into)
}

/// A note as it is stored.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct NoteRow {
    pub id: Uuid,
    pub act_id: Uuid,
    pub kind: String,
    pub decided_on: NaiveDate,
    pub act_date: NaiveDate,
    pub act_month: i64,
    pub noted_at: DateTime<Utc>,
    pub officer: Uuid,
    pub sealed: Vec<u8>,
}

/// Writes a note down; `false` where the registration bears one already.
pub async fn insert(tx: &mut Tx, row: &NoteRow) -> Result<bool> {
    each_engine!(tx, |conn| sqlx::query(
        "INSERT INTO registration_notes (id, act_id, kind, decided_on, act_date, act_month, noted_at, officer, sealed)
              VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
         ON CONFLICT (act_id) DO NOTHING"
    )
    .bind(row.id)
    .bind(row.act_id)
    .bind(&row.kind)
    .bind(row.decided_on)
    .bind(row.act_date)
    .bind(row.act_month)
    .bind(row.noted_at)
    .bind(row.officer)
    .bind(&row.sealed)
    .execute(conn)
    .await
    .map(|done| done.rows_affected() == 1))
    .map_err(Into::into)
}

/// The note on a registration.
pub async fn of_act(tx: &mut Tx, act: Uuid) -> Result<Option<NoteRow>> {
    each_engine!(tx, |conn| sqlx::query_as(
        "SELECT id, act_id, kind, decided_on, act_date, act_month, noted_at, officer, sealed
           FROM registration_notes WHERE act_id = $1"
    )
    .bind(act)
    .fetch_optional(conn)
    .await)
    .map_err(Into::into)
}

/// The note on the registration that a case made.
pub async fn of_case(tx: &mut Tx, case: Uuid) -> Result<Option<NoteRow>> {
    each_engine!(tx, |conn| sqlx::query_as(
        "SELECT notes.id, notes.act_id, notes.kind, notes.decided_on, notes.act_date, notes.act_month,
                notes.noted_at, notes.officer, notes.sealed
           FROM acts
           JOIN registration_notes AS notes ON notes.act_id = acts.id
          WHERE acts.case_id = $1"
    )
    .bind(case)
    .fetch_optional(conn)
    .await)
    .map_err(Into::into)
}

/// A note in the list of the latest.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct LatestRow {
    pub act_id: Uuid,
    pub kind: String,
    pub act: String,
    pub certificate_no: Option<String>,
    #[sqlx(rename = "ref")]
    pub reference: String,
    pub decided_on: NaiveDate,
    pub noted_at: DateTime<Utc>,
    pub officer: Uuid,
}

/// The latest notes, newest first.
pub async fn latest(tx: &mut Tx, many: i64) -> Result<Vec<LatestRow>> {
    each_engine!(tx, |conn| sqlx::query_as(
        "SELECT notes.act_id, notes.kind, acts.act, acts.certificate_no, acts.ref, notes.decided_on, notes.noted_at,
                notes.officer
           FROM registration_notes AS notes
           JOIN acts ON acts.id = notes.act_id
          ORDER BY notes.noted_at DESC
          LIMIT $1"
    )
    .bind(many)
    .fetch_all(conn)
    .await)
    .map_err(Into::into)
}

/// How many notes of a kind count in a month.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct NotedRow {
    pub act_month: i64,
    pub kind: String,
    pub n: i64,
}

/// The months `[first, last]` (as 202405) up to the day `until`.
pub async fn noted(tx: &mut Tx, first: i64, last: i64, until: NaiveDate) -> Result<Vec<NotedRow>> {
    each_engine!(tx, |conn| sqlx::query_as(
        "SELECT act_month, kind, COUNT(*) AS n
           FROM registration_notes
          WHERE act_month BETWEEN $1 AND $2 AND act_date <= $3
          GROUP BY act_month, kind"
    )
    .bind(first)
    .bind(last)
    .bind(until)
    .fetch_all(conn)
    .await)
    .map_err(Into::into)
}

//! Certificates in the register, and which of them a reissue has replaced.

use crate::error::Result;
use crate::store::{Tx, each_engine};
use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

/// An act on which a certificate was issued.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct CertificateRow {
    pub id: Uuid,
    pub act: String,
    pub act_date: NaiveDate,
    pub certificate_no: Option<String>,
    pub case_id: Option<Uuid>,
    pub a_key: Vec<u8>,
    pub b_key: Option<Vec<u8>>,
}

impl CertificateRow {
    /// Whether it tells of this person.
    pub fn names(&self, person: &[u8]) -> bool {
        self.a_key == person || self.b_key.as_deref() == Some(person)
    }
}

/// What an unpublished import has stored counts nowhere.
macro_rules! select_certificate {
    ($rest:literal) => {
        concat!(
            "SELECT acts.id, acts.act, acts.act_date, acts.certificate_no, acts.case_id, acts.a_key, acts.b_key
               FROM acts
              WHERE acts.batch NOT IN (SELECT number FROM imports WHERE published_at IS NULL)
                AND ",
            $rest
        )
    };
}

/// The act that bears this certificate number.
pub async fn by_number(tx: &mut Tx, number: &str) -> Result<Option<CertificateRow>> {
    each_engine!(tx, |conn| sqlx::query_as(select_certificate!("acts.certificate_no = $1"))
        .bind(number)
        .fetch_optional(conn)
        .await)
    .map_err(Into::into)
}

/// A person's act of this kind and day, whatever number it bears or none.
pub async fn by_person(
    tx: &mut Tx,
    act: &str,
    person: &[u8],
    on: NaiveDate,
) -> Result<Option<CertificateRow>> {
    each_engine!(tx, |conn| sqlx::query_as(select_certificate!(
        "acts.id IN (SELECT id FROM acts AS first WHERE first.a_key = $2
                     UNION SELECT id FROM acts AS second WHERE second.b_key = $2)
         AND acts.act = $1 AND acts.act_date = $3
         ORDER BY acts.entered_at
         LIMIT 1"
    ))
    .bind(act)
    .bind(person)
    .bind(on)
    .fetch_optional(conn)
    .await)
    .map_err(Into::into)
}

/// What a case has entered into the register.
pub async fn of_case(tx: &mut Tx, case: Uuid) -> Result<Option<CertificateRow>> {
    each_engine!(tx, |conn| sqlx::query_as(select_certificate!("acts.case_id = $1"))
        .bind(case)
        .fetch_optional(conn)
        .await)
    .map_err(Into::into)
}

/// The act that has replaced this one for a person.
pub async fn replaced_by(tx: &mut Tx, act: Uuid, person: &[u8]) -> Result<Option<CertificateRow>> {
    each_engine!(tx, |conn| sqlx::query_as(select_certificate!(
        "acts.id = (SELECT by_act FROM certificate_replacements WHERE act_id = $1 AND person_key = $2)"
    ))
    .bind(act)
    .bind(person)
    .fetch_optional(conn)
    .await)
    .map_err(Into::into)
}

/// The acts that have replaced this one, for whomever, each once.
pub async fn replacements(tx: &mut Tx, act: Uuid) -> Result<Vec<CertificateRow>> {
    each_engine!(tx, |conn| sqlx::query_as(select_certificate!(
        "acts.id IN (SELECT by_act FROM certificate_replacements WHERE act_id = $1)
         ORDER BY acts.act_date, acts.entered_at"
    ))
    .bind(act)
    .fetch_all(conn)
    .await)
    .map_err(Into::into)
}

/// Writes down that an act is replaced for a person; `false` where it is already.
pub async fn replace(
    tx: &mut Tx,
    act: Uuid,
    person: &[u8],
    by: Uuid,
    at: DateTime<Utc>,
    officer: Uuid,
) -> Result<bool> {
    each_engine!(tx, |conn| sqlx::query(
        "INSERT INTO certificate_replacements (act_id, person_key, by_act, at, officer) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (act_id, person_key) DO NOTHING"
    )
    .bind(act)
    .bind(person)
    .bind(by)
    .bind(at)
    .bind(officer)
    .execute(conn)
    .await
    .map(|done| done.rows_affected() == 1))
    .map_err(Into::into)
}

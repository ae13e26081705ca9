//! The register's acts. What an unpublished import has stored does not count anywhere here.

use crate::error::Result;
use crate::store::{Tx, each_engine};
use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

/// An act as it is stored.
#[derive(Debug, Clone)]
pub struct ActRow {
    pub id: Uuid,
    pub act: &'static str,
    pub part: &'static str,
    pub reference: String,
    pub act_date: NaiveDate,
    pub act_month: i64,
    pub entered_at: DateTime<Utc>,
    pub late_reason: Option<String>,
    pub batch: i64,
    pub officer: Option<Uuid>,
    pub case_id: Option<Uuid>,
    pub certificate_no: Option<String>,
    pub a_key: Vec<u8>,
    pub b_key: Option<Vec<u8>>,
    pub sealed: Option<Vec<u8>>,
    pub content: Vec<u8>,
    pub a_prior: Option<&'static str>,
    pub b_prior: Option<&'static str>,
    pub a_band: Option<i64>,
    pub b_band: Option<i64>,
    pub related: Option<&'static str>,
    pub tier: Option<&'static str>,
    pub restored: bool,
    pub reason: Option<&'static str>,
    pub withdrawn_by: Option<&'static str>,
    pub cooling_off_last: Option<NaiveDate>,
    pub issuance_first: Option<NaiveDate>,
    pub issuance_last: Option<NaiveDate>,
    pub dates_from: Option<&'static str>,
}

/// Stores acts; how many were stored. One that meets a ref, part or certificate number in use is left out.
pub async fn insert(tx: &mut Tx, acts: &[ActRow]) -> Result<u64> {
    each_engine!(tx, |conn| {
        let mut query = sqlx::QueryBuilder::new(
            "INSERT INTO acts (id, act, part, ref, act_date, act_month, entered_at, late_reason, batch, officer,
                               case_id, certificate_no, a_key, b_key, sealed, content, a_prior, b_prior, a_band,
                               b_band, related, tier, restored, reason, withdrawn_by, cooling_off_last,
                               issuance_first, issuance_last, dates_from) ",
        );
        query.push_values(acts, |mut row, act| {
            row.push_bind(act.id)
                .push_bind(act.act)
                .push_bind(act.part)
                .push_bind(&act.reference)
                .push_bind(act.act_date)
                .push_bind(act.act_month)
                .push_bind(act.entered_at)
                .push_bind(&act.late_reason)
                .push_bind(act.batch)
                .push_bind(act.officer)
                .push_bind(act.case_id)
                .push_bind(&act.certificate_no)
                .push_bind(&act.a_key)
                .push_bind(&act.b_key)
                .push_bind(&act.sealed)
                .push_bind(&act.content)
                .push_bind(act.a_prior)
                .push_bind(act.b_prior)
                .push_bind(act.a_band)
                .push_bind(act.b_band)
                .push_bind(act.related)
                .push_bind(act.tier)
                .push_bind(act.restored)
                .push_bind(act.reason)
                .push_bind(act.withdrawn_by)
                .push_bind(act.cooling_off_last)
                .push_bind(act.issuance_first)
                .push_bind(act.issuance_last)
                .push_bind(act.dates_from);
        });
        query.push(" ON CONFLICT DO NOTHING");
        query.build().execute(conn).await.map(|done| done.rows_affected())
    })
    .map_err(Into::into)
}

/// An act as rules need to know it.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct KnownRow {
    pub id: Uuid,
    pub act: String,
    #[sqlx(rename = "ref")]
    pub reference: String,
    pub act_date: NaiveDate,
    pub a_key: Vec<u8>,
    pub b_key: Option<Vec<u8>>,
    pub content: Vec<u8>,
    pub a_prior: Option<String>,
    pub b_prior: Option<String>,
    pub restored: bool,
    pub cooling_off_last: Option<NaiveDate>,
    pub issuance_first: Option<NaiveDate>,
    pub issuance_last: Option<NaiveDate>,
    pub dates_from: Option<String>,
}

const KNOWN: &str = "SELECT id, act, ref, act_date, a_key, b_key, content, a_prior, b_prior, restored,
                            cooling_off_last, issuance_first, issuance_last, dates_from
                       FROM acts
                      WHERE batch NOT IN (SELECT number FROM imports WHERE published_at IS NULL) AND ";

/// The acts that bear one of these refs.
pub async fn by_refs(tx: &mut Tx, refs: &[String]) -> Result<Vec<KnownRow>> {
    if refs.is_empty() {
        return Ok(Vec::new());
    }
    each_engine!(tx, |conn| {
        let mut query = sqlx::QueryBuilder::new(KNOWN);
        query.push("ref IN (");
        let mut list = query.separated(", ");
        for reference in refs {
            list.push_bind(reference);
        }
        list.push_unseparated(")");
        query.build_query_as().fetch_all(conn).await
    })
    .map_err(Into::into)
}

/// The acts in which one of these persons is named, each once for every seat that matches.
pub async fn by_persons(tx: &mut Tx, persons: &[[u8; 16]]) -> Result<Vec<KnownRow>> {
    let mut found = Vec::new();
    if persons.is_empty() {
        return Ok(found);
    }
    for seat in ["a_key", "b_key"] {
        found.extend(each_engine!(tx, |conn| {
            let mut query = sqlx::QueryBuilder::new(KNOWN);
            query.push(seat).push(" IN (");
            let mut list = query.separated(", ");
            for person in persons {
                list.push_bind(&person[..]);
            }
            list.push_unseparated(")");
            query.build_query_as::<KnownRow>().fetch_all(conn).await
        })?);
    }
    Ok(found)
}

/// Whether any act counts here yet.
pub async fn is_empty(tx: &mut Tx) -> Result<bool> {
    let one: Option<i64> = each_engine!(tx, |conn| sqlx::query_scalar(
        "SELECT act_month FROM acts
          WHERE batch NOT IN (SELECT number FROM imports WHERE published_at IS NULL)
          LIMIT 1"
    )
    .fetch_optional(conn)
    .await)?;
    Ok(one.is_none())
}

/// Whether a certificate number stands on an act, or on one that was struck.
pub async fn is_certificate_used(tx: &mut Tx, number: &str) -> Result<bool> {
    let one: Option<i64> = each_engine!(tx, |conn| sqlx::query_scalar(
        "SELECT CAST(1 AS BIGINT)
          WHERE EXISTS (SELECT 1 FROM acts WHERE certificate_no = $1)
             OR EXISTS (SELECT 1 FROM struck_acts WHERE certificate_no = $1)"
    )
    .bind(number)
    .fetch_optional(conn)
    .await)?;
    Ok(one.is_some())
}

/// The certificate numbers of a series (`J370126-2026-`) that stand in the register, in order.
pub async fn certificates_like(tx: &mut Tx, series: &str) -> Result<Vec<String>> {
    each_engine!(tx, |conn| sqlx::query_scalar(
        "SELECT certificate_no FROM acts WHERE certificate_no LIKE $1 ORDER BY certificate_no"
    )
    .bind(format!("{series}%"))
    .fetch_all(conn)
    .await)
    .map_err(Into::into)
}

/// Gives the marriage or reissue of a case another certificate number; `false` where there is none.
pub async fn set_certificate(tx: &mut Tx, case: Uuid, number: &str) -> Result<bool> {
    each_engine!(tx, |conn| sqlx::query(
        "UPDATE acts SET certificate_no = $2 WHERE case_id = $1 AND certificate_no IS NOT NULL"
    )
    .bind(case)
    .bind(number)
    .execute(conn)
    .await
    .map(|done| done.rows_affected() == 1))
    .map_err(Into::into)
}

/// Copies the act of a case among the struck ones; `false` where there is none.
pub async fn keep_struck(
    tx: &mut Tx,
    case: Uuid,
    at: DateTime<Utc>,
    officer: Uuid,
    reason: &str,
) -> Result<bool> {
    each_engine!(tx, |conn| sqlx::query(
        "INSERT INTO struck_acts (id, act, ref, act_date, entered_at, officer, case_id, certificate_no, sealed,
                                  struck_at, struck_by, reason)
         SELECT id, act, ref, act_date, entered_at, officer, case_id, certificate_no, sealed, $2, $3, $4
           FROM acts
          WHERE case_id = $1"
    )
    .bind(case)
    .bind(at)
    .bind(officer)
    .bind(reason)
    .execute(conn)
    .await
    .map(|done| done.rows_affected() > 0))
    .map_err(Into::into)
}

pub async fn remove_of_case(tx: &mut Tx, case: Uuid) -> Result<()> {
    each_engine!(tx, |conn| sqlx::query("DELETE FROM acts WHERE case_id = $1")
        .bind(case)
        .execute(conn)
        .await
        .map(|_| ()))
    .map_err(Into::into)
}

/// An application whose last day has passed.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct OverdueRow {
    pub id: Uuid,
    pub issuance_last: NaiveDate,
}

/// Applications that lapsed by `today` without an ending and are not written down yet, oldest first.
pub async fn unwritten_lapses(tx: &mut Tx, today: NaiveDate, many: i64) -> Result<Vec<OverdueRow>> {
    each_engine!(tx, |conn| sqlx::query_as(
        "SELECT acts.id, acts.issuance_last
           FROM acts
           LEFT JOIN lapses ON lapses.act_id = acts.id
          WHERE acts.issuance_last < $1 AND acts.part = 'opening' AND lapses.act_id IS NULL
            AND acts.batch NOT IN (SELECT number FROM imports WHERE published_at IS NULL)
            AND NOT EXISTS (SELECT 1 FROM acts AS endings
                             WHERE endings.ref = acts.ref AND endings.part = 'ending'
                               AND endings.batch NOT IN (SELECT number FROM imports WHERE published_at IS NULL))
          ORDER BY acts.issuance_last, acts.id
          LIMIT $2"
    )
    .bind(today)
    .bind(many)
    .fetch_all(conn)
    .await)
    .map_err(Into::into)
}

/// Writes a lapse down, once.
pub async fn write_lapse(tx: &mut Tx, act: Uuid, on: NaiveDate, at: DateTime<Utc>) -> Result<()> {
    each_engine!(tx, |conn| sqlx::query(
        "INSERT INTO lapses (act_id, lapsed_on, written_at) VALUES ($1, $2, $3) ON CONFLICT (act_id) DO NOTHING"
    )
    .bind(act)
    .bind(on)
    .bind(at)
    .execute(conn)
    .await
    .map(|_| ()))
    .map_err(Into::into)
}

/// Takes back the written lapse of a case that has ended after all.
pub async fn forget_lapse_of(tx: &mut Tx, reference: &str) -> Result<()> {
    each_engine!(tx, |conn| sqlx::query(
        "DELETE FROM lapses WHERE act_id IN (SELECT id FROM acts WHERE ref = $1 AND part = 'opening')"
    )
    .bind(reference)
    .execute(conn)
    .await
    .map(|_| ()))
    .map_err(Into::into)
}

/// Takes back every written lapse whose case has an ending, or a later last day, after all; how many.
pub async fn take_back_lapses(tx: &mut Tx) -> Result<u64> {
    each_engine!(tx, |conn| sqlx::query(
        "DELETE FROM lapses
          WHERE act_id IN (SELECT acts.id
                             FROM lapses AS written
                             JOIN acts ON acts.id = written.act_id
                             LEFT JOIN acts AS endings ON endings.ref = acts.ref AND endings.part = 'ending'
                              AND endings.batch NOT IN (SELECT number FROM imports WHERE published_at IS NULL)
                            WHERE endings.id IS NOT NULL OR acts.issuance_last >= written.lapsed_on)"
    )
    .execute(conn)
    .await
    .map(|done| done.rows_affected()))
    .map_err(Into::into)
}

/// The written lapses, for lists and checks: the application's ref and the day.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct LapseRow {
    #[sqlx(rename = "ref")]
    pub reference: String,
    pub lapsed_on: NaiveDate,
}

/// The lapses written down, in order of ref.
pub async fn lapses(tx: &mut Tx) -> Result<Vec<LapseRow>> {
    each_engine!(tx, |conn| sqlx::query_as(
        "SELECT acts.ref, lapses.lapsed_on FROM lapses JOIN acts ON acts.id = lapses.act_id ORDER BY acts.ref"
    )
    .fetch_all(conn)
    .await)
    .map_err(Into::into)
}

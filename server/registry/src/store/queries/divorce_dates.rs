//! Dates of divorce applications that moved, days on which nothing lapses, what a supervisor confirms.

use crate::error::Result;
use crate::store::{Tx, each_engine};
use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

/// A line of the history of an application's dates.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct MoveRow {
    pub id: Uuid,
    pub act_id: Uuid,
    pub at: DateTime<Utc>,
    pub officer: Option<Uuid>,
    pub why: String,
    pub fate: String,
    pub old_cooling_off_last: NaiveDate,
    pub old_issuance_last: NaiveDate,
    pub new_cooling_off_last: NaiveDate,
    pub new_issuance_last: NaiveDate,
}

pub async fn insert_move(tx: &mut Tx, row: &MoveRow) -> Result<()> {
    each_engine!(tx, |conn| sqlx::query(
        "INSERT INTO divorce_date_moves (id, act_id, at, officer, why, fate, old_cooling_off_last, old_issuance_last,
                                         new_cooling_off_last, new_issuance_last)
              VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"
    )
    .bind(row.id)
    .bind(row.act_id)
    .bind(row.at)
    .bind(row.officer)
    .bind(&row.why)
    .bind(&row.fate)
    .bind(row.old_cooling_off_last)
    .bind(row.old_issuance_last)
    .bind(row.new_cooling_off_last)
    .bind(row.new_issuance_last)
    .execute(conn)
    .await
    .map(|_| ()))
    .map_err(Into::into)
}

/// The moves of one application, oldest first.
pub async fn moves_of(tx: &mut Tx, act: Uuid) -> Result<Vec<MoveRow>> {
    each_engine!(tx, |conn| sqlx::query_as(
        "SELECT id, act_id, at, officer, why, fate, old_cooling_off_last, old_issuance_last, new_cooling_off_last,
                new_issuance_last
           FROM divorce_date_moves WHERE act_id = $1 ORDER BY at, id"
    )
    .bind(act)
    .fetch_all(conn)
    .await)
    .map_err(Into::into)
}

/// The moves since an instant, latest first.
pub async fn moves_since(tx: &mut Tx, at: DateTime<Utc>) -> Result<Vec<MoveRow>> {
    each_engine!(tx, |conn| sqlx::query_as(
        "SELECT id, act_id, at, officer, why, fate, old_cooling_off_last, old_issuance_last, new_cooling_off_last,
                new_issuance_last
           FROM divorce_date_moves WHERE at >= $1 ORDER BY at DESC, id"
    )
    .bind(at)
    .fetch_all(conn)
    .await)
    .map_err(Into::into)
}

pub async fn move_by_id(tx: &mut Tx, id: Uuid) -> Result<Option<MoveRow>> {
    each_engine!(tx, |conn| sqlx::query_as(
        "SELECT id, act_id, at, officer, why, fate, old_cooling_off_last, old_issuance_last, new_cooling_off_last,
                new_issuance_last
           FROM divorce_date_moves WHERE id = $1"
    )
    .bind(id)
    .fetch_optional(conn)
    .await)
    .map_err(Into::into)
}

/// That one of the two was told of a move, and how.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct TellingRow {
    pub move_id: Uuid,
    pub seat: String,
    pub how: String,
    pub at: DateTime<Utc>,
    pub officer: Uuid,
}

pub async fn put_telling(tx: &mut Tx, row: &TellingRow) -> Result<()> {
    each_engine!(tx, |conn| sqlx::query(
        "INSERT INTO divorce_date_tellings (move_id, seat, how, at, officer) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (move_id, seat) DO UPDATE SET how = excluded.how, at = excluded.at, officer = excluded.officer"
    )
    .bind(row.move_id)
    .bind(&row.seat)
    .bind(&row.how)
    .bind(row.at)
    .bind(row.officer)
    .execute(conn)
    .await
    .map(|_| ()))
    .map_err(Into::into)
}

/// Who has been told of moves since an instant.
pub async fn tellings_since(tx: &mut Tx, at: DateTime<Utc>) -> Result<Vec<TellingRow>> {
    each_engine!(tx, |conn| sqlx::query_as(
        "SELECT divorce_date_tellings.move_id, divorce_date_tellings.seat, divorce_date_tellings.how,
                divorce_date_tellings.at, divorce_date_tellings.officer
           FROM divorce_date_tellings
           JOIN divorce_date_moves ON divorce_date_moves.id = divorce_date_tellings.move_id
          WHERE divorce_date_moves.at >= $1"
    )
    .bind(at)
    .fetch_all(conn)
    .await)
    .map_err(Into::into)
}

/// A day on which nothing lapses.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct SuspensionRow {
    pub date: NaiveDate,
    pub reason: String,
    pub set_by: Uuid,
    pub set_at: DateTime<Utc>,
}

/// Names a day; `false` when it is named already.
pub async fn insert_suspension(tx: &mut Tx, row: &SuspensionRow) -> Result<bool> {
    each_engine!(tx, |conn| sqlx::query(
        "INSERT INTO lapse_suspensions (date, reason, set_by, set_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (date) DO NOTHING"
    )
    .bind(row.date)
    .bind(&row.reason)
    .bind(row.set_by)
    .bind(row.set_at)
    .execute(conn)
    .await
    .map(|done| done.rows_affected() == 1))
    .map_err(Into::into)
}

pub async fn suspensions(tx: &mut Tx) -> Result<Vec<SuspensionRow>> {
    each_engine!(tx, |conn| sqlx::query_as(
        "SELECT date, reason, set_by, set_at FROM lapse_suspensions ORDER BY date"
    )
    .fetch_all(conn)
    .await)
    .map_err(Into::into)
}

/// Receipt dates far from ours that a supervisor is asked to confirm.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct ConfirmationRow {
    pub case_id: Uuid,
    pub cooling_off_last: NaiveDate,
    pub issuance_last: NaiveDate,
    pub asked_by: Uuid,
    pub asked_at: DateTime<Utc>,
    pub confirmed_by: Option<Uuid>,
    pub confirmed_at: Option<DateTime<Utc>>,
    pub reason: String,
}

/// Asks; asked again for the same dates it changes nothing.
pub async fn ask_confirmation(tx: &mut Tx, row: &ConfirmationRow) -> Result<()> {
    each_engine!(tx, |conn| sqlx::query(
        "INSERT INTO divorce_confirmations (case_id, cooling_off_last, issuance_last, asked_by, asked_at)
              VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (case_id, cooling_off_last, issuance_last) DO NOTHING"
    )
    .bind(row.case_id)
    .bind(row.cooling_off_last)
    .bind(row.issuance_last)
    .bind(row.asked_by)
    .bind(row.asked_at)
    .execute(conn)
    .await
    .map(|_| ()))
    .map_err(Into::into)
}

/// Confirms what was asked and not answered yet; `false` where nothing was.
pub async fn confirm(
    tx: &mut Tx,
    asked: &ConfirmationRow,
    by: Uuid,
    at: DateTime<Utc>,
    reason: &str,
) -> Result<bool> {
    each_engine!(tx, |conn| sqlx::query(
        "UPDATE divorce_confirmations SET confirmed_by = $4, confirmed_at = $5, reason = $6
          WHERE case_id = $1 AND cooling_off_last = $2 AND issuance_last = $3 AND confirmed_by IS NULL"
    )
    .bind(asked.case_id)
    .bind(asked.cooling_off_last)
    .bind(asked.issuance_last)
    .bind(by)
    .bind(at)
    .bind(reason)
    .execute(conn)
    .await
    .map(|done| done.rows_affected() == 1))
    .map_err(Into::into)
}

/// What was asked of a case, answered or not.
pub async fn confirmations_of(tx: &mut Tx, case: Uuid) -> Result<Vec<ConfirmationRow>> {
    each_engine!(tx, |conn| sqlx::query_as(
        "SELECT case_id, cooling_off_last, issuance_last, asked_by, asked_at, confirmed_by, confirmed_at, reason
           FROM divorce_confirmations WHERE case_id = $1 ORDER BY asked_at"
    )
    .bind(case)
    .fetch_all(conn)
    .await)
    .map_err(Into::into)
}

/// What waits for an answer, in cases that have not ended.
pub async fn unanswered(tx: &mut Tx) -> Result<Vec<ConfirmationRow>> {
    each_engine!(tx, |conn| sqlx::query_as(
        "SELECT asked.case_id, asked.cooling_off_last, asked.issuance_last, asked.asked_by, asked.asked_at,
                asked.confirmed_by, asked.confirmed_at, asked.reason
           FROM divorce_confirmations AS asked
           JOIN cases ON cases.id = asked.case_id
          WHERE asked.confirmed_by IS NULL AND cases.state IN ('open', 'paused', 'accepted')
          ORDER BY asked.asked_at"
    )
    .fetch_all(conn)
    .await)
    .map_err(Into::into)
}

/// A sealed note of a case.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct NoteRow {
    pub id: Uuid,
    pub case_id: Uuid,
    pub at: DateTime<Utc>,
    pub officer: Uuid,
    pub sealed: Vec<u8>,
}

pub async fn insert_note(tx: &mut Tx, row: &NoteRow) -> Result<()> {
    each_engine!(tx, |conn| sqlx::query(
        "INSERT INTO case_notes (id, case_id, at, officer, sealed) VALUES ($1, $2, $3, $4, $5)"
    )
    .bind(row.id)
    .bind(row.case_id)
    .bind(row.at)
    .bind(row.officer)
    .bind(&row.sealed)
    .execute(conn)
    .await
    .map(|_| ()))
    .map_err(Into::into)
}

/// The notes of a case, oldest first.
pub async fn notes(tx: &mut Tx, case: Uuid) -> Result<Vec<NoteRow>> {
    each_engine!(tx, |conn| sqlx::query_as(
        "SELECT id, case_id, at, officer, sealed FROM case_notes WHERE case_id = $1 ORDER BY at, id"
    )
    .bind(case)
    .fetch_all(conn)
    .await)
    .map_err(Into::into)
}

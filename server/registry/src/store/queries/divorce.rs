//! Divorce cases: their visits, and the applications in the register that they stand on.

use crate::error::Result;
use crate::store::{Tx, each_engine};
use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

/// The persons of an act that bears a certificate number.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct PairRow {
    pub a_key: Vec<u8>,
    pub b_key: Option<Vec<u8>>,
}

impl PairRow {
    /// Whether it is these two's, in whatever order.
    pub fn is_of(&self, one: &[u8], other: &[u8]) -> bool {
        let second = self.b_key.as_deref();
        (self.a_key == one && second == Some(other)) || (self.a_key == other && second == Some(one))
    }
}

/// Whose certificate this number stands on, as far as the register knows.
pub async fn by_certificate(tx: &mut Tx, number: &str) -> Result<Option<PairRow>> {
    each_engine!(tx, |conn| sqlx::query_as("SELECT a_key, b_key FROM acts WHERE certificate_no = $1")
        .bind(number)
        .fetch_optional(conn)
        .await)
    .map_err(Into::into)
}

/// An application in the register with what became of it.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct ApplicationRow {
    pub id: Uuid,
    #[sqlx(rename = "ref")]
    pub reference: String,
    pub act_date: NaiveDate,
    pub a_key: Vec<u8>,
    pub b_key: Option<Vec<u8>>,
    pub sealed: Option<Vec<u8>>,
    pub cooling_off_last: NaiveDate,
    pub issuance_first: NaiveDate,
    pub issuance_last: NaiveDate,
    pub dates_from: String,
    pub case_id: Option<Uuid>,
    /// The case's word in lists, where there is a case.
    pub case_state: Option<String>,
    /// The act that ended it, and its day.
    pub ended_by: Option<String>,
    pub ended_on: Option<NaiveDate>,
}

/// What an unpublished import has stored counts nowhere.
macro_rules! select_application {
    ($rest:literal) => {
        concat!(
            "SELECT acts.id, acts.ref, acts.act_date, acts.a_key, acts.b_key, acts.sealed, acts.cooling_off_last,
                    acts.issuance_first, acts.issuance_last, acts.dates_from, acts.case_id,
                    cases.state AS case_state, endings.act AS ended_by, endings.act_date AS ended_on
               FROM acts
               LEFT JOIN cases ON cases.id = acts.case_id
               LEFT JOIN acts AS endings ON endings.ref = acts.ref AND endings.part = 'ending'
                AND endings.batch NOT IN (SELECT number FROM imports WHERE published_at IS NULL)
              WHERE acts.act = 'divorce_application'
                AND acts.batch NOT IN (SELECT number FROM imports WHERE published_at IS NULL)
                AND ",
            $rest
        )
    };
}

/// The application that bears this receipt's number.
pub async fn by_receipt(tx: &mut Tx, receipt_no: &str) -> Result<Option<ApplicationRow>> {
    each_engine!(tx, |conn| sqlx::query_as(select_application!("acts.ref = $1"))
        .bind(receipt_no)
        .fetch_optional(conn)
        .await)
    .map_err(Into::into)
}

/// Applications of a person, in either seat.
pub async fn of_person(tx: &mut Tx, person: &[u8]) -> Result<Vec<ApplicationRow>> {
    each_engine!(tx, |conn| sqlx::query_as(select_application!(
        "acts.id IN (SELECT id FROM acts AS first WHERE first.a_key = $1
                     UNION SELECT id FROM acts AS second WHERE second.b_key = $1)"
    ))
    .bind(person)
    .fetch_all(conn)
    .await)
    .map_err(Into::into)
}

/// Applications without an ending whose last day is this day or later, oldest acceptance first.
pub async fn open_from(tx: &mut Tx, day: NaiveDate) -> Result<Vec<ApplicationRow>> {
    each_engine!(tx, |conn| sqlx::query_as(select_application!(
        "acts.issuance_last >= $1 AND acts.part = 'opening' AND endings.id IS NULL
         ORDER BY acts.act_date, acts.ref"
    ))
    .bind(day)
    .fetch_all(conn)
    .await)
    .map_err(Into::into)
}

/// Applications without an ending that have this last day, lapsed by now or not.
pub async fn open_with_last_day(tx: &mut Tx, day: NaiveDate) -> Result<Vec<ApplicationRow>> {
    each_engine!(tx, |conn| sqlx::query_as(select_application!(
        "acts.issuance_last = $1 AND acts.part = 'opening' AND endings.id IS NULL
         ORDER BY acts.act_date, acts.ref"
    ))
    .bind(day)
    .fetch_all(conn)
    .await)
    .map_err(Into::into)
}

/// Applications that were withdrawn on this day or later, latest first.
pub async fn withdrawn_from(tx: &mut Tx, day: NaiveDate) -> Result<Vec<ApplicationRow>> {
    each_engine!(tx, |conn| sqlx::query_as(select_application!(
        "acts.issuance_last >= $1 AND endings.act = 'divorce_withdrawal' AND endings.act_date >= $1
         ORDER BY endings.act_date DESC, acts.ref"
    ))
    .bind(day)
    .fetch_all(conn)
    .await)
    .map_err(Into::into)
}

/// Gives an application other dates.
pub async fn redate(
    tx: &mut Tx,
    act: Uuid,
    cooling_off_last: NaiveDate,
    issuance_first: NaiveDate,
    issuance_last: NaiveDate,
    dates_from: &str,
) -> Result<()> {
    each_engine!(tx, |conn| sqlx::query(
        "UPDATE acts SET cooling_off_last = $2, issuance_first = $3, issuance_last = $4, dates_from = $5 WHERE id = $1"
    )
    .bind(act)
    .bind(cooling_off_last)
    .bind(issuance_first)
    .bind(issuance_last)
    .bind(dates_from)
    .execute(conn)
    .await
    .map(|_| ()))
    .map_err(Into::into)
}

/// Names the case in which an application goes on.
pub async fn give_case(tx: &mut Tx, act: Uuid, case: Uuid) -> Result<bool> {
    each_engine!(tx, |conn| sqlx::query("UPDATE acts SET case_id = $2 WHERE id = $1 AND case_id IS NULL")
        .bind(act)
        .bind(case)
        .execute(conn)
        .await
        .map(|done| done.rows_affected() == 1))
    .map_err(Into::into)
}

/// The case in which an application goes on.
pub async fn case_of_act(tx: &mut Tx, act: Uuid) -> Result<Option<Uuid>> {
    each_engine!(tx, |conn| sqlx::query_scalar(
        "SELECT case_id FROM acts WHERE id = $1 AND case_id IS NOT NULL"
    )
    .bind(act)
    .fetch_optional(conn)
    .await)
    .map_err(Into::into)
}

/// Locks the two persons until the transaction ends.
pub async fn lock_couple(tx: &mut Tx, couple: &[u8]) -> Result<()> {
    each_engine!(tx, |conn| sqlx::query(
        "INSERT INTO divorce_couples (couple, version) VALUES ($1, 1)
         ON CONFLICT (couple) DO UPDATE SET version = divorce_couples.version + 1"
    )
    .bind(couple)
    .execute(conn)
    .await
    .map(|_| ()))
    .map_err(Into::into)
}

/// Copies a case's ending among the struck acts; `false` where there is none.
pub async fn keep_struck_ending(
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
          WHERE case_id = $1 AND part = 'ending'"
    )
    .bind(case)
    .bind(at)
    .bind(officer)
    .bind(reason)
    .execute(conn)
    .await
    .map(|done| done.rows_affected() == 1))
    .map_err(Into::into)
}

pub async fn remove_ending(tx: &mut Tx, case: Uuid) -> Result<()> {
    each_engine!(tx, |conn| sqlx::query("DELETE FROM acts WHERE case_id = $1 AND part = 'ending'")
        .bind(case)
        .execute(conn)
        .await
        .map(|_| ()))
    .map_err(Into::into)
}

/// A coming of a case to the counter.
#[derive(Debug, Clone)]
pub struct VisitRow {
    pub case: Uuid,
    pub date: NaiveDate,
    pub booking: Option<Uuid>,
    pub at: DateTime<Utc>,
    pub officer: Uuid,
}

/// Writes a visit down under the day's number.
pub async fn insert_visit(tx: &mut Tx, visit: &VisitRow, number: i64) -> Result<()> {
    each_engine!(tx, |conn| sqlx::query(
        "INSERT INTO case_visits (case_id, date, number, booking_id, at, officer) VALUES ($1, $2, $3, $4, $5, $6)"
    )
    .bind(visit.case)
    .bind(visit.date)
    .bind(number)
    .bind(visit.booking)
    .bind(visit.at)
    .bind(visit.officer)
    .execute(conn)
    .await
    .map(|_| ()))
    .map_err(Into::into)
}

/// The number that a case has had on a day.
pub async fn visit_on(tx: &mut Tx, case: Uuid, date: NaiveDate) -> Result<Option<i64>> {
    each_engine!(tx, |conn| sqlx::query_scalar(
        "SELECT number FROM case_visits WHERE case_id = $1 AND date = $2 ORDER BY number DESC LIMIT 1"
    )
    .bind(case)
    .bind(date)
    .fetch_optional(conn)
    .await)
    .map_err(Into::into)
}

/// When a case has come.
pub async fn visits(tx: &mut Tx, case: Uuid) -> Result<Vec<(NaiveDate, DateTime<Utc>)>> {
    each_engine!(tx, |conn| sqlx::query_as(
        "SELECT date, at FROM case_visits WHERE case_id = $1 ORDER BY date, number"
    )
    .bind(case)
    .fetch_all(conn)
    .await)
    .map_err(Into::into)
}

/// The cases that came on a day, and when.
pub async fn visits_of_day(tx: &mut Tx, date: NaiveDate) -> Result<Vec<(Uuid, DateTime<Utc>)>> {
    each_engine!(tx, |conn| sqlx::query_as(
        "SELECT case_id, at FROM case_visits WHERE date = $1 ORDER BY number"
    )
    .bind(date)
    .fetch_all(conn)
    .await)
    .map_err(Into::into)
}

/// The day's number and booking go onto the case's own row.
pub async fn call_up(tx: &mut Tx, visit: &VisitRow, number: i64) -> Result<()> {
    each_engine!(tx, |conn| sqlx::query(
        "UPDATE cases SET date = $2, number = $3, booking_id = $4 WHERE id = $1"
    )
    .bind(visit.case)
    .bind(visit.date)
    .bind(number)
    .bind(visit.booking)
    .execute(conn)
    .await
    .map(|_| ()))
    .map_err(Into::into)
}

/// The persons named in living bookings of these services on a day.
pub async fn booked_persons(
    tx: &mut Tx,
    date: NaiveDate,
    withdrawal: &str,
    registration: &str,
) -> Result<Vec<Vec<u8>>> {
    each_engine!(tx, |conn| sqlx::query_scalar(
        "SELECT booking_persons.person_key
           FROM bookings
           JOIN booking_persons ON booking_persons.booking_id = bookings.id
           LEFT JOIN booking_cancellations ON booking_cancellations.booking_id = bookings.id
          WHERE bookings.date = $1 AND bookings.service IN ($2, $3) AND booking_cancellations.at IS NULL"
    )
    .bind(date)
    .bind(withdrawal)
    .bind(registration)
    .fetch_all(conn)
    .await)
    .map_err(Into::into)
}

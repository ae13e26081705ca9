//! Bookings and the records of what became of them.

use crate::error::Result;
use crate::store::{Tx, each_engine};
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use uuid::Uuid;

/// A booking with the records that tell its state.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct BookingRow {
    pub id: Uuid,
    pub code: String,
    pub service: String,
    pub slot_id: String,
    pub date: NaiveDate,
    pub starts: NaiveTime,
    pub ends: NaiveTime,
    pub channel: String,
    pub made_at: DateTime<Utc>,
    pub generation: i64,
    pub contact: String,
    pub lang: String,
    pub sealed: Vec<u8>,
    pub cancelled_at: Option<DateTime<Utc>>,
    pub arrived_at: Option<DateTime<Utc>>,
    pub both_here: Option<bool>,
    pub case_id: Option<Uuid>,
}

macro_rules! select_booking {
    ($rest:literal) => {
        concat!(
            "SELECT bookings.id, bookings.code, bookings.service, bookings.slot_id, bookings.date, bookings.starts,
                    bookings.ends, bookings.channel, bookings.made_at, bookings.generation, bookings.contact,
                    bookings.lang, bookings.sealed, booking_cancellations.at AS cancelled_at,
                    booking_arrivals.at AS arrived_at, booking_arrivals.both_here, cases.id AS case_id
               FROM bookings
               LEFT JOIN booking_cancellations ON booking_cancellations.booking_id = bookings.id
               LEFT JOIN booking_arrivals ON booking_arrivals.booking_id = bookings.id
               LEFT JOIN cases ON cases.booking_id = bookings.id ",
            $rest
        )
    };
}

pub async fn by_code(tx: &mut Tx, code: &str) -> Result<Option<BookingRow>> {
    each_engine!(tx, |conn| sqlx::query_as(select_booking!(
        "WHERE bookings.code = $1 AND LENGTH(bookings.sealed) > 0"
    ))
    .bind(code)
    .fetch_optional(conn)
    .await)
    .map_err(Into::into)
}

pub async fn by_id(tx: &mut Tx, id: Uuid) -> Result<Option<BookingRow>> {
    each_engine!(tx, |conn| sqlx::query_as(select_booking!("WHERE bookings.id = $1"))
        .bind(id)
        .fetch_optional(conn)
        .await)
    .map_err(Into::into)
}

/// The bookings of a day in order of time, cancelled ones left out.
pub async fn of_day(tx: &mut Tx, date: NaiveDate) -> Result<Vec<BookingRow>> {
    each_engine!(tx, |conn| sqlx::query_as(select_booking!(
        "WHERE bookings.date = $1 AND booking_cancellations.at IS NULL AND LENGTH(bookings.sealed) > 0
         ORDER BY bookings.starts, bookings.made_at, bookings.id"
    ))
    .bind(date)
    .fetch_all(conn)
    .await)
    .map_err(Into::into)
}

/// How many are booked for a day.
pub async fn live_on(tx: &mut Tx, date: NaiveDate) -> Result<i64> {
    each_engine!(tx, |conn| sqlx::query_scalar(
        "SELECT COUNT(*)
           FROM bookings
           LEFT JOIN booking_cancellations ON booking_cancellations.booking_id = bookings.id
          WHERE bookings.date = $1 AND booking_cancellations.at IS NULL"
    )
    .bind(date)
    .fetch_one(conn)
    .await)
    .map_err(Into::into)
}

/// The bookings in which a document is named, newest first.
pub async fn of_person(tx: &mut Tx, person: &[u8]) -> Result<Vec<BookingRow>> {
    each_engine!(tx, |conn| sqlx::query_as(select_booking!(
        "WHERE bookings.id IN (SELECT booking_id FROM booking_persons WHERE person_key = $1)
         ORDER BY bookings.date DESC, bookings.starts DESC"
    ))
    .bind(person)
    .fetch_all(conn)
    .await)
    .map_err(Into::into)
}

/// What a new booking is written from.
#[derive(Debug, Clone)]
pub struct NewBooking {
    pub id: Uuid,
    pub service: &'static str,
    pub slot_id: String,
    pub date: NaiveDate,
    pub starts: NaiveTime,
    pub ends: NaiveTime,
    pub channel: &'static str,
    pub made_at: DateTime<Utc>,
    pub made_by: Option<Uuid>,
    pub contact: &'static str,
    pub lang: &'static str,
    pub sealed: Vec<u8>,
}

/// Writes a booking down under a code; `false` when the code is in use.
pub async fn insert(tx: &mut Tx, new: &NewBooking, code: &str) -> Result<bool> {
    each_engine!(tx, |conn| sqlx::query(
        "INSERT INTO bookings (id, code, service, slot_id, date, starts, ends, channel, made_at, made_by, contact,
                               lang, sealed)
              VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
         ON CONFLICT (code) DO NOTHING"
    )
    .bind(new.id)
    .bind(code)
    .bind(new.service)
    .bind(&new.slot_id)
    .bind(new.date)
    .bind(new.starts)
    .bind(new.ends)
    .bind(new.channel)
    .bind(new.made_at)
    .bind(new.made_by)
    .bind(new.contact)
    .bind(new.lang)
    .bind(&new.sealed)
    .execute(conn)
    .await
    .map(|done| done.rows_affected() == 1))
    .map_err(Into::into)
}

pub async fn insert_person(tx: &mut Tx, booking: Uuid, seat: &'static str, person: &[u8]) -> Result<()> {
    each_engine!(tx, |conn| sqlx::query(
        "INSERT INTO booking_persons (booking_id, seat, person_key) VALUES ($1, $2, $3)"
    )
    .bind(booking)
    .bind(seat)
    .bind(person)
    .execute(conn)
    .await
    .map(|_| ()))
    .map_err(Into::into)
}

/// Frees a person whose booking of this service lies before `today`.
pub async fn free_past(tx: &mut Tx, person: &[u8], service: &str, today: NaiveDate) -> Result<()> {
    each_engine!(tx, |conn| sqlx::query(
        "DELETE FROM live_bookings WHERE person_key = $1 AND service = $2 AND date < $3"
    )
    .bind(person)
    .bind(service)
    .bind(today)
    .execute(conn)
    .await
    .map(|_| ()))
    .map_err(Into::into)
}

/// Binds a person to a booking; `false` when they have a live one of this service.
pub async fn bind_person(
    tx: &mut Tx,
    person: &[u8],
    service: &str,
    booking: Uuid,
    date: NaiveDate,
) -> Result<bool> {
    each_engine!(tx, |conn| sqlx::query(
        "INSERT INTO live_bookings (person_key, service, booking_id, date) VALUES ($1, $2, $3, $4)
         ON CONFLICT (person_key, service) DO NOTHING"
    )
    .bind(person)
    .bind(service)
    .bind(booking)
    .bind(date)
    .execute(conn)
    .await
    .map(|done| done.rows_affected() == 1))
    .map_err(Into::into)
}

/// Frees the persons of a booking.
pub async fn free_persons(tx: &mut Tx, booking: Uuid) -> Result<()> {
    each_engine!(tx, |conn| sqlx::query("DELETE FROM live_bookings WHERE booking_id = $1")
        .bind(booking)
        .execute(conn)
        .await
        .map(|_| ()))
    .map_err(Into::into)
}

/// Writes a cancellation down; `false` when there is one already.
pub async fn cancel(
    tx: &mut Tx,
    booking: Uuid,
    at: DateTime<Utc>,
    by_staff: Option<Uuid>,
    reason: &str,
) -> Result<bool> {
    each_engine!(tx, |conn| sqlx::query(
        "INSERT INTO booking_cancellations (booking_id, at, by_staff, reason) VALUES ($1, $2, $3, $4)
         ON CONFLICT (booking_id) DO NOTHING"
    )
    .bind(booking)
    .bind(at)
    .bind(by_staff)
    .bind(reason)
    .execute(conn)
    .await
    .map(|done| done.rows_affected() == 1))
    .map_err(Into::into)
}

/// A move from one slot to another, with who and when.
#[derive(Debug, Clone)]
pub struct NewMove {
    pub id: Uuid,
    pub booking: Uuid,
    pub from_slot: String,
    pub to_slot: String,
    pub date: NaiveDate,
    pub starts: NaiveTime,
    pub ends: NaiveTime,
    pub at: DateTime<Utc>,
    pub by_staff: Option<Uuid>,
}

/// Puts a booking into another slot; `false` when it is no longer in the slot it is moved from.
pub async fn put_into(tx: &mut Tx, step: &NewMove) -> Result<bool> {
    let moved = each_engine!(tx, |conn| {
        sqlx::query(
        "UPDATE bookings SET slot_id = $3, date = $4, starts = $5, ends = $6 WHERE id = $1 AND slot_id = $2"
    )
    .bind(step.booking)
    .bind(&step.from_slot)
    .bind(&step.to_slot)
    .bind(step.date)
    .bind(step.starts)
    .bind(step.ends)
    .execute(conn)
    .await
    .map(|done| done.rows_affected() == 1)
    })?;
    if !moved {
        return Ok(false);
    }
    each_engine!(tx, |conn| sqlx::query("UPDATE live_bookings SET date = $2 WHERE booking_id = $1")
        .bind(step.booking)
        .bind(step.date)
        .execute(conn)
        .await
        .map(|_| ()))?;
    each_engine!(tx, |conn| sqlx::query(
        "INSERT INTO booking_moves (id, booking_id, from_slot, to_slot, at, by_staff) VALUES ($1, $2, $3, $4, $5, $6)"
    )
    .bind(step.id)
    .bind(step.booking)
    .bind(&step.from_slot)
    .bind(&step.to_slot)
    .bind(step.at)
    .bind(step.by_staff)
    .execute(conn)
    .await
    .map(|_| true))
    .map_err(Into::into)
}

/// Forgets who is named in the bookings of days before `before`.
pub async fn unname_before(tx: &mut Tx, before: NaiveDate) -> Result<()> {
    each_engine!(tx, |conn| sqlx::query(
        "DELETE FROM booking_persons
          WHERE booking_id IN (SELECT id FROM bookings WHERE date < $1 AND LENGTH(sealed) > 0)"
    )
    .bind(before)
    .execute(conn)
    .await
    .map(|_| ()))
    .map_err(Into::into)
}

/// Empties what is sealed in the bookings of days before `before`; how many.
pub async fn forget_before(tx: &mut Tx, before: NaiveDate) -> Result<u64> {
    each_engine!(tx, |conn| sqlx::query(
        "UPDATE bookings SET sealed = $2 WHERE date < $1 AND LENGTH(sealed) > 0"
    )
    .bind(before)
    .bind(&[0_u8; 0][..])
    .execute(conn)
    .await
    .map(|done| done.rows_affected()))
    .map_err(Into::into)
}

/// Writes down that they are here; a second person arriving later makes it both.
pub async fn arrive(
    tx: &mut Tx,
    booking: Uuid,
    at: DateTime<Utc>,
    both_here: bool,
    by_staff: Option<Uuid>,
) -> Result<()> {
    each_engine!(tx, |conn| sqlx::query(
        "INSERT INTO booking_arrivals (booking_id, at, both_here, by_staff) VALUES ($1, $2, $3, $4)
         ON CONFLICT (booking_id) DO UPDATE SET both_here = excluded.both_here"
    )
    .bind(booking)
    .bind(at)
    .bind(both_here)
    .bind(by_staff)
    .execute(conn)
    .await
    .map(|_| ()))
    .map_err(Into::into)
}

//! A booking is looked at by whoever holds its token.

use super::request::Party;
use super::take::StoredBooking;
use crate::clock::to_local;
use crate::error::{Error, Result};
use crate::registry::Registry;
use crate::store::queries::bookings::{BookingRow, by_code, by_id};
use crate::store::queries::idempotency;
use crate::vault::{PaperKind, PaperToken};
use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use law::Lang;
use law::booking::{BookingCode, SlotId};
use law::service::Service;
use uuid::Uuid;

/// A booking as its holder sees it. Full values stay on the server; screens show masked ones.
#[derive(Debug, Clone)]
pub struct Booking {
    pub id: Uuid,
    pub code: BookingCode,
    pub service: Service,
    pub slot: SlotId,
    pub date: NaiveDate,
    pub start: NaiveTime,
    pub end: NaiveTime,
    /// Civil time in Asia/Shanghai.
    pub made_at: NaiveDateTime,
    /// Until when it can be undone as if it had never been.
    pub undo_until: NaiveDateTime,
    pub cancelled_at: Option<NaiveDateTime>,
    pub arrived_at: Option<NaiveDateTime>,
    pub both_here: Option<bool>,
    pub case: Option<Uuid>,
    pub lang: Lang,
    pub channel: String,
    pub a: Party,
    pub b: Option<Party>,
    pub(crate) generation: i64,
    /// The receipt that the day was found lawful by.
    pub(crate) receipt_no: Option<String>,
}

/// A booking with the token that opens it, for a cookie.
#[derive(Debug, Clone)]
pub struct Opened {
    pub booking: Booking,
    pub manage_token: String,
}

impl Booking {
    /// Whether it still stands and its time is to come.
    pub fn is_ahead(&self, now: NaiveDateTime) -> bool {
        self.cancelled_at.is_none() && self.arrived_at.is_none() && self.date.and_time(self.start) > now
    }
}

impl Registry {
    /// The booking of this code, if the token is its own. Errors: `NotFound` for any other.
    pub async fn open_booking(&self, code: &str, manage_token: &str) -> Result<Booking> {
        let code = BookingCode::parse(code).map_err(|_| Error::NotFound)?;
        let row =
            by_code(&mut self.store().read().await?, &code.to_string()).await?.ok_or(Error::NotFound)?;
        if !self.vault().is_manage_token(row.id, row.generation, manage_token) {
            return Err(Error::NotFound);
        }
        self.booking_of(row).await
    }

    /// The booking that came out of a draft, for a second press that overtakes the first one's answer.
    pub async fn booked_under(&self, draft: &str) -> Result<Option<Opened>> {
        let mut tx = self.store().read().await?;
        let Some(known) = idempotency::get(&mut tx, &self.draft_key(draft)).await? else { return Ok(None) };
        let Some(row) = by_id(&mut tx, known.booking_id).await? else { return Ok(None) };
        drop(tx);
        let booking = self.booking_of(row).await?;
        let manage_token = self.vault().manage_token(booking.id, booking.generation);
        Ok(Some(Opened { booking, manage_token }))
    }

    pub(crate) async fn booking_of(&self, row: BookingRow) -> Result<Booking> {
        let broken = |what: &str| Error::inconsistent(format!("booking {}: {what}", row.id));
        let StoredBooking { parties, receipt_no } =
            self.vault().open_record("bookings", row.id.as_bytes(), &row.sealed)?;
        let today = self.clock().today();
        let undo = self.opening().await?.office.booking.undo_minutes;
        Ok(Booking {
            id: row.id,
            code: BookingCode::parse(&row.code).map_err(|_| broken("code"))?,
            service: Service::parse(&row.service).ok_or_else(|| broken("service"))?,
            slot: SlotId::parse(&row.slot_id).map_err(|_| broken("slot"))?,
            date: row.date,
            start: row.starts,
            end: row.ends,
            made_at: to_local(row.made_at),
            undo_until: to_local(row.made_at) + TimeDelta::minutes(i64::from(undo)),
            cancelled_at: row.cancelled_at.map(to_local),
            arrived_at: row.arrived_at.map(to_local),
            both_here: row.both_here,
            case: row.case_id,
            lang: Lang::parse(&row.lang).unwrap_or_default(),
            channel: row.channel.clone(),
            a: parties.a.read(today)?,
            b: parties.b.as_ref().map(|b| b.read(today)).transpose()?,
            generation: row.generation,
            receipt_no,
        })
    }
}

impl Registry {
    /// What the booking's QR code holds: a signed token, the same on screen and slip; the touch screen reads it too.
    pub fn slip_token(&self, booking: &Booking) -> String {
        let issued = booking.made_at.date();
        self.vault().sign_paper(&PaperToken { kind: PaperKind::BookingSlip, issued, paper: booking.id })
    }
}

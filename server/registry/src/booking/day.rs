//! The bookings of a day, as reception and registrars see them.

use super::open::Booking;
use crate::error::{Error, Result};
use crate::registry::Registry;
use crate::staff::{Officer, Right};
use crate::store::queries::bookings::{by_code, of_day, of_person};
use chrono::NaiveDate;
use law::booking::BookingCode;
use law::eligibility::Applicant;

/// A booking in the day's list.
pub type DayBooking = Booking;

impl Registry {
    /// The day's bookings in order of time, cancelled ones left out. Errors: `Forbidden`.
    pub async fn bookings_on(&self, by: &Officer, date: NaiveDate) -> Result<Vec<DayBooking>> {
        by.may(Right::SeeBookings)?;
        let rows = of_day(&mut self.store().read().await?, date).await?;
        let mut bookings = Vec::with_capacity(rows.len());
        for row in rows {
            bookings.push(self.booking_of(row).await?);
        }
        Ok(bookings)
    }

    /// A booking by its code, for reception. Errors: `Forbidden`, `NotFound`.
    pub async fn booking_by_code(&self, by: &Officer, code: &str) -> Result<Booking> {
        by.may(Right::SeeBookings)?;
        let code = BookingCode::parse(code).map_err(|_| Error::NotFound)?;
        let row =
            by_code(&mut self.store().read().await?, &code.to_string()).await?.ok_or(Error::NotFound)?;
        self.booking_of(row).await
    }

    /// The bookings in which a document is named, newest first. Errors: `Forbidden`.
    pub async fn bookings_of(&self, by: &Officer, person: &Applicant) -> Result<Vec<Booking>> {
        by.may(Right::SeeBookings)?;
        let key = self.vault().person_key(person);
        let rows = of_person(&mut self.store().read().await?, &key.0).await?;
        let mut bookings = Vec::with_capacity(rows.len());
        for row in rows {
            bookings.push(self.booking_of(row).await?);
        }
        Ok(bookings)
    }
}

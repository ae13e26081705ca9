//! A booking is found again by its code and the booker's own document.

use super::open::Opened;
use crate::error::{Error, Result};
use crate::registry::Registry;
use crate::store::queries::bookings::by_code;
use law::booking::BookingCode;

impl Registry {
    /// Opens the booking of this code for the person who booked it. `from` is the address that asks, for the limit alone.
    ///
    /// Errors: `NotFound` for a wrong code as for a wrong document, `TooMany` after ten within ten minutes.
    pub async fn find_booking(&self, code: &str, id_number: &str, from: &str) -> Result<Opened> {
        let now = self.clock().now();
        let keys = [format!("code {code}"), format!("from {from}")];
        for key in &keys {
            self.code_limit().check(key, now)?;
        }
        let found = self.matching(code, id_number).await?;
        if found.is_none() {
            keys.iter().for_each(|key| self.code_limit().count(key, now));
        }
        found.ok_or(Error::NotFound)
    }

    async fn matching(&self, code: &str, id_number: &str) -> Result<Option<Opened>> {
        let Ok(code) = BookingCode::parse(code) else { return Ok(None) };
        let row = by_code(&mut self.store().read().await?, &code.to_string()).await?;
        let Some(row) = row else { return Ok(None) };
        let booking = self.booking_of(row).await?;
        let own = booking.a.person.id();
        let typed = law::identity::IdNumber::parse(own.id_type(), id_number, self.clock().today());
        Ok(typed.is_ok_and(|typed| typed.value() == own.value()).then(|| Opened {
            manage_token: self.vault().manage_token(booking.id, booking.generation),
            booking,
        }))
    }
}

//! They are here: noted by reception or a registrar.

use super::open::Booking;
use crate::audit::{Act, enter};
use crate::error::{Error, Result};
use crate::registry::Registry;
use crate::staff::{Officer, Right};
use crate::store::queries::bookings::{arrive, by_id};
use crate::store::{Tx, Write};
use chrono::{DateTime, Utc};
use uuid::Uuid;

struct Arrive {
    booking: Uuid,
    both: bool,
    at: DateTime<Utc>,
    by: Uuid,
}

impl Write for Arrive {
    type Out = ();

    async fn run(&self, tx: &mut Tx) -> Result<()> {
        let booking = by_id(tx, self.booking).await?.ok_or(Error::NotFound)?;
        if booking.cancelled_at.is_some() {
            return Err(Error::Gone);
        }
        arrive(tx, self.booking, self.at, self.both, Some(self.by)).await?;
        let subject = format!("booking:{}", self.booking);
        let stored = if self.both { &b"both"[..] } else { b"one" };
        enter(tx, Act { at: self.at, officer: Some(self.by), verb: "arrived", subject, stored }).await
    }
}

impl Registry {
    /// Notes that one or both are here; noted again it only changes whether both are. Errors: `Forbidden`, `Gone`,
    /// `TooEarly` on another day.
    pub async fn arrive(&self, booking: &Booking, both: bool, by: &Officer) -> Result<()> {
        by.may(Right::ReceiveArrivals)?;
        if booking.date != self.clock().today() {
            return Err(Error::TooEarly);
        }
        let arrive = Arrive { booking: booking.id, both, at: self.clock().now(), by: by.id };
        self.store().write(arrive).await
    }
}

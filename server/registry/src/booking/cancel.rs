//! A booking is cancelled: by its holder, or by reception with a reason. Its place is free at once.

use super::line::Line;
use super::open::Booking;
use crate::audit::{Act, enter};
use crate::error::{Error, Result};
use crate::registry::Registry;
use crate::staff::{Officer, Right};
use crate::store::queries::bookings::{by_id, cancel, free_persons};
use crate::store::queries::slots;
use crate::store::{Tx, Write};
use chrono::{DateTime, Utc};
use uuid::Uuid;

struct Cancel {
    booking: Uuid,
    slot: String,
    line: Line,
    at: DateTime<Utc>,
    by: Option<Uuid>,
    reason: String,
}

impl Write for Cancel {
    type Out = ();

    async fn run(&self, tx: &mut Tx) -> Result<()> {
        slots::lock(tx, &self.slot).await?;
        let booking = by_id(tx, self.booking).await?.ok_or(Error::NotFound)?;
        if booking.slot_id != self.slot {
            return Err(Error::Stale);
        }
        if booking.arrived_at.is_some() || booking.case_id.is_some() {
            return Err(Error::Gone);
        }
        if !cancel(tx, self.booking, self.at, self.by, &self.reason).await? {
            // A second click finds it done.
            return Ok(());
        }
        self.line.pass_on(tx, &self.slot, self.at).await?;
        free_persons(tx, self.booking).await?;
        match self.by {
            Some(_) => {
                let subject = format!("booking:{}", self.booking);
                let stored = self.reason.as_bytes();
                enter(tx, Act { at: self.at, officer: self.by, verb: "booking_cancelled", subject, stored })
                    .await
            }
            None => Ok(()),
        }
    }
}

impl Registry {
    /// Cancels a booking; cancelling twice does no harm. Reception gives a reason (a squatted booking is released so,
    /// after the card was seen).
    ///
    /// Errors: `Gone` when they have come, `TooLate` when its time has passed (holder only), `Stale`, `Forbidden`,
    /// `Invalid` without a reason.
    pub async fn cancel_booking(&self, booking: &Booking, by: Option<(&Officer, &str)>) -> Result<()> {
        let (officer, reason) = match by {
            Some((officer, reason)) => {
                officer.may(Right::BookForCaller)?;
                if reason.trim().is_empty() {
                    return Err(Error::invalid("reason", "missing"));
                }
                (Some(officer.id), reason.trim().to_owned())
            }
            None if booking.cancelled_at.is_some() => return Ok(()),
            None if booking.arrived_at.is_some() => return Err(Error::Gone),
            None if !booking.is_ahead(self.clock().local()) => return Err(Error::TooLate),
            None if self.clock().local() <= booking.undo_until => (None, "undone".to_owned()),
            None => (None, "by_holder".to_owned()),
        };
        let at = self.clock().now();
        let line = self.opening().await?.line(booking.slot);
        let cancel =
            Cancel { booking: booking.id, slot: booking.slot.to_string(), line, at, by: officer, reason };
        self.store().write(cancel).await?;
        self.availability_cache().forget(booking.service);
        Ok(())
    }
}

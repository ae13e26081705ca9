//! A booking moves: the new place is secured first, then the old one is given back.

use super::hold::refusal;
use super::open::Booking;
use super::slot::{lock, take_place};
use crate::audit::{Act, enter};
use crate::error::{Error, Result};
use crate::registry::{Opening, Registry};
use crate::staff::{Officer, Right};
use crate::store::queries::bookings::{NewMove, by_id, put_into};
use crate::store::queries::slots;
use crate::store::queries::slots::SlotPlan;
use crate::store::{Tx, Write};
use crate::vault::new_id;
use chrono::{DateTime, Utc};
use law::booking::SlotId;
use std::sync::Arc;
use uuid::Uuid;

struct Move {
    plan: SlotPlan,
    opening: Arc<Opening>,
    step: NewMove,
    now: DateTime<Utc>,
    by: Option<Uuid>,
}

impl Write for Move {
    type Out = ();

    async fn run(&self, tx: &mut Tx) -> Result<()> {
        let from = &self.step.from_slot;
        if *from < self.plan.id {
            slots::lock(tx, from).await?;
        }
        lock(tx, &self.plan, &self.opening.line_of(&self.plan.id)?, self.now).await?;
        if *from > self.plan.id {
            slots::lock(tx, from).await?;
        }
        let booking = by_id(tx, self.step.booking).await?.ok_or(Error::NotFound)?;
        if booking.cancelled_at.is_some() || booking.arrived_at.is_some() || booking.case_id.is_some() {
            return Err(Error::Gone);
        }
        take_place(tx, &self.plan.id).await?;
        if !put_into(tx, &self.step).await? {
            return Err(Error::Stale);
        }
        self.opening.line_of(from)?.pass_on(tx, from, self.now).await?;
        match self.by {
            Some(_) => {
                let subject = format!("booking:{}", self.step.booking);
                let stored = self.plan.id.as_bytes();
                enter(tx, Act { at: self.now, officer: self.by, verb: "booking_moved", subject, stored })
                    .await
            }
            None => Ok(()),
        }
    }
}

impl Registry {
    /// Moves a booking to another slot of the same service; moving it to where it is changes nothing.
    ///
    /// Errors: `Gone` when it was cancelled or they have come, `TooLate` when its time has passed, `SlotFull` with
    /// alternatives, `TooEarly`, `Closed`, `Invalid`, `Stale` when it was moved meanwhile, `Forbidden`; `NotBookable` for a
    /// day that is not lawful by the receipt under which it was booked.
    pub async fn move_booking(&self, booking: &Booking, to: SlotId, by: Option<&Officer>) -> Result<()> {
        if let Some(officer) = by {
            officer.may(Right::BookForCaller)?;
        }
        if to.service() != booking.service {
            return Err(Error::invalid("slot", "unknown"));
        }
        if booking.cancelled_at.is_some() || booking.arrived_at.is_some() {
            return Err(Error::Gone);
        }
        if to == booking.slot {
            return Ok(());
        }
        if !booking.is_ahead(self.clock().local()) {
            return Err(Error::TooLate);
        }
        if !self.may_move_to(booking, to.date()).await? {
            return Err(Error::NotBookable);
        }
        let opening = self.opening().await?;
        if let Some(reason) = self.reason_against(&opening, to) {
            return Err(refusal(reason));
        }
        if let (law::service::Service::Marriage, Some(b)) = (booking.service, &booking.b) {
            // Of age on the old day does not mean of age on an earlier one.
            let refusals = law::eligibility::marriage(to.date(), &booking.a.person, &b.person);
            if let Some(first) = refusals.first() {
                return Err(Error::invalid("slot", first.code()));
            }
        }
        let (plan, now) = (opening.plan(to)?, self.clock().now());
        let step = NewMove {
            id: new_id(now)?,
            booking: booking.id,
            from_slot: booking.slot.to_string(),
            to_slot: plan.id.clone(),
            date: plan.date,
            starts: plan.starts,
            ends: plan.ends,
            at: now,
            by_staff: by.map(|officer| officer.id),
        };
        let moved =
            self.store().write(Move { plan, opening, step, now, by: by.map(|officer| officer.id) }).await;
        self.availability_cache().forget(to.service());
        match moved {
            Ok(()) => Ok(()),
            Err(error) => Err(self.with_alternatives(to, error).await),
        }
    }
}

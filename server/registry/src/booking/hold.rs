//! A place is kept for ten minutes while somebody types; once it may be kept ten more. No job is needed: a hold that has
//! run out counts as free from that moment, and the next taker writes it down.

use super::line::give_up;
use super::slot::{lock, take_place};
use crate::error::{Error, Result};
use crate::registry::{Opening, Registry};
use crate::store::queries::slots::SlotPlan;
use crate::store::queries::{holds, slots};
use crate::store::{Tx, Write};
use crate::vault::{hash_secret, new_id};
use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};
use law::booking::{DayReason, SlotId};
use std::sync::Arc;
use uuid::Uuid;

/// A place that is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hold {
    pub slot: SlotId,
    pub end: chrono::NaiveTime,
    /// Until when, civil time in Asia/Shanghai.
    pub until: NaiveDateTime,
    pub may_extend: bool,
    pub expired: bool,
}

struct Keep {
    id: Uuid,
    draft: Vec<u8>,
    plan: SlotPlan,
    opening: Arc<Opening>,
    now: DateTime<Utc>,
    ends: DateTime<Utc>,
}

impl Write for Keep {
    type Out = ();

    async fn run(&self, tx: &mut Tx) -> Result<()> {
        let before = holds::of_draft(tx, &self.draft).await?;
        let elsewhere = before.as_ref().filter(|hold| hold.slot_id != self.plan.id);
        // Rows are locked in one order, slots by id, so that two who swap never wait for each other.
        let (earlier, later) = match elsewhere {
            Some(hold) if hold.slot_id < self.plan.id => (Some(&hold.slot_id), None),
            Some(hold) => (None, Some(&hold.slot_id)),
            None => (None, None),
        };
        if let Some(other) = earlier {
            slots::lock(tx, other).await?;
        }
        lock(tx, &self.plan, &self.opening.line_of(&self.plan.id)?, self.now).await?;
        if let Some(other) = later {
            slots::lock(tx, other).await?;
        }
        if let Some(hold) = before {
            if hold.slot_id == self.plan.id && hold.ends_at > self.now {
                return Ok(());
            }
            if holds::remove(tx, hold.id).await? {
                self.opening.line_of(&hold.slot_id)?.pass_on(tx, &hold.slot_id, self.now).await?;
            }
        }
        take_place(tx, &self.plan.id).await?;
        match holds::insert(tx, self.id, &self.plan.id, &self.draft, self.now, self.ends).await? {
            true => Ok(()),
            // The same draft was quicker on another connection: look again.
            false => Err(Error::Contended("one draft, two holds".into())),
        }
    }
}

struct Extend {
    draft: Vec<u8>,
    now: DateTime<Utc>,
    ends: DateTime<Utc>,
}

impl Write for Extend {
    type Out = bool;

    async fn run(&self, tx: &mut Tx) -> Result<bool> {
        holds::extend(tx, &self.draft, self.now, self.ends).await
    }
}

struct Release {
    draft: Vec<u8>,
    opening: Arc<Opening>,
    now: DateTime<Utc>,
}

impl Write for Release {
    type Out = ();

    async fn run(&self, tx: &mut Tx) -> Result<()> {
        give_up(tx, &self.opening, &self.draft, self.now).await
    }
}

impl Registry {
    /// Keeps a place of `slot` for this draft, in exchange for the one it had. Asking again for the same slot changes
    /// nothing.
    ///
    /// Errors: `SlotFull` with alternatives (the old place is still kept), `TooEarly`, `TooLate`, `Closed`, `Invalid`.
    pub async fn hold(&self, draft: &str, slot: SlotId) -> Result<Hold> {
        let opening = self.opening().await?;
        if let Some(reason) = self.reason_against(&opening, slot) {
            return Err(refusal(reason));
        }
        let now = self.clock().now();
        let minutes = TimeDelta::minutes(i64::from(opening.office.booking.hold_minutes));
        let keep = Keep {
            id: new_id(now)?,
            draft: hash_secret(draft),
            plan: opening.plan(slot)?,
            opening,
            now,
            ends: now + minutes,
        };
        if let Err(error) = self.store().write(keep).await {
            return Err(self.with_alternatives(slot, error).await);
        }
        self.availability_cache().clear();
        self.hold_of(draft).await?.ok_or(Error::HoldExpired)
    }

    /// The place this draft keeps or kept; `expired` tells which.
    pub async fn hold_of(&self, draft: &str) -> Result<Option<Hold>> {
        let row = holds::of_draft(&mut self.store().read().await?, &hash_secret(draft)).await?;
        let Some(row) = row else { return Ok(None) };
        let slot = SlotId::parse(&row.slot_id).map_err(|_| Error::inconsistent("a hold of no slot"))?;
        let now = self.clock().now();
        Ok(Some(Hold {
            slot,
            end: self.opening().await?.plan(slot).map_or(slot.start(), |plan| plan.ends),
            until: crate::clock::to_local(row.ends_at),
            may_extend: !row.extended && row.ends_at > now,
            expired: row.ends_at <= now,
        }))
    }

    /// Keeps the place ten minutes longer, once. Errors: `HoldExpired` when it has run out or was extended before.
    pub async fn extend_hold(&self, draft: &str) -> Result<Hold> {
        let before = self.hold_of(draft).await?.filter(|hold| hold.may_extend).ok_or(Error::HoldExpired)?;
        let minutes = TimeDelta::minutes(i64::from(self.opening().await?.office.booking.hold_minutes));
        let ends = crate::clock::from_local(before.until) + minutes;
        let extend = Extend { draft: hash_secret(draft), now: self.clock().now(), ends };
        match self.store().write(extend).await? {
            true => self.hold_of(draft).await?.ok_or(Error::HoldExpired),
            false => Err(Error::HoldExpired),
        }
    }

    /// Gives the place back; giving back nothing does no harm.
    pub async fn release_hold(&self, draft: &str) -> Result<()> {
        let (opening, now) = (self.opening().await?, self.clock().now());
        self.store().write(Release { draft: hash_secret(draft), opening, now }).await?;
        self.availability_cache().clear();
        Ok(())
    }
}

/// A day's reason as the refusal of a taking.
pub(super) fn refusal(reason: DayReason) -> Error {
    match reason {
        DayReason::TooEarly | DayReason::TooLate => Error::TooLate,
        DayReason::NotReleased => Error::TooEarly,
        DayReason::Holiday | DayReason::Weekend | DayReason::Closed => Error::Closed,
        DayReason::Full => Error::SlotFull { alternatives: Vec::new() },
    }
}

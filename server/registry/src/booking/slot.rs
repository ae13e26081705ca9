//! A slot: whether there is such a time, and the steps that every taking of a place shares.

use super::availability::SlotOffer;
use super::line::Line;
use crate::error::{Error, Result};
use crate::registry::{Opening, Registry};
use crate::store::Tx;
use crate::store::queries::slots;
use crate::store::queries::slots::SlotPlan;
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use law::booking::SlotId;
use law::service::Service;
use serde::{Deserialize, Serialize};

/// Another time that is free.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Alternative {
    pub id: SlotId,
    pub date: NaiveDate,
    pub start: NaiveTime,
    pub end: NaiveTime,
    pub left: u32,
}

/// How many other times a refusal offers.
const ALTERNATIVES: usize = 5;

impl Opening {
    /// The slot's row as it is made when its first place is asked for. Errors: `Invalid` for a time that is on no list.
    pub(super) fn plan(&self, slot: SlotId) -> Result<SlotPlan> {
        let span = self.office.slots().into_iter().find(|span| span.starts == slot.start());
        let span = span.ok_or_else(|| Error::invalid("slot", "unknown"))?;
        Ok(SlotPlan {
            id: slot.to_string(),
            service: slot.service().as_str(),
            date: slot.date(),
            starts: span.starts,
            ends: span.ends,
            capacity: i64::from(self.office.rule(slot.service()).places()),
        })
    }
}

impl Opening {
    /// Every slot of a service's day, by id.
    pub(super) fn plans(&self, service: Service, date: NaiveDate) -> Result<Vec<SlotPlan>> {
        let spans = self.office.slots().into_iter();
        let plans = spans.map(|span| self.plan(SlotId::new(service, date, span.starts)));
        let mut plans: Vec<_> = plans.collect::<Result<_>>()?;
        plans.sort_by(|one, other| one.id.cmp(&other.id));
        Ok(plans)
    }
}

/// Locks the slot, made where there is none. The places of holds that have run out go to whoever waits for them, or are
/// free again.
pub(super) async fn lock(tx: &mut Tx, plan: &SlotPlan, line: &Line, now: DateTime<Utc>) -> Result<()> {
    if slots::lock(tx, &plan.id).await?.is_none() {
        slots::make(tx, plan).await?;
        slots::lock(tx, &plan.id).await?;
    }
    line.settle(tx, &plan.id, now).await
}

/// Takes one place of a locked slot. Errors: `SlotFull`, without alternatives yet.
pub(super) async fn take_place(tx: &mut Tx, slot: &str) -> Result<()> {
    match slots::take_place(tx, slot).await? {
        true => Ok(()),
        false => Err(Error::SlotFull { alternatives: Vec::new() }),
    }
}

impl Registry {
    /// Adds to a full slot's refusal the times that are nearest to it and free.
    pub(super) async fn with_alternatives(&self, slot: SlotId, error: Error) -> Error {
        let Error::SlotFull { .. } = error else { return error };
        match self.alternatives(slot).await {
            Ok(alternatives) => Error::SlotFull { alternatives },
            Err(other) => other,
        }
    }

    async fn alternatives(&self, slot: SlotId) -> Result<Vec<Alternative>> {
        let mut offer = self.whole_offer(slot.service()).await?;
        if offer.has_place(slot) {
            // Another process has sold the last place meanwhile: what else is remembered may be as old.
            self.availability_cache().forget(slot.service());
            offer = self.whole_offer(slot.service()).await?;
        }
        let open = offer.days.iter().filter(|day| day.open);
        let mut free: Vec<_> =
            open.flat_map(|day| day.slots.iter().map(move |slot| alternative(day.date, slot))).collect();
        free.retain(|other| other.left > 0 && other.id != slot);
        free.sort_by_key(|other| {
            let days = (other.date - slot.date()).num_days();
            let minutes = (other.start - slot.start()).num_minutes();
            (days.abs(), days < 0, minutes.abs(), minutes < 0)
        });
        free.truncate(ALTERNATIVES);
        Ok(free)
    }
}

fn alternative(date: NaiveDate, slot: &SlotOffer) -> Alternative {
    Alternative { id: slot.id, date, start: slot.start, end: slot.end, left: slot.left }
}

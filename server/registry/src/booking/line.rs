//! The line of those who wait for a day: a place that comes free is kept for the next of them from that very moment, as a
//! hold of their own that nobody else can take. No job is needed: an offer that has run out went on to the next in line
//! when it ended, and whoever touches the slot first writes down what has become of it.

use crate::clock::{from_local, to_local};
use crate::error::{Error, Result};
use crate::registry::Opening;
use crate::store::Tx;
use crate::store::queries::holds::{ExpiredRow, insert_offered, remove_expired};
use crate::store::queries::waits;
use crate::store::queries::{holds, slots};
use crate::vault::new_id;
use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use law::booking::{SlotId, offer_ends};
use law::service::Service;
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// Who waits for a place on one day of one service, and when that day can't be booked any more.
#[derive(Debug, Clone)]
pub(super) struct Line {
    service: Service,
    date: NaiveDate,
    closes: NaiveDateTime,
}

/// What became of a place that came free.
enum Passed {
    /// The next in line has it.
    Kept,
    /// Their time ran out at this moment, before anybody wrote it down.
    Missed(DateTime<Utc>),
    /// Nobody waits.
    Free,
}

impl Opening {
    pub(super) fn line(&self, slot: SlotId) -> Line {
        self.line_on(slot.service(), slot.date())
    }

    pub(super) fn line_on(&self, service: Service, date: NaiveDate) -> Line {
        Line { service, date, closes: self.office.booking.closes_at(date, &self.calendar) }
    }

    /// The line of a slot by its name in the store.
    pub(super) fn line_of(&self, slot: &str) -> Result<Line> {
        let slot = SlotId::parse(slot).map_err(|_| Error::inconsistent("a place of no slot"))?;
        Ok(self.line(slot))
    }
}

impl Line {
    /// Holds of the locked slot that have run out: each place went to the next in line when it did, or is free again.
    pub async fn settle(&self, tx: &mut Tx, slot: &str, now: DateTime<Utc>) -> Result<()> {
        let mut freed: BinaryHeap<_> =
            remove_expired(tx, slot, now).await?.into_iter().map(Reverse).collect();
        let mut free = 0;
        while let Some(Reverse(from)) = freed.pop() {
            match self.pass(tx, slot, from, now).await? {
                Passed::Kept => {}
                Passed::Missed(ended) => freed.push(Reverse(ended)),
                Passed::Free => free += 1,
            }
        }
        if free == 0 { Ok(()) } else { slots::give_back(tx, slot, free).await }
    }

    /// A place of the locked slot is given up now: the next in line has it, or it is free.
    pub async fn pass_on(&self, tx: &mut Tx, slot: &str, now: DateTime<Utc>) -> Result<()> {
        match self.pass(tx, slot, now, now).await? {
            Passed::Kept => Ok(()),
            Passed::Missed(_) | Passed::Free => slots::give_back(tx, slot, 1).await,
        }
    }

    /// Takes what is free of the locked slot for those who wait.
    pub async fn fill(&self, tx: &mut Tx, slot: &str, now: DateTime<Utc>) -> Result<()> {
        while waits::next(tx, self.service.as_str(), self.date).await?.is_some()
            && slots::take_place(tx, slot).await?
        {
            match self.pass(tx, slot, now, now).await? {
                Passed::Kept => {}
                Passed::Missed(_) | Passed::Free => return slots::give_back(tx, slot, 1).await,
            }
        }
        Ok(())
    }

    /// Gives a place, counted as taken and free since `from`, to the next in line.
    async fn pass(&self, tx: &mut Tx, slot: &str, from: DateTime<Utc>, now: DateTime<Utc>) -> Result<Passed> {
        let Some(ends) = self.ends(from) else { return Ok(Passed::Free) };
        loop {
            let Some(next) = waits::next(tx, self.service.as_str(), self.date).await? else {
                return Ok(Passed::Free);
            };
            if !waits::offer(tx, next.id, slot, from, ends).await? {
                return Err(Error::Contended("two places for one who waits".into()));
            }
            if ends <= now {
                return Ok(Passed::Missed(ends));
            }
            // Whoever holds another place under the same secret needs none.
            if insert_offered(tx, new_id(now)?, slot, &next.draft_id, from, ends).await? {
                return Ok(Passed::Kept);
            }
        }
    }

    fn ends(&self, from: DateTime<Utc>) -> Option<DateTime<Utc>> {
        offer_ends(to_local(from), self.closes).map(from_local)
    }

    /// Which of the places whose holds have run out are kept for somebody who waits, though nobody has written it down
    /// yet: their slots, one for each place.
    pub fn kept(&self, expired: Vec<ExpiredRow>, waiting: i64, now: DateTime<Utc>) -> Vec<String> {
        let mut freed: BinaryHeap<_> =
            expired.into_iter().map(|hold| Reverse((hold.ends_at, hold.slot_id))).collect();
        let (mut kept, mut waiting) = (Vec::new(), waiting);
        while waiting > 0
            && let Some(Reverse((from, slot))) = freed.pop()
        {
            let Some(ends) = self.ends(from) else { continue };
            waiting -= 1;
            if ends > now { kept.push(slot) } else { freed.push(Reverse((ends, slot))) }
        }
        kept
    }
}

/// Ends the wait of a secret, if it is one of somebody who waits.
pub(super) async fn end_wait(tx: &mut Tx, draft: &[u8], fate: &str, at: DateTime<Utc>) -> Result<()> {
    match waits::of_draft(tx, draft).await? {
        Some(wait) => waits::end(tx, wait.id, fate, at).await,
        None => Ok(()),
    }
}

/// Gives up what is kept under a secret: the place goes to the next in line.
pub(super) async fn give_up(tx: &mut Tx, opening: &Opening, draft: &[u8], now: DateTime<Utc>) -> Result<()> {
    let Some(hold) = holds::of_draft(tx, draft).await? else { return Ok(()) };
    slots::lock(tx, &hold.slot_id).await?;
    match holds::remove(tx, hold.id).await? {
        true => opening.line_of(&hold.slot_id)?.pass_on(tx, &hold.slot_id, now).await,
        false => Ok(()),
    }
}

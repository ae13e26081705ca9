//! What is free: every day of a stretch with its reason or its slots, without writing anything.

use crate::error::{Error, Result};
use crate::registry::{OfficeDay, Opening, Registry};
use crate::store::queries::holds::expired_on;
use crate::store::queries::slots::{LeftRow, left};
use crate::store::queries::waits::lines;
use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeDelta, Utc};
use law::booking::{DayQuestion, DayReason, OfficeDays, Places, SlotId, day_reason};
use law::service::Service;
use serde::Serialize;
use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, PoisonError, RwLock};

/// The days asked for, in order.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Availability {
    pub days: Vec<DayOffer>,
}

/// A day: open with its slots, or closed with the first reason that applies.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DayOffer {
    pub date: NaiveDate,
    pub open: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<DayReason>,
    /// The office's own word for a closure or a special opening.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    pub slots: Vec<SlotOffer>,
}

/// A time to arrive, civil time in Asia/Shanghai, and how many places are left.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SlotOffer {
    pub id: SlotId,
    #[serde(serialize_with = "hour_minute")]
    pub start: NaiveTime,
    #[serde(serialize_with = "hour_minute")]
    pub end: NaiveTime,
    pub left: u32,
    /// Places offered in all, so that a screen can say 「快满」.
    #[serde(skip)]
    pub offered: u32,
}

impl Availability {
    /// Whether a place is left in this slot.
    pub(super) fn has_place(&self, slot: SlotId) -> bool {
        self.days.iter().flat_map(|day| &day.slots).any(|offer| offer.id == slot && offer.left > 0)
    }
}

impl DayOffer {
    /// Places left on the whole day.
    pub fn left(&self) -> u32 {
        self.slots.iter().map(|slot| slot.left).sum()
    }

    /// Whether a quarter or less of the day's places is left.
    pub fn is_nearly_full(&self) -> bool {
        let offered: u32 = self.slots.iter().map(|slot| slot.offered).sum();
        self.left() * 4 <= offered
    }
}

fn hour_minute<S: serde::Serializer>(time: &NaiveTime, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(&time.format("%H:%M"))
}

/// More days than this are never asked for at once.
pub const MOST_DAYS: u32 = 62;

/// What was free a moment ago, for each service: read by every phone, forgotten with every change.
#[derive(Debug, Default)]
pub struct AvailabilityCache {
    known: RwLock<HashMap<Stretch, Cached>>,
    /// Raised with every change: what was read before one must not be remembered after it.
    changes: AtomicU64,
}

/// A service, its first day and how many days.
type Stretch = (Service, NaiveDate, u32);

#[derive(Debug, Clone)]
struct Cached {
    read_at: DateTime<Utc>,
    offer: Arc<Availability>,
    json: Arc<str>,
}

/// Another process may have sold a place, a hold may have run out: seen after this.
const LOOK_AGAIN: TimeDelta = TimeDelta::seconds(1);

impl AvailabilityCache {
    /// Forgets one service, after a place was taken or given back.
    pub(crate) fn forget(&self, service: Service) {
        self.changes.fetch_add(1, Ordering::SeqCst);
        self.known.write().unwrap_or_else(PoisonError::into_inner).retain(|(known, ..), _| *known != service);
    }

    /// Forgets everything, after settings or calendars changed.
    pub(crate) fn clear(&self) {
        self.changes.fetch_add(1, Ordering::SeqCst);
        self.known.write().unwrap_or_else(PoisonError::into_inner).clear();
    }

    fn get(&self, stretch: Stretch, now: DateTime<Utc>) -> Option<Cached> {
        let known = self.known.read().unwrap_or_else(PoisonError::into_inner).get(&stretch).cloned();
        known.filter(|cached| is_fresh(cached.read_at, now))
    }

    /// Remembers what was read when there had been so many changes.
    fn put(&self, stretch: Stretch, cached: Cached, changes: u64) {
        let mut known = self.known.write().unwrap_or_else(PoisonError::into_inner);
        if self.changes.load(Ordering::SeqCst) != changes {
            return;
        }
        // Odd stretches that nobody asks for twice must not pile up.
        if known.len() > 256 {
            known.clear();
        }
        known.insert(stretch, cached);
    }
}

fn is_fresh(read_at: DateTime<Utc>, now: DateTime<Utc>) -> bool {
    now >= read_at && now - read_at < LOOK_AGAIN
}

/// A moment of the office's offer: what was made of it may be shown again while the moment lasts.
#[derive(Debug, Clone, Copy)]
pub struct Moment {
    at: DateTime<Utc>,
    changes: u64,
}

impl Registry {
    /// The moment that begins now.
    pub fn moment(&self) -> Moment {
        let changes = self.availability_cache().changes.load(Ordering::SeqCst);
        Moment { at: self.clock().now(), changes }
    }

    /// Whether a page made at that moment still says what is: nothing changed here, and a second has not passed in which
    /// another process could have changed it.
    pub fn lasts(&self, moment: Moment) -> bool {
        let now = self.moment();
        now.changes == moment.changes && is_fresh(moment.at, now.at)
    }

    /// What is free from `from` on for `days` natural days (1 to 62); at most a second old.
    ///
    /// Errors: `Invalid` for `days`.
    pub async fn availability(
        &self,
        service: Service,
        from: NaiveDate,
        days: u32,
    ) -> Result<Arc<Availability>> {
        Ok(self.offered(service, from, days).await?.offer)
    }

    /// The same as JSON text, made once for all who ask in the same second.
    pub async fn availability_json(&self, service: Service, from: NaiveDate, days: u32) -> Result<Arc<str>> {
        Ok(self.offered(service, from, days).await?.json)
    }

    /// The first slot that is free.
    pub async fn nearest(&self, service: Service) -> Result<Option<SlotOffer>> {
        let offer = self.whole_offer(service).await?;
        let open = offer.days.iter().filter(|day| day.open);
        Ok(open.flat_map(|day| &day.slots).find(|slot| slot.left > 0).cloned())
    }

    /// Every day of the horizon.
    pub(super) async fn whole_offer(&self, service: Service) -> Result<Arc<Availability>> {
        let days = self.opening().await?.office.booking.horizon_last + 1;
        self.availability(service, self.clock().today(), days.min(MOST_DAYS)).await
    }

    async fn offered(&self, service: Service, from: NaiveDate, days: u32) -> Result<Cached> {
        if !(1..=MOST_DAYS).contains(&days) {
            return Err(Error::invalid("days", "out_of_range"));
        }
        let until = from.checked_add_days(Days::new(u64::from(days - 1)));
        let until = until.ok_or_else(|| Error::invalid("from", "bad_date"))?;
        let (key, now) = ((service, from, days), self.clock().now());
        if let Some(known) = self.availability_cache().get(key, now) {
            return Ok(known);
        }
        let opening = self.opening().await?;
        let Moment { changes, .. } = self.moment();
        let mut tx = self.store().read().await?;
        let mut rows = left(&mut tx, service.as_str(), from, until, now).await?;
        for line in lines(&mut tx, service.as_str(), from, until).await? {
            // What came free meanwhile belongs to those who wait, though nobody has written it down yet.
            let expired = expired_on(&mut tx, service.as_str(), line.date, now).await?;
            for slot in opening.line_on(service, line.date).kept(expired, line.waiting, now) {
                rows.iter_mut().filter(|row| row.id == slot).for_each(|row| row.remaining -= 1);
            }
        }
        drop(tx);
        let offer = opening.offer(service, from, days, &rows, self.clock().local());
        let json = serde_json::to_string(&offer).map_err(Error::inconsistent)?.into();
        let cached = Cached { read_at: now, offer: Arc::new(offer), json };
        self.availability_cache().put(key, cached.clone(), changes);
        Ok(cached)
    }

    /// Why this service can't be booked on a day, apart from its being full; `None` if it can.
    pub(super) fn reason_against(&self, opening: &Opening, slot: SlotId) -> Option<DayReason> {
        let places = opening.office.rule(slot.service()).places();
        opening.reason(
            slot.service(),
            slot.date(),
            Places { offered: places, left: places },
            self.clock().local(),
        )
    }
}

impl Opening {
    fn offer(
        &self,
        service: Service,
        from: NaiveDate,
        days: u32,
        rows: &[LeftRow],
        now: chrono::NaiveDateTime,
    ) -> Availability {
        let known: HashMap<&str, i64> = rows.iter().map(|row| (row.id.as_str(), row.remaining)).collect();
        let spans = self.office.slots();
        let places = self.office.rule(service).places();
        let office = self.office_days();
        let slot = |date, span: &crate::office::Span| {
            let id = SlotId::new(service, date, span.starts);
            let left =
                known.get(id.to_string().as_str()).map_or(places, |left| u32::try_from(*left).unwrap_or(0));
            SlotOffer { id, start: span.starts, end: span.ends, left, offered: places.max(left) }
        };
        let day = |date| {
            let slots: Vec<_> = spans.iter().map(|span| slot(date, span)).collect();
            let left = slots.iter().map(|slot| slot.left).sum();
            let offered = places * u32::try_from(spans.len()).unwrap_or(u32::MAX);
            let reason = self.reason_among(service, date, Places { offered, left }, now, &office);
            let note = self.days.get(&date).map(|day| match day {
                OfficeDay::Closed(words) | OfficeDay::Open(words) => words.clone(),
            });
            let shown = matches!(reason, None | Some(DayReason::Full));
            DayOffer {
                date,
                open: reason.is_none(),
                reason,
                note,
                slots: if shown { slots } else { Vec::new() },
            }
        };
        Availability { days: from.iter_days().take(days as usize).map(day).collect() }
    }

    pub(super) fn reason(
        &self,
        service: Service,
        date: NaiveDate,
        places: Places,
        now: chrono::NaiveDateTime,
    ) -> Option<DayReason> {
        self.reason_among(service, date, places, now, &self.office_days())
    }

    fn reason_among(
        &self,
        service: Service,
        date: NaiveDate,
        places: Places,
        now: chrono::NaiveDateTime,
        office: &OfficeDays,
    ) -> Option<DayReason> {
        let question =
            DayQuestion { now, service, settings: &self.office.booking, national: &self.calendar, office };
        day_reason(&question, date, places)
    }

    fn office_days(&self) -> OfficeDays {
        let mut days = OfficeDays::default();
        for (date, day) in &self.days {
            match day {
                OfficeDay::Closed(_) => days.closed.insert(*date),
                OfficeDay::Open(_) => days.open.insert(*date),
            };
        }
        days
    }
}

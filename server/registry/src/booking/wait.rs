//! Somebody waits for a place on a full day: joins the line, looks how far it is, leaves it. An offer is a hold under their
//! own secret, so that it is confirmed like any other held place.

use super::hold::refusal;
use super::line::{Line, give_up};
use super::request::{Contact, Party, StoredParty};
use super::slot::lock;
use crate::clock::to_local;
use crate::error::{Error, Result};
use crate::registry::{Opening, Registry};
use crate::store::queries::slots::{self, SlotPlan};
use crate::store::queries::waits::{self, NewWait, WaitRow};
use crate::store::{Tx, Write};
use crate::vault::{Secret, hash_secret, new_id};
use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use law::Lang;
use law::booking::{Places, SlotId};
use law::service::Service;
use std::sync::Arc;
use uuid::Uuid;

/// A wait as the one who waits sees it.
#[derive(Debug, Clone)]
pub struct Waiting {
    pub service: Service,
    pub date: NaiveDate,
    pub state: WaitState,
    /// Who waits, for the form that an offer leads to.
    pub party: Party,
    /// Whether they may be texted.
    pub contact: Contact,
}

/// How far it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WaitState {
    /// So many stand before.
    InLine {
        ahead: u32,
    },
    /// A place is kept until then, civil time in Asia/Shanghai.
    Offered {
        slot: SlotId,
        until: NaiveDateTime,
    },
    /// A place was kept and nobody came for it.
    Missed,
    /// The day can't be booked any more; walk-in is always possible.
    Closed,
    Taken,
    Left,
}

struct Join {
    new: NewWait,
    person: [u8; 16],
    plans: Vec<SlotPlan>,
    line: Line,
    today: NaiveDate,
}

impl Write for Join {
    type Out = ();

    async fn run(&self, tx: &mut Tx) -> Result<()> {
        let now = self.new.joined_at;
        // All of the day, by id: what came free before goes to those who came before.
        for plan in &self.plans {
            lock(tx, plan, &self.line, now).await?;
        }
        waits::free_ended(tx, &self.person, self.new.service, self.today, now).await?;
        waits::insert(tx, &self.new).await?;
        if !waits::bind_person(tx, &self.person, &self.new).await? {
            return Err(Error::NotBookable);
        }
        for plan in &self.plans {
            self.line.fill(tx, &plan.id, now).await?;
        }
        Ok(())
    }
}

/// Writes down what has become of a day's places.
struct Settle {
    slots: Vec<String>,
    line: Line,
    now: DateTime<Utc>,
}

impl Write for Settle {
    type Out = ();

    async fn run(&self, tx: &mut Tx) -> Result<()> {
        for slot in &self.slots {
            if slots::lock(tx, slot).await?.is_some() {
                self.line.settle(tx, slot, self.now).await?;
            }
        }
        Ok(())
    }
}

struct Leave {
    wait: Uuid,
    draft: Vec<u8>,
    slots: Vec<String>,
    opening: Arc<Opening>,
    now: DateTime<Utc>,
}

impl Write for Leave {
    type Out = ();

    async fn run(&self, tx: &mut Tx) -> Result<()> {
        // Nobody offers a place of this day meanwhile.
        for slot in &self.slots {
            slots::lock(tx, slot).await?;
        }
        // First out of the line, so that one's own place goes to the next.
        waits::end(tx, self.wait, "left", self.now).await?;
        give_up(tx, &self.opening, &self.draft, self.now).await
    }
}

struct Forget {
    before: NaiveDate,
}

impl Write for Forget {
    type Out = u64;

    async fn run(&self, tx: &mut Tx) -> Result<u64> {
        waits::forget_before(tx, self.before).await
    }
}

impl Registry {
    /// Joins the line of a day; the secret that opens it. Where a place is free after all, it is kept at once.
    ///
    /// Errors: `NotBookable` for whoever waits for this service already; `Invalid` for a service without a line; else for
    /// the day as [`Registry::hold`].
    pub async fn join_line(
        &self,
        service: Service,
        date: NaiveDate,
        party: &Party,
        contact: Contact,
        lang: Lang,
    ) -> Result<Secret> {
        let opening = self.opening().await?;
        if !service.keeps_waiting_list() {
            return Err(Error::invalid("service", "unknown_value"));
        }
        let places = opening.office.rule(service).places();
        let places = Places { offered: places, left: places };
        if let Some(reason) = opening.reason(service, date, places, self.clock().local()) {
            return Err(refusal(reason));
        }
        let (now, secret) = (self.clock().now(), Secret::fresh()?);
        let id = new_id(now)?;
        let new = NewWait {
            id,
            service: service.as_str(),
            date,
            draft: hash_secret(secret.as_str()),
            joined_at: now,
            contact: contact.as_str(),
            lang: lang.as_str(),
            sealed: self.vault().seal_record("waits", id.as_bytes(), &StoredParty::from(party))?,
        };
        let person = self.vault().person_key(&party.person).0;
        let plans = opening.plans(service, date)?;
        let line = opening.line_on(service, date);
        self.store().write(Join { new, person, plans, line, today: self.clock().today() }).await?;
        self.availability_cache().forget(service);
        Ok(secret)
    }

    /// How far the wait of this secret is; `None` where there is none.
    pub async fn look_at_line(&self, secret: &str) -> Result<Option<Waiting>> {
        let draft = hash_secret(secret);
        let Some(row) = waits::of_draft(&mut self.store().read().await?, &draft).await? else {
            return Ok(None);
        };
        let service = service_of(&row)?;
        let (opening, now) = (self.opening().await?, self.clock().now());
        let slots = opening.day_slots(service, row.date)?;
        self.store().write(Settle { slots, line: opening.line_on(service, row.date), now }).await?;
        let mut tx = self.store().read().await?;
        let Some(row) = waits::of_draft(&mut tx, &draft).await? else { return Ok(None) };
        let ahead = waits::ahead(&mut tx, &row).await?;
        let party: StoredParty = self.vault().open_record("waits", row.id.as_bytes(), &row.sealed)?;
        let over = to_local(now) >= opening.office.booking.closes_at(row.date, &opening.calendar);
        Ok(Some(Waiting {
            service,
            date: row.date,
            state: state(&row, ahead, now, over)?,
            party: party.read(self.clock().today())?,
            contact: Contact::parse(&row.contact).unwrap_or_default(),
        }))
    }

    /// Leaves the line; a place that was kept goes to the next. Leaving twice does no harm.
    pub async fn leave_line(&self, secret: &str) -> Result<()> {
        let draft = hash_secret(secret);
        let Some(row) = waits::of_draft(&mut self.store().read().await?, &draft).await? else {
            return Ok(());
        };
        let (opening, now) = (self.opening().await?, self.clock().now());
        let slots = opening.day_slots(service_of(&row)?, row.date)?;
        self.store().write(Leave { wait: row.id, draft, slots, opening, now }).await?;
        self.availability_cache().clear();
        Ok(())
    }

    /// Forgets who waited for a day that has passed; how many.
    pub async fn forget_old_waits(&self) -> Result<u64> {
        self.store().write(Forget { before: self.clock().today() }).await
    }
}

fn service_of(row: &WaitRow) -> Result<Service> {
    Service::parse(&row.service).ok_or_else(|| Error::inconsistent("a wait for no service"))
}

impl Opening {
    /// The slots of a day by name, in the order in which they are locked.
    fn day_slots(&self, service: Service, date: NaiveDate) -> Result<Vec<String>> {
        Ok(self.plans(service, date)?.into_iter().map(|plan| plan.id).collect())
    }
}

fn state(row: &WaitRow, ahead: i64, now: DateTime<Utc>, over: bool) -> Result<WaitState> {
    match (row.fate.as_deref(), &row.slot_id, row.ends_at) {
        (Some("taken"), ..) => Ok(WaitState::Taken),
        (Some(_), ..) => Ok(WaitState::Left),
        (None, Some(slot), Some(ends)) if ends > now => {
            let slot = SlotId::parse(slot).map_err(|_| Error::inconsistent("an offer of no slot"))?;
            Ok(WaitState::Offered { slot, until: to_local(ends) })
        }
        (None, ..) if over => Ok(WaitState::Closed),
        (None, Some(_), _) => Ok(WaitState::Missed),
        (None, None, _) => Ok(WaitState::InLine { ahead: u32::try_from(ahead).unwrap_or(u32::MAX) }),
    }
}

//! A case is opened, whatever for: out of a booking whose persons are here, or for those who just came. Entered late, it
//! says why.

use super::{COUNTER, LEASE};
use crate::audit::{Act, enter};
use crate::booking::StoredParty;
use crate::error::{Error, Result};
use crate::registry::Registry;
use crate::staff::{Officer, Right};
use crate::store::queries::bookings::{self, arrive};
use crate::store::queries::cases::{
    EventRow, NewCase, by_booking, insert, insert_event, next_number, set_person,
};
use crate::store::queries::office::raise_topic;
use crate::store::{Tx, Write};
use crate::vault::new_id;
use chrono::NaiveDate;
use law::service::Service;
use serde::Serialize;
use uuid::Uuid;

/// Where a case comes from.
#[derive(Debug, Clone)]
pub enum CaseSource {
    /// The booking of this id.
    Booking(Uuid),
    /// Those who came without one.
    WalkIn,
}

/// An act that was done on an earlier day (outage, paper day) and is entered now.
#[derive(Debug, Clone)]
pub struct LateEntry {
    pub act_date: NaiveDate,
    pub reason: String,
}

/// The day's numbers begin here; three digits all day.
const FIRST_NUMBER: i64 = 101;

/// The next number that is called at the counter on a day.
pub(crate) async fn number_of_day(tx: &mut Tx, day: NaiveDate) -> Result<i64> {
    next_number(tx, &format!("case {day}"), FIRST_NUMBER).await
}

/// Where a case comes from, read: the day of its act, and who was booked.
pub(crate) struct Origin {
    pub on: NaiveDate,
    pub late_reason: Option<String>,
    pub booking: Option<Uuid>,
    pub a: Option<StoredParty>,
    pub b: Option<StoredParty>,
}

/// A new case with what is written of every kind.
pub(crate) struct NewRows {
    pub new: NewCase,
    persons: Vec<(&'static str, Vec<u8>)>,
    /// What has happened in it already, each with its kind.
    events: Vec<(&'static str, String)>,
    /// Whether all who are needed are here: noted on a booking of which reception has not noted anything.
    pub all_here: bool,
    /// Its opening's name in the log.
    verb: &'static str,
}

/// A case that was just written, or the one that its booking had before: a second click, or the colleague beside.
pub(crate) enum Begun {
    Now { number: i64 },
    Before(Uuid),
}

impl NewRows {
    /// Writes it under the day's next number. Errors: `NotFound`, `Gone` for a cancelled booking.
    pub async fn begin(&self, tx: &mut Tx) -> Result<Begun> {
        let new = &self.new;
        if let Some(booking) = new.booking_id {
            let row = bookings::by_id(tx, booking).await?.ok_or(Error::NotFound)?;
            if row.cancelled_at.is_some() {
                return Err(Error::Gone);
            }
            if row.arrived_at.is_none() {
                arrive(tx, booking, new.opened_at, self.all_here, Some(new.officer)).await?;
            }
        }
        let number = number_of_day(tx, new.date).await?;
        if !insert(tx, new, number).await? {
            let booking = new.booking_id.ok_or_else(|| Error::inconsistent("a case twice"))?;
            let before = by_booking(tx, booking).await?.ok_or(Error::NotFound)?;
            return Ok(Begun::Before(before.id));
        }
        for (seat, person) in &self.persons {
            set_person(tx, new.id, seat, person).await?;
        }
        for (seq, (kind, event)) in (1..).zip(&self.events) {
            let row = EventRow { seq, at: new.opened_at, officer: new.officer, event: event.clone() };
            insert_event(tx, new.id, kind, &row).await?;
        }
        Ok(Begun::Now { number })
    }

    /// Tells the counter and the log.
    pub async fn finish(&self, tx: &mut Tx) -> Result<Uuid> {
        raise_topic(tx, COUNTER).await?;
        let subject = format!("case:{}", self.new.id);
        let stored: Vec<u8> = self.events.iter().flat_map(|(_, event)| event.bytes()).collect();
        let officer = Some(self.new.officer);
        enter(tx, Act { at: self.new.opened_at, officer, verb: self.verb, subject, stored: &stored }).await?;
        Ok(self.new.id)
    }
}

/// A case of which nothing else is written.
pub(crate) struct Open(pub NewRows);

impl Write for Open {
    type Out = Uuid;

    async fn run(&self, tx: &mut Tx) -> Result<Uuid> {
        match self.0.begin(tx).await? {
            Begun::Before(id) => Ok(id),
            Begun::Now { .. } => self.0.finish(tx).await,
        }
    }
}

impl Registry {
    /// Reads where a case for this service comes from.
    ///
    /// Errors: `Forbidden` (right, assessment), `NotFound`, `TooEarly` for a booking of another day, `Invalid` for
    /// another service or a bad late entry.
    pub(crate) async fn origin(
        &self,
        officer: &Officer,
        source: CaseSource,
        service: Service,
        late: Option<LateEntry>,
    ) -> Result<Origin> {
        officer.may(Right::HandleCase)?;
        let today = self.clock().today();
        let (on, late_reason) = match late {
            None => (today, None),
            Some(late) if late.reason.trim().is_empty() => {
                return Err(Error::invalid("late_reason", "missing"));
            }
            Some(late) if late.act_date >= today => return Err(Error::invalid("act_date", "not_past")),
            Some(late) => (late.act_date, Some(late.reason.trim().to_owned())),
        };
        let (booking, a, b) = match source {
            CaseSource::WalkIn => (None, None, None),
            CaseSource::Booking(id) => {
                let (a, b) = self.booked_parties(id, service, on).await?;
                (Some(id), Some(a), b)
            }
        };
        Ok(Origin { on, late_reason, booking, a, b })
    }

    /// A case of this kind that the officer takes, ready to be written; `verb` is its opening's name in the log.
    ///
    /// Errors: `Forbidden` where the officer is one of those who were booked.
    pub(crate) fn new_rows(
        &self,
        officer: &Officer,
        (kind, verb): (&'static str, &'static str),
        booking: Option<Uuid>,
        booked: [Option<&StoredParty>; 2],
        file: &impl Serialize,
        events: Vec<(&'static str, String)>,
    ) -> Result<NewRows> {
        let (now, today) = (self.clock().now(), self.clock().today());
        let mut persons = Vec::new();
        for (seat, party) in ["a", "b"].into_iter().zip(booked) {
            if let Some(party) = party {
                persons.push((seat, self.key_of_stored(party)?));
            }
        }
        if officer.is_one_of(persons.iter().map(|(_, person)| &person[..])) {
            return Err(Error::Forbidden("own_case"));
        }
        let id = new_id(now)?;
        let new = NewCase {
            id,
            kind,
            booking_id: booking,
            date: today,
            opened_at: now,
            officer: officer.id,
            held_until: now + LEASE,
            sealed: self.vault().seal_record("cases", id.as_bytes(), file)?,
        };
        Ok(NewRows { new, persons, events, all_here: true, verb })
    }

    /// The key of somebody who was booked.
    pub(crate) fn key_of_stored(&self, party: &StoredParty) -> Result<Vec<u8>> {
        let today = self.clock().today();
        Ok(self.vault().person_key(&party.read(today)?.person).0.to_vec())
    }
}

//! A request begins: out of a booking, or for somebody who just came. Entered late, it says why.

use super::file::RecordsFile;
use crate::audit::{Act, enter};
use crate::case::{COUNTER, LEASE};
use crate::error::{Error, Result};
use crate::marriage::{CaseSource, FIRST_NUMBER, LateEntry};
use crate::registry::Registry;
use crate::staff::{Officer, Right};
use crate::store::queries::bookings::{self, arrive};
use crate::store::queries::cases::{
    EventRow, NewCase, by_booking, insert, insert_event, next_number, set_person,
};
use crate::store::queries::office::raise_topic;
use crate::store::{Tx, Write};
use crate::vault::new_id;
use law::records_case::{RecordsEvent, RecordsMove};
use law::service::Service;
use uuid::Uuid;

/// The kind under which the case stands beside marriages and divorces.
pub(super) const KIND: &str = "records";

struct Open {
    new: NewCase,
    person: Option<Vec<u8>>,
    opened: EventRow,
}

impl Write for Open {
    type Out = Uuid;

    async fn run(&self, tx: &mut Tx) -> Result<Uuid> {
        if let Some(booking) = self.new.booking_id {
            let row = bookings::by_id(tx, booking).await?.ok_or(Error::NotFound)?;
            if row.cancelled_at.is_some() {
                return Err(Error::Gone);
            }
            if row.arrived_at.is_none() {
                arrive(tx, booking, self.new.opened_at, true, Some(self.new.officer)).await?;
            }
        }
        let number = next_number(tx, &format!("case {}", self.new.date), FIRST_NUMBER).await?;
        if !insert(tx, &self.new, number).await? {
            // A second click, or the colleague beside: the case there is.
            let booking = self.new.booking_id.ok_or_else(|| Error::inconsistent("a case twice"))?;
            return by_booking(tx, booking).await?.map(|case| case.id).ok_or(Error::NotFound);
        }
        if let Some(person) = &self.person {
            set_person(tx, self.new.id, "a", person).await?;
        }
        let verb = RecordsMove::Open.as_str();
        insert_event(tx, self.new.id, verb, &self.opened).await?;
        raise_topic(tx, COUNTER).await?;
        let subject = format!("case:{}", self.new.id);
        let stored = self.opened.event.as_bytes();
        let officer = Some(self.new.officer);
        enter(tx, Act { at: self.new.opened_at, officer, verb, subject, stored }).await?;
        Ok(self.new.id)
    }
}

impl Registry {
    /// Opens a request for records and takes it; a booking that has one gives that one.
    ///
    /// Errors: `Forbidden` (right, assessment, or the officer's own document), `NotFound`, `Gone` for a cancelled
    /// booking, `TooEarly` for a booking of another day, `Invalid` for another service or a bad late entry.
    pub async fn open_records_case(
        &self,
        officer: &Officer,
        source: CaseSource,
        late: Option<LateEntry>,
    ) -> Result<Uuid> {
        officer.may(Right::HandleCase)?;
        let (today, now) = (self.clock().today(), self.clock().now());
        let (on, late_reason) = match late {
            None => (today, None),
            Some(late) if late.reason.trim().is_empty() => {
                return Err(Error::invalid("late_reason", "missing"));
            }
            Some(late) if late.act_date >= today => return Err(Error::invalid("act_date", "not_past")),
            Some(late) => (late.act_date, Some(late.reason.trim().to_owned())),
        };
        let (booking_id, booked) = match source {
            CaseSource::WalkIn => (None, None),
            CaseSource::Booking(id) => {
                (Some(id), Some(self.booked_parties(id, Service::Records, on).await?.0))
            }
        };
        let person = match &booked {
            Some(booked) => Some(self.vault().person_key(&booked.read(today)?.person).0.to_vec()),
            None => None,
        };
        if officer.is_one_of(person.as_deref()) {
            return Err(Error::Forbidden("own_case"));
        }
        let file = RecordsFile { booked, request: None, late_reason };
        let id = new_id(now)?;
        let event = serde_json::to_string(&RecordsEvent::Opened { on }).map_err(Error::inconsistent)?;
        let open = Open {
            new: NewCase {
                id,
                kind: KIND,
                booking_id,
                date: today,
                opened_at: now,
                officer: officer.id,
                held_until: now + LEASE,
                sealed: self.vault().seal_record("cases", id.as_bytes(), &file)?,
            },
            person,
            opened: EventRow { seq: 1, at: now, officer: officer.id, event },
        };
        self.store().write(open).await
    }
}

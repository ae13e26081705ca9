//! A case is opened for two who apply: out of a booking, or for two who just came. Entered late, it says why.

use crate::audit::{Act, enter};
use crate::booking::StoredParty;
use crate::case::{COUNTER, CaseFile, CasePerson, LEASE};
use crate::error::{Error, Result};
use crate::marriage::{CaseSource, FIRST_NUMBER, LateEntry};
use crate::registry::Registry;
use crate::staff::{Officer, Right};
use crate::store::queries::bookings::{self, arrive};
use crate::store::queries::cases::{
    EventRow, NewCase, by_booking, insert, insert_event, next_number, set_person,
};
use crate::store::queries::divorce::{VisitRow, give_case, insert_visit};
use crate::store::queries::office::raise_topic;
use crate::store::{Tx, Write};
use crate::vault::new_id;
use law::divorce_case::DivorceEvent;
use law::service::Service;
use uuid::Uuid;

/// A new case with everything that is written with it.
pub(super) struct Open {
    pub new: NewCase,
    pub persons: Vec<(&'static str, Vec<u8>)>,
    pub events: Vec<(&'static str, String)>,
    /// The act in the register that goes on in this case.
    pub act: Option<Uuid>,
    /// In the list's words.
    pub state: &'static str,
}

impl Write for Open {
    type Out = Uuid;

    async fn run(&self, tx: &mut Tx) -> Result<Uuid> {
        if let Some(booking) = self.new.booking_id {
            note_arrival(tx, booking, &self.new).await?;
        }
        let number = next_number(tx, &format!("case {}", self.new.date), FIRST_NUMBER).await?;
        if !insert(tx, &self.new, number).await? {
            // A second click, or the colleague beside: the case there is.
            let booking = self.new.booking_id.ok_or_else(|| Error::inconsistent("a case twice"))?;
            return by_booking(tx, booking).await?.map(|case| case.id).ok_or(Error::NotFound);
        }
        for (seat, person) in &self.persons {
            set_person(tx, self.new.id, seat, person).await?;
        }
        let mut stored = Vec::new();
        for (seq, (kind, event)) in (1..).zip(&self.events) {
            let row =
                EventRow { seq, at: self.new.opened_at, officer: self.new.officer, event: event.clone() };
            insert_event(tx, self.new.id, kind, &row).await?;
            stored.extend_from_slice(event.as_bytes());
        }
        if self.state != "open" {
            crate::store::queries::cases::set_state(tx, self.new.id, self.state, self.new.held_until).await?;
        }
        if let Some(act) = self.act
            && !give_case(tx, act, self.new.id).await?
        {
            // Another window took it up in the meantime.
            return Err(Error::Stale);
        }
        insert_visit(tx, &visit(&self.new), number).await?;
        raise_topic(tx, COUNTER).await?;
        let subject = format!("case:{}", self.new.id);
        let officer = Some(self.new.officer);
        enter(tx, Act { at: self.new.opened_at, officer, verb: "case_opened", subject, stored: &stored })
            .await?;
        Ok(self.new.id)
    }
}

/// They are here: noted where reception has not.
async fn note_arrival(tx: &mut Tx, booking: Uuid, new: &NewCase) -> Result<()> {
    let row = bookings::by_id(tx, booking).await?.ok_or(Error::NotFound)?;
    if row.cancelled_at.is_some() {
        return Err(Error::Gone);
    }
    if row.arrived_at.is_none() {
        arrive(tx, booking, new.opened_at, true, Some(new.officer)).await?;
    }
    Ok(())
}

fn visit(new: &NewCase) -> VisitRow {
    VisitRow {
        case: new.id,
        date: new.date,
        booking: new.booking_id,
        at: new.opened_at,
        officer: new.officer,
    }
}

impl Registry {
    /// Opens a case for two who apply, and takes it; a booking that has one gives that one.
    ///
    /// Errors: `Forbidden` (right, assessment, or the officer's own document), `NotFound`, `Gone` for a cancelled
    /// booking, `TooEarly` for a booking of another day, `Invalid` for another service or a bad late entry.
    pub async fn open_divorce_case(
        &self,
        officer: &Officer,
        source: CaseSource,
        late: Option<LateEntry>,
    ) -> Result<Uuid> {
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
        let (booking_id, a, b) = match source {
            CaseSource::WalkIn => (None, None, None),
            CaseSource::Booking(id) => {
                let (a, b) = self.booked_parties(id, Service::DivorceApplication, on).await?;
                (Some(id), Some(a), b)
            }
        };
        let office = self.office_code().await?;
        let opened = DivorceEvent::Opened { on, office };
        let person = |booked| CasePerson { booked, document: None, settled: false };
        let file = CaseFile { a: person(a), b: person(b), late_reason, ..CaseFile::default() };
        let open = self.new_case(officer, booking_id, &file, &[opened])?;
        self.store().write(open).await
    }

    /// A case ready to be written. Errors: `Forbidden` where the officer is one of the two.
    pub(super) fn new_case(
        &self,
        officer: &Officer,
        booking_id: Option<Uuid>,
        file: &CaseFile,
        events: &[DivorceEvent],
    ) -> Result<Open> {
        let (now, today) = (self.clock().now(), self.clock().today());
        let mut persons = Vec::new();
        for (seat, person) in [("a", &file.a), ("b", &file.b)] {
            if let Some(party) = &person.booked {
                persons.push((seat, self.key_of_stored(party)?));
            }
        }
        if officer.is_one_of(persons.iter().map(|(_, person)| &person[..])) {
            return Err(Error::Forbidden("own_case"));
        }
        let id = new_id(now)?;
        let events = events.iter().map(|event| {
            Ok((event.kind().as_str(), serde_json::to_string(event).map_err(Error::inconsistent)?))
        });
        Ok(Open {
            new: NewCase {
                id,
                kind: "divorce",
                booking_id,
                date: today,
                opened_at: now,
                officer: officer.id,
                held_until: now + LEASE,
                sealed: self.vault().seal_record("cases", id.as_bytes(), file)?,
            },
            persons,
            events: events.collect::<Result<_>>()?,
            act: None,
            state: "open",
        })
    }

    pub(super) fn key_of_stored(&self, party: &StoredParty) -> Result<Vec<u8>> {
        let today = self.clock().today();
        Ok(self.vault().person_key(&party.read(today)?.person).0.to_vec())
    }
}

//! A case is opened: out of a booking whose persons are here, or for those who just came. Entered late, it says why.

use crate::audit::{Act, enter};
use crate::case::{COUNTER, CaseFile, CasePerson, LEASE};
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
use law::reissue_case::{Matter, ReissueEvent};
use uuid::Uuid;

struct Open {
    new: NewCase,
    persons: Vec<(&'static str, Vec<u8>)>,
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
                // Who of the two has come is asked in the case; here it is only noted that somebody has.
                arrive(tx, booking, self.new.opened_at, false, Some(self.new.officer)).await?;
            }
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
        insert_event(tx, self.new.id, "open", &self.opened).await?;
        raise_topic(tx, COUNTER).await?;
        let subject = format!("case:{}", self.new.id);
        let stored = self.opened.event.as_bytes();
        let officer = Some(self.new.officer);
        enter(tx, Act { at: self.new.opened_at, officer, verb: "case_opened", subject, stored }).await?;
        Ok(self.new.id)
    }
}

impl Registry {
    /// Opens a case for this certificate and takes it; a booking that has one gives that one.
    ///
    /// Errors: `Forbidden` (right, assessment, or the officer's own document), `NotFound`, `Gone` for a cancelled
    /// booking, `TooEarly` for a booking of another day, `Invalid` for another service or a bad late entry.
    pub async fn open_reissue_case(
        &self,
        officer: &Officer,
        matter: Matter,
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
        let (booking_id, a, b) = match source {
            CaseSource::WalkIn => (None, None, None),
            CaseSource::Booking(id) => {
                let (a, b) = self.booked_parties(id, matter.service(), on).await?;
                (Some(id), Some(a), b)
            }
        };
        let mut persons = Vec::new();
        for (seat, party) in [("a", &a), ("b", &b)] {
            if let Some(party) = party {
                persons.push((seat, self.vault().person_key(&party.read(today)?.person).0.to_vec()));
            }
        }
        if officer.is_one_of(persons.iter().map(|(_, person)| &person[..])) {
            return Err(Error::Forbidden("own_case"));
        }
        let office = self.office_code().await?;
        let person = |booked| CasePerson { booked, document: None, settled: false };
        let file = CaseFile { a: person(a), b: person(b), late_reason, ..CaseFile::default() };
        let id = new_id(now)?;
        let event = ReissueEvent::Opened { on, office, matter };
        let event = serde_json::to_string(&event).map_err(Error::inconsistent)?;
        let open = Open {
            new: NewCase {
                id,
                kind: "reissue",
                booking_id,
                date: today,
                opened_at: now,
                officer: officer.id,
                held_until: now + LEASE,
                sealed: self.vault().seal_record("cases", id.as_bytes(), &file)?,
            },
            persons,
            opened: EventRow { seq: 1, at: now, officer: officer.id, event },
        };
        self.store().write(open).await
    }
}

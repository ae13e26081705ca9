//! They come again, to withdraw or to register: the case of their receipt is called up. An application that stands in
//! the register from before (imported) becomes a case now.

use super::open::Open;
use super::show::read_persons;
use crate::audit::{Act, enter};
use crate::booking::{StoredParties, StoredParty};
use crate::case::{COUNTER, CaseFile, CasePerson, CaseSource, LEASE, held_by, holder, number_of_day};
use crate::error::{Error, Result};
use crate::registry::Registry;
use crate::staff::{Officer, Right};
use crate::store::queries::bookings::{self, arrive};
use crate::store::queries::cases::{hold, lock, persons};
use crate::store::queries::divorce::{ApplicationRow, VisitRow, by_receipt, call_up, insert_visit, visit_on};
use crate::store::queries::office::raise_topic;
use crate::store::{Tx, Write};
use law::divorce_case::{DivorceEvent, ReceiptNo};
use law::service::Service;
use uuid::Uuid;

struct CallUp {
    visit: VisitRow,
    officer: Officer,
}

impl Write for CallUp {
    type Out = Uuid;

    async fn run(&self, tx: &mut Tx) -> Result<Uuid> {
        let (id, now) = (self.visit.case, self.visit.at);
        let case = lock(tx, id).await?.ok_or(Error::NotFound)?;
        if self.officer.is_one_of(persons(tx, id).await?.iter().map(Vec::as_slice)) {
            return Err(Error::Forbidden("own_case"));
        }
        match holder(&case, now) {
            Some(other) if other != self.officer.id => return Err(held_by(tx, other).await?),
            _ => {}
        }
        // Called up twice on one day it keeps its number.
        if visit_on(tx, id, self.visit.date).await?.is_none() {
            self.note_arrival(tx).await?;
            let number = number_of_day(tx, self.visit.date).await?;
            insert_visit(tx, &self.visit, number).await?;
            call_up(tx, &self.visit, number).await?;
        }
        hold(tx, id, self.officer.id, now + LEASE).await?;
        raise_topic(tx, COUNTER).await?;
        let subject = format!("case:{id}");
        let officer = Some(self.officer.id);
        enter(tx, Act { at: now, officer, verb: "case_called_up", subject, stored: b"" }).await?;
        Ok(id)
    }
}

impl CallUp {
    async fn note_arrival(&self, tx: &mut Tx) -> Result<()> {
        let Some(booking) = self.visit.booking else { return Ok(()) };
        let row = bookings::by_id(tx, booking).await?.ok_or(Error::NotFound)?;
        if row.cancelled_at.is_some() {
            return Err(Error::Gone);
        }
        if row.arrived_at.is_none() {
            arrive(tx, booking, self.visit.at, true, Some(self.officer.id)).await?;
        }
        Ok(())
    }
}

impl Registry {
    /// Calls up the case of a receipt for a withdrawal or a registration, under a number of today, and takes it.
    ///
    /// Errors: `Invalid` with `receipt_no`; `IllegalMove` with `other_office` for a receipt that isn't ours, with
    /// `already_withdrawn` or `case_ended` for an imported application that has ended; for a booking as [`Registry::open_divorce_case`]; `HeldByOther`; `Forbidden`.
    pub async fn visit_divorce_case(
        &self,
        officer: &Officer,
        receipt_no: &str,
        source: CaseSource,
    ) -> Result<Uuid> {
        officer.may(Right::HandleCase)?;
        let row = self.application_of(receipt_no).await?.ok_or(Error::IllegalMove("other_office"))?;
        let booking = match source {
            CaseSource::WalkIn => None,
            CaseSource::Booking(id) => Some(self.booking_for_visit(id).await?),
        };
        let Some(case) = row.case_id else { return self.take_up(officer, &row, booking).await };
        let visit = VisitRow {
            case,
            date: self.clock().today(),
            booking,
            at: self.clock().now(),
            officer: officer.id,
        };
        self.store().write(CallUp { visit, officer: officer.clone() }).await
    }

    /// The application of a receipt's number, as typed or as printed.
    pub(super) async fn application_of(&self, receipt_no: &str) -> Result<Option<ApplicationRow>> {
        let read =
            ReceiptNo::parse(receipt_no).map_err(|fault| Error::invalid("receipt_no", fault.code()))?;
        let mut tx = self.store().read().await?;
        if let Some(row) = by_receipt(&mut tx, read.as_str()).await? {
            return Ok(Some(row));
        }
        // A number of before may hold what typing is cleaned of.
        by_receipt(&mut tx, receipt_no.trim()).await
    }

    async fn booking_for_visit(&self, id: Uuid) -> Result<Uuid> {
        let today = self.clock().today();
        match self.booked_parties(id, Service::DivorceRegistration, today).await {
            Err(Error::Invalid(_)) => self.booked_parties(id, Service::DivorceWithdrawal, today).await?,
            other => other?,
        };
        Ok(id)
    }

    async fn take_up(&self, officer: &Officer, row: &ApplicationRow, booking: Option<Uuid>) -> Result<Uuid> {
        match row.ended_by.as_deref() {
            Some("divorce_withdrawal") => return Err(Error::IllegalMove("already_withdrawn")),
            Some(_) => return Err(Error::IllegalMove("case_ended")),
            None => {}
        }
        let persons = read_persons(self.vault(), row)?;
        let known = |booked: Option<StoredParty>| CasePerson { booked, document: None, settled: true };
        let StoredParties { a, b } = persons;
        let file = CaseFile { a: known(Some(a)), b: known(b), ..CaseFile::default() };
        let receipt_no = ReceiptNo::parse(&row.reference)
            .map_err(|_| Error::inconsistent("an application under a number that no receipt bears"))?;
        let office = self.office_code().await?;
        let events = [
            DivorceEvent::Opened { on: row.act_date, office },
            DivorceEvent::TakenUp { receipt_no, dates: row.dates()? },
        ];
        let open = self.new_case(officer, booking, &file, &events)?;
        self.store().write(Open { act: Some(row.id), state: "accepted", ..open }).await
    }
}

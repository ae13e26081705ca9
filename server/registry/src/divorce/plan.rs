//! What a step comes to: read, checked against the day, its entries prepared, before anything is written.

use super::advance::{DivorceStep, Plan, illegal};
use super::moment::{ActDay, LateAct};
use super::show::ReadCase;
use crate::case::{CaseFile, SEATS, read_booklet};
use crate::error::{Error, Result};
use crate::register::{Deed, NewAct, NewEntry};
use crate::registry::{RecordSystem, Registry};
use crate::staff::Officer;
use chrono::NaiveDate;
use law::certificate::CertificateKind;
use law::divorce_case::{DivorceEvent, DivorceMove, DivorceState, ReceiptBrought, Ticket, When, may};
use law::eligibility::Party;
use law::identity::Sex;

use super::document::ShownDocument;

impl Registry {
    pub(super) async fn divorce_plan(
        &self,
        officer: &Officer,
        case: &ReadCase,
        step: DivorceStep,
    ) -> Result<Plan> {
        let (state, file) = (&case.state, &case.file);
        let today = self.clock().today();
        let event = match step {
            DivorceStep::IdentityChecked { seat } => {
                require_document(file, seat)?;
                DivorceEvent::IdentityChecked { party: seat }
            }
            DivorceStep::CertificatesSeen { seen } => DivorceEvent::CertificatesSeen { seen },
            DivorceStep::AgreementDeclared { shown } => DivorceEvent::AgreementDeclared { shown },
            DivorceStep::NetworkChecked { result, at } => {
                let local = self.clock().local();
                let entered_late = file.late_reason.as_ref().and(state.opening());
                let day = entered_late.map_or(today, |opening| opening.on);
                let at = day.and_time(at);
                if at > local {
                    return Err(Error::invalid("at", "future_date"));
                }
                DivorceEvent::NetworkChecked { result, at }
            }
            DivorceStep::PreChecked { points } => DivorceEvent::PreChecked { points },
            DivorceStep::PapersMissing { items } => DivorceEvent::PapersMissing { items },
            DivorceStep::PapersBrought => DivorceEvent::PapersBrought,
            DivorceStep::NotAccepted { ground } => DivorceEvent::NotAccepted { ground, on: today },
            DivorceStep::Accepted { receipt_no, typed } => {
                return self.plan_acceptance(officer, case, &receipt_no, typed).await;
            }
            DivorceStep::DatesCorrected { typed, reason } => {
                return self.plan_correction(officer, case, typed, reason).await;
            }
            DivorceStep::CounsellingOffered { answer } => DivorceEvent::CounsellingOffered { answer },
            DivorceStep::Withdrawn { document, receipt, ticket, late } => {
                let day = self.act_day(late.as_ref(), ticket.as_ref()).await?;
                return self.plan_withdrawal(officer, case, &document, receipt, day).await;
            }
            DivorceStep::ReviewBegun { points, ticket, late } => {
                SEATS.iter().try_for_each(|seat| require_document(file, *seat))?;
                let day = self.day_for_review(state, late.as_ref(), ticket.as_ref()).await?;
                let on = day.when.day;
                DivorceEvent::ReviewBegun { on, points, ticket: day.ticket, late_reason: day.late_reason }
            }
            DivorceStep::QuestioningOpened { seat } => DivorceEvent::QuestioningOpened { party: seat },
            DivorceStep::QuestioningClosed { seat } => DivorceEvent::QuestioningClosed { party: seat },
            DivorceStep::DeclarationSigned { seat } => DivorceEvent::DeclarationSigned { party: seat },
            DivorceStep::AgreementSigned => DivorceEvent::AgreementSigned,
            DivorceStep::Reviewed => DivorceEvent::Reviewed,
            DivorceStep::ReviewRefused { ground } => DivorceEvent::ReviewRefused { ground, on: today },
            DivorceStep::Registered { numbers } => {
                let on = registration_day(state, today);
                require(state, DivorceMove::Register, When::served(on))?;
                let numbers = self.read_numbers(CertificateKind::Divorce, &numbers, on).await?;
                let late = state.review().and_then(|review| review.after_its_day.clone());
                let entry = self.ending_entry(officer, case, on, late, Deed::DivorceRegistration).await?;
                return Ok(Plan::Register { on, numbers, entry: Box::new(entry) });
            }
            DivorceStep::NumbersCorrected { numbers, reason } => {
                let registration = state.registration().ok_or(Error::IllegalMove("register_first"))?;
                let mut numbers =
                    self.read_numbers(CertificateKind::Divorce, &numbers, registration.on).await?;
                if self.terms().record_system == RecordSystem::Own {
                    numbers.keep(registration.certificate);
                }
                return Ok(Plan::Correct { numbers, reason: reason.trim().to_owned() });
            }
            DivorceStep::BookletVoided { seat, replacement, reason } => {
                let registration = state.registration().ok_or(Error::IllegalMove("register_first"))?;
                let spoilt = registration.booklets[seat.index()].clone();
                let replacement = read_booklet(&replacement, "replacement")?;
                DivorceEvent::BookletVoided { party: seat, spoilt, replacement, reason }
            }
            DivorceStep::CertificatesStamped => DivorceEvent::CertificatesStamped,
            DivorceStep::PaperSigned { paper } => DivorceEvent::PaperSigned { paper },
            DivorceStep::Issued => DivorceEvent::Issued,
            DivorceStep::RegistrationUndone { reason } => {
                DivorceEvent::RegistrationUndone { reason: reason.trim().to_owned() }
            }
            DivorceStep::PartiesLeft => DivorceEvent::PartiesLeft,
            DivorceStep::ClosedOther { cause, reason } => {
                DivorceEvent::ClosedOther { on: today, cause, reason: reason.trim().to_owned() }
            }
        };
        // A late review brings its own day; everything else is done today.
        if event.kind() != DivorceMove::BeginReview {
            require(state, event.kind(), When::served(today))?;
        }
        Ok(Plan::Event(event))
    }

    /// Both come back: only inside the window, in office hours, on a day on which the office serves.
    async fn day_for_review(
        &self,
        state: &DivorceState,
        late: Option<&LateAct>,
        ticket: Option<&Ticket>,
    ) -> Result<ActDay> {
        let day = self.act_day(late, ticket).await?;
        require(state, DivorceMove::BeginReview, day.when)?;
        Ok(day)
    }

    async fn plan_withdrawal(
        &self,
        officer: &Officer,
        case: &ReadCase,
        document: &ShownDocument,
        receipt: ReceiptBrought,
        day: ActDay,
    ) -> Result<Plan> {
        require(&case.state, DivorceMove::Withdraw, day.when)?;
        let by = self.seat_of(case, document)?;
        let on = day.when.day;
        let deed = Deed::DivorceWithdrawal { by: in_the_register(&case.file, by)? };
        let entry = self.ending_entry(officer, case, on, day.late_reason, deed).await?;
        let event = DivorceEvent::Withdrawn { by, on, receipt, ticket: day.ticket };
        Ok(Plan::Withdraw { event, entry: Box::new(entry) })
    }

    /// 民法典 1077: either one alone, in person. Whose document it is decides who withdraws.
    fn seat_of(&self, case: &ReadCase, document: &ShownDocument) -> Result<Party> {
        let shown =
            self.key_of_document(document).ok_or_else(|| Error::invalid("document.id_number", "bad_form"))?;
        for seat in SEATS {
            if self.key_of_seat(&case.file, seat)?.as_deref() == Some(&shown[..]) {
                return Ok(seat);
            }
        }
        Err(Error::IllegalMove("not_a_party"))
    }

    pub(super) fn key_of_seat(&self, file: &CaseFile, seat: Party) -> Result<Option<Vec<u8>>> {
        let person = file.person(seat);
        match (&person.document, &person.booked) {
            (Some(document), _) => {
                let person = document.applicant(self.clock().today())?;
                Ok(Some(self.vault().person_key(&person).0.to_vec()))
            }
            (None, Some(booked)) => self.key_of_stored(booked).map(Some),
            (None, None) => Ok(None),
        }
    }

    /// The register's entry that ends an application.
    async fn ending_entry(
        &self,
        officer: &Officer,
        case: &ReadCase,
        on: NaiveDate,
        late_reason: Option<String>,
        deed: Deed,
    ) -> Result<NewEntry> {
        let application = case.state.application().ok_or(Error::IllegalMove("accept_first"))?;
        let reference = self.application_row(&case.state).await?.reference;
        debug_assert_eq!(reference, application.receipt_no.as_str());
        let new = NewAct { reference, on, late_reason, case: Some(case.row.id), deed };
        NewEntry::prepare(self, Some(officer), &new).await
    }
}

/// 条例 16: registered on the spot, on the day of the review; a review that goes on after its day keeps it.
fn registration_day(state: &DivorceState, today: NaiveDate) -> NaiveDate {
    let kept = state.review().filter(|review| review.after_its_day.is_some());
    kept.map_or(today, |review| review.on)
}

/// In the register `a` is the man.
fn in_the_register(file: &CaseFile, seat: Party) -> Result<Party> {
    let sex = file.person(seat).sex().ok_or(Error::IllegalMove("identity_first"))?;
    Ok(if sex == Sex::M { Party::First } else { Party::Second })
}

fn require(state: &DivorceState, kind: DivorceMove, when: When) -> Result<()> {
    may(state, kind, when).map_err(illegal)
}

/// The document was written down, and where the booking said otherwise it is settled.
pub(super) fn require_document(file: &CaseFile, seat: Party) -> Result<()> {
    let person = file.person(seat);
    if person.document.is_none() {
        return Err(Error::IllegalMove("document_first"));
    }
    if person.differences().is_empty() { Ok(()) } else { Err(Error::IllegalMove("difference_first")) }
}

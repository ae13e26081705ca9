//! A step is read and made ready outside the transaction: typed numbers, the file, the register's entry.

use super::advance::{Plan, ReadBooklets, ReissueStep};
use super::original::RawOriginal;
use super::replace::Replaced;
use super::show::ReadReissue;
use super::status::Status;
use crate::case::{CaseFile, Numbers, SEATS, Validity, read_booklet};
use crate::error::{Error, Result};
use crate::registry::{RecordSystem, Registry};
use crate::staff::Officer;
use chrono::NaiveDate;
use law::certificate::BookletNo;
use law::eligibility::Party;
use law::reissue_case::{Matter, Opening, Original, ReissueEvent, ReissueState};

impl Registry {
    pub(super) async fn reissue_plan(
        &self,
        officer: &Officer,
        case: ReadReissue,
        step: ReissueStep,
    ) -> Result<Plan> {
        let ReadReissue { row, state, mut file } = case;
        let opening = state.opening().ok_or(Error::IllegalMove("not_opened"))?;
        if let Some(proxy) = &file.proxy {
            self.require_not_own(officer, proxy)?;
        }
        let local = self.clock().local();
        // A late entry names the day of the act, everything else is of today.
        let day = if file.late_reason.is_some() { opening.on } else { local.date() };
        let event = match step {
            ReissueStep::AskedBy { asking } => {
                let asking = self.read_asking(officer, &mut file, &asking)?;
                let sealed = self.vault().seal_record("cases", row.id.as_bytes(), &file)?;
                return Ok(Plan::Write { event: Some(ReissueEvent::AskedBy { asking }), sealed });
            }
            ReissueStep::OriginalNamed { original } => {
                return self.plan_original(&row.id, &state, opening, file, &original).await;
            }
            ReissueStep::IdentityChecked { seat } => {
                require_document(&file, seat)?;
                ReissueEvent::IdentityChecked { party: seat }
            }
            ReissueStep::ArchiveChecked { archive } => ReissueEvent::ArchiveChecked { archive },
            ReissueStep::ProofGiven { proof } => ReissueEvent::ProofGiven { proof },
            ReissueStep::NetworkChecked { result, at } => {
                let at = day.and_time(at);
                if at > local {
                    return Err(Error::invalid("at", "future_date"));
                }
                ReissueEvent::NetworkChecked { result, at, officer: officer.id.to_string() }
            }
            ReissueStep::PreChecked { points } => ReissueEvent::PreChecked { points },
            ReissueStep::PapersMissing { items } => ReissueEvent::PapersMissing { items },
            ReissueStep::PapersBrought => ReissueEvent::PapersBrought,
            ReissueStep::Accepted => {
                require_seats(&file, &state, opening.matter)?;
                self.require_own_certificate(&file, opening.matter).await?;
                let status = self.status(&file, &state, opening)?;
                return Ok(Plan::WhileStanding { event: ReissueEvent::Accepted, status });
            }
            ReissueStep::DeclarationSigned { seat } => ReissueEvent::DeclarationSigned { party: seat },
            ReissueStep::Reviewed => {
                let status = self.status(&file, &state, opening)?;
                return Ok(Plan::WhileStanding { event: ReissueEvent::Reviewed { on: day }, status });
            }
            ReissueStep::Reissued { numbers } => {
                let numbers = self.read_reissue_numbers(opening.matter, &numbers, day, &file).await?;
                let entry = self.reissue_entry(officer, row.id, &file, &state, day).await?;
                let status = self.status(&file, &state, opening)?;
                return Ok(Plan::Reissue { on: day, numbers, entry: Box::new(entry), status });
            }
            ReissueStep::NumbersCorrected { numbers, reason } => {
                let reissue = state.reissue().ok_or(Error::IllegalMove("reissue_first"))?;
                let mut numbers =
                    self.read_reissue_numbers(opening.matter, &numbers, reissue.on, &file).await?;
                if self.terms().record_system == RecordSystem::Own {
                    numbers.certificate.keep(reissue.certificate);
                }
                return Ok(Plan::Correct { numbers, reason: reason.trim().to_owned() });
            }
            ReissueStep::BookletVoided { spoilt, replacement, reason } => {
                let spoilt = read_booklet(&spoilt, "spoilt")?;
                let replacement = read_booklet(&replacement, "replacement")?;
                ReissueEvent::BookletVoided { spoilt, replacement, reason }
            }
            ReissueStep::OldCertificateVoided => ReissueEvent::OldCertificateVoided,
            ReissueStep::PaperSigned { paper } => ReissueEvent::PaperSigned { paper },
            ReissueStep::Issued => {
                let holders = self.holders(&file, &state)?;
                return Ok(Plan::Issue { replaced: Replaced::of(&file, opening.matter, holders)? });
            }
            ReissueStep::Refused { ground } => ReissueEvent::Refused { ground },
            ReissueStep::Withdrawn { papers_given_back } => ReissueEvent::Withdrawn { papers_given_back },
        };
        Ok(Plan::Event(event))
    }

    async fn plan_original(
        &self,
        case: &uuid::Uuid,
        state: &ReissueState,
        opening: Opening,
        mut file: CaseFile,
        raw: &RawOriginal,
    ) -> Result<Plan> {
        law::reissue_case::may(state, law::reissue_case::ReissueMove::NameOriginal)
            .map_err(|fault| Error::IllegalMove(fault.code()))?;
        let before = file.marriage.clone();
        let registered_on = self.read_original(&mut file, opening.matter, raw).await?;
        let named = Original { registered_on, at: raw.at };
        // Another number or another name of the office is nothing to the law, and still put right in the file.
        let same = state.original() == Some(named);
        if same && file.marriage == before {
            return Err(Error::IllegalMove("already_done"));
        }
        let event = (!same).then_some(ReissueEvent::OriginalNamed { registered_on, at: raw.at });
        let sealed = self.vault().seal_record("cases", case.as_bytes(), &file)?;
        Ok(Plan::Write { event, sealed })
    }

    fn status(&self, file: &CaseFile, state: &ReissueState, opening: Opening) -> Result<Status> {
        let original = state.original().ok_or(Error::IllegalMove("original_first"))?;
        Ok(Status {
            matter: opening.matter,
            holders: self.holders(file, state)?,
            registered_on: original.registered_on,
        })
    }

    async fn read_reissue_numbers(
        &self,
        matter: Matter,
        typed: &Numbers,
        on: NaiveDate,
        file: &CaseFile,
    ) -> Result<ReadBooklets> {
        let mut faults = Vec::new();
        let certificate = self.read_certificate(matter.kind(), &typed.certificate, on, &mut faults).await?;
        let mut booklets = Vec::new();
        for (typed, field) in typed.booklets.iter().zip(["booklet_a", "booklet_b"]).take(matter.booklets()) {
            match BookletNo::parse(typed) {
                Ok(booklet) => booklets.push(booklet),
                Err(fault) => faults.push(crate::error::Fault::new(field, fault.code())),
            }
        }
        match certificate {
            Some(certificate) if faults.is_empty() => {
                // A certificate doesn't replace itself.
                let old = file.marriage.as_ref().map(|facts| facts.certificate_no.as_str());
                if certificate.typed().ok().map(|number| number.to_string()).as_deref() == old {
                    return Err(Error::invalid("certificate_no", "in_use"));
                }
                Ok(ReadBooklets { certificate, booklets })
            }
            _ => Err(Error::Invalid(faults)),
        }
    }
}

/// Those who ask are identified by the law's guard; the other of a couple is on the certificate too.
fn require_seats(file: &CaseFile, state: &ReissueState, matter: Matter) -> Result<()> {
    for seat in SEATS {
        let person = file.person(seat);
        if person.document.is_none() && (matter == Matter::Marriage || state.asks(seat)) {
            return Err(Error::IllegalMove("document_first"));
        }
        if !person.differences().is_empty() {
            return Err(Error::IllegalMove("difference_first"));
        }
    }
    Ok(())
}

/// The document was written down and shown, and where the booking said otherwise it is settled.
fn require_document(file: &CaseFile, seat: Party) -> Result<()> {
    let person = file.person(seat);
    match &person.document {
        None => return Err(Error::IllegalMove("document_first")),
        Some(document) if document.valid_until == Validity::NotShown => {
            return Err(Error::IllegalMove("document_first"));
        }
        Some(_) => {}
    }
    if person.differences().is_empty() { Ok(()) } else { Err(Error::IllegalMove("difference_first")) }
}

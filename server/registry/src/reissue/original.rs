//! The registration of which the certificate tells. Another person's certificate is nobody else's to replace.

use crate::case::{CaseFile, MarriageFacts, SEATS};
use crate::error::{Error, Fault, Result};
use crate::register::ActKind;
use crate::registry::Registry;
use crate::store::queries::reissue::{CertificateRow, by_number};
use chrono::NaiveDate;
use law::certificate::{CertificateNo, LegacyCertificateNo};
use law::reissue_case::{Matter, RegisteredAt, ReissueState};
use serde::{Deserialize, Serialize};

/// The registration as typed from the old certificate or the record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RawOriginal {
    /// `YYYY-MM-DD`
    pub registered_on: String,
    pub at: RegisteredAt,
    pub office: String,
    /// Of today's form, or an old one as it stands on the certificate; empty where it isn't known.
    pub certificate_no: String,
}

impl Registry {
    /// Reads the registration and puts it into the file.
    ///
    /// Errors: `Invalid` (`registered_on`, `office`, `certificate_no`), `IllegalMove` with `other_certificate`.
    pub(super) async fn read_original(
        &self,
        file: &mut CaseFile,
        matter: Matter,
        raw: &RawOriginal,
    ) -> Result<NaiveDate> {
        let facts = read(matter, raw, self.clock().today())?;
        let registered_on = facts.registered_on;
        file.marriage = Some(facts);
        self.require_own_certificate(file, matter).await?;
        Ok(registered_on)
    }

    /// The old number is that of these persons and this day, as far as the register knows it.
    ///
    /// Errors: `IllegalMove` with `other_certificate`, `Invalid` with `registered_on not_that_day`.
    pub(super) async fn require_own_certificate(&self, file: &CaseFile, matter: Matter) -> Result<()> {
        let facts = file.marriage.as_ref().ok_or(Error::IllegalMove("original_first"))?;
        let Some(known) = by_number(&mut self.store().read().await?, &facts.certificate_no).await? else {
            return Ok(());
        };
        for person in self.known_persons(file)? {
            if !known.names(&person) {
                return Err(Error::IllegalMove("other_certificate"));
            }
        }
        let first = matter_of(&known)? == Some((matter, true));
        if first && known.act_date != facts.registered_on {
            return Err(Error::invalid("registered_on", "not_that_day"));
        }
        Ok(())
    }

    /// The keys of those whose documents were written down, in order of seat.
    pub(super) fn known_persons(&self, file: &CaseFile) -> Result<Vec<[u8; 16]>> {
        let today = self.clock().today();
        let documents = SEATS.into_iter().filter_map(|seat| file.person(seat).document.as_ref());
        documents.map(|document| Ok(self.vault().person_key(&document.applicant(today)?).0)).collect()
    }

    /// The keys of those for whom a certificate is replaced: both of a couple, the applicant of a divorce.
    pub(super) fn holders(&self, file: &CaseFile, state: &ReissueState) -> Result<Vec<[u8; 16]>> {
        let matter = state.matter().ok_or(Error::IllegalMove("not_opened"))?;
        let today = self.clock().today();
        let seats = SEATS.into_iter().filter(|seat| matter == Matter::Marriage || state.asks(*seat));
        seats
            .map(|seat| {
                let document = file.person(seat).document.as_ref();
                let document = document.ok_or(Error::IllegalMove("document_first"))?;
                Ok(self.vault().person_key(&document.applicant(today)?).0)
            })
            .collect()
    }
}

/// Which certificate an act issued, and whether it was the first one; `None` for acts without.
fn matter_of(known: &CertificateRow) -> Result<Option<(Matter, bool)>> {
    let kind = ActKind::parse(&known.act).ok_or_else(|| Error::inconsistent("an act of another kind"))?;
    Ok(match kind {
        ActKind::Marriage => Some((Matter::Marriage, true)),
        ActKind::ReissueMarriage => Some((Matter::Marriage, false)),
        ActKind::DivorceRegistration => Some((Matter::Divorce, true)),
        ActKind::ReissueDivorce => Some((Matter::Divorce, false)),
        ActKind::DivorceApplication | ActKind::DivorceWithdrawal => None,
    })
}

fn read(matter: Matter, raw: &RawOriginal, today: NaiveDate) -> Result<MarriageFacts> {
    let mut faults = Vec::new();
    let mut fault = |field: &str, code: &str| faults.push(Fault::new(field, code));
    let registered_on = match NaiveDate::parse_from_str(raw.registered_on.trim(), "%Y-%m-%d") {
        Ok(day) if day <= today => Some(day),
        Ok(_) => {
            fault("registered_on", "future_date");
            None
        }
        Err(_) => {
            fault("registered_on", "bad_date");
            None
        }
    };
    let office = raw.office.trim();
    if office.is_empty() || office.chars().count() > 60 || office.chars().any(char::is_control) {
        fault("office", "missing");
    }
    let certificate_no =
        read_number(matter, &raw.certificate_no).map_err(|code| fault("certificate_no", code)).ok();
    match (registered_on, certificate_no) {
        (Some(registered_on), Some(certificate_no)) if faults.is_empty() => {
            Ok(MarriageFacts { registered_on, office: office.to_owned(), certificate_no })
        }
        _ => Err(Error::Invalid(faults)),
    }
}

/// Old certificates bear numbers of other forms (皖芜字xx号); those of today's form are put right as typed and must be
/// of this certificate. A lost one may not be known at all.
fn read_number(matter: Matter, typed: &str) -> Result<String, &'static str> {
    if typed.trim().is_empty() {
        return Ok(String::new());
    }
    match CertificateNo::parse(typed) {
        Ok(number) if matter.is_replaced_by_kind(number.kind()) => Ok(number.to_string()),
        Ok(_) => Err("wrong_kind"),
        Err(_) => LegacyCertificateNo::parse(typed)
            .map(|number| number.to_string())
            .map_err(law::certificate::CertificateFault::code),
    }
}

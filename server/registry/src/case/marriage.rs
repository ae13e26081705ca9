//! The marriage that is to end, as its certificates say.

use super::file::MarriageFacts;
use super::grip::Grip;
use crate::error::{Error, Fault, Result};
use crate::registry::Registry;
use crate::staff::Officer;
use crate::store::queries::divorce;
use chrono::NaiveDate;
use law::certificate::{CertificateNo, LegacyCertificateNo};
use law::eligibility::Party;
use serde::{Deserialize, Serialize};

/// The marriage that is to end, as typed from the certificates.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct RawMarriage {
    /// `YYYY-MM-DD`
    pub registered_on: String,
    pub office: String,
    /// Of today's form, or an old one as it stands on the certificate.
    pub certificate_no: String,
}

impl Registry {
    /// Writes down the marriage that is to end. The number of another couple's certificate is refused.
    ///
    /// Errors: `Invalid` (`marriage.registered_on`, `marriage.office`, `marriage.certificate_no`), `IllegalMove` with
    /// `identity_first` or `other_certificate`, else as [`Registry::record_person`].
    pub async fn record_marriage(&self, officer: &Officer, grip: Grip, raw: &RawMarriage) -> Result<()> {
        let (mut file, _) = self.file_to_change(officer, grip.case, Party::First).await?;
        let facts = read_marriage(raw, self.clock().today())?;
        let [a, b] = file.documents().ok_or(Error::IllegalMove("identity_first"))?;
        let today = self.clock().today();
        let keys =
            [a, b].map(|person| person.applicant(today).map(|person| self.vault().person_key(&person).0));
        let [a, b] = keys;
        let (a, b) = (a?, b?);
        let known = divorce::by_certificate(&mut self.store().read().await?, &facts.certificate_no).await?;
        if let Some(known) = known
            && !known.is_of(&a, &b)
        {
            return Err(Error::IllegalMove("other_certificate"));
        }
        file.marriage = Some(facts);
        self.put_file(officer, grip, Party::First, &file, "marriage_recorded").await
    }
}

fn read_marriage(raw: &RawMarriage, today: NaiveDate) -> Result<MarriageFacts> {
    let mut faults = Vec::new();
    let mut fault = |field: &str, code: &str| faults.push(Fault::new(format!("marriage.{field}"), code));
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
    // Old certificates bear numbers of other forms (皖芜字xx号); those of today's form are put right as typed.
    let certificate_no = match CertificateNo::parse(&raw.certificate_no) {
        Ok(number) => Some(number.to_string()),
        Err(_) => LegacyCertificateNo::parse(&raw.certificate_no)
            .map(|number| number.to_string())
            .map_err(|wrong| fault("certificate_no", wrong.code()))
            .ok(),
    };
    match (registered_on, certificate_no) {
        (Some(registered_on), Some(certificate_no)) if faults.is_empty() => {
            Ok(MarriageFacts { registered_on, office: office.to_owned(), certificate_no })
        }
        _ => Err(Error::Invalid(faults)),
    }
}

//! A person in an act: every field read, and the form in which it is sealed.

use super::kind::Prior;
use crate::error::Result;
use crate::marriage::Particulars;
use chrono::NaiveDate;
use law::eligibility::Applicant;
use law::identity::{IdType, Nationality, Region, Sex};
use law::name::PersonName;
use serde::{Deserialize, Serialize};

/// One person of an act.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    pub name: PersonName,
    pub person: Applicant,
    /// Before the act.
    pub prior: Prior,
    /// Household: GB/T 2260, or ISO 3166 alpha-3; `None` where the counter did not ask.
    pub region: Option<Region>,
}

impl Person {
    /// The person of a case, as the documents say. Errors: `Inconsistent` where a case's file can't be read.
    pub(crate) fn of_case(particulars: &Particulars, today: NaiveDate) -> Result<Self> {
        let name = PersonName::parse(&particulars.name);
        Ok(Self {
            name: name.map_err(|_| crate::Error::inconsistent("a case's name can't be read"))?,
            person: particulars.applicant(today)?,
            prior: particulars.prior.into(),
            region: None,
        })
    }
}

/// Both persons as they lie sealed in the act's row.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct StoredPersons {
    pub a: StoredPerson,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub b: Option<StoredPerson>,
}

/// A person as sealed.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct StoredPerson {
    pub name: String,
    pub id_type: IdType,
    pub id_number: String,
    pub sex: Sex,
    pub birth: NaiveDate,
    pub nationality: Nationality,
    pub prior: Prior,
    pub region: Option<Region>,
}

impl From<&Person> for StoredPerson {
    fn from(person: &Person) -> Self {
        Self {
            name: person.name.as_str().to_owned(),
            id_type: person.person.id().id_type(),
            id_number: person.person.id().value().to_owned(),
            sex: person.person.sex(),
            birth: person.person.birth(),
            nationality: person.person.nationality(),
            prior: person.prior,
            region: person.region,
        }
    }
}

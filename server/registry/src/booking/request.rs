//! What somebody asks for, and what becomes of it when every field can be read.

use crate::error::{Error, Fault, Result};
use crate::registry::Terms;
use chrono::NaiveDate;
use law::Lang;
use law::booking::SlotId;
use law::eligibility::{Applicant, marriage, office_for};
use law::identity::{IdNumber, IdType, Nationality, Sex};
use law::name::PersonName;
use law::phone::Phone;
use law::service::{Persons, Service};
use serde::{Deserialize, Serialize};

/// One person as typed: text, right or wrong.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct RawParty {
    pub name: String,
    pub id_type: String,
    pub id_number: String,
    pub phone: String,
    /// `M` or `F`; only where the number does not tell it.
    pub sex: String,
    /// `YYYY-MM-DD`; only where the number does not tell it.
    pub birth: String,
    /// ISO 3166 alpha-3; only for a foreign passport.
    pub nationality: String,
}

/// One person, every field read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Party {
    pub name: PersonName,
    pub person: Applicant,
    pub phone: Option<Phone>,
}

/// Whether the booker may be texted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Contact {
    Sms,
    #[default]
    None,
}

impl Contact {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Sms => "sms",
            Self::None => "none",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        [Self::Sms, Self::None].into_iter().find(|contact| contact.as_str() == text)
    }
}

/// A booking that is asked for.
#[derive(Debug, Clone)]
pub struct Request {
    pub slot: SlotId,
    pub a: Party,
    pub b: Option<Party>,
    pub contact: Contact,
    pub lang: Lang,
}

/// The rules a party is read under.
#[derive(Debug, Clone, Copy)]
pub struct Reading {
    pub service: Service,
    pub today: NaiveDate,
    /// The booker's phone is required, except where reception books for a caller.
    pub phone_required: bool,
}

impl Party {
    /// Reads the person at `seat` (`a` or `b`). Errors: every fault of every field, named as `a.id_number`.
    pub fn read(raw: &RawParty, seat: &str, rules: Reading) -> Result<Self, Vec<Fault>> {
        let mut faults = Vec::new();
        let mut fault = |field: &str, code: &str| faults.push(Fault::new(format!("{seat}.{field}"), code));
        let name = PersonName::parse(&raw.name).map_err(|wrong| fault("name", wrong.code())).ok();
        let id_type = match raw.id_type.trim() {
            "" => Some(IdType::MainlandId),
            text => IdType::parse(text),
        };
        if id_type.is_none() {
            fault("id_type", "unknown_value");
        }
        let id = id_type.and_then(|id_type| {
            IdNumber::parse(id_type, &raw.id_number, rules.today)
                .map_err(|wrong| fault("id_number", wrong.code()))
                .ok()
        });
        let birth = match raw.birth.trim() {
            "" => None,
            text => NaiveDate::parse_from_str(text, "%Y-%m-%d")
                .map_err(|_| fault("birth", "birth_impossible"))
                .ok(),
        };
        let sex = Sex::parse(raw.sex.trim());
        let nationality = Nationality::parse(&raw.nationality);
        let person = id.and_then(|id| {
            Applicant::new(id, sex, birth, nationality, rules.today)
                .map_err(|wrongs| wrongs.into_iter().for_each(|wrong| fault(wrong.field(), wrong.code())))
                .ok()
        });
        let takes_phone = seat == "a" || rules.service.takes_second_phone();
        let required = seat == "a" && rules.phone_required;
        let phone = match raw.phone.trim() {
            "" if required => {
                fault("phone", "missing");
                None
            }
            _ if !takes_phone => None,
            "" => None,
            text => Phone::parse(text).map_err(|wrong| fault("phone", wrong.code())).ok(),
        };
        match (name, person) {
            (Some(name), Some(person)) if faults.is_empty() => Ok(Self { name, person, phone }),
            _ => Err(dedup(faults)),
        }
    }
}

/// A second fault of the same field adds nothing for the person who reads it.
fn dedup(faults: Vec<Fault>) -> Vec<Fault> {
    let mut kept: Vec<Fault> = Vec::with_capacity(faults.len());
    for fault in faults {
        if !kept.iter().any(|other| other.field == fault.field) {
            kept.push(fault);
        }
    }
    kept
}

impl Request {
    /// Reads a whole request: both persons, whether the service takes them, and whether they may come on that day.
    ///
    /// Errors: `Invalid` with every fault found.
    pub fn read(
        slot: SlotId,
        a: &RawParty,
        b: Option<&RawParty>,
        contact: Contact,
        lang: Lang,
        rules: Reading,
    ) -> Result<Self> {
        let first = Party::read(a, "a", rules);
        let second = match (rules.service.persons(), b) {
            (Persons::One | Persons::OneOrTwo, None) => Ok(None),
            (Persons::One, Some(_)) => Err(vec![Fault::new("b", "not_taken")]),
            (Persons::Two, None) => Err(vec![Fault::new("b", "missing")]),
            (Persons::Two | Persons::OneOrTwo, Some(b)) => Party::read(b, "b", rules).map(Some),
        };
        match (first, second) {
            (Ok(a), Ok(b)) => Ok(Self { slot, a, b, contact, lang }),
            (first, second) => {
                Err(Error::Invalid([first.err(), second.err()].into_iter().flatten().flatten().collect()))
            }
        }
    }

    /// What the law says of these two on that day, and whether this office is competent.
    pub fn faults_on_the_day(&self, terms: &Terms) -> Vec<Fault> {
        let Some(b) = &self.b else { return Vec::new() };
        if self.slot.service() != Service::Marriage {
            return match self.a.person.key_form() == b.person.key_form() {
                true => vec![Fault::new("b.id_number", "same_person")],
                false => Vec::new(),
            };
        }
        let mut faults: Vec<_> = marriage(self.slot.date(), &self.a.person, &b.person)
            .into_iter()
            .map(|refusal| Fault::new(field_of(refusal.who), refusal.code()))
            .collect();
        if let Err(fault) = office_for([self.a.person.kind(), b.person.kind()], terms.foreign_related) {
            faults.push(Fault::new("b.id_type", fault.code()));
        }
        faults
    }
}

fn field_of(who: Option<law::eligibility::Party>) -> &'static str {
    match who {
        Some(law::eligibility::Party::First) => "a.id_number",
        Some(law::eligibility::Party::Second) | None => "b.id_number",
    }
}

/// A person as stored, sealed.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct StoredParty {
    pub name: String,
    pub id_type: IdType,
    pub id_number: String,
    pub sex: Sex,
    pub birth: NaiveDate,
    pub nationality: Nationality,
    pub phone: Option<String>,
}

impl From<&Party> for StoredParty {
    fn from(party: &Party) -> Self {
        Self {
            name: party.name.as_str().to_owned(),
            id_type: party.person.id().id_type(),
            id_number: party.person.id().value().to_owned(),
            sex: party.person.sex(),
            birth: party.person.birth(),
            nationality: party.person.nationality(),
            phone: party.phone.as_ref().map(|phone| phone.e164().to_owned()),
        }
    }
}

impl StoredParty {
    /// The person again; `today` is for the number's own check of dates.
    pub(crate) fn read(&self, today: NaiveDate) -> Result<Party> {
        let broken = || Error::inconsistent("a stored person can't be read");
        let id = IdNumber::parse(self.id_type, &self.id_number, today).map_err(|_| broken())?;
        let (sex, birth, nationality) = (Some(self.sex), Some(self.birth), Some(self.nationality));
        Ok(Party {
            name: PersonName::parse(&self.name).map_err(|_| broken())?,
            person: Applicant::new(id, sex, birth, nationality, today).map_err(|_| broken())?,
            phone: self.phone.as_deref().map(Phone::parse).transpose().map_err(|_| broken())?,
        })
    }
}

//! Who asks, by what right, and whose records: written down after the papers were checked.

use super::file::{RecordsFile, SoughtPerson, StoredRequest};
use super::show::fold_rows;
use crate::audit::{Act, enter};
use crate::booking::{Party, RawParty, Reading};
use crate::case::{COUNTER, Grip, LEASE};
use crate::error::{Error, Fault, Result};
use crate::registry::Registry;
use crate::staff::{Officer, Right};
use crate::store::queries::cases::{EventRow, events, insert_event, set_file, set_person};
use crate::store::queries::office::raise_topic;
use crate::store::{Tx, Write};
use chrono::{DateTime, NaiveDate, Utc};
use law::eligibility::Applicant;
use law::identity::{IdNumber, IdType, from_fifteen};
use law::name::PersonName;
use law::records_case::{Asker, RecordsEvent, Shown, Sought, apply};
use law::service::Service;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// A request as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct RawRequest {
    pub asker: String,
    pub shown: Vec<String>,
    pub sought: String,
    /// Whoever stands at the counter; an organ's officer by name alone.
    pub party: RawParty,
    /// The document was compared and bears the number that was given before: the field stays empty.
    pub same_number: bool,
    pub organisation: String,
    pub paper_no: String,
    /// Whose records, where somebody else's are asked for.
    pub one_name: String,
    pub one_number: String,
    /// The other of a couple, where known.
    pub other_name: String,
    pub other_number: String,
    pub period: String,
    pub purpose: String,
}

struct Identify {
    grip: Grip,
    officer: Officer,
    now: DateTime<Utc>,
    event: RecordsEvent,
    sealed: Vec<u8>,
    /// Whoever asks, and everybody whose records are sought.
    persons: Vec<Vec<u8>>,
}

impl Write for Identify {
    type Out = ();

    async fn run(&self, tx: &mut Tx) -> Result<()> {
        self.grip.check(tx, self.officer.id, self.now).await?;
        let rows = events(tx, self.grip.case).await?;
        apply(&fold_rows(&rows)?, &self.event).map_err(|fault| Error::IllegalMove(fault.code()))?;
        if self.officer.is_one_of(self.persons.iter().map(Vec::as_slice)) {
            return Err(Error::Forbidden("own_case"));
        }
        set_file(tx, self.grip.case, &self.sealed, self.now + LEASE).await?;
        for (seat, person) in ["a", "b"].into_iter().zip(&self.persons) {
            set_person(tx, self.grip.case, seat, person).await?;
        }
        let verb = self.event.kind().as_str();
        let row = EventRow {
            seq: rows.last().map_or(1, |last| last.seq + 1),
            at: self.now,
            officer: self.officer.id,
            event: serde_json::to_string(&self.event).map_err(Error::inconsistent)?,
        };
        insert_event(tx, self.grip.case, verb, &row).await?;
        raise_topic(tx, COUNTER).await?;
        let subject = format!("case:{}", self.grip.case);
        // What was typed is bound by its sealed bytes, what happened by the event.
        let stored = [row.event.as_bytes(), &self.sealed].concat();
        let officer = Some(self.officer.id);
        enter(tx, Act { at: self.now, officer, verb, subject, stored: &stored }).await
    }
}

impl Registry {
    /// Writes down who asks for whose records, and which papers were checked. It may be put right until there is an
    /// answer.
    ///
    /// Errors: `Invalid` with each field's fault, `IllegalMove` with `authority_first` where a paper was not shown,
    /// `Stale`, `HeldByOther`, `Forbidden` (also where the officer is named in it).
    pub async fn identify_asker(&self, officer: &Officer, grip: Grip, raw: &RawRequest) -> Result<()> {
        officer.may(Right::HandleCase)?;
        let (_, _, mut file) = self.read_records(grip.case).await?;
        let today = self.clock().today();
        let request = read(&with_known_numbers(raw, &file), today)?;
        let persons = self.persons_in(&request, today)?;
        let event = RecordsEvent::Identified {
            asker: request.asker,
            shown: request.shown.clone(),
            sought: request.sought,
        };
        file.request = Some(request);
        let sealed = self.vault().seal_record("cases", grip.case.as_bytes(), &file)?;
        let now = self.clock().now();
        self.store().write(Identify { grip, officer: officer.clone(), now, event, sealed, persons }).await
    }

    /// Keyed hashes of everybody who is named with a document.
    fn persons_in(&self, request: &StoredRequest, today: NaiveDate) -> Result<Vec<Vec<u8>>> {
        let mut persons = Vec::new();
        if let Some(asker) = &request.document {
            persons.push(self.vault().person_key(&asker.read(today)?.person).0.to_vec());
        }
        for number in request.persons.iter().filter_map(|person| person.id_number.as_deref()) {
            let known = IdNumber::parse(IdType::MainlandId, number, today)
                .ok()
                .and_then(|id| Applicant::new(id, None, None, None, today).ok());
            if let Some(known) = known {
                let key = self.vault().person_key(&known).0.to_vec();
                if !persons.contains(&key) {
                    persons.push(key);
                }
            }
        }
        Ok(persons)
    }
}

/// A number that was booked or written down before is not typed again: where it was compared with the document, and
/// where the same person is sought as before.
fn with_known_numbers(raw: &RawRequest, file: &RecordsFile) -> RawRequest {
    let mut raw = raw.clone();
    let document =
        file.request.as_ref().and_then(|request| request.document.as_ref()).or(file.booked.as_ref());
    if let Some(document) = document.filter(|_| raw.same_number && raw.party.id_number.trim().is_empty()) {
        document.id_type.as_str().clone_into(&mut raw.party.id_type);
        raw.party.id_number.clone_from(&document.id_number);
        document.sex.as_str().clone_into(&mut raw.party.sex);
        raw.party.birth = document.birth.to_string();
        document.nationality.as_str().clone_into(&mut raw.party.nationality);
    }
    let persons = file.request.as_ref().map_or(&[][..], |request| &request.persons);
    let known = |name: &str| persons.iter().find(|person| person.name == name.trim());
    let number = |name: &str| known(name).and_then(|person| person.id_number.clone());
    if raw.one_number.trim().is_empty() {
        raw.one_number = number(&raw.one_name).unwrap_or_default();
    }
    if raw.other_number.trim().is_empty() {
        raw.other_number = number(&raw.other_name).unwrap_or_default();
    }
    raw
}

fn read(raw: &RawRequest, today: NaiveDate) -> Result<StoredRequest> {
    let mut faults = Vec::new();
    let asker = Asker::parse(&raw.asker);
    let sought = Sought::parse(&raw.sought);
    if asker.is_none() {
        faults.push(Fault::new("asker", "missing"));
    }
    if sought.is_none() {
        faults.push(Fault::new("sought", "missing"));
    }
    let shown: BTreeSet<Shown> = raw.shown.iter().filter_map(|paper| Shown::parse(paper)).collect();
    let another = asker.is_some_and(Asker::asks_for_another);
    let organ = asker.is_some_and(Asker::is_organ);
    let rules = Reading { service: Service::Records, today, phone_required: false };
    let (name, document) = if organ {
        let name = PersonName::parse(&raw.party.name);
        (name.map_err(|wrong| faults.push(Fault::new("a.name", wrong.code()))).ok(), None)
    } else {
        match Party::read(&raw.party, "a", rules) {
            Ok(party) => (Some(party.name.clone()), Some((&party).into())),
            Err(wrong) => {
                faults.extend(wrong);
                (None, None)
            }
        }
    };
    let with_firm = organ || asker == Some(Asker::Lawyer);
    let organisation = text(&mut faults, "organisation", &raw.organisation, 60, with_firm);
    let paper_no = text(&mut faults, "paper_no", &raw.paper_no, 60, another);
    let period = text(&mut faults, "period", &raw.period, 60, false);
    let purpose = text(&mut faults, "purpose", &raw.purpose, 100, false);
    let mut persons = Vec::new();
    match sought_person(&mut faults, ["one_name", "one_number"], [&raw.one_name, &raw.one_number], today) {
        Some(person) => persons.push(person),
        None if another => {
            if raw.one_name.trim().is_empty() && raw.one_number.trim().is_empty() {
                faults.push(Fault::new("one_name", "missing"));
            }
        }
        // Whoever asks for their own records is the person that is looked for.
        None => {
            if let (Some(name), Some(document)) = (&name, &document) {
                let document: &crate::booking::StoredParty = document;
                let resident = matches!(document.id_type, IdType::MainlandId | IdType::TempIdCard);
                let id_number = resident.then(|| document.id_number.clone());
                persons.push(SoughtPerson { name: name.as_str().to_owned(), id_number });
            }
        }
    }
    let other = [&raw.other_name, &raw.other_number];
    persons.extend(sought_person(&mut faults, ["other_name", "other_number"], other, today));
    match (asker, sought, name) {
        (Some(asker), Some(sought), Some(name)) if faults.is_empty() => Ok(StoredRequest {
            asker,
            shown,
            sought,
            name: name.as_str().to_owned(),
            document,
            organisation,
            paper_no,
            persons,
            period,
            purpose,
        }),
        _ => Err(Error::Invalid(faults)),
    }
}

fn text(faults: &mut Vec<Fault>, field: &str, typed: &str, longest: usize, required: bool) -> String {
    let text = typed.trim();
    if text.is_empty() && required {
        faults.push(Fault::new(field, "missing"));
    } else if text.chars().count() > longest || text.chars().any(char::is_control) {
        faults.push(Fault::new(field, "too_long"));
    }
    text.to_owned()
}

/// A person who is looked for: the number may be missing, or be one of fifteen digits from an old certificate.
fn sought_person(
    faults: &mut Vec<Fault>,
    [name_field, number_field]: [&str; 2],
    [name, number]: [&String; 2],
    today: NaiveDate,
) -> Option<SoughtPerson> {
    if name.trim().is_empty() && number.trim().is_empty() {
        return None;
    }
    let before = faults.len();
    let name =
        PersonName::parse(name).map_err(|wrong| faults.push(Fault::new(name_field, wrong.code()))).ok();
    let digits = number.chars().filter(|c| !c.is_whitespace()).count();
    let id_number = match digits {
        0 => None,
        15 => from_fifteen(number).map_err(|wrong| faults.push(Fault::new(number_field, wrong.code()))).ok(),
        _ => IdNumber::parse(IdType::MainlandId, number, today)
            .map(|id| id.value().to_owned())
            .map_err(|wrong| faults.push(Fault::new(number_field, wrong.code())))
            .ok(),
    };
    match name {
        Some(name) if faults.len() == before => {
            Some(SoughtPerson { name: name.as_str().to_owned(), id_number })
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 24).unwrap()
    }

    fn own() -> RawRequest {
        RawRequest {
            asker: "party".into(),
            shown: vec!["own_document".into()],
            sought: "marriage".into(),
            party: RawParty {
                name: "王小明".into(),
                id_number: "37012619990308051X".into(),
                ..RawParty::default()
            },
            ..RawRequest::default()
        }
    }

    fn faults(raw: &RawRequest) -> Vec<(String, String)> {
        match read(raw, day()) {
            Err(Error::Invalid(faults)) => {
                faults.into_iter().map(|fault| (fault.field, fault.code)).collect()
            }
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn whoever_asks_for_their_own_records_is_the_one_that_is_looked_for() {
        let request = read(&own(), day()).unwrap();
        assert_eq!(request.persons[0].name, "王小明");
        assert_eq!(request.persons[0].id_number.as_deref(), Some("37012619990308051X"));
    }

    #[test]
    fn somebody_elses_records_need_a_numbered_paper_and_a_name() {
        let lawyer = RawRequest { asker: "lawyer".into(), ..own() };
        let fields: Vec<_> = faults(&lawyer).into_iter().map(|(field, _)| field).collect();
        assert_eq!(fields, ["organisation", "paper_no", "one_name"]);
    }

    #[test]
    fn an_old_number_of_fifteen_digits_finds_the_person_of_today() {
        let mut raw = own();
        raw.other_name = "李芳".into();
        raw.other_number = "370126700101001".into();
        let request = read(&raw, day()).unwrap();
        assert_eq!(request.persons[1].id_number.as_deref(), Some("370126197001010011"));
        raw.other_number = "37012619990308051".into();
        assert_eq!(faults(&raw)[0].0, "other_number");
    }

    #[test]
    fn an_organs_officer_is_known_by_name_and_letter_without_an_identity_card() {
        let mut raw = RawRequest { asker: "police".into(), ..own() };
        raw.party.id_number = String::new();
        raw.organisation = "商河县公安局".into();
        raw.paper_no = "商公介〔2026〕12号".into();
        raw.one_name = "李芳".into();
        let request = read(&raw, day()).unwrap();
        assert!(request.document.is_none());
        assert_eq!((request.name.as_str(), request.persons.len()), ("王小明", 1));
    }
}

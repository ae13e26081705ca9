//! What the documents say of the two, and which of two versions stands where the booking said otherwise.

use super::file::{CaseFile, CasePerson, Education, Particulars, Prior, Validity, seat_name};
use super::grip::Grip;
use super::lease::LEASE;
use crate::audit::{Act, enter};
use crate::booking::{Party as BookedParty, RawParty, Reading};
use crate::error::{Error, Fault, Result};
use crate::registry::Registry;
use crate::staff::{Officer, Right};
use crate::store::queries::cases::{events, persons, set_file, set_person};
use crate::store::{Tx, Write};
use chrono::{DateTime, NaiveDate, Utc};
use law::eligibility::Party;
use law::service::Service;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A person's particulars as typed or read from the card.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct RawParticulars {
    #[serde(flatten)]
    pub party: RawParty,
    pub ethnicity: String,
    /// `YYYY-MM-DD` or `long` for 长期.
    pub valid_until: String,
    pub prior: String,
    pub occupation: String,
    pub education: String,
    pub address: String,
}

/// Which version stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Choice {
    /// 「用证件上的」
    Document,
    /// 「保留原填」
    Booked,
}

struct Record {
    grip: Grip,
    officer: Uuid,
    sealed: Vec<u8>,
    seat: &'static str,
    person: Vec<u8>,
    own: Option<Vec<u8>>,
    verb: &'static str,
    now: DateTime<Utc>,
}

impl Write for Record {
    type Out = ();

    async fn run(&self, tx: &mut Tx) -> Result<()> {
        self.grip.check(tx, self.officer, self.now).await?;
        set_file(tx, self.grip.case, &self.sealed, self.now + LEASE).await?;
        set_person(tx, self.grip.case, self.seat, &self.person).await?;
        // Nobody handles a case in which they are a party, also when the card says so first.
        if persons(tx, self.grip.case).await?.iter().any(|person| Some(person) == self.own.as_ref()) {
            return Err(Error::Forbidden("own_case"));
        }
        let subject = format!("case:{}", self.grip.case);
        let act =
            Act { at: self.now, officer: Some(self.officer), verb: self.verb, subject, stored: &self.sealed };
        enter(tx, act).await
    }
}

/// Under which rules a person is written down.
pub(super) struct Rules {
    /// Marital status that the matter itself tells.
    prior: Option<Prior>,
    /// The persons stand in the register already.
    bound: bool,
    /// The person needn't be here, nor the document: they are named in the record and ask for nothing.
    absent: bool,
}

impl Registry {
    /// Writes down what a person's document says.
    ///
    /// Errors: `Invalid` with each field's fault (`a.name`, `a.valid_until` …), `IllegalMove` once registered,
    /// `Stale`, `HeldByOther`, `Forbidden`.
    pub async fn record_person(
        &self,
        officer: &Officer,
        grip: Grip,
        seat: Party,
        raw: &RawParticulars,
    ) -> Result<()> {
        let (mut file, rules) = self.file_to_change(officer, grip.case, seat).await?;
        let document = self.read_particulars(raw, seat, &rules)?;
        let person = file.person_mut(seat);
        if rules.bound {
            self.require_same_person(person, &document)?;
        }
        person.settled = false;
        person.document = Some(document);
        self.put_file(officer, grip, seat, &file, "person_recorded").await
    }

    /// Settles where booking and document differ. Errors: as [`Registry::record_person`].
    pub async fn settle_difference(
        &self,
        officer: &Officer,
        grip: Grip,
        seat: Party,
        choice: Choice,
    ) -> Result<()> {
        let (mut file, rules) = self.file_to_change(officer, grip.case, seat).await?;
        if rules.bound && choice == Choice::Booked {
            // Who stands in the register is no longer settled by what was typed at home.
            return Err(Error::IllegalMove("already_accepted"));
        }
        let person = file.person_mut(seat);
        let (Some(document), Some(booked)) = (&mut person.document, &person.booked) else {
            return Err(Error::IllegalMove("nothing_differs"));
        };
        if choice == Choice::Booked {
            document.name.clone_from(&booked.name);
            document.id_type = booked.id_type;
            document.id_number.clone_from(&booked.id_number);
            document.sex = booked.sex;
            document.birth = booked.birth;
        }
        person.settled = true;
        let verb = match choice {
            Choice::Document => "document_preferred",
            Choice::Booked => "booking_preferred",
        };
        self.put_file(officer, grip, seat, &file, verb).await
    }

    /// Writes down 复婚 and the remarks for the review form. Errors: as [`Registry::record_person`].
    pub async fn record_remarks(
        &self,
        officer: &Officer,
        grip: Grip,
        restored: bool,
        remarks: &str,
    ) -> Result<()> {
        let (mut file, _) = self.file_to_change(officer, grip.case, Party::First).await?;
        if remarks.chars().count() > 200 {
            return Err(Error::invalid("remarks", "too_long"));
        }
        file.restored = restored;
        remarks.trim().clone_into(&mut file.remarks);
        self.put_file(officer, grip, Party::First, &file, "remarks_recorded").await
    }

    /// The file of a case that may still be written in, and under which rules.
    pub(super) async fn file_to_change(
        &self,
        officer: &Officer,
        case: Uuid,
        seat: Party,
    ) -> Result<(CaseFile, Rules)> {
        officer.may(Right::HandleCase)?;
        let (row, file) = self.case_file(case).await?;
        let rows = events(&mut self.store().read().await?, case).await?;
        let (done, rules) = match row.kind.as_str() {
            "marriage" => {
                let state = crate::marriage::fold_rows(&rows)?;
                let rules = Rules { prior: None, bound: false, absent: false };
                (state.registration().is_some() || state.end().is_some(), rules)
            }
            "divorce" => {
                let state = crate::divorce::fold_rows(&rows)?;
                let bound = state.application().is_some();
                let rules = Rules { prior: Some(Prior::Married), bound, absent: false };
                (state.registration().is_some() || state.end().is_some(), rules)
            }
            "reissue" => {
                let state = crate::reissue::fold_rows(&rows)?;
                let prior = state.matter().map(crate::reissue::status_of);
                let rules = Rules { prior, bound: false, absent: !state.asks(seat) };
                (state.reissue().is_some() || state.end().is_some(), rules)
            }
            other => return Err(Error::inconsistent(format!("a case of kind {other}"))),
        };
        if done { Err(Error::IllegalMove("already_registered")) } else { Ok((file, rules)) }
    }

    /// Once an application stands in the register its two persons are those named there, whatever card they bring.
    fn require_same_person(&self, known: &CasePerson, document: &Particulars) -> Result<()> {
        let today = self.clock().today();
        let known = match (&known.document, &known.booked) {
            (Some(known), _) => known.applicant(today)?,
            (None, Some(booked)) => booked.read(today)?.person,
            (None, None) => return Ok(()),
        };
        let document = document.applicant(today)?;
        let same = self.vault().person_key(&known) == self.vault().person_key(&document);
        if same { Ok(()) } else { Err(Error::IllegalMove("not_a_party")) }
    }

    pub(super) async fn put_file(
        &self,
        officer: &Officer,
        grip: Grip,
        seat: Party,
        file: &CaseFile,
        verb: &'static str,
    ) -> Result<()> {
        let today = self.clock().today();
        let person = match &file.person(seat).document {
            Some(document) => self.vault().person_key(&document.applicant(today)?).0.to_vec(),
            None => Vec::new(),
        };
        let record = Record {
            sealed: self.vault().seal_record("cases", grip.case.as_bytes(), file)?,
            grip,
            officer: officer.id,
            seat: seat_name(seat),
            person,
            own: officer.person.clone(),
            verb,
            now: self.clock().now(),
        };
        self.store().write(record).await
    }

    fn read_particulars(&self, raw: &RawParticulars, seat: Party, rules: &Rules) -> Result<Particulars> {
        let (today, name) = (self.clock().today(), seat_name(seat));
        let reading = Reading { service: Service::Marriage, today, phone_required: false };
        let mut faults = Vec::new();
        let party = BookedParty::read(&raw.party, name, reading).map_err(|wrong| faults.extend(wrong)).ok();
        let mut fault = |field: &str, code: &str| faults.push(Fault::new(format!("{name}.{field}"), code));
        let valid_until = match raw.valid_until.trim() {
            "" if rules.absent => Some(Validity::NotShown),
            typed => read_validity(typed, today).map_err(|code| fault("valid_until", code)).ok(),
        };
        let prior = rules.prior.or_else(|| Prior::parse(&raw.prior));
        if prior.is_none() {
            fault("prior", "missing");
        }
        let education = Education::parse(raw.education.trim());
        for (field, value) in
            [("ethnicity", &raw.ethnicity), ("occupation", &raw.occupation), ("address", &raw.address)]
        {
            if value.chars().count() > 100 || value.chars().any(char::is_control) {
                fault(field, "too_long");
            }
        }
        match (party, valid_until, prior) {
            (Some(party), Some(valid_until), Some(prior)) if faults.is_empty() => Ok(Particulars {
                name: party.name.as_str().to_owned(),
                id_type: party.person.id().id_type(),
                id_number: party.person.id().value().to_owned(),
                sex: party.person.sex(),
                birth: party.person.birth(),
                nationality: party.person.nationality(),
                ethnicity: raw.ethnicity.trim().to_owned(),
                valid_until,
                prior,
                occupation: raw.occupation.trim().to_owned(),
                education,
                address: raw.address.trim().to_owned(),
                phone: party.phone.map(|phone| phone.e164().to_owned()),
            }),
            _ => Err(Error::Invalid(faults)),
        }
    }
}

fn read_validity(typed: &str, today: NaiveDate) -> Result<Validity, &'static str> {
    match typed {
        "" => Err("missing"),
        "long" | "长期" => Ok(Validity::LongTerm),
        text => {
            let until = NaiveDate::parse_from_str(text, "%Y-%m-%d").map_err(|_| "bad_date")?;
            if until < today { Err("expired") } else { Ok(Validity::Until(until)) }
        }
    }
}

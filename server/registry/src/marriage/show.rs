//! A case as its officer sees it.

use super::file::{CaseFile, CasePerson, Particulars};
use super::lease::holder;
use crate::clock::to_local;
use crate::error::{Error, Result};
use crate::registry::Registry;
use crate::staff::{Officer, Right};
use crate::store::queries::cases::{CaseRow, EventRow, by_id, events};
use crate::store::queries::staff::{NameRow, names};
use chrono::{NaiveDate, NaiveDateTime};
use law::eligibility::{Applicant, Party};
use law::identity::IdNumber;
use law::marriage_case::{MarriageEvent, MarriageMove, MarriageState, fold, legal_moves};
use uuid::Uuid;

/// Everything the counter shows of a case. Full numbers are in `file`; a screen shows masked ones.
#[derive(Debug, Clone)]
pub struct MarriageCase {
    pub id: Uuid,
    pub number: u32,
    pub date: NaiveDate,
    pub booking: Option<Uuid>,
    pub opened_at: NaiveDateTime,
    pub state: MarriageState,
    pub moves: Vec<MarriageMove>,
    pub file: CaseFile,
    pub past: Vec<PastEvent>,
    /// Who holds it now.
    pub holder: Option<(Uuid, String)>,
    pub fence: i64,
    pub version: i64,
    /// Characters of names that no font prints: staff decides how the statutory forms are made.
    pub uncovered: Vec<char>,
}

/// Something that happened: when, who, what.
#[derive(Debug, Clone)]
pub struct PastEvent {
    pub at: NaiveDateTime,
    pub officer: String,
    pub event: MarriageEvent,
}

/// A field in which booking and document differ, both masked where they are numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    pub field: &'static str,
    pub booked: String,
    pub document: String,
}

impl Registry {
    /// A case with all that is known of it. Errors: `Forbidden`, `NotFound`.
    pub async fn marriage_case(&self, officer: &Officer, id: Uuid) -> Result<MarriageCase> {
        officer.may(Right::SeeCases)?;
        let (row, state, file) = self.read_case(id).await?;
        let mut tx = self.store().read().await?;
        let (rows, names) = (events(&mut tx, id).await?, names(&mut tx).await?);
        let name = |id: Uuid| find_name(&names, id);
        let past = rows.iter().map(|row| {
            Ok(PastEvent { at: to_local(row.at), officer: name(row.officer), event: read_event(row)? })
        });
        Ok(MarriageCase {
            id,
            number: u32::try_from(row.number).unwrap_or_default(),
            date: row.date,
            booking: row.booking_id,
            opened_at: to_local(row.opened_at),
            moves: legal_moves(&state),
            past: past.collect::<Result<_>>()?,
            holder: holder(&row, self.clock().now()).map(|id| (id, name(id))),
            fence: row.fence,
            version: row.version,
            uncovered: self.uncovered(&file),
            state,
            file,
        })
    }

    /// A case's row, what its events come to, and its file.
    pub(super) async fn read_case(&self, id: Uuid) -> Result<(CaseRow, MarriageState, CaseFile)> {
        let mut tx = self.store().read().await?;
        let row = by_id(&mut tx, id).await?.filter(|row| row.kind == "marriage").ok_or(Error::NotFound)?;
        let state = fold_rows(&events(&mut tx, id).await?)?;
        let file = self.vault().open_record("cases", id.as_bytes(), &row.sealed)?;
        Ok((row, state, file))
    }

    fn uncovered(&self, file: &CaseFile) -> Vec<char> {
        let names = [&file.a, &file.b].map(CasePerson::name);
        let mut missing: Vec<char> =
            names.iter().flatten().flat_map(|name| name.chars()).filter(|c| !(self.terms().covers)(*c)).collect();
        missing.dedup();
        missing
    }
}

/// What stored events come to. Errors: `Inconsistent` where they break the law's own order.
pub(super) fn fold_rows(rows: &[EventRow]) -> Result<MarriageState> {
    let events = rows.iter().map(read_event).collect::<Result<Vec<_>>>()?;
    fold(&events).map_err(|broken| Error::inconsistent(format!("a case's events: {broken}")))
}

fn read_event(row: &EventRow) -> Result<MarriageEvent> {
    serde_json::from_str(&row.event).map_err(|_| Error::inconsistent("an event of another form"))
}

pub(super) fn find_name(names: &[NameRow], id: Uuid) -> String {
    names.iter().find(|row| row.id == id).map(|row| row.name.clone()).unwrap_or_default()
}

impl CasePerson {
    /// The name that stands: the document's, or the booked one until it has been seen.
    pub fn name(&self) -> Option<&str> {
        let document = self.document.as_ref().map(|document| document.name.as_str());
        document.or_else(|| self.booked.as_ref().map(|booked| booked.name.as_str()))
    }

    /// What was booked, to fill the form before the document is read.
    pub fn booked(&self) -> Option<crate::booking::RawParty> {
        self.booked.as_ref().map(|booked| crate::booking::RawParty {
            name: booked.name.clone(),
            id_type: booked.id_type.as_str().to_owned(),
            id_number: booked.id_number.clone(),
            phone: booked.phone.clone().unwrap_or_default(),
            sex: booked.sex.as_str().to_owned(),
            birth: booked.birth.to_string(),
            nationality: booked.nationality.as_str().to_owned(),
        })
    }

    /// Where booking and document differ and nobody has settled it.
    pub fn differences(&self) -> Vec<Difference> {
        let (Some(document), Some(booked), false) = (&self.document, &self.booked, self.settled) else {
            return Vec::new();
        };
        let mut found = Vec::new();
        let mut differ = |field, booked: &str, document: &str, shown: [String; 2]| {
            if booked != document {
                let [booked, document] = shown;
                found.push(Difference { field, booked, document });
            }
        };
        differ("name", &booked.name, &document.name, [booked.name.clone(), document.name.clone()]);
        let numbers = [masked(&booked.id_number), masked(&document.id_number)];
        differ("id_number", &booked.id_number, &document.id_number, numbers);
        found
    }
}

/// First three and last two characters (decision 8).
fn masked(number: &str) -> String {
    let chars: Vec<char> = number.chars().collect();
    let keep = |at: usize| at < 3 || at + 2 >= chars.len();
    chars.iter().enumerate().map(|(at, c)| if keep(at) { *c } else { '*' }).collect()
}

impl Particulars {
    /// The person as the law asks about them.
    pub fn applicant(&self, today: NaiveDate) -> Result<Applicant> {
        let broken = || Error::inconsistent("a case's particulars can't be read");
        let id = IdNumber::parse(self.id_type, &self.id_number, today).map_err(|_| broken())?;
        Applicant::new(id, Some(self.sex), Some(self.birth), Some(self.nationality), today).map_err(|_| broken())
    }
}

/// Both seats, in order.
pub(super) const SEATS: [Party; 2] = [Party::First, Party::Second];

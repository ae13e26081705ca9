//! A request as its officer sees it: persons masked, since the screen can be read from behind.

use super::file::RecordsFile;
use super::open::KIND;
use crate::case::{find_name, holder};
use crate::clock::to_local;
use crate::error::{Error, Result};
use crate::registry::Registry;
use crate::staff::{Officer, Right};
use crate::store::queries::cases::{CaseRow, EventRow, by_id, events};
use crate::store::queries::staff::names;
use chrono::{NaiveDate, NaiveDateTime};
use law::identity::{IdNumber, IdType};
use law::records_case::{RecordsEvent, RecordsMove, RecordsState, fold, legal_moves};
use uuid::Uuid;

/// Everything the counter shows of a request.
#[derive(Debug, Clone)]
pub struct RecordsCase {
    pub id: Uuid,
    pub number: u32,
    pub date: NaiveDate,
    pub booking: Option<Uuid>,
    pub opened_at: NaiveDateTime,
    pub state: RecordsState,
    pub moves: Vec<RecordsMove>,
    pub asker: Option<AskerShown>,
    /// Who booked, before anything was written down: name and masked number.
    pub booked: Option<(String, String)>,
    pub late_reason: Option<String>,
    pub past: Vec<PastRecord>,
    pub holder: Option<(Uuid, String)>,
    pub fence: i64,
    pub version: i64,
}

/// Whoever asks, and whose records.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AskerShown {
    pub name: String,
    /// Document and masked number; none for an organ's officer.
    pub document: Option<(IdType, String)>,
    pub organisation: String,
    pub paper_no: String,
    pub persons: Vec<SoughtShown>,
    pub period: String,
    pub purpose: String,
}

/// A person whose records are looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SoughtShown {
    pub name: String,
    pub number: Option<String>,
}

/// Something that happened: when, who, what.
#[derive(Debug, Clone)]
pub struct PastRecord {
    pub at: NaiveDateTime,
    pub officer: String,
    pub event: RecordsEvent,
}

impl Registry {
    /// A request with all that is known of it. Errors: `Forbidden`, `NotFound`.
    pub async fn records_case(&self, officer: &Officer, id: Uuid) -> Result<RecordsCase> {
        officer.may(Right::SeeCases)?;
        let (row, state, file) = self.read_records(id).await?;
        let mut tx = self.store().read().await?;
        let (rows, names) = (events(&mut tx, id).await?, names(&mut tx).await?);
        let past = rows.iter().map(|row| {
            let officer = find_name(&names, row.officer);
            Ok(PastRecord { at: to_local(row.at), officer, event: read_event(row)? })
        });
        let today = self.clock().today();
        Ok(RecordsCase {
            id,
            number: u32::try_from(row.number).unwrap_or_default(),
            date: row.date,
            booking: row.booking_id,
            opened_at: to_local(row.opened_at),
            moves: legal_moves(&state),
            past: past.collect::<Result<_>>()?,
            holder: holder(&row, self.clock().now()).map(|id| (id, find_name(&names, id))),
            fence: row.fence,
            version: row.version,
            booked: match &file.booked {
                Some(booked) => Some((booked.name.clone(), booked.read(today)?.person.id().masked())),
                None => None,
            },
            asker: asker(&file, today)?,
            late_reason: file.late_reason,
            state,
        })
    }

    /// A request's row, what its events come to, and its file.
    pub(super) async fn read_records(&self, id: Uuid) -> Result<(CaseRow, RecordsState, RecordsFile)> {
        let mut tx = self.store().read().await?;
        let row = by_id(&mut tx, id).await?.filter(|row| row.kind == KIND).ok_or(Error::NotFound)?;
        let state = fold_rows(&events(&mut tx, id).await?)?;
        let file = self.vault().open_record("cases", id.as_bytes(), &row.sealed)?;
        Ok((row, state, file))
    }
}

fn asker(file: &RecordsFile, today: NaiveDate) -> Result<Option<AskerShown>> {
    let Some(request) = &file.request else { return Ok(None) };
    let document = match &request.document {
        Some(party) => Some((party.id_type, party.read(today)?.person.id().masked())),
        None => None,
    };
    let masked =
        |number: &String| IdNumber::parse(IdType::MainlandId, number, today).map(|id| id.masked()).ok();
    let persons = request.persons.iter().map(|person| SoughtShown {
        name: person.name.clone(),
        number: person.id_number.as_ref().and_then(masked),
    });
    Ok(Some(AskerShown {
        name: request.name.clone(),
        document,
        organisation: request.organisation.clone(),
        paper_no: request.paper_no.clone(),
        persons: persons.collect(),
        period: request.period.clone(),
        purpose: request.purpose.clone(),
    }))
}

/// What stored events come to. Errors: `Inconsistent` where they break the law's own order.
pub(super) fn fold_rows(rows: &[EventRow]) -> Result<RecordsState> {
    let events = rows.iter().map(read_event).collect::<Result<Vec<_>>>()?;
    fold(&events).map_err(|broken| Error::inconsistent(format!("a request's events: {broken}")))
}

fn read_event(row: &EventRow) -> Result<RecordsEvent> {
    serde_json::from_str(&row.event).map_err(|_| Error::inconsistent("an event of another form"))
}

//! A case as its officer sees it.

use crate::case::{CaseFile, find_name, holder};
use crate::clock::to_local;
use crate::error::{Error, Result};
use crate::registry::Registry;
use crate::staff::{Officer, Right};
use crate::store::queries::cases::{CaseRow, EventRow, by_id, events};
use crate::store::queries::staff::names;
use chrono::{NaiveDate, NaiveDateTime};
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
    pub(crate) async fn read_case(&self, id: Uuid) -> Result<(CaseRow, MarriageState, CaseFile)> {
        let mut tx = self.store().read().await?;
        let row = by_id(&mut tx, id).await?.filter(|row| row.kind == "marriage").ok_or(Error::NotFound)?;
        let state = fold_rows(&events(&mut tx, id).await?)?;
        let file = self.vault().open_record("cases", id.as_bytes(), &row.sealed)?;
        Ok((row, state, file))
    }
}

/// What stored events come to. Errors: `Inconsistent` where they break the law's own order.
pub(crate) fn fold_rows(rows: &[EventRow]) -> Result<MarriageState> {
    let events = rows.iter().map(read_event).collect::<Result<Vec<_>>>()?;
    fold(&events).map_err(|broken| Error::inconsistent(format!("a case's events: {broken}")))
}

fn read_event(row: &EventRow) -> Result<MarriageEvent> {
    serde_json::from_str(&row.event).map_err(|_| Error::inconsistent("an event of another form"))
}

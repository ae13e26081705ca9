//! A reissue as its officer sees it.

use super::held::HeldCertificate;
use crate::case::{CaseFile, find_name, holder};
use crate::clock::to_local;
use crate::error::{Error, Result};
use crate::registry::Registry;
use crate::staff::{Officer, Right};
use crate::store::queries::cases::{CaseRow, EventRow, by_id, events};
use crate::store::queries::staff::names;
use chrono::{NaiveDate, NaiveDateTime};
use law::reissue_case::{Matter, ReissueEvent, ReissueMove, ReissueState, fold, legal_moves};
use uuid::Uuid;

/// Everything the counter shows of a case. Full numbers are in `file`; a screen shows masked ones.
#[derive(Debug, Clone)]
pub struct ReissueCase {
    pub id: Uuid,
    pub number: u32,
    pub date: NaiveDate,
    pub matter: Matter,
    pub booking: Option<Uuid>,
    pub opened_at: NaiveDateTime,
    pub state: ReissueState,
    pub moves: Vec<ReissueMove>,
    pub file: CaseFile,
    /// What the register says of the old certificate; `None` where its number is not in it.
    pub held: Option<HeldCertificate>,
    pub past: Vec<PastReissueEvent>,
    /// Who holds it now.
    pub holder: Option<(Uuid, String)>,
    pub fence: i64,
    pub version: i64,
    /// Characters of names that no font prints: staff decides how the statutory forms are made.
    pub uncovered: Vec<char>,
}

/// Something that happened: when, who, what.
#[derive(Debug, Clone)]
pub struct PastReissueEvent {
    pub at: NaiveDateTime,
    pub officer: String,
    pub event: ReissueEvent,
}

/// A case's row, what its events come to, and its file.
pub(super) struct ReadReissue {
    pub row: CaseRow,
    pub state: ReissueState,
    pub file: CaseFile,
}

impl Registry {
    /// A case with all that is known of it. Errors: `Forbidden`, `NotFound`.
    pub async fn reissue_case(&self, officer: &Officer, id: Uuid) -> Result<ReissueCase> {
        officer.may(Right::SeeCases)?;
        let ReadReissue { row, state, file } = self.read_reissue(id).await?;
        let held = match file.marriage.as_ref().map(|facts| facts.certificate_no.as_str()) {
            None | Some("") => None,
            Some(number) => self.held(number).await?,
        };
        let mut tx = self.store().read().await?;
        let (rows, names) = (events(&mut tx, id).await?, names(&mut tx).await?);
        let name = |id: Uuid| find_name(&names, id);
        let past = rows.iter().map(|row| {
            Ok(PastReissueEvent { at: to_local(row.at), officer: name(row.officer), event: read_event(row)? })
        });
        Ok(ReissueCase {
            id,
            number: u32::try_from(row.number).unwrap_or_default(),
            date: row.date,
            matter: state.matter().ok_or_else(|| Error::inconsistent("a reissue of nothing"))?,
            booking: row.booking_id,
            opened_at: to_local(row.opened_at),
            moves: legal_moves(&state),
            past: past.collect::<Result<_>>()?,
            holder: holder(&row, self.clock().now()).map(|id| (id, name(id))),
            fence: row.fence,
            version: row.version,
            uncovered: self.uncovered(&file),
            held,
            state,
            file,
        })
    }

    pub(super) async fn read_reissue(&self, id: Uuid) -> Result<ReadReissue> {
        let mut tx = self.store().read().await?;
        let row = by_id(&mut tx, id).await?.filter(|row| row.kind == "reissue").ok_or(Error::NotFound)?;
        let state = fold_rows(&events(&mut tx, id).await?)?;
        let file = self.vault().open_record("cases", id.as_bytes(), &row.sealed)?;
        Ok(ReadReissue { row, state, file })
    }
}

/// What stored events come to. Errors: `Inconsistent` where they break the law's own order.
pub(crate) fn fold_rows(rows: &[EventRow]) -> Result<ReissueState> {
    let events = rows.iter().map(read_event).collect::<Result<Vec<_>>>()?;
    fold(&events).map_err(|broken| Error::inconsistent(format!("a reissue's events: {broken}")))
}

fn read_event(row: &EventRow) -> Result<ReissueEvent> {
    serde_json::from_str(&row.event).map_err(|_| Error::inconsistent("an event of another form"))
}

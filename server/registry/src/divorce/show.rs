//! A divorce case as its officers see it.

use crate::error::{Error, Result};
use crate::store::queries::cases::EventRow;
use law::divorce_case::{DivorceEvent, DivorceState, fold};

/// What stored events come to. Errors: `Inconsistent` where they break the law's own order.
pub(crate) fn fold_rows(rows: &[EventRow]) -> Result<DivorceState> {
    let events = rows.iter().map(read_event).collect::<Result<Vec<_>>>()?;
    fold(&events).map_err(|broken| Error::inconsistent(format!("a divorce case's events: {broken}")))
}

fn read_event(row: &EventRow) -> Result<DivorceEvent> {
    serde_json::from_str(&row.event).map_err(|_| Error::inconsistent("an event of another form"))
}

//! The counter's list: today's cases, and those of earlier days that still wait.

use crate::case::{find_name, holder};
use crate::clock::to_local;
use crate::error::Result;
use crate::registry::Registry;
use crate::staff::{Officer, Right};
use crate::store::queries::cases::of_day;
use crate::store::queries::divorce::visits_of_day;
use crate::store::queries::staff::names;
use chrono::{NaiveDate, NaiveDateTime};
use std::collections::BTreeMap;
use uuid::Uuid;

/// A line of the list; no name, no number of a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseLine {
    pub id: Uuid,
    pub number: u32,
    pub date: NaiveDate,
    pub kind: String,
    /// `open paused registered issued refused left`; of a divorce also `accepted withdrawn closed`.
    pub state: String,
    pub opened_at: NaiveDateTime,
    /// When it came to the counter last: a divorce comes again after its thirty days.
    pub since: NaiveDateTime,
    pub booking: Option<Uuid>,
    pub holder: Option<(Uuid, String)>,
    /// Nobody has put it back: whose it was may have paused longer than a lease lasts.
    pub in_hand: bool,
}

impl Registry {
    /// Today's cases and earlier ones that have not ended. Errors: `Forbidden`.
    pub async fn cases_today(&self, officer: &Officer) -> Result<Vec<CaseLine>> {
        officer.may(Right::SeeCases)?;
        let mut tx = self.store().read().await?;
        let (rows, names) = (of_day(&mut tx, self.clock().today()).await?, names(&mut tx).await?);
        let visits: BTreeMap<_, _> =
            visits_of_day(&mut tx, self.clock().today()).await?.into_iter().collect();
        let now = self.clock().now();
        let line = |row: crate::store::queries::cases::CaseRow| CaseLine {
            holder: holder(&row, now).map(|id| (id, find_name(&names, id))),
            id: row.id,
            number: u32::try_from(row.number).unwrap_or_default(),
            date: row.date,
            kind: row.kind,
            state: row.state,
            opened_at: to_local(row.opened_at),
            since: to_local(*visits.get(&row.id).unwrap_or(&row.opened_at)),
            in_hand: row.held_by.is_some(),
            booking: row.booking_id,
        };
        Ok(rows.into_iter().map(line).collect())
    }
}

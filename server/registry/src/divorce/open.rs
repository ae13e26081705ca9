//! A divorce's case is opened, for two who apply or for an act of the register that goes on here.

use crate::case::{Begun, CaseFile, CaseSource, LateEntry, NewRows};
use crate::error::{Error, Result};
use crate::registry::Registry;
use crate::staff::Officer;
use crate::store::queries::cases::set_state;
use crate::store::queries::divorce::{VisitRow, give_case, insert_visit};
use crate::store::{Tx, Write};
use law::divorce_case::DivorceEvent;
use law::service::Service;
use uuid::Uuid;

/// A new case with what is written of a divorce alone.
pub(super) struct Open {
    pub rows: NewRows,
    /// The act in the register that goes on in this case.
    pub act: Option<Uuid>,
    /// In the list's words.
    pub state: &'static str,
}

impl Write for Open {
    type Out = Uuid;

    async fn run(&self, tx: &mut Tx) -> Result<Uuid> {
        let number = match self.rows.begin(tx).await? {
            Begun::Before(id) => return Ok(id),
            Begun::Now { number } => number,
        };
        let new = &self.rows.new;
        if self.state != "open" {
            set_state(tx, new.id, self.state, new.held_until).await?;
        }
        if let Some(act) = self.act
            && !give_case(tx, act, new.id).await?
        {
            // Another window took it up in the meantime.
            return Err(Error::Stale);
        }
        let visit = VisitRow {
            case: new.id,
            date: new.date,
            booking: new.booking_id,
            at: new.opened_at,
            officer: new.officer,
        };
        insert_visit(tx, &visit, number).await?;
        self.rows.finish(tx).await
    }
}

impl Registry {
    /// Opens a case for two who apply, and takes it; a booking that has one gives that one.
    ///
    /// Errors: `Forbidden` (right, assessment, or the officer's own document), `NotFound`, `Gone` for a cancelled
    /// booking, `TooEarly` for a booking of another day, `Invalid` for another service or a bad late entry.
    pub async fn open_divorce_case(
        &self,
        officer: &Officer,
        source: CaseSource,
        late: Option<LateEntry>,
    ) -> Result<Uuid> {
        let from = self.origin(officer, source, Service::DivorceApplication, late).await?;
        let opened = DivorceEvent::Opened { on: from.on, office: self.office_code().await? };
        let (booking, file) = (from.booking, CaseFile::of(from));
        let open = self.new_case(officer, booking, &file, &[opened])?;
        self.store().write(open).await
    }

    /// A case ready to be written. Errors: `Forbidden` where the officer is one of the two.
    pub(super) fn new_case(
        &self,
        officer: &Officer,
        booking: Option<Uuid>,
        file: &CaseFile,
        events: &[DivorceEvent],
    ) -> Result<Open> {
        let events = events.iter().map(|event| {
            Ok((event.kind().as_str(), serde_json::to_string(event).map_err(Error::inconsistent)?))
        });
        let events = events.collect::<Result<_>>()?;
        let kind = ("divorce", "case_opened");
        let rows = self.new_rows(officer, kind, booking, file.booked_parties(), file, events)?;
        Ok(Open { rows, act: None, state: "open" })
    }
}

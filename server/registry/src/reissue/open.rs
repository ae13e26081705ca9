//! A reissue's case is opened.

use crate::case::{CaseFile, CaseSource, LateEntry, Open};
use crate::error::{Error, Result};
use crate::registry::Registry;
use crate::staff::Officer;
use law::reissue_case::{Matter, ReissueEvent};
use uuid::Uuid;

impl Registry {
    /// Opens a case for this certificate and takes it; a booking that has one gives that one.
    ///
    /// Errors: `Forbidden` (right, assessment, or the officer's own document), `NotFound`, `Gone` for a cancelled
    /// booking, `TooEarly` for a booking of another day, `Invalid` for another service or a bad late entry.
    pub async fn open_reissue_case(
        &self,
        officer: &Officer,
        matter: Matter,
        source: CaseSource,
        late: Option<LateEntry>,
    ) -> Result<Uuid> {
        let from = self.origin(officer, source, matter.service(), late).await?;
        let opened = ReissueEvent::Opened { on: from.on, office: self.office_code().await?, matter };
        let events = vec![("open", serde_json::to_string(&opened).map_err(Error::inconsistent)?)];
        let (booking, file) = (from.booking, CaseFile::of(from));
        let kind = ("reissue", "case_opened");
        let mut rows = self.new_rows(officer, kind, booking, file.booked_parties(), &file, events)?;
        // Who of the two has come is asked in the case; on the booking it is only noted that somebody has.
        rows.all_here = false;
        self.store().write(Open(rows)).await
    }
}

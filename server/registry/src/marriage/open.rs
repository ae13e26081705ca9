//! A marriage's case is opened.

use crate::case::{CaseFile, CaseSource, LateEntry, Open};
use crate::error::{Error, Result};
use crate::registry::Registry;
use crate::staff::Officer;
use law::marriage_case::MarriageEvent;
use law::service::Service;
use uuid::Uuid;

impl Registry {
    /// Opens a marriage case and takes it; a booking that has one gives that one.
    ///
    /// Errors: `Forbidden` (right, assessment, or the officer's own document), `NotFound`, `Gone` for a cancelled
    /// booking, `TooEarly` for a booking of another day, `Invalid` for another service or a bad late entry.
    pub async fn open_marriage_case(
        &self,
        officer: &Officer,
        source: CaseSource,
        late: Option<LateEntry>,
    ) -> Result<Uuid> {
        let from = self.origin(officer, source, Service::Marriage, late).await?;
        let opened = MarriageEvent::Opened { on: from.on, office: self.office_code().await? };
        let events = vec![("open", serde_json::to_string(&opened).map_err(Error::inconsistent)?)];
        let (booking, file) = (from.booking, CaseFile::of(from));
        let kind = ("marriage", "case_opened");
        let rows = self.new_rows(officer, kind, booking, file.booked_parties(), &file, events)?;
        self.store().write(Open(rows)).await
    }
}

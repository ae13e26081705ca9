//! A request for records begins.

use super::file::RecordsFile;
use crate::case::{CaseSource, LateEntry, Open};
use crate::error::{Error, Result};
use crate::registry::Registry;
use crate::staff::Officer;
use law::records_case::{RecordsEvent, RecordsMove};
use law::service::Service;
use uuid::Uuid;

/// The kind under which the case stands beside marriages and divorces.
pub(super) const KIND: &str = "records";

impl Registry {
    /// Opens a request for records and takes it; a booking that has one gives that one.
    ///
    /// Errors: `Forbidden` (right, assessment, or the officer's own document), `NotFound`, `Gone` for a cancelled
    /// booking, `TooEarly` for a booking of another day, `Invalid` for another service or a bad late entry.
    pub async fn open_records_case(
        &self,
        officer: &Officer,
        source: CaseSource,
        late: Option<LateEntry>,
    ) -> Result<Uuid> {
        let from = self.origin(officer, source, Service::Records, late).await?;
        let opened = RecordsEvent::Opened { on: from.on };
        let verb = RecordsMove::Open.as_str();
        let events = vec![(verb, serde_json::to_string(&opened).map_err(Error::inconsistent)?)];
        let file = RecordsFile { booked: from.a, request: None, late_reason: from.late_reason };
        let booked = [file.booked.as_ref(), None];
        let rows = self.new_rows(officer, (KIND, verb), from.booking, booked, &file, events)?;
        self.store().write(Open(rows)).await
    }
}

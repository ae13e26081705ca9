//! The office's settings change while it runs: name, telephone, hours, what can be booked.

use crate::audit::{Act, enter};
use crate::error::{Error, Result};
use crate::office::Office;
use crate::registry::{OPENING, Registry};
use crate::staff::{Officer, Right};
use crate::store::queries::office::{put_setting, raise_topic};
use crate::store::{Tx, Write};
use chrono::{DateTime, Utc};
use uuid::Uuid;

struct Change {
    office: String,
    by: Uuid,
    at: DateTime<Utc>,
}

impl Write for Change {
    type Out = ();

    async fn run(&self, tx: &mut Tx) -> Result<()> {
        put_setting(tx, "office", &self.office, Some(self.by), self.at).await?;
        raise_topic(tx, OPENING).await?;
        let (subject, stored) = ("settings:office".to_owned(), self.office.as_bytes());
        enter(tx, Act { at: self.at, officer: Some(self.by), verb: "office_changed", subject, stored }).await
    }
}

impl Registry {
    /// Puts other settings in place of the present ones. Bookings already made stand.
    ///
    /// Errors: `Forbidden`; `Invalid` with every field that can't be so.
    pub async fn change_office(&self, by: &Officer, office: &Office) -> Result<()> {
        by.may(Right::ManageOffice)?;
        let faults = office.faults();
        if !faults.is_empty() {
            return Err(Error::Invalid(faults));
        }
        let office = serde_json::to_string(office).map_err(Error::inconsistent)?;
        self.store().write(Change { office, by: by.id, at: self.clock().now() }).await?;
        self.reread_opening().await.map(|_| ())
    }
}

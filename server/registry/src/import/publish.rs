//! Everything that was stored counts from one moment on.

use crate::audit::{Act, enter};
use crate::error::{Error, Result};
use crate::store::queries::office::raise_topic;
use crate::store::queries::staging::{is_overtaken, publish};
use crate::store::{Tx, Write};
use chrono::{DateTime, Utc};
use uuid::Uuid;

/// The topic raised when the figures may have changed.
const FIGURES: &str = "figures";

/// Publishes an import. Errors: `Stale` when the counter has entered meanwhile what the file was not judged against.
pub(super) struct Publish {
    pub number: i64,
    /// Before the file was judged.
    pub since: DateTime<Utc>,
    pub now: DateTime<Utc>,
    pub by: Option<Uuid>,
    pub file_hash: [u8; 32],
}

impl Write for Publish {
    type Out = ();

    async fn run(&self, tx: &mut Tx) -> Result<()> {
        if is_overtaken(tx, self.number, self.since).await? || !publish(tx, self.number, self.now).await? {
            return Err(Error::Stale);
        }
        raise_topic(tx, FIGURES).await?;
        let subject = format!("import:{}", self.number);
        let stored = &self.file_hash;
        enter(tx, Act { at: self.now, officer: self.by, verb: "import_published", subject, stored }).await
    }
}

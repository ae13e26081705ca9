//! An entry is struck: the two left before anything was handed over, so there was no act.

use crate::error::{Error, Result};
use crate::store::Tx;
use crate::store::queries::register as queries;
use chrono::{DateTime, Utc};
use uuid::Uuid;

/// Takes the act of a case out of the register and keeps it among the struck ones; its certificate number stays a gap.
/// Inside the verb; the caller writes the log entry. Errors: `NotFound` where the case entered nothing.
pub async fn strike(tx: &mut Tx, case: Uuid, at: DateTime<Utc>, officer: Uuid, reason: &str) -> Result<()> {
    if !queries::keep_struck(tx, case, at, officer, reason).await? {
        return Err(Error::NotFound);
    }
    queries::remove_of_case(tx, case).await
}

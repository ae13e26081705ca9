//! What a screen writes with: a stale tab has an old one.

use super::lease::{held_by, holder};
use crate::error::{Error, Result};
use crate::store::Tx;
use crate::store::queries::cases::{CaseRow, lock};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Which case, under which fence, seen at which version.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Grip {
    pub case: Uuid,
    pub fence: i64,
    pub version: i64,
}

impl Grip {
    /// Locks the case and checks that the writer still has it and has seen its latest version.
    pub(crate) async fn check(&self, tx: &mut Tx, officer: Uuid, now: DateTime<Utc>) -> Result<CaseRow> {
        let case = lock(tx, self.case).await?.ok_or(Error::NotFound)?;
        match holder(&case, now) {
            Some(other) if other != officer => return Err(held_by(tx, other).await?),
            _ if case.held_by != Some(officer) || case.fence != self.fence => return Err(Error::Stale),
            _ => {}
        }
        // The lock has just counted it up.
        if case.version == self.version + 1 { Ok(case) } else { Err(Error::Stale) }
    }
}

//! The latest acts, for the auditor.

use crate::error::Result;
use crate::registry::Registry;
use crate::staff::{Officer, Right};
use crate::store::queries::{audit, staff};
use crate::vault::hex;
use chrono::{DateTime, Utc};

/// An entry as the auditor sees it: who did what to which record, and the hash that binds it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    pub seq: i64,
    pub at: DateTime<Utc>,
    pub officer: String,
    pub verb: String,
    pub subject: String,
    pub hash: String,
}

impl Registry {
    /// The latest entries, newest first. Errors: `Forbidden` without the right to see the log.
    pub async fn audit_entries(&self, officer: &Officer, many: u32) -> Result<Vec<Entry>> {
        officer.may(Right::SeeAudit)?;
        let mut tx = self.store().read().await?;
        let names = staff::names(&mut tx).await?;
        let rows = audit::latest(&mut tx, i64::from(many)).await?;
        let name = |id| {
            names.iter().find(|row| Some(row.id) == id).map_or_else(|| "—".to_owned(), |row| row.name.clone())
        };
        Ok(rows
            .into_iter()
            .map(|row| Entry {
                seq: row.seq,
                at: row.at,
                officer: name(row.officer),
                verb: row.verb,
                subject: row.subject,
                hash: hex(&row.hash),
            })
            .collect())
    }
}

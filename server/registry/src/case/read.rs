//! A case's row and file, whatever its kind.

use super::file::{CaseFile, CasePerson};
use crate::error::{Error, Result};
use crate::registry::Registry;
use crate::store::queries::cases::{CaseRow, by_id};
use crate::store::queries::staff::NameRow;
use law::eligibility::Party;
use uuid::Uuid;

/// Both seats, in order.
pub(crate) const SEATS: [Party; 2] = [Party::First, Party::Second];

impl Registry {
    /// A case's row and what is known of the two. Errors: `NotFound`.
    pub(crate) async fn case_file(&self, id: Uuid) -> Result<(CaseRow, CaseFile)> {
        let row = by_id(&mut self.store().read().await?, id).await?.ok_or(Error::NotFound)?;
        let file = self.vault().open_record("cases", id.as_bytes(), &row.sealed)?;
        Ok((row, file))
    }

    /// Characters of the two names that no font prints.
    pub(crate) fn uncovered(&self, file: &CaseFile) -> Vec<char> {
        let names = [&file.a, &file.b].map(CasePerson::name);
        let mut missing: Vec<char> = names
            .iter()
            .flatten()
            .flat_map(|name| name.chars())
            .filter(|c| !(self.terms().covers)(*c))
            .collect();
        missing.dedup();
        missing
    }
}

/// The officer's name; empty where the id names nobody.
pub(crate) fn find_name(names: &[NameRow], id: Uuid) -> String {
    names.iter().find(|row| row.id == id).map(|row| row.name.clone()).unwrap_or_default()
}

//! Everyone who works here.

use super::rights::{Officer, Right, Role};
use crate::error::Result;
use crate::registry::Registry;
use crate::store::queries::staff::{StaffRow, all};
use chrono::NaiveDate;
use uuid::Uuid;

/// A colleague as the administrator sees them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Colleague {
    pub id: Uuid,
    pub login: String,
    pub name: String,
    pub roles: Vec<Role>,
    pub assessed_until: Option<NaiveDate>,
    pub left: bool,
}

impl Registry {
    /// All colleagues by login; `by` is `None` for the command on the machine itself.
    pub async fn colleagues(&self, by: Option<&Officer>) -> Result<Vec<Colleague>> {
        if let Some(officer) = by {
            officer.may(Right::ManageStaff)?;
        }
        let rows = all(&mut self.store().read().await?).await?;
        Ok(rows.into_iter().map(Colleague::from).collect())
    }
}

impl From<StaffRow> for Colleague {
    fn from(row: StaffRow) -> Self {
        Self {
            id: row.id,
            roles: roles(&row.roles),
            login: row.login,
            name: row.name,
            assessed_until: row.assessed_until,
            left: row.left_at.is_some(),
        }
    }
}

/// Roles as they are stored, separated by commas.
pub(super) fn roles(stored: &str) -> Vec<Role> {
    stored.split(',').filter_map(Role::parse).collect()
}

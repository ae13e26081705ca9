//! A new colleague.

use super::password;
use super::rights::{Officer, Right, Role};
use crate::audit::{Act, enter};
use crate::error::{Error, Result};
use crate::registry::Registry;
use crate::store::queries::staff::{NewStaff, insert};
use crate::store::{Tx, Write};
use crate::vault::new_id;
use uuid::Uuid;

/// A colleague to be added. `identity` is their own document: with it nobody can handle their own case.
#[derive(Debug, Clone)]
pub struct NewOfficer {
    pub login: String,
    pub name: String,
    pub password: String,
    pub roles: Vec<Role>,
    pub identity: Option<law::eligibility::Applicant>,
}

struct Add {
    new: NewStaff,
}

impl Write for Add {
    type Out = Uuid;

    async fn run(&self, tx: &mut Tx) -> Result<Uuid> {
        if !insert(tx, &self.new).await? {
            return Err(Error::invalid("login", "in_use"));
        }
        let act = Act {
            at: self.new.made_at,
            officer: self.new.made_by,
            verb: "staff_added",
            subject: format!("staff:{}", self.new.id),
            stored: self.new.roles.as_bytes(),
        };
        enter(tx, act).await?;
        Ok(self.new.id)
    }
}

impl Registry {
    /// Adds a colleague; `by` is `None` for the command on the machine itself.
    ///
    /// Errors: `Forbidden`; `Invalid` for `login` (`missing`, `bad_form`, `in_use`), `name`, `password` (`too_short`),
    /// `roles` (`missing`), `identity` (`missing` for a registrar).
    pub async fn add_officer(&self, by: Option<&Officer>, new: NewOfficer) -> Result<Uuid> {
        if let Some(officer) = by {
            officer.may(Right::ManageStaff)?;
        }
        let login = new.login.trim().to_lowercase();
        let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"._-".contains(&byte);
        if login.is_empty() || login.len() > 40 || !login.bytes().all(plain) {
            return Err(Error::invalid("login", "bad_form"));
        }
        if new.name.trim().is_empty() {
            return Err(Error::invalid("name", "missing"));
        }
        if new.roles.is_empty() {
            return Err(Error::invalid("roles", "missing"));
        }
        if new.roles.contains(&Role::Registrar) && new.identity.is_none() {
            return Err(Error::invalid("identity", "missing"));
        }
        let now = self.clock().now();
        let row = NewStaff {
            id: new_id(now)?,
            login,
            name: new.name.trim().to_owned(),
            password: password::hash(new.password).await?,
            roles: new.roles.iter().map(|role| role.as_str()).collect::<Vec<_>>().join(","),
            person_key: new.identity.as_ref().map(|own| self.vault().person_key(own).0.to_vec()),
            made_at: now,
            made_by: by.map(|officer| officer.id),
        };
        self.store().write(Add { new: row }).await
    }
}

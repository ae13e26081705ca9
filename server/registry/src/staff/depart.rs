//! A colleague leaves, or gets a new password: sessions end at once.

use super::password;
use super::rights::{Officer, Right};
use crate::audit::{Act, enter};
use crate::error::{Error, Result};
use crate::registry::Registry;
use crate::store::queries::staff::{by_login, close_sessions_of, depart, set_password};
use crate::store::{Tx, Write};
use chrono::{DateTime, Utc};
use uuid::Uuid;

struct Depart {
    staff: Uuid,
    at: DateTime<Utc>,
    by: Option<Uuid>,
    reason: String,
}

impl Write for Depart {
    type Out = ();

    async fn run(&self, tx: &mut Tx) -> Result<()> {
        if !depart(tx, self.staff, self.at, self.by, &self.reason).await? {
            return Err(Error::Gone);
        }
        close_sessions_of(tx, self.staff).await?;
        let subject = format!("staff:{}", self.staff);
        enter(
            tx,
            Act {
                at: self.at,
                officer: self.by,
                verb: "staff_left",
                subject,
                stored: self.reason.as_bytes(),
            },
        )
        .await
    }
}

struct Reset {
    login: String,
    password: String,
    at: DateTime<Utc>,
    by: Option<Uuid>,
}

impl Write for Reset {
    type Out = ();

    async fn run(&self, tx: &mut Tx) -> Result<()> {
        let staff = by_login(tx, &self.login).await?.ok_or(Error::NotFound)?;
        set_password(tx, staff.id, &self.password).await?;
        close_sessions_of(tx, staff.id).await?;
        let subject = format!("staff:{}", staff.id);
        enter(tx, Act { at: self.at, officer: self.by, verb: "password_reset", subject, stored: b"" }).await
    }
}

impl Registry {
    /// Writes down that a colleague has left; `Gone` when that was done before.
    pub async fn part_with_officer(&self, by: &Officer, staff: Uuid, reason: &str) -> Result<()> {
        by.may(Right::ManageStaff)?;
        if by.id == staff {
            return Err(Error::invalid("staff", "oneself"));
        }
        let at = self.clock().now();
        self.store().write(Depart { staff, at, by: Some(by.id), reason: reason.trim().to_owned() }).await
    }

    /// Gives a colleague a new password; `by` is `None` for the command on the machine itself.
    pub async fn reset_password(&self, by: Option<&Officer>, login: &str, password: String) -> Result<()> {
        if let Some(officer) = by {
            officer.may(Right::ManageStaff)?;
        }
        let password = password::hash(password).await?;
        let (login, at) = (login.trim().to_lowercase(), self.clock().now());
        self.store().write(Reset { login, password, at, by: by.map(|officer| officer.id) }).await
    }
}

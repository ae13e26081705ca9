//! Signing in: one answer for every wrong try, and a growing wait.

use super::password;
use crate::audit::{Act, enter};
use crate::error::{Error, Result};
use crate::registry::Registry;
use crate::store::queries::staff::{by_login, open_session};
use crate::store::{Tx, Write};
use crate::vault::{Secret, hash_secret};
use chrono::{DateTime, TimeDelta, Utc};
use uuid::Uuid;

/// A working day: nobody stays signed in overnight.
const SESSION: TimeDelta = TimeDelta::hours(12);

struct Open {
    session: Vec<u8>,
    staff: Uuid,
    window: Option<i64>,
    now: DateTime<Utc>,
}

impl Write for Open {
    type Out = ();

    async fn run(&self, tx: &mut Tx) -> Result<()> {
        open_session(tx, &self.session, self.staff, self.window, self.now, self.now + SESSION).await?;
        let subject = format!("staff:{}", self.staff);
        enter(tx, Act { at: self.now, officer: Some(self.staff), verb: "signed_in", subject, stored: b"" })
            .await
    }
}

impl Registry {
    /// Opens a session and gives the secret for its cookie. `from` is the address that asks, for the limit alone.
    ///
    /// Errors: `SignedOut` for any wrong login or password, `TooMany` after five within ten minutes.
    pub async fn sign_in(
        &self,
        login: &str,
        password: String,
        window: Option<u32>,
        from: &str,
    ) -> Result<Secret> {
        let (login, now) = (login.trim().to_lowercase(), self.clock().now());
        let key = format!("{login} {from}");
        self.sign_in_limit().check(&key, now)?;
        let staff = by_login(&mut self.store().read().await?, &login).await?;
        let staff = staff.filter(|row| row.left_at.is_none());
        let known = staff.as_ref().map(|row| row.password.clone());
        let right = password::verify(password, known).await?;
        let Some(staff) = staff.filter(|_| right) else {
            self.sign_in_limit().count(&key, now);
            return Err(Error::SignedOut);
        };
        self.sign_in_limit().forgive(&key);
        let secret = Secret::fresh()?;
        let session = hash_secret(secret.as_str());
        self.store().write(Open { session, staff: staff.id, window: window.map(i64::from), now }).await?;
        Ok(secret)
    }
}

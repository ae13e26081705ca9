//! A session: who is behind a cookie, locked after five idle minutes, closed at sign-out.

use super::list::roles;
use super::password;
use super::rights::Officer;
use crate::error::{Error, Result};
use crate::registry::Registry;
use crate::store::queries::staff::{
    SessionRow, StaffRow, by_id, close_session, session, set_session_lock, touch_session,
};
use crate::store::{Tx, Write};
use crate::vault::hash_secret;
use chrono::{DateTime, TimeDelta, Utc};

/// UX §5: lock after five minutes.
const IDLE: TimeDelta = TimeDelta::minutes(5);
/// How exactly the last sight is written down; saves a write for each request.
const COARSE: TimeDelta = TimeDelta::seconds(20);

/// Who is behind a session's cookie.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SessionState {
    Open(Officer),
    /// Idle too long or locked by hand: the same person's password opens it again.
    Locked(Officer),
}

struct Touch {
    id: Vec<u8>,
    now: DateTime<Utc>,
    lock: Option<bool>,
}

impl Write for Touch {
    type Out = ();

    async fn run(&self, tx: &mut Tx) -> Result<()> {
        match self.lock {
            None => touch_session(tx, &self.id, self.now).await,
            Some(locked) => set_session_lock(tx, &self.id, locked, self.now).await,
        }
    }
}

struct Close {
    id: Vec<u8>,
}

impl Write for Close {
    type Out = ();

    async fn run(&self, tx: &mut Tx) -> Result<()> {
        close_session(tx, &self.id).await
    }
}

impl Registry {
    /// Who the cookie belongs to. Errors: `SignedOut` where there is no session or the colleague has left.
    pub async fn session(&self, cookie: &str) -> Result<SessionState> {
        let (id, now) = (hash_secret(cookie), self.clock().now());
        let (session, staff) = self.find_session(&id, now).await?;
        let idle = now - session.seen_at;
        let officer = self.officer(staff, session.window_no);
        if session.locked || idle > IDLE {
            return Ok(SessionState::Locked(officer));
        }
        if idle > COARSE {
            self.store().write(Touch { id, now, lock: None }).await?;
        }
        Ok(SessionState::Open(officer))
    }

    /// Locks the screen of a session.
    pub async fn lock_session(&self, cookie: &str) -> Result<()> {
        let (id, now) = (hash_secret(cookie), self.clock().now());
        self.store().write(Touch { id, now, lock: Some(true) }).await
    }

    /// Opens a locked screen with the colleague's password. Errors: `SignedOut`, `TooMany`.
    pub async fn unlock_session(&self, cookie: &str, password: String, from: &str) -> Result<()> {
        let (id, now) = (hash_secret(cookie), self.clock().now());
        let (_, staff) = self.find_session(&id, now).await?;
        let key = format!("{} {from}", staff.login);
        self.sign_in_limit().check(&key, now)?;
        if !password::verify(password, Some(staff.password)).await? {
            self.sign_in_limit().count(&key, now);
            return Err(Error::SignedOut);
        }
        self.sign_in_limit().forgive(&key);
        self.store().write(Touch { id, now, lock: Some(false) }).await
    }

    /// Ends a session; ending it twice does no harm.
    pub async fn sign_out(&self, cookie: &str) -> Result<()> {
        self.store().write(Close { id: hash_secret(cookie) }).await
    }

    async fn find_session(&self, id: &[u8], now: DateTime<Utc>) -> Result<(SessionRow, StaffRow)> {
        let mut tx = self.store().read().await?;
        let session = session(&mut tx, id, now).await?.ok_or(Error::SignedOut)?;
        let staff = by_id(&mut tx, session.staff_id).await?.ok_or(Error::SignedOut)?;
        match staff.left_at {
            None => Ok((session, staff)),
            Some(_) => Err(Error::SignedOut),
        }
    }

    fn officer(&self, row: StaffRow, window: Option<i64>) -> Officer {
        Officer {
            id: row.id,
            roles: roles(&row.roles),
            login: row.login,
            name: row.name,
            window: window.and_then(|number| u32::try_from(number).ok()),
            assessed_until: row.assessed_until,
            today: self.clock().today(),
            person: row.person_key,
        }
    }
}

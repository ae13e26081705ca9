//! One officer at a time: a case is held under a lease with a fencing number. A second officer is told who has it; a
//! supervisor may take it over with a reason; a tab that was left behind can't write any more.

use super::COUNTER;
use crate::audit::{Act, enter};
use crate::error::{Error, Result};
use crate::registry::Registry;
use crate::staff::{Officer, Right};
use crate::store::queries::cases::{CaseRow, hold, let_go, lock, persons};
use crate::store::queries::office::raise_topic;
use crate::store::queries::staff::by_id as staff_by_id;
use crate::store::{Tx, Write};
use chrono::{DateTime, TimeDelta, Utc};
use uuid::Uuid;

/// How long a case stays with an officer who does nothing; every act renews it.
pub(crate) const LEASE: TimeDelta = TimeDelta::minutes(15);

struct Hold {
    case: Uuid,
    officer: Officer,
    now: DateTime<Utc>,
    /// A supervisor's reason, or the officer's own turn.
    take_over: Option<String>,
}

impl Write for Hold {
    type Out = i64;

    async fn run(&self, tx: &mut Tx) -> Result<i64> {
        let case = lock(tx, self.case).await?.ok_or(Error::NotFound)?;
        let parties = persons(tx, self.case).await?;
        if self.officer.is_one_of(parties.iter().map(Vec::as_slice)) {
            return Err(Error::Forbidden("own_case"));
        }
        match holder(&case, self.now) {
            Some(other) if other == self.officer.id => {}
            Some(other) if self.take_over.is_none() => return Err(held_by(tx, other).await?),
            _ => {}
        }
        hold(tx, self.case, self.officer.id, self.now + LEASE).await?;
        raise_topic(tx, COUNTER).await?;
        let (verb, stored) = match &self.take_over {
            Some(reason) => ("case_taken_over", reason.as_str()),
            None => ("case_held", ""),
        };
        let subject = format!("case:{}", self.case);
        let officer = Some(self.officer.id);
        enter(tx, Act { at: self.now, officer, verb, subject, stored: stored.as_bytes() }).await?;
        Ok(case.fence + 1)
    }
}

struct LetGo {
    case: Uuid,
    officer: Uuid,
    fence: i64,
}

impl Write for LetGo {
    type Out = ();

    async fn run(&self, tx: &mut Tx) -> Result<()> {
        let case = lock(tx, self.case).await?.ok_or(Error::NotFound)?;
        if case.held_by != Some(self.officer) || case.fence != self.fence {
            // Somebody else has it by now: nothing to let go of.
            return Err(Error::Stale);
        }
        let_go(tx, self.case).await?;
        raise_topic(tx, COUNTER).await
    }
}

/// Who holds a case now; a lease that has run out holds nothing.
pub(crate) fn holder(case: &CaseRow, now: DateTime<Utc>) -> Option<Uuid> {
    case.held_by.filter(|_| case.held_until.is_some_and(|until| until > now))
}

/// The refusal that names who has it.
pub(crate) async fn held_by(tx: &mut Tx, officer: Uuid) -> Result<Error> {
    let name = staff_by_id(tx, officer).await?.map(|row| row.name).unwrap_or_default();
    Ok(Error::HeldByOther { officer, name })
}

impl Registry {
    /// Takes a case that nobody holds, or renews one's own; the fencing number to write with.
    ///
    /// Errors: `HeldByOther` with the colleague's name, `Forbidden`, `NotFound`.
    pub async fn hold_case(&self, officer: &Officer, case: Uuid) -> Result<i64> {
        officer.may(Right::HandleCase)?;
        let now = self.clock().now();
        self.store().write(Hold { case, officer: officer.clone(), now, take_over: None }).await
    }

    /// Takes a case from a colleague. The supervisor needs a valid registrar's assessment to go on with it.
    ///
    /// Errors: `Forbidden`, `NotFound`, `Invalid` without a reason.
    pub async fn take_over_case(&self, officer: &Officer, case: Uuid, reason: &str) -> Result<i64> {
        officer.may(Right::TakeOverCase)?;
        if reason.trim().is_empty() {
            return Err(Error::invalid("reason", "missing"));
        }
        let (now, take_over) = (self.clock().now(), Some(reason.trim().to_owned()));
        self.store().write(Hold { case, officer: officer.clone(), now, take_over }).await
    }

    /// Puts a case back (挂起): it stays where it is and anyone may take it. Errors: `Stale`, `NotFound`.
    pub async fn let_case_go(&self, officer: &Officer, case: Uuid, fence: i64) -> Result<()> {
        self.store().write(LetGo { case, officer: officer.id, fence }).await
    }
}

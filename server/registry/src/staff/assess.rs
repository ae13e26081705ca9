//! A registrar's assessment: passed at least every two years, or nothing may be registered (2025 norm).

use super::rights::{Officer, Right};
use crate::audit::{Act, enter};
use crate::error::{Error, Result};
use crate::registry::Registry;
use crate::store::queries::staff::assess;
use crate::store::{Tx, Write};
use chrono::{DateTime, Months, NaiveDate, Utc};
use uuid::Uuid;

/// How long a passed assessment is valid.
const VALID: Months = Months::new(24);

struct Assess {
    staff: Uuid,
    passed: NaiveDate,
    until: NaiveDate,
    at: DateTime<Utc>,
    by: Option<Uuid>,
}

impl Write for Assess {
    type Out = NaiveDate;

    async fn run(&self, tx: &mut Tx) -> Result<NaiveDate> {
        assess(tx, self.staff, self.passed, self.until, self.at, self.by).await?;
        let stored = self.until.to_string();
        let act = Act {
            at: self.at,
            officer: self.by,
            verb: "staff_assessed",
            subject: format!("staff:{}", self.staff),
            stored: stored.as_bytes(),
        };
        enter(tx, act).await?;
        Ok(self.until)
    }
}

impl Registry {
    /// Writes a passed assessment down; until which day it is valid.
    ///
    /// Errors: `Forbidden`; `Invalid` where `passed` lies in the future or is older than its validity.
    pub async fn assess_officer(
        &self,
        by: Option<&Officer>,
        staff: Uuid,
        passed: NaiveDate,
    ) -> Result<NaiveDate> {
        if let Some(officer) = by {
            officer.may(Right::ManageStaff)?;
        }
        let today = self.clock().today();
        let until = passed.checked_add_months(VALID).ok_or_else(|| Error::invalid("passed", "bad_date"))?;
        if passed > today {
            return Err(Error::invalid("passed", "future_date"));
        }
        if until < today {
            return Err(Error::invalid("passed", "too_old"));
        }
        let at = self.clock().now();
        self.store().write(Assess { staff, passed, until, at, by: by.map(|officer| officer.id) }).await
    }
}

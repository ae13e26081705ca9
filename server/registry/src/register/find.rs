//! An act is looked up.

use super::dates::{CaseDates, DatesFrom};
use super::kind::ActKind;
use crate::error::{Error, Result};
use crate::store::Tx;
use crate::store::queries::register::{self as queries, KnownRow};
use uuid::Uuid;

/// A divorce application in the register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Application {
    pub id: Uuid,
    pub dates: CaseDates,
    pub standing: Standing,
    pub(crate) a_key: Vec<u8>,
    pub(crate) b_key: Option<Vec<u8>>,
}

/// Whether a case has been ended by an act. A lapse is no act: it follows from the dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    Open,
    Ended(ActKind),
}

/// The divorce application of this ref; `None` where the ref names no application.
pub async fn application(tx: &mut Tx, reference: &str) -> Result<Option<Application>> {
    let mut found = None;
    let mut standing = Standing::Open;
    for row in queries::by_refs(tx, &[reference.to_owned()]).await? {
        match row.kind()? {
            ActKind::DivorceApplication => found = Some(row),
            kind @ (ActKind::DivorceWithdrawal | ActKind::DivorceRegistration) => {
                standing = Standing::Ended(kind);
            }
            ActKind::Marriage | ActKind::ReissueMarriage | ActKind::ReissueDivorce => {}
        }
    }
    let Some(row) = found else { return Ok(None) };
    let dates = row.dates()?.ok_or_else(|| Error::inconsistent("a divorce application without dates"))?;
    Ok(Some(Application { id: row.id, dates, standing, a_key: row.a_key, b_key: row.b_key }))
}

impl KnownRow {
    pub(crate) fn kind(&self) -> Result<ActKind> {
        ActKind::parse(&self.act).ok_or_else(|| Error::inconsistent(format!("an act called {}", self.act)))
    }

    /// The four dates of an application; `None` for other acts.
    pub(crate) fn dates(&self) -> Result<Option<CaseDates>> {
        let (Some(cooling_off_last), Some(issuance_first), Some(issuance_last), Some(from)) =
            (self.cooling_off_last, self.issuance_first, self.issuance_last, &self.dates_from)
        else {
            return Ok(None);
        };
        let from = DatesFrom::parse(from).ok_or_else(|| Error::inconsistent(format!("dates from {from}")))?;
        let accepted = self.act_date;
        Ok(Some(CaseDates { accepted, cooling_off_last, issuance_first, issuance_last, from }))
    }
}

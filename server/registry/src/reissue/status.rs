//! Whether the status of which the certificate tells still stands, as far as the register knows. A couple that a court or
//! another office divorced is found by the network check alone; what was done here nobody can keep quiet.

use crate::case::Prior;
use crate::error::{Error, Result};
use crate::register::ActKind;
use crate::store::Tx;
use crate::store::queries::register::by_persons;
use chrono::NaiveDate;
use law::reissue_case::Matter;

/// The status that a certificate tells of.
pub(crate) fn status_of(matter: Matter) -> Prior {
    match matter {
        Matter::Marriage => Prior::Married,
        Matter::Divorce => Prior::Divorced,
    }
}

/// Whose status, since when.
pub(super) struct Status {
    pub matter: Matter,
    pub holders: Vec<[u8; 16]>,
    pub registered_on: NaiveDate,
}

impl Status {
    /// Nothing that was entered since has changed it. Errors: `IllegalMove` with `status_changed`.
    pub async fn stands(&self, tx: &mut Tx) -> Result<()> {
        for act in by_persons(tx, &self.holders).await? {
            let ends = match (self.matter, act.kind()?) {
                (Matter::Marriage, ActKind::Marriage | ActKind::DivorceRegistration)
                | (Matter::Divorce, ActKind::Marriage) => true,
                (Matter::Divorce, ActKind::DivorceRegistration)
                | (
                    Matter::Marriage | Matter::Divorce,
                    ActKind::DivorceApplication
                    | ActKind::DivorceWithdrawal
                    | ActKind::ReissueMarriage
                    | ActKind::ReissueDivorce,
                ) => false,
            };
            if ends && act.act_date > self.registered_on {
                return Err(Error::IllegalMove("status_changed"));
            }
        }
        Ok(())
    }
}

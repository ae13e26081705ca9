//! A certificate number had been typed wrongly.

use crate::error::{Error, Result};
use crate::store::Tx;
use crate::store::queries::register as queries;
use uuid::Uuid;

/// Gives the act of a case its right certificate number. Inside the verb; the caller writes the log entry.
///
/// Errors: `Invalid` with `certificate_no in_use`, `NotFound` where the case entered nothing.
pub async fn correct_certificate(tx: &mut Tx, case: Uuid, certificate: &str) -> Result<()> {
    if queries::is_certificate_used(tx, certificate).await? {
        return Err(Error::invalid("certificate_no", "in_use"));
    }
    match queries::set_certificate(tx, case, certificate).await? {
        true => Ok(()),
        false => Err(Error::NotFound),
    }
}

//! An act enters the register, inside the verb that does it.

use super::entry::NewEntry;
use super::find::{Standing, application};
use super::kind::{ActKind, Part};
use crate::error::{Error, Result};
use crate::store::Tx;
use crate::store::queries::register::{self as queries, ActRow};
use crate::store::queries::staging;
use uuid::Uuid;

/// Puts a prepared act into the register; from the commit on it stands in the figures. `certificate` is the number on
/// the certificate that was issued with it, where there is one. The caller writes the log entry, last.
///
/// A withdrawal or divorce takes persons and last day from its application, and is refused outside its window.
/// Rows of an import that has not been published yet and are in the way give way; that import must be run again.
///
/// Errors: `Invalid` with `ref ref_used` or `certificate_no in_use`; for an ending `NotFound` without an application,
/// `Gone` when it has ended, `TooEarly` and `TooLate` by its dates.
pub async fn enter(tx: &mut Tx, entry: &NewEntry, certificate: Option<&str>) -> Result<Uuid> {
    let mut row = entry.row.clone();
    row.certificate_no = certificate.map(str::to_owned);
    if row.part == Part::Ending.as_str() {
        take_from_application(tx, &mut row).await?;
    }
    if let Some(number) = &row.certificate_no
        && queries::is_certificate_used(tx, number).await?
    {
        return Err(Error::invalid("certificate_no", "in_use"));
    }
    staging::overtake(tx, &row.reference, row.part).await?;
    staging::give_way(tx, &row.reference, row.part).await?;
    if queries::insert(tx, std::slice::from_ref(&row)).await? == 0 {
        return Err(Error::invalid("ref", "ref_used"));
    }
    if row.part == Part::Ending.as_str() {
        // A late entry shows that a lapse written down meanwhile never was one.
        queries::forget_lapse_of(tx, &row.reference).await?;
    }
    Ok(row.id)
}

async fn take_from_application(tx: &mut Tx, row: &mut ActRow) -> Result<()> {
    let known = application(tx, &row.reference).await?.ok_or(Error::NotFound)?;
    match known.standing {
        Standing::Ended(_) => return Err(Error::Gone),
        Standing::Open => {}
    }
    let (dates, on) = (known.dates, row.act_date);
    let (first, last) = match row.act == ActKind::DivorceWithdrawal.as_str() {
        true => (dates.accepted, dates.cooling_off_last),
        false => (dates.issuance_first, dates.issuance_last),
    };
    if on < first {
        return Err(Error::TooEarly);
    }
    if on > last {
        return Err(Error::TooLate);
    }
    row.a_key = known.a_key;
    row.b_key = known.b_key;
    row.issuance_last = Some(dates.issuance_last);
    Ok(())
}

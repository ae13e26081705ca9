//! The register's entry of a marriage case: prepared, made, struck.

use crate::case::{CaseFile, Desk, Particulars};
use crate::error::{Error, Result};
use crate::register::{self, NewEntry};
use crate::registry::Registry;
use crate::staff::Officer;
use crate::store::Tx;
use chrono::NaiveDate;
use law::certificate::CertificateNo;
use law::identity::Sex;
use uuid::Uuid;

impl Registry {
    /// The register's entry of this marriage, the man first as the acts file has it.
    pub(super) fn marriage_entry(
        &self,
        officer: &Officer,
        case: Uuid,
        file: &CaseFile,
        on: NaiveDate,
    ) -> Result<NewEntry> {
        let [a, b] = file.documents().ok_or(Error::IllegalMove("identity_first"))?;
        let (man, woman): (&Particulars, &Particulars) = if a.sex == Sex::M { (a, b) } else { (b, a) };
        NewEntry::marriage_at_counter(
            self,
            officer,
            case,
            [man, woman],
            file.restored,
            on,
            file.late_reason.as_deref(),
        )
    }
}

/// The marriage stands in the register from here on. Errors: `Invalid` where the number is in use.
pub(super) async fn enter_marriage(tx: &mut Tx, entry: &NewEntry, certificate: CertificateNo) -> Result<()> {
    register::enter(tx, entry, Some(&certificate.to_string())).await.map(|_| ())
}

/// They left before anything was handed over: the entry is struck, its number listed as a gap.
pub(super) async fn strike(tx: &mut Tx, desk: Desk) -> Result<()> {
    register::strike(tx, desk.case, desk.now, desk.officer, "parties_left").await
}

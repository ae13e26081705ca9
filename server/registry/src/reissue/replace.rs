//! The certificate that is replaced: its entry in the register then says so, and so does our earlier issuing slip.

use super::papers::ISSUING_SLIP;
use crate::case::{CaseFile, Desk};
use crate::error::{Error, Result};
use crate::register::ActKind;
use crate::store::Tx;
use crate::store::queries::papers;
use crate::store::queries::reissue::{CertificateRow, by_number, by_person, of_case, replace, replaced_by};
use chrono::NaiveDate;
use law::reissue_case::Matter;
use uuid::Uuid;

/// What is replaced, for whom.
pub(super) struct Replaced {
    matter: Matter,
    holders: Vec<[u8; 16]>,
    /// Empty where the old number isn't known.
    number: String,
    registered_on: NaiveDate,
}

impl Replaced {
    /// As the case's file says. Errors: `IllegalMove` with `original_first`.
    pub fn of(file: &CaseFile, matter: Matter, holders: Vec<[u8; 16]>) -> Result<Self> {
        let facts = file.marriage.as_ref().ok_or(Error::IllegalMove("original_first"))?;
        Ok(Self { matter, holders, number: facts.certificate_no.clone(), registered_on: facts.registered_on })
    }

    /// Writes it down, in the transaction that issues the new one. What was registered elsewhere is in no register of
    /// ours, and nothing is written.
    pub async fn run(&self, tx: &mut Tx, desk: Desk) -> Result<()> {
        let new = of_case(tx, desk.case).await?;
        let new = new.ok_or_else(|| Error::inconsistent("a reissue that is not in the register"))?.id;
        for person in &self.holders {
            let Some(mut old) = self.first_certificate(tx, person).await? else { continue };
            // Replaced before, or by another window in this very moment: then it is that one which is replaced.
            while !replace(tx, old.id, person, new, desk.now, desk.officer).await? {
                old = next(tx, &old, person).await?;
                if old.id == new {
                    break;
                }
            }
            end_slip(tx, &old, new, desk).await?;
        }
        Ok(())
    }

    async fn first_certificate(&self, tx: &mut Tx, person: &[u8]) -> Result<Option<CertificateRow>> {
        let by_number = match self.number.is_empty() {
            true => None,
            false => by_number(tx, &self.number).await?,
        };
        match by_number {
            Some(known) => Ok(Some(known)),
            // An imported act bears no number; it is known by person and day.
            None => by_person(tx, self.first_act().as_str(), person, self.registered_on).await,
        }
    }

    const fn first_act(&self) -> ActKind {
        match self.matter {
            Matter::Marriage => ActKind::Marriage,
            Matter::Divorce => ActKind::DivorceRegistration,
        }
    }
}

async fn next(tx: &mut Tx, old: &CertificateRow, person: &[u8]) -> Result<CertificateRow> {
    let next = replaced_by(tx, old.id, person).await?;
    next.ok_or_else(|| Error::inconsistent("a certificate replaced by nothing"))
}

/// A divorce's own papers tell nothing, before and after (decision 9); of a reissue only the applicant holds the slip.
async fn end_slip(tx: &mut Tx, old: &CertificateRow, new: Uuid, desk: Desk) -> Result<()> {
    let kind = ActKind::parse(&old.act).ok_or_else(|| Error::inconsistent("an act of another kind"))?;
    let has_slip = match kind {
        ActKind::Marriage | ActKind::ReissueMarriage | ActKind::ReissueDivorce => true,
        ActKind::DivorceApplication | ActKind::DivorceWithdrawal | ActKind::DivorceRegistration => false,
    };
    match old.case_id {
        Some(case) if has_slip && old.id != new => {
            let officer = Some(desk.officer);
            papers::end(tx, case, ISSUING_SLIP, "replaced", desk.now, officer, "reissued").await
        }
        _ => Ok(()),
    }
}

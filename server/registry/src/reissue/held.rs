//! A certificate as the register knows it: whose act, which day, and whether another has replaced it.

use crate::error::{Error, Result};
use crate::register::ActKind;
use crate::registry::Registry;
use crate::staff::{Officer, Right};
use crate::store::queries::reissue::{by_number, replacements};
use chrono::NaiveDate;

/// A certificate in the register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeldCertificate {
    pub number: String,
    pub kind: ActKind,
    /// The day of the act: of the registration, or of the reissue.
    pub on: NaiveDate,
    /// Of a divorce each of the two may have theirs replaced.
    pub replaced: Vec<Replacement>,
}

/// What a certificate was replaced by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Replacement {
    pub number: String,
    pub on: NaiveDate,
}

impl Registry {
    /// What the register says of a certificate; `None` where it knows no such number. Errors: `Forbidden`.
    pub async fn held_certificate(&self, officer: &Officer, number: &str) -> Result<Option<HeldCertificate>> {
        officer.may(Right::SeeCases)?;
        self.held(number).await
    }

    pub(super) async fn held(&self, number: &str) -> Result<Option<HeldCertificate>> {
        let mut tx = self.store().read().await?;
        let Some(row) = by_number(&mut tx, number).await? else { return Ok(None) };
        let replaced = replacements(&mut tx, row.id).await?;
        Ok(Some(HeldCertificate {
            number: number.to_owned(),
            kind: ActKind::parse(&row.act).ok_or_else(|| Error::inconsistent("an act of another kind"))?,
            on: row.act_date,
            replaced: replaced
                .into_iter()
                .map(|row| Replacement { number: row.certificate_no.unwrap_or_default(), on: row.act_date })
                .collect(),
        }))
    }
}

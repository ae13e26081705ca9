//! Anyone checks a paper by its QR code: genuine or not, what kind, which day.
//!
//! A status is told only for papers on marriage, reissue and ceremonies. For every divorce paper the answer is the same
//! before and after any event (decision 9): both hold the same paper, and one must not learn from it what the other did.

use crate::error::Result;
use crate::registry::Registry;
use crate::store::queries::papers::ending;
use crate::vault::{PaperKind, PaperToken};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Whether a paper still stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PaperStatus {
    Valid,
    Replaced,
    Withdrawn,
}

/// The public answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Checked {
    pub genuine: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<PaperKind>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issued: Option<NaiveDate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<PaperStatus>,
}

impl Registry {
    /// Checks a token as read from a paper's QR code.
    pub async fn check_paper(&self, token: &str) -> Result<Checked> {
        let Some(token) = self.vault().read_paper(token) else {
            return Ok(Checked { genuine: false, kind: None, issued: None, status: None });
        };
        let status = self.status_of(&token).await?;
        Ok(Checked { genuine: true, kind: Some(token.kind), issued: Some(token.issued), status })
    }

    async fn status_of(&self, token: &PaperToken) -> Result<Option<PaperStatus>> {
        match token.kind {
            PaperKind::MarriageIssuingSlip | PaperKind::ReissueIssuingSlip | PaperKind::CeremonyCard => {}
            PaperKind::BookingSlip
            | PaperKind::MissingPapersNotice
            | PaperKind::MarriageRefusalNotice
            | PaperKind::ReissueRefusalNotice
            | PaperKind::DivorceDateSheet
            | PaperKind::DivorceNotice => return Ok(None),
        }
        let fate = ending(&mut self.store().read().await?, token.paper).await?;
        Ok(Some(match fate.as_deref() {
            None => PaperStatus::Valid,
            Some("replaced") => PaperStatus::Replaced,
            Some(_) => PaperStatus::Withdrawn,
        }))
    }
}

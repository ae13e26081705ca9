//! A paper is printed for the first time, or again: 补打 n.

use crate::error::{Error, Result};
use crate::registry::Registry;
use crate::store::Tx;
use crate::store::queries::papers::{self, PaperRow};
use crate::vault::{PaperKind, PaperToken, new_id};
use uuid::Uuid;

/// A paper about to be printed inside a verb's transaction.
#[derive(Debug, Clone)]
pub(crate) struct NewPaper {
    row: PaperRow,
    /// `None` for a working copy, which bears no QR code.
    kind: Option<PaperKind>,
}

/// What a print came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Print {
    pub token: Option<PaperToken>,
    /// 0 for the first print, then the number of the reprint.
    pub reprint: u32,
}

impl NewPaper {
    /// Prepares the paper on `subject` (a case, a registration), counted under `name`.
    pub(crate) fn prepare_named(
        registry: &Registry,
        kind: Option<PaperKind>,
        name: &str,
        subject: Uuid,
        officer: Uuid,
    ) -> Result<Self> {
        let at = registry.clock().now();
        let row = PaperRow {
            id: new_id(at)?,
            kind: name.to_owned(),
            subject,
            issued_on: registry.clock().today(),
            issued_at: at,
            officer: Some(officer),
        };
        Ok(Self { row, kind })
    }

    /// Prints it: the first time under a new identity, later as a reprint of the same paper.
    pub(crate) async fn print(&self, tx: &mut Tx) -> Result<Print> {
        let known = papers::latest(tx, self.row.subject, &self.row.kind).await?;
        let paper = match known {
            Some(known) => known,
            None => {
                papers::insert(tx, &self.row).await?;
                self.row.clone()
            }
        };
        let nth = papers::print(tx, paper.id, self.row.issued_at, self.row.officer).await?;
        let reprint = u32::try_from(nth - 1).map_err(Error::inconsistent)?;
        let token = self.kind.map(|kind| PaperToken { kind, issued: paper.issued_on, paper: paper.id });
        Ok(Print { token, reprint })
    }
}

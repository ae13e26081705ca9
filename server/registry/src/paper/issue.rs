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
    kind: PaperKind,
}

/// What a print came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Print {
    pub token: PaperToken,
    /// 0 for the first print, then the number of the reprint.
    pub reprint: u32,
}

impl NewPaper {
    /// Prepares the paper of `kind` on `subject` (a case, a registration).
    pub(crate) fn prepare(
        registry: &Registry,
        kind: PaperKind,
        subject: Uuid,
        officer: Uuid,
    ) -> Result<Self> {
        let at = registry.clock().now();
        let row = PaperRow {
            id: new_id(at)?,
            kind: kind.as_str().to_owned(),
            subject,
            issued_on: registry.clock().today(),
            issued_at: at,
            officer: Some(officer),
        };
        Ok(Self { row, kind })
    }

    /// Prints it: the first time under a new identity, later as a reprint of the same paper.
    pub(crate) async fn print(&self, tx: &mut Tx) -> Result<Print> {
        let known = papers::living(tx, self.row.subject, &self.row.kind).await?;
        let paper = match known {
            Some(known) => known,
            None => {
                papers::insert(tx, &self.row).await?;
                self.row.clone()
            }
        };
        let nth = papers::print(tx, paper.id, self.row.issued_at, self.row.officer).await?;
        let reprint = u32::try_from(nth - 1).map_err(Error::inconsistent)?;
        let token = PaperToken { kind: self.kind, issued: paper.issued_on, paper: paper.id };
        Ok(Print { token, reprint })
    }
}

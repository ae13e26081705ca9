//! What kind of case stands behind an id, before anything else is read of it.

use crate::error::{Error, Result};
use crate::registry::Registry;
use crate::staff::{Officer, Right};
use crate::store::queries::cases::by_id;
use uuid::Uuid;

/// The kinds of cases at the counter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CaseKind {
    Marriage,
    Divorce,
    Reissue,
    Records,
}

impl CaseKind {
    /// By the name in storage; `None` for one that has no screen here.
    pub fn parse(text: &str) -> Option<Self> {
        match text {
            "marriage" => Some(Self::Marriage),
            "divorce" => Some(Self::Divorce),
            "reissue" => Some(Self::Reissue),
            "records" => Some(Self::Records),
            _ => None,
        }
    }
}

impl Registry {
    /// The kind of a case. Errors: `Forbidden`, `NotFound`.
    pub async fn case_kind(&self, officer: &Officer, id: Uuid) -> Result<CaseKind> {
        officer.may(Right::SeeCases)?;
        let row = by_id(&mut self.store().read().await?, id).await?.ok_or(Error::NotFound)?;
        CaseKind::parse(&row.kind).ok_or_else(|| Error::inconsistent(format!("a case of kind {}", row.kind)))
    }
}

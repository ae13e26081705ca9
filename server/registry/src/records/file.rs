//! What is known of a request, sealed in its case's row.

use crate::booking::StoredParty;
use law::records_case::{Asker, Shown, Sought};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// The file of a request for records.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(super) struct RecordsFile {
    /// Who booked the visit.
    pub booked: Option<StoredParty>,
    pub request: Option<StoredRequest>,
    /// Why the act is entered after its day.
    pub late_reason: Option<String>,
}

/// Who asks for whose records.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct StoredRequest {
    pub asker: Asker,
    pub shown: BTreeSet<Shown>,
    pub sought: Sought,
    pub name: String,
    /// An organ's officer shows a service card instead.
    pub document: Option<StoredParty>,
    /// Court, procuratorate, police station, law firm.
    pub organisation: String,
    /// Of the notarised authority, the licence or the letter.
    pub paper_no: String,
    /// Whose records: one or two.
    pub persons: Vec<SoughtPerson>,
    /// When it may have been registered: 「1998年前后」.
    pub period: String,
    pub purpose: String,
}

/// A person whose records are looked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct SoughtPerson {
    pub name: String,
    /// Eighteen characters; old archives know people by name alone.
    pub id_number: Option<String>,
}

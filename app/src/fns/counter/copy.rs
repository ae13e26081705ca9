//! What is copied into the national system, as the page and its script know it.

use law::eligibility::Party;
use serde::{Deserialize, Serialize};

/// A line of a person's particulars.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    pub label: String,
    pub value: String,
    pub copy: Copying,
}

/// A value that is copied into the national system, and whose; what is of both has no seat.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CopyItem {
    pub seat: Option<Party>,
    pub row: Row,
}

/// How a value reaches the clipboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Copying {
    /// As it stands.
    Shown,
    /// By the call that logs it.
    Asked,
    /// Not at all.
    Never,
}

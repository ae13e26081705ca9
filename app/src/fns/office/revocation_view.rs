//! What the page of revocations and court notes is shown: masked persons only.

use crate::fns::staff::{Kept, Me};
use chrono::NaiveDate;
use law::registration_note::NoteKind;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RevocationView {
    pub me: Me,
    pub kept: Kept,
    pub found: Option<FoundView>,
    pub latest: Vec<LatestView>,
}

/// A registration that was looked up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundView {
    pub id: String,
    pub registered: String,
    /// Whether our slip's code says that it was withdrawn.
    pub tells_the_public: bool,
    pub on: NaiveDate,
    pub number: String,
    /// Masked name and number.
    pub persons: Vec<(String, String)>,
    /// Which notes can stand on it.
    pub kinds: Vec<NoteKind>,
    pub note: Option<NoteView>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoteView {
    pub kind: String,
    pub decided_on: NaiveDate,
    pub court: String,
    pub document_no: String,
    pub basis: String,
    pub archive_no: String,
    pub reason: String,
    pub noted_on: NaiveDate,
    pub officer: String,
    /// 备注 as the review form bears it.
    pub remark: String,
}

/// A line of the latest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LatestView {
    pub id: String,
    pub kind: String,
    pub registered: String,
    pub number: String,
    pub decided_on: NaiveDate,
    pub noted_on: NaiveDate,
    pub officer: String,
}

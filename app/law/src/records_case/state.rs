//! How far a request for records is.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::{Answer, Asker, LeftReason, Shown, Sought};

/// What the events of one request come to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RecordsState {
    pub(super) opening: Option<Opening>,
    pub(super) asked: Option<Asked>,
    pub(super) end: Option<End>,
}

/// When it began.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Opening {
    /// The day of the act.
    pub on: NaiveDate,
}

/// Who asks for what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    pub asker: Asker,
    pub shown: BTreeSet<Shown>,
    pub sought: Sought,
}

/// How it ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum End {
    Answered(Answer),
    Left(LeftReason),
}

impl RecordsState {
    pub const fn opening(&self) -> Option<Opening> {
        self.opening
    }

    pub const fn asked(&self) -> Option<&Asked> {
        self.asked.as_ref()
    }

    pub const fn end(&self) -> Option<&End> {
        self.end.as_ref()
    }
}

//! What can happen. The tagged JSON of these is what the log hashes: it holds no name and no identity number.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Asker, Shown, Sought};
use crate::Lang;
use crate::archive::ArchiveNo;
use crate::coded::named;

/// More papers of a kind than this are a slip of the hand.
pub const MOST_PAPERS: u32 = 20;

/// One act at the counter. Dates are of Asia/Shanghai.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "snake_case", deny_unknown_fields)]
pub enum RecordsEvent {
    /// Somebody came. `on` is the day of the act, also for a late entry.
    Opened { on: NaiveDate },
    /// Who asks for what, and the papers that were checked. Written again until there is an answer.
    Identified { asker: Asker, shown: BTreeSet<Shown>, sought: Sought },
    /// The archive was searched and the result told.
    Answered { answer: Answer },
    /// Nothing was searched, and why.
    Left { why: LeftReason },
}

/// What the search came to and what was handed over.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answer {
    /// The volumes found; none where nothing was found.
    pub files: Vec<ArchiveNo>,
    /// 档案复印件，加盖查档专用章.
    pub copies: u32,
    /// 无婚姻登记记录证明, in the form that the office gives.
    pub statements: u32,
}

impl Answer {
    pub const fn is_found(&self) -> bool {
        !self.files.is_empty()
    }
}

named! {
    /// Why nothing was searched.
    pub enum LeftReason {
        /// They no longer want it.
        ChangedMind = "changed_mind",
        /// A paper is missing; they were told which and may come again.
        PapersMissing = "papers_missing",
        /// The file lies with another office or the county's archives; they were told where.
        Elsewhere = "elsewhere",
    }
}

impl LeftReason {
    /// The words on the button.
    pub const fn title(self, lang: Lang) -> &'static str {
        match self {
            Self::ChangedMind => lang.pick("不查了", "They no longer want it"),
            Self::PapersMissing => {
                lang.pick("缺证件或依据，已告知带什么来", "Papers missing; told what to bring")
            }
            Self::Elsewhere => {
                lang.pick("档案在别处，已告知去哪里查", "The file is elsewhere; told where to ask")
            }
        }
    }
}

named! {
    /// A kind of act.
    pub enum RecordsMove {
        Open = "open_records",
        Identify = "identify_asker",
        Answer = "answer_records",
        Leave = "leave_records",
    }
}

impl RecordsMove {
    /// What the button says: what it does.
    pub const fn title(self, lang: Lang) -> &'static str {
        match self {
            Self::Open => lang.pick("开始查档", "Begin"),
            Self::Identify => lang.pick("证件和依据核对过了", "Papers are checked"),
            Self::Answer => lang.pick("记下查档结果", "Record the answer"),
            Self::Leave => lang.pick("记为没有查", "Record that nothing was searched"),
        }
    }
}

impl RecordsEvent {
    /// The move that this event is.
    pub const fn kind(&self) -> RecordsMove {
        match self {
            Self::Opened { .. } => RecordsMove::Open,
            Self::Identified { .. } => RecordsMove::Identify,
            Self::Answered { .. } => RecordsMove::Answer,
            Self::Left { .. } => RecordsMove::Leave,
        }
    }
}

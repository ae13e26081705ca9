//! One file for each paper, and the few things that all of them carry.

pub(crate) mod booking_slip;
pub(crate) mod divorce_application;
pub(crate) mod divorce_blanks;
pub(crate) mod divorce_date_sheet;
pub(crate) mod divorce_declaration;
pub(crate) mod divorce_notice;
pub(crate) mod divorce_party;
pub(crate) mod divorce_review_form;
pub(crate) mod divorce_withdrawal;
pub(crate) mod figures_return;
pub(crate) mod issuing_slip;
pub(crate) mod marriage_declaration;
pub(crate) mod marriage_review_form;
pub(crate) mod missing_papers_notice;
pub(crate) mod refusal_notice;
pub(crate) mod reissue_declaration;
pub(crate) mod reissue_notice;
pub(crate) mod reissue_review_form;
pub(crate) mod reissue_slip;

use chrono::NaiveDateTime;

use marriage_review_form::Applicant;
use refusal_notice::{RefusedParty, Remedies};

/// The file's own name for every form of a divorce: a reader's title bar tells nobody which.
const NEUTRAL: &str = "登记材料";

/// The office as its papers name it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Office {
    /// 「商河县婚姻登记处」
    pub name: String,
    /// 「0531-8000 0126」
    pub phone: String,
    /// 「工作日 8:30–17:00」
    pub hours: String,
    /// 「商河县明辉路 26 号，县民政局一楼东厅。」
    pub address: String,
    /// How to get there, one sentence; may be empty.
    pub transport: String,
}

/// When and how often this sheet was printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Imprint {
    /// Office time (Asia/Shanghai); also the file's creation date.
    pub printed_at: NaiveDateTime,
    /// The how-manieth reprint this is: 「补打 n」 in the corner. None for the first print.
    pub reprint: Option<u32>,
    /// 「演示」 across the page, for training and demonstration.
    pub specimen: bool,
}

/// The language of a paper. Statutory papers are Chinese only.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Lang {
    #[default]
    Zh,
    En,
}

impl Lang {
    pub(crate) fn tag(self) -> &'static str {
        match self {
            Self::Zh => "zh-CN",
            Self::En => "en",
        }
    }
}

/// Whose record counts, and so what a statutory form is in our hands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RecordSystem {
    /// The national system prints the form that is filed; ours is a draft of it, so says its head, and it
    /// carries no code.
    National,
    /// Demonstration and training: 「演示」 across the page, with the paper's code if there is one.
    Own { qr: Option<String> },
}

//! What the counter is shown of a reissue. Numbers of persons are masked.

use crate::fns::{
    counter::{CopyItem, GripField, HoldView, NetworkView, PaperLine, PastLine, PersonView, StageView},
    staff::Kept,
};
use chrono::{NaiveDate, NaiveTime};
use law::{
    checklist::Item,
    eligibility::Party,
    marriage_case::SignedPaper,
    reissue_case::{End, Matter, Proof, ProxyPoint, Reason, RegisteredAt, ReissueMove},
};
use serde::{Deserialize, Serialize};

/// A reissue.
#[derive(Clone, Debug, PartialEq)]
pub struct ReissueView {
    pub grip: GripField,
    pub hold: HoldView,
    pub number: u32,
    pub matter: Matter,
    /// The day of the act.
    pub on: NaiveDate,
    /// Why it is entered late.
    pub late: Option<String>,
    pub appointed: Option<NaiveTime>,
    pub arrived: Option<NaiveTime>,
    pub opened: NaiveTime,
    /// Since it was opened today; none where it has ended or is of another day.
    pub minutes: Option<i64>,
    pub stages: Vec<StageView>,
    pub persons: [PersonView; 2],
    pub ask: ReissueAsk,
    pub moves: Vec<ReissueMove>,
    pub asking: Option<AskingView>,
    pub original: Option<OriginalView>,
    /// What the register says of the old certificate.
    pub held: Option<String>,
    pub archive: Option<ArchiveView>,
    /// Where to look next.
    pub next: Vec<String>,
    pub proofs: Vec<Proof>,
    /// Which proofs would do now.
    pub wanted: Vec<Proof>,
    pub network: Option<NetworkView>,
    /// The check is of another day than the act.
    pub network_is_old: bool,
    pub declared: Vec<Party>,
    /// The old certificate is at hand, and whether it has been voided.
    pub old_certificate: Option<bool>,
    pub signed: Vec<SignedPaper>,
    pub reissue: Option<ReissuedView>,
    pub end: Option<End>,
    /// What is being waited for.
    pub missing: Vec<Item>,
    /// Everything that may be missing.
    pub items: Vec<Item>,
    /// In the order of the national form.
    pub copies: Vec<CopyItem>,
    pub past: Vec<PastLine>,
    pub papers: Vec<PaperLine>,
    /// Characters of names that no font prints.
    pub uncovered: String,
    /// Certificate numbers are allocated here (demonstration and training).
    pub own_numbers: bool,
    pub kept: Kept,
}

/// The one question in the middle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReissueAsk {
    Who,
    Fill(Party),
    Original,
    Archive,
    /// The record isn't found yet.
    Searching,
    /// Something else has to prove what the record would.
    Proof,
    Network,
    /// The national system says another status.
    Differs,
    PreCheck,
    Accept,
    Declarations,
    Review,
    Number,
    Issue,
    Paused,
    Ended,
}

/// Who asks, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AskingView {
    pub applicants: Vec<Party>,
    pub reason: Reason,
    pub alone: String,
    /// Name and masked number of who came with an authority.
    pub proxy: Option<(String, String)>,
}

/// The registration of which the certificate tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OriginalView {
    pub registered_on: NaiveDate,
    pub at: Option<RegisteredAt>,
    pub office: String,
    pub certificate_no: String,
}

/// What the archive says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArchiveView {
    pub words: String,
    /// Found, and the same as the documents.
    pub agrees: bool,
}

/// The new numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReissuedView {
    pub on: NaiveDate,
    pub registered_on: NaiveDate,
    pub certificate: String,
    pub booklets: Vec<String>,
    pub voided: Vec<String>,
}

/// Who came with an authority, as typed; `given` is empty where the applicant is here.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ProxyField {
    pub given: String,
    pub name: String,
    pub id_number: String,
    pub points: Vec<ProxyPoint>,
}

impl ReissueView {
    pub fn mine(&self) -> bool {
        self.hold == HoldView::Mine
    }

    pub fn offers(&self, kind: ReissueMove) -> bool {
        self.mine() && self.moves.contains(&kind)
    }

    pub fn asks(&self, seat: Party) -> bool {
        self.asking.as_ref().is_some_and(|asking| asking.applicants.contains(&seat))
    }

    /// 「结婚证」「离婚证」
    pub fn certificate(&self) -> &'static str {
        self.matter.certificate(law::Lang::Zh)
    }
}

//! What a case is after its events.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Archive, Asking, Matter, Proof, Proves, RefusedGround, RegisteredAt};
use crate::Lang;
use crate::certificate::{BookletNo, CertificateNo, OfficeCode};
use crate::checklist::Item;
use crate::coded::named;
use crate::eligibility::Party;
use crate::marriage_case::{NetworkCheck, NetworkResult, SignedPaper};

/// A case; `default()` is one to which nothing has happened.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReissueState {
    pub(super) opening: Option<Opening>,
    pub(super) reached: Reached,
    pub(super) asking: Option<Asking>,
    pub(super) identity: BTreeSet<Party>,
    pub(super) original: Option<Original>,
    pub(super) archive: Option<Archive>,
    pub(super) proofs: BTreeSet<Proof>,
    pub(super) network: Option<NetworkCheck>,
    pub(super) missing: BTreeSet<Item>,
    pub(super) declarations: BTreeSet<Party>,
    pub(super) reviewed_on: Option<NaiveDate>,
    pub(super) reissue: Option<Reissue>,
    pub(super) old_voided: bool,
    pub(super) signed: BTreeSet<SignedPaper>,
    pub(super) end: Option<End>,
}

/// When, where and for which certificate the case was opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opening {
    pub on: NaiveDate,
    pub office: OfficeCode,
    pub matter: Matter,
}

/// The registration of which the certificate tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Original {
    /// 登记日期, which the new certificate bears too.
    pub registered_on: NaiveDate,
    pub at: RegisteredAt,
}

/// How far the case has come.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reached {
    #[default]
    Nothing,
    PreChecked,
    Accepted,
    Reviewed,
    Reissued,
}

/// The new numbers. From here on the reissue stands in the register.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reissue {
    /// 补发日期
    pub on: NaiveDate,
    /// 登记日期: the original one.
    pub registered_on: NaiveDate,
    pub certificate: CertificateNo,
    /// Of the first and the second person, or of the applicant alone.
    pub booklets: Vec<BookletNo>,
    /// Spoilt booklets of this case, never to be used again.
    pub voided: Vec<BookletNo>,
}

/// How a case ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "end", rename_all = "snake_case")]
pub enum End {
    Issued,
    Refused {
        ground: RefusedGround,
    },
    /// Taken back, papers given back. A number already recorded must be voided in the national system.
    Withdrawn,
}

named! {
    /// The steps of the norm as the counter lists them.
    pub enum Step {
        PreCheck = "pre_check",
        Accept = "accept",
        Review = "review",
        Issue = "issue",
    }
}

impl Step {
    /// 「初审」「受理」「审查」「发证」.
    pub const fn title(self, lang: Lang) -> &'static str {
        match self {
            Self::PreCheck => lang.pick("初审", "Pre-check"),
            Self::Accept => lang.pick("受理", "Accept"),
            Self::Review => lang.pick("审查", "Review"),
            Self::Issue => lang.pick("发证", "Issue"),
        }
    }
}

impl ReissueState {
    pub const fn opening(&self) -> Option<Opening> {
        self.opening
    }

    pub fn matter(&self) -> Option<Matter> {
        self.opening.map(|opening| opening.matter)
    }

    pub const fn reached(&self) -> Reached {
        self.reached
    }

    /// The step that is now being done.
    pub fn step(&self) -> Step {
        match self.reached {
            Reached::Nothing => Step::PreCheck,
            Reached::PreChecked => Step::Accept,
            Reached::Accepted if !self.all_declared() => Step::Accept,
            Reached::Accepted => Step::Review,
            Reached::Reviewed | Reached::Reissued => Step::Issue,
        }
    }

    pub const fn asking(&self) -> Option<&Asking> {
        self.asking.as_ref()
    }

    /// Whether this person asks for the certificate, in person or by proxy.
    pub fn asks(&self, party: Party) -> bool {
        self.asking.as_ref().is_some_and(|asking| asking.applicants.contains(&party))
    }

    pub fn identity_checked(&self, party: Party) -> bool {
        self.identity.contains(&party)
    }

    pub const fn original(&self) -> Option<Original> {
        self.original
    }

    pub const fn archive(&self) -> Option<&Archive> {
        self.archive.as_ref()
    }

    /// Looked for and not found: the case stays open until it is, or until it is sure that there is none.
    pub fn searches_archive(&self) -> bool {
        self.end.is_none() && self.archive == Some(Archive::NotFound)
    }

    pub const fn proofs(&self) -> &BTreeSet<Proof> {
        &self.proofs
    }

    pub const fn network(&self) -> Option<&NetworkCheck> {
        self.network.as_ref()
    }

    /// What is being waited for; empty unless the case is paused.
    pub const fn missing(&self) -> &BTreeSet<Item> {
        &self.missing
    }

    pub fn is_paused(&self) -> bool {
        !self.missing.is_empty()
    }

    pub fn declared(&self, party: Party) -> bool {
        self.declarations.contains(&party)
    }

    pub const fn reviewed_on(&self) -> Option<NaiveDate> {
        self.reviewed_on
    }

    pub const fn reissue(&self) -> Option<&Reissue> {
        self.reissue.as_ref()
    }

    /// The old certificate is at hand and hasn't been voided yet.
    pub fn holds_old_certificate(&self) -> bool {
        let at_hand = self.asking.as_ref().is_some_and(|asking| asking.reason.has_old_certificate());
        at_hand && !self.old_voided
    }

    pub fn signed(&self, paper: SignedPaper) -> bool {
        self.signed.contains(&paper)
    }

    pub const fn end(&self) -> Option<End> {
        self.end
    }

    /// A number that was recorded and never issued: to be voided and listed as a gap.
    pub fn number_to_void(&self) -> Option<CertificateNo> {
        match self.end {
            Some(End::Withdrawn) => self.reissue.as_ref().map(|reissue| reissue.certificate),
            Some(End::Issued | End::Refused { .. }) | None => None,
        }
    }

    pub fn all_identified(&self) -> bool {
        self.all_applicants(&self.identity)
    }

    pub fn all_declared(&self) -> bool {
        self.all_applicants(&self.declarations)
    }

    pub(super) fn all_signed(&self) -> bool {
        SignedPaper::ALL.iter().all(|paper| self.signed.contains(paper))
    }

    pub(super) fn network_result(&self) -> Option<NetworkResult> {
        self.network.as_ref().map(|check| check.result)
    }

    /// Whether something that proves this was shown.
    pub(super) fn proven(&self, what: Proves) -> bool {
        self.proofs.iter().any(|proof| proof.proves() == what)
    }

    fn all_applicants(&self, of: &BTreeSet<Party>) -> bool {
        self.asking.as_ref().is_some_and(|asking| asking.applicants.is_subset(of))
    }
}

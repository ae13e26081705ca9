//! What a case is after its events.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{EvidenceKind, NetworkCheck, NetworkResult, SignedPaper};
use crate::Lang;
use crate::certificate::{BookletNo, CertificateNo, OfficeCode};
use crate::checklist::Item;
use crate::coded::named;
use crate::eligibility::{MarriageRefusalGround, Party};

/// A case; `default()` is one to which nothing has happened.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MarriageState {
    pub(super) opening: Option<Opening>,
    pub(super) reached: Reached,
    pub(super) identity: BTreeSet<Party>,
    pub(super) network: Option<NetworkCheck>,
    pub(super) evidence: BTreeSet<EvidenceKind>,
    pub(super) missing: BTreeSet<Item>,
    pub(super) declarations: BTreeSet<Party>,
    pub(super) registration: Option<Registration>,
    pub(super) signed: BTreeSet<SignedPaper>,
    pub(super) end: Option<End>,
}

/// When and where the case was opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opening {
    pub on: NaiveDate,
    pub office: OfficeCode,
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
    Registered,
}

/// The numbers of a registration. From here on the marriage stands in the register.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Registration {
    pub on: NaiveDate,
    pub certificate: CertificateNo,
    /// Booklets of the first and the second person.
    pub booklets: [BookletNo; 2],
    /// Spoilt booklets of this case, never to be used again.
    pub voided: Vec<BookletNo>,
}

/// How a case ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "end", rename_all = "snake_case")]
pub enum End {
    Issued,
    Refused {
        ground: MarriageRefusalGround,
    },
    /// They left. A number already registered must be voided in the national system.
    WithdrawnByParties,
}

named! {
    /// The steps of the norm as the counter lists them.
    pub enum Step {
        PreCheck = "pre_check",
        Accept = "accept",
        Review = "review",
        Register = "register",
    }
}

impl Step {
    /// 「初审」「受理」「审查」「登记发证」.
    pub const fn title(self, lang: Lang) -> &'static str {
        match self {
            Self::PreCheck => lang.pick("初审", "Pre-check"),
            Self::Accept => lang.pick("受理", "Accept"),
            Self::Review => lang.pick("审查", "Review"),
            Self::Register => lang.pick("登记发证", "Register and issue"),
        }
    }
}

impl MarriageState {
    pub const fn opening(&self) -> Option<Opening> {
        self.opening
    }

    pub const fn reached(&self) -> Reached {
        self.reached
    }

    /// The step that is now being done.
    pub fn step(&self) -> Step {
        match self.reached {
            Reached::Nothing => Step::PreCheck,
            Reached::PreChecked => Step::Accept,
            Reached::Accepted if !self.both_declared() => Step::Accept,
            Reached::Accepted => Step::Review,
            Reached::Reviewed | Reached::Registered => Step::Register,
        }
    }

    pub fn identity_checked(&self, party: Party) -> bool {
        self.identity.contains(&party)
    }

    pub const fn network(&self) -> Option<&NetworkCheck> {
        self.network.as_ref()
    }

    pub const fn evidence(&self) -> &BTreeSet<EvidenceKind> {
        &self.evidence
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

    pub const fn registration(&self) -> Option<&Registration> {
        self.registration.as_ref()
    }

    pub fn signed(&self, paper: SignedPaper) -> bool {
        self.signed.contains(&paper)
    }

    pub const fn end(&self) -> Option<End> {
        self.end
    }

    /// A number that was registered and never issued, since the two left: to be voided and listed as a gap.
    pub fn number_to_void(&self) -> Option<CertificateNo> {
        match self.end {
            Some(End::WithdrawnByParties) => self.registration.as_ref().map(|r| r.certificate),
            Some(End::Issued | End::Refused { .. }) | None => None,
        }
    }

    pub(super) fn both_identified(&self) -> bool {
        Party::ALL.iter().all(|party| self.identity.contains(party))
    }

    pub(super) fn both_declared(&self) -> bool {
        Party::ALL.iter().all(|party| self.declarations.contains(party))
    }

    pub(super) fn all_signed(&self) -> bool {
        SignedPaper::ALL.iter().all(|paper| self.signed.contains(paper))
    }

    pub(super) fn network_result(&self) -> Option<NetworkResult> {
        self.network.as_ref().map(|check| check.result)
    }
}

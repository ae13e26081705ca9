//! What a case is after its events, and what the passing of a day makes of it.

use std::collections::BTreeSet;

use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};

use super::{
    AgreementShown, ApplicationDates, CertificatesSeen, CloseCause, Counselling, Difference,
    NotAcceptedGround, ReceiptNo, RefusedGround, SignedPaper,
};
use crate::Lang;
use crate::certificate::CertificateNo;
use crate::checklist::Item;
use crate::coded::named;
use crate::divorce_clock::Phase;
use crate::eligibility::Party;
use crate::marriage_case::{NetworkResult, Opening, Registration};

/// A case; `default()` is one to which nothing has happened.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DivorceState {
    pub(super) opening: Option<Opening>,
    pub(super) reached: Reached,
    pub(super) identity: BTreeSet<Party>,
    pub(super) certificates: Option<CertificatesSeen>,
    pub(super) agreement: Option<AgreementShown>,
    pub(super) network: Option<(NetworkResult, NaiveDateTime)>,
    pub(super) missing: BTreeSet<Item>,
    pub(super) application: Option<Application>,
    pub(super) counselling: Option<Counselling>,
    pub(super) review: Option<Review>,
    pub(super) refusals: Vec<PastRefusal>,
    pub(super) registration: Option<Registration>,
    pub(super) stamped: bool,
    pub(super) signed: BTreeSet<SignedPaper>,
    pub(super) void_numbers: Vec<CertificateNo>,
    pub(super) end: Option<End>,
}

/// How far the case has come.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reached {
    #[default]
    Nothing,
    PreChecked,
    Accepted,
    UnderReview,
    Reviewed,
    Registered,
}

/// The accepted application.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Application {
    pub receipt_no: ReceiptNo,
    pub dates: ApplicationDates,
    /// By our own clock on the day they were typed; `None` where ours are the ones that count.
    pub ours: Option<ApplicationDates>,
}

impl Application {
    /// How far the receipt's dates lie from ours.
    pub fn difference(&self) -> Difference {
        self.ours.map(|ours| self.dates.difference(&ours)).unwrap_or_default()
    }
}

/// One coming together inside the window.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Review {
    pub on: NaiveDate,
    /// Why it goes on after its day: a late entry, or a ticket taken in time.
    pub after_its_day: Option<String>,
    /// Who is being asked alone just now.
    pub questioning: Option<Party>,
    pub questioned: BTreeSet<Party>,
    pub declarations: BTreeSet<Party>,
    pub agreement_signed: bool,
}

/// A review that ended without a registration.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct PastRefusal {
    pub ground: RefusedGround,
    pub on: NaiveDate,
}

/// How a case ended by somebody's act. A lapse is none: see [`DivorceState::standing`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "end", rename_all = "snake_case")]
pub enum End {
    NotAccepted { ground: NotAcceptedGround, on: NaiveDate },
    LeftBefore,
    Withdrawn { by: Party, on: NaiveDate },
    Issued,
    Closed { cause: CloseCause, on: NaiveDate },
}

/// Where a case stands on a day: its end, or what the dates make of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Nothing is accepted yet.
    BeforeAcceptance,
    CoolingOff,
    Issuance,
    /// 视为撤回: since this day.
    Lapsed {
        since: NaiveDate,
    },
    /// In the register; booklets may still be on the table.
    Registered,
    Ended(End),
}

named! {
    /// The five steps of the norm as the counter lists them.
    pub enum Step {
        Apply = "apply",
        Accept = "accept",
        ThirtyDays = "thirty_days",
        Review = "review",
        Register = "register",
    }
}

impl Step {
    /// 「申请」「受理」「三十日」「审查」「登记发证」.
    pub const fn title(self, lang: Lang) -> &'static str {
        match self {
            Self::Apply => lang.pick("申请", "Application"),
            Self::Accept => lang.pick("受理", "Acceptance"),
            Self::ThirtyDays => lang.pick("三十日", "Thirty days"),
            Self::Review => lang.pick("审查", "Review"),
            Self::Register => lang.pick("登记发证", "Register and issue"),
        }
    }
}

impl DivorceState {
    pub const fn opening(&self) -> Option<Opening> {
        self.opening
    }

    pub const fn reached(&self) -> Reached {
        self.reached
    }

    /// Where the case stands on `day`.
    pub fn standing(&self, day: NaiveDate) -> Standing {
        if let Some(end) = self.end {
            return Standing::Ended(end);
        }
        if self.reached == Reached::Registered {
            return Standing::Registered;
        }
        let Some(application) = &self.application else { return Standing::BeforeAcceptance };
        match application.dates.phase(day) {
            Phase::NotYet | Phase::CoolingOff => Standing::CoolingOff,
            Phase::Issuance => Standing::Issuance,
            Phase::Lapsed => Standing::Lapsed { since: application.dates.lapses_on() },
        }
    }

    /// The step that is being done on `day`.
    pub fn step(&self, day: NaiveDate) -> Step {
        match self.reached {
            Reached::Nothing => Step::Apply,
            Reached::PreChecked => Step::Accept,
            Reached::Accepted if matches!(self.standing(day), Standing::Issuance) => Step::Review,
            Reached::Accepted => Step::ThirtyDays,
            Reached::UnderReview => Step::Review,
            Reached::Reviewed | Reached::Registered => Step::Register,
        }
    }

    pub fn identity_checked(&self, party: Party) -> bool {
        self.identity.contains(&party)
    }

    pub const fn certificates(&self) -> Option<CertificatesSeen> {
        self.certificates
    }

    pub const fn agreement(&self) -> Option<AgreementShown> {
        self.agreement
    }

    /// What the national system said last, and when.
    pub const fn network(&self) -> Option<(NetworkResult, NaiveDateTime)> {
        self.network
    }

    /// What is being waited for; empty unless the case is paused.
    pub const fn missing(&self) -> &BTreeSet<Item> {
        &self.missing
    }

    pub fn is_paused(&self) -> bool {
        !self.missing.is_empty()
    }

    pub const fn application(&self) -> Option<&Application> {
        self.application.as_ref()
    }

    pub const fn counselling(&self) -> Option<Counselling> {
        self.counselling
    }

    pub const fn review(&self) -> Option<&Review> {
        self.review.as_ref()
    }

    /// Reviews that ended without a registration, oldest first.
    pub fn refusals(&self) -> &[PastRefusal] {
        &self.refusals
    }

    pub const fn registration(&self) -> Option<&Registration> {
        self.registration.as_ref()
    }

    /// Whether the marriage certificates bear the stamp; nothing to stamp where both are lost.
    pub fn stamped(&self) -> bool {
        self.stamped || self.certificates == Some(CertificatesSeen::BothLost)
    }

    pub fn signed(&self, paper: SignedPaper) -> bool {
        self.signed.contains(&paper)
    }

    /// Numbers that were registered and never issued: gaps to be voided in the national system.
    pub fn void_numbers(&self) -> &[CertificateNo] {
        &self.void_numbers
    }

    pub const fn end(&self) -> Option<End> {
        self.end
    }

    pub(super) fn both_identified(&self) -> bool {
        Party::ALL.iter().all(|party| self.identity.contains(party))
    }

    pub(super) fn all_signed(&self) -> bool {
        SignedPaper::ALL.iter().all(|paper| self.signed.contains(paper))
    }
}

impl Review {
    /// A review that has just begun.
    pub(super) const fn begun(on: NaiveDate, after_its_day: Option<String>) -> Self {
        Self {
            on,
            after_its_day,
            questioning: None,
            questioned: BTreeSet::new(),
            declarations: BTreeSet::new(),
            agreement_signed: false,
        }
    }

    pub fn both_questioned(&self) -> bool {
        Party::ALL.iter().all(|party| self.questioned.contains(party))
    }

    pub fn both_declared(&self) -> bool {
        Party::ALL.iter().all(|party| self.declarations.contains(party))
    }
}

//! What was done, with everything the register keeps of it.

use super::dates::CaseDates;
use super::kind::{ActKind, Reason};
use super::person::Person;
use law::eligibility::Party;

/// An act, every field read. In acts of two, `a` is the man and `b` the woman.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Deed {
    Marriage {
        a: Person,
        b: Person,
        /// 复婚: the two marry each other again.
        restored: bool,
    },
    DivorceApplication {
        a: Person,
        b: Person,
        dates: CaseDates,
    },
    /// Either one alone; the case is the one that the ref names.
    DivorceWithdrawal {
        by: Party,
    },
    DivorceRegistration,
    ReissueMarriage {
        a: Person,
        b: Person,
        reason: Reason,
    },
    /// `a` is the applicant, of either sex.
    ReissueDivorce {
        a: Person,
        b: Option<Person>,
        reason: Reason,
    },
}

impl Deed {
    pub const fn kind(&self) -> ActKind {
        match self {
            Self::Marriage { .. } => ActKind::Marriage,
            Self::DivorceApplication { .. } => ActKind::DivorceApplication,
            Self::DivorceWithdrawal { .. } => ActKind::DivorceWithdrawal,
            Self::DivorceRegistration => ActKind::DivorceRegistration,
            Self::ReissueMarriage { .. } => ActKind::ReissueMarriage,
            Self::ReissueDivorce { .. } => ActKind::ReissueDivorce,
        }
    }

    /// Who is named in it; an ending names nobody, its application does.
    pub fn persons(&self) -> Option<(&Person, Option<&Person>)> {
        match self {
            Self::Marriage { a, b, .. }
            | Self::DivorceApplication { a, b, .. }
            | Self::ReissueMarriage { a, b, .. } => Some((a, Some(b))),
            Self::ReissueDivorce { a, b, .. } => Some((a, b.as_ref())),
            Self::DivorceWithdrawal { .. } | Self::DivorceRegistration => None,
        }
    }
}

//! Which moves a state allows on a day, whatever their details: the screen offers these and no others.

use super::{DivorceMove, DivorceState, End, MoveFault, Reached, Refusal, SignedPaper, When};
use crate::divorce_clock::Phase;

/// Every move that an officer could make now. Empty only when the case has ended.
pub fn legal_moves(state: &DivorceState, when: When) -> Vec<DivorceMove> {
    let offered = DivorceMove::ALL.iter().copied().filter(|kind| kind.is_offered());
    offered.filter(|kind| may(state, *kind, when).is_ok()).collect()
}

/// Whether state and day allow this kind of move; if not, what has to come first, or the day on which it would work.
pub fn may(state: &DivorceState, kind: DivorceMove, when: When) -> Result<(), Refusal> {
    if let Some(end) = state.end {
        return Err(ended(end, kind).into());
    }
    if (kind == DivorceMove::Open) == state.opening.is_some() {
        let again = state.opening.is_some();
        return Err(if again { MoveFault::AlreadyDone } else { MoveFault::NotOpened }.into());
    }
    if state.is_paused() && !goes_on_in_a_pause(kind) {
        let again = kind == DivorceMove::AskForPapers;
        return Err(if again { MoveFault::AlreadyDone } else { MoveFault::Paused }.into());
    }
    match kind {
        DivorceMove::Open | DivorceMove::OfferCounselling => Ok(()),
        // Before acceptance, and again before registering.
        DivorceMove::CheckNetwork => {
            require(state.reached != Reached::Accepted, MoveFault::ReviewNotBegun)?;
            require(state.reached < Reached::Registered, MoveFault::AlreadyRegistered).map_err(Refusal::from)
        }
        DivorceMove::TakeUp
        | DivorceMove::CheckIdentity
        | DivorceMove::SeeCertificates
        | DivorceMove::DeclareAgreement
        | DivorceMove::PassPreCheck
        | DivorceMove::NotAccept
        | DivorceMove::Accept
        | DivorceMove::Leave => may_before_acceptance(state, kind).map_err(Refusal::from),
        DivorceMove::AskForPapers => {
            require(state.reached < Reached::Registered, MoveFault::AlreadyRegistered).map_err(Refusal::from)
        }
        DivorceMove::Resume => require(state.is_paused(), MoveFault::NotPaused).map_err(Refusal::from),
        DivorceMove::CorrectDates
        | DivorceMove::MoveDates
        | DivorceMove::Close
        | DivorceMove::RefuseAtReview => between(state).map_err(Refusal::from),
        DivorceMove::Withdraw => {
            between(state).map_err(Refusal::from).and_then(|()| withdrawable(state, when))
        }
        DivorceMove::BeginReview => {
            between(state)?;
            require(
                state.review.as_ref().is_none_or(|review| review.on != when.day),
                MoveFault::AlreadyDone,
            )?;
            registrable(state, when)
        }
        DivorceMove::OpenQuestioning
        | DivorceMove::CloseQuestioning
        | DivorceMove::SignDeclaration
        | DivorceMove::SignAgreement
        | DivorceMove::PassReview
        | DivorceMove::Register => {
            between(state)?;
            may_in_review(state, kind, when).map_err(Refusal::from)
        }
        DivorceMove::CorrectNumbers
        | DivorceMove::VoidBooklet
        | DivorceMove::StampCertificates
        | DivorceMove::SignPaper
        | DivorceMove::Issue
        | DivorceMove::UndoRegistration => may_at_the_end(state, kind).map_err(Refusal::from),
    }
}

/// A statutory right doesn't wait for papers: withdrawal, refusal, an end from outside, dates that move.
const fn goes_on_in_a_pause(kind: DivorceMove) -> bool {
    matches!(
        kind,
        DivorceMove::Resume
            | DivorceMove::NotAccept
            | DivorceMove::Leave
            | DivorceMove::CorrectDates
            | DivorceMove::MoveDates
            | DivorceMove::OfferCounselling
            | DivorceMove::Withdraw
            | DivorceMove::RefuseAtReview
            | DivorceMove::Close
    )
}

const fn ended(end: End, kind: DivorceMove) -> MoveFault {
    match (end, kind) {
        (End::Withdrawn { .. }, DivorceMove::Withdraw) => MoveFault::AlreadyWithdrawn,
        _ => MoveFault::CaseEnded,
    }
}

fn may_before_acceptance(state: &DivorceState, kind: DivorceMove) -> Result<(), MoveFault> {
    require(state.reached < Reached::Accepted, MoveFault::AlreadyAccepted)?;
    match kind {
        DivorceMove::TakeUp => require(state.reached == Reached::Nothing, MoveFault::AlreadyDone),
        DivorceMove::CheckIdentity => require(!state.both_identified(), MoveFault::AlreadyDone),
        DivorceMove::SeeCertificates | DivorceMove::DeclareAgreement => {
            require(state.reached == Reached::Nothing, MoveFault::AlreadyDone)
        }
        DivorceMove::PassPreCheck => {
            require(state.reached == Reached::Nothing, MoveFault::AlreadyDone)?;
            require(state.both_identified(), MoveFault::IdentityFirst)?;
            require(state.certificates.is_some(), MoveFault::CertificatesFirst)?;
            // 条例 13: the agreement is signed before anybody applies.
            require(state.agreement.is_some(), MoveFault::AgreementFirst)
        }
        DivorceMove::Accept => require(state.reached == Reached::PreChecked, MoveFault::PreCheckFirst),
        _ => Ok(()),
    }
}

/// After acceptance and before registration.
fn between(state: &DivorceState) -> Result<(), MoveFault> {
    require(state.reached >= Reached::Accepted, MoveFault::AcceptFirst)?;
    require(state.reached < Reached::Registered, MoveFault::AlreadyRegistered)
}

/// 民法典 1077: either one alone, from the day of acceptance to the close of the last day of the thirty.
fn withdrawable(state: &DivorceState, when: When) -> Result<(), Refusal> {
    let dates = state.application.as_ref().ok_or(MoveFault::AcceptFirst)?.dates;
    match dates.phase(when.day) {
        Phase::NotYet => Err(Refusal::on(MoveFault::BeforeAcceptance, dates.accepted)),
        Phase::CoolingOff if when.closed && when.day == dates.cooling_off_last => {
            Err(MoveFault::AfterClosing.into())
        }
        Phase::CoolingOff => Ok(()),
        Phase::Issuance => Err(MoveFault::TooLateToWithdraw.into()),
        Phase::Lapsed => Err(MoveFault::Lapsed.into()),
    }
}

/// 民法典 1077: both together, within the second thirty days, while the office serves.
fn registrable(state: &DivorceState, when: When) -> Result<(), Refusal> {
    let dates = state.application.as_ref().ok_or(MoveFault::AcceptFirst)?.dates;
    match dates.phase(when.day) {
        Phase::NotYet | Phase::CoolingOff => Err(Refusal::on(MoveFault::TooEarly, dates.issuance_first)),
        Phase::Lapsed => Err(MoveFault::Lapsed.into()),
        Phase::Issuance if when.closed && when.day == dates.issuance_last => {
            Err(MoveFault::AfterClosing.into())
        }
        Phase::Issuance => match when.opens {
            None => Ok(()),
            Some(day) if day <= dates.issuance_last => Err(Refusal::on(MoveFault::RestDay, day)),
            Some(_) => Err(MoveFault::RestDay.into()),
        },
    }
}

/// Begun in time it goes on; on another day it begins anew (条例 16: registered on the spot).
fn may_in_review(state: &DivorceState, kind: DivorceMove, when: When) -> Result<(), MoveFault> {
    let review = state.review.as_ref().ok_or(MoveFault::ReviewNotBegun)?;
    require(review.on == when.day || review.after_its_day.is_some(), MoveFault::ReviewAnotherDay)?;
    let passed = state.reached == Reached::Reviewed;
    match kind {
        DivorceMove::OpenQuestioning => {
            require(!review.both_questioned(), MoveFault::AlreadyDone)?;
            require(review.questioning.is_none(), MoveFault::QuestioningOpen)
        }
        DivorceMove::CloseQuestioning => {
            require(!review.both_questioned(), MoveFault::AlreadyDone)?;
            require(review.questioning.is_some(), MoveFault::QuestioningNotOpen)
        }
        DivorceMove::SignDeclaration => {
            require(review.both_questioned(), MoveFault::QuestioningFirst)?;
            require(!review.both_declared(), MoveFault::AlreadyDone)
        }
        DivorceMove::SignAgreement => {
            require(review.both_questioned(), MoveFault::QuestioningFirst)?;
            require(!review.agreement_signed, MoveFault::AlreadyDone)
        }
        DivorceMove::PassReview => {
            require(!passed, MoveFault::AlreadyDone)?;
            require(review.both_questioned(), MoveFault::QuestioningFirst)?;
            require(review.both_declared(), MoveFault::DeclarationsFirst)?;
            require(review.agreement_signed, MoveFault::AgreementSignatureFirst)
        }
        DivorceMove::Register => require(passed, MoveFault::ReviewFirst),
        _ => Ok(()),
    }
}

fn may_at_the_end(state: &DivorceState, kind: DivorceMove) -> Result<(), MoveFault> {
    require(state.reached == Reached::Registered, MoveFault::RegisterFirst)?;
    match kind {
        DivorceMove::StampCertificates => require(!state.stamped(), MoveFault::AlreadyDone),
        DivorceMove::SignPaper => require(!state.all_signed(), MoveFault::AlreadyDone),
        DivorceMove::Issue => {
            require(state.stamped(), MoveFault::StampFirst)?;
            require(state.all_signed(), MoveFault::SignaturesFirst)
        }
        // With the receipt signed, or a certificate stamped, the marriage has ended (民法典 1080).
        DivorceMove::UndoRegistration => {
            require(!state.signed(SignedPaper::Receipt) && !state.stamped, MoveFault::AlreadyRegistered)
        }
        _ => Ok(()),
    }
}

const fn require(holds: bool, fault: MoveFault) -> Result<(), MoveFault> {
    if holds { Ok(()) } else { Err(fault) }
}

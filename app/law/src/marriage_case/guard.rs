//! Which moves a state allows, whatever their details: the screen offers these and no others.

use super::{EvidenceKind, MarriageMove, MarriageState, MoveFault, NetworkResult, Reached, SignedPaper};

/// Every move that some event of its kind could make now. Empty only when the case has ended.
pub fn legal_moves(state: &MarriageState) -> Vec<MarriageMove> {
    MarriageMove::ALL.iter().copied().filter(|kind| may(state, *kind).is_ok()).collect()
}

/// Whether the state allows this kind of move, and if not, what has to come first.
pub fn may(state: &MarriageState, kind: MarriageMove) -> Result<(), MoveFault> {
    if state.end.is_some() {
        return Err(MoveFault::CaseEnded);
    }
    if (kind == MarriageMove::Open) == state.opening.is_some() {
        return Err(if state.opening.is_some() { MoveFault::AlreadyDone } else { MoveFault::NotOpened });
    }
    let leaves_the_pause = matches!(kind, MarriageMove::Resume | MarriageMove::Refuse | MarriageMove::Leave);
    if state.is_paused() && !leaves_the_pause {
        let again = kind == MarriageMove::AskForPapers;
        return Err(if again { MoveFault::AlreadyDone } else { MoveFault::Paused });
    }
    may_in_step(state, kind)
}

fn may_in_step(state: &MarriageState, kind: MarriageMove) -> Result<(), MoveFault> {
    match kind {
        MarriageMove::Open => Ok(()),
        MarriageMove::CheckIdentity => require(!state.both_identified(), MoveFault::AlreadyDone),
        MarriageMove::CheckNetwork => may_check_network(state),
        MarriageMove::GiveEvidence => may_give_evidence(state),
        MarriageMove::PassPreCheck => require(state.reached == Reached::Nothing, MoveFault::AlreadyDone),
        MarriageMove::AskForPapers => {
            require(state.reached < Reached::Registered, MoveFault::AlreadyRegistered)
        }
        MarriageMove::Resume => require(state.is_paused(), MoveFault::NotPaused),
        MarriageMove::Accept => may_accept(state),
        MarriageMove::SignDeclaration => may_declare(state),
        MarriageMove::PassReview => may_review(state),
        MarriageMove::Register => after(state, Reached::Reviewed, MoveFault::ReviewFirst),
        MarriageMove::CorrectNumbers | MarriageMove::VoidBooklet => {
            require(state.reached == Reached::Registered, MoveFault::RegisterFirst)
        }
        MarriageMove::SignPaper => may_sign(state),
        MarriageMove::Issue => may_issue(state),
        MarriageMove::Refuse => require(state.reached < Reached::Registered, MoveFault::AlreadyRegistered),
        // With the receipt signed they are married and hold their booklets: nothing to leave from.
        MarriageMove::Leave => require(!state.signed(SignedPaper::Receipt), MoveFault::AlreadyRegistered),
    }
}

fn may_check_network(state: &MarriageState) -> Result<(), MoveFault> {
    require(state.reached < Reached::Reviewed, MoveFault::AlreadyDone)?;
    require(state.network_result() != Some(NetworkResult::Consistent), MoveFault::AlreadyDone)
}

fn may_give_evidence(state: &MarriageState) -> Result<(), MoveFault> {
    require(state.reached < Reached::Reviewed, MoveFault::AlreadyDone)?;
    require(state.network_result() == Some(NetworkResult::Inconsistent), MoveFault::EvidenceNotNeeded)?;
    require(state.evidence.len() < EvidenceKind::ALL.len(), MoveFault::AlreadyDone)
}

/// 条例 art. 10: identity and marital status are checked against the network before anything is accepted.
fn may_accept(state: &MarriageState) -> Result<(), MoveFault> {
    after(state, Reached::PreChecked, MoveFault::PreCheckFirst)?;
    require(state.both_identified(), MoveFault::IdentityFirst)?;
    require(state.network.is_some(), MoveFault::NetworkCheckFirst)?;
    require(!lacks_evidence(state), MoveFault::EvidenceFirst)
}

fn may_declare(state: &MarriageState) -> Result<(), MoveFault> {
    require(state.reached >= Reached::Accepted, MoveFault::AcceptFirst)?;
    require(!state.both_declared(), MoveFault::AlreadyDone)
}

fn may_review(state: &MarriageState) -> Result<(), MoveFault> {
    after(state, Reached::Accepted, MoveFault::AcceptFirst)?;
    require(state.both_declared(), MoveFault::DeclarationsFirst)?;
    // Declarations may be written while the system is down; nothing is granted before it has answered.
    require(state.network_result() != Some(NetworkResult::Unavailable), MoveFault::NetworkResultFirst)?;
    require(!lacks_evidence(state), MoveFault::EvidenceFirst)
}

fn may_sign(state: &MarriageState) -> Result<(), MoveFault> {
    require(state.reached == Reached::Registered, MoveFault::RegisterFirst)?;
    require(!state.all_signed(), MoveFault::AlreadyDone)
}

fn may_issue(state: &MarriageState) -> Result<(), MoveFault> {
    require(state.reached == Reached::Registered, MoveFault::RegisterFirst)?;
    require(state.all_signed(), MoveFault::SignaturesFirst)
}

fn lacks_evidence(state: &MarriageState) -> bool {
    state.network_result() == Some(NetworkResult::Inconsistent) && state.evidence.is_empty()
}

/// The case stands exactly at `at`: before it something else comes first, after it it's done.
fn after(state: &MarriageState, at: Reached, first: MoveFault) -> Result<(), MoveFault> {
    require(state.reached >= at, first)?;
    require(state.reached == at, MoveFault::AlreadyDone)
}

const fn require(holds: bool, fault: MoveFault) -> Result<(), MoveFault> {
    if holds { Ok(()) } else { Err(fault) }
}

//! Which moves a state allows, whatever their details: the screen offers these and no others.

use super::{Archive, MoveFault, Proof, Proves, Reached, RegisteredAt, ReissueMove, ReissueState};
use crate::marriage_case::{NetworkResult, SignedPaper};

/// Every move that some event of its kind could make now. Empty only when the case has ended.
pub fn legal_moves(state: &ReissueState) -> Vec<ReissueMove> {
    ReissueMove::ALL.iter().copied().filter(|kind| may(state, *kind).is_ok()).collect()
}

/// Whether the state allows this kind of move, and if not, what has to come first.
pub fn may(state: &ReissueState, kind: ReissueMove) -> Result<(), MoveFault> {
    if state.end.is_some() {
        return Err(MoveFault::CaseEnded);
    }
    if (kind == ReissueMove::Open) == state.opening.is_some() {
        return Err(if state.opening.is_some() { MoveFault::AlreadyDone } else { MoveFault::NotOpened });
    }
    let leaves_the_pause = matches!(kind, ReissueMove::Resume | ReissueMove::Refuse | ReissueMove::Withdraw);
    // While papers are on their way, the archive is still looked through.
    let goes_on = kind == ReissueMove::CheckArchive;
    if state.is_paused() && !leaves_the_pause && !goes_on {
        let again = kind == ReissueMove::AskForPapers;
        return Err(if again { MoveFault::AlreadyDone } else { MoveFault::Paused });
    }
    may_in_step(state, kind)
}

fn may_in_step(state: &ReissueState, kind: ReissueMove) -> Result<(), MoveFault> {
    match kind {
        ReissueMove::Open => Ok(()),
        ReissueMove::Ask | ReissueMove::NameOriginal => before_acceptance(state),
        ReissueMove::CheckArchive => {
            before_acceptance(state)?;
            require(state.original.is_some(), MoveFault::OriginalFirst)
        }
        ReissueMove::CheckIdentity => {
            require(state.asking.is_some(), MoveFault::AskFirst)?;
            require(!state.all_identified(), MoveFault::AlreadyDone)
        }
        ReissueMove::GiveProof => may_give_proof(state),
        ReissueMove::CheckNetwork => require(state.reached < Reached::Reissued, MoveFault::AlreadyReissued),
        ReissueMove::PassPreCheck => may_pass_pre_check(state),
        ReissueMove::AskForPapers | ReissueMove::Refuse => {
            require(state.reached < Reached::Reissued, MoveFault::AlreadyReissued)
        }
        ReissueMove::Resume => require(state.is_paused(), MoveFault::NotPaused),
        ReissueMove::Accept => may_accept(state),
        ReissueMove::SignDeclaration => may_declare(state),
        ReissueMove::PassReview => may_review(state),
        ReissueMove::Reissue => may_reissue(state),
        ReissueMove::CorrectNumbers | ReissueMove::VoidBooklet => {
            require(state.reached == Reached::Reissued, MoveFault::ReissueFirst)
        }
        ReissueMove::VoidOldCertificate => may_void_old(state),
        ReissueMove::SignPaper => may_sign(state),
        ReissueMove::Issue => may_issue(state),
        // With the receipt signed the certificate is theirs: nothing to withdraw from.
        ReissueMove::Withdraw => require(!state.signed(SignedPaper::Receipt), MoveFault::AlreadyReissued),
    }
}

fn before_acceptance(state: &ReissueState) -> Result<(), MoveFault> {
    require(state.reached < Reached::Accepted, MoveFault::AlreadyAccepted)
}

fn may_give_proof(state: &ReissueState) -> Result<(), MoveFault> {
    require(state.reached < Reached::Reviewed, MoveFault::AlreadyDone)?;
    let wanted = state.archive == Some(Archive::NoRecord)
        || differs(state)
        || state.network_result() == Some(NetworkResult::Inconsistent);
    require(wanted, MoveFault::ProofNotNeeded)?;
    require(state.proofs.len() < Proof::ALL.len(), MoveFault::AlreadyDone)
}

fn may_pass_pre_check(state: &ReissueState) -> Result<(), MoveFault> {
    require(state.reached == Reached::Nothing, MoveFault::AlreadyDone)?;
    require(state.asking.is_some(), MoveFault::AskFirst)
}

/// 条例 art. 21: the office looks the record up before it issues; the status is checked against the network (art. 10).
fn may_accept(state: &ReissueState) -> Result<(), MoveFault> {
    after(state, Reached::PreChecked, MoveFault::PreCheckFirst)?;
    require(state.all_identified(), MoveFault::IdentityFirst)?;
    let original = state.original.ok_or(MoveFault::OriginalFirst)?;
    require(original.at != RegisteredAt::Elsewhere, MoveFault::RegisteredElsewhere)?;
    archive_settled(state)?;
    require(state.network.is_some(), MoveFault::NetworkCheckFirst)?;
    status_settled(state)
}

/// The record agrees, or something else proves what it would.
fn archive_settled(state: &ReissueState) -> Result<(), MoveFault> {
    let by_proxy = state.asking.as_ref().is_some_and(super::Asking::is_by_proxy);
    match &state.archive {
        None => Err(MoveFault::ArchiveFirst),
        Some(Archive::NotFound) => Err(MoveFault::ArchiveOpen),
        Some(Archive::Found { agrees: true, .. }) => Ok(()),
        Some(_) if by_proxy => Err(MoveFault::ProxyNeedsArchive),
        Some(Archive::Found { agrees: false, .. }) => {
            require(state.proven(Proves::Identity), MoveFault::IdentityProofFirst)
        }
        Some(Archive::NoRecord) => require(state.proven(Proves::Status), MoveFault::StatusProofFirst),
    }
}

/// What the system says against it needs an official paper: a court's divorce is easily kept quiet.
fn status_settled(state: &ReissueState) -> Result<(), MoveFault> {
    let against = state.network_result() == Some(NetworkResult::Inconsistent);
    let outweighed = state.proofs.iter().any(|proof| proof.outweighs_the_network());
    require(!against || outweighed, MoveFault::StatusDiffers)
}

fn differs(state: &ReissueState) -> bool {
    matches!(state.archive, Some(Archive::Found { agrees: false, .. }))
}

fn may_declare(state: &ReissueState) -> Result<(), MoveFault> {
    require(state.reached >= Reached::Accepted, MoveFault::AcceptFirst)?;
    require(!state.all_declared(), MoveFault::AlreadyDone)
}

/// A review of another day is made again on the day of reissue.
fn may_review(state: &ReissueState) -> Result<(), MoveFault> {
    require(state.reached >= Reached::Accepted, MoveFault::AcceptFirst)?;
    require(state.reached < Reached::Reissued, MoveFault::AlreadyReissued)?;
    require(state.all_declared(), MoveFault::DeclarationsFirst)?;
    status_answered(state)
}

fn may_reissue(state: &ReissueState) -> Result<(), MoveFault> {
    after(state, Reached::Reviewed, MoveFault::ReviewFirst)?;
    status_answered(state)
}

/// Declarations may be written while the system is down; nothing is granted before it has answered.
fn status_answered(state: &ReissueState) -> Result<(), MoveFault> {
    require(state.network_result() != Some(NetworkResult::Unavailable), MoveFault::NetworkResultFirst)?;
    status_settled(state)
}

fn may_void_old(state: &ReissueState) -> Result<(), MoveFault> {
    require(state.reached == Reached::Reissued, MoveFault::ReissueFirst)?;
    let at_hand = state.asking.as_ref().is_some_and(|asking| asking.reason.has_old_certificate());
    require(at_hand, MoveFault::NoOldCertificate)?;
    require(!state.old_voided, MoveFault::AlreadyDone)
}

fn may_sign(state: &ReissueState) -> Result<(), MoveFault> {
    require(state.reached == Reached::Reissued, MoveFault::ReissueFirst)?;
    require(!state.all_signed(), MoveFault::AlreadyDone)
}

fn may_issue(state: &ReissueState) -> Result<(), MoveFault> {
    require(state.reached == Reached::Reissued, MoveFault::ReissueFirst)?;
    require(!state.holds_old_certificate(), MoveFault::OldCertificateFirst)?;
    require(state.all_signed(), MoveFault::SignaturesFirst)
}

/// The case stands exactly at `at`: before it something else comes first, after it it's done.
fn after(state: &ReissueState, at: Reached, first: MoveFault) -> Result<(), MoveFault> {
    require(state.reached >= at, first)?;
    require(state.reached == at, MoveFault::AlreadyDone)
}

const fn require(holds: bool, fault: MoveFault) -> Result<(), MoveFault> {
    if holds { Ok(()) } else { Err(fault) }
}

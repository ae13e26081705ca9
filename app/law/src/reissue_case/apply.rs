//! One event after another: each is checked against the state it meets and gives the next.

use std::collections::BTreeSet;
use std::fmt;

use chrono::{Datelike, NaiveDate};

use super::{
    Archive, Asking, End, MoveFault, Opening, Original, PreCheckPoint, Reached, RegisteredAt, Reissue,
    ReissueEvent, ReissueState, may,
};
use crate::certificate::{BookletNo, CertificateNo};
use crate::eligibility::Party;
use crate::marriage_case::{NetworkCheck, NetworkResult};

/// The state after `event`, or why it can't happen now. The same event is never accepted twice in a row.
pub fn apply(state: &ReissueState, event: &ReissueEvent) -> Result<ReissueState, MoveFault> {
    may(state, event.kind())?;
    let mut next = state.clone();
    match event {
        ReissueEvent::Opened { on, office, matter } => {
            next.opening = Some(Opening { on: *on, office: *office, matter: *matter });
        }
        ReissueEvent::AskedBy { asking } => ask(&mut next, asking)?,
        ReissueEvent::IdentityChecked { party } => {
            require_applicant(state, *party)?;
            add(&mut next.identity, *party)?;
        }
        ReissueEvent::OriginalNamed { registered_on, at } => {
            next.original = Some(named(state, *registered_on, *at)?);
        }
        ReissueEvent::ArchiveChecked { archive } => next.archive = Some(looked_up(state, archive)?),
        ReissueEvent::ProofGiven { proof } => add(&mut next.proofs, *proof)?,
        ReissueEvent::NetworkChecked { result, at, officer } => {
            let check = NetworkCheck { result: *result, at: *at, officer: officer.clone() };
            next.network = Some(checked(state, check)?);
        }
        ReissueEvent::PreChecked { points } => {
            let all = PreCheckPoint::ALL.iter().all(|point| points.contains(point));
            next.reached = if all { Reached::PreChecked } else { return Err(MoveFault::PointsOpen) };
        }
        ReissueEvent::PapersMissing { items } if items.is_empty() => return Err(MoveFault::NothingMissing),
        ReissueEvent::PapersMissing { items } => next.missing.clone_from(items),
        ReissueEvent::PapersBrought => next.missing.clear(),
        ReissueEvent::Accepted => next.reached = Reached::Accepted,
        ReissueEvent::DeclarationSigned { party } => {
            require_applicant(state, *party)?;
            add(&mut next.declarations, *party)?;
        }
        ReissueEvent::Reviewed { on } => review(&mut next, *on)?,
        ReissueEvent::Reissued { on, certificate, booklets } => {
            next.reissue = Some(reissued(state, *on, *certificate, booklets)?);
            next.reached = Reached::Reissued;
        }
        ReissueEvent::NumbersCorrected { certificate, booklets, reason } => {
            next.reissue = Some(corrected(state, *certificate, booklets, reason)?);
        }
        ReissueEvent::BookletVoided { spoilt, replacement, reason: _ } => {
            next.reissue = Some(voided(state, spoilt, replacement)?);
        }
        ReissueEvent::OldCertificateVoided => next.old_voided = true,
        ReissueEvent::PaperSigned { paper } => add(&mut next.signed, *paper)?,
        ReissueEvent::Issued => next.end = Some(End::Issued),
        ReissueEvent::Refused { ground } => {
            let concerned = state.matter().is_some_and(|matter| ground.concerns(matter));
            require(concerned, MoveFault::GroundNotHere)?;
            next.end = Some(End::Refused { ground: *ground });
        }
        ReissueEvent::Withdrawn { papers_given_back } => {
            require(*papers_given_back, MoveFault::GivePapersBackFirst)?;
            next.end = Some(End::Withdrawn);
        }
    }
    Ok(next)
}

/// The state after all events, from nothing.
pub fn fold<'a>(events: impl IntoIterator<Item = &'a ReissueEvent>) -> Result<ReissueState, BrokenHistory> {
    let mut state = ReissueState::default();
    for (at, event) in events.into_iter().enumerate() {
        state = apply(&state, event).map_err(|fault| BrokenHistory { at, fault })?;
    }
    Ok(state)
}

/// Stored events that can't have happened in this order: inconsistent data, never a person's mistake.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BrokenHistory {
    /// Place of the first impossible event, from 0.
    pub at: usize,
    pub fault: MoveFault,
}

impl fmt::Display for BrokenHistory {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "event {} can't follow those before it: {}", self.at, self.fault)
    }
}

impl std::error::Error for BrokenHistory {}

fn add<T: Ord>(set: &mut BTreeSet<T>, value: T) -> Result<(), MoveFault> {
    if set.insert(value) { Ok(()) } else { Err(MoveFault::AlreadyDone) }
}

fn ask(next: &mut ReissueState, asking: &Asking) -> Result<(), MoveFault> {
    let opening = next.opening.ok_or(MoveFault::NotOpened)?;
    require(next.asking.as_ref() != Some(asking), MoveFault::AlreadyDone)?;
    asking.check(opening.matter)?;
    // Whose document was checked counts as long as they are the ones who ask.
    next.identity.retain(|party| asking.applicants.contains(party));
    next.asking = Some(asking.clone());
    Ok(())
}

fn require_applicant(state: &ReissueState, party: Party) -> Result<(), MoveFault> {
    require(state.asks(party), MoveFault::NotAnApplicant)
}

fn named(state: &ReissueState, registered_on: NaiveDate, at: RegisteredAt) -> Result<Original, MoveFault> {
    let opening = state.opening.ok_or(MoveFault::NotOpened)?;
    require(registered_on <= opening.on, MoveFault::OriginalInFuture)?;
    let original = Original { registered_on, at };
    require(state.original != Some(original), MoveFault::AlreadyDone)?;
    Ok(original)
}

fn looked_up(state: &ReissueState, archive: &Archive) -> Result<Archive, MoveFault> {
    require(state.archive.as_ref() != Some(archive), MoveFault::AlreadyDone)?;
    if let Archive::Found { file_no, keeper, .. } = archive {
        let told = !file_no.trim().is_empty() && !keeper.trim().is_empty();
        require(told, MoveFault::ArchiveNumberMissing)?;
    }
    Ok(archive.clone())
}

fn checked(state: &ReissueState, check: NetworkCheck) -> Result<NetworkCheck, MoveFault> {
    if state.network.as_ref() == Some(&check) {
        return Err(MoveFault::AlreadyDone);
    }
    if state.opening.is_some_and(|opening| check.at.date() < opening.on) {
        return Err(MoveFault::CheckTooOld);
    }
    // A failed second attempt doesn't wipe out a difference that was found.
    let found = state.network_result() == Some(NetworkResult::Inconsistent);
    if found && check.result == NetworkResult::Unavailable {
        return Err(MoveFault::StatusDiffers);
    }
    Ok(check)
}

fn review(next: &mut ReissueState, on: NaiveDate) -> Result<(), MoveFault> {
    require(next.reviewed_on != Some(on), MoveFault::AlreadyDone)?;
    let checked_on = next.network.as_ref().map(|check| check.at.date());
    // The status of some days ago says nothing of today's.
    require(checked_on == Some(on), MoveFault::CheckAnotherDay)?;
    next.reviewed_on = Some(on);
    next.reached = Reached::Reviewed;
    Ok(())
}

fn reissued(
    state: &ReissueState,
    on: NaiveDate,
    certificate: CertificateNo,
    booklets: &[BookletNo],
) -> Result<Reissue, MoveFault> {
    let opening = state.opening.ok_or(MoveFault::NotOpened)?;
    let original = state.original.ok_or(MoveFault::OriginalFirst)?;
    require(on >= opening.on, MoveFault::DateBeforeOpening)?;
    require(state.reviewed_on == Some(on), MoveFault::ReviewAnotherDay)?;
    certificate.check(opening.matter.kind(), opening.office, on.year())?;
    fit(opening, booklets)?;
    let registered_on = original.registered_on;
    Ok(Reissue { on, registered_on, certificate, booklets: booklets.to_vec(), voided: Vec::new() })
}

fn corrected(
    state: &ReissueState,
    certificate: CertificateNo,
    booklets: &[BookletNo],
    reason: &str,
) -> Result<Reissue, MoveFault> {
    let (opening, before) = reissue_of(state)?;
    if before.certificate == certificate && before.booklets == booklets {
        return Err(MoveFault::AlreadyDone);
    }
    require(!reason.trim().is_empty(), MoveFault::ReasonMissing)?;
    certificate.check(opening.matter.kind(), opening.office, before.on.year())?;
    fit(opening, booklets)?;
    let reused = booklets.iter().any(|booklet| before.voided.contains(booklet));
    require(!reused, MoveFault::BookletVoided)?;
    Ok(Reissue { certificate, booklets: booklets.to_vec(), ..before.clone() })
}

fn voided(state: &ReissueState, spoilt: &BookletNo, replacement: &BookletNo) -> Result<Reissue, MoveFault> {
    let (_, before) = reissue_of(state)?;
    let at = before.booklets.iter().position(|booklet| booklet == spoilt).ok_or(MoveFault::NotThisBooklet)?;
    require(!before.booklets.contains(replacement), MoveFault::SameBooklet)?;
    require(!before.voided.contains(replacement), MoveFault::BookletVoided)?;
    let mut after = before.clone();
    after.voided.push(std::mem::replace(&mut after.booklets[at], replacement.clone()));
    Ok(after)
}

fn reissue_of(state: &ReissueState) -> Result<(Opening, &Reissue), MoveFault> {
    let opening = state.opening.ok_or(MoveFault::NotOpened)?;
    Ok((opening, state.reissue.as_ref().ok_or(MoveFault::ReissueFirst)?))
}

/// As many as the certificate has, no two alike.
fn fit(opening: Opening, booklets: &[BookletNo]) -> Result<(), MoveFault> {
    require(booklets.len() == opening.matter.booklets(), MoveFault::BookletsMiscounted)?;
    let different: BTreeSet<_> = booklets.iter().collect();
    require(different.len() == booklets.len(), MoveFault::SameBooklet)
}

const fn require(holds: bool, fault: MoveFault) -> Result<(), MoveFault> {
    if holds { Ok(()) } else { Err(fault) }
}

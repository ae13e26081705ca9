//! One event after another: each is checked against the state it meets and gives the next.

use std::collections::BTreeSet;
use std::fmt;

use chrono::{Datelike, NaiveDate};

use super::{
    End, MarriageEvent, MarriageState, MoveFault, NetworkCheck, NetworkResult, Opening, PreCheckPoint,
    Reached, Registration, may,
};
use crate::certificate::{BookletNo, CertificateKind, CertificateNo};
use crate::eligibility::Party;

/// The state after `event`, or why it can't happen now. The same event is never accepted twice in a row.
pub fn apply(state: &MarriageState, event: &MarriageEvent) -> Result<MarriageState, MoveFault> {
    may(state, event.kind())?;
    let mut next = state.clone();
    match event {
        MarriageEvent::Opened { on, office } => next.opening = Some(Opening { on: *on, office: *office }),
        MarriageEvent::IdentityChecked { party } => add(&mut next.identity, *party)?,
        MarriageEvent::NetworkChecked { result, at, officer } => {
            let check = NetworkCheck { result: *result, at: *at, officer: officer.clone() };
            next.network = Some(checked(state, check)?);
        }
        MarriageEvent::EvidenceGiven { kind } => add(&mut next.evidence, *kind)?,
        MarriageEvent::PreChecked { points } => {
            let all = PreCheckPoint::ALL.iter().all(|point| points.contains(point));
            next.reached = if all { Reached::PreChecked } else { return Err(MoveFault::PointsOpen) };
        }
        MarriageEvent::PapersMissing { items } if items.is_empty() => return Err(MoveFault::NothingMissing),
        MarriageEvent::PapersMissing { items } => next.missing.clone_from(items),
        MarriageEvent::PapersBrought => next.missing.clear(),
        MarriageEvent::Accepted => next.reached = Reached::Accepted,
        MarriageEvent::DeclarationSigned { party } => add(&mut next.declarations, *party)?,
        MarriageEvent::Reviewed => next.reached = Reached::Reviewed,
        MarriageEvent::Registered { on, certificate, booklets } => {
            next.registration = Some(registered(state, *on, *certificate, booklets)?);
            next.reached = Reached::Registered;
        }
        MarriageEvent::NumbersCorrected { certificate, booklets, reason } => {
            next.registration = Some(corrected(state, *certificate, booklets, reason)?);
        }
        MarriageEvent::BookletVoided { party, spoilt, replacement, reason: _ } => {
            next.registration = Some(voided(state, *party, spoilt, replacement)?);
        }
        MarriageEvent::PaperSigned { paper } => add(&mut next.signed, *paper)?,
        MarriageEvent::Issued => next.end = Some(End::Issued),
        MarriageEvent::Refused { ground } => next.end = Some(End::Refused { ground: *ground }),
        MarriageEvent::PartiesLeft => next.end = Some(End::WithdrawnByParties),
    }
    Ok(next)
}

/// The state after all events, from nothing.
pub fn fold<'a>(events: impl IntoIterator<Item = &'a MarriageEvent>) -> Result<MarriageState, BrokenHistory> {
    let mut state = MarriageState::default();
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

fn checked(state: &MarriageState, check: NetworkCheck) -> Result<NetworkCheck, MoveFault> {
    if state.network.as_ref() == Some(&check) {
        return Err(MoveFault::AlreadyDone);
    }
    if state.opening.is_some_and(|opening| check.at.date() < opening.on) {
        return Err(MoveFault::CheckTooOld);
    }
    // A failed second attempt doesn't wipe out a difference that was found.
    let found = state.network_result() == Some(NetworkResult::Inconsistent);
    if found && check.result == NetworkResult::Unavailable {
        return Err(MoveFault::CheckStands);
    }
    Ok(check)
}

fn registered(
    state: &MarriageState,
    on: NaiveDate,
    certificate: CertificateNo,
    booklets: &[BookletNo; 2],
) -> Result<Registration, MoveFault> {
    let opening = state.opening.ok_or(MoveFault::NotOpened)?;
    if on < opening.on {
        return Err(MoveFault::DateBeforeOpening);
    }
    certificate.check(CertificateKind::Marriage, opening.office, on.year())?;
    differ(booklets)?;
    Ok(Registration { on, certificate, booklets: booklets.clone(), voided: Vec::new() })
}

fn corrected(
    state: &MarriageState,
    certificate: CertificateNo,
    booklets: &[BookletNo; 2],
    reason: &str,
) -> Result<Registration, MoveFault> {
    let (opening, before) = registration_of(state)?;
    if before.certificate == certificate && before.booklets == *booklets {
        return Err(MoveFault::AlreadyDone);
    }
    if reason.trim().is_empty() {
        return Err(MoveFault::ReasonMissing);
    }
    certificate.check(CertificateKind::Marriage, opening.office, before.on.year())?;
    differ(booklets)?;
    if booklets.iter().any(|booklet| before.voided.contains(booklet)) {
        return Err(MoveFault::BookletVoided);
    }
    Ok(Registration { certificate, booklets: booklets.clone(), ..before.clone() })
}

fn voided(
    state: &MarriageState,
    party: Party,
    spoilt: &BookletNo,
    replacement: &BookletNo,
) -> Result<Registration, MoveFault> {
    let (_, before) = registration_of(state)?;
    if before.booklets[party.index()] != *spoilt {
        return Err(MoveFault::NotThisBooklet);
    }
    if before.booklets.contains(replacement) {
        return Err(MoveFault::SameBooklet);
    }
    if before.voided.contains(replacement) {
        return Err(MoveFault::BookletVoided);
    }
    let mut after = before.clone();
    after.voided.push(std::mem::replace(&mut after.booklets[party.index()], replacement.clone()));
    Ok(after)
}

fn registration_of(state: &MarriageState) -> Result<(Opening, &Registration), MoveFault> {
    let opening = state.opening.ok_or(MoveFault::NotOpened)?;
    Ok((opening, state.registration.as_ref().ok_or(MoveFault::RegisterFirst)?))
}

fn differ(booklets: &[BookletNo; 2]) -> Result<(), MoveFault> {
    if booklets[0] == booklets[1] { Err(MoveFault::SameBooklet) } else { Ok(()) }
}

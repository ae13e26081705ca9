//! One event after another: each is checked against the state it meets and gives the next.

use std::collections::BTreeSet;
use std::fmt;

use chrono::{Datelike, NaiveDate};

use super::{
    Application, ApplicationDates, DivorceEvent, DivorceState, End, MoveFault, PastRefusal, PreCheckPoint,
    Reached, Refusal, RefusedGround, Review, ReviewPoint, Ticket, When, may,
};
use crate::certificate::{BookletNo, CertificateKind, CertificateNo};
use crate::divorce_clock::Phase;
use crate::eligibility::Party;
use crate::marriage_case::{Opening, Registration};

/// The state after `event`, or why it can't happen. The same event is never accepted twice in a row, except an answer
/// to the offer of counselling, which may change.
pub fn apply(state: &DivorceState, event: &DivorceEvent) -> Result<DivorceState, Refusal> {
    may(state, event.kind(), When::served(day_of(state, event)))?;
    let mut next = state.clone();
    match event {
        DivorceEvent::Opened { on, office } => next.opening = Some(Opening { on: *on, office: *office }),
        DivorceEvent::TakenUp { receipt_no, dates } => {
            next.application =
                Some(Application { receipt_no: receipt_no.clone(), dates: *dates, ours: None });
            next.reached = Reached::Accepted;
        }
        DivorceEvent::IdentityChecked { party } => add(&mut next.identity, *party)?,
        DivorceEvent::CertificatesSeen { seen } => change(&mut next.certificates, *seen)?,
        DivorceEvent::AgreementDeclared { shown } => change(&mut next.agreement, *shown)?,
        DivorceEvent::NetworkChecked { result, at } => change(&mut next.network, (*result, *at))?,
        DivorceEvent::PreChecked { points } => {
            require(PreCheckPoint::ALL.iter().all(|point| points.contains(point)), MoveFault::PointsOpen)?;
            next.reached = Reached::PreChecked;
        }
        DivorceEvent::PapersMissing { items } => {
            require(!items.is_empty(), MoveFault::NothingMissing)?;
            next.missing.clone_from(items);
        }
        DivorceEvent::PapersBrought => next.missing.clear(),
        DivorceEvent::NotAccepted { ground, on } => {
            end(&mut next, End::NotAccepted { ground: *ground, on: *on });
        }
        DivorceEvent::Accepted { on, receipt_no, dates, ours } => {
            require(state.opening.is_some_and(|opening| opening.on == *on), MoveFault::AcceptedOnAnotherDay)?;
            next.application = Some(application(receipt_no, on, dates, *ours)?);
            next.reached = Reached::Accepted;
        }
        DivorceEvent::DatesCorrected { dates, ours, reason } => {
            require(!reason.trim().is_empty(), MoveFault::ReasonMissing)?;
            redate(&mut next, dates, *ours)?;
        }
        DivorceEvent::DatesMoved { dates, why: _ } => redate(&mut next, dates, None)?,
        DivorceEvent::CounsellingOffered { answer } => change(&mut next.counselling, *answer)?,
        DivorceEvent::Withdrawn { by, on, receipt: _, ticket } => {
            in_time(state, *on, ticket.as_ref())?;
            next.review = None;
            end(&mut next, End::Withdrawn { by: *by, on: *on });
        }
        DivorceEvent::ReviewBegun { on, points, ticket, late_reason } => {
            in_time(state, *on, ticket.as_ref())?;
            require(ReviewPoint::ALL.iter().all(|point| points.contains(point)), MoveFault::PointsOpen)?;
            let waited = ticket.as_ref().map(|ticket| ticket.reason.clone());
            next.review = Some(Review::begun(*on, late_reason.clone().or(waited)));
            next.reached = Reached::UnderReview;
        }
        DivorceEvent::QuestioningOpened { party } => {
            let review = review_of(&mut next)?;
            require(!review.questioned.contains(party), MoveFault::AlreadyDone)?;
            review.questioning = Some(*party);
        }
        DivorceEvent::QuestioningClosed { party } => {
            let review = review_of(&mut next)?;
            require(review.questioning == Some(*party), MoveFault::QuestioningNotOpen)?;
            review.questioning = None;
            review.questioned.insert(*party);
        }
        DivorceEvent::DeclarationSigned { party } => add(&mut review_of(&mut next)?.declarations, *party)?,
        DivorceEvent::AgreementSigned => review_of(&mut next)?.agreement_signed = true,
        DivorceEvent::Reviewed => next.reached = Reached::Reviewed,
        DivorceEvent::ReviewRefused { ground, on } => refuse(&mut next, *ground, *on)?,
        DivorceEvent::Registered { on, certificate, booklets } => {
            next.registration = Some(registered(state, *on, *certificate, booklets)?);
            next.reached = Reached::Registered;
        }
        DivorceEvent::NumbersCorrected { certificate, booklets, reason } => {
            next.registration = Some(corrected(state, *certificate, booklets, reason)?);
        }
        DivorceEvent::BookletVoided { party, spoilt, replacement, reason: _ } => {
            next.registration = Some(voided(state, *party, spoilt, replacement)?);
        }
        DivorceEvent::CertificatesStamped => next.stamped = true,
        DivorceEvent::PaperSigned { paper } => add(&mut next.signed, *paper)?,
        DivorceEvent::Issued => end(&mut next, End::Issued),
        DivorceEvent::RegistrationUndone { reason } => undo(&mut next, reason)?,
        DivorceEvent::PartiesLeft => end(&mut next, End::LeftBefore),
        DivorceEvent::ClosedOther { on, cause, reason } => {
            require(!reason.trim().is_empty(), MoveFault::ReasonMissing)?;
            end(&mut next, End::Closed { cause: *cause, on: *on });
        }
    }
    Ok(next)
}

/// The state after all events, from nothing.
pub fn fold<'a>(events: impl IntoIterator<Item = &'a DivorceEvent>) -> Result<DivorceState, BrokenHistory> {
    let mut state = DivorceState::default();
    for (at, event) in events.into_iter().enumerate() {
        state = apply(&state, event).map_err(|refusal| BrokenHistory { at, refusal })?;
    }
    Ok(state)
}

/// Stored events that can't have happened in this order: inconsistent data, never a person's mistake.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BrokenHistory {
    /// Place of the first impossible event, from 0.
    pub at: usize,
    pub refusal: Refusal,
}

impl fmt::Display for BrokenHistory {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "event {} can't follow those before it: {}", self.at, self.refusal)
    }
}

impl std::error::Error for BrokenHistory {}

/// The day of the act: its own, or that of the review it belongs to.
fn day_of(state: &DivorceState, event: &DivorceEvent) -> NaiveDate {
    let own = match event {
        DivorceEvent::Opened { on, .. }
        | DivorceEvent::NotAccepted { on, .. }
        | DivorceEvent::Accepted { on, .. }
        | DivorceEvent::Withdrawn { on, .. }
        | DivorceEvent::ReviewBegun { on, .. }
        | DivorceEvent::ReviewRefused { on, .. }
        | DivorceEvent::Registered { on, .. }
        | DivorceEvent::ClosedOther { on, .. } => Some(*on),
        _ => None,
    };
    let review = || state.review.as_ref().map(|review| review.on);
    own.or_else(review).or(state.opening.map(|opening| opening.on)).unwrap_or_default()
}

fn application(
    receipt_no: &super::ReceiptNo,
    on: &NaiveDate,
    dates: &ApplicationDates,
    ours: Option<ApplicationDates>,
) -> Result<Application, MoveFault> {
    require(dates.accepted == *on, MoveFault::AcceptedOnAnotherDay)?;
    check(dates)?;
    Ok(Application { receipt_no: receipt_no.clone(), dates: *dates, ours })
}

/// Dates from anywhere give each period its thirty days.
fn check(dates: &ApplicationDates) -> Result<(), MoveFault> {
    ApplicationDates::typed(dates.accepted, dates.cooling_off_last, dates.issuance_last)?;
    require(dates.cooling_off_last.succ_opt() == Some(dates.issuance_first), MoveFault::DatesBadOrder)
}

fn redate(
    next: &mut DivorceState,
    dates: &ApplicationDates,
    ours: Option<ApplicationDates>,
) -> Result<(), MoveFault> {
    check(dates)?;
    let application = next.application.as_mut().ok_or(MoveFault::AcceptFirst)?;
    require(application.dates.accepted == dates.accepted, MoveFault::AcceptedOnAnotherDay)?;
    require(application.dates != *dates, MoveFault::AlreadyDone)?;
    application.dates = *dates;
    if ours.is_some() {
        application.ours = ours;
    }
    Ok(())
}

/// A ticket stands for its own day only: who waited at closing time is served, not who comes the day after.
fn in_time(state: &DivorceState, on: NaiveDate, ticket: Option<&Ticket>) -> Result<(), MoveFault> {
    let Some(ticket) = ticket else { return Ok(()) };
    let dates = state.application.as_ref().ok_or(MoveFault::AcceptFirst)?.dates;
    let last = on == dates.cooling_off_last || on == dates.issuance_last;
    require(last && ticket.taken_at.date() == on, MoveFault::TicketNotInTime)?;
    require(!ticket.reason.trim().is_empty(), MoveFault::ReasonMissing)
}

fn refuse(next: &mut DivorceState, ground: RefusedGround, on: NaiveDate) -> Result<(), MoveFault> {
    let phase = next.application.as_ref().ok_or(MoveFault::AcceptFirst)?.dates.phase(on);
    let fits = match ground {
        RefusedGround::TooEarly => matches!(phase, Phase::NotYet | Phase::CoolingOff),
        RefusedGround::TooLate => phase == Phase::Lapsed,
        RefusedGround::NotVoluntaryNow
        | RefusedGround::AgreementIncomplete
        | RefusedGround::Capacity
        | RefusedGround::WrongOffice
        | RefusedGround::PartyAbsent => true,
    };
    require(fits, MoveFault::GroundNotNow)?;
    let refusal = PastRefusal { ground, on };
    require(next.refusals.last() != Some(&refusal) || next.review.is_some(), MoveFault::AlreadyDone)?;
    next.refusals.push(refusal);
    // They may come again inside the window: everything of this review begins anew then.
    next.review = None;
    next.missing.clear();
    next.reached = Reached::Accepted;
    Ok(())
}

fn registered(
    state: &DivorceState,
    on: NaiveDate,
    certificate: CertificateNo,
    booklets: &[BookletNo; 2],
) -> Result<Registration, Refusal> {
    let opening = state.opening.ok_or(MoveFault::NotOpened)?;
    let review = state.review.as_ref().ok_or(MoveFault::ReviewNotBegun)?;
    // 条例 16: registered on the spot.
    require(review.on == on, MoveFault::ReviewAnotherDay)?;
    certificate.check(CertificateKind::Divorce, opening.office, on.year())?;
    require(booklets[0] != booklets[1], MoveFault::SameBooklet)?;
    Ok(Registration { on, certificate, booklets: booklets.clone(), voided: Vec::new() })
}

fn corrected(
    state: &DivorceState,
    certificate: CertificateNo,
    booklets: &[BookletNo; 2],
    reason: &str,
) -> Result<Registration, Refusal> {
    let (opening, before) = registration_of(state)?;
    require(before.certificate != certificate || before.booklets != *booklets, MoveFault::AlreadyDone)?;
    require(!reason.trim().is_empty(), MoveFault::ReasonMissing)?;
    certificate.check(CertificateKind::Divorce, opening.office, before.on.year())?;
    require(booklets[0] != booklets[1], MoveFault::SameBooklet)?;
    require(!booklets.iter().any(|booklet| before.voided.contains(booklet)), MoveFault::BookletVoided)?;
    Ok(Registration { certificate, booklets: booklets.clone(), ..before.clone() })
}

fn voided(
    state: &DivorceState,
    party: Party,
    spoilt: &BookletNo,
    replacement: &BookletNo,
) -> Result<Registration, MoveFault> {
    let (_, before) = registration_of(state)?;
    require(before.booklets[party.index()] == *spoilt, MoveFault::NotThisBooklet)?;
    require(!before.booklets.contains(replacement), MoveFault::SameBooklet)?;
    require(!before.voided.contains(replacement), MoveFault::BookletVoided)?;
    let mut after = before.clone();
    after.voided.push(std::mem::replace(&mut after.booklets[party.index()], replacement.clone()));
    Ok(after)
}

/// The number becomes a gap; whether they may come again the dates say.
fn undo(next: &mut DivorceState, reason: &str) -> Result<(), MoveFault> {
    require(!reason.trim().is_empty(), MoveFault::ReasonMissing)?;
    let undone = next.registration.take().ok_or(MoveFault::RegisterFirst)?;
    next.void_numbers.push(undone.certificate);
    next.review = None;
    next.signed.clear();
    next.reached = Reached::Accepted;
    Ok(())
}

fn end(next: &mut DivorceState, end: End) {
    next.missing.clear();
    next.end = Some(end);
}

fn registration_of(state: &DivorceState) -> Result<(Opening, &Registration), MoveFault> {
    let opening = state.opening.ok_or(MoveFault::NotOpened)?;
    Ok((opening, state.registration.as_ref().ok_or(MoveFault::RegisterFirst)?))
}

fn review_of(next: &mut DivorceState) -> Result<&mut Review, MoveFault> {
    next.review.as_mut().ok_or(MoveFault::ReviewNotBegun)
}

fn add<T: Ord>(set: &mut BTreeSet<T>, value: T) -> Result<(), MoveFault> {
    require(set.insert(value), MoveFault::AlreadyDone)
}

fn change<T: PartialEq>(slot: &mut Option<T>, value: T) -> Result<(), MoveFault> {
    require(slot.as_ref() != Some(&value), MoveFault::AlreadyDone)?;
    *slot = Some(value);
    Ok(())
}

const fn require(holds: bool, fault: MoveFault) -> Result<(), MoveFault> {
    if holds { Ok(()) } else { Err(fault) }
}

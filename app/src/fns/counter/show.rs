//! From a case of the registry to what the screen shows: words, masked numbers, the one question.

use super::persons::person;
use super::story::{past, stages};
use super::view::{
    Ask, BookingView, CaseView, GripField, HoldView, NetworkView, PaperLine, RegistrationView,
};
use crate::fns::staff::{Kept, Seat};
use chrono::NaiveDate;
use law::{
    Lang,
    checklist::{circumstances, what_to_bring},
    eligibility::Party,
    marriage_case::{End, MarriageEvent, MarriageMove, MarriageState, NetworkResult, Reached},
    service::Service,
};
use registry::RecordSystem;
use registry::booking::Booking;
use registry::marriage::{CasePaper, MarriageCase};
use registry::staff::Right;

const ZH: Lang = Lang::Zh;

pub fn booking(booking: &Booking, today: NaiveDate, kept: Kept) -> BookingView {
    let persons = [Some(&booking.a), booking.b.as_ref()].into_iter().flatten();
    BookingView {
        id: booking.id.to_string(),
        service: booking.service.title(ZH).to_owned(),
        is_marriage: booking.service == Service::Marriage,
        is_divorce: booking.service.is_divorce_matter(),
        is_reissue: law::reissue_case::Matter::of(booking.service).is_some(),
        is_records: booking.service == Service::Records,
        code: booking.code.to_string(),
        date: booking.date,
        starts: booking.start,
        ends: booking.end,
        persons: persons.map(|party| (party.name.as_str().to_owned(), party.person.id().masked())).collect(),
        arrived: booking.arrived_at.map(|at| at.time()),
        both_here: booking.both_here == Some(true),
        is_today: booking.date == today,
        kept,
    }
}

pub fn case(seat: &Seat, case: &MarriageCase, booking: Option<&Booking>, kept: Kept) -> CaseView {
    let now = seat.registry.clock().local();
    let today = now.date();
    let state = &case.state;
    let hold = hold(seat, case.holder.as_ref(), state.end().is_some());
    let late = case.file.late_reason.clone();
    let running = state.end().is_none() && case.opened_at.date() == today;
    CaseView {
        grip: GripField { case: case.id.to_string(), fence: case.fence, version: case.version },
        number: case.number,
        on: state.opening().map_or(case.date, |opening| opening.on),
        late,
        appointed: booking.map(|booking| booking.start),
        arrived: booking.and_then(|booking| booking.arrived_at).map(|at| at.time()),
        opened: case.opened_at.time(),
        minutes: running.then(|| (now - case.opened_at).num_minutes()),
        stages: stages(state, &case.past, today),
        persons: [Party::First, Party::Second].map(|seat| person(case, seat, now)),
        ask: ask(case),
        moves: case.moves.clone(),
        network: state.network().map(|check| NetworkView {
            result: check.result,
            at: check.at.time(),
            officer: who_checked(case),
        }),
        evidence: state.evidence().iter().copied().collect(),
        missing: state.missing().iter().copied().collect(),
        items: what_to_bring(Service::Marriage, circumstances(Service::Marriage)),
        declared: [Party::First, Party::Second].into_iter().filter(|seat| state.declared(*seat)).collect(),
        signed: law::marriage_case::SignedPaper::ALL
            .iter()
            .copied()
            .filter(|paper| state.signed(*paper))
            .collect(),
        registration: state.registration().map(|known| RegistrationView {
            on: known.on,
            certificate: known.certificate.to_string(),
            booklets: [known.booklets[0].to_string(), known.booklets[1].to_string()],
            voided: known.voided.iter().map(ToString::to_string).collect(),
        }),
        end: state.end(),
        restored: case.file.restored,
        remarks: case.file.remarks.clone(),
        past: past(&case.past, today),
        papers: if seat.officer.may(Right::HandleCase).is_ok() { papers(state, case) } else { Vec::new() },
        uncovered: case.uncovered.iter().collect(),
        own_numbers: seat.registry.terms().record_system == RecordSystem::Own,
        hold,
        kept,
    }
}

/// Who has a case, as this colleague sees it.
pub fn hold(seat: &Seat, holder: Option<&(uuid::Uuid, String)>, ended: bool) -> HoldView {
    match holder {
        _ if ended => HoldView::Ended,
        Some((officer, _)) if *officer == seat.officer.id => HoldView::Mine,
        Some((_, name)) => HoldView::Other(name.clone()),
        None => HoldView::Free,
    }
}

/// The one question: what the law wants next.
fn ask(case: &MarriageCase) -> Ask {
    let state = &case.state;
    if state.end().is_some() {
        return Ask::Ended;
    }
    if state.is_paused() {
        return Ask::Paused;
    }
    let unread = |seat: &Party| case.file.person(*seat).document.is_none();
    if state.reached() < Reached::Accepted
        && let Some(seat) = [Party::First, Party::Second].into_iter().find(unread)
    {
        return Ask::Fill(seat);
    }
    match state.reached() {
        Reached::Nothing => Ask::PreCheck,
        Reached::PreChecked if state.network().is_none() => Ask::Network,
        Reached::PreChecked if lacks_evidence(state) => Ask::Evidence,
        Reached::PreChecked => Ask::Accept,
        Reached::Accepted if case.moves.contains(&MarriageMove::SignDeclaration) => Ask::Declarations,
        Reached::Accepted if unanswered(state) => Ask::Network,
        Reached::Accepted if lacks_evidence(state) => Ask::Evidence,
        Reached::Accepted => Ask::Review,
        Reached::Reviewed => Ask::Register,
        Reached::Registered => Ask::Issue,
    }
}

fn lacks_evidence(state: &MarriageState) -> bool {
    let differs = state.network().is_some_and(|check| check.result == NetworkResult::Inconsistent);
    differs && state.evidence().is_empty()
}

fn unanswered(state: &MarriageState) -> bool {
    state.network().is_some_and(|check| check.result == NetworkResult::Unavailable)
}

fn who_checked(case: &MarriageCase) -> String {
    let last = case.past.iter().rfind(|past| matches!(past.event, MarriageEvent::NetworkChecked { .. }));
    last.map(|past| past.officer.clone()).unwrap_or_default()
}

fn papers(state: &MarriageState, case: &MarriageCase) -> Vec<PaperLine> {
    let line = |paper: CasePaper, title: &str| PaperLine {
        kind: paper.as_str().to_owned(),
        title: title.to_owned(),
    };
    let mut papers = Vec::new();
    if state.is_paused() {
        papers.push(line(CasePaper::MissingPapers, "一次性告知单"));
    }
    if matches!(state.end(), Some(End::Refused { .. })) {
        papers.push(line(CasePaper::Refusal, "不予办理告知书"));
    }
    if case.file.documents().is_some()
        && !matches!(state.end(), Some(End::Refused { .. } | End::WithdrawnByParties))
    {
        papers.push(line(CasePaper::DeclarationA, "声明书（第一位）"));
        papers.push(line(CasePaper::DeclarationB, "声明书（第二位）"));
        papers.push(line(CasePaper::ReviewForm, "审查处理表"));
    }
    if state.registration().is_some() && state.number_to_void().is_none() {
        papers.push(line(CasePaper::IssuingSlip, "发证凭条"));
    }
    papers
}

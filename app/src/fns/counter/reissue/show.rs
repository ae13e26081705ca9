//! From a reissue of the registry to what the screen shows.

use super::story::{archive_words, past, stages};
use super::view::{ArchiveView, AskingView, OriginalView, ReissueAsk, ReissueView, ReissuedView};
use crate::fns::{
    counter::{CopyItem, Copying, GripField, NetworkView, PaperLine, PersonView, Row, persons, show::hold},
    staff::{Kept, Seat},
};
use chrono::{NaiveDate, NaiveDateTime};
use law::{
    Lang,
    checklist::{Item, circumstances, what_to_bring},
    eligibility::Party,
    identity::IdNumber,
    marriage_case::{NetworkResult, SignedPaper},
    reissue_case::{Archive, End, Matter, Proof, Proves, Reached, ReissueEvent, ReissueMove, ReissueState},
};
use registry::{
    RecordSystem,
    booking::Booking,
    reissue::{ReissueCase, ReissuePaper, Validity},
    staff::Right,
};

const ZH: Lang = Lang::Zh;
/// Both seats, in order.
const SEATS: [Party; 2] = [Party::First, Party::Second];

pub fn case(seat: &Seat, case: &ReissueCase, booking: Option<&Booking>, kept: Kept) -> ReissueView {
    let now = seat.registry.clock().local();
    let today = now.date();
    let state = &case.state;
    let running = state.end().is_none() && case.opened_at.date() == today;
    let handles = seat.officer.may(Right::HandleCase).is_ok();
    let persons = SEATS.map(|who| person(case, who, now));
    let day = act_day(case, today);
    ReissueView {
        grip: GripField { case: case.id.to_string(), fence: case.fence, version: case.version },
        hold: hold(seat, case.holder.as_ref(), state.end().is_some()),
        number: case.number,
        matter: case.matter,
        on: state.opening().map_or(case.date, |opening| opening.on),
        late: case.file.late_reason.clone(),
        appointed: booking.map(|booking| booking.start),
        arrived: booking.and_then(|booking| booking.arrived_at).map(|at| at.time()),
        opened: case.opened_at.time(),
        minutes: running.then(|| (now - case.opened_at).num_minutes()),
        stages: stages(state, &case.past, today),
        copies: copies(case, &persons),
        persons,
        ask: ask(case, day),
        moves: case.moves.clone(),
        asking: asking(case, today),
        original: original(case),
        held: held(case),
        archive: state.archive().map(|archive| ArchiveView {
            words: archive_words(archive),
            agrees: matches!(archive, Archive::Found { agrees: true, .. }),
        }),
        next: state.archive().map(|archive| next(archive, case.matter)).unwrap_or_default(),
        proofs: state.proofs().iter().copied().collect(),
        wanted: wanted(state),
        network: state.network().map(|check| NetworkView {
            result: check.result,
            at: check.at.time(),
            officer: who_checked(case),
        }),
        network_is_old: state.network().is_some_and(|check| check.at.date() != day),
        declared: SEATS.into_iter().filter(|seat| state.declared(*seat)).collect(),
        old_certificate: old_certificate(state),
        signed: SignedPaper::ALL.iter().copied().filter(|paper| state.signed(*paper)).collect(),
        reissue: state.reissue().map(|known| ReissuedView {
            on: known.on,
            registered_on: known.registered_on,
            certificate: known.certificate.to_string(),
            booklets: known.booklets.iter().map(ToString::to_string).collect(),
            voided: known.voided.iter().map(ToString::to_string).collect(),
        }),
        end: state.end(),
        missing: state.missing().iter().copied().collect(),
        items: items(case.matter),
        past: past(&case.past, case.matter, today),
        papers: if handles { papers(case) } else { Vec::new() },
        uncovered: case.uncovered.iter().collect(),
        own_numbers: seat.registry.terms().record_system == RecordSystem::Own,
        kept,
    }
}

/// A late entry is of its own day, everything else of today.
fn act_day(case: &ReissueCase, today: NaiveDate) -> NaiveDate {
    let late = case.file.late_reason.is_some();
    case.state.opening().filter(|_| late).map_or(today, |opening| opening.on)
}

fn person(case: &ReissueCase, seat: Party, now: NaiveDateTime) -> PersonView {
    let checked = case.past.iter().rfind(|past| past.event == ReissueEvent::IdentityChecked { party: seat });
    let checked = checked.filter(|_| case.state.identity_checked(seat)).map(|past| past.at);
    let view = persons::person_of(case.file.person(seat), seat, checked, now);
    // The status the matter itself tells; whoever of the two is here doesn't read the other's telephone.
    let hidden = |row: &Row| row.value.is_empty() || matches!(row.label.as_str(), "手机号" | "婚前状况");
    let rows = view.rows.into_iter().filter(|row| !hidden(row)).collect();
    PersonView { rows, phone_before: None, ..view }
}

fn asking(case: &ReissueCase, today: NaiveDate) -> Option<AskingView> {
    let known = case.state.asking()?;
    let masked = |proxy: &registry::reissue::ProxyPerson| {
        let number = IdNumber::parse(proxy.id_type, &proxy.id_number, today);
        (proxy.name.clone(), number.map_or_else(|_| "********".to_owned(), |number| number.masked()))
    };
    Some(AskingView {
        applicants: known.applicants.iter().copied().collect(),
        reason: known.reason,
        alone: known.alone.clone().unwrap_or_default(),
        proxy: case.file.proxy.as_ref().filter(|_| known.is_by_proxy()).map(masked),
    })
}

fn original(case: &ReissueCase) -> Option<OriginalView> {
    let facts = case.file.marriage.as_ref()?;
    Some(OriginalView {
        registered_on: facts.registered_on,
        at: case.state.original().map(|original| original.at),
        office: facts.office.clone(),
        certificate_no: facts.certificate_no.clone(),
    })
}

/// What the register says of the old certificate, once its number is known.
fn held(case: &ReissueCase) -> Option<String> {
    let number = case.file.marriage.as_ref().map(|facts| facts.certificate_no.as_str()).unwrap_or_default();
    match &case.held {
        _ if number.is_empty() => None,
        None => Some("本处登记簿里没有这个字号".to_owned()),
        Some(held) => {
            let since = law::words::date_on_form(held.on);
            let replaced: Vec<_> = held.replaced.iter().map(|known| known.number.clone()).collect();
            Some(match replaced.is_empty() {
                true => format!("本处登记簿里有这本证（{since}），没有补发过"),
                false => format!("本处登记簿里有这本证（{since}），已被 {} 代替", replaced.join("、")),
            })
        }
    }
}

fn next(archive: &Archive, matter: Matter) -> Vec<String> {
    archive.what_next(matter, ZH).into_iter().map(str::to_owned).collect()
}

/// Which proofs would do now.
fn wanted(state: &ReissueState) -> Vec<Proof> {
    let against = status_differs(state);
    let of = |wanted: Proves| Proof::ALL.iter().copied().filter(move |proof| proof.proves() == wanted);
    match state.archive() {
        _ if against => Proof::ALL.iter().copied().filter(|proof| proof.outweighs_the_network()).collect(),
        Some(Archive::NoRecord) => of(Proves::Status).collect(),
        Some(Archive::Found { agrees: false, .. }) => of(Proves::Identity).collect(),
        Some(Archive::Found { agrees: true, .. } | Archive::NotFound) | None => Vec::new(),
    }
}

fn status_differs(state: &ReissueState) -> bool {
    let against = state.network().is_some_and(|check| check.result == NetworkResult::Inconsistent);
    against && !state.proofs().iter().any(|proof| proof.outweighs_the_network())
}

/// What the archive leaves open is still to be proven.
fn lacks_proof(state: &ReissueState) -> bool {
    let given = |wanted: Proves| state.proofs().iter().any(|proof| proof.proves() == wanted);
    match state.archive() {
        Some(Archive::NoRecord) => !given(Proves::Status),
        Some(Archive::Found { agrees: false, .. }) => !given(Proves::Identity),
        Some(Archive::Found { agrees: true, .. } | Archive::NotFound) | None => false,
    }
}

fn old_certificate(state: &ReissueState) -> Option<bool> {
    let at_hand = state.asking().is_some_and(|asking| asking.reason.has_old_certificate());
    at_hand.then(|| !state.holds_old_certificate())
}

/// The one question: what the law wants next.
fn ask(case: &ReissueCase, day: NaiveDate) -> ReissueAsk {
    let state = &case.state;
    if state.end().is_some() {
        return ReissueAsk::Ended;
    }
    if state.is_paused() {
        return ReissueAsk::Paused;
    }
    let checked_today = state
        .network()
        .is_some_and(|check| check.at.date() == day && check.result != NetworkResult::Unavailable);
    match state.reached() {
        Reached::Nothing | Reached::PreChecked => before_acceptance(case),
        Reached::Accepted if case.moves.contains(&ReissueMove::SignDeclaration) => ReissueAsk::Declarations,
        Reached::Accepted | Reached::Reviewed if !checked_today => ReissueAsk::Network,
        Reached::Accepted | Reached::Reviewed if status_differs(state) => ReissueAsk::Differs,
        Reached::Accepted => ReissueAsk::Review,
        Reached::Reviewed if state.reviewed_on() != Some(day) => ReissueAsk::Review,
        Reached::Reviewed => ReissueAsk::Number,
        Reached::Reissued => ReissueAsk::Issue,
    }
}

fn before_acceptance(case: &ReissueCase) -> ReissueAsk {
    let state = &case.state;
    if state.asking().is_none() {
        return ReissueAsk::Who;
    }
    if let Some(seat) = SEATS.into_iter().find(|seat| unread(case, *seat)) {
        return ReissueAsk::Fill(seat);
    }
    match state.archive() {
        _ if case.file.marriage.is_none() => ReissueAsk::Original,
        None => ReissueAsk::Archive,
        Some(Archive::NotFound) => ReissueAsk::Searching,
        Some(_) if lacks_proof(state) => ReissueAsk::Proof,
        Some(_) if state.network().is_none() => ReissueAsk::Network,
        Some(_) if status_differs(state) => ReissueAsk::Differs,
        Some(_) if state.reached() == Reached::Nothing => ReissueAsk::PreCheck,
        Some(_) => ReissueAsk::Accept,
    }
}

/// Who asks shows a document; the other of a couple is written down from the record.
fn unread(case: &ReissueCase, seat: Party) -> bool {
    let person = case.file.person(seat);
    match (&person.document, case.state.asks(seat)) {
        (None, asks) => asks || case.matter == Matter::Marriage,
        (Some(_), false) => false,
        (Some(document), true) => {
            let shown = document.valid_until != Validity::NotShown;
            !shown || (!case.state.identity_checked(seat) && person.differences().is_empty())
        }
    }
}

fn who_checked(case: &ReissueCase) -> String {
    let last = case.past.iter().rfind(|past| matches!(past.event, ReissueEvent::NetworkChecked { .. }));
    last.map(|past| past.officer.clone()).unwrap_or_default()
}

/// In the order of 申请补领婚姻登记证声明书: both persons, then the registration.
fn copies(case: &ReissueCase, persons: &[PersonView; 2]) -> Vec<CopyItem> {
    const ORDER: [&str; 7] = ["姓名", "性别", "国籍", "出生日期", "民族", "身份证号", "家庭住址"];
    let mut items = Vec::new();
    for person in persons.iter().filter(|person| person.known) {
        let is =
            |row: &Row, label: &str| row.label == label || (label == "身份证号" && row.label == "证件号码");
        let rows = ORDER.iter().filter_map(|label| person.rows.iter().find(|row| is(row, label)));
        let rows = rows.filter(|row| row.copy != Copying::Never);
        items.extend(rows.map(|row| CopyItem { seat: Some(person.seat), row: row.clone() }));
    }
    let mut of_both = |label: &str, value: String| {
        if !value.is_empty() {
            let row = Row { label: label.to_owned(), value, copy: Copying::Shown };
            items.push(CopyItem { seat: None, row });
        }
    };
    if let Some(facts) = &case.file.marriage {
        of_both("原登记日期", law::words::date_on_form(facts.registered_on));
        of_both("原登记机关", facts.office.clone());
        of_both("原字号", facts.certificate_no.clone());
    }
    if let Some(asking) = case.state.asking() {
        of_both("备注", asking.reason.remark().to_owned());
    }
    if let Some(Archive::Found { file_no, keeper, .. }) = case.state.archive() {
        of_both("档号", file_no.clone());
        of_both("查证机关", keeper.clone());
    }
    items
}

/// Whatever a reissue may ask for.
fn items(matter: Matter) -> Vec<Item> {
    let service = matter.service();
    let mut items = what_to_bring(service, circumstances(service));
    items.push(Item::ArchiveCopy);
    items
}

fn papers(case: &ReissueCase) -> Vec<PaperLine> {
    let state = &case.state;
    let stands = !matches!(state.end(), Some(End::Refused { .. } | End::Withdrawn));
    let known = |seat: Party| state.asks(seat) && case.file.person(seat).document.is_some();
    let two = SEATS.into_iter().filter(|seat| state.asks(*seat)).count() > 1;
    let title =
        |seat: Party| if two { format!("声明书（{}）", seat.title(ZH)) } else { "声明书".to_owned() };
    let wanted = [
        (state.is_paused(), ReissuePaper::MissingPapers, "一次性告知单".to_owned()),
        (
            matches!(state.end(), Some(End::Refused { .. })),
            ReissuePaper::Refusal,
            "不予补发告知书".to_owned(),
        ),
        (stands && known(Party::First), ReissuePaper::DeclarationA, title(Party::First)),
        (stands && known(Party::Second), ReissuePaper::DeclarationB, title(Party::Second)),
        (stands && state.all_identified(), ReissuePaper::ReviewForm, "审查处理表".to_owned()),
        (
            state.reissue().is_some() && state.number_to_void().is_none(),
            ReissuePaper::IssuingSlip,
            "补领发证凭条".to_owned(),
        ),
    ];
    let papers = wanted.into_iter().filter(|(now, ..)| *now);
    papers.map(|(_, paper, title)| PaperLine { kind: paper.as_str().to_owned(), title }).collect()
}

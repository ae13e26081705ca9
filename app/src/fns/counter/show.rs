//! From a case of the registry to what the screen shows: words, masked numbers, the one question.

use super::story::{past, stages};
use super::view::{
    Ask, BookingView, CaseView, Copying, DifferView, GripField, HoldView, NetworkView, PaperLine, PersonView,
    RegistrationView, Row,
};
use crate::fns::staff::{Kept, Seat};
use chrono::{NaiveDate, NaiveDateTime};
use law::{
    Lang,
    checklist::{circumstances, what_to_bring},
    eligibility::{Party, age_on},
    identity::{IdNumber, IdType, Sex},
    marriage_case::{End, MarriageEvent, MarriageMove, MarriageState, NetworkResult, Reached},
    phone::Phone,
    service::Service,
    words,
};
use registry::RecordSystem;
use registry::booking::{Booking, RawParty};
use registry::marriage::{CasePaper, CasePerson, MarriageCase, Particulars, Validity};
use registry::staff::Right;

const ZH: Lang = Lang::Zh;

pub fn booking(booking: &Booking, today: NaiveDate, kept: Kept) -> BookingView {
    let persons = [Some(&booking.a), booking.b.as_ref()].into_iter().flatten();
    BookingView {
        id: booking.id.to_string(),
        service: booking.service.title(ZH).to_owned(),
        is_marriage: booking.service == Service::Marriage,
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
    let hold = hold(seat, case);
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

fn hold(seat: &Seat, case: &MarriageCase) -> HoldView {
    match &case.holder {
        _ if case.state.end().is_some() => HoldView::Ended,
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

fn person(case: &MarriageCase, seat: Party, now: NaiveDateTime) -> PersonView {
    let file = case.file.person(seat);
    let today = now.date();
    let checked = case.past.iter().rfind(|past| past.event == MarriageEvent::IdentityChecked { party: seat });
    let booked = file.booked();
    let differences = file.differences().into_iter().map(|found| DifferView {
        label: if found.field == "name" { "姓名" } else { "证件号码" }.to_owned(),
        booked: found.booked,
        document: found.document,
    });
    PersonView {
        seat,
        read: checked.map(|past| super::story::clock(past.at, today)),
        known: file.document.is_some(),
        rows: match (&file.document, &booked) {
            (Some(document), _) => document_rows(document, today),
            (None, Some(booked)) => booked_rows(booked, today),
            (None, None) => Vec::new(),
        },
        differences: differences.collect(),
        values: values(file, booked.as_ref()),
        id_before: id_before(file, booked.as_ref(), today),
        phone_before: phone_before(file, booked.as_ref()),
    }
}

fn row(label: &str, value: impl Into<String>, copy: Copying) -> Row {
    let value = value.into();
    let copy = if value.is_empty() { Copying::Never } else { copy };
    Row { label: label.to_owned(), value, copy }
}

/// In the order of the national form.
fn document_rows(document: &Particulars, today: NaiveDate) -> Vec<Row> {
    let id = document.id_type;
    let mut rows = vec![row("姓名", &document.name, Copying::Shown)];
    if id != IdType::MainlandId {
        rows.push(row("证件", id.title(ZH), Copying::Shown));
    }
    let number = if id == IdType::MainlandId { "身份证号" } else { "证件号码" };
    rows.push(row(number, mask_id(id, &document.id_number, today), Copying::Asked));
    rows.push(row("性别", document.sex.title(ZH), Copying::Shown));
    let age = age_on(document.birth, today);
    rows.push(row(
        "出生日期",
        format!("{}　{age} 周岁", words::date_on_form(document.birth)),
        Copying::Shown,
    ));
    if document.nationality.as_str() != "CHN" {
        rows.push(row("国籍", document.nationality.as_str(), Copying::Shown));
    }
    rows.push(row("民族", &document.ethnicity, Copying::Shown));
    rows.push(row("证件有效期", validity(document.valid_until), Copying::Shown));
    rows.push(row("婚前状况", document.prior.title(), Copying::Shown));
    for (label, value) in [
        ("职业", document.occupation.as_str()),
        ("文化程度", document.education.map_or("", |education| education.title())),
        ("家庭住址", &document.address),
    ] {
        if !value.is_empty() {
            rows.push(row(label, value, Copying::Shown));
        }
    }
    if let Some(phone) = &document.phone {
        rows.push(row("手机号", mask_phone(phone), Copying::Never));
    }
    rows
}

/// What was booked, until the document is at hand.
fn booked_rows(booked: &RawParty, today: NaiveDate) -> Vec<Row> {
    let id = IdType::parse(&booked.id_type).unwrap_or(IdType::MainlandId);
    let mut rows = vec![
        row("姓名", &booked.name, Copying::Never),
        row("证件号码", mask_id(id, &booked.id_number, today), Copying::Never),
    ];
    if !booked.phone.is_empty() {
        rows.push(row("手机号", mask_phone(&booked.phone), Copying::Never));
    }
    rows
}

fn mask_id(kind: IdType, number: &str, today: NaiveDate) -> String {
    IdNumber::parse(kind, number, today).map(|known| known.masked()).unwrap_or_else(|_| "********".to_owned())
}

fn mask_phone(phone: &str) -> String {
    Phone::parse(phone).map(|known| known.masked()).unwrap_or_default()
}

fn validity(validity: Validity) -> String {
    match validity {
        Validity::Until(day) => format!("至{}", words::date_on_form(day)),
        Validity::LongTerm => "长期".to_owned(),
    }
}

/// The form's fields. Number and phone stay out: a page holds no full number.
fn values(file: &CasePerson, booked: Option<&RawParty>) -> Vec<(String, String)> {
    let mut values: Vec<(&str, String)> = Vec::new();
    match (&file.document, booked) {
        (Some(document), _) => {
            let own = |sex: Sex| sex.as_str().to_owned();
            values.extend([
                ("name", document.name.clone()),
                ("id_type", document.id_type.as_str().to_owned()),
                ("sex", own(document.sex)),
                ("birth", document.birth.to_string()),
                ("nationality", document.nationality.as_str().to_owned()),
                ("ethnicity", document.ethnicity.clone()),
                (
                    "valid_until",
                    match document.valid_until {
                        Validity::Until(day) => day.to_string(),
                        Validity::LongTerm => "长期".to_owned(),
                    },
                ),
                ("prior", document.prior.as_str().to_owned()),
                ("occupation", document.occupation.clone()),
                ("education", document.education.map_or_else(String::new, |known| known.title().to_owned())),
                ("address", document.address.clone()),
            ]);
        }
        (None, Some(booked)) => {
            values.extend([
                ("name", booked.name.clone()),
                ("id_type", booked.id_type.clone()),
                ("ethnicity", "汉族".to_owned()),
            ]);
            if IdType::parse(&booked.id_type).is_some_and(|kind| !kind.tells_sex_and_birth()) {
                values.extend([
                    ("sex", booked.sex.clone()),
                    ("birth", booked.birth.clone()),
                    ("nationality", booked.nationality.clone()),
                ]);
            }
        }
        (None, None) => values.push(("ethnicity", "汉族".to_owned())),
    }
    values.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}

fn id_before(file: &CasePerson, booked: Option<&RawParty>, today: NaiveDate) -> Option<String> {
    match (&file.document, booked) {
        (Some(document), _) => Some(mask_id(document.id_type, &document.id_number, today)),
        (None, Some(booked)) => Some(mask_id(
            IdType::parse(&booked.id_type).unwrap_or(IdType::MainlandId),
            &booked.id_number,
            today,
        )),
        (None, None) => None,
    }
}

fn phone_before(file: &CasePerson, booked: Option<&RawParty>) -> Option<String> {
    let document = file.document.as_ref().and_then(|document| document.phone.as_deref());
    let phone = document.or_else(|| booked.map(|booked| booked.phone.as_str()))?;
    (!phone.is_empty()).then(|| mask_phone(phone))
}

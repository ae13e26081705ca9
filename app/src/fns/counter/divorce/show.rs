//! From a divorce case of the registry to what the screen shows.

use super::story::{past, stages};
use super::view::{
    CareView, ConfirmationView, DivorceAsk, DivorceView, EndView, FourDates, MarriageView, NotToday,
    ReceiptView, ReviewView,
};
use crate::fns::{
    counter::{
        CopyItem, Copying, GripField, NetworkView, PaperLine, PersonView, RegistrationView, Row, persons,
        show::hold, story::clock,
    },
    staff::{Kept, Seat},
};
use chrono::NaiveDate;
use law::{
    Lang,
    checklist::{Circumstance, Item, circumstances, what_to_bring},
    divorce_case::{
        ApplicationDates, DatesFrom, DivorceEvent, DivorceMove, DivorceState, End, MoveFault, Reached,
        SheetWords, SignedPaper, Standing,
    },
    eligibility::Party,
    service::Service,
};
use registry::{
    RecordSystem,
    booking::Booking,
    divorce::{DatesConfirmation, DivorceCase, DivorcePaper},
    staff::Right,
};

const ZH: Lang = Lang::Zh;
/// Both seats, in order.
const SEATS: [Party; 2] = [Party::First, Party::Second];

pub fn case(seat: &Seat, case: &DivorceCase, booking: Option<&Booking>, kept: Kept) -> DivorceView {
    let now = seat.registry.clock().local();
    let today = now.date();
    let state = &case.state;
    let running = state.end().is_none() && case.called_at.date() == today;
    let handles = seat.officer.may(Right::HandleCase).is_ok();
    let persons = SEATS.map(|who| person(case, who, now));
    DivorceView {
        grip: GripField { case: case.id.to_string(), fence: case.fence, version: case.version },
        hold: hold(seat, case.holder.as_ref(), state.end().is_some()),
        number: case.number,
        on: late_day(case).unwrap_or(case.date),
        late: case.file.late_reason.clone(),
        appointed: booking.map(|booking| booking.start),
        arrived: booking.and_then(|booking| booking.arrived_at).map(|at| at.time()),
        opened: case.called_at.time(),
        minutes: running.then(|| (now - case.called_at).num_minutes()),
        stages: stages(state, &case.past, today),
        copies: copies(case, &persons),
        persons,
        ask: ask(case, today),
        moves: case.moves.clone(),
        not_today: not_today(case, today),
        dates: dates(case, today),
        receipt: state.application().map(|known| ReceiptView { number: known.receipt_no.to_string() }),
        confirmations: case.confirmations.iter().map(|asked| confirmation(seat, asked, today)).collect(),
        marriage: marriage(case),
        agreement: state.agreement(),
        network: state.network().map(|(result, at)| NetworkView {
            result,
            at: at.time(),
            officer: who_checked(case),
        }),
        counselling: state.counselling(),
        review: review(state),
        refusals: state.refusals().iter().map(|past| (past.ground, past.on)).collect(),
        registration: state.registration().map(|known| RegistrationView {
            on: known.on,
            certificate: known.certificate.to_string(),
            booklets: [known.booklets[0].to_string(), known.booklets[1].to_string()],
            voided: known.voided.iter().map(ToString::to_string).collect(),
        }),
        stamped: state.stamped(),
        signed: SignedPaper::ALL.iter().copied().filter(|paper| state.signed(*paper)).collect(),
        end: end(case),
        missing: state.missing().iter().copied().collect(),
        items: items(state),
        past: past(&case.past, today),
        papers: if handles { papers(case) } else { Vec::new() },
        uncovered: case.uncovered.iter().collect(),
        own_numbers: seat.registry.terms().record_system == RecordSystem::Own,
        care: care(case, today),
        kept,
    }
}

/// The day of an act that is entered late.
fn late_day(case: &DivorceCase) -> Option<NaiveDate> {
    case.file.late_reason.as_ref()?;
    let before_acceptance = case.state.reached() < Reached::Accepted;
    case.state.opening().filter(|_| before_acceptance).map(|opening| opening.on)
}

fn person(case: &DivorceCase, seat: Party, now: chrono::NaiveDateTime) -> PersonView {
    let checked = case.past.iter().rfind(|past| past.event == DivorceEvent::IdentityChecked { party: seat });
    let view = persons::person_of(case.file.person(seat), seat, checked.map(|past| past.at), now);
    // Neither of the two reads the other's telephone off this screen; the marital status the matter itself tells.
    let hidden = |row: &Row| matches!(row.label.as_str(), "手机号" | "婚前状况");
    let rank = |row: &Row| match row.label.as_str() {
        "姓名" => 0,
        "证件" => 1,
        "身份证号" | "证件号码" => 2,
        "出生日期" => 3,
        "民族" => 4,
        _ => 5,
    };
    let mut rows: Vec<Row> = view.rows.into_iter().filter(|row| !hidden(row)).collect();
    rows.sort_by_key(rank);
    PersonView { rows, phone_before: None, ..view }
}

/// In the order of 离婚登记申请书: both persons, then the marriage.
fn copies(case: &DivorceCase, persons: &[PersonView; 2]) -> Vec<CopyItem> {
    const ORDER: [&str; 9] =
        ["姓名", "性别", "国籍", "出生日期", "民族", "职业", "文化程度", "身份证号", "家庭住址"];
    let mut items = Vec::new();
    for person in persons.iter().filter(|person| person.known) {
        let is =
            |row: &Row, label: &str| row.label == label || (label == "身份证号" && row.label == "证件号码");
        let rows = ORDER.iter().filter_map(|label| person.rows.iter().find(|row| is(row, label)));
        let rows = rows.filter(|row| row.copy != Copying::Never);
        items.extend(rows.map(|row| CopyItem { seat: Some(person.seat), row: row.clone() }));
    }
    if let Some(facts) = &case.file.marriage {
        let of_both = |label: &str, value: String| CopyItem {
            seat: None,
            row: Row { label: label.to_owned(), value, copy: Copying::Shown },
        };
        items.extend([
            of_both("结婚登记日期", law::words::date_on_form(facts.registered_on)),
            of_both("结婚登记机关", facts.office.clone()),
            of_both("结婚证字号", facts.certificate_no.clone()),
        ]);
    }
    items
}

/// The one question: what the law wants next, on this day.
fn ask(case: &DivorceCase, today: NaiveDate) -> DivorceAsk {
    let state = &case.state;
    if state.end().is_some() {
        return DivorceAsk::Ended;
    }
    if state.is_paused() {
        return DivorceAsk::Paused;
    }
    match state.reached() {
        Reached::Nothing | Reached::PreChecked => before_acceptance(case),
        Reached::Accepted => after_acceptance(case, today),
        Reached::UnderReview | Reached::Reviewed if expired(state, today) => after_acceptance(case, today),
        Reached::UnderReview => under_review(state),
        Reached::Reviewed => DivorceAsk::Register,
        Reached::Registered => DivorceAsk::Issue,
    }
}

fn before_acceptance(case: &DivorceCase) -> DivorceAsk {
    let state = &case.state;
    let unread = |seat: &Party| case.file.person(*seat).document.is_none();
    if let Some(seat) = SEATS.into_iter().find(unread) {
        return DivorceAsk::Fill(seat);
    }
    let documents = state.certificates().is_some() && state.agreement().is_some();
    match state.reached() {
        Reached::Nothing if !documents || case.file.marriage.is_none() => DivorceAsk::Documents,
        Reached::Nothing if state.network().is_none() => DivorceAsk::Network,
        Reached::Nothing => DivorceAsk::PreCheck,
        _ => DivorceAsk::Accept,
    }
}

/// What the day allows: within the thirty days one withdraws, in the window both register.
fn after_acceptance(case: &DivorceCase, today: NaiveDate) -> DivorceAsk {
    let accepts = |event: &DivorceEvent| matches!(event, DivorceEvent::Accepted { .. });
    let just = case.past.iter().any(|past| accepts(&past.event) && past.at.date() == today);
    let unread = |seat: &Party| case.file.person(*seat).document.is_none();
    match case.standing {
        Standing::CoolingOff if just => DivorceAsk::Accepted,
        Standing::CoolingOff => DivorceAsk::Withdraw,
        Standing::Issuance => match SEATS.into_iter().find(unread) {
            Some(seat) => DivorceAsk::Fill(seat),
            None => DivorceAsk::BeginReview,
        },
        Standing::Lapsed { .. } => DivorceAsk::Lapsed,
        Standing::BeforeAcceptance | Standing::Registered | Standing::Ended(_) => DivorceAsk::Wait,
    }
}

/// A review of another day is begun anew (条例 16: registered on the spot).
fn expired(state: &DivorceState, today: NaiveDate) -> bool {
    state.review().is_some_and(|review| review.on != today && review.after_its_day.is_none())
}

fn under_review(state: &DivorceState) -> DivorceAsk {
    let Some(review) = state.review() else { return DivorceAsk::BeginReview };
    if !review.both_questioned() {
        DivorceAsk::Question
    } else if !review.both_declared() || !review.agreement_signed {
        DivorceAsk::Sign
    } else {
        DivorceAsk::Review
    }
}

fn not_today(case: &DivorceCase, today: NaiveDate) -> Vec<NotToday> {
    let not = |(kind, refusal): &(DivorceMove, law::divorce_case::Refusal)| NotToday {
        kind: *kind,
        words: format!("{}。", refusal.words(today, ZH)),
        after_closing: refusal.fault == MoveFault::AfterClosing,
    };
    case.not_today.iter().map(not).collect()
}

fn dates(case: &DivorceCase, today: NaiveDate) -> FourDates {
    let ours = &case.ours;
    let known = case.dates.unwrap_or_else(|| ApplicationDates::from(ours));
    let first_service = case.first_service.or(Some(ours.issuance_first_service));
    let words = SheetWords::new(&known, ours, first_service, today);
    FourDates {
        is_accepted: case.dates.is_some(),
        accepted: known.accepted,
        thirty_last: known.cooling_off_last,
        window_first: known.issuance_first,
        window_last: known.issuance_last,
        why_thirty_last: words.why_thirty_last,
        why_window_first: words.why_window_first,
        why_window_last: words.why_window_last,
        is_typed: known.from == DatesFrom::Typed,
        thirty_differs: case.difference.cooling_off_last,
        window_differs: case.difference.issuance_last,
        provisional: ours.provisional && known.from == DatesFrom::Computed,
    }
}

fn confirmation(seat: &Seat, asked: &DatesConfirmation, today: NaiveDate) -> ConfirmationView {
    let (by, name, at) = &asked.asked;
    let may = seat.officer.may(Right::TakeOverCase).is_ok();
    ConfirmationView {
        thirty_last: asked.typed.cooling_off_last,
        window_last: asked.typed.issuance_last,
        asked_by: name.clone(),
        asked_at: clock(*at, today),
        confirmed: asked
            .confirmed
            .as_ref()
            .map(|(name, at, reason)| (name.clone(), clock(*at, today), reason.clone())),
        may_confirm: may && asked.confirmed.is_none() && *by != seat.officer.id,
    }
}

fn who_checked(case: &DivorceCase) -> String {
    let last = case.past.iter().rfind(|past| matches!(past.event, DivorceEvent::NetworkChecked { .. }));
    last.map(|past| past.officer.clone()).unwrap_or_default()
}

fn marriage(case: &DivorceCase) -> MarriageView {
    let facts = case.file.marriage.as_ref();
    MarriageView {
        registered_on: facts.map(|facts| facts.registered_on),
        office: facts.map(|facts| facts.office.clone()).unwrap_or_default(),
        certificate_no: facts.map(|facts| facts.certificate_no.clone()).unwrap_or_default(),
        seen: case.state.certificates(),
    }
}

fn review(state: &DivorceState) -> Option<ReviewView> {
    state.review().map(|review| ReviewView {
        on: review.on,
        questioning: review.questioning,
        questioned: review.questioned.iter().copied().collect(),
        declared: review.declarations.iter().copied().collect(),
        agreement_signed: review.agreement_signed,
    })
}

fn end(case: &DivorceCase) -> Option<EndView> {
    match (case.state.end(), case.standing) {
        (Some(End::NotAccepted { ground, on }), _) => Some(EndView::NotAccepted { ground, on }),
        (Some(End::LeftBefore), _) => Some(EndView::LeftBefore),
        (Some(End::Withdrawn { by: _, on }), _) => Some(EndView::Withdrawn { on }),
        (Some(End::Issued), _) => Some(EndView::Issued),
        (Some(End::Closed { cause, on }), _) => {
            Some(EndView::Closed { cause: cause.title(ZH).to_owned(), on })
        }
        (None, Standing::Lapsed { since }) => Some(EndView::Lapsed { since }),
        (None, _) => None,
    }
}

/// Before acceptance what an application needs, afterwards what a registration needs.
fn items(state: &DivorceState) -> Vec<Item> {
    let service = if state.application().is_some() {
        Service::DivorceRegistration
    } else {
        Service::DivorceApplication
    };
    // Whoever lost both has other papers to bring than whoever lost none: any of them may be missing.
    let lost = Circumstance::BothCertificatesLost;
    let others: Vec<_> = circumstances(service).iter().copied().filter(|known| *known != lost).collect();
    let mut items = what_to_bring(service, &others);
    for item in what_to_bring(service, &[lost]) {
        if !items.contains(&item) {
            items.push(item);
        }
    }
    items
}

/// What can be printed now, the paper of this step first.
fn papers(case: &DivorceCase) -> Vec<PaperLine> {
    let state = &case.state;
    let known = case.file.documents().is_some();
    let (end, reached) = (state.end(), state.reached());
    let open = end.is_none();
    let applied = state.application().is_some();
    let withdrawable = open && matches!(case.standing, Standing::CoolingOff);
    let registering = applied && (matches!(case.standing, Standing::Issuance | Standing::Registered));
    let wanted = [
        (state.is_paused(), DivorcePaper::MissingPapers, "一次性告知单"),
        (matches!(end, Some(End::NotAccepted { .. })), DivorcePaper::NotAccepted, "不予受理告知书"),
        (!state.refusals().is_empty(), DivorcePaper::Refusal, "不予办理告知书"),
        (matches!(end, Some(End::Withdrawn { .. })), DivorcePaper::WithdrawalConfirmation, "确认单"),
        (
            withdrawable || matches!(end, Some(End::Withdrawn { .. })),
            DivorcePaper::WithdrawalRequest,
            "撤回申请书",
        ),
        (
            open && known && reached < Reached::UnderReview && !registering,
            DivorcePaper::Application,
            "申请书",
        ),
        (registering && open, DivorcePaper::InterviewBlank, "询问笔录（空白）"),
        (registering && known, DivorcePaper::DeclarationA, "声明书（第一位）"),
        (registering && known, DivorcePaper::DeclarationB, "声明书（第二位）"),
        (registering && known, DivorcePaper::ReviewForm, "审查处理表"),
        (open && reached < Reached::Registered, DivorcePaper::AgreementBlank, "协议书样本，一式三份"),
    ];
    let papers = wanted.into_iter().filter(|(now, ..)| *now);
    let line = |(_, paper, title): (bool, DivorcePaper, &str)| PaperLine {
        kind: paper.as_str().to_owned(),
        title: title.to_owned(),
    };
    papers.map(line).collect()
}

fn care(case: &DivorceCase, today: NaiveDate) -> CareView {
    let Some(known) = &case.care else { return CareView::default() };
    let notes = known.notes.iter().rev();
    CareView {
        known: true,
        set: known.set,
        prompts: known.prompts().iter().map(|prompt| prompt.title(ZH).to_owned()).collect(),
        notes: notes.map(|note| (clock(note.at, today), note.set, note.reason.clone())).collect(),
    }
}

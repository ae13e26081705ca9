//! The law's moves in a divorce case, one for each button.

use super::hand::done;
use crate::fns::counter::{
    GripField,
    keep::Hand,
    moves::{advance, advance_from, go, network, try_go, typed_numbers},
};
use law::{
    checklist::Item,
    divorce_case::{
        AgreementShown, CertificatesSeen, CloseCause, Counselling, NotAcceptedGround, PreCheckPoint,
        RefusedGround, SignedPaper,
    },
    eligibility::Party,
    marriage_case::{NetworkResult, VoidReason},
};
use leptos::prelude::*;
use registry::{
    Error,
    divorce::{DivorceStep as Step, Grip, Numbers, RawMarriage},
};

/// The marriage that is to end, what was shown of it, and the agreement. `seen` is `both`, `lost_a`, `lost_b`,
/// `both_lost`.
#[server]
pub async fn record_documents(
    grip: GripField,
    #[server(default)] registered_on: String,
    #[server(default)] office: String,
    #[server(default)] certificate_no: String,
    #[server(default)] seen: String,
    #[server(default)] agreement: Option<AgreementShown>,
) -> Result<(), ServerFnError> {
    let typed = vec![
        ("registered_on", registered_on.clone()),
        ("office", office.clone()),
        ("certificate_no", certificate_no.clone()),
        ("seen", seen.clone()),
        ("agreement", agreement.map(|shown| shown.as_str().to_owned()).unwrap_or_default()),
    ];
    let Some(hand) = Hand::on(&grip, "documents", typed).await? else { return Ok(()) };
    let outcome = match (read_seen(&seen), agreement) {
        (Some(seen), Some(shown)) => {
            record(&hand, &RawMarriage { registered_on, office, certificate_no }, seen, shown).await
        }
        (None, _) => Err(Error::invalid("seen", "missing")),
        (_, None) => Err(Error::invalid("agreement", "missing")),
    };
    done(hand, outcome).await.map(|_| ())
}

fn read_seen(seen: &str) -> Option<CertificatesSeen> {
    match seen {
        "both" => Some(CertificatesSeen::Both),
        "lost_a" => Some(CertificatesSeen::OneLost { lost_by: Party::First }),
        "lost_b" => Some(CertificatesSeen::OneLost { lost_by: Party::Second }),
        "both_lost" => Some(CertificatesSeen::BothLost),
        _ => None,
    }
}

async fn record(
    hand: &Hand,
    raw: &RawMarriage,
    seen: CertificatesSeen,
    shown: AgreementShown,
) -> registry::Result<()> {
    hand.seat.registry.record_marriage(&hand.seat.officer, hand.grip, raw).await?;
    let grip = Grip { version: hand.grip.version + 1, ..hand.grip };
    advance_from(hand, grip, vec![Step::CertificatesSeen { seen }, Step::AgreementDeclared { shown }]).await
}

/// The marriage alone: of an application that was accepted elsewhere than here (imported) nobody has written it down.
#[server]
pub async fn record_marriage(
    grip: GripField,
    #[server(default)] registered_on: String,
    #[server(default)] office: String,
    #[server(default)] certificate_no: String,
) -> Result<(), ServerFnError> {
    let typed = vec![
        ("registered_on", registered_on.clone()),
        ("office", office.clone()),
        ("certificate_no", certificate_no.clone()),
    ];
    let Some(hand) = Hand::on(&grip, "documents", typed).await? else { return Ok(()) };
    let raw = RawMarriage { registered_on, office, certificate_no };
    let outcome = hand.seat.registry.record_marriage(&hand.seat.officer, hand.grip, &raw).await;
    done(hand, outcome).await.map(|_| ())
}

/// What the national system said, and when; `at` is `HH:MM`.
#[server]
pub async fn check_network(
    grip: GripField,
    #[server(default)] result: Option<NetworkResult>,
    #[server(default)] at: String,
) -> Result<(), ServerFnError> {
    let result_typed = result.map(|known| known.as_str().to_owned()).unwrap_or_default();
    let typed = vec![("result", result_typed), ("at", at.clone())];
    let moves = network(result, &at).map(|(result, at)| vec![Step::NetworkChecked { result, at }]);
    try_go(&grip, "network", typed, moves).await
}

#[server]
pub async fn pass_pre_check(
    grip: GripField,
    #[server(default)] points: Vec<PreCheckPoint>,
) -> Result<(), ServerFnError> {
    let typed = points.iter().map(|point| ("points", point.as_str().to_owned())).collect();
    go(&grip, "pre-check", typed, vec![Step::PreChecked { points: points.into_iter().collect() }]).await
}

/// 「缺材料，打告知单」: a pause, not a refusal.
#[server]
pub async fn ask_for_papers(
    grip: GripField,
    #[server(default)] items: Vec<Item>,
) -> Result<(), ServerFnError> {
    let typed = items.iter().map(|item| ("items", item.as_str().to_owned())).collect();
    go(&grip, "missing", typed, vec![Step::PapersMissing { items: items.into_iter().collect() }]).await
}

#[server]
pub async fn resume(grip: GripField) -> Result<(), ServerFnError> {
    go(&grip, "resume", Vec::new(), vec![Step::PapersBrought]).await
}

/// 「记为不予受理」, on a ground of 条例 art. 14 or because something of art. 13 and 15 is not there.
#[server]
pub async fn not_accept(
    grip: GripField,
    #[server(default)] ground: Option<NotAcceptedGround>,
) -> Result<(), ServerFnError> {
    let typed = vec![("ground", ground.map(|ground| ground.as_str().to_owned()).unwrap_or_default())];
    let moves = ground
        .map(|ground| vec![Step::NotAccepted { ground }])
        .ok_or_else(|| Error::invalid("not_accepted", "missing"));
    try_go(&grip, "not-accept", typed, moves).await
}

/// 「记下辅导意愿」: what they say to the offer.
#[server]
pub async fn offer_counselling(
    grip: GripField,
    #[server(default)] answer: Option<Counselling>,
) -> Result<(), ServerFnError> {
    let moves = answer
        .map(|answer| vec![Step::CounsellingOffered { answer }])
        .ok_or_else(|| Error::invalid("answer", "missing"));
    try_go(&grip, "counselling", Vec::new(), moves).await
}

/// One of the two goes in, the other waits outside.
#[server]
pub async fn question(grip: GripField, #[server(default)] seat: Option<Party>) -> Result<(), ServerFnError> {
    let moves = seat
        .map(|seat| vec![Step::QuestioningOpened { seat }])
        .ok_or_else(|| Error::invalid("seat", "missing"));
    try_go(&grip, "question", Vec::new(), moves).await
}

#[server]
pub async fn end_questioning(grip: GripField, seat: Party) -> Result<(), ServerFnError> {
    go(&grip, "question", Vec::new(), vec![Step::QuestioningClosed { seat }]).await
}

/// Declarations and agreement, signed before the registrar.
#[server]
pub async fn sign(
    grip: GripField,
    #[server(default)] seats: Vec<Party>,
    #[server(default)] agreement: Option<String>,
) -> Result<(), ServerFnError> {
    let mut typed: Vec<_> = seats.iter().map(|seat| ("seats", seat.as_str().to_owned())).collect();
    typed.push(("agreement", agreement.clone().unwrap_or_default()));
    let mut steps: Vec<_> = seats.into_iter().map(|seat| Step::DeclarationSigned { seat }).collect();
    steps.extend(agreement.map(|_| Step::AgreementSigned));
    let moves = match steps.is_empty() {
        true => Err(Error::IllegalMove("declarations_first")),
        false => Ok(steps),
    };
    try_go(&grip, "sign", typed, moves).await
}

#[server]
pub async fn pass_review(grip: GripField) -> Result<(), ServerFnError> {
    go(&grip, "review", Vec::new(), vec![Step::Reviewed]).await
}

/// 「记为不予办理」: the case stays open until its window ends.
#[server]
pub async fn refuse(
    grip: GripField,
    #[server(default)] ground: Option<RefusedGround>,
) -> Result<(), ServerFnError> {
    let typed = vec![("ground", ground.map(|ground| ground.as_str().to_owned()).unwrap_or_default())];
    let moves = ground
        .map(|ground| vec![Step::ReviewRefused { ground }])
        .ok_or_else(|| Error::invalid("not_accepted", "missing"));
    try_go(&grip, "refuse", typed, moves).await
}

/// The numbers as typed from the national system; where they are allocated here the first is ignored.
#[server]
pub async fn register(
    grip: GripField,
    #[server(default)] certificate_no: String,
    #[server(default)] booklet_a: String,
    #[server(default)] booklet_b: String,
) -> Result<(), ServerFnError> {
    let numbers = Numbers { certificate: certificate_no, booklets: [booklet_a, booklet_b] };
    let typed = typed_numbers(&numbers);
    go(&grip, "register", typed, vec![Step::Registered { numbers }]).await
}

#[server]
pub async fn correct_numbers(
    grip: GripField,
    #[server(default)] certificate_no: String,
    #[server(default)] booklet_a: String,
    #[server(default)] booklet_b: String,
    #[server(default)] reason: String,
) -> Result<(), ServerFnError> {
    let numbers = Numbers { certificate: certificate_no, booklets: [booklet_a, booklet_b] };
    let mut typed = typed_numbers(&numbers);
    typed.push(("reason", reason.clone()));
    go(&grip, "correct", typed, vec![Step::NumbersCorrected { numbers, reason }]).await
}

/// 「作废一本」: the replacement stands under the same certificate number.
#[server]
pub async fn void_booklet(
    grip: GripField,
    #[server(default)] seat: Option<Party>,
    #[server(default)] replacement: String,
    #[server(default)] reason: Option<VoidReason>,
) -> Result<(), ServerFnError> {
    let typed = vec![
        ("seat", seat.map(|seat| seat.as_str().to_owned()).unwrap_or_default()),
        ("replacement", replacement.clone()),
        ("reason", reason.map(|reason| reason.as_str().to_owned()).unwrap_or_default()),
    ];
    let moves = match (seat, reason) {
        (Some(seat), Some(reason)) => Ok(vec![Step::BookletVoided { seat, replacement, reason }]),
        (None, _) => Err(Error::invalid("seat", "missing")),
        (_, None) => Err(Error::invalid("reason", "missing")),
    };
    try_go(&grip, "void", typed, moves).await
}

/// 「完成，叫下一位」: what was ticked is stamped and signed, and when all is, the booklets are handed over.
#[server]
pub async fn issue(
    grip: GripField,
    #[server(default)] stamped: Option<String>,
    #[server(default)] papers: Vec<SignedPaper>,
) -> Result<(), ServerFnError> {
    let mut typed: Vec<_> = papers.iter().map(|paper| ("papers", paper.as_str().to_owned())).collect();
    typed.push(("stamped", stamped.clone().unwrap_or_default()));
    let Some(hand) = Hand::on(&grip, "issue", typed).await? else { return Ok(()) };
    let mut steps: Vec<_> = stamped.map(|_| Step::CertificatesStamped).into_iter().collect();
    steps.extend(papers.into_iter().map(|paper| Step::PaperSigned { paper }));
    steps.push(Step::Issued);
    let outcome = advance(&hand, steps).await;
    done(hand, outcome).await.map(|_| ())
}

/// They left before anything was handed over: the number is void, the case open again until its window ends.
#[server]
pub async fn undo_registration(
    grip: GripField,
    #[server(default)] reason: String,
) -> Result<(), ServerFnError> {
    let typed = vec![("reason", reason.clone())];
    go(&grip, "undo", typed, vec![Step::RegistrationUndone { reason }]).await
}

#[server]
pub async fn leave(grip: GripField) -> Result<(), ServerFnError> {
    go(&grip, "leave", Vec::new(), vec![Step::PartiesLeft]).await
}

/// Death, a court's divorce, a void marriage: with the document seen as the reason.
#[server]
pub async fn close(
    grip: GripField,
    #[server(default)] cause: Option<CloseCause>,
    #[server(default)] reason: String,
) -> Result<(), ServerFnError> {
    let cause_typed = cause.map(|cause| cause.as_str().to_owned()).unwrap_or_default();
    let typed = vec![("cause", cause_typed), ("reason", reason.clone())];
    let moves = cause
        .map(|cause| vec![Step::ClosedOther { cause, reason }])
        .ok_or_else(|| Error::invalid("cause", "missing"));
    try_go(&grip, "close", typed, moves).await
}

/// 关怀: set or taken back, with a reason that only the officers of the case read.
#[server]
pub async fn set_care(
    grip: GripField,
    #[server(default)] set: String,
    #[server(default)] reason: String,
) -> Result<(), ServerFnError> {
    let Some(hand) = Hand::on(&grip, "care", vec![("reason", reason.clone())]).await? else { return Ok(()) };
    let (registry, officer) = (&hand.seat.registry, &hand.seat.officer);
    let outcome = registry.set_care(officer, hand.grip, set == "yes", &reason).await;
    done(hand, outcome).await.map(|_| ())
}

/// What is left for another day is put back, and whoever waits is called.
#[server]
pub async fn done_for_today(grip: GripField) -> Result<(), ServerFnError> {
    crate::fns::counter::open::let_go_of(&grip).await?;
    crate::fns::counter::open::next("今天这件办到这里。现在没有等着的。").await
}

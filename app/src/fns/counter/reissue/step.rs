//! The law's moves in a reissue, one for each button.

use crate::fns::counter::{
    GripField,
    keep::Hand,
    moves::{advance, done, go, network, try_go, typed_numbers},
};
use law::{
    checklist::Item,
    eligibility::Party,
    marriage_case::{NetworkResult, SignedPaper, VoidReason},
    reissue_case::{PreCheckPoint, RefusedGround},
};
use leptos::prelude::*;
use registry::{
    Error,
    reissue::{Numbers, ReissueStep as Step},
};

/// What the national system said of the status, and when; `at` is `HH:MM`.
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

#[server]
pub async fn accept(grip: GripField) -> Result<(), ServerFnError> {
    go(&grip, "accept", Vec::new(), vec![Step::Accepted]).await
}

#[server]
pub async fn declare(grip: GripField, #[server(default)] seats: Vec<Party>) -> Result<(), ServerFnError> {
    let typed = seats.iter().map(|seat| ("seats", seat.as_str().to_owned())).collect();
    let moves = match seats.is_empty() {
        true => Err(Error::IllegalMove("declarations_first")),
        false => Ok(seats.into_iter().map(|seat| Step::DeclarationSigned { seat }).collect()),
    };
    try_go(&grip, "declare", typed, moves).await
}

#[server]
pub async fn pass_review(grip: GripField) -> Result<(), ServerFnError> {
    go(&grip, "review", Vec::new(), vec![Step::Reviewed]).await
}

/// The numbers as typed from the national system; where they are allocated here the first is ignored.
#[server]
pub async fn reissue(
    grip: GripField,
    #[server(default)] certificate_no: String,
    #[server(default)] booklet_a: String,
    #[server(default)] booklet_b: String,
) -> Result<(), ServerFnError> {
    let numbers = Numbers { certificate: certificate_no, booklets: [booklet_a, booklet_b] };
    let typed = typed_numbers(&numbers);
    go(&grip, "reissue", typed, vec![Step::Reissued { numbers }]).await
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
    #[server(default)] spoilt: String,
    #[server(default)] replacement: String,
    #[server(default)] reason: Option<VoidReason>,
) -> Result<(), ServerFnError> {
    let typed = vec![
        ("spoilt", spoilt.clone()),
        ("replacement", replacement.clone()),
        ("reason", reason.map(|reason| reason.as_str().to_owned()).unwrap_or_default()),
    ];
    let moves = match reason {
        _ if spoilt.is_empty() => Err(Error::invalid("spoilt", "missing")),
        Some(reason) => Ok(vec![Step::BookletVoided { spoilt, replacement, reason }]),
        None => Err(Error::invalid("reason", "missing")),
    };
    try_go(&grip, "void", typed, moves).await
}

/// 「完成，叫下一位」: what was ticked is voided and signed, and when all is, the booklets are handed over.
#[server]
pub async fn issue(
    grip: GripField,
    #[server(default)] old_voided: Option<String>,
    #[server(default)] papers: Vec<SignedPaper>,
) -> Result<(), ServerFnError> {
    let mut typed: Vec<_> = papers.iter().map(|paper| ("papers", paper.as_str().to_owned())).collect();
    typed.push(("old_voided", old_voided.clone().unwrap_or_default()));
    let Some(hand) = Hand::on(&grip, "issue", typed).await? else { return Ok(()) };
    let mut steps: Vec<_> = old_voided.map(|_| Step::OldCertificateVoided).into_iter().collect();
    steps.extend(papers.into_iter().map(|paper| Step::PaperSigned { paper }));
    steps.push(Step::Issued);
    let outcome = advance(&hand, steps).await;
    match done::<Step, _>(hand, outcome).await? {
        true => crate::fns::counter::open::next("这件办完了。现在没有等着的。").await,
        false => Ok(()),
    }
}

/// 「记为不予补发」.
#[server]
pub async fn refuse(
    grip: GripField,
    #[server(default)] ground: Option<RefusedGround>,
) -> Result<(), ServerFnError> {
    let typed = vec![("ground", ground.map(|ground| ground.as_str().to_owned()).unwrap_or_default())];
    let moves = ground
        .map(|ground| vec![Step::Refused { ground }])
        .ok_or_else(|| Error::invalid("not_accepted", "missing"));
    try_go(&grip, "refuse", typed, moves).await
}

/// 「记为撤回」, with the papers given back.
#[server]
pub async fn withdraw(
    grip: GripField,
    #[server(default)] given_back: Option<String>,
) -> Result<(), ServerFnError> {
    let typed = vec![("given_back", given_back.clone().unwrap_or_default())];
    go(&grip, "withdraw", typed, vec![Step::Withdrawn { papers_given_back: given_back.is_some() }]).await
}

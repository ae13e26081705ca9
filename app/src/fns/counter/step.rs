//! The law's moves, one for each button. A form of several ticks makes several moves, each under the version that the
//! one before left behind.

use super::{
    keep::Hand,
    moves::{Move, advance, done, go, network, try_go, typed_numbers},
    view::GripField,
};
use crate::fns::staff::Seat;
use law::{
    checklist::Item,
    eligibility::{MarriageRefusalGround, Party},
    marriage_case::{EvidenceKind, NetworkResult, PreCheckPoint, SignedPaper, VoidReason},
};
use leptos::prelude::*;

use registry::{
    Error,
    marriage::{Grip, Numbers, Step},
};

#[server]
pub async fn pass_pre_check(
    grip: GripField,
    #[server(default)] points: Vec<PreCheckPoint>,
) -> Result<(), ServerFnError> {
    let typed = points.iter().map(|point| ("points", point.as_str().to_owned())).collect();
    go(&grip, "pre-check", typed, vec![Step::PreChecked { points: points.into_iter().collect() }]).await
}

/// What the national system said, and when; `at` is `HH:MM`.
#[server]
pub async fn check_network(
    grip: GripField,
    #[server(default)] result: Option<NetworkResult>,
    #[server(default)] at: String,
) -> Result<(), ServerFnError> {
    let typed = vec![
        ("result", result.map(|known| known.as_str().to_owned()).unwrap_or_default()),
        ("at", at.clone()),
    ];
    let moves = network(result, &at).map(|(result, at)| vec![Step::NetworkChecked { result, at }]);
    try_go(&grip, "network", typed, moves).await
}

#[server]
pub async fn give_evidence(
    grip: GripField,
    #[server(default)] kinds: Vec<EvidenceKind>,
) -> Result<(), ServerFnError> {
    let typed = kinds.iter().map(|kind| ("kinds", kind.as_str().to_owned())).collect();
    let moves = match kinds.is_empty() {
        true => Err(Error::IllegalMove("evidence_first")),
        false => Ok(kinds.into_iter().map(|kind| Step::EvidenceGiven { kind }).collect()),
    };
    try_go(&grip, "evidence", typed, moves).await
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

/// The numbers as typed from the national system. `on` is empty for the day the case was opened for.
#[server]
pub async fn register(
    grip: GripField,
    #[server(default)] on: String,
    #[server(default)] certificate_no: String,
    #[server(default)] booklet_a: String,
    #[server(default)] booklet_b: String,
) -> Result<(), ServerFnError> {
    let numbers = Numbers { certificate: certificate_no, booklets: [booklet_a, booklet_b] };
    let mut typed = typed_numbers(&numbers);
    typed.push(("on", on.clone()));
    let moves = match on.trim() {
        "" => Ok(vec![Step::Registered { on: None, numbers }]),
        day => match day.parse() {
            Ok(day) => Ok(vec![Step::Registered { on: Some(day), numbers }]),
            Err(_) => Err(Error::invalid("on", "bad_date")),
        },
    };
    try_go(&grip, "register", typed, moves).await
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

/// 「完成，叫下一位」: what was ticked is signed, and when all is signed the booklets are handed over.
#[server]
pub async fn issue(
    grip: GripField,
    #[server(default)] papers: Vec<SignedPaper>,
) -> Result<(), ServerFnError> {
    let typed = papers.iter().map(|paper| ("papers", paper.as_str().to_owned())).collect();
    let Some(hand) = Hand::on(&grip, "issue", typed).await? else { return Ok(()) };
    let mut steps: Vec<_> = papers.into_iter().map(|paper| Step::PaperSigned { paper }).collect();
    steps.push(Step::Issued);
    let outcome = advance(&hand, steps).await;
    match done::<Step, _>(hand, outcome).await? {
        true => super::open::next("这件办完了。现在没有到齐了在等的预约。").await,
        false => Ok(()),
    }
}

/// 「记为不予办理」, on one of the four grounds of 条例 art. 9.
#[server]
pub async fn refuse(
    grip: GripField,
    #[server(default)] ground: Option<MarriageRefusalGround>,
) -> Result<(), ServerFnError> {
    let typed = vec![("ground", ground.map(|ground| ground.as_str().to_owned()).unwrap_or_default())];
    let moves = ground
        .map(|ground| vec![Step::Refused { ground }])
        .ok_or_else(|| Error::invalid("ground", "missing"));
    try_go(&grip, "refuse", typed, moves).await
}

#[server]
pub async fn leave(grip: GripField) -> Result<(), ServerFnError> {
    go(&grip, "leave", Vec::new(), vec![Step::PartiesLeft]).await
}

impl Move for Step {
    async fn make(self, seat: &Seat, grip: Grip) -> registry::Result<()> {
        seat.registry.advance_marriage(&seat.officer, grip, self).await.map(|_| ())
    }

    fn may_stand(&self) -> bool {
        matches!(self, Self::PaperSigned { .. } | Self::DeclarationSigned { .. } | Self::EvidenceGiven { .. })
    }
}

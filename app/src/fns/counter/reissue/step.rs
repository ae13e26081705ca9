//! The law's moves in a reissue, one for each button.

use crate::fns::counter::GripField;
use law::{
    checklist::Item,
    eligibility::Party,
    marriage_case::{NetworkResult, SignedPaper, VoidReason},
    reissue_case::{PreCheckPoint, RefusedGround},
};
use leptos::prelude::*;

use super::hand::{advance, done, go};
use crate::fns::counter::{keep::Hand, step::read_time};
use registry::{
    Error,
    reissue::{ReissueNumbers, ReissueStep as Step},
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
    let Some(hand) = Hand::on(&grip, "network", typed).await? else { return Ok(()) };
    let outcome = match (result, read_time(&at)) {
        (Some(result), Some(at)) => advance(&hand, vec![Step::NetworkChecked { result, at }]).await,
        (None, _) => Err(Error::invalid("result", "missing")),
        (_, None) => Err(Error::invalid("at", "bad_form")),
    };
    done(hand, outcome).await.map(|_| ())
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
    let Some(hand) = Hand::on(&grip, "declare", typed).await? else { return Ok(()) };
    let outcome = match seats.is_empty() {
        true => Err(Error::IllegalMove("declarations_first")),
        false => {
            advance(&hand, seats.into_iter().map(|seat| Step::DeclarationSigned { seat }).collect()).await
        }
    };
    done(hand, outcome).await.map(|_| ())
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
    let typed = vec![
        ("certificate_no", certificate_no.clone()),
        ("booklet_a", booklet_a.clone()),
        ("booklet_b", booklet_b.clone()),
    ];
    let numbers = ReissueNumbers { certificate: certificate_no, booklets: [booklet_a, booklet_b] };
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
    let typed = vec![
        ("certificate_no", certificate_no.clone()),
        ("booklet_a", booklet_a.clone()),
        ("booklet_b", booklet_b.clone()),
        ("reason", reason.clone()),
    ];
    let numbers = ReissueNumbers { certificate: certificate_no, booklets: [booklet_a, booklet_b] };
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
    let Some(hand) = Hand::on(&grip, "void", typed).await? else { return Ok(()) };
    let outcome = match reason {
        _ if spoilt.is_empty() => Err(Error::invalid("spoilt", "missing")),
        Some(reason) => advance(&hand, vec![Step::BookletVoided { spoilt, replacement, reason }]).await,
        None => Err(Error::invalid("reason", "missing")),
    };
    done(hand, outcome).await.map(|_| ())
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
    match done(hand, outcome).await? {
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
    let Some(hand) = Hand::on(&grip, "refuse", typed).await? else { return Ok(()) };
    let outcome = match ground {
        Some(ground) => advance(&hand, vec![Step::Refused { ground }]).await,
        None => Err(Error::invalid("not_accepted", "missing")),
    };
    done(hand, outcome).await.map(|_| ())
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

//! The law's moves, one for each button. A form of several ticks makes several moves, each under the version that the
//! one before left behind.

use super::view::GripField;
use law::{
    checklist::Item,
    eligibility::{MarriageRefusalGround, Party},
    marriage_case::{EvidenceKind, NetworkResult, PreCheckPoint, SignedPaper, VoidReason},
};
use leptos::prelude::*;

use super::keep::Hand;
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
    let Some(hand) = Hand::on(&grip, "network", typed).await? else { return Ok(()) };
    let outcome = match (result, read_time(&at)) {
        (Some(result), Some(at)) => advance(&hand, vec![Step::NetworkChecked { result, at }]).await,
        (None, _) => Err(Error::invalid("result", "missing")),
        (_, None) => Err(Error::invalid("at", "bad_form")),
    };
    hand.done(outcome).await.map(|_| ())
}

/// 「10:37」, also with a full-width colon or without any: what fingers type.
pub fn read_time(typed: &str) -> Option<chrono::NaiveTime> {
    let plain = typed.trim().replace('：', ":");
    let plain = if plain.len() == 4 && plain.bytes().all(|byte| byte.is_ascii_digit()) {
        format!("{}:{}", &plain[..2], &plain[2..])
    } else {
        plain
    };
    chrono::NaiveTime::parse_from_str(&plain, "%H:%M")
        .or_else(|_| chrono::NaiveTime::parse_from_str(&plain, "%H:%M:%S"))
        .ok()
}

#[server]
pub async fn give_evidence(
    grip: GripField,
    #[server(default)] kinds: Vec<EvidenceKind>,
) -> Result<(), ServerFnError> {
    let typed = kinds.iter().map(|kind| ("kinds", kind.as_str().to_owned())).collect();
    let Some(hand) = Hand::on(&grip, "evidence", typed).await? else { return Ok(()) };
    let outcome = match kinds.is_empty() {
        true => Err(Error::IllegalMove("evidence_first")),
        false => advance(&hand, kinds.into_iter().map(|kind| Step::EvidenceGiven { kind }).collect()).await,
    };
    hand.done(outcome).await.map(|_| ())
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
    hand.done(outcome).await.map(|_| ())
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
    let typed = vec![
        ("on", on.clone()),
        ("certificate_no", certificate_no.clone()),
        ("booklet_a", booklet_a.clone()),
        ("booklet_b", booklet_b.clone()),
    ];
    let Some(hand) = Hand::on(&grip, "register", typed).await? else { return Ok(()) };
    let numbers = Numbers { certificate: certificate_no, booklets: [booklet_a, booklet_b] };
    let outcome = match on.trim() {
        "" => advance(&hand, vec![Step::Registered { on: None, numbers }]).await,
        day => match day.parse() {
            Ok(day) => advance(&hand, vec![Step::Registered { on: Some(day), numbers }]).await,
            Err(_) => Err(Error::invalid("on", "bad_date")),
        },
    };
    hand.done(outcome).await.map(|_| ())
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
    let numbers = Numbers { certificate: certificate_no, booklets: [booklet_a, booklet_b] };
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
    let Some(hand) = Hand::on(&grip, "void", typed).await? else { return Ok(()) };
    let outcome = match (seat, reason) {
        (Some(seat), Some(reason)) => {
            advance(&hand, vec![Step::BookletVoided { seat, replacement, reason }]).await
        }
        (None, _) => Err(Error::invalid("seat", "missing")),
        (_, None) => Err(Error::invalid("reason", "missing")),
    };
    hand.done(outcome).await.map(|_| ())
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
    match hand.done(outcome).await? {
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
    let Some(hand) = Hand::on(&grip, "refuse", typed).await? else { return Ok(()) };
    let outcome = match ground {
        Some(ground) => advance(&hand, vec![Step::Refused { ground }]).await,
        None => Err(Error::invalid("ground", "missing")),
    };
    hand.done(outcome).await.map(|_| ())
}

#[server]
pub async fn leave(grip: GripField) -> Result<(), ServerFnError> {
    go(&grip, "leave", Vec::new(), vec![Step::PartiesLeft]).await
}

async fn go(
    grip: &GripField,
    form: &'static str,
    typed: Vec<(&'static str, String)>,
    steps: Vec<Step>,
) -> Result<(), ServerFnError> {
    let Some(hand) = Hand::on(grip, form, typed).await? else { return Ok(()) };
    let outcome = advance(&hand, steps).await;
    hand.done(outcome).await.map(|_| ())
}

/// Makes the moves in order; the first that is refused ends them, what was done before it stands.
async fn advance(hand: &Hand, steps: Vec<Step>) -> registry::Result<()> {
    let mut version = hand.grip.version;
    for step in steps {
        let grip = Grip { version, ..hand.grip };
        match hand.seat.registry.advance_marriage(&hand.seat.officer, grip, step.clone()).await {
            Ok(_) => version += 1,
            // Ticked before: nothing to do again.
            Err(Error::IllegalMove("already_done")) if repeats(&step) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

/// Ticks that may stand from before.
fn repeats(step: &Step) -> bool {
    matches!(step, Step::PaperSigned { .. } | Step::DeclarationSigned { .. } | Step::EvidenceGiven { .. })
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_read_as_fingers_type_it() {
        let at = chrono::NaiveTime::from_hms_opt(10, 37, 0);
        for typed in ["10:37", "1037", "10：37", " 10:37 ", "10:37:00"] {
            assert_eq!(read_time(typed), at, "{typed}");
        }
        for typed in ["", "25:00", "10.37", "十点"] {
            assert_eq!(read_time(typed), None, "{typed}");
        }
    }
}

//! What is known so far: who asks and why, the registration, the archive. Each can be put right until acceptance.

use crate::fns::counter::{
    GripField,
    reissue::{ReissueAsk, ReissueView},
};
use crate::ui::when::WholeDate;
use chrono::NaiveDate;
use law::{Lang, eligibility::Party, reissue_case::ReissueMove};
use leptos::prelude::*;

/// The address that opens one of these again: `?part=who`.
pub fn part(case: &ReissueView) -> Option<ReissueAsk> {
    let again = match crate::counter::frame::asked("part")?.as_str() {
        "who" => (ReissueAsk::Who, ReissueMove::Ask),
        "original" => (ReissueAsk::Original, ReissueMove::NameOriginal),
        "archive" => (ReissueAsk::Archive, ReissueMove::CheckArchive),
        "network" => (ReissueAsk::Network, ReissueMove::CheckNetwork),
        _ => return None,
    };
    case.offers(again.1).then_some(again.0)
}

#[component]
pub fn Facts(case: ReissueView, today: NaiveDate) -> impl IntoView {
    let known = case.asking.is_some();
    known.then(|| {
        view! {
            <section class="person" aria-label="申请、原登记、查档">
                <dl>
                    <Asking case=case.clone() />
                    <Original case=case.clone() today />
                    <Archive case=case.clone() />
                </dl>
            </section>
        }
    })
}

#[component]
fn Asking(case: ReissueView) -> impl IntoView {
    let change = case.offers(ReissueMove::Ask) && case.ask != ReissueAsk::Who;
    case.asking.map(|asking| {
        let who: Vec<_> = asking.applicants.iter().map(|seat| seat.title(Lang::Zh)).collect();
        let who = if who.len() == Party::ALL.len() { "两位".to_owned() } else { who.join("、") };
        let alone = (!asking.alone.is_empty()).then(|| format!("　{}", asking.alone));
        view! {
            <div class="person-row">
                <dt>"申请"</dt>
                <dd>
                    {who} "，" {asking.reason.title(Lang::Zh)} {alone}
                    {asking.proxy.map(|(name, number)| format!("　受托人 {name} {number}"))}
                    <Change offered=change part="who" grip=case.grip.clone() />
                </dd>
            </div>
        }
    })
}

#[component]
fn Original(case: ReissueView, today: NaiveDate) -> impl IntoView {
    let change = case.offers(ReissueMove::NameOriginal) && case.ask != ReissueAsk::Original;
    let (held, grip) = (case.held.clone(), case.grip.clone());
    case.original.map(|known| {
        view! {
            <div class="person-row">
                <dt>"原登记"</dt>
                <dd>
                    <WholeDate date=known.registered_on today />
                    "　"
                    {known.office}
                    "　"
                    {if known.certificate_no.is_empty() { "字号不详".to_owned() } else { known.certificate_no }}
                    <Change offered=change part="original" grip />
                    {held.map(|words| view! { "　"<small class="hint">{words}</small> })}
                </dd>
            </div>
        }
    })
}

#[component]
fn Archive(case: ReissueView) -> impl IntoView {
    let change = case.offers(ReissueMove::CheckArchive)
        && !matches!(case.ask, ReissueAsk::Archive | ReissueAsk::Searching);
    let proofs = case.proofs.iter().map(|proof| proof.title(Lang::Zh)).collect::<Vec<_>>().join("、");
    let grip = case.grip.clone();
    case.archive.map(|known| {
        view! {
            <div class="person-row">
                <dt>"查档"</dt>
                <dd>
                    {if known.agrees {
                        view! { <span class="state is-ok">"✓ "{known.words}</span> }.into_any()
                    } else {
                        view! { <span class="state is-fault">"✕ "{known.words}</span> }.into_any()
                    }}
                    {(!proofs.is_empty()).then(|| format!("　证明材料：{proofs}"))}
                    <Change offered=change part="archive" grip />
                </dd>
            </div>
        }
    })
}

#[component]
fn Change(offered: bool, part: &'static str, grip: GripField) -> impl IntoView {
    let href = format!("/counter/case/{}?part={part}", grip.case);
    offered.then(|| view! { "　"<a href=href rel="external">"改"</a> })
}

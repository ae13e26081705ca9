//! The one question in the middle of a reissue, and what F9 does with the answer.

mod ended;
mod found;
mod number;
mod who;

use super::facts::part;
use crate::{
    counter::{
        ask::{form::Grip, results::Results},
        beside::Print,
    },
    fns::{
        counter::{
            PaperLine,
            reissue::{Accept, CheckNetwork, Declare, PassPreCheck, PassReview, ReissueAsk, ReissueView},
        },
        staff::Me,
    },
};
use chrono::NaiveTime;
use law::{
    Lang,
    eligibility::Party,
    marriage_case::NetworkResult,
    reissue_case::{PreCheckPoint, ReissueMove},
};
use leptos::{prelude::*, server_fn::ServerFn};

/// What stands in the middle: what was opened again, else what the law wants next.
fn asked(case: &ReissueView) -> ReissueAsk {
    let kept = match case.kept.form.as_str() {
        "who" => Some((ReissueAsk::Who, ReissueMove::Ask)),
        "original" => Some((ReissueAsk::Original, ReissueMove::NameOriginal)),
        "archive" if case.ask != ReissueAsk::Searching => {
            Some((ReissueAsk::Archive, ReissueMove::CheckArchive))
        }
        _ => None,
    };
    let refused = kept.filter(|(_, kind)| case.offers(*kind)).map(|(ask, _)| ask);
    part(case).or(refused).unwrap_or(case.ask)
}

/// What the main button says: what it does.
pub fn words(case: &ReissueView) -> Option<&'static str> {
    let kind = match asked(case) {
        ReissueAsk::Fill(_) | ReissueAsk::Ended => return None,
        ReissueAsk::Who => ReissueMove::Ask,
        ReissueAsk::Original => ReissueMove::NameOriginal,
        ReissueAsk::Archive | ReissueAsk::Searching => ReissueMove::CheckArchive,
        ReissueAsk::Proof | ReissueAsk::Differs => ReissueMove::GiveProof,
        ReissueAsk::Network => ReissueMove::CheckNetwork,
        ReissueAsk::PreCheck => ReissueMove::PassPreCheck,
        ReissueAsk::Accept => ReissueMove::Accept,
        ReissueAsk::Declarations => ReissueMove::SignDeclaration,
        ReissueAsk::Review => ReissueMove::PassReview,
        ReissueAsk::Number => ReissueMove::Reissue,
        ReissueAsk::Issue => ReissueMove::Issue,
        ReissueAsk::Paused => ReissueMove::Resume,
    };
    Some(kind.title(Lang::Zh))
}

#[component]
pub fn Question(case: ReissueView, me: Me) -> impl IntoView {
    let today = me.today;
    if case.ask == ReissueAsk::Ended {
        return view! { <ended::Ended case today /> }.into_any();
    }
    if !case.mine() {
        return ().into_any();
    }
    match asked(&case) {
        ReissueAsk::Fill(_) | ReissueAsk::Ended => ().into_any(),
        ReissueAsk::Who => view! { <who::Who case /> }.into_any(),
        ReissueAsk::Original => view! { <found::Original case /> }.into_any(),
        ReissueAsk::Archive | ReissueAsk::Searching => view! { <found::Archive case /> }.into_any(),
        ReissueAsk::Proof => view! { <found::Proofs case /> }.into_any(),
        ReissueAsk::Differs => view! { <found::Differs case now=me.now /> }.into_any(),
        ReissueAsk::Network => view! { <Network case now=me.now /> }.into_any(),
        ReissueAsk::PreCheck => view! { <PreCheck case /> }.into_any(),
        ReissueAsk::Accept => view! { <Accepting case /> }.into_any(),
        ReissueAsk::Declarations => view! { <Declarations case /> }.into_any(),
        ReissueAsk::Review => view! { <Review case /> }.into_any(),
        ReissueAsk::Number => view! { <number::Numbering case /> }.into_any(),
        ReissueAsk::Issue => view! { <number::Issuing case today /> }.into_any(),
        ReissueAsk::Paused => view! { <ended::Paused case /> }.into_any(),
    }
}

#[component]
fn PreCheck(case: ReissueView) -> impl IntoView {
    let matter = case.matter;
    view! {
        <section class="sheet ask">
            <h2>"初审：这三样都看过、问过了吗？"</h2>
            <form id="ask" method="post" action=PassPreCheck::url()>
                <Grip grip=case.grip.clone() />
                <div class="ticks-row">
                    {PreCheckPoint::ALL
                        .iter()
                        .map(|point| {
                            let ticked = case.kept.ticked("pre-check", "points", point.as_str());
                            view! {
                                <label class="choice">
                                    <input type="checkbox" name="points[]" value=point.as_str() checked=ticked />
                                    <span>{point.title(matter, Lang::Zh)}</span>
                                </label>
                            }
                        })
                        .collect_view()}
                </div>
                <Found case=case.clone() />
            </form>
        </section>
    }
}

#[component]
fn Network(case: ReissueView, now: NaiveTime) -> impl IntoView {
    let again = case.network_is_old;
    view! {
        <section class="sheet ask">
            <h2>"联网核对现在的婚姻状况，和这本证一致吗？"</h2>
            <form id="ask" method="post" action=CheckNetwork::url()>
                <Grip grip=case.grip.clone() />
                <Results kept=case.kept now />
                {again.then(|| view! { <p class="hint">"上次核对是另一天做的，补发那天要再核对一次。"</p> })}
            </form>
        </section>
    }
}

/// What the network check said.
#[component]
pub(super) fn Found(case: ReissueView) -> impl IntoView {
    let again = case.offers(ReissueMove::CheckNetwork);
    let href = format!("/counter/case/{}?part=network", case.grip.case);
    case.network.map(|check| {
        let class = if check.result == NetworkResult::Consistent { "state is-ok" } else { "state is-fault" };
        view! {
            <p>
                "联网核对 "
                <span class=class>{check.result.title(Lang::Zh)}</span>
                "　"
                {law::words::time(check.at)}
                " "
                {check.officer}
                {again.then(|| view! { "　"<a href=href rel="external">"重新核对"</a> })}
            </p>
        }
    })
}

#[component]
fn Accepting(case: ReissueView) -> impl IntoView {
    view! {
        <section class="sheet ask">
            <h2>"档案查证属实，受理吗？"</h2>
            <form id="ask" method="post" action=Accept::url()>
                <Grip grip=case.grip.clone() />
                <Found case=case.clone() />
                <p class="hint">"受理以后打印声明书，请申请人当面读、签名、按指纹。"</p>
            </form>
        </section>
    }
}

#[component]
fn Declarations(case: ReissueView) -> impl IntoView {
    let declared = case.declared.clone();
    let kept = case.kept.clone();
    let id = case.grip.case.clone();
    let papers: Vec<PaperLine> =
        case.papers.iter().filter(|paper| paper.kind.starts_with("declaration")).cloned().collect();
    let by_proxy = case.asking.as_ref().is_some_and(|asking| asking.proxy.is_some());
    let who = if by_proxy { "受托人" } else { "申请人" };
    view! {
        <section class="sheet ask">
            <h2>"声明书，"{who}"当面签名按指纹了吗？"</h2>
            <form id="ask" method="post" action=Declare::url()>
                <Grip grip=case.grip.clone() />
                <div class="answers">
                    {Party::ALL
                        .iter()
                        .filter(|seat| case.asks(**seat))
                        .map(|seat| {
                            let ticked = kept.ticked("declare", "seats", seat.as_str());
                            if declared.contains(seat) {
                                view! { <span class="state is-ok">"✓ "{seat.title(Lang::Zh)}"已签"</span> }.into_any()
                            } else {
                                view! {
                                    <label class="answer">
                                        <input type="checkbox" name="seats[]" value=seat.as_str() checked=ticked />
                                        <span>{seat.title(Lang::Zh)}</span>
                                    </label>
                                }
                                    .into_any()
                            }
                        })
                        .collect_view()}
                </div>
            </form>
            <div class="answers">
                {papers.into_iter().map(|paper| view! { <Print case=id.clone() paper /> }).collect_view()}
            </div>
        </section>
    }
}

/// 审查: everything on which the registrar puts their name, in one sight.
#[component]
fn Review(case: ReissueView) -> impl IntoView {
    view! {
        <section class="sheet ask">
            <h2>"审查：符合补发条件，准予补发吗？"</h2>
            <form id="ask" method="post" action=PassReview::url()>
                <Grip grip=case.grip.clone() />
                <ul class="facts">
                    <li>"申请人身份核对过，声明书已当面签名按指纹"</li>
                    <li>{case.archive.clone().map(|archive| archive.words)}</li>
                    <li>
                        <Found case=case.clone() />
                    </li>
                </ul>
                <p class="hint">"本处登记簿里后来再有结婚、离婚的，系统会拦住；别处和法院办的，看联网核对。"</p>
            </form>
        </section>
    }
}

//! The one question in the middle, and what F9 does with the answer.

pub mod form;
mod issue;
mod paused;
mod register;
pub mod results;
pub mod said;

use crate::{
    counter::ask::form::Grip,
    fns::{
        counter::{
            Accept, Ask, CaseView, CheckNetwork, Declare, GiveEvidence, PaperLine, PassPreCheck, PassReview,
        },
        staff::Me,
    },
};
use chrono::NaiveTime;
use law::{
    Lang,
    eligibility::Party,
    marriage_case::{EvidenceKind, MarriageMove, NetworkResult, PreCheckPoint},
};
use leptos::{prelude::*, server_fn::ServerFn};
use results::Results;

/// What the main button says: what it does.
pub fn words(case: &CaseView) -> Option<&'static str> {
    let kind = match case.ask {
        Ask::Fill(_) | Ask::Ended => return None,
        Ask::PreCheck => MarriageMove::PassPreCheck,
        Ask::Network => MarriageMove::CheckNetwork,
        Ask::Evidence => MarriageMove::GiveEvidence,
        Ask::Accept => MarriageMove::Accept,
        Ask::Declarations => MarriageMove::SignDeclaration,
        Ask::Review => MarriageMove::PassReview,
        Ask::Register => MarriageMove::Register,
        Ask::Issue => MarriageMove::Issue,
        Ask::Paused => MarriageMove::Resume,
    };
    Some(kind.title(Lang::Zh))
}

#[component]
pub fn Question(case: CaseView, me: Me) -> impl IntoView {
    if case.ask == Ask::Ended {
        return view! { <issue::Ended case today=me.today /> }.into_any();
    }
    if !case.mine() {
        return ().into_any();
    }
    match case.ask {
        Ask::Fill(_) | Ask::Ended => ().into_any(),
        Ask::PreCheck => view! { <PreCheck case /> }.into_any(),
        Ask::Network => view! { <Network case now=me.now /> }.into_any(),
        Ask::Evidence => view! { <Evidence case now=me.now /> }.into_any(),
        Ask::Accept => view! { <Accepting case now=me.now /> }.into_any(),
        Ask::Declarations => view! { <Declarations case /> }.into_any(),
        Ask::Review => view! { <Review case /> }.into_any(),
        Ask::Register => view! { <register::Registering case today=me.today /> }.into_any(),
        Ask::Issue => view! { <issue::Issuing case today=me.today /> }.into_any(),
        Ask::Paused => view! { <paused::Paused case /> }.into_any(),
    }
}

#[component]
fn PreCheck(case: CaseView) -> impl IntoView {
    view! {
        <section class="sheet ask">
            <h2>"初审：这四样都看过了吗？"</h2>
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
                                    <span>{point.title(Lang::Zh)}</span>
                                </label>
                            }
                        })
                        .collect_view()}
                </div>
            </form>
        </section>
    }
}

#[component]
fn Network(case: CaseView, now: NaiveTime) -> impl IntoView {
    view! {
        <section class="sheet ask">
            <h2>"联网核对两位的婚姻状况，结果是？"</h2>
            <form id="ask" method="post" action=CheckNetwork::url()>
                <Grip grip=case.grip.clone() />
                <Results kept=case.kept now />
            </form>
        </section>
    }
}

/// 不一致: which papers explain it. The check can be made again, too.
#[component]
fn Evidence(case: CaseView, now: NaiveTime) -> impl IntoView {
    let grip = case.grip.clone();
    let given = case.evidence.clone();
    let kept = case.kept.clone();
    view! {
        <section class="sheet ask">
            <h2>"核对结果不一致：两位用什么证明？"</h2>
            <form id="ask" method="post" action=GiveEvidence::url()>
                <Grip grip=grip.clone() />
                <div class="ticks-row">
                    {EvidenceKind::ALL
                        .iter()
                        .map(|kind| {
                            let ticked = given.contains(kind) || kept.ticked("evidence", "kinds", kind.as_str());
                            view! {
                                <label class="choice">
                                    <input type="checkbox" name="kinds[]" value=kind.as_str() checked=ticked />
                                    <span>{kind.title(Lang::Zh)}</span>
                                </label>
                            }
                        })
                        .collect_view()}
                </div>
            </form>
        </section>
        <CheckAgain case now />
    }
}

/// The national system may answer otherwise a minute later.
#[component]
fn CheckAgain(case: CaseView, now: NaiveTime) -> impl IntoView {
    let offered = case.offers(MarriageMove::CheckNetwork);
    let open = case.kept.form == "network";
    offered
        .then(|| {
            view! {
                <details class="sheet fold-sheet" open=open>
                    <summary>"重新核对过了"</summary>
                    <form method="post" action=CheckNetwork::url()>
                        <Grip grip=case.grip.clone() />
                        <Results kept=case.kept now />
                        <p class="form-end">
                            <button class="button is-outline is-small">{MarriageMove::CheckNetwork.title(Lang::Zh)}</button>
                        </p>
                    </form>
                </details>
            }
        })
}

#[component]
fn Accepting(case: CaseView, now: NaiveTime) -> impl IntoView {
    view! {
        <section class="sheet ask">
            <h2>"分别问过两位，都自愿结婚，受理吗？"</h2>
            <form id="ask" method="post" action=Accept::url()>
                <Grip grip=case.grip.clone() />
                <Found case=case.clone() />
                <p class="hint">"受理以后打印两张声明书，请两位当面读、签名、按指纹。"</p>
            </form>
        </section>
        <CheckAgain case now />
    }
}

/// What the network check said, and what explains it.
#[component]
fn Found(case: CaseView) -> impl IntoView {
    let evidence = case.evidence.iter().map(|kind| kind.title(Lang::Zh)).collect::<Vec<_>>().join("、");
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
                {(!evidence.is_empty()).then(|| format!("　证明材料：{evidence}"))}
            </p>
        }
    })
}

#[component]
fn Declarations(case: CaseView) -> impl IntoView {
    let declared = case.declared.clone();
    let kept = case.kept.clone();
    let id = case.grip.case.clone();
    let papers: Vec<PaperLine> =
        case.papers.iter().filter(|paper| paper.kind.starts_with("declaration")).cloned().collect();
    view! {
        <section class="sheet ask">
            <h2>"声明书，哪几位当面签名按指纹了？"</h2>
            <form id="ask" method="post" action=Declare::url()>
                <Grip grip=case.grip />
                <div class="answers">
                    {Party::ALL
                        .iter()
                        .map(|seat| {
                            let done = declared.contains(seat);
                            let ticked = kept.ticked("declare", "seats", seat.as_str());
                            if done {
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
                {papers.into_iter().map(|paper| view! { <super::beside::Print case=id.clone() paper /> }).collect_view()}
            </div>
        </section>
    }
}

/// 审查: everything on which the registrar puts their name, in one sight.
#[component]
fn Review(case: CaseView) -> impl IntoView {
    let ages = case.persons.iter().map(|person| {
        let row = person.rows.iter().find(|row| row.label == "出生日期");
        row.and_then(|row| row.value.split('　').nth(1)).unwrap_or_default().to_owned()
    });
    let ages = ages.collect::<Vec<_>>().join("、");
    let restored = case.restored;
    view! {
        <section class="sheet ask">
            <h2>"审查：符合结婚条件，准予登记吗？"</h2>
            <form id="ask" method="post" action=PassReview::url()>
                <Grip grip=case.grip.clone() />
                <ul class="facts">
                    <li>"两位亲自到场，当面声明自愿、无配偶、没有禁止结婚的亲属关系，已签名按指纹"</li>
                    <li>"年龄 "{ages}"（男满 22、女满 20 周岁由系统按登记那天核对）"</li>
                    <li>
                        <Found case=case.clone() />
                    </li>
                    {restored.then(|| view! { <li>"两位是复婚"</li> })}
                </ul>
                <p class="hint">"系统只核对年龄和材料；自愿、亲属关系由您当面审查。"</p>
            </form>
        </section>
    }
}

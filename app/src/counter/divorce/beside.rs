//! Beside a divorce case: what was brought, the date sheet and papers, counselling, copying, what happened.

use super::{booklets::DivorceBooklets, menu::Fault};
use crate::{
    counter::{
        ask::form::Grip,
        beside::{Missing, Past, Print, Seen},
        copying::CopyAll,
    },
    fns::counter::{
        PaperLine, StageLook,
        divorce::{AskForPapers, DivorceAsk, DivorceView, OfferCounselling},
    },
};
use law::{
    Lang,
    divorce_case::{CertificatesSeen, Counselling, DivorceMove},
};
use leptos::{prelude::*, server_fn::ServerFn};

#[component]
pub fn DivorceBeside(case: DivorceView) -> impl IntoView {
    let copies = case.mine() && case.end.is_none();
    view! {
        <aside class="desk-beside" aria-label="材料、日期、纸张、抄录、经过">
            <Brought case=case.clone() />
            <DateSheets case=case.clone() />
            <Papers case=case.clone() />
            <Talk case=case.clone() />
            {copies.then(|| view! { <CopyAll case=case.grip.case.clone() items=case.copies.clone() /> })}
            <DivorceBooklets case=case.clone() />
            <Past lines=case.past.clone() />
        </aside>
    }
}

/// What has been seen so far, read off the case itself.
#[component]
fn Brought(case: DivorceView) -> impl IntoView {
    if case.dates.is_accepted {
        return ().into_any();
    }
    let certificates = match case.marriage.seen {
        Some(CertificatesSeen::OneLost { .. }) => "结婚证一本，另一本的遗失声明",
        Some(CertificatesSeen::BothLost) => "遗失声明、盖章的档案复印件",
        Some(CertificatesSeen::Both) | None => "结婚证两本",
    };
    let passed = case.stages.first().is_some_and(|stage| matches!(stage.look, StageLook::Done(_)));
    let lines = [
        ("第一位证件原件", case.persons[0].read.is_some()),
        ("第二位证件原件", case.persons[1].read.is_some()),
        (certificates, case.marriage.seen.is_some()),
        ("离婚协议书（声明已签好，或带来）", case.agreement.is_some()),
        ("申请书，两位当面填写", passed),
    ];
    let lines = lines.map(|(words, seen)| (words.to_owned(), seen)).to_vec();
    view! { <Seen lines /> }.into_any()
}

/// Both take the same sheet home.
#[component]
fn DateSheets(case: DivorceView) -> impl IntoView {
    let ahead = !case.dates.is_accepted && case.ask != DivorceAsk::Ended;
    let prints = case.dates.is_accepted && (case.mine() || case.end.is_none());
    let sheet = PaperLine { kind: "dates".to_owned(), title: "日期单 ×2".to_owned() };
    let id = case.grip.case.clone();
    (ahead || prints).then(|| {
        view! {
            <section aria-labelledby="date-sheets">
                <h2 id="date-sheets">"日期"</h2>
                {ahead
                    .then(|| {
                        view! { <p class="hint">"早一天或晚一天受理，能领证的最后一天可能差十天。受理以后给两位各打一张日期单。"</p> }
                    })}
                {prints.then(|| view! { <Print case=id paper=sheet /> })}
            </section>
        }
    })
}

#[component]
fn Papers(case: DivorceView) -> impl IntoView {
    let asks = case.offers(DivorceMove::AskForPapers) && case.end.is_none();
    let id = case.grip.case.clone();
    let none = case.papers.is_empty() && !asks;
    view! {
        <section aria-labelledby="papers">
            <h2 id="papers">"纸张"</h2>
            {none.then(|| view! { <p class="hint">"现在没有要打的。"</p> })}
            {case.papers.clone().into_iter().map(|paper| view! { <Print case=id.clone() paper /> }).collect_view()}
            {asks
                .then(|| {
                    view! {
                        <Missing
                            items=case.items.clone()
                            kept=case.kept.clone()
                            grip=case.grip.clone()
                            action=AskForPapers::url()
                        />
                    }
                })}
        </section>
    }
}

/// Told to everyone in the same words, never chosen for them, and nothing waits for it.
#[component]
fn Talk(case: DivorceView) -> impl IntoView {
    let offered =
        case.offers(DivorceMove::OfferCounselling) && case.registration.is_none() && case.end.is_none();
    let fault = case.kept.fault("counselling", "answer");
    let open = case.kept.form == "counselling";
    // What they answered is theirs: the other one may see this screen.
    let told = case.counselling.is_some();
    let grip = case.grip.clone();
    offered.then(|| {
        view! {
            <section aria-labelledby="talk">
                <h2 id="talk">
                    "辅导 "
                    {if told {
                        view! { <span class="state is-ok">"✓ 已告知"</span> }.into_any()
                    } else {
                        view! { <small>"免费、自愿，不影响办理"</small> }.into_any()
                    }}
                </h2>
                <details class="aside-fold" open=open>
                    <summary class="beside-row">
                        <span>"想找人聊聊吗？"</span>
                        <span class="button is-outline is-small">"记下"</span>
                    </summary>
                    <form method="post" action=OfferCounselling::url()>
                        <Grip grip />
                        <Fault words=fault />
                        <fieldset class="choices is-row">
                            <legend class="heard">"两位怎么说"</legend>
                            {Counselling::ALL
                                .iter()
                                .map(|answer| {
                                    view! {
                                        <label class="choice">
                                            <input type="radio" name="answer" value=answer.as_str() />
                                            <span>{answer.title(Lang::Zh)}</span>
                                        </label>
                                    }
                                })
                                .collect_view()}
                        </fieldset>
                        <p class="form-end">
                            <button class="button is-outline is-small" id="counselling">
                                {DivorceMove::OfferCounselling.title(Lang::Zh)}
                            </button>
                        </p>
                    </form>
                </details>
            </section>
        }
    })
}

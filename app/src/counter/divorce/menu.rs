//! What is done rarely in a divorce case: 不予受理, 不予办理, another end, dates that were mistyped.

use super::dates::Correcting;
use crate::{
    counter::ask::form::Grip,
    fns::counter::divorce::{Close, DivorceView, Leave, NotAccept, Refuse, UndoRegistration},
    ui::{
        field::{SelectField, TextField},
        icon::{Draw, Icon},
    },
};
use law::{
    Lang,
    divorce_case::{CloseCause, DivorceMove, NotAcceptedGround, RefusedGround},
};
use leptos::{prelude::*, server_fn::ServerFn};

const FORMS: [&str; 6] = ["leave", "not-accept", "refuse", "undo", "correct-dates", "close"];

#[component]
pub fn Menu(case: DivorceView) -> impl IntoView {
    let acts = [
        DivorceMove::Leave,
        DivorceMove::NotAccept,
        DivorceMove::RefuseAtReview,
        DivorceMove::UndoRegistration,
        DivorceMove::CorrectDates,
        DivorceMove::Close,
    ];
    let offered: Vec<_> = acts.into_iter().filter(|kind| case.offers(*kind)).collect();
    let open = FORMS.contains(&case.kept.form.as_str());
    (!offered.is_empty()).then(|| {
        view! {
            <details class="menu" id="more" open=open>
                <summary class="button is-outline">"更多 "<Draw icon=Icon::Down /></summary>
                <div class="menu-in sheet">
                    {offered
                        .into_iter()
                        .map(|kind| view! { <Act kind case=case.clone() /> })
                        .collect_view()}
                </div>
            </details>
        }
    })
}

#[component]
fn Act(kind: DivorceMove, case: DivorceView) -> impl IntoView {
    match kind {
        DivorceMove::Leave => view! { <GoneAway case /> }.into_any(),
        DivorceMove::NotAccept => view! { <NotAccepting case /> }.into_any(),
        DivorceMove::RefuseAtReview => view! { <Refusing case /> }.into_any(),
        DivorceMove::UndoRegistration => view! { <Undoing case /> }.into_any(),
        DivorceMove::CorrectDates => view! { <Correcting case /> }.into_any(),
        DivorceMove::Close => view! { <Closing case /> }.into_any(),
        _ => ().into_any(),
    }
}

#[component]
fn GoneAway(case: DivorceView) -> impl IntoView {
    view! {
        <form method="post" action=Leave::url()>
            <h2>"两位今天不办了"</h2>
            <Grip grip=case.grip.clone() />
            <p class="hint">"还没有受理，这件就此结束；以后来重新办。"</p>
            <button class="button is-outline is-small" id="leave">{DivorceMove::Leave.title(Lang::Zh)}</button>
        </form>
    }
}

/// 条例 art. 14, and what art. 13 and 15 want to see.
#[component]
fn NotAccepting(case: DivorceView) -> impl IntoView {
    view! {
        <form class="form" method="post" action=NotAccept::url()>
            <h2>"不予受理"</h2>
            <Grip grip=case.grip.clone() />
            <p class="hint">"能补的缺材料不是不予受理，请打告知单。当事人要告知书的，记下以后在右边打印。"</p>
            <Fault words=case.kept.fault("not-accept", "not_accepted") />
            <fieldset class="choices">
                <legend class="heard">"理由"</legend>
                {NotAcceptedGround::ALL
                    .iter()
                    .map(|ground| {
                        view! {
                            <Ground value=ground.as_str() words=ground.words(Lang::Zh) article=ground.article(Lang::Zh) />
                        }
                    })
                    .collect_view()}
            </fieldset>
            <p class="form-end">
                <button class="button is-outline is-small" id="not-accept">{DivorceMove::NotAccept.title(Lang::Zh)}</button>
            </p>
        </form>
    }
}

/// Refused at the review the case stays open until its window ends.
#[component]
fn Refusing(case: DivorceView) -> impl IntoView {
    view! {
        <form class="form" method="post" action=Refuse::url()>
            <h2>"不予办理"</h2>
            <Grip grip=case.grip.clone() />
            <p class="hint">"在可以登记的日子里，两位还可以再来。当事人要告知书的，记下以后在右边打印。"</p>
            <Fault words=case.kept.fault("refuse", "not_accepted") />
            <fieldset class="choices">
                <legend class="heard">"理由"</legend>
                {RefusedGround::ALL
                    .iter()
                    .map(|ground| {
                        view! {
                            <Ground value=ground.as_str() words=ground.words(Lang::Zh) article=ground.article(Lang::Zh) />
                        }
                    })
                    .collect_view()}
            </fieldset>
            <p class="form-end">
                <button class="button is-outline is-small" id="refuse">{DivorceMove::RefuseAtReview.title(Lang::Zh)}</button>
            </p>
        </form>
    }
}

#[component]
fn Ground(value: &'static str, words: &'static str, article: &'static str) -> impl IntoView {
    view! {
        <label class="choice">
            <input type="radio" name="ground" value=value />
            <span>{words}" "<small class="choice-line">{article}</small></span>
        </label>
    }
}

#[component]
fn Undoing(case: DivorceView) -> impl IntoView {
    let kept = case.kept.clone();
    view! {
        <form class="form" method="post" action=UndoRegistration::url()>
            <h2>"没领证就走了"</h2>
            <Grip grip=case.grip.clone() />
            <p class="hint">"字号列为空号、两本作废，国家系统里也要作废。在可以登记的日子里，两位还可以再来。"</p>
            <TextField
                id="undo-reason"
                name="reason"
                label="原因"
                value=kept.typed("undo", "reason").unwrap_or_default()
                fault=kept.fault("undo", "reason")
                longest=200
            />
            <p class="form-end">
                <button class="button is-outline is-small" id="undo">{DivorceMove::UndoRegistration.title(Lang::Zh)}</button>
            </p>
        </form>
    }
}

#[component]
fn Closing(case: DivorceView) -> impl IntoView {
    let kept = case.kept.clone();
    let causes = std::iter::once(("", "请选"))
        .chain(CloseCause::ALL.iter().map(|cause| (cause.as_str(), cause.title(Lang::Zh))));
    view! {
        <form class="form" method="post" action=Close::url()>
            <h2>"因其他原因终止"</h2>
            <Grip grip=case.grip.clone() />
            <SelectField
                id="close-cause"
                name="cause"
                label="原因"
                options=causes.collect()
                value=kept.typed("close", "cause").unwrap_or_default()
                fault=kept.fault("close", "cause")
            />
            <TextField
                id="close-reason"
                name="reason"
                label="看过什么文书"
                value=kept.typed("close", "reason").unwrap_or_default()
                fault=kept.fault("close", "reason")
                longest=200
            />
            <p class="form-end">
                <button class="button is-outline is-small" id="close">{DivorceMove::Close.title(Lang::Zh)}</button>
            </p>
        </form>
    }
}

#[component]
pub fn Fault(words: Option<String>) -> impl IntoView {
    words.map(|words| view! { <p class="field-fault" role="alert">"✕ "{words}</p> })
}

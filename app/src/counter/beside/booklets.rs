//! The two booklets of a registration: one that was spoilt is replaced under the same number, a mistyped number corrected.

use crate::{
    counter::ask::form::Grip,
    fns::counter::{CaseView, CorrectNumbers, VoidBooklet},
    ui::field::{SelectField, TextField},
};
use law::{
    Lang,
    eligibility::Party,
    marriage_case::{MarriageMove, VoidReason},
};
use leptos::{prelude::*, server_fn::ServerFn};

/// A spoilt booklet, or a number that was mistyped.
#[component]
pub fn Booklets(case: CaseView) -> impl IntoView {
    let Some(known) = case.registration.clone() else { return ().into_any() };
    let voids = case.offers(MarriageMove::VoidBooklet);
    let corrects = case.offers(MarriageMove::CorrectNumbers);
    let kept = case.kept.clone();
    let voided = known.voided.join("、");
    view! {
        <section aria-labelledby="booklets">
            <h2 id="booklets">"证本"</h2>
            <p class="beside-row"><span>"第一位"</span><b>{known.booklets[0].clone()}</b></p>
            <p class="beside-row"><span>"第二位"</span><b>{known.booklets[1].clone()}</b></p>
            {(!voided.is_empty()).then(|| view! { <p class="hint">"已作废："{voided}</p> })}
            {voids.then(|| view! { <Void case=case.clone() open=kept.form == "void" /> })}
            {corrects.then(|| view! { <Correct case=case.clone() open=kept.form == "correct" /> })}
        </section>
    }
    .into_any()
}

#[component]
fn Void(case: CaseView, open: bool) -> impl IntoView {
    let kept = case.kept.clone();
    let chosen = kept.typed("void", "seat").unwrap_or_default();
    let reasons = std::iter::once(("", "请选"))
        .chain(VoidReason::ALL.iter().map(|why| (why.as_str(), why.title(Lang::Zh))));
    view! {
        <details class="aside-fold" open=open>
            <summary class="button is-outline is-small">{MarriageMove::VoidBooklet.title(Lang::Zh)}</summary>
            <form class="form" method="post" action=VoidBooklet::url()>
                <Grip grip=case.grip />
                <fieldset class="choices is-row">
                    <legend>"哪一位的"</legend>
                    {kept.fault("void", "seat").map(|words| view! { <p class="field-fault">"✕ "{words}</p> })}
                    {Party::ALL
                        .iter()
                        .map(|seat| {
                            view! {
                                <label class="choice">
                                    <input type="radio" name="seat" value=seat.as_str() checked=chosen == seat.as_str() />
                                    <span>{seat.title(Lang::Zh)}</span>
                                </label>
                            }
                        })
                        .collect_view()}
                </fieldset>
                <TextField
                    id="replacement"
                    name="replacement"
                    label="换上的印制号"
                    value=kept.typed("void", "replacement").unwrap_or_default()
                    fault=kept.fault("void", "replacement")
                    longest=40
                />
                <SelectField
                    id="void-reason"
                    name="reason"
                    label="为什么作废"
                    options=reasons.collect()
                    value=kept.typed("void", "reason").unwrap_or_default()
                    fault=kept.fault("void", "reason")
                />
                <p class="form-end">
                    <button class="button is-outline is-small" id="void">"作废这本，换上新的"</button>
                </p>
            </form>
        </details>
    }
}

#[component]
fn Correct(case: CaseView, open: bool) -> impl IntoView {
    let kept = case.kept.clone();
    let known = case.registration.clone();
    let own = case.own_numbers;
    let value = |field: &str, now: Option<String>| kept.typed("correct", field).or(now).unwrap_or_default();
    let booklet = |at: usize| known.as_ref().map(|known| known.booklets[at].clone());
    view! {
        <details class="aside-fold" open=open>
            <summary class="button is-outline is-small">{MarriageMove::CorrectNumbers.title(Lang::Zh)}</summary>
            <form class="form" method="post" action=CorrectNumbers::url()>
                <Grip grip=case.grip.clone() />
                {(!own)
                    .then(|| {
                        view! {
                            <TextField
                                id="correct-certificate"
                                name="certificate_no"
                                label="结婚证字号"
                                value=value("certificate_no", known.as_ref().map(|known| known.certificate.clone()))
                                fault=kept.fault("correct", "certificate_no")
                                longest=40
                            />
                        }
                    })}
                <TextField
                    id="correct-a"
                    name="booklet_a"
                    label="第一位印制号"
                    value=value("booklet_a", booklet(0))
                    fault=kept.fault("correct", "booklet_a")
                    longest=40
                />
                <TextField
                    id="correct-b"
                    name="booklet_b"
                    label="第二位印制号"
                    value=value("booklet_b", booklet(1))
                    fault=kept.fault("correct", "booklet_b")
                    longest=40
                />
                <TextField
                    id="correct-reason"
                    name="reason"
                    label="为什么更正"
                    value=value("reason", None)
                    fault=kept.fault("correct", "reason")
                    longest=200
                />
                <p class="form-end">
                    <button class="button is-outline is-small" id="correct">{MarriageMove::CorrectNumbers.title(Lang::Zh)}</button>
                </p>
            </form>
        </details>
    }
}

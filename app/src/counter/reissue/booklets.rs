//! The booklets of a reissue: one that was spoilt is replaced under the same number, a mistyped number corrected.

use crate::{
    counter::ask::form::Grip,
    fns::counter::reissue::{CorrectNumbers, ReissueView, ReissuedView, VoidBooklet},
    ui::field::{SelectField, TextField},
};
use law::{Lang, marriage_case::VoidReason, reissue_case::ReissueMove};
use leptos::{prelude::*, server_fn::ServerFn};

#[component]
pub fn ReissueBooklets(case: ReissueView) -> impl IntoView {
    let known = case.reissue.clone();
    known.map(|known| {
        let voided = known.voided.join("、");
        let (voids, corrects) =
            (case.offers(ReissueMove::VoidBooklet), case.offers(ReissueMove::CorrectNumbers));
        view! {
            <section aria-labelledby="booklets">
                <h2 id="booklets">"证本"</h2>
                {named(&known)
                    .into_iter()
                    .map(|(title, number)| view! { <p class="beside-row"><span>{title}</span><b>{number}</b></p> })
                    .collect_view()}
                {(!voided.is_empty()).then(|| view! { <p class="hint">"已作废："{voided}</p> })}
                {voids.then(|| view! { <Void case=case.clone() known=known.clone() /> })}
                {corrects.then(|| view! { <Correct case=case.clone() known=known.clone() /> })}
            </section>
        }
    })
}

/// Whose each booklet is.
fn named(known: &ReissuedView) -> Vec<(&'static str, String)> {
    let titles: &[&str] = if known.booklets.len() > 1 { &["第一位", "第二位"] } else { &["本人"] };
    titles.iter().copied().zip(known.booklets.iter().cloned()).collect()
}

#[component]
fn Void(case: ReissueView, known: ReissuedView) -> impl IntoView {
    let kept = case.kept.clone();
    let open = kept.form == "void";
    let chosen = kept.typed("void", "spoilt").unwrap_or_default();
    let reasons = std::iter::once(("", "请选"))
        .chain(VoidReason::ALL.iter().map(|why| (why.as_str(), why.title(Lang::Zh))));
    view! {
        <details class="aside-fold" open=open>
            <summary class="button is-outline is-small">{ReissueMove::VoidBooklet.title(Lang::Zh)}</summary>
            <form class="form" method="post" action=VoidBooklet::url()>
                <Grip grip=case.grip.clone() />
                <fieldset class="choices is-row">
                    <legend>"哪一本"</legend>
                    {kept.fault("void", "spoilt").map(|words| view! { <p class="field-fault">"✕ "{words}</p> })}
                    {named(&known)
                        .into_iter()
                        .map(|(title, number)| {
                            view! {
                                <label class="choice">
                                    <input type="radio" name="spoilt" value=number.clone() checked=chosen == number />
                                    <span>{title}</span>
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
fn Correct(case: ReissueView, known: ReissuedView) -> impl IntoView {
    let kept = case.kept.clone();
    let open = kept.form == "correct";
    let own = case.own_numbers;
    let value = |field: &str, now: &str| kept.typed("correct", field).unwrap_or_else(|| now.to_owned());
    let second = known.booklets.get(1).cloned();
    view! {
        <details class="aside-fold" open=open>
            <summary class="button is-outline is-small">{ReissueMove::CorrectNumbers.title(Lang::Zh)}</summary>
            <form class="form" method="post" action=CorrectNumbers::url()>
                <Grip grip=case.grip.clone() />
                {(!own)
                    .then(|| {
                        view! {
                            <TextField
                                id="correct-certificate"
                                name="certificate_no"
                                label="补发字号"
                                value=value("certificate_no", &known.certificate)
                                fault=kept.fault("correct", "certificate_no")
                                longest=40
                            />
                        }
                    })}
                <TextField
                    id="correct-a"
                    name="booklet_a"
                    label=if second.is_some() { "第一位印制号" } else { "印制号" }
                    value=value("booklet_a", known.booklets.first().map_or("", String::as_str))
                    fault=kept.fault("correct", "booklet_a")
                    longest=40
                />
                {second
                    .map(|number| {
                        view! {
                            <TextField
                                id="correct-b"
                                name="booklet_b"
                                label="第二位印制号"
                                value=value("booklet_b", &number)
                                fault=kept.fault("correct", "booklet_b")
                                longest=40
                            />
                        }
                    })}
                <TextField
                    id="correct-reason"
                    name="reason"
                    label="为什么更正"
                    value=value("reason", "")
                    fault=kept.fault("correct", "reason")
                    longest=200
                />
                <p class="form-end">
                    <button class="button is-outline is-small" id="correct">{ReissueMove::CorrectNumbers.title(Lang::Zh)}</button>
                </p>
            </form>
        </details>
    }
}

//! The two booklets of a registration: one that was spoilt is replaced under the same number, a mistyped number corrected.

use crate::{
    counter::ask::form::Grip,
    fns::{
        counter::{GripField, RegistrationView},
        staff::Kept,
    },
    ui::field::{SelectField, TextField},
};
use law::{
    Lang,
    eligibility::Party,
    marriage_case::{MarriageMove, VoidReason},
};
use leptos::prelude::*;

/// What is offered with the booklets, and where its forms lead.
#[derive(Clone)]
pub struct Offer {
    pub grip: GripField,
    pub kept: Kept,
    /// Certificate numbers are allocated here.
    pub own: bool,
    /// 「结婚证字号」 or 「离婚证字号」
    pub label: &'static str,
    /// The address of the form; none where it isn't offered.
    pub void: Option<&'static str>,
    pub correct: Option<&'static str>,
}

/// A spoilt booklet, or a number that was mistyped.
#[component]
pub fn Booklets(known: RegistrationView, offer: Offer) -> impl IntoView {
    let voided = known.voided.join("、");
    let (void, correct) = (offer.void, offer.correct);
    view! {
        <section aria-labelledby="booklets">
            <h2 id="booklets">"证本"</h2>
            <p class="beside-row"><span>"第一位"</span><b>{known.booklets[0].clone()}</b></p>
            <p class="beside-row"><span>"第二位"</span><b>{known.booklets[1].clone()}</b></p>
            {(!voided.is_empty()).then(|| view! { <p class="hint">"已作废："{voided}</p> })}
            {void.map(|action| view! { <Void offer=offer.clone() action /> })}
            {correct.map(|action| view! { <Correct offer=offer.clone() known=known.clone() action /> })}
        </section>
    }
}

#[component]
fn Void(offer: Offer, action: &'static str) -> impl IntoView {
    let kept = offer.kept.clone();
    let open = kept.form == "void";
    let chosen = kept.typed("void", "seat").unwrap_or_default();
    let reasons = std::iter::once(("", "请选"))
        .chain(VoidReason::ALL.iter().map(|why| (why.as_str(), why.title(Lang::Zh))));
    view! {
        <details class="aside-fold" open=open>
            <summary class="button is-outline is-small">{MarriageMove::VoidBooklet.title(Lang::Zh)}</summary>
            <form class="form" method="post" action=action>
                <Grip grip=offer.grip />
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
fn Correct(offer: Offer, known: RegistrationView, action: &'static str) -> impl IntoView {
    let kept = offer.kept.clone();
    let open = kept.form == "correct";
    let (own, label) = (offer.own, offer.label);
    let value = |field: &str, now: &str| kept.typed("correct", field).unwrap_or_else(|| now.to_owned());
    view! {
        <details class="aside-fold" open=open>
            <summary class="button is-outline is-small">{MarriageMove::CorrectNumbers.title(Lang::Zh)}</summary>
            <form class="form" method="post" action=action>
                <Grip grip=offer.grip.clone() />
                {(!own)
                    .then(|| {
                        view! {
                            <TextField
                                id="correct-certificate"
                                name="certificate_no"
                                label=label
                                value=value("certificate_no", &known.certificate)
                                fault=kept.fault("correct", "certificate_no")
                                longest=40
                            />
                        }
                    })}
                <TextField
                    id="correct-a"
                    name="booklet_a"
                    label="第一位印制号"
                    value=value("booklet_a", &known.booklets[0])
                    fault=kept.fault("correct", "booklet_a")
                    longest=40
                />
                <TextField
                    id="correct-b"
                    name="booklet_b"
                    label="第二位印制号"
                    value=value("booklet_b", &known.booklets[1])
                    fault=kept.fault("correct", "booklet_b")
                    longest=40
                />
                <TextField
                    id="correct-reason"
                    name="reason"
                    label="为什么更正"
                    value=value("reason", "")
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

//! The booklets of a certificate: one that was spoilt is replaced under the same number, a mistyped number corrected.

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

/// The booklets of a certificate as they stand.
#[derive(Clone)]
pub struct Standing {
    pub certificate: String,
    pub booklets: Vec<Booklet>,
    pub voided: Vec<String>,
}

#[derive(Clone)]
pub struct Booklet {
    pub whose: &'static str,
    /// As printed in it.
    pub number: String,
    /// What names it in the form that voids it.
    pub named: String,
}

/// What is offered with the booklets, and where its forms lead.
#[derive(Clone)]
pub struct Offer {
    pub grip: GripField,
    pub kept: Kept,
    /// Certificate numbers are allocated here.
    pub own: bool,
    /// 「结婚证字号」, 「离婚证字号」, 「补发字号」
    pub label: &'static str,
    /// The field that names the booklet to be voided.
    pub which: &'static str,
    /// The address of the form; none where it isn't offered.
    pub void: Option<&'static str>,
    pub correct: Option<&'static str>,
}

impl From<RegistrationView> for Standing {
    fn from(known: RegistrationView) -> Self {
        let booklets = Party::ALL.iter().zip(known.booklets).map(|(seat, number)| Booklet {
            whose: seat.title(Lang::Zh),
            number,
            named: seat.as_str().to_owned(),
        });
        Self { certificate: known.certificate, booklets: booklets.collect(), voided: known.voided }
    }
}

/// A spoilt booklet, or a number that was mistyped.
#[component]
pub fn Booklets(known: Standing, offer: Offer) -> impl IntoView {
    let voided = known.voided.join("、");
    let (void, correct) = (offer.void, offer.correct);
    view! {
        <section aria-labelledby="booklets">
            <h2 id="booklets">"证本"</h2>
            {known
                .booklets
                .iter()
                .map(|booklet| {
                    view! { <p class="beside-row"><span>{booklet.whose}</span><b>{booklet.number.clone()}</b></p> }
                })
                .collect_view()}
            {(!voided.is_empty()).then(|| view! { <p class="hint">"已作废："{voided}</p> })}
            {void.map(|action| view! { <Void offer=offer.clone() known=known.clone() action /> })}
            {correct.map(|action| view! { <Correct offer=offer.clone() known=known.clone() action /> })}
        </section>
    }
}

#[component]
fn Void(offer: Offer, known: Standing, action: &'static str) -> impl IntoView {
    let (kept, which) = (offer.kept.clone(), offer.which);
    let open = kept.form == "void";
    let chosen = kept.typed("void", which).unwrap_or_default();
    let reasons = std::iter::once(("", "请选"))
        .chain(VoidReason::ALL.iter().map(|why| (why.as_str(), why.title(Lang::Zh))));
    view! {
        <details class="aside-fold" open=open>
            <summary class="button is-outline is-small">{MarriageMove::VoidBooklet.title(Lang::Zh)}</summary>
            <form class="form" method="post" action=action>
                <Grip grip=offer.grip />
                <fieldset class="choices is-row">
                    <legend>"哪一本"</legend>
                    {kept.fault("void", which).map(|words| view! { <p class="field-fault">"✕ "{words}</p> })}
                    {known
                        .booklets
                        .into_iter()
                        .map(|booklet| {
                            let checked = chosen == booklet.named;
                            view! {
                                <label class="choice">
                                    <input type="radio" name=which value=booklet.named checked=checked />
                                    <span>{booklet.whose}</span>
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
fn Correct(offer: Offer, known: Standing, action: &'static str) -> impl IntoView {
    const FIELDS: [(&str, &str, &str); 2] =
        [("correct-a", "booklet_a", "第一位印制号"), ("correct-b", "booklet_b", "第二位印制号")];
    let kept = offer.kept.clone();
    let open = kept.form == "correct";
    let (own, label, alone) = (offer.own, offer.label, known.booklets.len() == 1);
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
                {FIELDS
                    .into_iter()
                    .zip(&known.booklets)
                    .map(|((id, name, words), booklet)| {
                        view! {
                            <TextField
                                id=id
                                name=name
                                label=if alone { "印制号" } else { words }
                                value=value(name, &booklet.number)
                                fault=kept.fault("correct", name)
                                longest=40
                            />
                        }
                    })
                    .collect_view()}
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

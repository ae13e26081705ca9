//! Who asks for the certificate, and why; one alone, or with an authority.

use crate::{
    counter::ask::form::Grip,
    fns::counter::reissue::{AskWho, ReissueView},
    ui::field::TextField,
};
use law::{
    Lang,
    eligibility::Party,
    reissue_case::{Matter, ProxyPoint, Reason},
};
use leptos::{prelude::*, server_fn::ServerFn};

#[component]
pub fn Who(case: ReissueView) -> impl IntoView {
    let kept = case.kept.clone();
    let fault = |field: &str| kept.fault("who", field);
    let alone = kept.typed("who", "alone");
    let alone = alone.unwrap_or_else(|| case.asking.as_ref().map_or_else(String::new, |a| a.alone.clone()));
    let couple = case.matter == Matter::Marriage;
    view! {
        <section class="sheet ask">
            <h2>"谁来补"{case.certificate()}"，为什么？"</h2>
            <form id="ask" class="form" method="post" action=AskWho::url() novalidate=true>
                <Grip grip=case.grip.clone() />
                <Applicants case=case.clone() />
                <Reasons case=case.clone() />
                {couple
                    .then(|| {
                        view! {
                            <TextField
                                id="alone"
                                name="alone"
                                label="只来一位的，为什么可以办"
                                hint=Some("由您决定，写进经过；两位都来的空着")
                                value=alone
                                fault=fault("alone")
                                optional=true
                                longest=100
                            />
                        }
                    })}
                <Proxy case=case.clone() />
            </form>
        </section>
    }
}

/// Both or one of a couple; of a divorce the one who holds the certificate.
#[component]
fn Applicants(case: ReissueView) -> impl IntoView {
    let couple = case.matter == Matter::Marriage;
    let typed = case.kept.form == "who";
    let first_alone = !couple && case.persons[1].rows.is_empty();
    let checked = move |seat: Party| {
        if typed {
            case.kept.ticked("who", "seats", seat.as_str())
        } else {
            match &case.asking {
                Some(asking) => asking.applicants.contains(&seat),
                None => couple || seat == Party::First,
            }
        }
    };
    if first_alone {
        return view! { <input type="hidden" name="seats[]" value=Party::First.as_str() /> }.into_any();
    }
    let kind = if couple { "checkbox" } else { "radio" };
    view! {
        <div class="field">
            <p class="field-label" id="who-asks">"谁来办"</p>
            <div class="answers" role="group" aria-labelledby="who-asks">
                {Party::ALL
                    .iter()
                    .map(|seat| {
                        view! {
                            <label class="answer">
                                <input type=kind name="seats[]" value=seat.as_str() checked=checked(*seat) />
                                <span>{seat.title(Lang::Zh)}</span>
                            </label>
                        }
                    })
                    .collect_view()}
            </div>
        </div>
    }
    .into_any()
}

#[component]
fn Reasons(case: ReissueView) -> impl IntoView {
    let chosen = case.kept.typed("who", "reissue_reason");
    let chosen = chosen.or_else(|| case.asking.as_ref().map(|asking| asking.reason.as_str().to_owned()));
    view! {
        <div class="field">
            <p class="field-label" id="why">"为什么补"</p>
            {case
                .kept
                .fault("who", "reissue_reason")
                .map(|words| view! { <p class="field-fault" role="alert">"✕ "{words}</p> })}
            <div class="answers" role="group" aria-labelledby="why">
                {Reason::ALL
                    .iter()
                    .map(|reason| {
                        view! {
                            <label class="answer">
                                <input
                                    type="radio"
                                    name="reissue_reason"
                                    value=reason.as_str()
                                    checked=chosen.as_deref() == Some(reason.as_str())
                                />
                                <span>{reason.title(Lang::Zh)}</span>
                            </label>
                        }
                    })
                    .collect_view()}
            </div>
        </div>
    }
}

/// Only where the record is found and agrees; the authority must be notarised.
#[component]
fn Proxy(case: ReissueView) -> impl IntoView {
    let kept = case.kept.clone();
    let before = case.asking.as_ref().and_then(|asking| asking.proxy.clone());
    let typed = kept.typed("who", "proxy").is_some_and(|ticked| !ticked.is_empty());
    let open = typed || before.is_some();
    let name = kept.typed("who", "proxy_name");
    let name = name.unwrap_or_else(|| before.map(|(name, _)| name).unwrap_or_default());
    view! {
        <details class="aside-fold" open=open>
            <summary class="hint">"本人来不了，别人带委托书来"</summary>
            <p class="hint">"查到档案、档案和证件一致的才可以代办。委托书要经过公证。"</p>
            <label class="choice">
                <input type="checkbox" name="proxy[given]" value="yes" checked=open />
                <span>"由受托人代办"</span>
            </label>
            <div class="form-row">
                <TextField
                    id="proxy-name"
                    name="proxy[name]"
                    label="受托人姓名"
                    value=name
                    fault=kept.fault("who", "proxy_name")
                    longest=100
                />
                <TextField
                    id="proxy-number"
                    name="proxy[id_number]"
                    label="受托人身份证号"
                    value=""
                    fault=kept.fault("who", "proxy_id_number")
                    longest=40
                />
            </div>
            <div class="ticks-row">
                {ProxyPoint::ALL
                    .iter()
                    .map(|point| {
                        let ticked = kept.ticked("who", "points", point.as_str());
                        view! {
                            <label class="choice">
                                <input type="checkbox" name="proxy[points][]" value=point.as_str() checked=ticked />
                                <span>{point.title(Lang::Zh)}</span>
                            </label>
                        }
                    })
                    .collect_view()}
            </div>
        </details>
    }
}

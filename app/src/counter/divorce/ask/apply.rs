//! Before acceptance: the marriage that is to end, the agreement, the network check, 初审.

use super::super::menu::Fault;
use crate::{
    counter::ask::{form::Grip, results::Results},
    fns::counter::divorce::{CheckNetwork, DivorceView, PassPreCheck, RecordDocuments, RecordMarriage},
    ui::field::TextField,
};
use chrono::NaiveTime;
use law::{
    Lang,
    divorce_case::{AgreementShown, CertificatesSeen, DivorceMove, PreCheckPoint},
    eligibility::Party,
    marriage_case::NetworkResult,
};
use leptos::{prelude::*, server_fn::ServerFn};

/// What was shown of the marriage certificates, by the name in the form (116号).
const SEEN: [(&str, &str); 4] = [
    ("both", "两本都在"),
    ("lost_a", "第一位的丢了，有遗失声明"),
    ("lost_b", "第二位的丢了，有遗失声明"),
    ("both_lost", "都丢了，有声明和盖章的档案复印件"),
];
const AGREEMENT: [(AgreementShown, &str); 2] =
    [(AgreementShown::DeclaredSigned, "两位声明已经签好"), (AgreementShown::Shown, "带来看过")];

#[component]
pub fn Documents(case: DivorceView) -> impl IntoView {
    let kept = case.kept.clone();
    let facts = case.marriage.clone();
    let fault = |field: &str| kept.fault("documents", field);
    let value = |field: &str, known: String| kept.typed("documents", field).unwrap_or(known);
    let seen = value("seen", seen_name(facts.seen).to_owned());
    let agreement = value("agreement", case.agreement.map_or("", AgreementShown::as_str).to_owned());
    view! {
        <section class="sheet ask">
            <h2>"结婚证和离婚协议"</h2>
            <form id="ask" class="form" method="post" action=RecordDocuments::url() novalidate=true>
                <Grip grip=case.grip.clone() />
                <Marriage case=case.clone() />
                <fieldset class="choices" id="seen">
                    <legend>"结婚证"</legend>
                    <Fault words=fault("seen") />
                    <div class="ticks-row">
                        {SEEN
                            .into_iter()
                            .map(|(own, words)| {
                                view! {
                                    <label class="choice">
                                        <input type="radio" name="seen" value=own checked=seen == own />
                                        <span>{words}</span>
                                    </label>
                                }
                            })
                            .collect_view()}
                    </div>
                </fieldset>
                <fieldset class="choices is-row" id="agreement">
                    <legend>"离婚协议"</legend>
                    <Fault words=fault("agreement") />
                    {AGREEMENT
                        .into_iter()
                        .map(|(own, words)| {
                            view! {
                                <label class="choice">
                                    <input type="radio" name="agreement" value=own.as_str() checked=agreement == own.as_str() />
                                    <span>{words}</span>
                                </label>
                            }
                        })
                        .collect_view()}
                </fieldset>
                <p class="hint">"协议的内容不录入、不留存。没有协议的，不能受理。"</p>
            </form>
        </section>
    }
}

/// Number, day and office, as the certificates say.
#[component]
fn Marriage(case: DivorceView) -> impl IntoView {
    let (kept, facts) = (case.kept, case.marriage);
    let fault = |field: &str| kept.fault("documents", field);
    let value = |field: &str, known: String| kept.typed("documents", field).unwrap_or(known);
    view! {
        <div class="form-row">
            <TextField
                id="marriage-certificate"
                name="certificate_no"
                label="结婚证字号"
                hint=Some("照证上抄，旧式的也可以")
                value=value("certificate_no", facts.certificate_no.clone())
                fault=fault("certificate_no")
                longest=40
            />
            <TextField
                id="marriage-date"
                name="registered_on"
                kind="date"
                label="结婚登记日期"
                value=value("registered_on", facts.registered_on.map(|day| day.to_string()).unwrap_or_default())
                fault=fault("registered_on")
            />
            <TextField
                id="marriage-office"
                name="office"
                label="结婚登记机关"
                value=value("office", facts.office.clone())
                fault=fault("office")
                longest=60
            />
        </div>
    }
}

/// Of an application that was accepted before this counter was here.
#[component]
pub fn MissingMarriage(case: DivorceView) -> impl IntoView {
    let missing = case.mine() && case.marriage.certificate_no.is_empty();
    missing.then(|| {
        view! {
            <section class="sheet">
                <h2>"结婚证 "<small class="hint">"以前受理的，还没有记；审查处理表上要用"</small></h2>
                <form class="form" id="marriage" method="post" action=RecordMarriage::url() novalidate=true>
                    <Grip grip=case.grip.clone() />
                    <Marriage case />
                    <p class="form-end">
                        <button class="button is-outline is-small">"记下结婚证"</button>
                    </p>
                </form>
            </section>
        }
    })
}

fn seen_name(seen: Option<CertificatesSeen>) -> &'static str {
    match seen {
        None => "",
        Some(CertificatesSeen::Both) => "both",
        Some(CertificatesSeen::OneLost { lost_by: Party::First }) => "lost_a",
        Some(CertificatesSeen::OneLost { lost_by: Party::Second }) => "lost_b",
        Some(CertificatesSeen::BothLost) => "both_lost",
    }
}

#[component]
pub fn Network(case: DivorceView, now: NaiveTime) -> impl IntoView {
    view! {
        <section class="sheet ask">
            <h2>"联网核对两位的身份和婚姻状况，结果是？"</h2>
            <form id="ask" method="post" action=CheckNetwork::url()>
                <Grip grip=case.grip.clone() />
                <Results kept=case.kept now />
            </form>
        </section>
    }
}

/// What the network check said, and the way to make it again.
#[component]
pub fn Checked(case: DivorceView, now: NaiveTime) -> impl IntoView {
    let offered = case.offers(DivorceMove::CheckNetwork);
    let open = case.kept.form == "network";
    view! {
        <Found case=case.clone() />
        {offered
            .then(|| {
                view! {
                    <details class="sheet fold-sheet" open=open>
                        <summary>"重新核对过了"</summary>
                        <form method="post" action=CheckNetwork::url()>
                            <Grip grip=case.grip.clone() />
                            <Results kept=case.kept now />
                            <p class="form-end">
                                <button class="button is-outline is-small">{DivorceMove::CheckNetwork.title(Lang::Zh)}</button>
                            </p>
                        </form>
                    </details>
                }
            })}
    }
}

#[component]
pub fn Found(case: DivorceView) -> impl IntoView {
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
            </p>
        }
    })
}

#[component]
pub fn PreCheck(case: DivorceView, now: NaiveTime) -> impl IntoView {
    view! {
        <section class="sheet ask">
            <h2>"初审：这几样都看过、问过了吗？"</h2>
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
            <Checked case=case.clone() now />
        </section>
    }
}

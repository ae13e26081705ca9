//! The registration, the archive, and what proves what the archive doesn't.

use super::Found;
use crate::{
    counter::ask::{form::Grip, results::Results},
    fns::counter::reissue::{CheckArchive, CheckNetwork, GiveProof, NameOriginal, ReissueView},
    ui::field::TextField,
};
use chrono::NaiveTime;
use law::{
    Lang,
    reissue_case::{Matter, RegisteredAt, ReissueMove},
};
use leptos::{prelude::*, server_fn::ServerFn};

#[component]
pub fn Original(case: ReissueView) -> impl IntoView {
    let (kept, known) = (case.kept.clone(), case.original.clone());
    let value =
        |field: &str, before: Option<String>| kept.typed("original", field).or(before).unwrap_or_default();
    let fault = |field: &str| kept.fault("original", field);
    let at = value("registered_at", known.as_ref().and_then(|o| o.at).map(|at| at.as_str().to_owned()));
    let example = match case.matter {
        Matter::Marriage => "J370126-2009-000231，或旧字号",
        Matter::Divorce => "L370126-2009-000231，或旧字号",
    };
    view! {
        <section class="sheet ask">
            <h2>"原来什么时候、在哪里登记的？"</h2>
            <form id="ask" class="form" method="post" action=NameOriginal::url() novalidate=true>
                <Grip grip=case.grip.clone() />
                {fault("registered_at").map(|words| view! { <p class="field-fault" role="alert">"✕ "{words}</p> })}
                <div class="answers" role="group" aria-label="在哪里登记的">
                    {RegisteredAt::ALL
                        .iter()
                        .map(|place| {
                            view! {
                                <label class="answer">
                                    <input
                                        type="radio"
                                        name="registered_at"
                                        value=place.as_str()
                                        checked=at == place.as_str()
                                    />
                                    <span>{place.title(Lang::Zh)}</span>
                                </label>
                            }
                        })
                        .collect_view()}
                </div>
                <div class="form-row">
                    <TextField
                        id="registered-on"
                        name="registered_on"
                        kind="date"
                        label="登记日期"
                        value=value("registered_on", known.as_ref().map(|o| o.registered_on.to_string()))
                        fault=fault("registered_on")
                    />
                    <TextField
                        id="original-office"
                        name="office"
                        label="登记机关"
                        value=value("office", known.as_ref().map(|o| o.office.clone()))
                        fault=fault("office")
                        longest=60
                    />
                    <TextField
                        id="original-number"
                        name="certificate_no"
                        label="原字号"
                        hint=Some(example)
                        value=value("certificate_no", known.as_ref().map(|o| o.certificate_no.clone()))
                        fault=fault("certificate_no")
                        optional=true
                        longest=40
                    />
                </div>
                <p class="hint">"补的证上登记日期还是这一天。不记得字号的空着，查到档案再补。"</p>
            </form>
        </section>
    }
}

/// Looked for the first time, or again: what isn't found stays open, with where to look next.
#[component]
pub fn Archive(case: ReissueView) -> impl IntoView {
    let kept = case.kept.clone();
    let value = |field: &str| kept.typed("archive", field).unwrap_or_default();
    let fault = ["finding", "agrees"].into_iter().find_map(|field| kept.fault("archive", field));
    let searching = !case.next.is_empty() && case.archive.as_ref().is_some_and(|known| !known.agrees);
    let findings =
        [("found", "查到了"), ("not_found", "还没查到"), ("no_record", "没有档案（有保管单位书面证明）")];
    let agreeing = [("yes", "和证件一致"), ("no", "不一致")];
    let (finding, agrees) = (value("finding"), value("agrees"));
    view! {
        <section class="sheet ask">
            <h2>{if searching { "再查一次，结果是？" } else { "查档：登记档案查到了吗？" }}</h2>
            {searching.then(|| view! { <Next case=case.clone() /> })}
            <form id="ask" class="form" method="post" action=CheckArchive::url() novalidate=true>
                <Grip grip=case.grip.clone() />
                {fault.map(|words| view! { <p class="field-fault" role="alert">"✕ "{words}</p> })}
                <div class="answers" role="group" aria-label="查档结果">
                    {findings
                        .into_iter()
                        .map(|(own, words)| {
                            view! {
                                <label class="answer">
                                    <input type="radio" name="finding" value=own checked=finding == own />
                                    <span>{words}</span>
                                </label>
                            }
                        })
                        .collect_view()}
                </div>
                <div class="form-row">
                    <TextField id="file-no" name="file_no" label="档号" hint=Some("查到的填") value=value("file_no") longest=60 />
                    <TextField
                        id="keeper"
                        name="keeper"
                        label="查证机关"
                        hint=Some("保管档案的单位")
                        value=value("keeper")
                        longest=60
                    />
                    <div class="field">
                        <p class="field-label">"档案和证件"</p>
                        <div class="answers" role="group" aria-label="档案和证件">
                            {agreeing
                                .into_iter()
                                .map(|(own, words)| {
                                    view! {
                                        <label class="answer">
                                            <input type="radio" name="agrees" value=own checked=agrees == own />
                                            <span>{words}</span>
                                        </label>
                                    }
                                })
                                .collect_view()}
                        </div>
                    </div>
                </div>
                <p class="hint">"没查到不是不予补发：这件留着，可以挂起，叫下一位。"</p>
            </form>
        </section>
    }
}

/// Where to look next, said to the person too.
#[component]
fn Next(case: ReissueView) -> impl IntoView {
    view! {
        <p>"告诉申请人，接下来这样查："</p>
        <ul class="facts">{case.next.into_iter().map(|words| view! { <li>{words}</li> }).collect_view()}</ul>
    }
}

#[component]
pub fn Proofs(case: ReissueView) -> impl IntoView {
    let heading = match case.archive.as_ref().is_some_and(|known| known.words.starts_with("没有档案")) {
        true => "没有档案：用什么证明婚姻状况？",
        false => "档案和证件不一致：用什么证明是同一人？",
    };
    view! {
        <section class="sheet ask">
            <h2>{heading}</h2>
            {(!case.next.is_empty()).then(|| view! { <Next case=case.clone() /> })}
            <Ticks case />
        </section>
    }
}

#[component]
fn Ticks(case: ReissueView) -> impl IntoView {
    let (given, kept) = (case.proofs.clone(), case.kept.clone());
    view! {
        <form id="ask" method="post" action=GiveProof::url()>
            <Grip grip=case.grip.clone() />
            <div class="ticks-row">
                {case
                    .wanted
                    .into_iter()
                    .map(|proof| {
                        let ticked = given.contains(&proof) || kept.ticked("proof", "proofs", proof.as_str());
                        view! {
                            <label class="choice">
                                <input type="checkbox" name="proofs[]" value=proof.as_str() checked=ticked />
                                <span>{proof.title(Lang::Zh)}</span>
                            </label>
                        }
                    })
                    .collect_view()}
            </div>
        </form>
    }
}

/// The system says another status: refused if it changed, an official paper if the system is behind.
#[component]
pub fn Differs(case: ReissueView, now: NaiveTime) -> impl IntoView {
    let again = case.offers(ReissueMove::CheckNetwork);
    let open = case.kept.form == "network";
    view! {
        <section class="sheet ask">
            <h2>"联网核对的婚姻状况和这本证不一致"</h2>
            <Found case=case.clone() />
            <p>"情况真变了的：在“更多”里记为不予补发，可以另开记录证明。系统有误的：要有下面的证明才能往下办。"</p>
            <Ticks case=case.clone() />
        </section>
        {again
            .then(|| {
                view! {
                    <details class="sheet fold-sheet" open=open>
                        <summary>"重新核对过了"</summary>
                        <form method="post" action=CheckNetwork::url()>
                            <Grip grip=case.grip.clone() />
                            <Results kept=case.kept now />
                            <p class="form-end">
                                <button class="button is-outline is-small">{ReissueMove::CheckNetwork.title(Lang::Zh)}</button>
                            </p>
                        </form>
                    </details>
                }
            })}
    }
}

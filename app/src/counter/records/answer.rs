//! What the archive gave and what was handed over; or that nothing was searched.

use crate::{
    counter::ask::form::Grip,
    fns::counter::records::{AnswerRecords, LeaveRecords, RecordsView},
    ui::{
        field::TextField,
        icon::{Draw, Icon},
    },
};
use law::{Lang, records_case::LeftReason};
use leptos::{prelude::*, server_fn::ServerFn};

#[component]
pub fn Answering(request: RecordsView) -> impl IntoView {
    let kept = request.kept.clone();
    let fault = |field: &str| kept.fault("answer", field);
    let typed = |field: &str| kept.typed("answer", field).unwrap_or_default();
    let found = typed("found");
    let answer = |value: &'static str, words: &'static str| {
        view! {
            <label class="answer">
                <input type="radio" name="found" value=value checked=found == value />
                <span>{words}</span>
            </label>
        }
    };
    view! {
        <section class="sheet ask">
            <h2>"查档结果是？"</h2>
            <form id="ask" class="form" method="post" action=AnswerRecords::url() novalidate=true>
                <Grip grip=request.grip.clone() />
                <fieldset id="found">
                    <legend class="heard">"查档结果"</legend>
                    {fault("found").map(|words| view! { <p class="field-fault">"✕ "{words}</p> })}
                    <div class="answers">{answer("found", "查到了")} {answer("not_found", "没有登记记录")}</div>
                </fieldset>
                <div class="form-row">
                    <TextField
                        id="files"
                        name="files"
                        label="档号"
                        hint=Some("查到了才填，几份用顿号分开")
                        value=typed("files")
                        fault=fault("files")
                        longest=200
                    />
                    <TextField
                        id="copies"
                        name="copies"
                        label="给出复印件几份"
                        hint=Some("加盖查档专用章")
                        value=typed("copies")
                        fault=fault("copies")
                        inputmode=Some("numeric")
                        optional=true
                        longest=2
                    />
                    <TextField
                        id="statements"
                        name="statements"
                        label="给出无记录证明几份"
                        hint=Some("没有查到才开")
                        value=typed("statements")
                        fault=fault("statements")
                        inputmode=Some("numeric")
                        optional=true
                        longest=2
                    />
                </div>
            </form>
        </section>
    }
}

/// Nothing was searched: one of three reasons, none of them a refusal.
#[component]
pub fn Leaving(request: RecordsView) -> impl IntoView {
    let open = request.kept.form == "leave";
    request.mine().then(|| {
        let fault = request.kept.fault("leave", "why");
        view! {
            <details class="menu case-acts" open=open>
                <summary class="button is-outline">"更多 "<Draw icon=Icon::Down /></summary>
                <div class="menu-in sheet">
                    <form class="form" method="post" action=LeaveRecords::url()>
                        <h2>"没有查"</h2>
                        <Grip grip=request.grip.clone() />
                        {fault.map(|words| view! { <p class="field-fault" role="alert">"✕ "{words}</p> })}
                        <fieldset class="choices">
                            <legend class="heard">"为什么"</legend>
                            {LeftReason::ALL
                                .iter()
                                .map(|why| {
                                    view! {
                                        <label class="choice">
                                            <input type="radio" name="why" value=why.as_str() />
                                            <span>{why.title(Lang::Zh)}</span>
                                        </label>
                                    }
                                })
                                .collect_view()}
                        </fieldset>
                        <p class="form-end">
                            <button class="button is-outline is-small" id="leave">"记为没有查"</button>
                        </p>
                    </form>
                </div>
            </details>
        }
    })
}

//! Before a reissue is chosen: whoever just came for a certificate, and what is entered late.

use crate::{
    fns::{counter::reissue::OpenReissue, staff::Kept},
    ui::field::TextField,
};
use law::{Lang, reissue_case::Matter};
use leptos::{prelude::*, server_fn::ServerFn};

#[component]
pub fn Door(kept: Kept) -> impl IntoView {
    let late = kept.form == "reissue-late"
        && (!kept.faults.is_empty() || kept.typed.iter().any(|(_, value)| !value.is_empty()));
    let chosen = kept.typed("reissue-late", "matter").unwrap_or_default();
    view! {
        <section class="sheet" id="reissue-door">
            <h2>"补领证件"</h2>
            <form class="answers" method="post" action=OpenReissue::url()>
                {Matter::ALL
                    .iter()
                    .map(|matter| {
                        view! {
                            <button
                                class="button is-outline"
                                name="matter"
                                value=matter.as_str()
                                id=format!("reissue-{}", matter.as_str())
                            >
                                "补领"
                                {matter.certificate(Lang::Zh)}
                                "，开始办理"
                            </button>
                        }
                    })
                    .collect_view()}
            </form>
            <details class="aside-fold" open=late>
                <summary class="hint">"补录以前补发的证"</summary>
                <form class="form" method="post" action=OpenReissue::url()>
                    <input type="hidden" name="late" value="yes" />
                    {kept
                        .fault("reissue-late", "matter")
                        .map(|words| view! { <p class="field-fault" role="alert">"✕ "{words}</p> })}
                    <div class="answers" role="group" aria-label="哪种证">
                        {Matter::ALL
                            .iter()
                            .map(|matter| {
                                view! {
                                    <label class="answer">
                                        <input
                                            type="radio"
                                            name="matter"
                                            value=matter.as_str()
                                            checked=chosen == matter.as_str()
                                        />
                                        <span>{matter.certificate(Lang::Zh)}</span>
                                    </label>
                                }
                            })
                            .collect_view()}
                    </div>
                    <div class="form-row">
                        <TextField
                            id="reissue-act-date"
                            name="act_date"
                            kind="date"
                            label="哪一天补发的"
                            value=kept.typed("reissue-late", "act_date").unwrap_or_default()
                            fault=kept.fault("reissue-late", "act_date")
                        />
                        <TextField
                            id="reissue-late-reason"
                            name="late_reason"
                            label="为什么补录"
                            value=kept.typed("reissue-late", "late_reason").unwrap_or_default()
                            fault=kept.fault("reissue-late", "late_reason")
                            longest=200
                        />
                    </div>
                    <p class="form-end">
                        <button class="button is-outline">"开始补录"</button>
                    </p>
                </form>
            </details>
        </section>
    }
}

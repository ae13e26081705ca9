//! Before a divorce case is chosen: two who come to apply, whoever comes again, and what is entered late.

use crate::{
    fns::{
        counter::divorce::{CallUp, OpenApplication},
        staff::Kept,
    },
    ui::field::{SelectField, TextField},
};
use law::{Lang, identity::IdType};
use leptos::{prelude::*, server_fn::ServerFn};

#[component]
pub fn Door(kept: Kept) -> impl IntoView {
    let options = IdType::ALL.iter().map(|kind| (kind.as_str(), kind.title(Lang::Zh))).collect();
    let by_document = kept.fault("call-up", "id_number").is_some();
    let late = kept.form == "divorce-late"
        && (!kept.faults.is_empty() || kept.typed.iter().any(|(_, value)| !value.is_empty()));
    view! {
        <section class="sheet" id="divorce-door">
            <h2>"离婚登记"</h2>
            <form class="form-end" method="post" action=OpenApplication::url()>
                <button class="button is-outline" id="apply">"两位来申请，开始办理"</button>
            </form>
            <h3>"申请过的，再来撤回或领证"</h3>
            <form class="form" id="call-up" method="post" action=CallUp::url() novalidate=true>
                <p class="hint">"撤回一个人来就可以；领证要两位一起来。"</p>
                <div class="form-row">
                    <TextField
                        id="call-up-receipt"
                        name="receipt_no"
                        label="回执编号"
                        value=kept.typed("call-up", "receipt_no").unwrap_or_default()
                        fault=kept.fault("call-up", "receipt_no")
                        longest=40
                    />
                </div>
                <details class="aside-fold" open=by_document>
                    <summary class="hint">"回执不在手里，用本人证件找"</summary>
                    <div class="form-row">
                        <SelectField
                            id="call-up-type"
                            name="id_type"
                            label="证件"
                            options
                            value=kept.typed("call-up", "id_type").unwrap_or_default()
                        />
                        <TextField
                            id="call-up-number"
                            name="id_number"
                            label="证件号码"
                            value=""
                            fault=kept.fault("call-up", "id_number")
                            longest=40
                        />
                    </div>
                </details>
                <p class="form-end">
                    <button class="button is-outline" id="call-up-it">"调出这件"</button>
                </p>
            </form>
            <details class="aside-fold" open=late>
                <summary class="hint">"补录以前受理的申请"</summary>
                <form class="form" method="post" action=OpenApplication::url()>
                    <input type="hidden" name="late" value="yes" />
                    <div class="form-row">
                        <TextField
                            id="divorce-act-date"
                            name="act_date"
                            kind="date"
                            label="哪一天受理的"
                            value=kept.typed("divorce-late", "act_date").unwrap_or_default()
                            fault=kept.fault("divorce-late", "act_date")
                        />
                        <TextField
                            id="divorce-late-reason"
                            name="late_reason"
                            label="为什么补录"
                            value=kept.typed("divorce-late", "late_reason").unwrap_or_default()
                            fault=kept.fault("divorce-late", "late_reason")
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

//! 撤回: one alone, in person, with the own document. Nobody asks why.

use super::super::{menu::Fault, moment::Moment};
use crate::{
    counter::ask::form::Grip,
    fns::counter::divorce::{DivorceView, Withdraw},
    ui::field::TextField,
};
use law::{
    Lang,
    divorce_case::{DivorceMove, ReceiptBrought},
    eligibility::Party,
};
use leptos::{prelude::*, server_fn::ServerFn};

const RECEIPT: [(ReceiptBrought, &str); 2] =
    [(ReceiptBrought::Shown, "带来了"), (ReceiptBrought::Explained, "丢了，写了说明")];

/// `main` where it is the question of the page, so that F9 answers it.
#[component]
pub fn Withdrawing(case: DivorceView, main: bool) -> impl IntoView {
    let early = case.refused(DivorceMove::BeginReview).map(|not| not.words.clone());
    let closed = case.refused(DivorceMove::Withdraw).cloned();
    let after_closing = closed.as_ref().is_some_and(|not| not.after_closing);
    let form = view! { <Form case=case.clone() main after_closing /> };
    if !main {
        return form.into_any();
    }
    view! {
        <section class="sheet ask">
            <h2>"一位来撤回申请？"</h2>
            {closed.map(|not| view! { <p class="field-fault">"✕ "{not.words}</p> })}
            {early.map(|words| view! { <p class="hint">"两位来领证的：" {words}</p> })}
            {form}
        </section>
    }
    .into_any()
}

#[component]
fn Form(case: DivorceView, main: bool, after_closing: bool) -> impl IntoView {
    let kept = case.kept.clone();
    let chosen = kept.typed("withdraw", "seat").unwrap_or_default();
    let receipt = kept.typed("withdraw", "receipt").unwrap_or_default();
    let fault = |field: &str| kept.fault("withdraw", field);
    let typed_number = fault("id_number").is_some();
    view! {
        <form id=main.then_some("ask") class="form" method="post" action=Withdraw::url() novalidate=true>
            <Grip grip=case.grip.clone() />
            <fieldset class="choices is-row">
                <legend>"和证件核对过，来的是"</legend>
                <Fault words=fault("seat") />
                {Party::ALL
                    .iter()
                    .map(|seat| {
                        view! {
                            <label class="choice">
                                <input type="radio" name="seat" value=seat.as_str() checked=chosen == seat.as_str() />
                                <span>{seat.title(Lang::Zh)} " " {name(&case, *seat)}</span>
                            </label>
                        }
                    })
                    .collect_view()}
            </fieldset>
            <details class="aside-fold" open=typed_number>
                <summary class="hint">"拿不准是哪一位的，输证件号码"</summary>
                <div class="form-row">
                    <TextField
                        id="withdraw-number"
                        name="id_number"
                        label="本人证件号码"
                        value=""
                        fault=fault("id_number")
                        longest=40
                    />
                </div>
            </details>
            <fieldset class="choices is-row">
                <legend>"受理回执单"</legend>
                <Fault words=fault("receipt") />
                {RECEIPT
                    .into_iter()
                    .map(|(own, words)| {
                        view! {
                            <label class="choice">
                                <input type="radio" name="receipt" value=own.as_str() checked=receipt == own.as_str() />
                                <span>{words}</span>
                            </label>
                        }
                    })
                    .collect_view()}
            </fieldset>
            <Moment kept=kept.clone() form="withdraw" open=after_closing />
            {(!main)
                .then(|| {
                    view! {
                        <p class="form-end">
                            <button class="button is-outline is-small" id="withdraw">{DivorceMove::Withdraw.title(Lang::Zh)}</button>
                        </p>
                    }
                })}
        </form>
    }
}

fn name(case: &DivorceView, seat: Party) -> String {
    case.row(seat, "姓名").map(|row| row.value.clone()).unwrap_or_default()
}

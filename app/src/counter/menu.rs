//! What is done rarely: 不予办理 on one of four grounds, and that the two went away.

use crate::{
    counter::ask::form::Grip,
    fns::counter::{CaseView, Leave, RecordRemarks, Refuse},
    ui::{
        field::TextField,
        icon::{Draw, Icon},
    },
};
use law::{Lang, eligibility::MarriageRefusalGround, marriage_case::MarriageMove};
use leptos::{prelude::*, server_fn::ServerFn};

#[component]
pub fn Menu(case: CaseView) -> impl IntoView {
    let refuse = case.offers(MarriageMove::Refuse);
    let leave = case.offers(MarriageMove::Leave);
    let remarks = case.mine() && case.registration.is_none();
    let open = matches!(case.kept.form.as_str(), "refuse" | "remarks");
    (refuse || leave || remarks).then(|| {
        view! {
            <details class="menu case-acts" open=open>
                <summary class="button is-outline">"更多 "<Draw icon=Icon::Down /></summary>
                <div class="menu-in sheet">
                    {remarks.then(|| view! { <Remarks case=case.clone() /> })}
                    {leave.then(|| view! { <GoneAway case=case.clone() /> })}
                    {refuse.then(|| view! { <Refusing case=case.clone() /> })}
                </div>
            </details>
        }
    })
}

#[component]
fn Remarks(case: CaseView) -> impl IntoView {
    let restored = case.kept.typed("remarks", "restored").map_or(case.restored, |ticked| !ticked.is_empty());
    let remarks = case.kept.typed("remarks", "remarks").unwrap_or_else(|| case.remarks.clone());
    view! {
        <form class="form" method="post" action=RecordRemarks::url()>
            <h2>"复婚、备注"</h2>
            <Grip grip=case.grip.clone() />
            <label class="choice">
                <input type="checkbox" name="restored" value="yes" checked=restored />
                <span>"两位是复婚"</span>
            </label>
            <TextField
                id="remarks"
                name="remarks"
                label="审查处理表的备注"
                value=remarks
                fault=case.kept.fault("remarks", "remarks")
                optional=true
                longest=400
            />
            <p class="form-end">
                <button class="button is-outline is-small">"记下"</button>
            </p>
        </form>
    }
}

#[component]
fn GoneAway(case: CaseView) -> impl IntoView {
    let registered = case.registration.is_some();
    view! {
        <form method="post" action=Leave::url()>
            <h2>"两位今天不办了"</h2>
            <Grip grip=case.grip.clone() />
            <p class="hint">
                {if registered {
                    "已登记的字号会列为空号，国家系统里也要作废。"
                } else {
                    "这件就此结束，以后来重新办。"
                }}
            </p>
            <button class="button is-outline is-small">{MarriageMove::Leave.title(Lang::Zh)}</button>
        </form>
    }
}

/// 婚姻登记条例 art. 9 closes the list; what is missing is never a ground.
#[component]
fn Refusing(case: CaseView) -> impl IntoView {
    let fault = case.kept.fault("refuse", "ground");
    view! {
        <form class="form" method="post" action=Refuse::url()>
            <h2>"不予办理"</h2>
            <Grip grip=case.grip.clone() />
            <p class="hint">"只有这四条理由。缺材料不是不予办理，请打告知单。记下以后在右边打印告知书。"</p>
            {fault.map(|words| view! { <p class="field-fault" role="alert">"✕ "{words}</p> })}
            <fieldset class="choices">
                <legend class="heard">"理由"</legend>
                {MarriageRefusalGround::ALL
                    .iter()
                    .map(|ground| {
                        view! {
                            <label class="choice">
                                <input type="radio" name="ground" value=ground.as_str() />
                                <span>
                                    {ground.words(Lang::Zh)} <small class="choice-line">{ground.article(Lang::Zh)}</small>
                                </span>
                            </label>
                        }
                    })
                    .collect_view()}
            </fieldset>
            <p class="form-end">
                <button class="button is-outline is-small" id="refuse">{MarriageMove::Refuse.title(Lang::Zh)}</button>
            </p>
        </form>
    }
}

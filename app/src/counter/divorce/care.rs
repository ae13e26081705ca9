//! 关怀, behind the shield: what to think of, where help is, why it was set. Nothing of it stands on the case itself,
//! and the button looks the same whether anything was noted or not.

use crate::{
    counter::ask::form::Grip,
    fns::counter::divorce::{DivorceView, SetCare},
    ui::{
        field::TextField,
        icon::{Draw, Icon},
    },
};
use leptos::{prelude::*, server_fn::ServerFn};

#[component]
pub fn Care(case: DivorceView) -> impl IntoView {
    let (care, mine) = (case.care.clone(), case.mine());
    let open = case.kept.form == "care";
    let fault = case.kept.fault("care", "reason");
    let set = care.set;
    (mine || care.known).then(|| {
        view! {
            <details class="menu" id="care" open=open>
                <summary class="button is-outline">
                    <Draw icon=Icon::Shield />
                    " 关怀"
                </summary>
                <div class="menu-in sheet">
                    <h2>"关怀"</h2>
                    <p class="hint">
                        "报警 " <b>"110"</b> "　妇女维权 " <b>"12338"</b> "　法律援助 " <b>"12348"</b>
                    </p>
                    {(!care.prompts.is_empty())
                        .then(|| {
                            view! {
                                <ul class="facts">
                                    {care.prompts.clone().into_iter().map(|words| view! { <li>{words}</li> }).collect_view()}
                                </ul>
                            }
                        })}
                    {(!care.notes.is_empty())
                        .then(|| {
                            view! {
                                <ol class="log">
                                    {care
                                        .notes
                                        .clone()
                                        .into_iter()
                                        .map(|(at, set, reason)| {
                                            let what = if set { "" } else { "（取消）" };
                                            view! { <li><time>{at}</time><span>{what}{reason}</span></li> }
                                        })
                                        .collect_view()}
                                </ol>
                            }
                        })}
                    {mine
                        .then(|| {
                            view! {
                                <form class="form" method="post" action=SetCare::url()>
                                    <Grip grip=case.grip.clone() />
                                    <TextField
                                        id="care-reason"
                                        name="reason"
                                        label=if set { "为什么取消，或再记一条" } else { "看到、听到什么" }
                                        value=case.kept.typed("care", "reason").unwrap_or_default()
                                        fault
                                        longest=300
                                    />
                                    <p class="hint">"只有经手这件的人能看；不进任何名单、报表和导出。"</p>
                                    <p class="form-end">
                                        <button class="button is-outline is-small" id="set-care" name="set" value="yes">
                                            {if set { "再记一条" } else { "记下，提醒经手的人" }}
                                        </button>
                                        {set
                                            .then(|| {
                                                view! { <button class="button is-text" name="set" value="no">"取消提醒"</button> }
                                            })}
                                    </p>
                                </form>
                            }
                        })}
                </div>
            </details>
        }
    })
}

//! Waiting for papers: what is missing, what would do instead, the sheet to take home.

use super::form::Grip;
use crate::{
    counter::beside::Print,
    fns::counter::{CaseView, Resume},
};
use law::Lang;
use leptos::{prelude::*, server_fn::ServerFn};

#[component]
pub fn Paused(case: CaseView) -> impl IntoView {
    let id = case.grip.case.clone();
    let notice = case.papers.iter().find(|paper| paper.kind == "missing-papers").cloned();
    view! {
        <section class="sheet ask">
            <h2>"等两位补材料"</h2>
            <ul class="facts">
                {case
                    .missing
                    .iter()
                    .map(|item| {
                        view! {
                            <li>
                                <b>{item.title(Lang::Zh)}</b>
                                {item.instead(Lang::Zh).map(|instead| format!("　没有的话：{instead}"))}
                            </li>
                        }
                    })
                    .collect_view()}
            </ul>
            {notice.map(|paper| view! { <Print case=id paper /> })}
            <form id="ask" method="post" action=Resume::url()>
                <Grip grip=case.grip />
                <p class="hint">"打好告知单可以先挂起，叫下一位；带来了接着办，不用重新取号。"</p>
            </form>
        </section>
    }
}

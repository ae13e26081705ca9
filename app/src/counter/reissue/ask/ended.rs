//! How a reissue ended, and what it waits for.

use super::number::Done;
use crate::{
    counter::{ask::form::Grip, beside::Print},
    fns::counter::reissue::{ReissueView, Resume},
};
use chrono::NaiveDate;
use law::{Lang, reissue_case::End};
use leptos::{prelude::*, server_fn::ServerFn};

#[component]
pub fn Ended(case: ReissueView, today: NaiveDate) -> impl IntoView {
    let end = case.end;
    view! {
        <section class="sheet ask">
            {match end {
                Some(End::Issued) | None => {
                    view! {
                        <Done case today />
                        <p>"证已交到手里，原来那本在登记簿里记为已被代替。这件办完了。"</p>
                    }
                        .into_any()
                }
                Some(End::Refused { ground }) => {
                    view! {
                        <p class="done-line">"不予补发：" {ground.words(Lang::Zh)}</p>
                        <p>{ground.article(Lang::Zh)}"。"</p>
                        <p>"告诉申请人："{ground.what_next(Lang::Zh)}"。告知书在右边打印。"</p>
                    }
                        .into_any()
                }
                Some(End::Withdrawn) => {
                    let number = case.reissue.as_ref().map(|known| known.certificate.clone());
                    view! {
                        <p class="done-line">"申请已撤回，材料已退还"</p>
                        {match number {
                            Some(number) => {
                                view! { <p>"字号 "{number}" 列为空号、证本作废，请在国家系统里也作废。"</p> }.into_any()
                            }
                            None => view! { <p>"以后来，带同样的材料重新申请就行。"</p> }.into_any(),
                        }}
                    }
                        .into_any()
                }
            }}
        </section>
    }
}

/// Waiting for papers: what is missing, what would do instead, the sheet to take home.
#[component]
pub fn Paused(case: ReissueView) -> impl IntoView {
    let id = case.grip.case.clone();
    let notice = case.papers.iter().find(|paper| paper.kind == "missing-papers").cloned();
    view! {
        <section class="sheet ask">
            <h2>"等申请人补材料"</h2>
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

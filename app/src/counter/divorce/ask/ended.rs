//! Where nothing more is asked: ended, lapsed, waiting for papers, or looked at by a colleague.

use super::{super::moment::Moment, register::Done};
use crate::{
    counter::{ask::form::Grip, beside::Print},
    fns::counter::divorce::{DivorceView, DoneForToday, EndView, Resume},
    ui::when::WholeDate,
};
use chrono::NaiveDate;
use law::{Lang, divorce_case::ReviewPoint};
use leptos::{prelude::*, server_fn::ServerFn};

/// How it ended, and what would work. Not a word of who withdrew.
#[component]
pub fn Ended(case: DivorceView, today: NaiveDate) -> impl IntoView {
    let end = case.end.clone();
    let again = "两位一起来，任何工作日都可以重新申请。";
    view! {
        <section class="sheet ask" id="end">
            {match end {
                Some(EndView::Issued) => {
                    view! {
                        <Done case today />
                        <p>"手续已办完。"</p>
                    }
                        .into_any()
                }
                Some(EndView::Withdrawn { on }) => {
                    view! {
                        <p class="done-line" role="status">"已撤回　"<WholeDate date=on today /></p>
                        <p>"申请书、确认单在右边打印。"{again}</p>
                    }
                        .into_any()
                }
                Some(EndView::NotAccepted { ground, on }) => {
                    view! {
                        <p class="done-line" role="status">"不予受理：" {ground.words(Lang::Zh)}</p>
                        <p><WholeDate date=on today />"　"{ground.article(Lang::Zh)}"。"</p>
                        <p>"告诉两位："{ground.what_next(Lang::Zh)}"。要告知书的，在右边打印。"</p>
                    }
                        .into_any()
                }
                Some(EndView::Closed { cause, on }) => {
                    view! {
                        <p class="done-line" role="status">"已办结：" {cause}</p>
                        <p><WholeDate date=on today /></p>
                    }
                        .into_any()
                }
                Some(EndView::LeftBefore) => {
                    view! {
                        <p class="done-line" role="status">"两位没有办"</p>
                        <p>"还没有受理。以后来，带同样的材料重新办就行。"</p>
                    }
                        .into_any()
                }
                Some(EndView::Lapsed { since }) => {
                    view! {
                        <p class="done-line" role="status">"到期自动终止　"<WholeDate date=since today /></p>
                        <p>{again}</p>
                    }
                        .into_any()
                }
                None => ().into_any(),
            }}
        </section>
    }
}

/// What a colleague who hasn't taken the case up sees of it.
#[component]
pub fn Standing(case: DivorceView, today: NaiveDate) -> impl IntoView {
    if case.end.is_some() {
        return view! { <Ended case today /> }.into_any();
    }
    let not: Vec<_> = case.not_today.iter().map(|not| not.words.clone()).collect();
    let number = case.receipt.map(|receipt| receipt.number);
    number
        .map(|number| {
            view! {
                <section class="sheet">
                    <p>"回执 "<b>{number}</b></p>
                    {not.into_iter().map(|words| view! { <p class="hint">{words}</p> }).collect_view()}
                </section>
            }
        })
        .into_any()
}

/// 视为撤回. Who took a ticket in time is served all the same, and what was done in time is entered now.
#[component]
pub fn Lapsed(case: DivorceView, today: NaiveDate) -> impl IntoView {
    use crate::fns::counter::divorce::BeginReview;
    let kept = case.kept.clone();
    let open = kept.form == "begin-review";
    let grip = case.grip.clone();
    view! {
        <Ended case=case.clone() today />
        <form id="ask" method="post" action=DoneForToday::url()>
            <Grip grip=grip.clone() />
        </form>
        <details class="sheet fold-sheet" open=open>
            <summary>"最后一天取过号，或那天办了没记"</summary>
            <form class="form" method="post" action=BeginReview::url() novalidate=true>
                <Grip grip=grip />
                <div class="ticks-row">
                    {ReviewPoint::ALL
                        .iter()
                        .map(|point| {
                            let ticked = kept.ticked("begin-review", "points", point.as_str());
                            view! {
                                <label class="choice">
                                    <input type="checkbox" name="points[]" value=point.as_str() checked=ticked />
                                    <span>{point.title(Lang::Zh)}</span>
                                </label>
                            }
                        })
                        .collect_view()}
                </div>
                <Moment kept=kept.clone() form="begin-review" open=false />
                <p class="form-end">
                    <button class="button is-outline is-small" id="begin-review">"开始审查"</button>
                </p>
            </form>
        </details>
    }
}

#[component]
pub fn Paused(case: DivorceView) -> impl IntoView {
    let id = case.grip.case.clone();
    let notice = case.papers.iter().find(|paper| paper.kind == "missing-papers").cloned();
    let accepted = case.dates.is_accepted;
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
                <p class="hint">
                    {if accepted {
                        "期限不等材料：最后一天见上面的日期。"
                    } else {
                        "受理以前没有期限；带来了接着办，不用重新取号。"
                    }}
                </p>
            </form>
        </section>
    }
}

//! Registered: the sentence that says so, three papers to sign, and the end.

use super::form::Grip;
use crate::fns::counter::{CaseView, Issue};
use chrono::NaiveDate;
use law::{
    Lang,
    marriage_case::{End, SignedPaper},
    words,
};
use leptos::{prelude::*, server_fn::ServerFn};

#[component]
pub fn Issuing(case: CaseView, today: NaiveDate) -> impl IntoView {
    let (signed, kept) = (case.signed.clone(), case.kept.clone());
    view! {
        <section class="sheet ask">
            <Done case=case.clone() today />
            <form id="ask" method="post" action=Issue::url()>
                <Grip grip=case.grip />
                <fieldset>
                    <legend class="hint">"请两位签好这三样，再把证交到本人手里。"</legend>
                    <div class="ticks-row">
                        {SignedPaper::ALL
                            .iter()
                            .map(|paper| {
                                let ticked = signed.contains(paper) || kept.ticked("issue", "papers", paper.as_str());
                                view! {
                                    <label class="choice">
                                        <input type="checkbox" name="papers[]" value=paper.as_str() checked=ticked />
                                        <span>{paper.title(Lang::Zh)}</span>
                                    </label>
                                }
                            })
                            .collect_view()}
                    </div>
                </fieldset>
            </form>
        </section>
    }
}

/// 「已登记：J370126-2026-000123　1月16日」
#[component]
fn Done(case: CaseView, today: NaiveDate) -> impl IntoView {
    use chrono::Datelike;
    case.registration.map(|known| {
        let day = words::day(known.on, today.year(), Lang::Zh);
        view! {
            <p class="done-line" role="status">
                "已登记："
                {known.certificate}
                "　"
                <time datetime=known.on.to_string()>{day}</time>
            </p>
        }
    })
}

#[component]
pub fn Ended(case: CaseView, today: NaiveDate) -> impl IntoView {
    let end = case.end;
    view! {
        <section class="sheet ask">
            {match end {
                Some(End::Issued) | None => {
                    view! {
                        <Done case today />
                        <p>"证已交到两位手里，这件办完了。"</p>
                    }
                        .into_any()
                }
                Some(End::Refused { ground }) => {
                    view! {
                        <p class="done-line">"不予办理：" {ground.words(Lang::Zh)}</p>
                        <p>{ground.article(Lang::Zh)}"。"</p>
                        <p>"告诉两位："{ground.what_next(Lang::Zh)}"。告知书在右边打印。"</p>
                    }
                        .into_any()
                }
                Some(End::WithdrawnByParties) => {
                    let number = case.registration.as_ref().map(|known| known.certificate.clone());
                    view! {
                        <p class="done-line">"两位没有办"</p>
                        {match number {
                            Some(number) => {
                                view! { <p>"字号 "{number}" 列为空号，请在国家系统里作废。"</p> }.into_any()
                            }
                            None => view! { <p>"以后来，带同样的材料重新办就行。"</p> }.into_any(),
                        }}
                    }
                        .into_any()
                }
            }}
        </section>
    }
}

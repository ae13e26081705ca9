//! Accepted today: what both take home, and what they are told. Either one may still withdraw today.

use super::withdraw::Withdrawing;
use crate::{
    counter::ask::form::Grip,
    fns::counter::divorce::{DivorceView, DoneForToday},
    ui::when::WholeDate,
};
use chrono::NaiveDate;
use law::divorce_case::DivorceMove;
use leptos::{prelude::*, server_fn::ServerFn};

#[component]
pub fn Accepted(case: DivorceView, today: NaiveDate) -> impl IntoView {
    let number = case.receipt.clone().map(|receipt| receipt.number);
    let dates = case.dates.clone();
    let withdraws = case.offers(DivorceMove::Withdraw);
    let open = case.kept.form == "withdraw";
    view! {
        <section class="sheet ask">
            <p class="done-line" role="status">"已受理：" {number}</p>
            <form id="ask" method="post" action=DoneForToday::url()>
                <Grip grip=case.grip.clone() />
                <ul class="facts">
                    <li>"给两位各一张日期单和国家系统打印的受理回执单"</li>
                    <li>"到 "<WholeDate date=dates.thirty_last today />" 下班以前，哪一位都可以一个人来撤回"</li>
                    <li>
                        <WholeDate date=dates.window_first today />
                        " 起，两位带材料一起来领证，最晚 "
                        <WholeDate date=dates.window_last today />
                    </li>
                </ul>
            </form>
        </section>
        {withdraws
            .then(|| {
                view! {
                    <details class="sheet fold-sheet" open=open>
                        <summary>"一位要撤回"</summary>
                        <Withdrawing case main=false />
                    </details>
                }
            })}
    }
}

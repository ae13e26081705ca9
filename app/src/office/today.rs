//! 今天: how many are booked and here, where the cases stand, what the month has come to.

use crate::{
    counter::frame::gated,
    fns::office::{TodayView, today},
    office::Room,
    ui::when::WholeDate,
};
use leptos::prelude::*;

#[component]
pub fn Today() -> impl IntoView {
    gated("/office", today, |view| view! { <Shown view /> })
}

#[component]
fn Shown(view: TodayView) -> impl IntoView {
    let TodayView { me, open, bookings, cases, month, days } = view;
    let today = me.today;
    view! {
        <Room me path="/office" title="今天">
            <header class="main-head">
                <h1>
                    <WholeDate date=today today />
                </h1>
                <span>{open}</span>
            </header>
            {month
                .map(|lines| {
                    view! {
                        <dl class="strip">
                            {lines
                                .into_iter()
                                .map(|(title, many, unit)| {
                                    view! {
                                        <div>
                                            <dt>{title}</dt>
                                            <dd>
                                                <b>{many}</b>
                                                " "
                                                {unit}
                                            </dd>
                                        </div>
                                    }
                                })
                                .collect_view()}
                        </dl>
                    }
                })}
            <div class="halves">
                {bookings
                    .map(|lines| {
                        let none = lines.is_empty();
                        view! {
                            <section class="sheet">
                                <table class="table">
                                    <caption>"今日预约"</caption>
                                    <thead>
                                        <tr>
                                            <th scope="col">"事项"</th>
                                            <th scope="col" class="is-figure">"约了"</th>
                                            <th scope="col" class="is-figure">"到了"</th>
                                        </tr>
                                    </thead>
                                    <tbody>
                                        {lines
                                            .into_iter()
                                            .map(|(title, all, here)| {
                                                view! {
                                                    <tr>
                                                        <th scope="row">{title}</th>
                                                        <td class="is-figure">{all}</td>
                                                        <td class="is-figure">{here}</td>
                                                    </tr>
                                                }
                                            })
                                            .collect_view()}
                                    </tbody>
                                </table>
                                {none.then(|| view! { <p class="hint">"今天没有预约。"</p> })}
                            </section>
                        }
                    })}
                {cases
                    .map(|lines| {
                        let none = lines.is_empty();
                        view! {
                            <section class="sheet">
                                <table class="table">
                                    <caption>"柜台的结婚登记"</caption>
                                    <tbody>
                                        {lines
                                            .into_iter()
                                            .map(|(title, many)| {
                                                view! {
                                                    <tr>
                                                        <th scope="row">{title}</th>
                                                        <td class="is-figure">{many}</td>
                                                    </tr>
                                                }
                                            })
                                            .collect_view()}
                                    </tbody>
                                </table>
                                {none.then(|| view! { <p class="hint">"今天还没有开始办理。"</p> })}
                            </section>
                        }
                    })}
                <section class="sheet">
                    <h2>"往后的特别日子"</h2>
                    {days.is_empty().then(|| view! { <p class="hint">"没有。都照国家的放假安排。"</p> })}
                    <ul class="facts">
                        {days
                            .into_iter()
                            .map(|day| {
                                view! {
                                    <li>
                                        <WholeDate date=day.date today />
                                        {if day.closed { " 不办公：" } else { " 办公：" }}
                                        {day.reason}
                                    </li>
                                }
                            })
                            .collect_view()}
                    </ul>
                </section>
            </div>
        </Room>
    }
}

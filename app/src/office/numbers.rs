//! 字号缺号: which numbers of a year stand nowhere in the register.

use crate::{
    counter::frame::{asked, gated},
    fns::office::{NumbersView, SeriesView, numbers},
    office::Room,
};
use leptos::prelude::*;

#[component]
pub fn Numbers() -> impl IntoView {
    let year = asked("year");
    gated("/office/numbers", move || numbers(year.clone()), |view| view! { <Shown view /> })
}

#[component]
fn Shown(view: NumbersView) -> impl IntoView {
    let NumbersView { me, year, next, series, own_numbers } = view;
    let missing: u32 = series.iter().map(|series| series.missing).sum();
    let link = |year: i32| format!("/office/numbers?year={year}");
    let state = if missing == 0 {
        view! { <span class="state is-ok">"✓ 没有缺号"</span> }.into_any()
    } else {
        view! { <span class="state is-fault">{format!("✕ 缺 {missing} 个号")}</span> }.into_any()
    };
    view! {
        <Room me path="/office/numbers" title="字号缺号">
            <header class="main-head">
                <h1>{format!("{year}年字号缺号")}</h1>
                {state}
                <div>
                    <a class="button is-outline" href=link(year - 1) rel="external">{format!("‹ {}年", year - 1)}</a>
                    {next.map(|next| view! { <a class="button is-outline" href=link(next) rel="external">{format!("{next}年 ›")}</a> })}
                </div>
            </header>
            <p class="hint">
                {if own_numbers {
                    "字号由本系统连续编。缺的是登记以后两位没有领证、撤下的号，不会再用。"
                } else {
                    "字号由国家系统编。这里列出从 1 到已经登记的最大号中间，登记簿里没有的：有的在国家系统里作废了，有的还没有录进来，请逐个核对。"
                }}
            </p>
            <section class="sheet table-scroll">
                <table class="table">
                    <thead>
                        <tr>
                            <th scope="col">"证件"</th>
                            <th scope="col">"从"</th>
                            <th scope="col">"到"</th>
                            <th scope="col" class="is-figure">"几个"</th>
                        </tr>
                    </thead>
                    <tbody>{series.into_iter().map(|series| view! { <Series series /> }).collect_view()}</tbody>
                </table>
            </section>
        </Room>
    }
}

#[component]
fn Series(series: SeriesView) -> impl IntoView {
    let SeriesView { title, prefix, gaps, .. } = series;
    if gaps.is_empty() {
        return view! {
            <tr class="is-left">
                <th scope="row">{title}</th>
                <td colspan="2">{prefix}"　没有缺号"</td>
                <td class="is-figure">"0"</td>
            </tr>
        }
        .into_any();
    }
    gaps.into_iter()
        .map(|(from, to, many)| {
            let last = if from == to { String::new() } else { to };
            view! {
                <tr>
                    <th scope="row">{title.clone()}</th>
                    <td>{from}</td>
                    <td>{last}</td>
                    <td class="is-figure">{many}</td>
                </tr>
            }
        })
        .collect_view()
        .into_any()
}

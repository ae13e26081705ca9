//! 月报、年报: six figures, two charts, the reconciliation that shows each sum itself, the year in one sentence.

use crate::{
    counter::frame::{asked, gated},
    fns::office::{CheckView, FiguresView, figures},
    live::desk::{CopySentence, Print},
    office::{
        Room,
        chart::{ByDay, ByMonth},
    },
};
use chrono::{Datelike, NaiveDate};
use leptos::prelude::*;

#[component]
pub fn Figures() -> impl IntoView {
    let period = asked("period");
    gated("/office/figures", move || figures(period.clone()), |view| view! { <Shown view /> })
}

#[component]
fn Shown(view: FiguresView) -> impl IntoView {
    let wrong = view.checks.iter().filter(|check| !check.agrees).count();
    let month = (!view.is_year).then(|| view.months_of()).flatten();
    let link = |(period, _): &(String, String)| format!("/office/figures?period={period}");
    let short = |title: &str| {
        title
            .rsplit('年')
            .next()
            .filter(|month| !month.is_empty())
            .map_or_else(|| title.to_owned(), str::to_owned)
    };
    let period = view.period.clone();
    let export = move |kind: &str| format!("/office/figures.{kind}?period={period}");
    let lines = view.lines.clone();
    let (previous, next, year) = (view.previous.clone(), view.next.clone(), view.year.clone());
    let state = if wrong == 0 {
        view! { <span class="state is-ok">"✓ 五项核对都相符"</span> }.into_any()
    } else {
        view! { <span class="state is-fault">{format!("✕ {wrong} 项对不上，见右边")}</span> }.into_any()
    };
    let exports = [("pdf", "PDF（盖章上报）"), ("xlsx", "Excel"), ("csv", "CSV"), ("json", "JSON")];
    view! {
        <Room me=view.me.clone() path="/office/figures" title="月报、年报">
            <header class="main-head">
                <h1>{view.title.clone()}</h1>
                {state}
                {view.provisional.then(|| view! { <span class="state">"到今天为止"</span> })}
                <div>
                    <a class="button is-outline" href=link(&previous) rel="external">"‹ "{short(&previous.1)}</a>
                    {next.map(|next| view! { <a class="button is-outline" href=link(&next) rel="external">{short(&next.1)}" ›"</a> })}
                    {(!view.is_year)
                        .then(|| view! { <a class="button is-outline" href=link(&year) rel="external">{year.1.clone()}"全年"</a> })}
                    <details class="menu">
                        <summary class="button is-outline">"导出"</summary>
                        <div class="menu-in sheet is-small">
                            {exports
                                .into_iter()
                                .map(|(kind, words)| view! { <p><a href=export(kind) rel="external" download>{words}</a></p> })
                                .collect_view()}
                        </div>
                    </details>
                    <Print words=(if view.is_year { "打印年报" } else { "打印月报" }).to_owned() />
                </div>
            </header>
            <dl class="strip">
                {view
                    .strip
                    .clone()
                    .into_iter()
                    .map(|item| {
                        view! {
                            <div>
                                <dt>{item.title}</dt>
                                <dd>
                                    <b>{item.value}</b>
                                    " "
                                    {item.unit}
                                </dd>
                                <dd>{item.note}</dd>
                            </div>
                        }
                    })
                    .collect_view()}
            </dl>
            <div class="halves is-figures">
                <div class="stack">
                    {month
                        .map(|month| {
                            view! {
                                <figure class="sheet chart">
                                    <figcaption>{format!("{month}月每天的结婚登记")}<small>"对"</small></figcaption>
                                    <ByDay days=view.days.clone() />
                                </figure>
                            }
                        })}
                    <figure class="sheet chart">
                        <figcaption>
                            {year.1.clone()}
                            "各月"
                            <small class="chart-key">
                                <span class="is-first">"结婚"</span>
                                <span class="is-second">"受理离婚申请"</span>
                                <span class="is-third">"离婚登记"</span>
                            </small>
                        </figcaption>
                        <ByMonth months=view.months.clone() shown=month />
                    </figure>
                </div>
                <section class="sheet" aria-labelledby="checks">
                    <h2 id="checks" class="sums-head">"核对"<small>"从每一件算起，再和汇总对照"</small></h2>
                    <dl class="sums">{view.checks.clone().into_iter().map(|check| view! { <Sum check /> }).collect_view()}</dl>
                </section>
            </div>
            <Sentence words=view.sentence.clone() />
            <details class="sheet fold-sheet">
                <summary>"全部指标"</summary>
                <table class="table">
                    <tbody>
                        {lines
                            .into_iter()
                            .map(|(title, value, unit)| {
                                view! {
                                    <tr>
                                        <th scope="row">{title}</th>
                                        <td class="is-figure">{value}</td>
                                        <td>{unit}</td>
                                    </tr>
                                }
                            })
                            .collect_view()}
                    </tbody>
                </table>
            </details>
        </Room>
    }
}

#[component]
fn Sum(check: CheckView) -> impl IntoView {
    let state = if check.agrees {
        view! { <span class="state is-ok">"✓ 相符"</span> }.into_any()
    } else {
        view! { <span class="state is-fault">"✕ 对不上"</span> }.into_any()
    };
    view! {
        <div>
            <dt>{check.title}</dt>
            <dd>
                {check.sum}
                <b>{check.result}</b>
            </dd>
            <dd>{state}</dd>
        </div>
    }
}

/// The sentence of the bureau's report, to be copied into it.
#[component]
fn Sentence(words: String) -> impl IntoView {
    view! {
        <div class="year-line">
            <p id="sentence">{words.clone()}</p>
            <CopySentence words />
        </div>
    }
}

impl FiguresView {
    /// The month that is shown.
    fn months_of(&self) -> Option<u32> {
        self.days.first().map(|(day, _): &(NaiveDate, i64)| day.month())
    }
}

//! 「哪一天来？」: a month as a table of radio buttons. A closed day can be chosen and says why.

use crate::{
    couple::{
        frame::{ServicePage, Step, asked_month, month_words, with_service},
        others::Why,
    },
    fns::booking::{ChooseDay, DayView, Look, MonthView, month},
    ui::{
        icon::{Draw, Icon},
        lang::{english, law_lang, t},
        loaded::loaded,
        when::Dated,
    },
};
use chrono::{Datelike, NaiveDate};
use law::service::Service;
use leptos::{prelude::*, server_fn::ServerFn};

#[component]
pub fn Day() -> impl IntoView {
    let shown = asked_month();
    with_service(move |service| loaded(move || month(service, shown), |view| view! { <Choose view /> }))
}

#[component]
fn Choose(view: MonthView) -> impl IntoView {
    let service = view.service;
    let (refused, notes) = (view.refused.clone(), view.notes.clone());
    // A full day was sent: what works stands beside the refusal, for those who don't see the line under the grid.
    let full =
        view.days.iter().find(|day| day.may_wait && Some(day.date) == view.chosen && refused.is_some());
    let full = full.map(|day| {
        view! {
            <a class="button is-outline" href=format!("/book/{service}/wait?date={}", day.date) rel="external">
                {t("排候补", "Join the waiting list")}
            </a>
        }
    });
    let waits = view.waits_for.map(|date| {
        let date = law::words::date(date, view.today.year(), law_lang());
        view! {
            <p class="notice is-plain">
                <a href=format!("/book/{service}/waiting") rel="external">
                    {t("您在排候补：", "You are waiting for ")} <time>{date}</time>
                </a>
            </p>
        }
    });
    let nearest = view.nearest.map(|nearest| {
        let date = law::words::date(nearest.date, view.today.year(), law_lang());
        let half = law::words::half_day(nearest.starts, law_lang());
        view! {
            <form method="post" action=ChooseDay::url()>
                <input type="hidden" name="service" value=service.as_str() />
                <button class="nearest" name="date" value=nearest.date.to_string()>
                    <Draw icon=Icon::Clock />
                    <span>
                        {t("最近能约：", "Earliest: ")} <b><time datetime=nearest.date.to_string()>{date}</time>" "{half}</b>
                    </span>
                </button>
            </form>
        }
    });
    view! {
        <ServicePage
            service
            heading=t("哪一天来？", "Which day?")
            step=Step::Day
            back=format!("/book/{service}")
            bar=Some(
                view! {
                    <p class="bar-note">{t("还没选日子", "No day chosen yet")}</p>
                    <button class="button" form="day">{t("选时间", "Choose a time")}</button>
                }
                    .into_any(),
            )
        >
            <Why refused nothing=t("还没选日子，请在下面选一天", "Please choose a day below") />
            {full}
            {waits}
            {nearest}
            <form id="day" method="post" action=ChooseDay::url()>
                <input type="hidden" name="service" value=service.as_str() />
                <Month view address=format!("/book/{service}/day?") waits=service.keeps_waiting_list() />
            </form>
            {(!notes.is_empty())
                .then(|| {
                    view! {
                        <div class="why">{notes.into_iter().map(|note| view! { <p><Dated words=note /></p> }).collect_view()}</div>
                    }
                })}
        </ServicePage>
    }
}

/// The grid, Monday first, with two labelled links to the months beside it. `address` ends in `?` or `&`.
#[component]
pub fn Month(
    view: MonthView,
    #[prop(into)] address: String,
    /// A full day can be waited for.
    #[prop(optional)]
    waits: bool,
) -> impl IntoView {
    let (service, today) = (view.service, view.today);
    let words = move |month: NaiveDate| month_words(month, today);
    let link = |month: NaiveDate| format!("{address}month={}", month.format("%Y-%m"));
    let weeks = weeks(view.month, view.days);
    view! {
        <div class="month">
            <div class="month-head">
                {view
                    .previous
                    .map(|month| {
                        view! {
                            <a href=link(month) rel="external prev">
                                <Draw icon=Icon::Previous />
                                {words(month)}
                            </a>
                        }
                    })}
                <h2>{words(view.month)}</h2>
                {view
                    .next
                    .map(|month| {
                        view! {
                            <a href=link(month) rel="external next">
                                {words(month)}
                                <Draw icon=Icon::Next />
                            </a>
                        }
                    })}
            </div>
            <table class="month-grid">
                <thead>
                    <tr>{weekdays().into_iter().map(|day| view! { <th scope="col">{day}</th> }).collect_view()}</tr>
                </thead>
                <tbody>
                    {weeks
                        .into_iter()
                        .map(|week| {
                            view! {
                                <tr>
                                    {week
                                        .into_iter()
                                        .map(|day| match day {
                                            Some(day) => {
                                                let chosen = view.chosen == Some(day.date);
                                                view! { <Cell service day chosen today /> }.into_any()
                                            }
                                            None => view! { <td></td> }.into_any(),
                                        })
                                        .collect_view()}
                                </tr>
                            }
                        })
                        .collect_view()}
                </tbody>
            </table>
            <p class="month-hint">
                {if waits {
                    t(
                        "满了的日子可以排候补，也可以直接来：窗口每天留现场号。",
                        "For a full day you can join the waiting list, or just come: walk-in numbers are kept every day.",
                    )
                } else {
                    t(
                        "满了的日子也可以直接来：窗口每天留现场号。",
                        "On a full day you can still come: walk-in numbers are kept every day.",
                    )
                }}
            </p>
        </div>
    }
}

/// A day: its number, its word, and the whole date for who listens or reads it in a list.
#[component]
fn Cell(service: Service, day: DayView, chosen: bool, today: NaiveDate) -> impl IntoView {
    let class = match day.look {
        Look::Open => "day is-open",
        Look::Few => "day is-few",
        Look::Full => "day is-full",
        Look::Shut => "day is-shut",
    };
    let whole = law::words::date(day.date, today.year(), law_lang());
    let number = day.date.day().to_string();
    // 「2月」「10」「日 星期二」: only the number is seen in the grid.
    let (before, after) = whole.rsplit_once(&number).map_or(("", ""), |(before, after)| (before, after));
    // In a year that isn't this one the English date ends in its year, which may hold the number, too.
    let (before, after) = if english() {
        whole.split_once(&format!(" {number} ")).map_or(("", ""), |(weekday, month)| (weekday, month))
    } else {
        (before, after)
    };
    let gap = if english() { " " } else { "" };
    view! {
        <td class=class>
            <label>
                <input type="radio" name="date" value=day.date.to_string() checked=chosen />
                <span class="day-face">
                    <time class="day-date" datetime=day.date.to_string()>
                        <span class="day-more">{format!("{before}{gap}")}</span>
                        <span class="day-number">{number.clone()}</span>
                        <span class="day-more">{format!("{gap}{after}")}</span>
                    </time>
                    {day.make_up.then(|| view! { <i class="day-mark">{t("班", "work")}</i> })}
                    <span class="day-word">{day.word}</span>
                </span>
                {match day.why {
                    Some(why) => {
                        let join = day.may_wait.then(|| {
                            view! {
                                " "
                                <a href=format!("/book/{service}/wait?date={}", day.date) rel="external">
                                    {t("排候补", "Join the waiting list")}
                                </a>
                            }
                        });
                        view! { <span class="day-why"><Dated words=why />{join}</span> }.into_any()
                    }
                    None => {
                        view! {
                            // The whole date was heard with the radio button already.
                            <span class="day-picked" aria-hidden="true">
                                <span>{t("已选", "Chosen")}</span> <b>
                                    <time datetime=day.date.to_string()>{whole.clone()}</time>
                                </b>
                            </span>
                        }
                            .into_any()
                    }
                }}
            </label>
        </td>
    }
}

fn weekdays() -> [&'static str; 7] {
    if english() {
        ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    } else {
        ["一", "二", "三", "四", "五", "六", "日"]
    }
}

/// Rows of seven, Monday first, with gaps before the first day and after the last.
fn weeks(first: NaiveDate, days: Vec<DayView>) -> Vec<Vec<Option<DayView>>> {
    let gap = first.weekday().num_days_from_monday() as usize;
    let mut cells: Vec<_> =
        std::iter::repeat_with(|| None).take(gap).chain(days.into_iter().map(Some)).collect();
    cells.resize_with(cells.len().next_multiple_of(7), || None);
    let mut weeks = Vec::new();
    while !cells.is_empty() {
        let rest = cells.split_off(7.min(cells.len()));
        weeks.push(std::mem::replace(&mut cells, rest));
    }
    weeks
}

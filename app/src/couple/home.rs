//! The first page: what people can come for, in the order of UX §3.0. Nothing on it is filled.

use crate::{
    couple::frame::tab_title,
    fns::booking::{DayHours, HomeView, home},
    ui::{
        icon::{Draw, Icon},
        lang::t,
        loaded::loaded,
        phone::Phone,
        when::{self, Day, Span},
    },
};
use chrono::NaiveDate;
use leptos::prelude::*;

#[component]
pub fn Home() -> impl IntoView {
    loaded(home, |view| view! { <Choices view /> })
}

#[component]
fn Choices(view: HomeView) -> impl IntoView {
    let heading = t("约个时间来登记", "Book a visit");
    view! {
        <Phone title=tab_title(heading, false) class="home">
            {view.notice.map(|notice| view! { <p class="notice">{notice}</p> })}
            <h1>{heading}</h1>
            <ul class="cards">
                <Card
                    href="/book/marriage"
                    icon=Icon::TwoPersons
                    title=t("结婚登记", "Marriage")
                    line=t("两个人带身份证来，不用户口簿，不收费", "Both of you with ID cards; no household register, no fee")
                />
                <Card
                    href="/reissue"
                    icon=Icon::Paper
                    title=t("补领证件", "Replace a certificate")
                    line=t("结婚证、离婚证丢了或坏了", "A marriage or divorce certificate is lost or damaged")
                />
            </ul>
            <ul class="rows">
                <Row href="/divorce" words=t("离婚登记事项", "Divorce matters") />
                <Row href="/ceremonies" words=t("集体颁证", "Ceremonies") />
                <Row href="/book/counselling" words=t("婚姻家庭辅导", "Counselling") more=t("免费", "free") />
                <Row href="/book/records" words=t("查档案、开证明", "Records") />
            </ul>
            <a class="button is-outline" href="/b" rel="external">
                {t("查看、改期或取消预约", "See, move or cancel a booking")}
            </a>
            <p class="home-aside">{t("不会用手机？打电话或直接来，都能办。", "No phone? Call or just come.")}</p>
            <h2>{t("本周开门时间", "Opening hours this week")}</h2>
            <Week week=view.week today=view.today />
            {(!view.place.address.is_empty())
                .then(|| {
                    view! {
                        <div class="spread">
                            <p class="place">
                                {view.place.address.clone()} <small>{view.place.more}</small>
                            </p>
                            <a class="place-way" href=way_there(&view.place.address) rel="external noreferrer">
                                {t("怎么走", "Directions")}
                            </a>
                        </div>
                    }
                })}
        </Phone>
    }
}

/// A search on a map, so that no map has to be loaded here.
pub fn way_there(address: &str) -> String {
    use std::fmt::Write;
    let mut escaped = String::new();
    for byte in address.bytes() {
        // Writing into a String cannot fail.
        let _ = write!(escaped, "%{byte:02X}");
    }
    format!("https://uri.amap.com/search?keyword={escaped}")
}

#[component]
fn Card(href: &'static str, icon: Icon, title: &'static str, line: &'static str) -> impl IntoView {
    view! {
        <li>
            <a class="card" href=href rel="external">
                <Draw icon class="is-large" />
                <span class="card-words">
                    <span class="card-title">{title}</span>
                    <span class="card-line">{line}</span>
                </span>
                <Draw icon=Icon::Next class="is-chevron" />
            </a>
        </li>
    }
}

/// A row that leads somewhere, equal to its neighbours.
#[component]
pub fn Row(
    href: &'static str,
    words: &'static str,
    #[prop(default = "")] more: &'static str,
) -> impl IntoView {
    view! {
        <li>
            <a class="row" href=href rel="external">
                <span class="row-words">{words} {(!more.is_empty()).then(|| view! { <small>{more}</small> })}</span>
                <Draw icon=Icon::Next class="is-chevron" />
            </a>
        </li>
    }
}

/// Date, weekday and hours are columns, so that the weekdays stand under each other.
#[component]
fn Week(week: Vec<DayHours>, today: NaiveDate) -> impl IntoView {
    view! {
        <table class="hours">
            <tbody>
                {week
                    .into_iter()
                    .map(|day| {
                        let is_today = day.date == today;
                        let class = match (is_today, day.closed.is_some()) {
                            (true, _) => "is-today",
                            (false, true) => "is-shut",
                            (false, false) => "",
                        };
                        view! {
                            <tr class=class>
                                <th scope="row">
                                    <Day date=day.date today />
                                </th>
                                <td>
                                    {when::weekday(day.date)}
                                    {is_today.then(|| view! { <b>{t("今天", "today")}</b> })}
                                </td>
                                {match day.closed {
                                    Some(why) => view! { <td colspan="2">{why}</td> }.into_any(),
                                    None => {
                                        day.spans
                                            .into_iter()
                                            .map(|(starts, ends)| view! { <td><Span starts ends /></td> })
                                            .collect_view()
                                            .into_any()
                                    }
                                }}
                            </tr>
                        }
                    })
                    .collect_view()}
            </tbody>
        </table>
    }
}

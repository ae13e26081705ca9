//! Dates and times on screen: a date is whole, with its weekday, in a `time` element that machines read.

use crate::ui::lang::law_lang;
use chrono::{Datelike, NaiveDate, NaiveTime};
use leptos::prelude::*;

/// 「1月16日 星期五」, "Fri 16 January"; with the year when it isn't this year.
#[component]
pub fn WholeDate(date: NaiveDate, today: NaiveDate) -> impl IntoView {
    let words = law::words::date(date, today.year(), law_lang());
    view! { <time datetime=date.to_string()>{words}</time> }
}

/// Without the weekday, where that stands beside it.
#[component]
pub fn Day(date: NaiveDate, today: NaiveDate) -> impl IntoView {
    let words = law::words::day(date, today.year(), law_lang());
    view! { <time datetime=date.to_string()>{words}</time> }
}

/// 「星期五」, "Fri".
pub fn weekday(date: NaiveDate) -> &'static str {
    law::words::weekday(date, law_lang())
}

/// 「10:30–11:00」.
#[component]
pub fn Hours(starts: NaiveTime, ends: NaiveTime) -> impl IntoView {
    view! { <time>{law::words::time_range(starts, ends)}</time> }
}

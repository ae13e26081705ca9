//! Dates as the office writes them: whole, with the weekday, the year only where it isn't this year.

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, Weekday};

use crate::paper::Lang;

/// 「2月10日」 or 「2027年2月10日」; "10 February" or "10 February 2027".
pub(crate) fn day(date: NaiveDate, this_year: i32, lang: Lang) -> String {
    let (year, month, day) = (date.year(), date.month(), date.day());
    match lang {
        Lang::Zh if year == this_year => format!("{month}月{day}日"),
        Lang::Zh => format!("{year}年{month}月{day}日"),
        Lang::En if year == this_year => date.format("%-d %B").to_string(),
        Lang::En => date.format("%-d %B %Y").to_string(),
    }
}

/// 「2026年2月10日」, for papers that are kept.
pub(crate) fn full(date: NaiveDate) -> String {
    format!("{}年{}月{}日", date.year(), date.month(), date.day())
}

/// 「2026年02月10日」, as the statutory forms write dates (2015 norm, art. 38: ××××年××月××日).
pub(crate) fn padded(date: NaiveDate) -> String {
    format!("{}年{:02}月{:02}日", date.year(), date.month(), date.day())
}

pub(crate) fn weekday(date: NaiveDate, lang: Lang) -> &'static str {
    match (lang, date.weekday()) {
        (Lang::Zh, Weekday::Mon) => "星期一",
        (Lang::Zh, Weekday::Tue) => "星期二",
        (Lang::Zh, Weekday::Wed) => "星期三",
        (Lang::Zh, Weekday::Thu) => "星期四",
        (Lang::Zh, Weekday::Fri) => "星期五",
        (Lang::Zh, Weekday::Sat) => "星期六",
        (Lang::Zh, Weekday::Sun) => "星期日",
        (Lang::En, Weekday::Mon) => "Monday",
        (Lang::En, Weekday::Tue) => "Tuesday",
        (Lang::En, Weekday::Wed) => "Wednesday",
        (Lang::En, Weekday::Thu) => "Thursday",
        (Lang::En, Weekday::Fri) => "Friday",
        (Lang::En, Weekday::Sat) => "Saturday",
        (Lang::En, Weekday::Sun) => "Sunday",
    }
}

/// 「10:30–11:00」
pub(crate) fn times(start: NaiveTime, end: NaiveTime) -> String {
    format!("{}–{}", start.format("%H:%M"), end.format("%H:%M"))
}

/// 「2026年1月26日 星期一 9:18」
pub(crate) fn moment(at: NaiveDateTime, lang: Lang) -> String {
    let (date, time) = (at.date(), at.time().format("%-H:%M"));
    match lang {
        Lang::Zh => format!("{} {} {time}", full(date), weekday(date, lang)),
        Lang::En => format!("{} {} {time}", weekday(date, lang), date.format("%-d %B %Y")),
    }
}

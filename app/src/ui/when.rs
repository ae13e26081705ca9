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

/// A sentence whose Chinese dates hold together: each in a `time` of its own, without automatic spaces.
#[component]
pub fn Dated(#[prop(into)] words: String) -> impl IntoView {
    pieces(&words)
        .into_iter()
        .map(|(is_whole, piece)| {
            if !is_whole {
                piece.into_any()
            } else if piece.contains('-') {
                view! { <span class="whole">{piece}</span> }.into_any()
            } else {
                view! { <time>{piece}</time> }.into_any()
            }
        })
        .collect_view()
}

/// The sentence in pieces; `true` marks 「2月15日 星期日」, with its year where it has one.
fn pieces(words: &str) -> Vec<(bool, String)> {
    let chars: Vec<char> = words.chars().collect();
    let mut pieces: Vec<(bool, String)> = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        let length = date_at(&chars[at..]).max(number_at(&chars[at..])).max(1);
        let (is_date, piece) = (length > 1, chars[at..at + length].iter().collect::<String>());
        match pieces.last_mut() {
            Some((false, plain)) if !is_date => plain.push_str(&piece),
            _ => pieces.push((is_date, piece)),
        }
        at += length;
    }
    pieces
}

/// How many characters of a landline's number stand here, `0531-84880000`; none is 0.
fn number_at(chars: &[char]) -> usize {
    let digits = |from: usize| chars[from..].iter().take_while(|c| c.is_ascii_digit()).count();
    let area = digits(0);
    if !(3..=4).contains(&area) || chars.get(area) != Some(&'-') {
        return 0;
    }
    let rest = digits(area + 1);
    if (7..=8).contains(&rest) { area + 1 + rest } else { 0 }
}

/// How many characters of a date stand here; none is 0.
fn date_at(chars: &[char]) -> usize {
    let number = |from: usize| chars[from..].iter().take_while(|c| c.is_ascii_digit()).count();
    let part = |from: usize, unit: char| {
        let digits = number(from);
        (digits > 0 && chars.get(from + digits) == Some(&unit)).then_some(from + digits + 1)
    };
    let after_year = part(0, '年').unwrap_or(0);
    let Some(end) = part(after_year, '月').and_then(|month| part(month, '日')) else { return 0 };
    let weekday = [' ', '星', '期'];
    if chars[end..].starts_with(&weekday) && chars.len() > end + 3 { end + 4 } else { end }
}

/// 「8:30–12:00」: opening hours, as doors write them.
#[component]
pub fn Span(starts: NaiveTime, ends: NaiveTime) -> impl IntoView {
    view! { <time>{format!("{}–{}", starts.format("%-H:%M"), ends.format("%-H:%M"))}</time> }
}

/// 「10:30–11:00」.
#[component]
pub fn Hours(starts: NaiveTime, ends: NaiveTime) -> impl IntoView {
    view! { <time>{law::words::time_range(starts, ends)}</time> }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_dates_of_a_sentence_are_found_with_year_and_weekday() {
        let dates = |words| -> Vec<String> {
            pieces(words).into_iter().filter(|(is_date, _)| *is_date).map(|(_, piece)| piece).collect()
        };
        assert_eq!(dates("2月15日 星期日 至 2月23日 星期一：春节放假"), ["2月15日 星期日", "2月23日 星期一"]);
        assert_eq!(dates("到2027年1月8日 星期五才到"), ["2027年1月8日 星期五"]);
        assert!(dates("18 位号码，3 月，1995-05-08").is_empty());
        assert_eq!(
            dates("座机请加区号，例如 0531-84880000"),
            ["0531-84880000"],
            "a number holds together, too"
        );
        let whole: String = pieces("到1月8日止").into_iter().map(|(_, piece)| piece).collect();
        assert_eq!(whole, "到1月8日止");
    }
}

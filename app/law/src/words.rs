//! Dates and times as people read them: a date is whole, always with its weekday, the year only when it
//! isn't this year. No automatic spaces, so that 「1月16日」 holds together in large type.

use chrono::{Datelike, NaiveDate, NaiveTime, Weekday};

use crate::Lang;

/// 「1月16日 星期五」, 「2027年1月16日 星期六」 when the year isn't `this_year`.
pub fn date_zh(date: NaiveDate, this_year: i32) -> String {
    format!("{} {}", day_zh(date, this_year), weekday(date, Lang::Zh))
}

/// "Fri 16 January", "Sat 16 January 2027" when the year isn't `this_year`.
pub fn date_en(date: NaiveDate, this_year: i32) -> String {
    format!("{} {}", weekday(date, Lang::En), day_en(date, this_year))
}

/// The whole date in either language.
pub fn date(date: NaiveDate, this_year: i32, lang: Lang) -> String {
    match lang {
        Lang::Zh => date_zh(date, this_year),
        Lang::En => date_en(date, this_year),
    }
}

/// Without the weekday, for the ends of a span whose weekday is said elsewhere: 「2月15日」, "15 February".
pub fn day(date: NaiveDate, this_year: i32, lang: Lang) -> String {
    match lang {
        Lang::Zh => day_zh(date, this_year),
        Lang::En => day_en(date, this_year),
    }
}

/// As statutory forms write it, always with the year: 「2026年1月16日」.
pub fn date_on_form(date: NaiveDate) -> String {
    format!("{}年{}月{}日", date.year(), date.month(), date.day())
}

/// 「星期五」, "Fri".
pub fn weekday(date: NaiveDate, lang: Lang) -> &'static str {
    match date.weekday() {
        Weekday::Mon => lang.pick("星期一", "Mon"),
        Weekday::Tue => lang.pick("星期二", "Tue"),
        Weekday::Wed => lang.pick("星期三", "Wed"),
        Weekday::Thu => lang.pick("星期四", "Thu"),
        Weekday::Fri => lang.pick("星期五", "Fri"),
        Weekday::Sat => lang.pick("星期六", "Sat"),
        Weekday::Sun => lang.pick("星期日", "Sun"),
    }
}

/// 「周五」 for an SMS, "Fri" in English.
pub fn weekday_short(date: NaiveDate, lang: Lang) -> &'static str {
    match date.weekday() {
        Weekday::Mon => lang.pick("周一", "Mon"),
        Weekday::Tue => lang.pick("周二", "Tue"),
        Weekday::Wed => lang.pick("周三", "Wed"),
        Weekday::Thu => lang.pick("周四", "Thu"),
        Weekday::Fri => lang.pick("周五", "Fri"),
        Weekday::Sat => lang.pick("周六", "Sat"),
        Weekday::Sun => lang.pick("周日", "Sun"),
    }
}

/// "09:00".
pub fn time(time: NaiveTime) -> String {
    time.format("%H:%M").to_string()
}

/// "09:00–09:30", with an en dash and no spaces.
pub fn time_range(start: NaiveTime, end: NaiveTime) -> String {
    format!("{}–{}", time(start), time(end))
}

/// 「上午」 before noon, 「下午」 from noon on.
pub fn half_day(time: NaiveTime, lang: Lang) -> &'static str {
    use chrono::Timelike;
    if time.hour() < 12 { lang.pick("上午", "morning") } else { lang.pick("下午", "afternoon") }
}

fn day_zh(date: NaiveDate, this_year: i32) -> String {
    if date.year() == this_year {
        format!("{}月{}日", date.month(), date.day())
    } else {
        date_on_form(date)
    }
}

fn day_en(date: NaiveDate, this_year: i32) -> String {
    let month = month_en(date.month0());
    if date.year() == this_year {
        format!("{} {month}", date.day())
    } else {
        format!("{} {month} {}", date.day(), date.year())
    }
}

const fn month_en(month0: u32) -> &'static str {
    match month0 {
        0 => "January",
        1 => "February",
        2 => "March",
        3 => "April",
        4 => "May",
        5 => "June",
        6 => "July",
        7 => "August",
        8 => "September",
        9 => "October",
        10 => "November",
        _ => "December",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn d(y: i32, m: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(y, m, day).unwrap()
    }

    #[test]
    fn a_date_of_this_year_has_no_year_and_always_a_weekday() {
        assert_eq!(date_zh(d(2026, 1, 16), 2026), "1月16日 星期五");
        assert_eq!(date_en(d(2026, 1, 16), 2026), "Fri 16 January");
    }

    #[test]
    fn a_date_of_another_year_says_which() {
        assert_eq!(date_zh(d(2027, 1, 16), 2026), "2027年1月16日 星期六");
        assert_eq!(date_en(d(2027, 1, 16), 2026), "Sat 16 January 2027");
        assert_eq!(day(d(2027, 2, 1), 2026, Lang::En), "1 February 2027");
    }

    #[test]
    fn every_month_and_weekday_has_its_own_word() {
        let months: std::collections::BTreeSet<_> = (1..=12).map(|m| date_en(d(2026, m, 1), 2026)).collect();
        assert_eq!(months.len(), 12);
        let days: std::collections::BTreeSet<_> = (1..=7).map(|x| weekday(d(2026, 1, x), Lang::Zh)).collect();
        assert_eq!(days.len(), 7);
        let short: std::collections::BTreeSet<_> =
            (1..=7).map(|x| weekday_short(d(2026, 1, x), Lang::Zh)).collect();
        assert_eq!(short.len(), 7);
        assert_eq!(weekday(d(2026, 11, 23), Lang::Zh), "星期一");
    }

    #[test]
    fn a_time_range_is_two_clock_times_with_an_en_dash() {
        let t = |h, m| NaiveTime::from_hms_opt(h, m, 0).unwrap();
        assert_eq!(time_range(t(9, 0), t(9, 30)), "09:00–09:30");
        assert_eq!(half_day(t(11, 59), Lang::Zh), "上午");
        assert_eq!(half_day(t(12, 0), Lang::Zh), "下午");
    }
}

//! The figures of a period, as the page shows them.

use super::view::FiguresView;
use crate::fns::staff::Gate;
use leptos::prelude::*;

use super::view::{CheckView, StripView};
use crate::fns::staff::{behind, trouble};
use chrono::{Datelike, Months};
use registry::{
    figures::{Figures as Counted, Period},
    staff::Right,
};

/// `period` is `2024-05` or `2024`; anything else is this month.
pub async fn figures(period: Option<String>) -> Result<Gate<FiguresView>, ServerFnError> {
    behind(Right::SeeFigures, |seat, me| async move {
        let today = seat.registry.clock().today();
        let period =
            period.and_then(|text| text.parse::<Period>().ok()).unwrap_or_else(|| Period::month_of(today));
        let figures = seat.registry.figures(Some(&seat.officer), period).await.map_err(trouble)?;
        let step = if let Period::Month(_) = period { 1 } else { 12 };
        let later = period.first() + Months::new(step);
        let after = match period {
            Period::Month(_) => Period::Month(later),
            Period::Year(_) => Period::Year(later),
        };
        let next = (later <= today).then_some(after);
        let named = |period: Period| (period.to_string(), period.title());
        Ok(FiguresView {
            me,
            period: period.to_string(),
            title: period.title(),
            is_year: matches!(period, Period::Year(_)),
            provisional: figures.provisional,
            previous: named(period.before()),
            next: next.map(named),
            year: named(period.whole_year()),
            strip: strip(&figures),
            days: days(&figures),
            months: figures
                .months
                .iter()
                .map(|(month, known)| {
                    (month.first(), known.marriages, known.divorce_applications, known.divorces)
                })
                .collect(),
            checks: figures
                .checks
                .iter()
                .map(|check| CheckView {
                    title: check.title.to_owned(),
                    sum: check.sum.clone(),
                    result: check.result.clone(),
                    agrees: check.agrees,
                })
                .collect(),
            sentence: figures.sentence.clone(),
            lines: figures
                .indicators
                .lines()
                .into_iter()
                .map(|line| (line.title.to_owned(), line.value, line.unit.to_owned()))
                .collect(),
        })
    })
    .await
}

/// The six figures in their strip, each with what it is compared to.
fn strip(figures: &Counted) -> Vec<StripView> {
    let (now, before, sum) = (&figures.indicators, &figures.before, &figures.year_to_date);
    let month = figures.period.first();
    let last = format!("{}月", figures.period.before().first().month());
    let compare = |before: i64, sum: Option<i64>| match (figures.period, sum) {
        (Period::Year(_), _) => String::new(),
        (Period::Month(_), Some(sum)) if month.month() > 1 => {
            format!("{last} {before}　1月至{}月 {sum}", month.month())
        }
        (Period::Month(_), _) => format!("{last} {before}"),
    };
    let item = |title: &str, value: i64, unit: &str, note: String| StripView {
        title: title.to_owned(),
        value,
        unit: unit.to_owned(),
        note,
    };
    vec![
        item("结婚登记", now.marriages, "对", compare(before.marriages, Some(sum.marriages))),
        item("受理离婚申请", now.divorce_applications, "对", compare(before.divorce_applications, None)),
        item("离婚登记", now.divorces, "对", compare(before.divorces, None)),
        item(
            "补领证件",
            now.reissued(),
            "件",
            format!("结婚证 {}　离婚证 {}", now.reissued_marriage, now.reissued_divorce),
        ),
        item("到期自动终止", now.divorce_lapses, "件", format!("撤回 {}", now.divorce_withdrawals)),
        item("合计", now.total, "", compare(before.total, None)),
    ]
}

/// Every day of the month, also those without a marriage.
fn days(figures: &Counted) -> Vec<(chrono::NaiveDate, i64)> {
    let Period::Month(first) = figures.period else { return Vec::new() };
    let last = figures.period.last();
    let of = |day| figures.days.iter().find(|(known, _)| *known == day).map_or(0, |(_, many)| *many);
    first.iter_days().take_while(|day| *day <= last).map(|day| (day, of(day))).collect()
}

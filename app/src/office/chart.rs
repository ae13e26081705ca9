//! Two charts as plain SVG, drawn by the server: marriages by day, three acts by month. No style stands in them; the
//! sheet colours them by class.

use chrono::{Datelike, NaiveDate};
use law::Lang;
use leptos::prelude::*;

const WIDTH: f64 = 560.0;
const LEFT: f64 = 40.0;
const BASE: f64 = 152.0;
const TOP: f64 = 12.0;

/// Marriages on each day; the two highest days are named.
#[component]
pub fn ByDay(days: Vec<(NaiveDate, i64)>) -> impl IntoView {
    let highest = days.iter().map(|(_, many)| *many).max().unwrap_or_default();
    let scale = Scale::up_to(highest);
    let step = (WIDTH - LEFT) / count(days.len());
    let mut named: Vec<_> =
        days.iter().enumerate().filter(|(_, (_, many))| *many * 5 >= highest && *many > 0).collect();
    named.sort_by_key(|(_, (_, many))| std::cmp::Reverse(*many));
    named.truncate(if highest == 0 { 0 } else { 2 });
    let title = format!("每天的结婚登记，最多的一天 {highest} 对");
    let stand_out: Vec<usize> = named.iter().map(|(at, _)| *at).collect();
    let labels = named
        .iter()
        .enumerate()
        .map(|(rank, (at, (day, many)))| name_of(rank, *at, step, *day, *many, &scale));
    let labels = labels.collect_view();
    let last = days.len();
    view! {
        <svg viewBox=format!("0 0 {WIDTH} 176") role="img" aria-label=title>
            <Grid scale />
            {days
                .iter()
                .enumerate()
                .map(|(at, (_, many))| {
                    let class = if stand_out.contains(&at) { "chart-bar" } else { "chart-bar is-second" };
                    bar(class, LEFT + step * count(at) + step * 0.18, step * 0.64, *many, &scale)
                })
                .collect_view()}
            <line class="chart-base" x1=LEFT x2=WIDTH y1=BASE y2=BASE />
            {days
                .iter()
                .enumerate()
                .filter(|(at, (day, _))| *at == 0 || *at + 1 == last || (day.day() % 5 == 0 && *at + 2 < last))
                .map(|(at, (day, _))| {
                    let x = LEFT + step * (count(at) + 0.5);
                    view! { <text x=point(x) y="170" text-anchor="middle">{day.day()}</text> }
                })
                .collect_view()}
            {labels}
        </svg>
    }
}

/// 「5月20日 星期一　182 对」 beside its bar, on the side where there is room.
fn name_of(
    rank: usize,
    at: usize,
    step: f64,
    day: NaiveDate,
    many: i64,
    scale: &Scale,
) -> impl IntoView + use<> {
    let middle = LEFT + step * (count(at) + 0.5);
    // The highest stands to the left of its bar, the second to the right, unless the edge is near.
    let left = if rank == 0 { middle > WIDTH * 0.35 } else { middle > WIDTH * 0.7 };
    let (x, anchor) = if left { (middle - step * 0.6, "end") } else { (middle + step * 0.6, "start") };
    let y = scale.y(many) + if rank == 0 { 13.0 } else { 10.0 };
    let words = law::words::date(day, day.year(), Lang::Zh);
    view! {
        <text x=point(x) y=point(y.min(BASE - 6.0)) text-anchor=anchor>
            <tspan class="is-said">{words}</tspan>
            {format!("　{many} 对")}
        </text>
    }
}

/// Marriages, applications and divorces of each month, the shown one on a wash.
#[component]
pub fn ByMonth(months: Vec<(NaiveDate, i64, i64, i64)>, shown: Option<u32>) -> impl IntoView {
    let highest = months.iter().map(|(_, a, b, c)| *a.max(b).max(c)).max().unwrap_or_default();
    let scale = Scale::up_to(highest);
    let step = (WIDTH - LEFT) / 12.0;
    let third = step * 0.22;
    view! {
        <svg viewBox=format!("0 0 {WIDTH} 176") role="img" aria-label="各月的结婚登记、受理离婚申请、离婚登记">
            {shown
                .map(|month| {
                    let x = LEFT + step * count(month.saturating_sub(1) as usize) + 2.0;
                    view! { <rect class="chart-month" x=point(x) y="2" width=point(step - 4.0) height="172" rx="3" /> }
                })}
            <Grid scale />
            {months
                .iter()
                .enumerate()
                .map(|(at, (day, marriages, applications, divorces))| {
                    let x = LEFT + step * count(at) + step * 0.14;
                    let class = if shown == Some(day.month()) { "is-said" } else { "" };
                    view! {
                        {bar("chart-bar", x, third, *marriages, &scale)}
                        {bar("chart-bar is-second", x + third + 1.0, third, *applications, &scale)}
                        {bar("chart-bar is-third", x + 2.0 * (third + 1.0), third, *divorces, &scale)}
                        <text class=class x=point(LEFT + step * (count(at) + 0.5)) y="170" text-anchor="middle">
                            {format!("{}月", day.month())}
                        </text>
                    }
                })
                .collect_view()}
            <line class="chart-base" x1=LEFT x2=WIDTH y1=BASE y2=BASE />
        </svg>
    }
}

fn bar(class: &'static str, x: f64, width: f64, many: i64, scale: &Scale) -> impl IntoView + use<> {
    let y = scale.y(many);
    view! { <rect class=class x=point(x) y=point(y) width=point(width) height=point(BASE - y) /> }
}

#[component]
fn Grid(scale: Scale) -> impl IntoView {
    (0..=scale.steps)
        .map(|line| {
            let value = line * scale.step;
            let y = scale.y(value);
            view! {
                <line class="chart-grid" x1=LEFT x2=WIDTH y1=point(y) y2=point(y) />
                <text x=LEFT - 6.0 y=point(y + 4.0) text-anchor="end">{value}</text>
            }
        })
        .collect_view()
}

/// Round steps up to just above the highest value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Scale {
    step: i64,
    steps: i64,
}

impl Scale {
    fn up_to(highest: i64) -> Self {
        const ROUND: [i64; 3] = [1, 2, 5];
        let mut power = 1;
        loop {
            for round in ROUND {
                let step = round * power;
                if step * 4 >= highest {
                    return Self { step, steps: ((highest + step - 1) / step).max(1) };
                }
            }
            power *= 10;
        }
    }

    fn y(self, value: i64) -> f64 {
        BASE - (BASE - TOP) * figure(value) / figure(self.step * self.steps)
    }
}

/// Figures of an office stay far below where this would lose a unit.
#[expect(clippy::cast_precision_loss, reason = "counts of acts")]
fn figure(value: i64) -> f64 {
    value as f64
}

#[expect(clippy::cast_precision_loss, reason = "at most 31 bars")]
fn count(many: usize) -> f64 {
    many as f64
}

/// Two digits behind the point are finer than any screen.
fn point(value: f64) -> String {
    format!("{value:.2}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scale_has_at_most_five_lines_and_ends_just_above_the_highest() {
        for (highest, step, steps) in
            [(0, 1, 1), (3, 1, 3), (182, 50, 4), (364, 100, 4), (13, 5, 3), (1000, 500, 2)]
        {
            assert_eq!(Scale::up_to(highest), Scale { step, steps }, "{highest}");
        }
    }

    #[test]
    fn nothing_stands_on_the_base_and_the_highest_line_on_top() {
        let scale = Scale::up_to(182);
        assert!((scale.y(0) - BASE).abs() < 0.01);
        assert!((scale.y(200) - TOP).abs() < 0.01);
    }
}

//! The figures of a period laid out in rows and columns, before anything is known of a file's form.

use chrono::Datelike;
use registry::figures::{Figures, Indicators, Line, Period};

/// A table of figures with what stands above and below it.
#[derive(Debug, Clone)]
pub struct Grid {
    /// 「商河县婚姻登记处 2024年5月婚姻登记统计」
    pub title: String,
    /// 「未定稿」 while the period runs, else empty.
    pub note: String,
    pub columns: Vec<Column>,
    pub rows: Vec<Row>,
    pub figures: Figures,
}

/// A column of values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// What people read: 「本月」, 「1月」.
    pub title: String,
    /// What programs read: `2024-05`, `2024`, `2024-01..2024-05`.
    pub name: String,
}

/// An indicator with its value in each column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    pub name: &'static str,
    pub title: &'static str,
    pub unit: &'static str,
    pub values: Vec<i64>,
}

impl Grid {
    /// A month stands beside the month before and the year so far; a year beside its twelve months.
    pub fn of(office_name: &str, figures: Figures) -> Self {
        let (columns, values): (Vec<Column>, Vec<Indicators>) = match figures.period {
            Period::Month(_) => month_columns(&figures).into_iter().unzip(),
            Period::Year(_) => year_columns(&figures).into_iter().unzip(),
        };
        let lines: Vec<Vec<Line>> = values.iter().map(Indicators::lines).collect();
        let row = |(place, line): (usize, &Line)| Row {
            name: line.name,
            title: line.title,
            unit: line.unit,
            values: lines.iter().filter_map(|column| column.get(place)).map(|line| line.value).collect(),
        };
        Self {
            title: format!("{office_name} {}婚姻登记统计", figures.period.title()),
            note: if figures.provisional {
                "未定稿：这一期还没有结束".to_owned()
            } else {
                String::new()
            },
            rows: figures.indicators.lines().iter().enumerate().map(row).collect(),
            columns,
            figures,
        }
    }
}

fn month_columns(figures: &Figures) -> Vec<(Column, Indicators)> {
    let period = figures.period;
    let before = period.before();
    let january = period.months_of_year().first().copied().unwrap_or(period);
    let column = |title: &str, name: String| Column { title: title.to_owned(), name };
    vec![
        (column("本月", period.to_string()), figures.indicators),
        (column("上月", before.to_string()), figures.before),
        (column("本年累计", format!("{january}..{period}")), figures.year_to_date),
    ]
}

fn year_columns(figures: &Figures) -> Vec<(Column, Indicators)> {
    let months = figures.months.iter().map(|(month, indicators)| {
        let title = format!("{}月", month.first().month());
        (Column { title, name: month.to_string() }, *indicators)
    });
    let year = Column { title: "全年".to_owned(), name: figures.period.to_string() };
    months.chain([(year, figures.indicators)]).collect()
}

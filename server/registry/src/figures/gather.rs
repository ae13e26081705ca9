//! The figures of a month or a year, with what a screen and a report show beside them.

use super::checks::{Check, checks};
use super::count::{add_beside, count};
use super::indicators::Indicators;
use super::period::Period;
use super::sentence::sentence;
use crate::error::Result;
use crate::registry::Registry;
use crate::staff::{Officer, Right};
use crate::store::queries::figures::{self as queries, CaseRow, DayRow, FacetRow, MonthRow};
use crate::store::queries::notes::{NotedRow, noted};
use crate::store::queries::records::{AnsweredRow, answered};
use chrono::NaiveDate;

/// The figures of one period, as of today while it is not over.
#[derive(Debug, Clone)]
pub struct Figures {
    /// The office's code.
    pub office: String,
    pub period: Period,
    /// Whether the period is not over yet.
    pub provisional: bool,
    pub indicators: Indicators,
    /// The month before; for a year the December before it.
    pub before: Indicators,
    /// From January up to this month; for a year the same as `indicators`.
    pub year_to_date: Indicators,
    /// The twelve months of the year.
    pub months: Vec<(Period, Indicators)>,
    /// For a month: marriages on each of its days.
    pub days: Vec<(NaiveDate, i64)>,
    pub checks: Vec<Check>,
    /// The year so far, or the whole of it, in one sentence.
    pub sentence: String,
}

/// How often figures that don't agree are counted again.
const RECOUNTS: u32 = 2;

impl Registry {
    /// Counts the figures of a period from the register's rows. `by` is `None` for the command on the machine itself.
    ///
    /// Errors: `Forbidden` without the right to see figures; `Inconsistent` for a row that can't be counted.
    pub async fn figures(&self, by: Option<&Officer>, period: Period) -> Result<Figures> {
        if let Some(officer) = by {
            officer.may(Right::SeeFigures)?;
        }
        let office = self.opening().await?.office.code.clone();
        let today = self.clock().today();
        let mut figures = self.rows(period, today).await?.add_up(&office, period, today)?;
        // The counts are taken side by side: an act entered between them makes them differ once, damage always.
        for _ in 0..RECOUNTS {
            if figures.checks.iter().all(|check| check.agrees) {
                break;
            }
            figures = self.rows(period, today).await?.add_up(&office, period, today)?;
        }
        Ok(figures)
    }

    /// Reads everything at the same time, each on a connection of its own that it holds no longer than it must.
    async fn rows(&self, period: Period, today: NaiveDate) -> Result<Rows> {
        let (store, months) = (self.store(), period.months_of_year());
        let (december, year) = (december_before(period), period.whole_year());
        let last = months.last().map_or(december.key(), |month| month.key());
        let until = year.last().min(today);
        let (total_first, total_last) = match period {
            Period::Month(_) => (period.key(), period.key()),
            Period::Year(_) => (year.key(), last),
        };
        // A case lapses the day after its last day.
        let from = december.first().pred_opt().unwrap_or(december.first());
        let (facets, cases, totals, days, (noted, answered)) = tokio::try_join!(
            async { queries::facets(&mut store.read().await?, december.key(), last, until).await },
            async { queries::cases(&mut store.read().await?, from, until).await },
            async { queries::totals(&mut store.read().await?, total_first, total_last, until).await },
            async {
                match period {
                    Period::Month(_) => {
                        queries::marriages_by_day(&mut store.read().await?, period.key(), until).await
                    }
                    Period::Year(_) => Ok(Vec::new()),
                }
            },
            // On the heap: what is counted together would be too large for a stack.
            Box::pin(async {
                let mut tx = store.read().await?;
                let noted = noted(&mut tx, december.key(), last, until).await?;
                Ok((noted, answered(&mut tx, december.key(), last, until).await?))
            }),
        )?;
        Ok(Rows { facets, cases, totals, days, noted, answered })
    }
}

fn december_before(period: Period) -> Period {
    Period::month_of(period.whole_year().before().last())
}

/// What the store counted.
struct Rows {
    facets: Vec<FacetRow>,
    cases: Vec<CaseRow>,
    totals: Vec<MonthRow>,
    days: Vec<DayRow>,
    /// What is no act, and in no sum with the acts.
    noted: Vec<NotedRow>,
    answered: Vec<AnsweredRow>,
}

impl Rows {
    fn add_up(self, office: &str, period: Period, today: NaiveDate) -> Result<Figures> {
        let (months, year) = (period.months_of_year(), period.whole_year());
        let december = december_before(period);
        let all: Vec<Period> = std::iter::once(december).chain(months.iter().copied()).collect();
        let mut counted = count(&all, &self.facets, &self.cases, today)?;
        add_beside(&mut counted, &self.noted, &self.answered)?;
        let of = |month: &Period| counted.get(month).copied().unwrap_or_default();
        let up_to = |last: NaiveDate| {
            let mut sum = Indicators::default();
            months.iter().filter(|month| month.first() <= last).for_each(|month| sum.add(&of(month)));
            sum
        };
        let (whole, year_to_date) = (up_to(year.last()), up_to(period.last()));
        let (indicators, before) = match period {
            Period::Month(_) => (of(&period), of(&period.before())),
            Period::Year(_) => (whole, of(&december)),
        };
        let acts = self.totals.iter().map(|row| row.n).sum();
        Ok(Figures {
            office: office.to_owned(),
            period,
            provisional: !period.is_over(today),
            checks: checks(period, &indicators, acts, before.divorce_open_at_end),
            sentence: sentence(year, &whole, today),
            indicators,
            before,
            year_to_date,
            months: months.iter().map(|month| (*month, of(month))).collect(),
            days: self.days.into_iter().map(|row| (row.act_date, row.n)).collect(),
        })
    }
}

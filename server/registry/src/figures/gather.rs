//! The figures of a month or a year, with what a screen and a report show beside them.

use super::checks::{Check, checks};
use super::count::count;
use super::indicators::Indicators;
use super::period::Period;
use super::sentence::sentence;
use crate::error::Result;
use crate::registry::Registry;
use crate::staff::{Officer, Right};
use crate::store::queries::figures as queries;
use chrono::NaiveDate;
use std::collections::BTreeMap;

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

impl Registry {
    /// Counts the figures of a period from the register's rows. `by` is `None` for the command on the machine itself.
    ///
    /// Errors: `Forbidden` without the right to see figures; `Inconsistent` for a row that can't be counted.
    pub async fn figures(&self, by: Option<&Officer>, period: Period) -> Result<Figures> {
        if let Some(officer) = by {
            officer.may(Right::SeeFigures)?;
        }
        let today = self.clock().today();
        let year = period.whole_year();
        let december = Period::month_of(year.before().last());
        let months = period.months_of_year();
        let all: Vec<Period> = std::iter::once(december).chain(months.iter().copied()).collect();
        let (first, last) = (december.key(), months.last().map_or(december.key(), |month| month.key()));
        let until = year.last().min(today);

        let mut tx = self.store().read().await?;
        let facets = queries::facets(&mut tx, first, last, until).await?;
        // A case lapses the day after its last day.
        let from = december.first().pred_opt().unwrap_or(december.first());
        let cases = queries::cases(&mut tx, from, until).await?;
        let totals = queries::totals(&mut tx, first, last, until).await?;
        let totals: BTreeMap<i64, i64> = totals.into_iter().map(|row| (row.act_month, row.n)).collect();
        let days = match period {
            Period::Month(_) => queries::marriages_by_day(&mut tx, period.key(), until).await?,
            Period::Year(_) => Vec::new(),
        };
        drop(tx);

        let counted = count(&all, &facets, &cases, today)?;
        let of = |month: &Period| counted.get(month).copied().unwrap_or_default();
        let sum = |until: NaiveDate| {
            let mut sum = Indicators::default();
            months.iter().filter(|month| month.first() <= until).for_each(|month| sum.add(&of(month)));
            sum
        };
        let (whole, year_to_date) = (sum(year.last()), sum(period.last()));
        let indicators = if let Period::Month(_) = period { of(&period) } else { whole };
        let before = match period {
            Period::Month(_) => of(&period.before()),
            Period::Year(_) => of(&december),
        };
        let acts = months
            .iter()
            .filter(|month| period == year || **month == period)
            .map(|month| totals.get(&month.key()).copied().unwrap_or_default())
            .sum();
        Ok(Figures {
            office: self.opening().await?.office.code.clone(),
            period,
            provisional: !period.is_over(today),
            checks: checks(period, &indicators, acts, before.divorce_open_at_end),
            sentence: sentence(year, &whole, today),
            indicators,
            before,
            year_to_date,
            months: months.iter().map(|month| (*month, of(month))).collect(),
            days: days.into_iter().map(|row| (row.act_date, row.n)).collect(),
        })
    }
}

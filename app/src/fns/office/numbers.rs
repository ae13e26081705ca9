//! 字号缺号: numbers of a year that were given and never entered.

use crate::fns::staff::{Gate, Me};
use leptos::prelude::*;

use crate::fns::staff::{behind, trouble};
use chrono::Datelike;
use law::{Lang, certificate::CertificateKind};
use registry::{RecordSystem, staff::Right};

/// The four series of a year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NumbersView {
    pub me: Me,
    pub year: i32,
    /// None where it would lie ahead.
    pub next: Option<i32>,
    pub series: Vec<SeriesView>,
    /// Numbers are allocated here, without a gap.
    pub own_numbers: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeriesView {
    /// 「结婚证」 and the beginning of its numbers.
    pub title: String,
    pub prefix: String,
    /// First number, last number, how many.
    pub gaps: Vec<(String, String, u32)>,
    pub missing: u32,
}

/// `year` as in the address; anything else is this year.
pub async fn numbers(year: Option<String>) -> Result<Gate<NumbersView>, ServerFnError> {
    behind(Right::SeeFigures, |seat, me| async move {
        let this = me.today.year();
        let year = year.and_then(|text| text.parse::<i32>().ok()).filter(|year| (1950..=this).contains(year));
        let year = year.unwrap_or(this);
        let in_numbers = u16::try_from(year).unwrap_or_default();
        let mut series = Vec::new();
        for kind in CertificateKind::ALL {
            let gaps = seat.registry.number_gaps(&seat.officer, *kind, in_numbers).await.map_err(trouble)?;
            let gaps: Vec<_> = gaps
                .into_iter()
                .map(|gap| {
                    let many = gap.to.serial() - gap.from.serial() + 1;
                    (gap.from.to_string(), gap.to.to_string(), many)
                })
                .collect();
            series.push(SeriesView {
                title: kind.title(Lang::Zh).to_owned(),
                prefix: format!("{kind}{}-{year:04}-", me.code),
                missing: gaps.iter().map(|(_, _, many)| many).sum(),
                gaps,
            });
        }
        let own_numbers = seat.registry.terms().record_system == RecordSystem::Own;
        Ok(NumbersView { year, next: (year < this).then_some(year + 1), series, own_numbers, me })
    })
    .await
}

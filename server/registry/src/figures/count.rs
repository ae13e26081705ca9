//! Rows of equal acts become the figures of each month.

use super::indicators::Indicators;
use super::period::Period;
use crate::error::{Error, Result};
use crate::register::{ActKind, Part, Prior, Reason, Related, Tier};
use crate::store::queries::figures::{CaseRow, FacetRow};
use crate::store::queries::notes::NotedRow;
use crate::store::queries::records::AnsweredRow;
use chrono::NaiveDate;
use law::registration_note::NoteKind;
use std::collections::BTreeMap;

/// The figures of each of `months`, as of `today` where a month is not over.
pub(super) fn count(
    months: &[Period],
    facets: &[FacetRow],
    cases: &[CaseRow],
    today: NaiveDate,
) -> Result<BTreeMap<Period, Indicators>> {
    let mut counted: BTreeMap<Period, Indicators> =
        months.iter().map(|month| (*month, Indicators::default())).collect();
    let keys: BTreeMap<i64, Period> = months.iter().map(|month| (month.key(), *month)).collect();
    for row in facets {
        if let Some(figures) = keys.get(&row.act_month).and_then(|month| counted.get_mut(month)) {
            add_acts(figures, row)?;
        }
    }
    for row in cases {
        let sign = match Part::parse(&row.part) {
            Some(Part::Opening) => row.n,
            Some(Part::Ending) => -row.n,
            None => return Err(Error::inconsistent(format!("an act's part called {}", row.part))),
        };
        for (month, figures) in &mut counted {
            add_cases(figures, *month, row, sign, today);
        }
    }
    for figures in counted.values_mut() {
        figures.total =
            figures.marriages + figures.divorce_applications + figures.divorces + figures.reissued();
    }
    Ok(counted)
}

/// What is counted beside the acts: notes on registrations, and requests for records.
pub(super) fn add_beside(
    counted: &mut BTreeMap<Period, Indicators>,
    noted: &[NotedRow],
    answered: &[AnsweredRow],
) -> Result<()> {
    for (month, figures) in counted {
        for row in noted.iter().filter(|row| row.act_month == month.key()) {
            match known(Some(&row.kind), NoteKind::parse)? {
                NoteKind::Revoked => figures.registrations_revoked += row.n,
                NoteKind::CourtVoid | NoteKind::CourtRevoked => figures.court_notes += row.n,
            }
        }
        for row in answered.iter().filter(|row| row.act_month == month.key()) {
            figures.records_answered += row.n;
            figures.records_copies += row.copies;
            figures.records_statements += row.statements;
        }
    }
    Ok(())
}

fn add_acts(figures: &mut Indicators, row: &FacetRow) -> Result<()> {
    let n = row.n;
    let kind =
        ActKind::parse(&row.act).ok_or_else(|| Error::inconsistent(format!("an act called {}", row.act)))?;
    match kind {
        ActKind::Marriage => add_marriages(figures, row)?,
        ActKind::DivorceApplication => figures.divorce_applications += n,
        ActKind::DivorceWithdrawal => figures.divorce_withdrawals += n,
        ActKind::DivorceRegistration => figures.divorces += n,
        ActKind::ReissueMarriage => figures.reissued_marriage += n,
        ActKind::ReissueDivorce => figures.reissued_divorce += n,
    }
    if matches!(kind, ActKind::ReissueMarriage | ActKind::ReissueDivorce) {
        match known(row.reason.as_deref(), Reason::parse)? {
            Reason::Lost => figures.reissued_lost += n,
            Reason::Damaged => figures.reissued_damaged += n,
            Reason::DataMismatch => figures.reissued_data_mismatch += n,
        }
    }
    Ok(())
}

fn add_marriages(figures: &mut Indicators, row: &FacetRow) -> Result<()> {
    let n = row.n;
    figures.marriages += n;
    match known(row.related.as_deref(), Related::parse)? {
        Related::Mainland => figures.marriages_mainland += n,
        other => {
            figures.marriages_foreign += n;
            *match other {
                Related::Foreigner | Related::Mainland => &mut figures.marriages_foreigner,
                Related::HongKong => &mut figures.marriages_hong_kong,
                Related::Macau => &mut figures.marriages_macau,
                Related::Taiwan => &mut figures.marriages_taiwan,
                Related::OverseasChinese => &mut figures.marriages_overseas_chinese,
            } += n;
        }
    }
    if row.restored {
        figures.restored_couples += n;
    }
    for prior in [&row.a_prior, &row.b_prior] {
        match known(prior.as_deref(), Prior::parse)? {
            Prior::Never => figures.first_marriage_persons += n,
            Prior::Divorced | Prior::Widowed | Prior::Married => figures.remarriage_persons += n,
        }
    }
    for band in [row.a_band, row.b_band] {
        match band {
            Some(20) => figures.age_20_24 += n,
            Some(25) => figures.age_25_29 += n,
            Some(30) => figures.age_30_34 += n,
            Some(35) => figures.age_35_39 += n,
            Some(40) => figures.age_40_up += n,
            other => return Err(Error::inconsistent(format!("a marriage in the age band {other:?}"))),
        }
    }
    match row.tier.as_deref().map(|tier| known(Some(tier), Tier::parse)).transpose()? {
        Some(Tier::County) => figures.marriages_county += n,
        Some(Tier::City) => figures.marriages_city += n,
        Some(Tier::Province) => figures.marriages_province += n,
        Some(Tier::Beyond) => figures.marriages_beyond += n,
        None => {}
    }
    Ok(())
}

/// A case without an ending lapses the day after its last day, and is open until then.
fn add_cases(figures: &mut Indicators, month: Period, row: &CaseRow, sign: i64, today: NaiveDate) {
    let end = month.last().min(today);
    let lapse = row.issuance_last.succ_opt().unwrap_or(NaiveDate::MAX);
    if (month.first()..=end).contains(&lapse) {
        figures.divorce_lapses += sign;
    }
    if (row.act_date..=row.issuance_last).contains(&end) {
        figures.divorce_open_at_end += sign;
    }
}

fn known<T>(text: Option<&str>, parse: fn(&str) -> Option<T>) -> Result<T> {
    text.and_then(parse).ok_or_else(|| Error::inconsistent(format!("an act with {text:?} in its figures")))
}

//! The year in the sentence that the bureau's report uses.

use super::indicators::Indicators;
use super::period::Period;
use chrono::{Datelike, NaiveDate};

/// 「全年共办理婚姻登记4783对，其中结婚登记1920对，…」; while the period runs, up to which day.
pub(super) fn sentence(period: Period, figures: &Indicators, today: NaiveDate) -> String {
    let span = match period {
        Period::Year(_) if period.is_over(today) => "全年".to_owned(),
        Period::Month(first) if period.is_over(today) => format!("{}月", first.month()),
        Period::Year(first) | Period::Month(first) => {
            let until = today.max(first);
            format!("{}月{}日至{}月{}日", first.month(), first.day(), until.month(), until.day())
        }
    };
    let Indicators { total, marriages, divorce_applications: applied, divorces, .. } = figures;
    let reissued = figures.reissued();
    format!(
        "{span}共办理婚姻登记{total}对，其中结婚登记{marriages}对，受理离婚申请{applied}对，\
         办理离婚登记{divorces}对，补领证{reissued}件。"
    )
}

//! The short reasons beside the dates on the sheet that both take home. Where the receipt's dates differ from our own
//! count, ours has nothing to explain and the reasons stay empty.

use chrono::{Datelike, NaiveDate};

use super::ApplicationDates;
use crate::Lang;
use crate::divorce_clock::{DivorceDates, Roll};
use crate::words;

/// Chinese sentences; empty where a date needs no reason.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SheetWords {
    /// 「第 30 天是2月15日 星期日，春节放假到2月23日，顺延。」
    pub why_thirty_last: String,
    /// 「这天不上班，最早5月6日 星期三可以办。」
    pub why_window_first: String,
    pub why_window_last: String,
}

impl SheetWords {
    /// `first_service` is the first day in the window on which this office serves; years are left out where they are
    /// `printed_on`'s.
    pub fn new(
        dates: &ApplicationDates,
        ours: &DivorceDates,
        first_service: Option<NaiveDate>,
        printed_on: NaiveDate,
    ) -> Self {
        let year = printed_on.year();
        let rolled = |ours: NaiveDate, counts: NaiveDate, roll: Option<&Roll>| match roll {
            Some(roll) if ours == counts => why(roll, year),
            _ => String::new(),
        };
        let opens = first_service.filter(|day| *day > dates.issuance_first);
        Self {
            why_thirty_last: rolled(
                ours.cooling_off_last,
                dates.cooling_off_last,
                ours.cooling_off_roll.as_ref(),
            ),
            why_window_first: opens
                .map(|day| format!("这天不上班，最早{}可以办。", words::date_zh(day, year)))
                .unwrap_or_default(),
            why_window_last: rolled(ours.issuance_last, dates.issuance_last, ours.issuance_roll.as_ref()),
        }
    }
}

fn why(roll: &Roll, year: i32) -> String {
    let nominal = words::date_zh(roll.nominal, year);
    let until = words::day(roll.rest.last, year, Lang::Zh);
    match roll.rest.holiday {
        Some(holiday) => format!("第 30 天是{nominal}，{}放假到{until}，顺延。", holiday.title(Lang::Zh)),
        None => format!("第 30 天是{nominal}，周末，顺延。"),
    }
}

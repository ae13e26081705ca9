//! The dates that an application goes by: counted by the clock, or typed from the national receipt, which wins.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::calendar::plus;
use crate::coded::{named, worded};
use crate::divorce_clock::{DivorceDates, PERIOD_DAYS, Phase};

/// Beyond this many days between the receipt's dates and ours a supervisor confirms: one of the two is likely wrong.
pub const FAR_APART: i64 = 15;

named! {
    /// Where the dates come from.
    pub enum DatesFrom {
        Computed = "computed",
        /// From the receipt that the national system printed.
        Typed = "typed",
    }
}

worded! {
    /// Why typed dates can't be right. Any other difference from ours stands.
    pub enum DatesFault {
        BadOrder = "bad_order":
            "日期先后不对：先受理，再是三十日的最后一天，再是可以登记的最后一天，请照回执再看一遍",
            "The dates are out of order: acceptance, end of the thirty days, last day to register; please check them";
        CoolingOffTooShort = "cooling_off_too_short":
            "三十日（冷静期）不满 30 天，请照回执再看一遍",
            "The first period has fewer than 30 days; please check the receipt again";
        IssuanceTooShort = "issuance_too_short":
            "可以登记的日子不满 30 天，请照回执再看一遍",
            "The period for registering has fewer than 30 days; please check the receipt again";
    }
}

/// The four dates of an application; days of Asia/Shanghai.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ApplicationDates {
    /// Day of acceptance; not counted (民法典 201).
    pub accepted: NaiveDate,
    /// Last day on which either one alone may withdraw.
    pub cooling_off_last: NaiveDate,
    /// First day on which both may register, maybe a day of rest.
    pub issuance_first: NaiveDate,
    /// Last day on which both may register.
    pub issuance_last: NaiveDate,
    pub from: DatesFrom,
}

/// By how many days the receipt's dates lie after ours (negative: before).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Difference {
    pub cooling_off_last: i64,
    pub issuance_last: i64,
}

impl ApplicationDates {
    /// The dates of the national receipt. 民法典 1077: an end may roll forward, but never comes before the thirtieth day.
    pub fn typed(
        accepted: NaiveDate,
        cooling_off_last: NaiveDate,
        issuance_last: NaiveDate,
    ) -> Result<Self, DatesFault> {
        if cooling_off_last <= accepted || issuance_last <= cooling_off_last {
            return Err(DatesFault::BadOrder);
        }
        if plus(accepted, PERIOD_DAYS).is_none_or(|earliest| cooling_off_last < earliest) {
            return Err(DatesFault::CoolingOffTooShort);
        }
        if plus(cooling_off_last, PERIOD_DAYS).is_none_or(|earliest| issuance_last < earliest) {
            return Err(DatesFault::IssuanceTooShort);
        }
        let issuance_first = cooling_off_last.succ_opt().ok_or(DatesFault::BadOrder)?;
        Ok(Self { accepted, cooling_off_last, issuance_first, issuance_last, from: DatesFrom::Typed })
    }

    /// What the law allows on `day`, office hours apart.
    pub fn phase(&self, day: NaiveDate) -> Phase {
        if day < self.accepted {
            Phase::NotYet
        } else if day <= self.cooling_off_last {
            Phase::CoolingOff
        } else if day <= self.issuance_last {
            Phase::Issuance
        } else {
            Phase::Lapsed
        }
    }

    /// 条例 16: the day from which the application counts as withdrawn.
    pub fn lapses_on(&self) -> NaiveDate {
        plus(self.issuance_last, 1).unwrap_or(NaiveDate::MAX)
    }

    /// How far these lie from ours.
    pub fn difference(&self, ours: &Self) -> Difference {
        let days = |theirs: NaiveDate, ours: NaiveDate| (theirs - ours).num_days();
        Difference {
            cooling_off_last: days(self.cooling_off_last, ours.cooling_off_last),
            issuance_last: days(self.issuance_last, ours.issuance_last),
        }
    }
}

impl From<&DivorceDates> for ApplicationDates {
    fn from(dates: &DivorceDates) -> Self {
        Self {
            accepted: dates.accepted,
            cooling_off_last: dates.cooling_off_last,
            issuance_first: dates.issuance_first,
            issuance_last: dates.issuance_last,
            from: DatesFrom::Computed,
        }
    }
}

impl Difference {
    pub const fn is_none(self) -> bool {
        self.cooling_off_last == 0 && self.issuance_last == 0
    }

    /// Whether a supervisor has to look at it.
    pub const fn needs_supervisor(self) -> bool {
        self.cooling_off_last.abs() > FAR_APART || self.issuance_last.abs() > FAR_APART
    }
}

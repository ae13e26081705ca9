//! The four dates of a divorce application: counted by the law's clock, or typed from the national receipt.

use super::closed::closed;
use chrono::{Days, NaiveDate};
use law::calendar::Calendar;
use law::divorce_clock::{ClockFault, DivorceDates, PERIOD_DAYS, RestDayPolicy, clock};

closed! {
    /// Where a case's dates come from.
    pub enum DatesFrom {
        Computed = "computed",
        /// From the receipt of the national system: it wins over ours.
        Typed = "typed",
    }
}

/// The dates of one application, days of Asia/Shanghai.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CaseDates {
    /// Day of acceptance; not counted (民法典 201).
    pub accepted: NaiveDate,
    /// Last day on which either one alone may withdraw.
    pub cooling_off_last: NaiveDate,
    /// First day of the second period.
    pub issuance_first: NaiveDate,
    /// Last day on which both may register; the case lapses the day after, whatever weekday that is.
    pub issuance_last: NaiveDate,
    pub from: DatesFrom,
}

/// Why typed dates can't be right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DatesFault {
    /// The thirty days of cooling-off would be cut short.
    CoolingOffTooShort,
    /// The thirty days of issuance would be cut short.
    IssuanceTooShort,
}

/// Which days the thirty-day periods roll over.
pub const fn policy() -> RestDayPolicy {
    RestDayPolicy::NonWorkingDay
}

impl CaseDates {
    /// Counts from the day of acceptance with the national calendar. Errors: before 2021, or out of range.
    pub fn computed(accepted: NaiveDate, calendar: &Calendar) -> Result<Self, ClockFault> {
        clock(accepted, calendar, policy()).map(Self::from)
    }

    /// The dates of the national receipt.
    pub fn typed(
        accepted: NaiveDate,
        cooling_off_last: NaiveDate,
        issuance_last: NaiveDate,
    ) -> Result<Self, DatesFault> {
        let period = Days::new(PERIOD_DAYS);
        // 民法典 1077: an end may roll forward over rest days, but never comes before the thirtieth day.
        if accepted.checked_add_days(period).is_none_or(|earliest| cooling_off_last < earliest) {
            return Err(DatesFault::CoolingOffTooShort);
        }
        if cooling_off_last.checked_add_days(period).is_none_or(|earliest| issuance_last < earliest) {
            return Err(DatesFault::IssuanceTooShort);
        }
        let issuance_first = cooling_off_last.succ_opt().ok_or(DatesFault::IssuanceTooShort)?;
        Ok(Self { accepted, cooling_off_last, issuance_first, issuance_last, from: DatesFrom::Typed })
    }

    /// 民法典 1077: either one alone, acceptance day and last day included.
    pub fn may_withdraw(&self, day: NaiveDate) -> bool {
        (self.accepted..=self.cooling_off_last).contains(&day)
    }

    /// 民法典 1077: both together, first and last day included.
    pub fn may_register(&self, day: NaiveDate) -> bool {
        (self.issuance_first..=self.issuance_last).contains(&day)
    }

    /// Whether a case without an ending is still open at the end of `day`.
    pub fn is_open_at_end_of(&self, day: NaiveDate) -> bool {
        (self.accepted..=self.issuance_last).contains(&day)
    }

    /// 条例 16: the day from which the application counts as withdrawn.
    pub fn lapses_on(&self) -> NaiveDate {
        self.issuance_last.succ_opt().unwrap_or(NaiveDate::MAX)
    }
}

impl From<DivorceDates> for CaseDates {
    fn from(dates: DivorceDates) -> Self {
        Self {
            accepted: dates.accepted,
            cooling_off_last: dates.cooling_off_last,
            issuance_first: dates.issuance_first,
            issuance_last: dates.issuance_last,
            from: DatesFrom::Computed,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[test]
    fn the_last_day_is_still_open_and_the_next_one_is_not() {
        let dates = CaseDates::computed(day(2026, 1, 16), &Calendar::embedded()).unwrap();
        assert_eq!(dates.issuance_last, day(2026, 3, 26));
        assert!(dates.may_register(day(2026, 3, 26)) && dates.is_open_at_end_of(day(2026, 3, 26)));
        assert!(!dates.may_register(day(2026, 3, 27)) && !dates.is_open_at_end_of(day(2026, 3, 27)));
        assert_eq!(dates.lapses_on(), day(2026, 3, 27));
    }

    #[test]
    fn typed_dates_stand_unless_they_cut_a_period_short() {
        let accepted = day(2026, 1, 16);
        let typed = |cooling: NaiveDate, last: NaiveDate| CaseDates::typed(accepted, cooling, last);
        assert!(typed(day(2026, 2, 15), day(2026, 3, 17)).is_ok());
        assert_eq!(typed(day(2026, 2, 14), day(2026, 3, 17)), Err(DatesFault::CoolingOffTooShort));
        assert_eq!(typed(day(2026, 2, 15), day(2026, 3, 16)), Err(DatesFault::IssuanceTooShort));
    }
}

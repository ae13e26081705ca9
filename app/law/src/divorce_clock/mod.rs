//! The two periods of thirty days in divorce by registration (民法典 1077, 200–204; 民发〔2020〕116号), counted in
//! whole days of Asia/Shanghai from the day of acceptance.

mod contract;
mod steps;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::calendar::{Calendar, DayKind, RestRun, plus};
use crate::coded::worded;

pub use contract::{DivorceDatesAnswer, StepAnswer};
pub use steps::{Step, StepKind};

/// Days in each of the two periods.
pub const PERIOD_DAYS: u64 = 30;

worded! {
    /// Why no dates can be given.
    pub enum ClockFault {
        /// 民法典 is in force since 2021-01-01; before it, divorce was registered on the day of application.
        BeforeCoolingOff = "before_cooling_off":
            "2021年1月1日以前没有三十日（冷静期），请填 2021 年以后的受理日期",
            "There was no thirty-day period before 1 January 2021; please enter a later day of acceptance";
        OutOfRange = "out_of_range":
            "这个日期太远，算不了，请核对年份",
            "This date is too far away to count from; please check the year";
    }
}

/// Which days count as 法定休假日 when a period ends on one.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RestDayPolicy {
    /// Weekends and holidays by the State Council's schedule; make-up workdays don't.
    #[default]
    NonWorkingDay,
    /// Only days that the schedule itself names.
    PublicHolidayOnly,
}

impl RestDayPolicy {
    /// Whether a period that ends on this day goes on.
    pub fn is_rest(self, calendar: &Calendar, date: NaiveDate) -> bool {
        match (self, calendar.day(date)) {
            (Self::NonWorkingDay, kind) => kind.is_rest(),
            (Self::PublicHolidayOnly, DayKind::Holiday(_)) => true,
            (Self::PublicHolidayOnly, DayKind::Workday | DayKind::Weekend | DayKind::MakeUpWorkday) => false,
        }
    }
}

/// An end of a period that fell on a rest day and moved (民法典 203).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Roll {
    /// The thirtieth day by plain counting.
    pub nominal: NaiveDate,
    /// The rest days it fell into.
    pub rest: RestRun,
    /// The day after they end.
    pub last: NaiveDate,
}

/// What the law allows on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Phase {
    /// Before the application was accepted.
    NotYet,
    /// Either one alone may withdraw.
    CoolingOff,
    /// Both together may register.
    Issuance,
    /// 视为撤回: the procedure has ended, a new application may be made.
    Lapsed,
}

/// All dates of one application.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct DivorceDates {
    /// Day of acceptance on the receipt; it isn't counted (民法典 201).
    pub accepted: NaiveDate,
    /// Day 1 of the thirty.
    pub cooling_off_first: NaiveDate,
    /// Day 30 by plain counting.
    pub cooling_off_nominal: NaiveDate,
    /// Last day of the thirty days; withdrawal is still possible, registration isn't.
    pub cooling_off_last: NaiveDate,
    /// First day of the second thirty days, maybe a holiday: a beginning never moves.
    pub issuance_first: NaiveDate,
    /// First day in it that is worked.
    pub issuance_first_service: NaiveDate,
    /// Day 30 of the second period by plain counting.
    pub issuance_nominal: NaiveDate,
    /// Last day on which both can register.
    pub issuance_last: NaiveDate,
    /// The day from which the application counts as withdrawn.
    pub lapses_on: NaiveDate,
    /// Whether a year without a published schedule had a part in it.
    pub provisional: bool,
    /// Whether the day of acceptance is one on which offices rest: worth a second look at the receipt.
    pub accepted_on_rest_day: bool,
    pub cooling_off_roll: Option<Roll>,
    pub issuance_roll: Option<Roll>,
}

/// The dates of an application accepted on `accepted`. The calendar is the national one, never the office's:
/// a Saturday on which the bureau opens for weddings is still a rest day.
pub fn clock(
    accepted: NaiveDate,
    calendar: &Calendar,
    policy: RestDayPolicy,
) -> Result<DivorceDates, ClockFault> {
    if accepted.year() < 2021 {
        return Err(ClockFault::BeforeCoolingOff);
    }
    count(accepted, calendar, policy).ok_or(ClockFault::OutOfRange)
}

fn count(accepted: NaiveDate, calendar: &Calendar, policy: RestDayPolicy) -> Option<DivorceDates> {
    let cooling_off_nominal = plus(accepted, PERIOD_DAYS)?;
    let (cooling_off_last, cooling_off_roll) = roll(cooling_off_nominal, calendar, policy)?;
    let issuance_first = plus(cooling_off_last, 1)?;
    let issuance_nominal = plus(cooling_off_last, PERIOD_DAYS)?;
    let (issuance_last, issuance_roll) = roll(issuance_nominal, calendar, policy)?;
    let issuance_first_service = calendar.workday_from(issuance_first)?;
    let latest_read = issuance_last.max(issuance_first_service);
    Some(DivorceDates {
        accepted,
        cooling_off_first: plus(accepted, 1)?,
        cooling_off_nominal,
        cooling_off_last,
        issuance_first,
        issuance_first_service,
        issuance_nominal,
        issuance_last,
        lapses_on: plus(issuance_last, 1)?,
        provisional: (accepted.year()..=latest_read.year()).any(|year| calendar.is_provisional(year)),
        accepted_on_rest_day: calendar.is_rest_day(accepted),
        cooling_off_roll,
        issuance_roll,
    })
}

/// 民法典 203: an end on a 法定休假日 moves to the day after the rest days end.
fn roll(nominal: NaiveDate, calendar: &Calendar, policy: RestDayPolicy) -> Option<(NaiveDate, Option<Roll>)> {
    let mut last = nominal;
    while policy.is_rest(calendar, last) {
        last = last.succ_opt()?;
    }
    let moved = (last != nominal).then(|| calendar.rest_run(nominal)).flatten();
    Some((
        last,
        moved.map(|rest| Roll {
            nominal,
            rest: RestRun { last: last.pred_opt().unwrap_or(last), ..rest },
            last,
        }),
    ))
}

impl DivorceDates {
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

    /// 民法典 1077: either one alone, from the day of acceptance to the last day of the thirty, both included.
    pub fn may_withdraw(&self, day: NaiveDate) -> bool {
        self.phase(day) == Phase::CoolingOff
    }

    /// 民法典 1077: both together, within the second period, both ends included.
    pub fn may_register(&self, day: NaiveDate) -> bool {
        self.phase(day) == Phase::Issuance
    }
}

//! What the office can set about booking, with defaults that other registries use.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use serde::{Deserialize, Serialize};

use crate::calendar::{Calendar, plus};

/// Natural days are counted from today; times are of Asia/Shanghai.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct BookingSettings {
    /// The first bookable day is this many natural days ahead: 1 means tomorrow.
    pub horizon_first: u32,
    /// The last bookable day is this many natural days ahead.
    pub horizon_last: u32,
    /// When the last day of the horizon is released, each day.
    pub release: NaiveTime,
    /// Until when a day can be booked, on the workday before it.
    pub cut_off: NaiveTime,
    /// How long a place is held while the form is filled in, in minutes; one extension is as long again.
    pub hold_minutes: u32,
    /// How long after confirming a booking can be undone as if it had never been, in minutes.
    pub undo_minutes: u32,
}

impl Default for BookingSettings {
    fn default() -> Self {
        Self {
            horizon_first: 1,
            horizon_last: 30,
            release: clock_time(8, 30),
            cut_off: clock_time(15, 0),
            hold_minutes: 10,
            undo_minutes: 10,
        }
    }
}

impl BookingSettings {
    /// The first day that can be booked online at `now`.
    pub fn first_day(&self, now: NaiveDateTime) -> NaiveDate {
        plus(now.date(), u64::from(self.horizon_first)).unwrap_or(NaiveDate::MAX)
    }

    /// The last released day at `now`: one day less before the release time.
    pub fn last_day(&self, now: NaiveDateTime) -> NaiveDate {
        let full = plus(now.date(), u64::from(self.horizon_last)).unwrap_or(NaiveDate::MAX);
        if now.time() >= self.release { full } else { full.pred_opt().unwrap_or(full) }
    }

    /// The moment at which a day that is still ahead is released, for 「未放」.
    pub fn released_at(&self, date: NaiveDate) -> NaiveDateTime {
        let ahead = TimeDelta::days(i64::from(self.horizon_last));
        date.checked_sub_signed(ahead).unwrap_or(NaiveDate::MIN).and_time(self.release)
    }

    /// From this moment on a day can't be booked any more: `cut_off` on the workday before it.
    pub fn closes_at(&self, date: NaiveDate, national: &Calendar) -> NaiveDateTime {
        national.workday_before(date).unwrap_or(NaiveDate::MIN).and_time(self.cut_off)
    }
}

/// A time known to exist; midnight can't happen for the constants above.
fn clock_time(hour: u32, minute: u32) -> NaiveTime {
    NaiveTime::from_hms_opt(hour, minute, 0).unwrap_or_default()
}

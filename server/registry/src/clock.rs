//! The time, handed in: the system's clock, or one set by hand for demonstrations and tests.

use chrono::{DateTime, NaiveDate, NaiveDateTime, SubsecRound, TimeDelta, Utc};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

/// Where "now" comes from. Cloning shares the same clock.
#[derive(Clone, Debug)]
pub struct Clock(Source);

#[derive(Clone, Debug)]
enum Source {
    System,
    /// Runs at the system's pace, shifted by this many milliseconds.
    Shifted(Arc<AtomicI64>),
    /// Stands still until set; milliseconds since the epoch.
    Standing(Arc<AtomicI64>),
}

impl Clock {
    /// The machine's clock.
    pub fn system() -> Self {
        Self(Source::System)
    }

    /// A clock that reads `start` now and runs on from there (`HALL_NOW`).
    pub fn starting_at(start: DateTime<Utc>) -> Self {
        let shift = start.timestamp_millis() - system_now().timestamp_millis();
        Self(Source::Shifted(Arc::new(AtomicI64::new(shift))))
    }

    /// A clock that stands at `at` until [`Clock::set`] moves it: for tests.
    pub fn standing_at(at: DateTime<Utc>) -> Self {
        Self(Source::Standing(Arc::new(AtomicI64::new(at.timestamp_millis()))))
    }

    /// Moves a clock that was set by hand; the system's own clock cannot be moved and stays.
    pub fn set(&self, at: DateTime<Utc>) {
        match &self.0 {
            Source::System => {}
            Source::Shifted(shift) => {
                shift.store(at.timestamp_millis() - system_now().timestamp_millis(), Ordering::Relaxed);
            }
            Source::Standing(now) => now.store(at.timestamp_millis(), Ordering::Relaxed),
        }
    }

    /// The present instant in UTC, to the millisecond: what both engines store without loss.
    pub fn now(&self) -> DateTime<Utc> {
        match &self.0 {
            Source::System => system_now(),
            Source::Shifted(shift) => system_now() + TimeDelta::milliseconds(shift.load(Ordering::Relaxed)),
            Source::Standing(now) => {
                DateTime::from_timestamp_millis(now.load(Ordering::Relaxed)).unwrap_or_default()
            }
        }
    }

    /// The civil date in the office (Asia/Shanghai, UTC+8 without summer time).
    pub fn today(&self) -> NaiveDate {
        self.local().date()
    }

    /// The civil date and time of day in the office.
    pub fn local(&self) -> NaiveDateTime {
        to_local(self.now())
    }
}

/// Civil time in the office (Asia/Shanghai) of an instant.
pub fn to_local(at: DateTime<Utc>) -> NaiveDateTime {
    // China has kept one zone without summer time since 1991.
    at.naive_utc() + TimeDelta::hours(8)
}

/// The instant of a civil time in the office (Asia/Shanghai).
pub fn from_local(at: NaiveDateTime) -> DateTime<Utc> {
    (at - TimeDelta::hours(8)).and_utc()
}

#[expect(clippy::disallowed_methods, reason = "the one place where the wall clock enters")]
fn system_now() -> DateTime<Utc> {
    Utc::now().trunc_subsecs(3)
}

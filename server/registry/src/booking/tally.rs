//! How many bookings were asked for in this process and what they came to, for a monitor.

use super::take::Booked;
use crate::error::{Error, Result};
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};

/// Counters since the start; a request that is sent again is counted again.
#[derive(Debug, Default)]
pub struct Tally {
    made: AtomicU64,
    full: AtomicU64,
    not_bookable: AtomicU64,
    other: AtomicU64,
}

impl Tally {
    pub(crate) fn count(&self, outcome: &Result<Booked>) {
        let counter = match outcome {
            Ok(_) => &self.made,
            Err(Error::SlotFull { .. }) => &self.full,
            Err(Error::NotBookable) => &self.not_bookable,
            Err(_) => &self.other,
        };
        counter.fetch_add(1, Relaxed);
    }

    /// Each outcome's stable name and how often it was given.
    pub fn outcomes(&self) -> [(&'static str, u64); 4] {
        [
            ("made", self.made.load(Relaxed)),
            ("slot_full", self.full.load(Relaxed)),
            ("not_bookable", self.not_bookable.load(Relaxed)),
            ("other", self.other.load(Relaxed)),
        ]
    }
}

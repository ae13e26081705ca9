//! The office's own calendar over the national one: closures and special openings. It decides what can be
//! booked, never how a legal period ends.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Days on which this office differs from the national calendar. A closure beats an opening.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfficeDays {
    /// Workdays on which the office is closed (move, power cut, training).
    #[serde(default)]
    pub closed: BTreeSet<NaiveDate>,
    /// Rest days on which it opens (5.20 on a Saturday). Divorce isn't served on these: registration takes a
    /// statutory workday.
    #[serde(default)]
    pub open: BTreeSet<NaiveDate>,
}

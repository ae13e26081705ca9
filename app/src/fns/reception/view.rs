//! What reception is shown. Names as they were given, numbers masked.

use crate::fns::staff::{Kept, Me};
use chrono::{NaiveDate, NaiveTime};
use law::service::{Persons, Service};
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReceptionView {
    pub me: Me,
    pub kept: Kept,
    /// Whether something was sought.
    pub sought: bool,
    pub found: Vec<FoundView>,
    pub offer: OfferView,
}

/// A booking that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundView {
    pub id: String,
    pub code: String,
    pub service: Service,
    pub date: NaiveDate,
    pub starts: NaiveTime,
    pub ends: NaiveTime,
    /// Name and masked number.
    pub persons: Vec<(String, String)>,
    /// 「还没到」, 「两位到」, 「已取消」.
    pub state: String,
    /// Today, and not cancelled.
    pub may_arrive: bool,
    /// Still ahead.
    pub may_move: bool,
    /// Nobody has come, and it stands.
    pub may_cancel: bool,
    /// The days it can be moved to, where that was asked for.
    pub moving: Option<Times>,
}

/// What can be booked for a caller.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfferView {
    pub service: Service,
    pub persons: Persons,
    pub times: Times,
    /// The time that was chosen: then the persons are asked for.
    pub slot: Option<TimeView>,
}

/// Days on offer, and the times of the one that was chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Times {
    pub days: Vec<OfferDay>,
    pub date: Option<NaiveDate>,
    pub times: Vec<TimeView>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfferDay {
    pub date: NaiveDate,
    /// 「余 12」, 「满」, 「今天」.
    pub words: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimeView {
    pub id: String,
    pub starts: NaiveTime,
    pub ends: NaiveTime,
    /// Places left; `None` where only the try tells (today, and after the cut-off).
    pub left: Option<u32>,
}

/// One person of a booking, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PartyField {
    pub name: String,
    pub id_type: String,
    pub id_number: String,
    pub phone: String,
    pub sex: String,
    pub birth: String,
    pub nationality: String,
}

impl PartyField {
    /// The fields by name, for what is kept.
    pub fn pairs(&self) -> [(&'static str, &String); 7] {
        [
            ("name", &self.name),
            ("id_type", &self.id_type),
            ("id_number", &self.id_number),
            ("phone", &self.phone),
            ("sex", &self.sex),
            ("birth", &self.birth),
            ("nationality", &self.nationality),
        ]
    }
}

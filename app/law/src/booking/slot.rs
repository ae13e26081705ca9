//! A slot's name: `marriage-20260210-1030`, the service, the day and the time of arrival.

use std::fmt;

use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

use crate::coded::worded;
use crate::service::Service;

worded! {
    /// A refused slot.
    pub enum SlotFault {
        Missing = "missing":
            "还没选时间，请选一个到场时间",
            "Please choose a time to arrive";
        Unknown = "unknown":
            "没有这个时间，请从列表里重新选",
            "There is no such time; please choose one from the list";
        Past = "past":
            "这个时间已经过了，请选后面的时间",
            "This time has passed; please choose a later one";
    }
}

/// Service, day and start in Asia/Shanghai. That it exists and has room only the store knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct SlotId {
    service: Service,
    date: NaiveDate,
    start: NaiveTime,
}

impl SlotId {
    /// The slot of whole minutes; seconds are cut off.
    pub fn new(service: Service, date: NaiveDate, start: NaiveTime) -> Self {
        use chrono::Timelike;
        let start = NaiveTime::from_hms_opt(start.hour(), start.minute(), 0).unwrap_or(start);
        Self { service, date, start }
    }

    /// Reads exactly what `Display` writes, nothing looser: a slot is chosen from a list, not typed.
    pub fn parse(text: &str) -> Result<Self, SlotFault> {
        if text.is_empty() {
            return Err(SlotFault::Missing);
        }
        let slot = split(text).ok_or(SlotFault::Unknown)?;
        if slot.to_string() == text { Ok(slot) } else { Err(SlotFault::Unknown) }
    }

    pub const fn service(self) -> Service {
        self.service
    }

    pub const fn date(self) -> NaiveDate {
        self.date
    }

    /// When to arrive.
    pub const fn start(self) -> NaiveTime {
        self.start
    }
}

fn split(text: &str) -> Option<SlotId> {
    let (rest, time) = text.rsplit_once('-')?;
    let (service, date) = rest.rsplit_once('-')?;
    let number = |part: &str, range| part.get(range).and_then(|d: &str| d.parse::<u32>().ok());
    let year = i32::try_from(number(date, 0..4)?).ok()?;
    Some(SlotId {
        service: Service::parse(service)?,
        date: NaiveDate::from_ymd_opt(year, number(date, 4..6)?, number(date, 6..8)?)?,
        start: NaiveTime::from_hms_opt(number(time, 0..2)?, number(time, 2..4)?, 0)?,
    })
}

impl fmt::Display for SlotId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}-{}", self.service, self.date.format("%Y%m%d"), self.start.format("%H%M"))
    }
}

impl TryFrom<String> for SlotId {
    type Error = SlotFault;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text)
    }
}

impl From<SlotId> for String {
    fn from(slot: SlotId) -> Self {
        slot.to_string()
    }
}

//! The moment of an act as the law needs it: which day, and whether the office serves then.

use chrono::NaiveDate;

/// The day of an act in Asia/Shanghai, with what the office's hours make of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct When {
    pub day: NaiveDate,
    /// The office has closed for the day: a last day is over (民法典 203 ②).
    pub closed: bool,
    /// The office doesn't serve on `day`; the first day after it on which it does.
    pub opens: Option<NaiveDate>,
}

impl When {
    /// During the hours of a day on which the office serves; for acts entered late, whose day is over anyway.
    pub const fn served(day: NaiveDate) -> Self {
        Self { day, closed: false, opens: None }
    }
}

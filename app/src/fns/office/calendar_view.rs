//! What the page of the national schedule is shown. Receipt numbers and dates; nobody is named.

use crate::fns::staff::{Kept, Me};
use chrono::NaiveDate;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarView {
    pub me: Me,
    pub kept: Kept,
    pub years: Vec<YearView>,
    /// The first year from this one on that nobody has imported.
    pub unknown: i32,
    /// The file as it was pasted.
    pub text: String,
    pub plan: Option<PlanView>,
    /// Whether this colleague may see which cases moved.
    pub sees_cases: bool,
    pub moved: Vec<MovedView>,
    pub to_check: Vec<MovedView>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YearView {
    pub year: i32,
    pub days_off: usize,
    pub make_up_days: usize,
}

/// What a file would change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanView {
    pub year: i32,
    pub is_new: bool,
    pub days_off: usize,
    pub make_up_days: Vec<NaiveDate>,
    pub changed: Vec<ChangedView>,
    pub moved: Vec<MovedView>,
    pub to_check: Vec<MovedView>,
    pub many_moved: usize,
    pub many_to_check: usize,
}

/// Days in a row that would become something else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangedView {
    pub first: NaiveDate,
    pub last: NaiveDate,
    pub before: String,
    pub after: String,
    /// Booked already for days that would be of rest.
    pub bookings: i64,
}

/// An open application whose dates move, or are to be checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MovedView {
    pub receipt_no: String,
    pub case: Option<String>,
    /// Last day of the thirty and last day to register.
    pub old: [NaiveDate; 2],
    pub new: [NaiveDate; 2],
    /// How many of the two have been told.
    pub told: usize,
}

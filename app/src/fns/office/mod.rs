//! The office behind the counter: today, figures and missing numbers, revocations, booking rules and days off,
//! colleagues, the log, settings.

mod act;
mod calendar;
mod calendar_view;
mod figures;
mod numbers;
mod read;
mod revocation;
mod revocation_view;
mod view;

pub use act::{
    AddColleague, Assess, ChangeBooking, ChangePlace, PartWith, ResetPassword, SetDay, TakeDayBack,
};
pub use calendar::{DropSchedule, ImportSchedule, LookAtSchedule, calendar};
pub use calendar_view::*;
pub use figures::figures;
pub use numbers::{NumbersView, SeriesView, numbers};
pub use read::{audit, booking_rules, settings, staff, today};
pub use revocation::{LookUpRegistration, NoteRegistration, revocation};
pub use revocation_view::*;
pub use view::*;

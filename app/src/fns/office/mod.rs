//! The office behind the counter: today, figures, booking rules and days, colleagues, the log, settings.

mod act;
mod figures;
mod read;
mod view;

pub use act::{
    AddColleague, Assess, ChangeBooking, ChangePlace, PartWith, ResetPassword, SetDay, TakeDayBack,
};
pub use figures::figures;
pub use read::{audit, booking_rules, settings, staff, today};
pub use view::*;

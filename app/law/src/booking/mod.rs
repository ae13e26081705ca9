//! The rules of booking that need no store: the code on the slip, the name of a slot, and why a day is closed.

mod code;
mod day_reason;
mod offer;
mod office_days;
mod settings;
mod slot;

pub use code::{BookingCode, CodeFault};
pub use day_reason::{DayQuestion, DayReason, Places, closed_sentence, day_reason};
pub use offer::offer_ends;
pub use office_days::OfficeDays;
pub use settings::BookingSettings;
pub use slot::{SlotFault, SlotId};

//! Booking a time, as the couple's pages ask for it.
//!
//! What was typed lives in a sealed [`draft`](draft::Draft) under an HttpOnly cookie, so that a form which can't be
//! taken is shown again from there and no error ever travels in an address. Every form answers with a redirect.

mod act;
mod cookie;
mod draft;
mod manage;
mod person;
mod read;
mod show;
mod tell;
mod view;
mod wait;

pub use act::{Answer, Cancel, ChooseDay, Confirm, Find, GivePerson, KeepLonger, MoveTo, TakeSlot};
pub use cookie::manage_cookie;
pub use manage::{booked, moving};
pub use read::{before, check, home, month, person, times};
pub use tell::{divorce_dates, paper};
pub use view::*;
pub use wait::{Join, LeaveLine, TakeOffer, wait_form, waiting};

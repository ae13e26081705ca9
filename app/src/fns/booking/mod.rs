//! Booking a time, as the couple's pages ask for it.
//!
//! What was typed lives in a sealed [`draft`](draft::Draft) under an HttpOnly cookie, so that a form which can't be
//! taken is shown again from there and no error ever travels in an address. Every form answers with a redirect.

mod act;
#[cfg(feature = "ssr")]
mod cookie;
#[cfg(feature = "ssr")]
mod draft;
#[cfg(feature = "ssr")]
mod person;
mod read;
#[cfg(feature = "ssr")]
mod show;
mod view;

pub use act::{Answer, Cancel, ChooseDay, Confirm, Find, GivePerson, KeepLonger, MoveTo, TakeSlot};
#[cfg(feature = "ssr")]
pub use cookie::manage_cookie;
pub use read::{before, booked, check, divorce_dates, finding, home, month, moving, paper, person, times};
pub use view::*;

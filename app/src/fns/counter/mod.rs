//! The registrar's workspace: today's lists, a booking, a case; and every act on a case.
//!
//! - `read` makes the whole page: lists, and what stands in the middle;
//! - `open` makes cases, holds them, takes them over; `person` writes down what the documents say;
//! - `step` makes the law's moves; `number` shows a full number once.
//!
//! A form that can't be taken is kept, sealed, under the session and the case, and shown again from there.

pub mod divorce;
#[cfg(feature = "ssr")]
mod keep;
#[cfg(feature = "ssr")]
mod lists;
mod number;
mod open;
mod person;
#[cfg(feature = "ssr")]
mod persons;
mod read;
pub mod records;
pub mod reissue;
#[cfg(feature = "ssr")]
mod show;
mod step;
#[cfg(feature = "ssr")]
mod story;
mod view;

pub use number::reveal;
pub use open::{Arrive, Hold, LetGo, OpenBooking, OpenNext, OpenWalkIn, TakeOver};
pub use person::{RecordPerson, RecordRemarks, SettleDifference};
pub use read::counter;
pub use step::{
    Accept, AskForPapers, CheckNetwork, CorrectNumbers, Declare, GiveEvidence, Issue, Leave, PassPreCheck,
    PassReview, Refuse, Register, Resume, VoidBooklet,
};
pub use view::*;

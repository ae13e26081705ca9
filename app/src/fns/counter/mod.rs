//! The registrar's workspace: today's lists, a booking, a case; and every act on a case.
//!
//! - `read` makes the whole page: lists, and what stands in the middle;
//! - `open` makes cases, holds them, takes them over; `person` writes down what the documents say;
//! - `step` makes the law's moves; `number` shows a full number once.
//!
//! A form that can't be taken is kept, sealed, under the session and the case, and shown again from there.

mod copy;
#[cfg(feature = "ssr")]
pub mod divorce;
#[cfg(feature = "ssr")]
mod keep;
#[cfg(feature = "ssr")]
mod lists;
#[cfg(feature = "ssr")]
mod moves;
mod number;
#[cfg(feature = "ssr")]
mod open;
#[cfg(feature = "ssr")]
mod person;
#[cfg(feature = "ssr")]
mod persons;
#[cfg(feature = "ssr")]
mod read;
#[cfg(feature = "ssr")]
pub mod records;
#[cfg(feature = "ssr")]
pub mod reissue;
#[cfg(feature = "ssr")]
mod show;
#[cfg(feature = "ssr")]
mod step;
#[cfg(feature = "ssr")]
mod story;
#[cfg(feature = "ssr")]
mod view;

pub use copy::{CopyItem, Copying, Row};
pub use number::reveal;
#[cfg(feature = "ssr")]
pub use {
    open::{Arrive, Hold, LetGo, OpenBooking, OpenNext, OpenWalkIn, TakeOver},
    person::{RecordPerson, RecordRemarks, SettleDifference},
    read::counter,
    step::{
        Accept, AskForPapers, CheckNetwork, CorrectNumbers, Declare, GiveEvidence, Issue, Leave,
        PassPreCheck, PassReview, Refuse, Register, Resume, VoidBooklet,
    },
    view::*,
};

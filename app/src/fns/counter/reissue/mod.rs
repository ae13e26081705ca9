//! A certificate issued again, at the counter: how the case is opened, what the page shows, every act on it.
//!
//! - `open` makes a case; `show` makes the page, `story` what happened;
//! - `found` writes down who asks, the registration and what the archive says, `step` makes every other move.

mod found;
mod hand;
mod open;
mod show;
mod step;
mod story;
mod view;

pub use found::{AskWho, CheckArchive, GiveProof, NameOriginal};
pub use open::{OpenReissue, OpenReissueBooking};
pub use show::case;
pub use step::{
    Accept, AskForPapers, CheckNetwork, CorrectNumbers, Declare, Issue, PassPreCheck, PassReview, Refuse,
    Reissue, Resume, VoidBooklet, Withdraw,
};
pub use view::*;

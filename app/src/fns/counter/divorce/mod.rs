//! A divorce case at the counter: how it is opened and called up, what the page shows, every act on it.
//!
//! - `open` makes a case, `visit` calls one up again; `show` makes the page, `story` what happened;
//! - `dates` accepts and dates, `withdraw` and `review` are the two ways back, `step` every other move;
//! - `board` is the office's sight of all of them.

mod board;
mod dates;
mod hand;
mod open;
mod review;
mod show;
mod step;
mod story;
mod view;
mod withdraw;

pub use board::{SuspendLapse, Tell, ToldPhone, board};
pub use dates::{Accept, AskSupervisor, ConfirmDates, CorrectDates};
pub use open::{CallUp, OpenApplication, OpenDivorceBooking, TakeUp};
pub use review::BeginReview;
pub use show::case;
pub use step::{
    AskForPapers, CheckNetwork, Close, CorrectNumbers, DoneForToday, EndQuestioning, Issue, Leave, NotAccept,
    OfferCounselling, PassPreCheck, PassReview, Question, RecordDocuments, RecordMarriage, Refuse, Register,
    Resume, SetCare, Sign, UndoRegistration, VoidBooklet,
};
pub use view::*;
pub use withdraw::Withdraw;

//! 查档案、开证明 at the counter: the page of a request, and what is written down in it.

mod act;
mod read;
mod view;

pub use act::{AnswerRecords, IdentifyAsker, LeaveRecords, OpenRecords, OpenRecordsWalkIn};
pub use read::records;
pub use view::*;

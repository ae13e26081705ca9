//! 查档案、开证明 at the counter: who asks and by what right, what was looked for, what was found and handed over.
//!
//! - `open` begins a request out of a booking or for somebody who just came, also late with its reason;
//! - `identify` writes down who asks, whose records, and the papers that were checked;
//! - `answer` writes down what the archive gave and counts it, or why nothing was searched;
//! - `show` tells where a request stands, persons masked.
//!
//! The law's state machine (`law::records_case`) decides which moves there are. The archive itself is paper: nothing of a
//! volume is stored here but its number.

mod answer;
mod file;
mod identify;
mod open;
mod show;

pub use answer::RawAnswer;
pub use identify::RawRequest;
pub use show::{AskerShown, PastRecord, RecordsCase, SoughtShown};

//! A marriage at the counter: 初审, 受理, 审查, 登记发证.
//!
//! - `open` makes a case out of a booking or for two who just came, `lease` gives it to one officer at a time;
//! - `person` writes down what the documents say and settles where the booking said otherwise;
//! - `advance` makes every legal move, `list` and `show` tell where a case stands, `reveal` shows a full number once;
//! - `papers` gathers what a paper of the case says.
//!
//! The law's state machine (`law::marriage_case`) decides which moves there are; here they are stored, numbered,
//! entered in the register and logged.

mod advance;
mod file;
mod lease;
mod list;
mod numbers;
mod open;
mod papers;
mod person;
mod reveal;
mod show;

pub use advance::{Grip, Numbers, Step};
pub use file::{CaseFile, CasePerson, Education, Particulars, Prior, Validity};
pub use list::CaseLine;
pub use open::{CaseSource, LateEntry};
pub use papers::{CasePaper, PaperContents};
pub use person::{Choice, RawParticulars};
pub use reveal::RevealReason;
pub use show::{Difference, MarriageCase, PastEvent};

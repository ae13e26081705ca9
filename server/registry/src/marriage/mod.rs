//! A marriage at the counter: 初审, 受理, 审查, 登记发证.
//!
//! - `open` makes a case out of a booking or for two who just came;
//! - `advance` makes every legal move, `entry` is what the register gets, `list` and `show` tell where a case stands;
//! - `papers` gathers what a paper of the case says.
//!
//! What it shares with every other case (lease, particulars, numbers) is in [`crate::case`]. The law's state machine
//! (`law::marriage_case`) decides which moves there are; here they are stored, numbered, entered in the register and
//! logged.

mod advance;
mod entry;
mod list;
mod open;
mod papers;
mod show;

pub use crate::case::{
    CaseFile, CasePerson, CaseSource, Choice, Difference, Education, Grip, LateEntry, Numbers, Particulars,
    Prior, RawParticulars, RevealReason, Validity,
};
pub use advance::Step;
pub use list::CaseLine;
pub use papers::{CasePaper, PaperContents};
pub(crate) use show::fold_rows;
pub use show::{MarriageCase, PastEvent};

//! A certificate issued again at the counter: 初审, 受理, 审查, 发证.
//!
//! - `open` makes a case out of a booking or for those who just came;
//! - `advance` makes every legal move: `plan` reads a step, `ask` who asks, `original` the registration that it is
//!   about, `entry` is what the register gets, `status` asks the register whether that status still stands;
//! - `replace` writes down which certificate is replaced, and `held` tells whether one is;
//! - `show` tells where a case stands, `papers` gathers what a paper of the case says.
//!
//! The law's state machine (`law::reissue_case`) decides which moves there are; here they are stored, numbered, entered
//! in the register and logged.

mod advance;
mod ask;
mod entry;
mod held;
mod open;
mod original;
mod papers;
mod plan;
mod replace;
mod show;
mod status;

pub use crate::case::{
    CaseFile, CasePerson, Choice, Difference, Education, Grip, MarriageFacts, Numbers, Particulars, Prior,
    ProxyPerson, RawParticulars, RevealReason, Validity,
};
pub use advance::ReissueStep;
pub use ask::{RawAsking, RawProxy};
pub use held::{HeldCertificate, Replacement};
pub use original::RawOriginal;
pub use papers::{ReissuePaper, ReissuePaperContents};
pub(crate) use show::fold_rows;
pub use show::{PastReissueEvent, ReissueCase};
pub(crate) use status::status_of;

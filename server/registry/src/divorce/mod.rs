//! A divorce at the counter: 申请, 受理, 三十日, 审查, 登记（发证）.
//!
//! - `open` makes a case for two who apply, `visit` calls it up again for a withdrawal or a registration, `find` knows by
//!   what they bring which it is;
//! - `advance` makes every legal move: `plan` reads a step and checks it against the day (`moment`), `accept` is what
//!   acceptance enters; `dates` and `recompute` are the dates that count and how they move;
//! - `confirm` and `suspend` are a supervisor's, `tell` writes down who was told, `board` lists what is due;
//! - `care` is the quiet flag, `show` everything that an officer sees, `papers` what a paper of the case says;
//! - `public` is all that anybody learns online.
//!
//! A lapse is nobody's act: it follows from the dates (`law::divorce_case`), and [`crate::register`] writes it down.

mod accept;
mod advance;
mod board;
mod care;
mod confirm;
mod dates;
mod document;
mod find;
mod moment;
mod open;
mod papers;
mod plan;
mod public;
mod recompute;
mod show;
mod suspend;
mod tell;
mod visit;

pub use crate::case::{
    CaseFile, CasePerson, Choice, Difference, Education, Grip, MarriageFacts, Numbers, Particulars, Prior,
    RawMarriage, RawParticulars, RevealReason, Validity,
};
pub use advance::DivorceStep;
pub use board::{BoardLine, DivorceBoard, MovedLine, ToConfirm};
pub use care::{Care, CareNote, CarePrompt};
pub use confirm::DatesConfirmation;
pub use dates::TypedDates;
pub use document::ShownDocument;
pub use moment::LateAct;
pub use papers::{DivorcePaper, DivorcePaperContents, PaperPerson};
pub use public::ShownDates;
pub(crate) use recompute::{Fate, Recompute};
pub(crate) use show::fold_rows;
pub use show::{DivorceCase, PastDivorceEvent};
pub use suspend::Suspension;
pub use tell::ToldBy;

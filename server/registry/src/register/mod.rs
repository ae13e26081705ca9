//! The register: every act done at the counter, entered here or imported, as the law and the figures know it.
//!
//! - `kind`, `person`, `deed` say what an act is; `facets` keeps in clear only what figures are counted from;
//! - `dates` are the four dates of a divorce application, computed or typed from the national receipt;
//! - `entry` prepares and seals an act outside the transaction, `enter` puts it into the register inside one;
//! - `correct` and `strike` put right what was entered, `lapse` writes down what the calendar has made true;
//! - `find` looks an act up, `gaps` lists certificate numbers that are missing.
//!
//! An act has an act date and an entry time; rules and figures use the act date.

mod closed;
mod correct;
mod dates;
mod deed;
mod enter;
mod entry;
mod facets;
mod find;
mod gaps;
mod kind;
mod lapse;
mod person;
mod strike;

pub(crate) use closed::closed;
pub use correct::correct_certificate;
pub use dates::{CaseDates, DatesFault, DatesFrom, policy};
pub use deed::Deed;
pub use enter::enter;
pub(crate) use entry::Prepared;
pub use entry::{NewAct, NewEntry};
pub use find::{Application, Standing, application};
pub use gaps::Gap;
pub use kind::{ActKind, Part, Prior, Reason, Related, Tier};
pub use lapse::Lapsed;
pub use person::Person;
pub(crate) use person::{StoredPerson, StoredPersons};
pub use strike::strike;

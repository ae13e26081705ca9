//! The marriage registration law as pure functions: no clock, no network, no store. It runs in the browser
//! for the instant word beside a field, and on the server for the truth.
//!
//! Every refusal is a variant of a closed enum with a stable `code()` and a plain sentence in both languages
//! by `words(Lang)`; [`field::words`] finds the sentence again from the field and the code that travelled in a
//! URL or in JSON. Dates are [`chrono::NaiveDate`] in Asia/Shanghai; whoever calls hands in today.

mod coded;
mod lang;
mod typing;

pub mod archive;
pub mod booking;
pub mod calendar;
pub mod certificate;
pub mod checklist;
pub mod divorce_case;
pub mod divorce_clock;
pub mod eligibility;
pub mod field;
pub mod identity;
pub mod marriage_case;
pub mod name;
pub mod phone;
pub mod records_case;
pub mod registration_note;
pub mod reissue_case;
pub mod service;
pub mod words;

pub use coded::Worded;
pub use lang::Lang;

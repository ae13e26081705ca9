//! What every case at the counter has in common, whatever the two came for.
//!
//! - `open` begins it, out of a booking or without, under a number of the day;
//! - `lease` gives it to one officer at a time, `grip` is what that officer writes with;
//! - `file` is what is known of the two, `person` writes it down, `differ` says where the booking said otherwise;
//! - `numbers` are those of certificates and booklets, `reveal` shows a full number once;
//! - `kind` tells which case it is, `booked` reads who is named in a booking that becomes a case.

mod booked;
mod differ;
mod file;
mod grip;
mod kind;
mod lease;
mod marriage;
mod numbers;
mod open;
mod person;
mod read;
mod reveal;

pub use differ::Difference;
pub use file::{CaseFile, CasePerson, Education, MarriageFacts, Particulars, Prior, ProxyPerson, Validity};
pub use grip::Grip;
pub use kind::CaseKind;
pub(crate) use lease::{LEASE, held_by, holder};
pub use marriage::RawMarriage;
pub use numbers::Numbers;
pub(crate) use numbers::{Desk, ReadCertificate, ReadNumbers, read_booklet};
pub(crate) use open::{Begun, NewRows, Open, number_of_day};
pub use open::{CaseSource, LateEntry};
pub use person::{Choice, RawParticulars};
pub(crate) use read::{SEATS, find_name};
pub use reveal::RevealReason;
pub(crate) use reveal::Sight;

/// The topic of the counter's lists.
pub(crate) const COUNTER: &str = "counter";

//! The log of every officer's act, chained by hash: nothing in it can be changed or left out unnoticed.
//!
//! An entry holds opaque ids and the SHA-256 of the act's stored bytes, never personal data. The head is printed on
//! the closing sheet and copied into backups, so that a log rewritten from some point on is found.

mod enter;
mod list;
mod verify;

pub use enter::{Act, enter};
pub use list::Entry;
pub use verify::{Checked, Head};

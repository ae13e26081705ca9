//! Our own papers: each has an identity that its QR code signs, a count of prints, and an end when it is replaced.

mod issue;
mod verify;

pub(crate) use issue::{NewPaper, Print};
pub use verify::{Checked, PaperStatus};

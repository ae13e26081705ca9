//! 撤销婚姻登记 and a court's word on a registration (条例 20): noted by a supervisor, with the documents that say so.
//!
//! - `look_up` finds the registration by the number on its certificate and shows masked persons only;
//! - `note` writes the note down, ends our issuing slip and counts it; the entry itself keeps everything;
//! - `read` gives a note back to the register, the review form and the list.

mod look_up;
mod note;
mod read;

pub use look_up::{FoundRegistration, MaskedPerson};
pub use note::RawNote;
pub(crate) use read::remark_on_case;
pub use read::{Note, NoteLine};

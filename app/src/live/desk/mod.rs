//! What moves on a desk: the keys, copying, a full number for 30 seconds, the lock over a page that stays as it is.

mod clipboard;
mod copying;
mod cover;
mod keys;
mod number;
mod print;
mod receipt;
mod sentence;

pub use copying::{CopyButton, CopyNext};
pub use cover::{Cover, LOCK_FORM};
pub use keys::Keys;
pub use number::Number;
pub use print::Print;
pub use receipt::{ReceiptDate, ReceiptDay, differs_by};
pub use sentence::CopySentence;

//! Reception: finds a booking by its code or a document, books for who calls or has no phone, moves, cancels with a
//! reason, marks who is here.

mod act;
mod read;
mod view;

pub use act::{CancelFor, FindByDocument, MoveFor, TakeFor};
pub use read::reception;
pub use view::*;

//! What is secret: the keys, and what is done with them.
//!
//! Names, numbers and phones at rest are sealed (XChaCha20-Poly1305, the row bound in); they are found again by keyed
//! hash. Keys lie in a file of their own, outside the database and outside backups.

mod hash;
mod keys;
mod random;
mod seal;
mod sign;
mod token;

pub use hash::PersonKey;
pub(crate) use hash::hex;
pub use keys::Vault;
pub use random::{new_id, random_bytes};
pub use sign::{PaperKind, PaperToken};
pub use token::{Secret, hash_secret};

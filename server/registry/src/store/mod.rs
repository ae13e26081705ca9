//! One store, two engines: SQLite in a file, or PostgreSQL for several machines.
//!
//! Reads take a snapshot with [`Store::read`]; every change goes through [`Store::write`]. The SQL is written once
//! (`queries/`) and runs on both engines; [`each_engine!`] is the only place that knows there are two.

pub mod copy;
mod migrate;
mod open;
pub mod queries;
mod tx;
mod write;

pub use open::Store;
pub use tx::Tx;
pub(crate) use tx::each_engine;
pub use write::Write;

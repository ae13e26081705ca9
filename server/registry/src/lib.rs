//! The office behind every screen: bookings, cases, register, figures, staff, audit, over one store.
//!
//! A part of the office is a folder; a thing it does is a file named by the verb. Everything is reached
//! through [`Registry`], which is cheap to clone and holds the store, the keys and the clock.

pub mod audit;
pub mod booking;
pub mod calendar;
pub mod case;
mod change_office;
pub mod clock;
pub mod divorce;
mod error;
pub mod figures;
pub mod import;
pub mod marriage;
pub mod office;
pub mod paper;
pub mod records;
pub mod register;
mod registry;
pub mod reissue;
pub mod revocation;
pub mod staff;
pub mod store;
mod untouched;
pub mod vault;

pub use clock::Clock;
pub use error::{Error, Fault, Result};
pub use registry::{OfficeDay, Opening, RecordSystem, Registry, Terms};

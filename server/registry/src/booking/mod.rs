//! Bookings: a time kept for two people (or one). A booking is not a registration.
//!
//! - [`Registry::availability`](crate::Registry::availability) says what is free.
//! - `hold` keeps a place for ten minutes while somebody types (a [`draft`]), `extend` once more.
//! - `wait` keeps a line for a full day: a place that comes free goes to the next in it ([`line`]).
//! - `take` makes the booking; `open` and `find` show it; `move`, `cancel` change it; `arrive` notes that they are here.
//!
//! Everything that takes a place locks the slot's row first and counts last (decision 4), so that a place is never
//! sold twice nor refused while free.

mod arrive;
mod availability;
mod cancel;
mod day;
mod draft;
mod find;
mod forget;
mod hold;
mod line;
mod r#move;
mod open;
mod request;
mod slot;
mod take;
mod tally;
mod wait;

pub use availability::{Availability, AvailabilityCache, DayOffer, Moment, SlotOffer};
pub use day::DayBooking;
pub use hold::Hold;
pub use open::{Booking, Opened};
pub(crate) use request::StoredParty;
pub use request::{Contact, Party, RawParty, Reading, Request};
pub use slot::Alternative;
pub use take::{Booked, Channel, Idempotency};
pub(crate) use take::{StoredParties, UnderReceipt};
pub use tally::Tally;
pub use wait::{WaitState, Waiting};

//! Every statement of the office, once for both engines: one function each, on `&mut Tx`.

pub mod audit;
pub mod bookings;
pub mod cases;
pub mod divorce;
pub mod divorce_dates;
pub mod drafts;
pub mod figures;
pub mod holds;
pub mod idempotency;
pub mod notes;
pub mod office;
pub mod papers;
pub mod records;
pub mod register;
pub mod reissue;
pub mod slots;
pub mod staff;
pub mod staging;
pub mod waits;

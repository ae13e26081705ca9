//! What happens in an office, told from outside, on both engines.

#![expect(clippy::expect_used, reason = "a story that can't be told has failed")]

mod a_couple;
mod api;
mod at_rest;
mod bad_input;
mod contract;
mod demonstration;
mod files;
mod forgetting;
mod gone_asker;
mod holds;
mod log;
mod one_live_booking;
mod reception;
mod schema;
mod staff;
mod waiting;

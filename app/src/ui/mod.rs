//! What all screens share.

pub mod elder;
pub mod lang;
pub mod layout;
pub mod mood;
pub mod not_found;
mod request;

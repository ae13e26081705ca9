//! Server functions: what the screens may ask of the office. Thin: read, call the registry, give plain views back.

pub mod booking;
pub mod counter;
pub mod office;
pub mod reception;
pub mod staff;

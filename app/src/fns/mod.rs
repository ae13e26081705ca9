//! Server functions: what the screens may ask of the office. Thin: read, call the registry, give plain views back.

#[cfg(feature = "ssr")]
pub mod booking;
pub mod counter;
#[cfg(feature = "ssr")]
pub mod office;
#[cfg(feature = "ssr")]
pub mod reception;
pub mod staff;

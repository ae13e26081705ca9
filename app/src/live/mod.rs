//! What a script takes over: a few islands in pages that are whole, and work, without them.
//!
//! Everything else is HTML from the server alone, so that a phone downloads the script of these few and no more. What
//! an island is given stands in the page's bytes: never a full number that the page does not show anyway. What only
//! a script can do has the class `needs-script`, what it makes needless `without-script`.

#[cfg(any(feature = "ssr", feature = "house"))]
pub mod desk;
pub mod document;
#[cfg(any(feature = "ssr", feature = "couple"))]
pub mod hold;
#[cfg(any(feature = "ssr", feature = "couple"))]
pub mod leave;
mod number;

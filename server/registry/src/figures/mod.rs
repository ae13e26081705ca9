//! The month's and the year's figures, counted from the register's rows each time they are asked for.
//!
//! `period` says which days, `indicators` what is counted, `count` counts, `checks` adds up what must agree
//! (DOMAIN §8.3), `sentence` says the year in the office's own words, `gather` puts it together.

mod checks;
mod count;
mod gather;
mod indicators;
mod period;
mod sentence;

pub use checks::Check;
pub use gather::Figures;
pub use indicators::{Indicators, Line};
pub use period::Period;

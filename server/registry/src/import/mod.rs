//! A file of acts is imported: read as a whole, judged, stored in batches that nobody sees, made visible at once.
//!
//! - `lines`, `fields` and `row` read one physical line into one act, `code` names what can be wrong with it;
//! - `survey` reads the file once and keeps an `outline` of each row, `known` looks up what the register has already;
//! - `judge` walks all acts in order of their dates and decides which can stand beside which;
//! - `stage` reads the file again and stores the good rows, `publish` makes them count, `clear` removes what a broken-off
//!   import has left; `run` does one after the other.
//!
//! The order of rows makes no difference: wherever two rows exclude each other, dates and contents decide.

mod clear;
mod clocks;
mod code;
mod column;
mod fields;
mod judge;
mod known;
mod lines;
mod outline;
mod person;
mod publish;
mod row;
mod run;
mod stage;
mod survey;

pub use code::Code;
pub use column::HEADER;
pub use run::{Import, Imported, Phase, Problem, Progress};

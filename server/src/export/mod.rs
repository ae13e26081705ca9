//! The office's figures as files: aligned text, CSV, and a spreadsheet. Figures hold no personal data.

mod comma_separated;
mod grid;
mod sheet;
mod text;

pub use comma_separated::csv;
pub use grid::Grid;
pub use sheet::xlsx;
pub use text::table;

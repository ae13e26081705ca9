//! The office's figures as files: aligned text, CSV, a spreadsheet, and a sheet of paper. Figures hold no personal data.

mod comma_separated;
mod grid;
mod sheet;
mod sheet_of_paper;
mod text;

pub use comma_separated::csv;
pub use grid::Grid;
pub use sheet::xlsx;
pub use sheet_of_paper::pdf;
pub use text::table;

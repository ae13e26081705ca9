//! Papers read back with the tools people read them with: poppler, qpdf, zbar.

mod reader;
mod samples;
mod slip;

//! Papers read back with the tools people read them with: poppler, qpdf, zbar.

mod every_paper;
mod fonts;
mod names;
mod notices;
mod reader;
mod samples;
mod slip;
mod statutory;

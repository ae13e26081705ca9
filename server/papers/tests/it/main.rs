//! Papers read back with the tools people read them with: poppler, qpdf, zbar.

#![expect(clippy::expect_used, reason = "a test stops where its tools or its samples fail")]

mod divorce;
mod every_paper;
mod figures;
mod fonts;
mod names;
mod notices;
mod reader;
mod reissue;
mod samples;
mod slip;
mod statutory;

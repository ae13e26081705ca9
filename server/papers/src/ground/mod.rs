//! What every paper stands on: measures, fonts, text, canvas, tables and codes.

pub(crate) mod canvas;
pub(crate) mod dates;
pub(crate) mod faces;
pub(crate) mod fonts;
pub(crate) mod linebreak;
pub(crate) mod qr;
pub(crate) mod rows;
pub(crate) mod sheet;
pub(crate) mod statutory;
pub(crate) mod table;
pub(crate) mod text;
pub(crate) mod units;

//! `migrate`: brings data folder, keys and schema up to date, and does nothing else. Every other command does the same first.

use super::{Refused, in_office};
use crate::settings::Settings;
use std::io::Write;

pub fn run(settings: &Settings) -> Result<(), Refused> {
    in_office(settings, async |office| {
        writeln!(std::io::stdout(), "{}: the schema is current", office.registry.store().engine())?;
        Ok(())
    })
}

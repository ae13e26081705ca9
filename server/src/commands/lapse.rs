//! `lapse`: writes down which divorce applications have ended by themselves; run again it changes nothing.

use super::{Refused, in_office};
use crate::settings::Settings;
use std::io::Write;

pub fn run(settings: &Settings) -> Result<(), Refused> {
    in_office(settings, async |office| {
        let lapsed = office.registry.write_lapses().await?;
        writeln!(std::io::stdout(), "written {}, taken back {}", lapsed.written, lapsed.taken_back)?;
        Ok(())
    })
}

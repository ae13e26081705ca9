//! `audit verify`: walks the log from its first entry and says whether it is whole.

use super::{Refused, in_office};
use crate::settings::Settings;
use clap::Subcommand;
use registry::audit::Checked;
use std::io::Write;

#[derive(Subcommand)]
pub enum Audit {
    /// Walk the whole chain; print how many entries it has and its head, as on the closing sheet.
    Verify,
}

impl Audit {
    pub fn run(self, settings: &Settings) -> Result<(), Refused> {
        let Self::Verify = self;
        in_office(settings, async |office| match office.registry.verify_audit().await? {
            Checked::Whole(head) => {
                writeln!(std::io::stdout(), "{} {}", head.entries, head.hash)?;
                Ok(())
            }
            Checked::BrokenAt(seq) => Err(Refused::Because(format!(
                "the log is broken at entry {seq}: from there on it was changed or cut; compare it with a backup"
            ))),
        })
    }
}

//! `keys rotate | export`: the office's keys, which lie outside the database and outside backups.

use super::{Refused, in_office};
use crate::{office::key_file, settings::Settings};
use clap::Subcommand;
use registry::vault::Vault;
use std::io::Write;

#[derive(Subcommand)]
pub enum Keys {
    /// Make a new key that seals what comes from now on; old keys stay, so that what they sealed still opens.
    Rotate,
    /// Print the key file, to be kept in a safe: without it nothing sealed can ever be read again.
    Export,
}

impl Keys {
    pub fn run(self, settings: &Settings) -> Result<(), Refused> {
        let path = key_file(settings);
        // Opened first, so that the keys are those of this database.
        in_office(settings, async |_| match self {
            Self::Rotate => {
                let current = Vault::rotate(&path)?;
                writeln!(std::io::stdout(), "{current}")?;
                eprintln!(
                    "server: restart `serve`, and copy {} to every machine of this office",
                    path.display()
                );
                Ok(())
            }
            Self::Export => {
                std::io::stdout().write_all(&std::fs::read(&path)?)?;
                Ok(())
            }
        })
    }
}

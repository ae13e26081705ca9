//! `config`: prints the commented default, to be saved as `hall.toml`.

use super::Refused;
use crate::settings::DEFAULT;
use std::io::Write;

pub fn run() -> Result<(), Refused> {
    std::io::stdout().write_all(DEFAULT.as_bytes())?;
    Ok(())
}

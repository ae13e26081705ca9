//! `backup FILE`: the whole SQLite database in one file, while `serve` goes on. The log's head is in it, the keys are not.

use super::{Refused, in_office};
use crate::{office::sqlite_file, settings::Settings};
use registry::store::copy;
use std::{io::Write, os::unix::fs::OpenOptionsExt, path::Path};

pub fn run(settings: &Settings, file: &Path) -> Result<(), Refused> {
    let Some(from) = sqlite_file(settings) else {
        return Err(Refused::Because(format!(
            "PostgreSQL has its own: pg_dump --format=custom --file={} \"$DATABASE_URL\"",
            file.display()
        )));
    };
    in_office(settings, async |office| {
        let head = office.registry.audit_head().await?;
        // For the owner alone; an existing file is never written over.
        let empty = std::fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(file);
        empty.map_err(|why| Refused::Because(format!("{}: {why}", file.display())))?;
        if let Err(error) = copy::sqlite(&from, file).await {
            // What is there is half a copy at most.
            let _ = std::fs::remove_file(file);
            return Err(error.into());
        }
        std::fs::File::open(file)?.sync_all()?;
        writeln!(std::io::stdout(), "{} {}", head.entries, head.hash)?;
        eprintln!(
            "server: the keys ({}) are not in it; keep them elsewhere",
            crate::office::key_file(settings).display()
        );
        Ok(())
    })
}

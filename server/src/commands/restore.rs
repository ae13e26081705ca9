//! `restore FILE`: puts a backup in place of an empty database, with the keys it was sealed with. Nothing in use is ever
//! written over.

use super::{Refused, in_office};
use crate::{office, office::sqlite_file, settings::Settings};
use registry::{audit::Checked, store::copy};
use std::{
    io::Write,
    path::{Path, PathBuf},
};

pub fn run(settings: &Settings, file: &Path) -> Result<(), Refused> {
    let Some(to) = sqlite_file(settings) else {
        return Err(Refused::Because(format!(
            "PostgreSQL has its own: pg_restore --clean --if-exists --dbname=\"$DATABASE_URL\" {}",
            file.display()
        )));
    };
    if !file.is_file() {
        return Err(Refused::Because(format!("{} is not a file", file.display())));
    }
    if to.exists() {
        in_office(settings, async |office| match office.registry.is_untouched().await? {
            true => Ok(()),
            false => Err(Refused::Because(format!(
                "{} is in use: stop `serve`, move it away with its -wal and -shm, then restore",
                to.display()
            ))),
        })?;
    }
    put_in_place(settings, file, &to)?;
    check(settings)
}

/// A copy beside the place, whole and checked, then one rename.
fn put_in_place(settings: &Settings, file: &Path, to: &Path) -> Result<(), Refused> {
    office::make_folder(settings)?;
    let beside = with_ending(to, ".restoring");
    let _ = std::fs::remove_file(&beside);
    super::runtime()?.block_on(async {
        if to.exists() {
            copy::alone(to).await?;
        }
        copy::sqlite(file, &beside).await
    })?;
    std::fs::File::open(&beside)?.sync_all()?;
    for ending in ["-wal", "-shm"] {
        // Most often there is none.
        let _ = std::fs::remove_file(with_ending(to, ending));
    }
    std::fs::rename(&beside, to)?;
    Ok(())
}

/// Opens what was restored: other keys are refused here, a cut log is told.
fn check(settings: &Settings) -> Result<(), Refused> {
    in_office(settings, async |office| match office.registry.verify_audit().await? {
        Checked::Whole(head) => {
            writeln!(std::io::stdout(), "{} {}", head.entries, head.hash)?;
            Ok(())
        }
        Checked::BrokenAt(seq) => {
            Err(Refused::Because(format!("restored, but its log is broken at entry {seq}")))
        }
    })
}

fn with_ending(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}

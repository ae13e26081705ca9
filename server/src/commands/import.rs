//! `import ACTS.csv`: takes a file of acts into the register, as a whole or with its bad rows put aside.

use super::{Refused, in_office};
use crate::settings::Settings;
use clap::Args;
use registry::Error;
use registry::import::{Import as Order, Imported, Phase, Progress};
use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

#[derive(Args)]
pub struct Import {
    /// The file of acts: UTF-8, comma-separated, with its header line.
    #[arg(value_name = "ACTS.csv")]
    file: PathBuf,
    /// Only look: tell what would be imported and what is wrong, and change nothing.
    #[arg(long)]
    dry_run: bool,
    /// Import the good rows and write the bad ones here; without it one bad row keeps the whole file out.
    #[arg(long, value_name = "FILE")]
    reject: Option<PathBuf>,
}

/// How often progress is told.
const EVERY: Duration = Duration::from_secs(1);

impl Import {
    pub fn run(self, settings: &Settings) -> Result<(), Refused> {
        if self.reject.as_deref().is_some_and(|reject| is_same_file(reject, &self.file)) {
            return Err(Refused::Because(
                "--reject must be another file than the one that is imported".into(),
            ));
        }
        in_office(settings, async |office| {
            let _alone = alone(settings)?;
            let order = Order { file: &self.file, dry_run: self.dry_run, reject: self.reject.as_deref() };
            let mut told = Instant::now();
            let imported = office.registry.import_acts(None, order, |progress| {
                if told.elapsed() >= EVERY {
                    told = Instant::now();
                    eprintln!("{}", words(progress));
                }
            });
            self.tell(&imported.await.map_err(explained)?)
        })
    }

    fn tell(&self, imported: &Imported) -> Result<(), Refused> {
        for problem in &imported.problems {
            eprintln!("{problem}");
        }
        let untold = imported.bad - imported.problems.len() as u64;
        if untold > 0 {
            eprintln!("{untold} more bad rows; {} in all", imported.bad);
        }
        let Imported { rows, good, skipped, bad, .. } = imported;
        if imported.refused {
            return Err(Refused::Because(format!(
                "nothing was imported: {bad} of {rows} rows are bad; correct them, or put them aside with --reject FILE"
            )));
        }
        let verb = if self.dry_run { "would import" } else { "imported" };
        writeln!(
            std::io::stdout(),
            "{verb} {good}, skipped {skipped} already here, rejected {bad}, of {rows} rows"
        )?;
        Ok(())
    }
}

fn words(progress: Progress) -> String {
    let Progress { phase, rows, per_mille } = progress;
    match phase {
        Phase::Reading => format!("read {rows} rows, {} % of the file", per_mille / 10),
        Phase::Judging => format!("read all {rows} rows, comparing them"),
        Phase::Storing => format!("stored {rows} rows, {} % of the file", per_mille / 10),
    }
}

/// One import at a time on this machine; the lock goes with the process, however it ends.
fn alone(settings: &Settings) -> Result<File, Refused> {
    let path = settings.data.join("import.lock");
    let file = File::create(&path).map_err(|why| Refused::Because(format!("{}: {why}", path.display())))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(std::fs::TryLockError::WouldBlock) => {
            Err(Refused::Because("another import is running; wait for its end and try again".into()))
        }
        Err(std::fs::TryLockError::Error(why)) => Err(Refused::Io(why)),
    }
}

fn is_same_file(one: &Path, other: &Path) -> bool {
    match (one.canonicalize(), other.canonicalize()) {
        (Ok(one), Ok(other)) => one == other,
        _ => false,
    }
}

fn explained(error: Error) -> Refused {
    match error {
        Error::Stale => Refused::Because(
            "the file or the register changed while it was imported; nothing of it counts: import it again"
                .into(),
        ),
        Error::Gone => Refused::Because("another import took over; nothing of this one counts".into()),
        other => Refused::Office(other),
    }
}

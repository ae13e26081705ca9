//! `calendar import FILE`: a year's national schedule takes the place of what is known of that year.

use super::{Refused, in_office};
use crate::settings::Settings;
use clap::Subcommand;
use law::{Lang, field};
use registry::{Error, calendar::read_schedule};
use std::io::Write;
use std::path::{Path, PathBuf};

#[derive(Subcommand)]
pub enum Calendar {
    /// Import the State Council's schedule of a year, as JSON in the form of holiday-cn. Open divorce applications without
    /// typed dates go by it from then on. Exit 1 where the file can't be right: nothing is changed.
    Import { file: PathBuf },
    /// The years whose schedules are known.
    List,
}

/// No schedule of a year comes near it.
const LARGEST: u64 = 256 * 1024;

impl Calendar {
    pub fn run(self, settings: &Settings) -> Result<(), Refused> {
        match self {
            Self::Import { file } => import(settings, &file),
            Self::List => list(settings),
        }
    }
}

fn import(settings: &Settings, file: &Path) -> Result<(), Refused> {
    let unread = |why: std::io::Error| Refused::Because(format!("{}: {why}", file.display()));
    if std::fs::metadata(file).map_err(unread)?.len() > LARGEST {
        return Err(Refused::Because(format!("{}: no schedule is that long", file.display())));
    }
    let text = std::fs::read_to_string(file).map_err(unread)?;
    let schedule = read_schedule(&text).map_err(|error| told(file, error))?;
    in_office(settings, async |office| {
        let done = office.registry.import_schedule(None, &schedule).await;
        let done = done.map_err(|error| told(file, error))?;
        let year = schedule.year;
        writeln!(
            std::io::stdout(),
            "{year}: {} days off, {} make-up workdays; {} open cases moved, {} to check",
            schedule.days.iter().filter(|day| day.is_off_day).count(),
            schedule.days.iter().filter(|day| !day.is_off_day).count(),
            done.moved,
            done.to_check,
        )?;
        Ok(())
    })
}

fn list(settings: &Settings) -> Result<(), Refused> {
    in_office(settings, async |office| {
        let opening = office.registry.opening().await?;
        for year in opening.known_years() {
            writeln!(
                std::io::stdout(),
                "{}: {} days off, {} make-up workdays",
                year.year,
                year.days_off,
                year.make_up_days
            )?;
        }
        Ok(())
    })
}

/// What is wrong with the file, in the law's own sentence, with the day where it is one.
fn told(file: &Path, error: Error) -> Refused {
    let Error::Invalid(faults) = &error else { return Refused::Office(error) };
    let words = faults.iter().find_map(|fault| field::words(&fault.field, &fault.code, Lang::En));
    let day = faults.iter().find(|fault| fault.field == "schedule_day").map(|fault| fault.code.as_str());
    match (words, day) {
        (Some(words), Some(day)) => Refused::Because(format!("{}: {day}: {words}", file.display())),
        (Some(words), None) => Refused::Because(format!("{}: {words}", file.display())),
        (None, _) => Refused::Office(error),
    }
}

//! `report --month 2024-05 | --year 2024`: the figures, counted from the register at this moment.

use super::{Cli, Refused, in_office};
use crate::export::{Grid, csv, pdf, table, xlsx};
use crate::office::Opened;
use crate::settings::Settings;
use clap::error::ErrorKind;
use clap::{Args, CommandFactory, ValueEnum};
use papers::Imprint;
use registry::figures::{Figures, Indicators, Period};
use serde::Serialize;
use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf};

#[derive(Args)]
pub struct Report {
    #[command(flatten)]
    period: Which,
    /// How to write it.
    #[arg(long, value_enum, default_value_t = Format::Table)]
    format: Format,
    /// Write it to this file instead of standard output.
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

#[derive(Args)]
#[group(required = true, multiple = false)]
struct Which {
    /// A month, written 2024-05.
    #[arg(long, value_parser = month)]
    month: Option<Period>,
    /// A year, written 2024.
    #[arg(long, value_parser = year)]
    year: Option<Period>,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Table,
    Json,
    Csv,
    Xlsx,
    Pdf,
}

/// The report for programs: these four members, the indicators by name.
#[derive(Serialize)]
struct Answer<'a> {
    office: &'a str,
    period: Period,
    provisional: bool,
    indicators: &'a Indicators,
}

impl Report {
    pub fn run(self, settings: &Settings) -> Result<(), Refused> {
        self.check_usage();
        let Some(period) = self.period.month.or(self.period.year) else {
            return Err(Refused::Because("give --month or --year".into()));
        };
        in_office(settings, async |office| {
            let figures = office.registry.figures(None, period).await?;
            let name = office.registry.opening().await?.office.name.clone();
            let bytes = match self.format {
                Format::Pdf => on_paper(&office, &name, figures).await?,
                _ => self.written(&name, figures)?,
            };
            self.put(&bytes)
        })
    }

    /// What clap can't know is answered as clap does, with exit code 2.
    fn check_usage(&self) {
        let wrong = |words: &str| Cli::command().error(ErrorKind::InvalidValue, words).exit();
        if self.out.is_none() && std::io::stdout().is_terminal() {
            match self.format {
                Format::Xlsx => wrong("a spreadsheet can't be shown on a terminal: give --out FILE.xlsx"),
                Format::Pdf => wrong("a PDF can't be shown on a terminal: give --out FILE.pdf"),
                Format::Table | Format::Json | Format::Csv => {}
            }
        }
    }

    fn written(&self, office: &str, figures: Figures) -> Result<Vec<u8>, Refused> {
        let failed = |why: &dyn std::fmt::Display| Refused::Because(why.to_string());
        Ok(match self.format {
            Format::Json => {
                let Figures { office, period, provisional, indicators, .. } = &figures;
                let answer = Answer { office, period: *period, provisional: *provisional, indicators };
                let text = serde_json::to_string_pretty(&answer).map_err(|why| failed(&why))?;
                format!("{text}\n").into_bytes()
            }
            Format::Csv => csv(&Grid::of(office, figures)).into_bytes(),
            Format::Xlsx => xlsx(&Grid::of(office, figures)).map_err(|why| failed(&why))?,
            // Paper is pressed beside; a table stands for it.
            Format::Table | Format::Pdf => table(&Grid::of(office, figures)).into_bytes(),
        })
    }

    fn put(&self, bytes: &[u8]) -> Result<(), Refused> {
        match &self.out {
            Some(path) => replace(path, bytes)
                .map_err(|why| Refused::Because(format!("{} can't be written: {why}", path.display()))),
            None => Ok(std::io::stdout().write_all(bytes)?),
        }
    }
}

/// The return with the log's head, as it is signed. Errors: a main font is missing.
async fn on_paper(office: &Opened, name: &str, figures: Figures) -> Result<Vec<u8>, Refused> {
    let head = office.registry.audit_head().await?;
    let printed_at = office.registry.clock().local();
    let imprint = Imprint { printed_at, reprint: None, specimen: office.demo };
    pdf(&office.press, name, &Grid::of(name, figures), imprint, head)
        .map_err(|why| Refused::Because(why.to_string()))
}

/// Written beside and moved into place: a report that was there stays whole until the new one is.
fn replace(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let mut beside = path.as_os_str().to_owned();
    beside.push(format!(".{}.new", std::process::id()));
    let beside = PathBuf::from(beside);
    std::fs::write(&beside, bytes)?;
    std::fs::rename(&beside, path)
}

fn month(text: &str) -> Result<Period, String> {
    match text.parse() {
        Ok(period @ Period::Month(_)) => Ok(period),
        _ => Err("a month is written 2024-05".to_owned()),
    }
}

fn year(text: &str) -> Result<Period, String> {
    match text.parse() {
        Ok(period @ Period::Year(_)) => Ok(period),
        _ => Err("a year is written 2024".to_owned()),
    }
}

//! The commands of the one program, one file each. Standard output carries only the result.

mod audit;
mod backup;
mod calendar;
mod config;
mod divorce_dates;
mod import;
mod keys;
mod lapse;
mod logs;
mod migrate;
mod report;
mod restore;
mod serve;
mod staff;
mod verify;

use crate::{
    office::{self, Opened, Purpose},
    settings::{Settings, SettingsError},
};
use clap::{Parser, Subcommand};
use std::path::PathBuf;

/// The marriage registry hall: booking, counter, papers, register, in one program.
#[derive(Parser)]
#[command(name = "server", version, about, arg_required_else_help = true)]
pub struct Cli {
    /// The settings file; without it `hall.toml` in this folder, if there is one.
    #[arg(long, global = true, env = "HALL_CONFIG", value_name = "FILE")]
    config: Option<PathBuf>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Serve the pages until told to stop.
    Serve(serve::Serve),
    /// Bring data folder, keys and schema up to date.
    Migrate,
    /// Take a file of acts into the register. Exit 1 where rows are bad, unless they are put aside.
    Import(import::Import),
    /// The figures of a month or a year.
    Report(report::Report),
    /// Write down which divorce applications have ended by themselves.
    Lapse,
    /// Colleagues and their passwords.
    #[command(subcommand)]
    Staff(staff::Staff),
    /// Both periods of thirty days of a divorce by registration, from the day of acceptance.
    DivorceDates(divorce_dates::DivorceDates),
    /// The national schedule of days off and make-up workdays.
    #[command(subcommand)]
    Calendar(calendar::Calendar),
    /// Check one of our papers: a token, the address in its QR code, or the PDF. Exit 1 where it isn't ours.
    Verify { paper: String },
    /// The log of every officer's act.
    #[command(subcommand)]
    Audit(audit::Audit),
    /// Copy the SQLite database into a file, while `serve` goes on. Prints the log's length and head.
    Backup { file: PathBuf },
    /// Put a backup in place of an empty database.
    Restore { file: PathBuf },
    /// The keys that everything personal is sealed with.
    #[command(subcommand)]
    Keys(keys::Keys),
    /// Print every setting with its default and what it means.
    Config,
}

/// Why a command was refused, told as one line on standard error.
#[derive(Debug, thiserror::Error)]
pub enum Refused {
    #[error(transparent)]
    Settings(#[from] SettingsError),
    #[error("{0}")]
    Io(#[from] std::io::Error),
    #[error("{}", words(.0))]
    Office(#[from] registry::Error),
    #[error("{0}")]
    Because(String),
}

/// Opens the office on whichever database it is, runs a command in it and waits for its end.
fn in_office(
    settings: &Settings,
    command: impl AsyncFnOnce(Opened) -> Result<(), Refused>,
) -> Result<(), Refused> {
    logs::start(settings);
    runtime()?.block_on(async { command(office::open(settings, Purpose::Command).await?).await })
}

fn runtime() -> std::io::Result<tokio::runtime::Runtime> {
    tokio::runtime::Builder::new_multi_thread().enable_all().build()
}

/// A refusal of the office in a line: the fields that are wrong, or why the store could not be reached.
fn words(error: &registry::Error) -> String {
    match error {
        registry::Error::Invalid(faults) => faults
            .iter()
            .map(|fault| format!("{}: {}", fault.field, fault.code))
            .collect::<Vec<_>>()
            .join("; "),
        registry::Error::Unavailable(why) | registry::Error::Inconsistent(why) => why.clone(),
        other => other.to_string(),
    }
}

impl Cli {
    pub fn run(self) -> Result<(), Refused> {
        let settings = || Settings::load(self.config.as_deref());
        match self.command {
            Command::Serve(serve) => serve.run(settings()?),
            Command::Migrate => migrate::run(&settings()?),
            Command::Import(import) => import.run(&settings()?),
            Command::Report(report) => report.run(&settings()?),
            Command::Lapse => lapse::run(&settings()?),
            Command::Staff(staff) => staff.run(&settings()?),
            Command::DivorceDates(dates) => dates.run(&settings()?),
            Command::Calendar(calendar) => calendar.run(&settings()?),
            Command::Verify { paper } => verify::run(&settings()?, &paper),
            Command::Audit(audit) => audit.run(&settings()?),
            Command::Backup { file } => backup::run(&settings()?, &file),
            Command::Restore { file } => restore::run(&settings()?, &file),
            Command::Keys(keys) => keys.run(&settings()?),
            Command::Config => config::run(),
        }
    }
}

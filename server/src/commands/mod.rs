//! The commands of the one program, one file each. Standard output carries only the result.

mod config;
mod logs;
mod serve;

use crate::settings::{Settings, SettingsError};
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

/// A refusal of the office in a line: the fields that are wrong, or why the store could not be reached.
fn words(error: &registry::Error) -> String {
    match error {
        registry::Error::Invalid(faults) => {
            faults.iter().map(|fault| format!("{}: {}", fault.field, fault.code)).collect::<Vec<_>>().join("; ")
        }
        registry::Error::Unavailable(why) | registry::Error::Inconsistent(why) => why.clone(),
        other => other.to_string(),
    }
}

impl Cli {
    pub fn run(self) -> Result<(), Refused> {
        match self.command {
            Command::Serve(serve) => serve.run(Settings::load(self.config.as_deref())?),
            Command::Config => config::run(),
        }
    }
}

//! The one program: reads the command line, runs the command, answers with 0 done, 1 refused, 2 wrong usage.

use clap::Parser;
use server::commands::Cli;
use std::process::ExitCode;

fn main() -> ExitCode {
    // clap itself answers wrong usage, with 2.
    match Cli::parse().run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(refusal) => {
            eprintln!("server: {refusal}");
            ExitCode::from(1)
        }
    }
}

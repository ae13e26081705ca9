//! Structured logs on standard error: text for a person, JSON for a machine.

use crate::settings::{LogFormat, Settings};
use tracing_subscriber::EnvFilter;

/// Starts logging. Nothing in them is a name, a number, a token, a query or a body: see `http::log`.
pub fn start(settings: &Settings) {
    let filter = EnvFilter::try_new(&settings.log).unwrap_or_else(|_| EnvFilter::new("info"));
    let logs =
        tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).with_target(false);
    // A second start in the same process (a test) keeps the first.
    let _ = match settings.log_format {
        LogFormat::Text => logs.with_ansi(false).try_init(),
        LogFormat::Json => logs.json().flatten_event(true).try_init(),
    };
}

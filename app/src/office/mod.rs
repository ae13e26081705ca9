//! The office behind the counter: today, figures, booking, colleagues, the log, settings.

pub mod side;

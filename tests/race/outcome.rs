//! Counts how many attempts came to what.

use registry::{Error, Result};

/// What many attempts came to.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    pub sold: usize,
    /// Refused as full, with other times that are free.
    pub full: usize,
    /// Refused as not bookable, without a word why.
    pub not_bookable: usize,
    /// Anything else: there must be none.
    pub wrong: Vec<String>,
}

impl Outcome {
    pub fn of<T>(results: Vec<Result<T>>) -> Self {
        let mut outcome = Self::default();
        for result in results {
            outcome.add(result);
        }
        outcome
    }

    pub fn add<T>(&mut self, result: Result<T>) {
        match result {
            Ok(_) => self.sold += 1,
            Err(Error::SlotFull { alternatives }) if !alternatives.is_empty() => self.full += 1,
            Err(Error::NotBookable) => self.not_bookable += 1,
            Err(error) => self.wrong.push(format!("{error:?}")),
        }
    }
}

//! Slows down guessing: wrong tries are counted by what was tried and from where, never by address alone.

use crate::error::{Error, Result};
use chrono::{DateTime, TimeDelta, Utc};
use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

/// Wrong tries within a while, in this process. After the allowed number each further try waits out the while.
#[derive(Debug)]
pub struct Limiter {
    allowed: u32,
    within: TimeDelta,
    wrong: Mutex<HashMap<String, Vec<DateTime<Utc>>>>,
}

/// Above this many keys the oldest are forgotten, so that memory stays bounded.
const KEYS: usize = 10_000;

impl Limiter {
    pub fn new(allowed: u32, within: TimeDelta) -> Self {
        Self { allowed, within, wrong: Mutex::default() }
    }

    /// `TooMany` with the seconds to wait when this key has used up its tries.
    pub fn check(&self, key: &str, now: DateTime<Utc>) -> Result<()> {
        let wrong = self.wrong.lock().unwrap_or_else(PoisonError::into_inner);
        let recent: Vec<_> =
            wrong.get(key).into_iter().flatten().filter(|at| **at + self.within > now).collect();
        match recent.first() {
            Some(first) if recent.len() >= self.allowed as usize => {
                let wait = (**first + self.within - now).num_seconds().max(1);
                Err(Error::TooMany { retry_after: u32::try_from(wait).unwrap_or(u32::MAX) })
            }
            _ => Ok(()),
        }
    }

    /// Remembers a wrong try.
    pub fn count(&self, key: &str, now: DateTime<Utc>) {
        let mut wrong = self.wrong.lock().unwrap_or_else(PoisonError::into_inner);
        if wrong.len() >= KEYS {
            wrong.retain(|_, tries| tries.last().is_some_and(|at| *at + self.within > now));
        }
        let tries = wrong.entry(key.to_owned()).or_default();
        tries.retain(|at| *at + self.within > now);
        tries.push(now);
    }

    /// Forgets the wrong tries after a right one.
    pub fn forgive(&self, key: &str) {
        self.wrong.lock().unwrap_or_else(PoisonError::into_inner).remove(key);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sixth_wrong_try_waits_and_another_key_does_not() {
        let limiter = Limiter::new(5, TimeDelta::minutes(10));
        let now = DateTime::UNIX_EPOCH;
        for _ in 0..5 {
            assert!(limiter.check("wang", now).is_ok());
            limiter.count("wang", now);
        }
        assert!(matches!(limiter.check("wang", now), Err(Error::TooMany { retry_after: 600 })));
        assert!(limiter.check("li", now).is_ok());
        assert!(limiter.check("wang", now + TimeDelta::minutes(10)).is_ok());
        limiter.forgive("wang");
        assert!(limiter.check("wang", now).is_ok());
    }
}

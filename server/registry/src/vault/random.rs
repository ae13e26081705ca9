//! Randomness, from the operating system, in one place.

use crate::error::{Error, Result};
use chrono::{DateTime, Utc};
use uuid::Uuid;

/// `N` random bytes from the operating system.
pub fn random_bytes<const N: usize>() -> Result<[u8; N]> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|error| Error::Unavailable(format!("no randomness: {error}")))?;
    Ok(bytes)
}

/// A new identifier (UUID version 7): in order of time, so that rows made together lie together.
pub fn new_id(now: DateTime<Utc>) -> Result<Uuid> {
    let millis = u64::try_from(now.timestamp_millis()).unwrap_or_default();
    Ok(uuid::Builder::from_unix_timestamp_millis(millis, &random_bytes::<10>()?).into_uuid())
}

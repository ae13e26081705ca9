//! An act enters the log, in the transaction that stores it.

use crate::error::Result;
use crate::store::Tx;
use crate::store::queries::audit::{EntryRow, insert, lock_head, set_head};
use chrono::{DateTime, Utc};
use sha2::{Digest, Sha256};
use uuid::Uuid;

/// What an officer did: opaque ids and a verb.
#[derive(Debug, Clone)]
pub struct Act<'a> {
    pub at: DateTime<Utc>,
    /// `None` for what the system wrote down by itself (a command, a nightly job).
    pub officer: Option<Uuid>,
    pub verb: &'a str,
    /// What it was done to, as `case:…` or `booking:…`.
    pub subject: String,
    /// The bytes that were stored; only their hash is kept here.
    pub stored: &'a [u8],
}

/// Appends the act to the chain. Called last in a transaction: the head's row is the last lock in the order.
pub async fn enter(tx: &mut Tx, act: Act<'_>) -> Result<()> {
    let before = lock_head(tx).await?;
    let mut entry = EntryRow {
        seq: before.seq,
        at: act.at,
        officer: act.officer,
        verb: act.verb.to_owned(),
        subject: act.subject,
        act_hash: Sha256::digest(act.stored).to_vec(),
        hash: Vec::new(),
    };
    entry.hash = chain(&before.hash, &entry);
    insert(tx, &entry).await?;
    set_head(tx, &entry.hash).await
}

/// The hash of an entry over everything in it and the hash before it.
pub(super) fn chain(before: &[u8], entry: &EntryRow) -> Vec<u8> {
    let mut hash = Sha256::new();
    let officer = entry.officer.unwrap_or_default();
    let at = entry.at.timestamp_millis().to_be_bytes();
    let seq = entry.seq.to_be_bytes();
    let parts: [&[u8]; 7] = [
        before,
        &seq,
        &at,
        officer.as_bytes(),
        entry.verb.as_bytes(),
        entry.subject.as_bytes(),
        &entry.act_hash,
    ];
    for part in parts {
        hash.update((part.len() as u64).to_be_bytes());
        hash.update(part);
    }
    hash.finalize().to_vec()
}

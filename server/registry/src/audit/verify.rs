//! Walks the whole chain and says whether it is whole.

use super::enter::chain;
use crate::error::{Error, Result};
use crate::registry::Registry;
use crate::store::queries::audit::{after, head};
use crate::vault::hex;

/// The end of the chain: how many entries there are, and the last hash in hexadecimal.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Head {
    pub entries: i64,
    pub hash: String,
}

/// What a walk along the chain found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Checked {
    Whole(Head),
    /// The first entry that does not follow from the one before it.
    BrokenAt(i64),
}

const AT_ONCE: i64 = 1000;

impl Registry {
    /// The log's head, as printed on the closing sheet.
    pub async fn audit_head(&self) -> Result<Head> {
        let head = head(&mut self.store().read().await?).await?;
        Ok(Head { entries: head.seq, hash: hex(&head.hash) })
    }

    /// Walks the chain from its beginning.
    pub async fn verify_audit(&self) -> Result<Checked> {
        let mut tx = self.store().read().await?;
        let end = head(&mut tx).await?;
        let (mut seq, mut hash) = (0, vec![0; 32]);
        loop {
            let entries = after(&mut tx, seq, AT_ONCE).await?;
            let last = i64::try_from(entries.len()).map_err(Error::inconsistent)? < AT_ONCE;
            for entry in entries {
                if entry.seq > end.seq {
                    break;
                }
                if entry.seq != seq + 1 || entry.hash != chain(&hash, &entry) {
                    return Ok(Checked::BrokenAt(seq + 1));
                }
                (seq, hash) = (entry.seq, entry.hash);
            }
            if last || seq >= end.seq {
                break;
            }
        }
        Ok(match seq == end.seq && hash == end.hash {
            true => Checked::Whole(Head { entries: seq, hash: hex(&hash) }),
            false => Checked::BrokenAt(seq + 1),
        })
    }
}

//! Forgets what was only kept for a while: drafts, sessions, idempotency keys, and who was named in bookings of long ago.

use chrono::{DateTime, TimeDelta, Utc};
use registry::{
    Registry, Result,
    store::{
        Tx, Write,
        queries::{drafts, idempotency, staff},
    },
};

/// How long an idempotency key is remembered (the API's contract).
const KEY_KEPT: TimeDelta = TimeDelta::days(7);

/// How many rows of each went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Forgotten {
    pub drafts: u64,
    pub sessions: u64,
    pub keys: u64,
    pub bookings: u64,
    pub waits: u64,
}

/// Forgets what has run out by the office's clock.
pub async fn forget(registry: &Registry) -> Result<Forgotten> {
    let bookings = registry.forget_old_bookings().await?;
    let waits = registry.forget_old_waits().await?;
    registry.store().write(Forget { now: registry.clock().now(), bookings, waits }).await
}

struct Forget {
    now: DateTime<Utc>,
    /// Forgotten before, to be told with the rest.
    bookings: u64,
    waits: u64,
}

impl Write for Forget {
    type Out = Forgotten;

    async fn run(&self, tx: &mut Tx) -> Result<Forgotten> {
        Ok(Forgotten {
            drafts: drafts::remove_expired(tx, self.now).await?,
            sessions: staff::remove_ended_sessions(tx, self.now).await?,
            bookings: self.bookings,
            waits: self.waits,
            keys: idempotency::forget_before(tx, self.now - KEY_KEPT).await?,
        })
    }
}

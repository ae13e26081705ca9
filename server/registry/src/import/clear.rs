//! What a broken-off import has left is cleared away: it never counted, and never will.

use crate::audit::{Act, enter};
use crate::error::Result;
use crate::registry::Registry;
use crate::store::queries::staging::{abandon_all, clear_abandoned};
use crate::store::{Tx, Write};
use chrono::{DateTime, Utc};
use std::time::Duration;

/// How many rows go in one short transaction.
const AT_ONCE: i64 = 500;

struct Abandon {
    now: DateTime<Utc>,
}

impl Write for Abandon {
    type Out = ();

    async fn run(&self, tx: &mut Tx) -> Result<()> {
        let abandoned = abandon_all(tx, self.now).await?;
        if abandoned > 0 {
            let subject = "imports".to_owned();
            let stored = abandoned.to_be_bytes();
            enter(
                tx,
                Act { at: self.now, officer: None, verb: "import_abandoned", subject, stored: &stored },
            )
            .await?;
        }
        Ok(())
    }
}

struct Clear;

impl Write for Clear {
    type Out = u64;

    async fn run(&self, tx: &mut Tx) -> Result<u64> {
        clear_abandoned(tx, AT_ONCE).await
    }
}

/// Abandons every import that is not published, one that still runs elsewhere included, and removes their rows.
pub(super) async fn clear(registry: &Registry) -> Result<()> {
    registry.store().write(Abandon { now: registry.clock().now() }).await?;
    while registry.store().write(Clear).await? > 0 {
        // Bookings come first.
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    Ok(())
}

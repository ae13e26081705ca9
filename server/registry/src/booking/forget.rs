//! Ninety days after its day nothing personal of a booking is kept: whoever came has a file of their own.

use crate::error::Result;
use crate::registry::Registry;
use crate::store::queries::bookings::{forget_before, unname_before};
use crate::store::{Tx, Write};
use chrono::{Days, NaiveDate};

/// Natural days after the day of the visit.
const KEPT: Days = Days::new(90);

struct Forget {
    before: NaiveDate,
}

impl Write for Forget {
    type Out = u64;

    async fn run(&self, tx: &mut Tx) -> Result<u64> {
        unname_before(tx, self.before).await?;
        forget_before(tx, self.before).await
    }
}

impl Registry {
    /// Forgets who was named in bookings of long ago; how many. Times and slots stay for the figures, and such a booking is
    /// found no more.
    pub async fn forget_old_bookings(&self) -> Result<u64> {
        self.store().write(Forget { before: self.clock().today() - KEPT }).await
    }
}

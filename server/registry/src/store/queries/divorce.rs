//! Divorce cases: their visits and notes, dates that moved, suspended days, and the acts they stand on.

use crate::error::Result;
use crate::store::{Tx, each_engine};
use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

/// The persons of an act that bears a certificate number.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct PairRow {
    pub a_key: Vec<u8>,
    pub b_key: Option<Vec<u8>>,
}

impl PairRow {
    /// Whether it is these two's, in whatever order.
    pub fn is_of(&self, one: &[u8], other: &[u8]) -> bool {
        let second = self.b_key.as_deref();
        (self.a_key == one && second == Some(other)) || (self.a_key == other && second == Some(one))
    }
}

/// Whose certificate this number stands on, as far as the register knows.
pub async fn by_certificate(tx: &mut Tx, number: &str) -> Result<Option<PairRow>> {
    each_engine!(tx, |conn| sqlx::query_as("SELECT a_key, b_key FROM acts WHERE certificate_no = $1")
        .bind(number)
        .fetch_optional(conn)
        .await)
    .map_err(Into::into)
}

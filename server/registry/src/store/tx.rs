//! A connection on which queries run, whichever engine it belongs to.

use sqlx::pool::PoolConnection;
use sqlx::{Postgres, Sqlite};

/// One connection, inside a transaction. Queries are functions on `&mut Tx`.
#[derive(Debug)]
pub enum Tx {
    Sqlite(PoolConnection<Sqlite>),
    Postgres(PoolConnection<Postgres>),
}

/// Runs the same expression on either engine's connection: the SQL is written once, the types are each engine's own.
macro_rules! each_engine {
    ($tx:expr, |$conn:ident| $body:expr) => {
        match $tx {
            $crate::store::Tx::Sqlite(connection) => {
                let $conn = &mut **connection;
                $body
            }
            $crate::store::Tx::Postgres(connection) => {
                let $conn = &mut **connection;
                $body
            }
        }
    };
}
pub(crate) use each_engine;

impl Tx {
    /// Runs a statement that takes no values (`BEGIN`, `SAVEPOINT one`).
    pub(super) async fn command(&mut self, sql: &'static str) -> Result<(), sqlx::Error> {
        each_engine!(self, |conn| sqlx::query(sql).execute(conn).await.map(|_| ()))
    }
}

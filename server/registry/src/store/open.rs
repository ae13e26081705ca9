//! Opens the store that the address names and keeps its connections.

use super::write::{Door, Turns};
use super::{Tx, Write, migrate};
use crate::error::{Error, Result};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{Connection, PgPool, SqlitePool};
use std::str::FromStr;
use std::time::Duration;

/// The office's store. Cloning shares it.
#[derive(Clone)]
pub struct Store(Engine);

#[derive(Clone)]
enum Engine {
    Sqlite { readers: SqlitePool, door: Door },
    Postgres { pool: PgPool, turns: Turns },
}

impl Store {
    /// Opens `sqlite:PATH` or `postgres://…`, brings the schema up to date and starts the writer.
    ///
    /// Errors: `Unavailable` with the engine's own words when the address is wrong or nobody answers.
    pub async fn open(address: &str) -> Result<Self> {
        if address.starts_with("postgres:") || address.starts_with("postgresql:") {
            Self::open_postgres(address).await
        } else if address.starts_with("sqlite:") {
            Self::open_sqlite(address).await
        } else {
            Err(Error::Unavailable(format!(
                "database_url must start with sqlite: or postgres://, not {:?}",
                address.split(':').next().unwrap_or_default()
            )))
        }
    }

    async fn open_sqlite(address: &str) -> Result<Self> {
        let options = SqliteConnectOptions::from_str(address)?
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .foreign_keys(true)
            .busy_timeout(Duration::from_secs(10))
            .pragma("temp_store", "memory");
        // An import touches the leaves of nine indexes in no order: what does not fit is written twice.
        let writing = options.clone().pragma("cache_size", "-32768");
        let writers = SqlitePoolOptions::new()
            .max_connections(1)
            .idle_timeout(None)
            .max_lifetime(None)
            .connect_with(writing.optimize_on_close(true, None))
            .await?;
        migrate::sqlite(&writers).await?;
        let readers = SqlitePoolOptions::new()
            .max_connections(8)
            .connect_with(options.pragma("cache_size", "-8192").pragma("query_only", "on"))
            .await?;
        let door = Door::open(Tx::Sqlite(writers.acquire().await?));
        Ok(Self(Engine::Sqlite { readers, door }))
    }

    async fn open_postgres(address: &str) -> Result<Self> {
        let options = PgConnectOptions::from_str(address)?
            .options([("lock_timeout", "3s"), ("statement_timeout", "30s"), ("timezone", "UTC")])
            .application_name("registry hall");
        let pool = PgPoolOptions::new()
            .max_connections(24)
            .acquire_timeout(Duration::from_secs(10))
            .connect_with(options)
            .await?;
        migrate::postgres(&pool).await?;
        let turns = Turns::new(pool.clone());
        Ok(Self(Engine::Postgres { pool, turns }))
    }

    /// A connection to read from; on SQLite one that cannot write.
    pub async fn read(&self) -> Result<Tx> {
        Ok(match &self.0 {
            Engine::Sqlite { readers, .. } => Tx::Sqlite(readers.acquire().await?),
            Engine::Postgres { pool, .. } => Tx::Postgres(pool.acquire().await?),
        })
    }

    /// Runs a verb in a transaction and answers after it is durable.
    pub async fn write<W: Write>(&self, verb: W) -> Result<W::Out> {
        match &self.0 {
            Engine::Sqlite { door, .. } => door.write(verb).await,
            Engine::Postgres { turns, .. } => turns.write(verb).await,
        }
    }

    /// Lets PostgreSQL look over a table after many new rows, so that figures are counted from the index alone; SQLite
    /// needs no such look. It can't stand in a transaction, and takes longer than any query may.
    pub(crate) async fn settle(&self, table: &'static str) -> Result<()> {
        let Engine::Postgres { pool, .. } = &self.0 else { return Ok(()) };
        // Closed afterwards: the pool's other connections keep their limit.
        let mut connection = pool.acquire().await?.detach();
        sqlx::query("SET statement_timeout = 0").execute(&mut connection).await?;
        let look = sqlx::AssertSqlSafe(format!("VACUUM (ANALYZE) {table}"));
        sqlx::query(look).execute(&mut connection).await?;
        connection.close().await?;
        Ok(())
    }

    /// Which engine this is, for logs and metrics.
    pub fn engine(&self) -> &'static str {
        match &self.0 {
            Engine::Sqlite { .. } => "sqlite",
            Engine::Postgres { .. } => "postgres",
        }
    }
}

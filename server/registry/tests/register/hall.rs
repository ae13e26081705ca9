//! An office on a fresh store, with a clock that stands where the story wants it.

use chrono::{NaiveDate, NaiveTime};
use registry::clock::from_local;
use registry::import::{Import, Imported, Progress};
use registry::store::{Store, Tx};
use registry::vault::Vault;
use registry::{Clock, RecordSystem, Registry, Result, Terms};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

static NEXT: AtomicU32 = AtomicU32::new(0);

/// An office and the folder its files lie in.
pub struct Hall {
    pub registry: Registry,
    pub clock: Clock,
    pub folder: PathBuf,
}

/// Runs the story on each engine there is.
pub async fn on_each_engine(today: NaiveDate, story: impl AsyncFn(&Hall)) {
    let hall = Hall::on_sqlite(today).await;
    story(&hall).await;
    hall.clear();
    if let Ok(server) = std::env::var("HALL_TEST_POSTGRES") {
        let hall = Hall::on_postgres(&server, today).await;
        story(&hall).await;
        hall.clear();
    }
}

pub fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

impl Hall {
    pub async fn on_sqlite(today: NaiveDate) -> Self {
        let folder = fresh_folder();
        let address = format!("sqlite:{}", folder.join("hall.db").display());
        Self::open(&address, folder, today).await
    }

    async fn on_postgres(server: &str, today: NaiveDate) -> Self {
        use sqlx::Connection;
        let folder = fresh_folder();
        let name = format!("hall_{}_{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        let mut connection = sqlx::PgConnection::connect(server).await.unwrap();
        let create = sqlx::AssertSqlSafe(format!("CREATE DATABASE {name}"));
        sqlx::query(create).execute(&mut connection).await.unwrap();
        let (before, _) = server.rsplit_once('/').unwrap();
        Self::open(&format!("{before}/{name}"), folder, today).await
    }

    async fn open(address: &str, folder: PathBuf, today: NaiveDate) -> Self {
        let noon = NaiveTime::from_hms_opt(12, 0, 0).unwrap();
        let clock = Clock::standing_at(from_local(today.and_time(noon)));
        let terms = Terms {
            record_system: RecordSystem::National,
            foreign_related: false,
            covers: Arc::new(|_| true),
        };
        let store = Store::open(address).await.unwrap();
        let registry = Registry::open(store, Vault::fresh().unwrap(), clock.clone(), terms).await.unwrap();
        Self { registry, clock, folder }
    }

    /// Moves the clock to noon of a day.
    pub fn set_today(&self, today: NaiveDate) {
        self.clock.set(from_local(today.and_time(NaiveTime::from_hms_opt(12, 0, 0).unwrap())));
    }

    /// Writes a file of acts beside the store.
    pub fn file(&self, name: &str, text: impl AsRef<[u8]>) -> PathBuf {
        let path = self.folder.join(name);
        std::fs::write(&path, text).unwrap();
        path
    }

    pub async fn import(&self, file: &Path) -> Imported {
        self.try_import(Import { file, dry_run: false, reject: None }).await.unwrap()
    }

    pub async fn try_import(&self, import: Import<'_>) -> Result<Imported> {
        self.registry.import_acts(None, import, |_: Progress| {}).await
    }

    /// How many rows a query counts, on whichever engine.
    pub async fn count(&self, sql: &'static str) -> i64 {
        match &mut self.registry.store().read().await.unwrap() {
            Tx::Sqlite(connection) => sqlx::query_scalar(sql).fetch_one(&mut **connection).await.unwrap(),
            Tx::Postgres(connection) => sqlx::query_scalar(sql).fetch_one(&mut **connection).await.unwrap(),
        }
    }

    pub fn clear(self) {
        // What is left behind lies in the temporary folder.
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

fn fresh_folder() -> PathBuf {
    let number = NEXT.fetch_add(1, Ordering::Relaxed);
    let folder = std::env::temp_dir().join(format!("hall-register-{}-{number}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

/// The sample year that the product is shown with.
pub const SAMPLE: &str = include_str!("../../../../tests/data/acts.csv");

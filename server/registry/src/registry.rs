//! The office as a whole: one value that every request holds, cheap to clone.

use crate::booking::{AvailabilityCache, Tally};
use crate::clock::Clock;
use crate::error::{Error, Result};
use crate::office::Office;
use crate::staff::Limiter;
use crate::store::queries::{audit, office as queries};
use crate::store::{Store, Tx, Write};
use crate::vault::Vault;
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use law::calendar::Calendar;
use std::collections::BTreeMap;
use std::sync::{Arc, PoisonError, RwLock};

/// The office behind every screen. Cloning shares it.
#[derive(Clone)]
pub struct Registry(Arc<Inner>);

struct Inner {
    store: Store,
    vault: Vault,
    clock: Clock,
    terms: Terms,
    opening: RwLock<(DateTime<Utc>, Arc<Opening>)>,
    availability: AvailabilityCache,
    sign_in_limit: Limiter,
    code_limit: Limiter,
    tally: Tally,
}

/// Whose numbers a certificate bears.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RecordSystem {
    /// Numbers are typed from the national system, which stays the system of record.
    National,
    /// Demonstration and training: numbers are allocated here, papers bear a watermark.
    Own,
}

/// How this installation works; fixed while the process runs.
#[derive(Clone)]
pub struct Terms {
    pub record_system: RecordSystem,
    /// Whether this office registers marriages with a party who is not a mainland resident.
    pub foreign_related: bool,
    /// Whether any font has this character; statutory forms wait for staff where none has.
    pub covers: Arc<dyn Fn(char) -> bool + Send + Sync>,
}

/// What is open when: the office's settings and both calendars, at one moment.
#[derive(Debug, Clone)]
pub struct Opening {
    pub office: Office,
    /// The national calendar: feeds the law.
    pub calendar: Calendar,
    /// The office's own closures and special openings: feed only what can be booked.
    pub days: BTreeMap<NaiveDate, OfficeDay>,
    /// Raised with every change of any of it.
    pub version: i64,
}

/// A day on which the office departs from the national calendar, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OfficeDay {
    Closed(String),
    Open(String),
}

/// Another process may have changed settings or calendar; its change is seen after this.
const LOOK_AGAIN: TimeDelta = TimeDelta::seconds(2);
/// The topic that is raised with every change of settings or calendar.
pub(crate) const OPENING: &str = "opening";

impl Registry {
    /// Opens the office on its store with the usual rules, where the store knows no others yet.
    pub async fn open(store: Store, vault: Vault, clock: Clock, terms: Terms) -> Result<Self> {
        Self::open_as(store, vault, clock, terms, &Office::standard()).await
    }

    /// Opens the office on its store: makes what an empty one lacks and reads settings and calendar. `first` is what an
    /// empty store takes for the office's name, hours and rules; afterwards the store's own word counts.
    pub async fn open_as(
        store: Store,
        vault: Vault,
        clock: Clock,
        terms: Terms,
        first: &Office,
    ) -> Result<Self> {
        let now = clock.now();
        let office = serde_json::to_string(first).map_err(Error::inconsistent)?;
        store.write(Found { office, keys: vault.fingerprint(), now }).await?;
        let opening = read_opening(&mut store.read().await?).await?;
        Ok(Self(Arc::new(Inner {
            store,
            vault,
            clock,
            terms,
            opening: RwLock::new((now, Arc::new(opening))),
            availability: AvailabilityCache::default(),
            sign_in_limit: Limiter::new(5, TimeDelta::minutes(10)),
            code_limit: Limiter::new(10, TimeDelta::minutes(10)),
            tally: Tally::default(),
        })))
    }

    pub fn store(&self) -> &Store {
        &self.0.store
    }

    pub fn vault(&self) -> &Vault {
        &self.0.vault
    }

    pub fn clock(&self) -> &Clock {
        &self.0.clock
    }

    pub fn terms(&self) -> &Terms {
        &self.0.terms
    }

    /// What the bookings asked for in this process came to.
    pub fn tally(&self) -> &Tally {
        &self.0.tally
    }

    pub(crate) fn availability_cache(&self) -> &AvailabilityCache {
        &self.0.availability
    }

    pub(crate) fn sign_in_limit(&self) -> &Limiter {
        &self.0.sign_in_limit
    }

    pub(crate) fn code_limit(&self) -> &Limiter {
        &self.0.code_limit
    }

    /// Settings and calendars as they are now; at most two seconds behind a change made by another process.
    pub async fn opening(&self) -> Result<Arc<Opening>> {
        let now = self.clock().now();
        let (read_at, known) = {
            let guard = self.0.opening.read().unwrap_or_else(PoisonError::into_inner);
            (guard.0, guard.1.clone())
        };
        if now - read_at < LOOK_AGAIN && now >= read_at {
            return Ok(known);
        }
        let mut tx = self.store().read().await?;
        if queries::topic_version(&mut tx, OPENING).await? == known.version {
            self.0.opening.write().unwrap_or_else(PoisonError::into_inner).0 = now;
            return Ok(known);
        }
        self.reread_opening().await
    }

    /// Settings and calendars as last read, without asking the store: for what every page shows of the office.
    pub fn last_opening(&self) -> Arc<Opening> {
        self.0.opening.read().unwrap_or_else(PoisonError::into_inner).1.clone()
    }

    /// Reads settings and calendars again, after a change of our own.
    pub(crate) async fn reread_opening(&self) -> Result<Arc<Opening>> {
        let opening = Arc::new(read_opening(&mut self.store().read().await?).await?);
        *self.0.opening.write().unwrap_or_else(PoisonError::into_inner) =
            (self.clock().now(), opening.clone());
        self.availability_cache().clear();
        Ok(opening)
    }

    /// Whether the store really reads and writes, for `/readyz`.
    pub async fn check_ready(&self) -> Result<()> {
        self.store().write(Beat).await?;
        queries::topic_version(&mut self.store().read().await?, "beat").await.map(|_| ())
    }
}

async fn read_opening(tx: &mut Tx) -> Result<Opening> {
    let version = queries::topic_version(tx, OPENING).await?;
    let office =
        queries::setting(tx, "office").await?.ok_or_else(|| Error::inconsistent("no office is set up"))?;
    let office = serde_json::from_str(&office).map_err(Error::inconsistent)?;
    let days = queries::office_days(tx).await?;
    let days = days.into_iter().map(|row| match row.kind.as_str() {
        "closed" => Ok((row.date, OfficeDay::Closed(row.reason))),
        "open" => Ok((row.date, OfficeDay::Open(row.reason))),
        other => Err(Error::inconsistent(format!("an office day of kind {other}"))),
    });
    let days = days.collect::<Result<_>>()?;
    let national = queries::national_days(tx).await?;
    let calendar = crate::calendar::from_rows(&national)?;
    Ok(Opening { office, calendar, days, version })
}

/// Makes what an empty store lacks, and refuses one that other keys belong to.
struct Found {
    office: String,
    keys: String,
    now: DateTime<Utc>,
}

impl Write for Found {
    type Out = ();

    async fn run(&self, tx: &mut Tx) -> Result<()> {
        audit::make_head(tx).await?;
        if queries::setting(tx, "office").await?.is_none() {
            queries::put_setting(tx, "office", &self.office, None, self.now).await?;
        }
        if !queries::put_meta(tx, "keys", &self.keys).await?
            && queries::meta(tx, "keys").await?.as_deref() != Some(&self.keys)
        {
            return Err(Error::inconsistent(
                "the key file is not the one this database was sealed with; put its own key file back",
            ));
        }
        Ok(())
    }
}

struct Beat;

impl Write for Beat {
    type Out = ();

    async fn run(&self, tx: &mut Tx) -> Result<()> {
        queries::raise_topic(tx, "beat").await
    }
}

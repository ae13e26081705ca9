//! An office of its own for one test, on either engine, its clock standing until the test moves it.
//!
//! Three kinds of people use it: a couple (`book`, `open`), an officer of any role (`officer`), and whoever looks after the
//! machine (`store`, `count`).

#![expect(
    clippy::expect_used,
    clippy::missing_panics_doc,
    reason = "a test whose ground cannot be laid has failed"
)]

use crate::{Trouble, database, people};
use chrono::NaiveDateTime;
use law::{Lang, booking::SlotId, service::Service};
use registry::{
    Clock, RecordSystem, Registry, Result, Terms,
    booking::{Booked, Booking, Channel, Contact, RawParty, Reading, Request},
    clock::from_local,
    office::{Office as Settings, ServiceRule},
    staff::{NewOfficer, Officer, Role, SessionState},
    store::{Store, Tx, Write},
    vault::Vault,
};
use sqlx::Connection;
use std::{
    path::PathBuf,
    sync::{
        Arc,
        atomic::{AtomicU32, Ordering},
    },
};

/// On which store a test runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    Sqlite,
    Postgres,
}

/// Monday morning, the first of ten working days in a row.
pub const MORNING: &str = "2026-11-23T09:00:00";

pub struct Office {
    pub registry: Registry,
    pub clock: Clock,
    pub vault: Vault,
    pub engine: Engine,
    /// The store's address, for a second process.
    pub address: String,
    folder: PathBuf,
}

/// How the office is set up before it opens.
#[derive(Debug, Clone, Default)]
pub struct Plan {
    places: Option<u32>,
    foreign_related: bool,
}

impl Plan {
    /// So many places in every slot of every service.
    #[must_use]
    pub fn places(self, places: u32) -> Self {
        Self { places: Some(places), ..self }
    }

    /// An office that also registers marriages with a party from elsewhere.
    #[must_use]
    pub fn foreign_related(self) -> Self {
        Self { foreign_related: true, ..self }
    }

    /// `None` where this engine is not at hand.
    pub async fn open(self, engine: Engine) -> Option<Office> {
        let folder = crate::hall::fresh_folder("office").expect("a folder");
        let address = match engine {
            Engine::Sqlite => format!("sqlite:{}", folder.join("hall.db").display()),
            Engine::Postgres => database::fresh().await?,
        };
        let store = Store::open(&address).await.expect("a store");
        let (vault, clock) = (Vault::fresh().expect("keys"), Clock::standing_at(from_local(at(MORNING))));
        let terms = Terms {
            record_system: RecordSystem::National,
            foreign_related: self.foreign_related,
            covers: Arc::new(|_| true),
        };
        let first = self.places.map_or_else(Settings::standard, with);
        let registry =
            Registry::open_as(store, vault.clone(), clock.clone(), terms, &first).await.expect("an office");
        Some(Office { registry, clock, vault, engine, address, folder })
    }
}

impl Office {
    /// With the standard settings.
    pub async fn open(engine: Engine) -> Option<Self> {
        Plan::default().open(engine).await
    }

    /// Sets the clock to a civil time in Asia/Shanghai, as `2026-11-24T09:00:00`.
    pub fn at(&self, time: &str) {
        self.clock.set(from_local(at(time)));
    }

    /// The same office as another process sees it: same store and keys, its own caches.
    pub async fn again(&self) -> Registry {
        let store = Store::open(&self.address).await.expect("a store");
        let terms = self.registry.terms().clone();
        Registry::open(store, self.vault.clone(), self.clock.clone(), terms).await.expect("an office")
    }

    /// A request of couple number `n` for a slot.
    pub fn request(&self, n: usize, slot: &str) -> Request {
        let (a, b) = people::couple(n);
        self.read(slot, &a, Some(&b)).expect("a couple")
    }

    /// A request by what was typed.
    pub fn read(&self, slot: &str, a: &RawParty, b: Option<&RawParty>) -> Result<Request> {
        self.read_with(slot, a, b, true)
    }

    /// The same where reception books for a caller: no phone is needed.
    pub fn read_with(
        &self,
        slot: &str,
        a: &RawParty,
        b: Option<&RawParty>,
        phone_required: bool,
    ) -> Result<Request> {
        let slot = SlotId::parse(slot).expect("a slot");
        let rules = Reading { service: slot.service(), today: self.clock.today(), phone_required };
        Request::read(slot, a, b, Contact::None, Lang::Zh, rules)
    }

    /// Couple number `n` books.
    pub async fn book(&self, n: usize, slot: &str) -> Result<Booked> {
        self.registry.take(&self.request(n, slot), Channel::Api(None)).await
    }

    /// The booking as its holder sees it.
    pub async fn look(&self, booked: &Booked) -> Result<Booking> {
        self.registry.open_booking(&booked.code.to_string(), &booked.manage_token).await
    }

    /// A colleague of this role, signed in; a registrar with a passed assessment.
    pub async fn officer(&self, role: Role) -> Officer {
        self.sign_in(role).await.0
    }

    /// The same with the cookie of the session.
    pub async fn sign_in(&self, role: Role) -> (Officer, String) {
        static LAST: AtomicU32 = AtomicU32::new(0);
        let number = LAST.fetch_add(1, Ordering::Relaxed);
        let login = format!("{}{number}", role.as_str());
        let own = people::person("王五", &people::number("19800101", 2 * number as usize + 1), "");
        let rules = Reading { service: Service::Records, today: self.clock.today(), phone_required: false };
        let identity = registry::booking::Party::read(&own, "a", rules).expect("an officer").person;
        let new = NewOfficer {
            login: login.clone(),
            name: "王五".to_owned(),
            password: PASSWORD.to_owned(),
            roles: vec![role],
            identity: (role == Role::Registrar).then_some(identity),
        };
        let id = self.registry.add_officer(None, new).await.expect("a colleague");
        if role == Role::Registrar {
            self.registry.assess_officer(None, id, self.clock.today()).await.expect("assessed");
        }
        let secret =
            self.registry.sign_in(&login, PASSWORD.to_owned(), Some(1), "here").await.expect("signed in");
        match self.registry.session(secret.as_str()).await.expect("a session") {
            SessionState::Open(officer) => (officer, secret.as_str().to_owned()),
            SessionState::Locked(_) => panic!("a fresh session is locked"),
        }
    }

    /// How many places a slot has left, as everyone is told.
    pub async fn left(&self, slot: &str) -> u32 {
        let slot = SlotId::parse(slot).expect("a slot");
        let offer =
            self.again_cold().availability(slot.service(), slot.date(), 1).await.expect("availability");
        let left = offer.days[0].slots.iter().find(|other| other.id == slot);
        left.map_or(0, |slot| slot.left)
    }

    /// The answer to a statement that counts.
    pub async fn count(&self, sql: &'static str) -> i64 {
        match self.registry.store().read().await.expect("a connection") {
            Tx::Sqlite(mut connection) => {
                sqlx::query_scalar(sql).fetch_one(&mut *connection).await.expect(sql)
            }
            Tx::Postgres(mut connection) => {
                sqlx::query_scalar(sql).fetch_one(&mut *connection).await.expect(sql)
            }
        }
    }

    /// Does to the store what no part of the office would.
    pub async fn meddle(&self, sql: &'static str) {
        self.registry.store().write(Meddle { sql }).await.expect(sql);
    }

    /// Slots whose counter is not the number of their live bookings and holds.
    pub async fn miscounted(&self) -> i64 {
        self.count(MISCOUNTED).await
    }

    /// The same in a SQLite file that another program serves.
    pub async fn look_into(address: &str) -> Result<i64, Trouble> {
        let mut connection = sqlx::SqliteConnection::connect(address).await?;
        Ok(sqlx::query_scalar(MISCOUNTED).fetch_one(&mut connection).await?)
    }

    /// How many bookings stand.
    pub async fn standing(&self) -> i64 {
        self.count(
            "SELECT COUNT(*) FROM bookings
              WHERE id NOT IN (SELECT booking_id FROM booking_cancellations)",
        )
        .await
    }

    /// The folder of this office's files.
    pub fn folder(&self) -> &std::path::Path {
        &self.folder
    }

    /// Past the second for which an answer may be kept.
    fn again_cold(&self) -> &Registry {
        self.clock.set(self.clock.now() + chrono::TimeDelta::seconds(1));
        &self.registry
    }
}

impl Drop for Office {
    fn drop(&mut self) {
        // It fails only where the folder is gone already.
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

const MISCOUNTED: &str = "SELECT COUNT(*) FROM slots
  WHERE taken <> (SELECT COUNT(*) FROM bookings
                   LEFT JOIN booking_cancellations ON booking_cancellations.booking_id = bookings.id
                  WHERE bookings.slot_id = slots.id AND booking_cancellations.booking_id IS NULL)
               + (SELECT COUNT(*) FROM holds WHERE holds.slot_id = slots.id)";

/// Every colleague's password.
pub const PASSWORD: &str = "correct horse";

struct Meddle {
    sql: &'static str,
}

impl Write for Meddle {
    type Out = ();

    async fn run(&self, tx: &mut Tx) -> Result<()> {
        match tx {
            Tx::Sqlite(connection) => sqlx::query(self.sql).execute(&mut **connection).await.map(|_| ())?,
            Tx::Postgres(connection) => sqlx::query(self.sql).execute(&mut **connection).await.map(|_| ())?,
        }
        Ok(())
    }
}

fn with(places: u32) -> Settings {
    let mut office = Settings::standard();
    for rule in office.services.values_mut() {
        *rule = ServiceRule { windows: places, per_window: 1, walk_in_percent: 0 };
    }
    office
}

fn at(time: &str) -> NaiveDateTime {
    time.parse().expect("a civil time")
}

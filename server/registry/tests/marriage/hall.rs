//! An office for a test: an engine of its own, a clock that stands, officers, and the steps that every case takes.

use super::story::{self, paper, party};
use chrono::{DateTime, NaiveTime, TimeDelta, Utc};
use law::eligibility::{Applicant, Party};
use law::identity::{IdNumber, IdType};
use law::marriage_case::{NetworkResult, PreCheckPoint, SignedPaper};
use law::service::Service;
use registry::booking::{Booking, Channel, Contact, Reading, Request};
use registry::marriage::{CaseSource, Grip, Numbers, Step};
use registry::staff::{NewOfficer, Officer, Role, SessionState};
use registry::store::Store;
use registry::vault::Vault;
use registry::{Clock, Error, RecordSystem, Registry, Terms};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use uuid::Uuid;

pub struct Hall {
    pub registry: Registry,
    clock: Clock,
}

/// Tuesday morning.
const MORNING: &str = "2026-11-24T01:00:00Z";

/// Tells the story on every engine at hand.
pub async fn each_engine(record_system: RecordSystem, story: impl AsyncFn(Hall)) {
    let folder = std::env::temp_dir().join(format!("hall-marriage-{}-{}", std::process::id(), next()));
    std::fs::create_dir_all(&folder).unwrap();
    story(Hall::open(&format!("sqlite:{}", folder.join("hall.db").display()), record_system).await).await;
    std::fs::remove_dir_all(folder).unwrap();
    if let Ok(base) = std::env::var("HALL_TEST_POSTGRES") {
        story(Hall::open(&fresh_database(&base).await, record_system).await).await;
    }
}

async fn fresh_database(base: &str) -> String {
    let name = format!("marriage_{}_{}", std::process::id(), next());
    let pool = sqlx::PgPool::connect(base).await.unwrap();
    sqlx::query(sqlx::AssertSqlSafe(format!("CREATE DATABASE {name}"))).execute(&pool).await.unwrap();
    let (server, query) = base.split_once('?').map_or((base, String::new()), |(s, q)| (s, format!("?{q}")));
    let server = server.rsplit_once('/').map_or(server, |(server, _)| server);
    format!("{server}/{name}{query}")
}

fn next() -> u32 {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    COUNT.fetch_add(1, Ordering::Relaxed)
}

/// The faults of a refusal, field by field.
pub fn fields(error: Error) -> Vec<(String, String)> {
    match error {
        Error::Invalid(faults) => faults.into_iter().map(|fault| (fault.field, fault.code)).collect(),
        other => panic!("{other:?}"),
    }
}

impl Hall {
    async fn open(address: &str, record_system: RecordSystem) -> Self {
        let clock = Clock::standing_at(MORNING.parse::<DateTime<Utc>>().unwrap());
        let terms = Terms { record_system, foreign_related: false, covers: Arc::new(|_| true) };
        let store = Store::open(address).await.unwrap();
        let registry = Registry::open(store, Vault::fresh().unwrap(), clock.clone(), terms).await.unwrap();
        Self { registry, clock }
    }

    pub fn later(&self, minutes: i64) {
        self.clock.set(self.clock.now() + TimeDelta::minutes(minutes));
    }

    pub async fn registrar(&self, login: &str) -> Officer {
        self.registrar_with(login, &story::number("19800101", usize::from(login.as_bytes()[0]))).await
    }

    /// A registrar whose own document is this one.
    pub async fn registrar_with(&self, login: &str, id_number: &str) -> Officer {
        self.officer(login, Role::Registrar, Some(id_number)).await
    }

    pub async fn supervisor(&self, login: &str) -> Officer {
        self.officer(login, Role::Supervisor, None).await
    }

    async fn officer(&self, login: &str, role: Role, id_number: Option<&str>) -> Officer {
        let today = self.clock.today();
        let identity = id_number.map(|number| {
            let id = IdNumber::parse(IdType::MainlandId, number, today).unwrap();
            Applicant::new(id, None, None, None, today).unwrap()
        });
        let new = NewOfficer {
            login: login.into(),
            name: format!("{login}某"),
            password: "a long enough one".into(),
            roles: vec![role],
            identity,
        };
        let id = self.registry.add_officer(None, new).await.unwrap();
        if role == Role::Registrar {
            self.registry.assess_officer(None, id, today).await.unwrap();
        }
        let cookie = self.registry.sign_in(login, "a long enough one".into(), Some(3), "here").await.unwrap();
        match self.registry.session(cookie.as_str()).await.unwrap() {
            SessionState::Open(officer) => officer,
            SessionState::Locked(_) => panic!("locked"),
        }
    }

    /// 赵一 and 钱二 booked for today by telephone.
    pub async fn booking(&self) -> Booking {
        let reception = self.officer("reception", Role::Reception, None).await;
        let slot = law::booking::SlotId::new(
            Service::Marriage,
            self.clock.today(),
            NaiveTime::from_hms_opt(10, 30, 0).unwrap(),
        );
        let rules = Reading { service: Service::Marriage, today: self.clock.today(), phone_required: false };
        let (a, b) = (party(&story::man(1), "赵一"), party(&story::woman(1), "钱二"));
        let request = Request::read(slot, &a, Some(&b), Contact::None, law::Lang::Zh, rules).unwrap();
        let booked = self.registry.take(&request, Channel::Reception(&reception)).await.unwrap();
        self.registry.booking_by_code(&reception, &booked.code.to_string()).await.unwrap()
    }

    pub async fn walk_in(&self, officer: &Officer) -> Uuid {
        self.registry.open_marriage_case(officer, CaseSource::WalkIn, None).await.unwrap()
    }

    /// What the officer's screen would write with now.
    pub async fn grip(&self, officer: &Officer, case: Uuid) -> Grip {
        let shown = self.registry.marriage_case(officer, case).await.unwrap();
        Grip { case, fence: shown.fence, version: shown.version }
    }

    pub async fn step(&self, officer: &Officer, case: Uuid, step: Step) {
        let grip = self.grip(officer, case).await;
        self.registry
            .advance_marriage(officer, grip, step.clone())
            .await
            .unwrap_or_else(|e| panic!("{step:?}: {e:?}"));
    }

    pub async fn identified(&self, officer: &Officer, case: Uuid, man: &str, woman: &str) {
        for (seat, number, name) in [(Party::First, man, "赵一"), (Party::Second, woman, "钱二")] {
            let grip = self.grip(officer, case).await;
            self.registry.record_person(officer, grip, seat, &paper(number, name)).await.unwrap();
            self.step(officer, case, Step::IdentityChecked { seat }).await;
        }
    }

    pub async fn checked(&self, officer: &Officer, case: Uuid, result: NetworkResult) {
        let at = NaiveTime::from_hms_opt(8, 59, 0).unwrap();
        self.step(officer, case, Step::NetworkChecked { result, at }).await;
        let points = PreCheckPoint::ALL.iter().copied().collect();
        self.step(officer, case, Step::PreChecked { points }).await;
    }

    pub async fn up_to_review(&self, officer: &Officer, case: Uuid) {
        self.prepare(officer, case, 1).await;
    }

    /// A walk-in couple, reviewed and ready to be registered.
    pub async fn reviewed(&self, officer: &Officer, n: usize) -> Uuid {
        let case = self.walk_in(officer).await;
        self.prepare(officer, case, n).await;
        case
    }

    pub async fn registered(&self, officer: &Officer, n: usize, numbers: Numbers) -> Uuid {
        let case = self.reviewed(officer, n).await;
        self.step(officer, case, Step::Registered { on: None, numbers }).await;
        case
    }

    pub async fn finish(&self, officer: &Officer, case: Uuid) {
        for paper in SignedPaper::ALL {
            self.step(officer, case, Step::PaperSigned { paper: *paper }).await;
        }
        self.step(officer, case, Step::Issued).await;
    }

    async fn prepare(&self, officer: &Officer, case: Uuid, n: usize) {
        self.identified(officer, case, &story::man(n), &story::woman(n)).await;
        self.checked(officer, case, NetworkResult::Consistent).await;
        self.step(officer, case, Step::Accepted).await;
        for seat in [Party::First, Party::Second] {
            self.step(officer, case, Step::DeclarationSigned { seat }).await;
        }
        self.step(officer, case, Step::Reviewed).await;
    }
}

//! An office for a test: an engine of its own, a clock that stands, officers, and the acts that the stories begin with.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use law::eligibility::{Applicant, Party};
use law::identity::{IdNumber, IdType};
use law::marriage_case::{NetworkResult, PreCheckPoint, SignedPaper};
use law::service::Service;
use registry::booking::{Booking, Channel, Contact, RawParty, Reading, Request};
use registry::clock::from_local;
use registry::figures::{Indicators, Period};
use registry::marriage::{CasePaper, CaseSource, Grip, Numbers, RawParticulars, Step};
use registry::records::RawRequest;
use registry::staff::{NewOfficer, Officer, Role, SessionState};
use registry::store::{Store, Tx};
use registry::vault::Vault;
use registry::{Clock, Error, RecordSystem, Registry, Result, Terms};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use uuid::Uuid;

pub struct Hall {
    pub registry: Registry,
    pub clock: Clock,
    pub folder: PathBuf,
}

/// Tells the story on every engine at hand, on the morning of Friday, 16 January 2026.
pub async fn each_engine(story: impl AsyncFn(Hall)) {
    let folder = std::env::temp_dir().join(format!("hall-records-{}-{}", std::process::id(), next()));
    std::fs::create_dir_all(&folder).unwrap();
    let address = format!("sqlite:{}", folder.join("hall.db").display());
    story(Hall::open(&address, folder.clone()).await).await;
    if let Ok(base) = std::env::var("HALL_TEST_POSTGRES") {
        let address = fresh_database(&base).await;
        story(Hall::open(&address, folder.clone()).await).await;
    }
    std::fs::remove_dir_all(folder).unwrap();
}

async fn fresh_database(base: &str) -> String {
    let name = format!("records_{}_{}", std::process::id(), next());
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

pub fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A mainland number: birth as `YYYYMMDD`, sequence whose last digit tells the sex.
pub fn number(birth: &str, sequence: usize) -> String {
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let seventeen = format!("370126{birth}{sequence:03}");
    let sum: u32 =
        seventeen.bytes().zip(WEIGHTS).map(|(digit, weight)| u32::from(digit - b'0') * weight).sum();
    format!("{seventeen}{}", char::from(b"10X98765432"[(sum % 11) as usize]))
}

pub fn man(n: usize) -> String {
    number("19880930", n * 2 - 1)
}

pub fn woman(n: usize) -> String {
    number("19900214", n * 2)
}

pub fn party(id_number: &str, name: &str) -> RawParty {
    RawParty {
        name: name.into(),
        id_type: "mainland_id".into(),
        id_number: id_number.into(),
        phone: "13800000000".into(),
        ..RawParty::default()
    }
}

/// The faults of a refusal, field by field.
pub fn fields<T: std::fmt::Debug>(result: Result<T>) -> Vec<(String, String)> {
    match result {
        Err(Error::Invalid(faults)) => faults.into_iter().map(|fault| (fault.field, fault.code)).collect(),
        other => panic!("{other:?}"),
    }
}

/// The code of a move that the law refuses.
pub fn illegal<T: std::fmt::Debug>(result: Result<T>) -> &'static str {
    match result {
        Err(Error::IllegalMove(code)) => code,
        other => panic!("{other:?}"),
    }
}

/// Somebody asks for their own marriage file.
pub fn own_request(id_number: &str, name: &str) -> RawRequest {
    RawRequest {
        asker: "party".into(),
        shown: vec!["own_document".into()],
        sought: "marriage".into(),
        party: party(id_number, name),
        period: "2015年前后".into(),
        purpose: "办房产手续".into(),
        ..RawRequest::default()
    }
}

impl Hall {
    async fn open(address: &str, folder: PathBuf) -> Self {
        let clock = Clock::standing_at(from_local("2026-01-16T09:00:00".parse::<NaiveDateTime>().unwrap()));
        let terms = Terms {
            record_system: RecordSystem::National,
            foreign_related: false,
            covers: Arc::new(|_| true),
        };
        let store = Store::open(address).await.unwrap();
        let registry = Registry::open(store, Vault::fresh().unwrap(), clock.clone(), terms).await.unwrap();
        Self { registry, clock, folder }
    }

    /// Sets the clock to ten o'clock of a day.
    pub fn at(&self, day: &str) {
        self.clock.set(from_local(format!("{day}T10:00:00").parse::<NaiveDateTime>().unwrap()));
    }

    pub async fn registrar(&self, login: &str) -> Officer {
        let own = number("19800101", usize::from(login.as_bytes()[0]));
        self.officer(login, Role::Registrar, Some(&own)).await
    }

    pub async fn officer(&self, login: &str, role: Role, id_number: Option<&str>) -> Officer {
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

    /// Somebody booked for today to ask for records.
    pub async fn records_booking(&self) -> Booking {
        let reception = self.officer("reception", Role::Reception, None).await;
        let ten = NaiveTime::from_hms_opt(10, 30, 0).unwrap();
        let slot = law::booking::SlotId::new(Service::Records, self.clock.today(), ten);
        let rules = Reading { service: Service::Records, today: self.clock.today(), phone_required: false };
        let request =
            Request::read(slot, &party(&man(1), "周怀安"), None, Contact::None, law::Lang::Zh, rules)
                .unwrap();
        let booked = self.registry.take(&request, Channel::Reception(&reception)).await.unwrap();
        self.registry.booking_by_code(&reception, &booked.code.to_string()).await.unwrap()
    }

    /// What the officer's screen of a request would write with now.
    pub async fn grip(&self, officer: &Officer, case: Uuid) -> Grip {
        let shown = self.registry.records_case(officer, case).await.unwrap();
        Grip { case, fence: shown.fence, version: shown.version }
    }

    pub async fn figures_of(&self, month: &str) -> Indicators {
        self.registry.figures(None, month.parse::<Period>().unwrap()).await.unwrap().indicators
    }

    /// Couple `n` is married and has its certificates; the case and the number on them.
    pub async fn married(&self, officer: &Officer, n: usize) -> (Uuid, String) {
        let case = self.registry.open_marriage_case(officer, CaseSource::WalkIn, None).await.unwrap();
        for (seat, id, name) in [(Party::First, man(n), "周怀安"), (Party::Second, woman(n), "许静宜")]
        {
            let raw = RawParticulars {
                party: party(&id, name),
                ethnicity: "汉族".into(),
                valid_until: "long".into(),
                prior: "never".into(),
                ..RawParticulars::default()
            };
            let grip = self.marriage_grip(officer, case).await;
            self.registry.record_person(officer, grip, seat, &raw).await.unwrap();
            self.step(officer, case, Step::IdentityChecked { seat }).await;
        }
        let at = NaiveTime::from_hms_opt(8, 59, 0).unwrap();
        self.step(officer, case, Step::NetworkChecked { result: NetworkResult::Consistent, at }).await;
        self.step(officer, case, Step::PreChecked { points: PreCheckPoint::ALL.iter().copied().collect() })
            .await;
        self.step(officer, case, Step::Accepted).await;
        for seat in [Party::First, Party::Second] {
            self.step(officer, case, Step::DeclarationSigned { seat }).await;
        }
        self.step(officer, case, Step::Reviewed).await;
        let certificate = format!("J370126-2026-{n:06}");
        let booklet = |which: usize| format!("{}", 40_000_000 + n * 10 + which);
        let numbers = Numbers { certificate: certificate.clone(), booklets: [booklet(1), booklet(2)] };
        self.step(officer, case, Step::Registered { on: None, numbers }).await;
        (case, certificate)
    }

    pub async fn issued(&self, officer: &Officer, case: Uuid) {
        for paper in SignedPaper::ALL {
            self.step(officer, case, Step::PaperSigned { paper: *paper }).await;
        }
        self.step(officer, case, Step::Issued).await;
    }

    /// The token in the code of a paper of a marriage.
    pub async fn slip(&self, officer: &Officer, case: Uuid) -> String {
        let slip = self.registry.print_case_paper(officer, case, CasePaper::IssuingSlip).await.unwrap();
        slip.token.unwrap()
    }

    async fn marriage_grip(&self, officer: &Officer, case: Uuid) -> Grip {
        let shown = self.registry.marriage_case(officer, case).await.unwrap();
        Grip { case, fence: shown.fence, version: shown.version }
    }

    async fn step(&self, officer: &Officer, case: Uuid, step: Step) {
        let grip = self.marriage_grip(officer, case).await;
        let said = format!("{step:?}");
        self.registry
            .advance_marriage(officer, grip, step)
            .await
            .unwrap_or_else(|why| panic!("{said}: {why:?}"));
    }

    /// How many rows a query counts, on whichever engine.
    pub async fn count(&self, sql: &'static str) -> i64 {
        match &mut self.registry.store().read().await.unwrap() {
            Tx::Sqlite(connection) => sqlx::query_scalar(sql).fetch_one(&mut **connection).await.unwrap(),
            Tx::Postgres(connection) => sqlx::query_scalar(sql).fetch_one(&mut **connection).await.unwrap(),
        }
    }

    pub async fn log_is_whole(&self) -> bool {
        matches!(self.registry.verify_audit().await.unwrap(), registry::audit::Checked::Whole(_))
    }
}

//! An office for a test: an engine of its own, a clock that stands, officers, and the steps that every case takes.

use super::story::{document, man, marriage, numbers, paper, woman};
use chrono::NaiveDateTime;
use law::divorce_case::{
    AgreementShown, CertificatesSeen, DivorceState, PreCheckPoint, ReceiptBrought, ReviewPoint, SignedPaper,
};
use law::eligibility::{Applicant, Party};
use law::identity::{IdNumber, IdType};
use registry::clock::from_local;
use registry::divorce::{DivorceCase, DivorceStep as Step, Grip};
use registry::marriage::CaseSource;
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

/// Friday: the thirtieth day falls into the Spring Festival, so the window is 25 February to 26 March.
pub const ACCEPTED: &str = "2026-01-16";
/// The receipt of couple 1.
pub const RECEIPT: &str = "LSL-2026-0001";

/// Tells the story on every engine at hand.
pub async fn each_engine(story: impl AsyncFn(Hall)) {
    each_engine_with(RecordSystem::National, story).await;
}

pub async fn each_engine_with(record_system: RecordSystem, story: impl AsyncFn(Hall)) {
    let folder = std::env::temp_dir().join(format!("hall-divorce-{}-{}", std::process::id(), next()));
    std::fs::create_dir_all(&folder).unwrap();
    let address = format!("sqlite:{}", folder.join("hall.db").display());
    story(Hall::open(&address, record_system, folder.clone()).await).await;
    if let Ok(base) = std::env::var("HALL_TEST_POSTGRES") {
        let address = fresh_database(&base).await;
        story(Hall::open(&address, record_system, folder.clone()).await).await;
    }
    std::fs::remove_dir_all(folder).unwrap();
}

async fn fresh_database(base: &str) -> String {
    let name = format!("divorce_{}_{}", std::process::id(), next());
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

/// The code of a move that the law refuses.
pub fn illegal<T: std::fmt::Debug>(result: Result<T>) -> &'static str {
    match result {
        Err(Error::IllegalMove(code)) => code,
        other => panic!("{other:?}"),
    }
}

impl Hall {
    async fn open(address: &str, record_system: RecordSystem, folder: PathBuf) -> Self {
        let clock = Clock::standing_at(from_local(moment("2026-01-16T09:00:00")));
        let terms = Terms { record_system, foreign_related: false, covers: Arc::new(|_| true) };
        let store = Store::open(address).await.unwrap();
        let registry = Registry::open(store, Vault::fresh().unwrap(), clock.clone(), terms).await.unwrap();
        Self { registry, clock, folder }
    }

    /// Sets the clock to a civil time, `2026-02-24T10:00`, or to ten o'clock of a day.
    pub fn at(&self, time: &str) {
        let time = if time.len() == 10 { format!("{time}T10:00:00") } else { format!("{time}:00") };
        self.clock.set(from_local(moment(&time)));
    }

    pub async fn registrar(&self, login: &str) -> Officer {
        let own = super::story::number("19800101", usize::from(login.as_bytes()[0]));
        self.registrar_with(login, &own).await
    }

    /// A registrar whose own document is this one.
    pub async fn registrar_with(&self, login: &str, id_number: &str) -> Officer {
        self.officer(login, Role::Registrar, Some(id_number)).await
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

    pub async fn shown(&self, officer: &Officer, case: Uuid) -> DivorceCase {
        self.registry.divorce_case(officer, case).await.unwrap()
    }

    /// What the officer's screen would write with now.
    pub async fn grip(&self, officer: &Officer, case: Uuid) -> Grip {
        let shown = self.shown(officer, case).await;
        Grip { case, fence: shown.fence, version: shown.version }
    }

    pub async fn try_step(&self, officer: &Officer, case: Uuid, step: Step) -> Result<DivorceState> {
        let grip = self.grip(officer, case).await;
        self.registry.advance_divorce(officer, grip, step).await
    }

    pub async fn step(&self, officer: &Officer, case: Uuid, step: Step) -> DivorceState {
        let said = format!("{step:?}");
        self.try_step(officer, case, step).await.unwrap_or_else(|error| panic!("{said}: {error:?}"))
    }

    /// Two who just came, up to the passed pre-check.
    pub async fn pre_checked(&self, officer: &Officer, n: usize) -> Uuid {
        let case = self.registry.open_divorce_case(officer, CaseSource::WalkIn, None).await.unwrap();
        self.pre_check(officer, case, &man(n), &woman(n)).await;
        case
    }

    pub async fn pre_check(&self, officer: &Officer, case: Uuid, first: &str, second: &str) {
        for (seat, id, name) in [(Party::First, first, "周怀安"), (Party::Second, second, "许静宜")] {
            let grip = self.grip(officer, case).await;
            self.registry.record_person(officer, grip, seat, &paper(id, name)).await.unwrap();
            self.step(officer, case, Step::IdentityChecked { seat }).await;
        }
        let grip = self.grip(officer, case).await;
        self.registry.record_marriage(officer, grip, &marriage("皖芜字12号")).await.unwrap();
        self.step(officer, case, Step::CertificatesSeen { seen: CertificatesSeen::Both }).await;
        self.step(officer, case, Step::AgreementDeclared { shown: AgreementShown::DeclaredSigned }).await;
        let points = PreCheckPoint::ALL.iter().copied().collect();
        self.step(officer, case, Step::PreChecked { points }).await;
    }

    /// Couple `n` has applied today under `LSL-2026-000n`.
    pub async fn accepted(&self, officer: &Officer, n: usize) -> Uuid {
        let case = self.pre_checked(officer, n).await;
        let receipt_no = format!("LSL-2026-{n:04}");
        self.step(officer, case, Step::Accepted { receipt_no, typed: None }).await;
        case
    }

    /// They come again: today's number, the officer's hands.
    pub async fn called_up(&self, officer: &Officer, n: usize) -> Uuid {
        let receipt = format!("LSL-2026-{n:04}");
        self.registry.visit_divorce_case(officer, &receipt, CaseSource::WalkIn).await.unwrap()
    }

    pub async fn reviewed(&self, officer: &Officer, case: Uuid) {
        self.step(officer, case, review_begun()).await;
        for seat in [Party::First, Party::Second] {
            self.step(officer, case, Step::QuestioningOpened { seat }).await;
            self.step(officer, case, Step::QuestioningClosed { seat }).await;
        }
        for seat in [Party::First, Party::Second] {
            self.step(officer, case, Step::DeclarationSigned { seat }).await;
        }
        self.step(officer, case, Step::AgreementSigned).await;
        self.step(officer, case, Step::Reviewed).await;
    }

    pub async fn finish(&self, officer: &Officer, case: Uuid) -> DivorceState {
        self.step(officer, case, Step::CertificatesStamped).await;
        for paper in SignedPaper::ALL {
            self.step(officer, case, Step::PaperSigned { paper: *paper }).await;
        }
        self.step(officer, case, Step::Issued).await
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

pub fn review_begun() -> Step {
    Step::ReviewBegun { points: ReviewPoint::ALL.iter().copied().collect(), ticket: None, late: None }
}

pub fn withdrawn_by(id_number: &str) -> Step {
    Step::Withdrawn {
        document: document(id_number),
        receipt: ReceiptBrought::Shown,
        ticket: None,
        late: None,
    }
}

pub fn registered(serial: u32) -> Step {
    let booklet = |which: u32| format!("{}", 40_000_000 + serial * 10 + which);
    Step::Registered { numbers: numbers(serial, &booklet(1), &booklet(2)) }
}

pub fn moment(text: &str) -> NaiveDateTime {
    text.parse().unwrap()
}

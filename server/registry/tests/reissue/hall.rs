//! An office for a test: an engine of its own, a clock that stands, officers, and the steps that every case takes.

use super::people::{self, asking, found, numbers, original, paper, party, typed};
use chrono::{DateTime, NaiveTime, TimeDelta, Utc};
use law::eligibility::{Applicant, Party};
use law::identity::{IdNumber, IdType};
use law::marriage_case::{NetworkResult, PreCheckPoint, SignedPaper};
use law::reissue_case::{Matter, Reason};
use registry::booking::{Booking, Channel, Contact, Reading, Request};
use registry::marriage::{CasePaper, CaseSource, Grip, Step};
use registry::reissue::{RawAsking, RawOriginal, ReissueStep};
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
/// The day of a marriage that is in no register of ours.
pub const LONG_AGO: &str = "2009-10-08";

/// Tells the story on every engine at hand.
pub async fn each_engine(record_system: RecordSystem, story: impl AsyncFn(Hall)) {
    let folder = std::env::temp_dir().join(format!("hall-reissue-{}-{}", std::process::id(), next()));
    std::fs::create_dir_all(&folder).unwrap();
    story(Hall::open(&format!("sqlite:{}", folder.join("hall.db").display()), record_system).await).await;
    std::fs::remove_dir_all(folder).unwrap();
    if let Ok(base) = std::env::var("HALL_TEST_POSTGRES") {
        story(Hall::open(&fresh_database(&base).await, record_system).await).await;
    }
}

async fn fresh_database(base: &str) -> String {
    let name = format!("reissue_{}_{}", std::process::id(), next());
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

/// The code of a move that the law doesn't know from here.
pub fn illegal<T: std::fmt::Debug>(outcome: Result<T, Error>) -> &'static str {
    match outcome {
        Err(Error::IllegalMove(code)) => code,
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

    pub fn next_day(&self) {
        self.later(24 * 60);
    }

    pub async fn registrar(&self, login: &str) -> Officer {
        self.registrar_with(login, &people::number("19700101", usize::from(login.as_bytes()[0]))).await
    }

    /// A registrar whose own document is this one.
    pub async fn registrar_with(&self, login: &str, id_number: &str) -> Officer {
        self.officer(login, Role::Registrar, Some(id_number)).await
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

    /// 赵一 and 钱二, or 赵一 alone, booked for today by telephone.
    pub async fn booking(&self, matter: Matter) -> Booking {
        let reception = self.officer("reception", Role::Reception, None).await;
        let (service, today) = (matter.service(), self.clock.today());
        let slot = law::booking::SlotId::new(service, today, NaiveTime::from_hms_opt(10, 30, 0).unwrap());
        let rules = Reading { service, today, phone_required: false };
        let (a, b) = (party(&people::man(1), "赵一"), party(&people::woman(1), "钱二"));
        let b = (matter == Matter::Marriage).then_some(&b);
        let request = Request::read(slot, &a, b, Contact::None, law::Lang::Zh, rules).unwrap();
        let booked = self.registry.take(&request, Channel::Reception(&reception)).await.unwrap();
        self.registry.booking_by_code(&reception, &booked.code.to_string()).await.unwrap()
    }

    pub async fn walk_in(&self, officer: &Officer, matter: Matter) -> Uuid {
        self.registry.open_reissue_case(officer, matter, CaseSource::WalkIn, None).await.unwrap()
    }

    /// What the officer's screen would write with now.
    pub async fn grip(&self, officer: &Officer, case: Uuid) -> Grip {
        let shown = self.registry.reissue_case(officer, case).await.unwrap();
        Grip { case, fence: shown.fence, version: shown.version }
    }

    pub async fn try_step(
        &self,
        officer: &Officer,
        case: Uuid,
        step: ReissueStep,
    ) -> Result<law::reissue_case::ReissueState, Error> {
        let grip = self.grip(officer, case).await;
        self.registry.advance_reissue(officer, grip, step).await
    }

    pub async fn step(&self, officer: &Officer, case: Uuid, step: ReissueStep) {
        self.try_step(officer, case, step.clone()).await.unwrap_or_else(|e| panic!("{step:?}: {e:?}"));
    }

    pub async fn record(
        &self,
        officer: &Officer,
        case: Uuid,
        seat: Party,
        raw: &registry::reissue::RawParticulars,
    ) {
        let grip = self.grip(officer, case).await;
        self.registry.record_person(officer, grip, seat, raw).await.unwrap();
    }

    pub async fn original(&self, officer: &Officer, case: Uuid, original: RawOriginal) {
        self.step(officer, case, ReissueStep::OriginalNamed { original }).await;
    }

    /// Who asks, with the documents of those who do.
    pub async fn asked(&self, officer: &Officer, case: Uuid, asking: RawAsking, n: usize) {
        let applicants = asking.applicants.clone();
        self.step(officer, case, ReissueStep::AskedBy { asking }).await;
        for (seat, number, name) in
            [(Party::First, people::man(n), "赵一"), (Party::Second, people::woman(n), "钱二")]
        {
            if applicants.contains(&seat) {
                self.record(officer, case, seat, &paper(&number, name)).await;
                self.step(officer, case, ReissueStep::IdentityChecked { seat }).await;
            }
        }
    }

    pub async fn pre_checked(&self, officer: &Officer, case: Uuid) {
        let points = law::reissue_case::PreCheckPoint::ALL.iter().copied().collect();
        self.step(officer, case, ReissueStep::PreChecked { points }).await;
    }

    pub async fn network(&self, officer: &Officer, case: Uuid, result: NetworkResult) {
        let at = self.clock.local().time();
        self.step(officer, case, ReissueStep::NetworkChecked { result, at }).await;
    }

    /// Both ask for a lost marriage certificate of this day and number; up to what comes before acceptance.
    pub async fn before_acceptance(&self, officer: &Officer, n: usize, first: RawOriginal) -> Uuid {
        let case = self.walk_in(officer, Matter::Marriage).await;
        self.asked(officer, case, asking(Party::ALL, Reason::Lost), n).await;
        self.original(officer, case, first).await;
        self.pre_checked(officer, case).await;
        self.step(officer, case, ReissueStep::ArchiveChecked { archive: found() }).await;
        self.network(officer, case, NetworkResult::Consistent).await;
        case
    }

    pub async fn up_to_review(&self, officer: &Officer, case: Uuid, applicants: &[Party]) {
        self.step(officer, case, ReissueStep::Accepted).await;
        for seat in applicants {
            self.step(officer, case, ReissueStep::DeclarationSigned { seat: *seat }).await;
        }
        self.step(officer, case, ReissueStep::Reviewed).await;
    }

    pub async fn reviewed(&self, officer: &Officer, n: usize) -> Uuid {
        let case = self.before_acceptance(officer, n, original(LONG_AGO, "")).await;
        self.up_to_review(officer, case, Party::ALL).await;
        case
    }

    pub async fn finish(&self, officer: &Officer, case: Uuid) {
        for paper in SignedPaper::ALL {
            self.step(officer, case, ReissueStep::PaperSigned { paper: *paper }).await;
        }
        self.step(officer, case, ReissueStep::Issued).await;
    }

    /// A couple that lost the certificate of this day and number and holds another in the end.
    pub async fn replaced(&self, officer: &Officer, n: usize, first: RawOriginal, serial: u32) -> Uuid {
        let case = self.before_acceptance(officer, n, first).await;
        self.up_to_review(officer, case, Party::ALL).await;
        let booklets = [format!("8{n}{serial:04}1"), format!("8{n}{serial:04}2")];
        let numbers =
            typed(&format!("BJ370126-2026-{serial:06}"), [booklets[0].as_str(), booklets[1].as_str()]);
        self.step(officer, case, ReissueStep::Reissued { numbers }).await;
        self.finish(officer, case).await;
        case
    }

    /// The couple marries here today under this number; the token of their slip.
    pub async fn married(&self, officer: &Officer, n: usize, serial: u32) -> String {
        let registry = &self.registry;
        let case = registry.open_marriage_case(officer, CaseSource::WalkIn, None).await.unwrap();
        for (seat, number, name) in
            [(Party::First, people::man(n), "赵一"), (Party::Second, people::woman(n), "钱二")]
        {
            let grip = self.marriage_grip(officer, case).await;
            registry.record_person(officer, grip, seat, &paper(&number, name)).await.unwrap();
            self.marry(officer, case, Step::IdentityChecked { seat }).await;
        }
        let at = self.clock.local().time();
        self.marry(officer, case, Step::NetworkChecked { result: NetworkResult::Consistent, at }).await;
        let points = PreCheckPoint::ALL.iter().copied().collect();
        self.marry(officer, case, Step::PreChecked { points }).await;
        self.marry(officer, case, Step::Accepted).await;
        for seat in [Party::First, Party::Second] {
            self.marry(officer, case, Step::DeclarationSigned { seat }).await;
        }
        self.marry(officer, case, Step::Reviewed).await;
        let numbers = numbers(serial, &format!("7{n}{serial:04}1"), &format!("7{n}{serial:04}2"));
        self.marry(officer, case, Step::Registered { on: None, numbers }).await;
        for paper in SignedPaper::ALL {
            self.marry(officer, case, Step::PaperSigned { paper: *paper }).await;
        }
        self.marry(officer, case, Step::Issued).await;
        let slip = registry.print_case_paper(officer, case, CasePaper::IssuingSlip).await.unwrap();
        slip.token.unwrap()
    }

    async fn marriage_grip(&self, officer: &Officer, case: Uuid) -> Grip {
        let shown = self.registry.marriage_case(officer, case).await.unwrap();
        Grip { case, fence: shown.fence, version: shown.version }
    }

    async fn marry(&self, officer: &Officer, case: Uuid, step: Step) {
        let grip = self.marriage_grip(officer, case).await;
        self.registry
            .advance_marriage(officer, grip, step.clone())
            .await
            .unwrap_or_else(|e| panic!("{step:?}: {e:?}"));
    }
}

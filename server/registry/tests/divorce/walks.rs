//! Random moves on random days: the office does what the law's machine says and nothing else, and the register keeps
//! in step, on both engines.

use super::hall::{Hall, each_engine, review_begun, withdrawn_by};
use super::story::{man, numbers, paper, typed, woman};
use chrono::{NaiveDate, TimeDelta};
use law::divorce_case::{
    AgreementShown, CertificatesSeen, CloseCause, Counselling, DivorceMove, DivorceState, End,
    NotAcceptedGround, PreCheckPoint, Reached, RefusedGround, SignedPaper, When, may,
};
use law::eligibility::Party;
use law::marriage_case::NetworkResult;
use registry::clock::from_local;
use registry::divorce::DivorceStep as Step;
use registry::marriage::CaseSource;
use registry::staff::Officer;
use registry::{Error, Result};
use uuid::Uuid;

/// A small generator of our own: the same walk for the same seed (Steele, Lea and Flood's splitmix).
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((z ^ (z >> 31)) % sides as u64).unwrap()
    }
}

/// What may be tried, with the move that it is.
fn repertoire(n: usize, serial: u32) -> Vec<(DivorceMove, Step)> {
    let registered =
        Step::Registered { numbers: numbers(serial, &format!("5{serial:06}1"), &format!("5{serial:06}2")) };
    let mut all = vec![
        (DivorceMove::SeeCertificates, Step::CertificatesSeen { seen: CertificatesSeen::Both }),
        (DivorceMove::SeeCertificates, Step::CertificatesSeen { seen: CertificatesSeen::BothLost }),
        (DivorceMove::DeclareAgreement, Step::AgreementDeclared { shown: AgreementShown::Shown }),
        (
            DivorceMove::CheckNetwork,
            Step::NetworkChecked { result: NetworkResult::Consistent, at: chrono::NaiveTime::MIN },
        ),
        (
            DivorceMove::PassPreCheck,
            Step::PreChecked { points: PreCheckPoint::ALL.iter().copied().collect() },
        ),
        (DivorceMove::AskForPapers, Step::PapersMissing { items: [law::checklist::Item::IdCards].into() }),
        (DivorceMove::Resume, Step::PapersBrought),
        (DivorceMove::NotAccept, Step::NotAccepted { ground: NotAcceptedGround::PartyAbsent }),
        (DivorceMove::Accept, Step::Accepted { receipt_no: format!("W-{n}-1"), typed: None }),
        (
            DivorceMove::Accept,
            Step::Accepted { receipt_no: format!("W-{n}-1"), typed: Some(typed("2026-02-20", "2026-03-23")) },
        ),
        (DivorceMove::OfferCounselling, Step::CounsellingOffered { answer: Counselling::Declined }),
        (DivorceMove::Withdraw, withdrawn_by(&man(n))),
        (DivorceMove::Withdraw, withdrawn_by(&woman(n))),
        (DivorceMove::BeginReview, review_begun()),
        (DivorceMove::SignAgreement, Step::AgreementSigned),
        (DivorceMove::PassReview, Step::Reviewed),
        (DivorceMove::RefuseAtReview, Step::ReviewRefused { ground: RefusedGround::PartyAbsent }),
        (DivorceMove::RefuseAtReview, Step::ReviewRefused { ground: RefusedGround::TooEarly }),
        (DivorceMove::Register, registered),
        (DivorceMove::StampCertificates, Step::CertificatesStamped),
        (DivorceMove::Issue, Step::Issued),
        (DivorceMove::UndoRegistration, Step::RegistrationUndone { reason: "没领就走了".into() }),
        (DivorceMove::Leave, Step::PartiesLeft),
        (DivorceMove::Close, Step::ClosedOther { cause: CloseCause::Death, reason: "死亡证明".into() }),
    ];
    for seat in [Party::First, Party::Second] {
        all.push((DivorceMove::CheckIdentity, Step::IdentityChecked { seat }));
        all.push((DivorceMove::OpenQuestioning, Step::QuestioningOpened { seat }));
        all.push((DivorceMove::CloseQuestioning, Step::QuestioningClosed { seat }));
        all.push((DivorceMove::SignDeclaration, Step::DeclarationSigned { seat }));
    }
    all.extend(
        SignedPaper::ALL.iter().map(|paper| (DivorceMove::SignPaper, Step::PaperSigned { paper: *paper })),
    );
    all
}

#[tokio::test]
async fn random_moves_on_random_days_follow_the_law_and_the_register_keeps_in_step() {
    each_engine(async |hall: Hall| {
        let wang = hall.registrar("wang").await;
        let mut ends = std::collections::BTreeSet::new();
        for n in 1..=20 {
            ends.insert(walk(&hall, &wang, n).await);
        }
        // The dice reach every kind of end, a lapse (no end of its own) among them.
        assert!(ends.len() >= 5, "{ends:?}");
        assert!(hall.log_is_whole().await);
    })
    .await;
}

async fn walk(hall: &Hall, wang: &Officer, n: usize) -> &'static str {
    let mut dice = Dice(n as u64);
    hall.at("2026-01-16T09:00");
    let case = begun(hall, wang, n).await;
    let mut state = hall.shown(wang, case).await.state;
    for turn in 0..60 {
        let accepted = state.application().is_some();
        // While both sit at the counter the days pass slowly.
        let pace = if state.review().is_some() { 40 } else { 5 };
        if accepted && dice.roll(pace) == 0 {
            let days = [1, 3, 8, 35][dice.roll(4)];
            let hour = [9, 11, 16, 18][dice.roll(4)];
            let day = hall.clock.today() + TimeDelta::days(days);
            hall.clock.set(from_local(day.and_hms_opt(hour, 10, 0).unwrap()));
        }
        hall.registry.hold_case(wang, case).await.unwrap();
        let all = repertoire(n, u32::try_from(n * 100 + turn).unwrap());
        // Two of three times something that the law allows, or no walk would get anywhere.
        let lawful: Vec<_> = all
            .iter()
            .filter(|(kind, _)| may(&state, *kind, when(hall, hall.clock.today())).is_ok())
            .collect();
        let (kind, step) = match lawful.is_empty() || dice.roll(3) == 0 {
            true => all[dice.roll(all.len())].clone(),
            false => lawful[dice.roll(lawful.len())].clone(),
        };
        // Endings come seldom, for the same reason.
        let ending = matches!(
            kind,
            DivorceMove::NotAccept
                | DivorceMove::Leave
                | DivorceMove::Close
                | DivorceMove::Withdraw
                | DivorceMove::RefuseAtReview
                | DivorceMove::AskForPapers
        );
        if ending && dice.roll(9) > 0 {
            continue;
        }
        state = try_one(hall, wang, case, &state, kind, step).await;
    }
    in_step(hall, &state, n).await;
    match state.end() {
        Some(End::Issued) => "issued",
        Some(End::Withdrawn { .. }) => "withdrawn",
        Some(End::NotAccepted { .. }) => "not accepted",
        Some(End::LeftBefore) => "left",
        Some(End::Closed { .. }) => "closed",
        None if state.reached() == Reached::Registered => "registered",
        None => "open or lapsed",
    }
}

/// A third of the walks begin at the door, a third after acceptance, a third with the review behind them.
async fn begun(hall: &Hall, wang: &Officer, n: usize) -> Uuid {
    if n.is_multiple_of(3) {
        let case = hall.registry.open_divorce_case(wang, CaseSource::WalkIn, None).await.unwrap();
        for (seat, id) in [(Party::First, man(n)), (Party::Second, woman(n))] {
            let grip = hall.grip(wang, case).await;
            hall.registry.record_person(wang, grip, seat, &paper(&id, "周怀安")).await.unwrap();
        }
        return case;
    }
    let case = hall.pre_checked(wang, n).await;
    hall.step(wang, case, Step::Accepted { receipt_no: format!("W-{n}-1"), typed: None }).await;
    if n % 3 == 2 {
        hall.at("2026-03-02");
        hall.registry.hold_case(wang, case).await.unwrap();
        hall.reviewed(wang, case).await;
    }
    case
}

/// One move: made exactly when the law allows its kind on this day, refused with the law's own code otherwise.
async fn try_one(
    hall: &Hall,
    wang: &Officer,
    case: Uuid,
    before: &DivorceState,
    kind: DivorceMove,
    step: Step,
) -> DivorceState {
    let when = when(hall, hall.clock.today());
    let lawful = may(before, kind, when);
    let events = hall.count("SELECT COUNT(*) FROM case_events").await;
    let made: Result<DivorceState> = hall.try_step(wang, case, step.clone()).await;
    let shown = hall.shown(wang, case).await.state;
    match made {
        Ok(after) => {
            assert_eq!(lawful, Ok(()), "{step:?} was made against the law");
            assert_eq!(after, shown, "what was answered is not what is stored");
            assert_eq!(hall.count("SELECT COUNT(*) FROM case_events").await, events + 1);
            after
        }
        Err(refused) => {
            assert_eq!(shown, *before, "{step:?} was refused and changed something");
            assert_eq!(hall.count("SELECT COUNT(*) FROM case_events").await, events);
            match (refused, lawful) {
                (Error::IllegalMove(code), Err(refusal)) => {
                    assert_eq!(code, refusal.fault.code(), "{step:?}");
                }
                // The kind is lawful, these details are not: done for this seat, a ground that doesn't fit.
                (Error::IllegalMove(_), Ok(())) | (Error::Invalid(_), _) => {}
                (other, lawful) => panic!("{step:?}: {other:?}, lawful {lawful:?}"),
            }
            shown
        }
    }
}

/// The office's hours as this test counts them: Monday to Friday but for the holidays of that spring, until five.
fn when(hall: &Hall, day: NaiveDate) -> When {
    let calendar = law::calendar::Calendar::embedded();
    let served = !calendar.is_rest_day(day);
    let closed = hall.clock.local().time() >= chrono::NaiveTime::from_hms_opt(17, 0, 0).unwrap();
    let opens = if served { None } else { calendar.workday_from(day) };
    When { day, closed, opens }
}

/// The register has an application exactly when one was accepted, and an ending exactly when it ended so.
async fn in_step(hall: &Hall, state: &DivorceState, n: usize) {
    let receipt = format!("W-{n}-1");
    let mut tx = hall.registry.store().read().await.unwrap();
    let row = registry::store::queries::divorce::by_receipt(&mut tx, &receipt).await.unwrap();
    assert_eq!(row.is_some(), state.application().is_some());
    let Some(row) = row else { return };
    let ended = match (state.end(), state.reached()) {
        (Some(End::Withdrawn { .. }), _) => Some("divorce_withdrawal"),
        (_, Reached::Registered) => Some("divorce_registration"),
        _ => None,
    };
    assert_eq!(row.ended_by.as_deref(), ended, "{state:?}");
    let dates = state.application().unwrap().dates;
    assert_eq!((row.cooling_off_last, row.issuance_last), (dates.cooling_off_last, dates.issuance_last));
}

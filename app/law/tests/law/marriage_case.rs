//! The case at the counter: the way through, every way out, and random walks that never get stuck.

use std::collections::BTreeSet;

use chrono::NaiveDateTime;
use law::Lang;
use law::certificate::{BookletNo, CertificateNo, OfficeCode};
use law::checklist::Item;
use law::eligibility::{MarriageRefusalGround, Party};
use law::marriage_case::{
    End, EvidenceKind, MarriageEvent, MarriageMove, MarriageState, MoveFault, NetworkResult, PreCheckPoint,
    REVIEW_OPINION, Reached, SignedPaper, Step, VoidReason, apply, fold, legal_moves, may,
};
use proptest::prelude::*;

use crate::dates::d;

fn booklet(text: &str) -> BookletNo {
    BookletNo::parse(text).unwrap()
}

fn certificate(text: &str) -> CertificateNo {
    CertificateNo::parse(text).unwrap()
}

fn opened() -> MarriageEvent {
    MarriageEvent::Opened { on: d("2026-02-10"), office: OfficeCode::parse("370126").unwrap() }
}

fn network(result: NetworkResult, time: &str) -> MarriageEvent {
    let at = NaiveDateTime::parse_from_str(&format!("2026-02-10 {time}"), "%Y-%m-%d %H:%M").unwrap();
    MarriageEvent::NetworkChecked { result, at, officer: "officer-1".into() }
}

fn pre_checked() -> MarriageEvent {
    MarriageEvent::PreChecked { points: PreCheckPoint::ALL.iter().copied().collect() }
}

fn registered() -> MarriageEvent {
    MarriageEvent::Registered {
        on: d("2026-02-10"),
        certificate: certificate("J370126-2026-000123"),
        booklets: [booklet("10000001"), booklet("10000002")],
    }
}

fn missing(item: Item) -> MarriageEvent {
    MarriageEvent::PapersMissing { items: BTreeSet::from([item]) }
}

fn void(party: Party, spoilt: &str, replacement: &str) -> MarriageEvent {
    MarriageEvent::BookletVoided {
        party,
        spoilt: booklet(spoilt),
        replacement: booklet(replacement),
        reason: VoidReason::Misprint,
    }
}

fn way_to_registered() -> Vec<MarriageEvent> {
    vec![
        opened(),
        MarriageEvent::IdentityChecked { party: Party::First },
        MarriageEvent::IdentityChecked { party: Party::Second },
        pre_checked(),
        network(NetworkResult::Consistent, "10:37"),
        MarriageEvent::Accepted,
        MarriageEvent::DeclarationSigned { party: Party::First },
        MarriageEvent::DeclarationSigned { party: Party::Second },
        MarriageEvent::Reviewed,
        registered(),
    ]
}

fn whole_way() -> Vec<MarriageEvent> {
    let mut way = way_to_registered();
    way.extend(SignedPaper::ALL.iter().map(|paper| MarriageEvent::PaperSigned { paper: *paper }));
    way.push(MarriageEvent::Issued);
    way
}

/// Every event that a walk may try: several of each kind, right and wrong ones.
fn repertoire() -> Vec<MarriageEvent> {
    let mut all = whole_way();
    all.extend([
        network(NetworkResult::Inconsistent, "10:40"),
        network(NetworkResult::Inconsistent, "10:41"),
        network(NetworkResult::Unavailable, "10:42"),
        network(NetworkResult::Consistent, "10:43"),
        MarriageEvent::EvidenceGiven { kind: EvidenceKind::DivorceCertificate },
        MarriageEvent::EvidenceGiven { kind: EvidenceKind::CourtDocument },
        MarriageEvent::EvidenceGiven { kind: EvidenceKind::CourtDivorceProof },
        MarriageEvent::EvidenceGiven { kind: EvidenceKind::DeathProof },
        MarriageEvent::EvidenceGiven { kind: EvidenceKind::FormerMarriageCertificate },
        MarriageEvent::EvidenceGiven { kind: EvidenceKind::PoliceIdentityProof },
        MarriageEvent::EvidenceGiven { kind: EvidenceKind::ArchiveRecord },
        MarriageEvent::PreChecked { points: BTreeSet::from([PreCheckPoint::OfAge]) },
        missing(Item::JointPhotos),
        missing(Item::IdCards),
        MarriageEvent::PapersMissing { items: BTreeSet::new() },
        MarriageEvent::PapersBrought,
        void(Party::First, "10000001", "10000003"),
        void(Party::First, "10000003", "10000001"),
        void(Party::Second, "10000002", "10000004"),
        MarriageEvent::NumbersCorrected {
            certificate: certificate("J370126-2026-000124"),
            booklets: [booklet("10000005"), booklet("10000006")],
            reason: "抄错一位".into(),
        },
        MarriageEvent::NumbersCorrected {
            certificate: certificate("J370126-2026-000125"),
            booklets: [booklet("10000007"), booklet("10000008")],
            reason: "抄错一位".into(),
        },
        MarriageEvent::Refused { ground: MarriageRefusalGround::AlreadyMarried },
        MarriageEvent::PartiesLeft,
    ]);
    all
}

fn refusal(before: &[MarriageEvent], event: &MarriageEvent) -> Option<MoveFault> {
    apply(&fold(before).unwrap(), event).err()
}

/// The way without the event at `at`.
fn without(at: usize) -> Vec<MarriageEvent> {
    let mut way = way_to_registered();
    way.remove(at);
    way
}

#[test]
fn a_couple_comes_out_married_after_every_step() {
    let state = fold(&whole_way()).unwrap();
    assert_eq!(state.end(), Some(End::Issued));
    let registration = state.registration().unwrap();
    assert_eq!(registration.certificate.to_string(), "J370126-2026-000123");
    assert_eq!(legal_moves(&state), []);
    assert_eq!(REVIEW_OPINION, "符合结婚条件，准予登记");
}

#[test]
fn the_steps_on_screen_follow_the_norm() {
    let way = whole_way();
    let steps: Vec<_> = (0..way.len()).map(|n| fold(&way[..n]).unwrap().step()).collect();
    let expected =
        [vec![Step::PreCheck; 4], vec![Step::Accept; 4], vec![Step::Review], vec![Step::Register; 5]];
    assert_eq!(steps, expected.concat());
}

#[test]
fn no_step_can_be_left_out() {
    let first_impossible = [
        (0, 0, MoveFault::NotOpened),
        (1, 4, MoveFault::IdentityFirst),
        (2, 4, MoveFault::IdentityFirst),
        (3, 4, MoveFault::PreCheckFirst),
        (4, 4, MoveFault::NetworkCheckFirst),
        (5, 5, MoveFault::AcceptFirst),
        (6, 7, MoveFault::DeclarationsFirst),
        (7, 7, MoveFault::DeclarationsFirst),
        (8, 8, MoveFault::ReviewFirst),
    ];
    for (left_out, at, fault) in first_impossible {
        let broken = fold(&without(left_out)).unwrap_err();
        assert_eq!((broken.at, broken.fault), (at, fault), "without {left_out}");
    }
}

#[test]
fn the_pre_check_needs_every_point() {
    for open in PreCheckPoint::ALL {
        let points = PreCheckPoint::ALL.iter().copied().filter(|point| point != open).collect();
        assert_eq!(refusal(&[opened()], &MarriageEvent::PreChecked { points }), Some(MoveFault::PointsOpen));
    }
}

#[test]
fn a_difference_in_the_network_check_needs_evidence_before_acceptance() {
    let mut way = way_to_registered()[..4].to_vec();
    way.push(network(NetworkResult::Inconsistent, "10:37"));
    assert_eq!(refusal(&way, &MarriageEvent::Accepted), Some(MoveFault::EvidenceFirst));
    let failed = network(NetworkResult::Unavailable, "10:39");
    assert_eq!(refusal(&way, &failed), Some(MoveFault::CheckStands));
    way.push(MarriageEvent::EvidenceGiven { kind: EvidenceKind::DivorceCertificate });
    assert_eq!(refusal(&way, &MarriageEvent::Accepted), None);
}

#[test]
fn nothing_is_granted_before_the_national_system_has_answered() {
    let mut way = way_to_registered()[..8].to_vec();
    way[4] = network(NetworkResult::Unavailable, "10:37");
    assert_eq!(refusal(&way, &MarriageEvent::Reviewed), Some(MoveFault::NetworkResultFirst));
    way.push(network(NetworkResult::Inconsistent, "10:50"));
    assert_eq!(refusal(&way, &MarriageEvent::Reviewed), Some(MoveFault::EvidenceFirst));
    way.push(network(NetworkResult::Consistent, "10:55"));
    assert_eq!(refusal(&way, &MarriageEvent::Reviewed), None);
}

#[test]
fn evidence_without_a_difference_and_a_check_from_before_are_not_taken() {
    let evidence = MarriageEvent::EvidenceGiven { kind: EvidenceKind::DeathProof };
    assert_eq!(refusal(&way_to_registered()[..5], &evidence), Some(MoveFault::EvidenceNotNeeded));
    let MarriageEvent::NetworkChecked { result, at, officer } = network(NetworkResult::Consistent, "10:37")
    else {
        panic!("a network check");
    };
    let old = MarriageEvent::NetworkChecked { result, at: at - chrono::TimeDelta::days(1), officer };
    assert_eq!(refusal(&[opened()], &old), Some(MoveFault::CheckTooOld));
}

#[test]
fn missing_papers_pause_the_case_and_lose_nothing() {
    let before = way_to_registered()[..6].to_vec();
    let mut way = before.clone();
    way.push(missing(Item::JointPhotos));
    let paused = fold(&way).unwrap();
    assert!(paused.is_paused() && paused.end().is_none());
    assert_eq!(legal_moves(&paused), [MarriageMove::Resume, MarriageMove::Refuse, MarriageMove::Leave]);
    assert_eq!(
        refusal(&way, &MarriageEvent::DeclarationSigned { party: Party::First }),
        Some(MoveFault::Paused)
    );
    way.push(MarriageEvent::PapersBrought);
    assert_eq!(fold(&way).unwrap(), fold(&before).unwrap());
    assert_eq!(
        refusal(&way, &MarriageEvent::PapersMissing { items: BTreeSet::new() }),
        Some(MoveFault::NothingMissing)
    );
}

#[test]
fn a_refusal_has_one_of_four_grounds_and_comes_before_registration() {
    for ground in MarriageRefusalGround::ALL {
        let refused = MarriageEvent::Refused { ground: *ground };
        let state = apply(&fold(&way_to_registered()[..5]).unwrap(), &refused).unwrap();
        assert_eq!(state.end(), Some(End::Refused { ground: *ground }));
        assert_eq!(refusal(&way_to_registered(), &refused), Some(MoveFault::AlreadyRegistered));
    }
    assert!(serde_json::from_str::<MarriageEvent>(r#"{"event":"refused","ground":"illness"}"#).is_err());
}

#[test]
fn the_number_must_be_a_marriage_number_of_this_office_and_year() {
    let reviewed = &way_to_registered()[..9];
    let with = |number: &str, on: &str, booklets: [&str; 2]| MarriageEvent::Registered {
        on: d(on),
        certificate: certificate(number),
        booklets: booklets.map(booklet),
    };
    let two = ["10000001", "10000002"];
    let table = [
        (with("L370126-2026-000123", "2026-02-10", two), MoveFault::CertificateWrongKind),
        (with("BJ370126-2026-000123", "2026-02-10", two), MoveFault::CertificateWrongKind),
        (with("J370125-2026-000123", "2026-02-10", two), MoveFault::CertificateWrongOffice),
        (with("J370126-2025-000123", "2026-02-10", two), MoveFault::CertificateWrongYear),
        (with("J370126-2026-000123", "2026-02-09", two), MoveFault::DateBeforeOpening),
        (with("J370126-2026-000123", "2026-02-10", ["10000001", "10000001"]), MoveFault::SameBooklet),
    ];
    for (event, fault) in table {
        assert_eq!(refusal(reviewed, &event), Some(fault));
    }
}

#[test]
fn a_spoilt_booklet_is_replaced_under_the_same_number_and_never_used_again() {
    let mut way = way_to_registered();
    way.push(void(Party::First, "10000001", "10000003"));
    let state = fold(&way).unwrap();
    let registration = state.registration().unwrap();
    assert_eq!(registration.certificate.to_string(), "J370126-2026-000123");
    assert_eq!(registration.booklets, [booklet("10000003"), booklet("10000002")]);
    assert_eq!(registration.voided, [booklet("10000001")]);
    let table = [
        (void(Party::First, "10000001", "10000004"), MoveFault::NotThisBooklet),
        (void(Party::First, "10000003", "10000001"), MoveFault::BookletVoided),
        (void(Party::First, "10000003", "10000002"), MoveFault::SameBooklet),
        (void(Party::First, "10000003", "10000003"), MoveFault::SameBooklet),
    ];
    for (event, fault) in table {
        assert_eq!(refusal(&way, &event), Some(fault));
    }
}

#[test]
fn a_wrongly_typed_number_can_be_corrected_with_a_reason() {
    let correct = |number: &str, reason: &str| MarriageEvent::NumbersCorrected {
        certificate: certificate(number),
        booklets: [booklet("10000001"), booklet("10000002")],
        reason: reason.into(),
    };
    let way = way_to_registered();
    assert_eq!(refusal(&way, &correct("J370126-2026-000124", " ")), Some(MoveFault::ReasonMissing));
    assert_eq!(refusal(&way, &correct("J370126-2026-000123", "抄错")), Some(MoveFault::AlreadyDone));
    assert_eq!(refusal(&way, &correct("L370126-2026-000124", "抄错")), Some(MoveFault::CertificateWrongKind));
    let state = apply(&fold(&way).unwrap(), &correct("J370126-2026-000124", "抄错")).unwrap();
    assert_eq!(state.registration().unwrap().certificate.serial(), 124);
}

#[test]
fn the_case_ends_only_with_three_signatures() {
    let mut way = way_to_registered();
    for paper in SignedPaper::ALL {
        assert_eq!(refusal(&way, &MarriageEvent::Issued), Some(MoveFault::SignaturesFirst));
        way.push(MarriageEvent::PaperSigned { paper: *paper });
    }
    assert_eq!(refusal(&way, &MarriageEvent::Issued), None);
}

#[test]
fn they_may_leave_until_they_sign_for_the_certificate_and_the_number_is_then_to_be_voided() {
    let way = whole_way();
    for n in 1..way.len() {
        let state = fold(&way[..n]).unwrap();
        let married = state.signed(SignedPaper::Receipt);
        assert_eq!(may(&state, MarriageMove::Leave).is_ok(), !married, "after {n} events");
        if !married {
            let left = apply(&state, &MarriageEvent::PartiesLeft).unwrap();
            assert_eq!(left.end(), Some(End::WithdrawnByParties));
            assert_eq!(left.number_to_void().is_some(), state.reached() == Reached::Registered);
        }
    }
    assert_eq!(fold(&way).unwrap().number_to_void(), None);
}

#[test]
fn events_are_stored_as_tagged_json_and_read_back() {
    for event in repertoire() {
        let json = serde_json::to_string(&event).unwrap();
        assert!(json.starts_with(r#"{"event":""#), "{json}");
        assert_eq!(serde_json::from_str::<MarriageEvent>(&json).unwrap(), event);
    }
    let state = fold(&whole_way()).unwrap();
    let json = serde_json::to_string(&state).unwrap();
    assert_eq!(serde_json::from_str::<MarriageState>(&json).unwrap(), state);
}

#[test]
fn buttons_say_what_they_do() {
    for kind in MarriageMove::ALL {
        assert!(!kind.title(Lang::Zh).contains("确定") && !kind.title(Lang::En).is_empty(), "{kind}");
    }
    assert_eq!(MarriageMove::Register.title(Lang::Zh), "登记并记下字号");
    assert_eq!(MarriageMove::Refuse.title(Lang::Zh), "记为不予办理");
}

/// Whether a case can still end: offered moves first, the shortest way out last.
fn can_end(state: &MarriageState) -> bool {
    let ends = [
        MarriageEvent::PartiesLeft,
        MarriageEvent::PaperSigned { paper: SignedPaper::Declaration },
        MarriageEvent::PaperSigned { paper: SignedPaper::ReviewForm },
        MarriageEvent::Issued,
    ];
    let after = ends.iter().fold(state.clone(), |state, event| apply(&state, event).unwrap_or(state));
    after.end().is_some()
}

/// What must have happened before a registration, read from the walk itself and not from the state.
fn earned_registration(walk: &[MarriageEvent]) -> bool {
    let index = |wanted: &dyn Fn(&MarriageEvent) -> bool| walk.iter().position(wanted);
    let declared = |who| index(&|e| *e == MarriageEvent::DeclarationSigned { party: who });
    let identified = |who| index(&|e| *e == MarriageEvent::IdentityChecked { party: who });
    let accepted = index(&|e| *e == MarriageEvent::Accepted);
    let reviewed = index(&|e| *e == MarriageEvent::Reviewed);
    let registered = index(&|e| e.kind() == MarriageMove::Register);
    let order = [index(&|e| *e == pre_checked()), accepted, declared(Party::First), reviewed, registered];
    let also =
        [index(&|e| *e == opened()), identified(Party::First), accepted, declared(Party::Second), reviewed];
    let last = [identified(Party::Second), accepted];
    let rising = |steps: &[Option<usize>]| steps.iter().all(Option::is_some) && steps.is_sorted();
    let last_check = walk.iter().rev().find_map(|e| match e {
        MarriageEvent::NetworkChecked { result, .. } => Some(*result),
        _ => None,
    });
    let evidence = walk.iter().any(|e| matches!(e, MarriageEvent::EvidenceGiven { .. }));
    let cleared = match last_check {
        Some(NetworkResult::Consistent) => true,
        Some(NetworkResult::Inconsistent) => evidence,
        Some(NetworkResult::Unavailable) | None => false,
    };
    rising(&order) && rising(&also) && rising(&last) && cleared
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn random_walks_never_get_stuck_never_skip_and_never_do_a_thing_twice(
        tries in prop::collection::vec(0..1000_usize, 1..250), leave_early in prop::bool::weighted(0.2),
    ) {
        let all = repertoire();
        let (mut state, mut walk) = (MarriageState::default(), Vec::new());
        for pick in tries {
            let event = &all[pick % all.len()];
            let ending = matches!(event, MarriageEvent::Refused { .. } | MarriageEvent::PartiesLeft);
            if ending && !leave_early {
                continue;
            }
            let offered = legal_moves(&state);
            match apply(&state, event) {
                Ok(next) => {
                    prop_assert!(offered.contains(&event.kind()), "{:?} was not offered", event.kind());
                    prop_assert!(apply(&next, event).is_err(), "{event:?} was accepted twice");
                    walk.push(event.clone());
                    state = next;
                }
                Err(fault) if !offered.contains(&event.kind()) => {
                    prop_assert_eq!(may(&state, event.kind()), Err(fault));
                }
                Err(_) => prop_assert_eq!(may(&state, event.kind()), Ok(())),
            }
            prop_assert_eq!(legal_moves(&state).is_empty(), state.end().is_some());
            prop_assert!(state.opening().is_none() || can_end(&state), "stuck after {walk:?}");
            if state.reached() == Reached::Registered {
                prop_assert!(earned_registration(&walk), "registered by {walk:?}");
            }
        }
        prop_assert_eq!(fold(&walk), Ok(state));
    }

    #[test]
    fn every_offered_move_can_really_be_made(tries in prop::collection::vec(0..1000_usize, 1..120)) {
        let all = repertoire();
        let mut state = MarriageState::default();
        for pick in tries {
            for kind in legal_moves(&state) {
                let fresh = with_fresh_numbers(&state);
                let possible = all.iter().chain(&fresh);
                let possible = possible.filter(|event| event.kind() == kind).any(|e| apply(&state, e).is_ok());
                prop_assert!(possible, "{kind} is offered and impossible in {state:?}");
            }
            let event = &all[pick % all.len()];
            if event.kind() != MarriageMove::Leave && event.kind() != MarriageMove::Refuse {
                state = apply(&state, event).unwrap_or(state);
            }
        }
    }
}

/// Events whose numbers follow from the state, since those of the repertoire may be used up.
fn with_fresh_numbers(state: &MarriageState) -> Vec<MarriageEvent> {
    let Some(registration) = state.registration() else { return vec![] };
    vec![
        void(Party::First, registration.booklets[0].as_str(), "90000001"),
        MarriageEvent::NumbersCorrected {
            certificate: registration.certificate,
            booklets: [booklet("90000002"), booklet("90000003")],
            reason: "抄错一位".into(),
        },
    ]
}

proptest! {
    #[test]
    fn walks_that_take_what_is_offered_reach_the_end(seed in prop::collection::vec(0..1000_usize, 400)) {
        let all = repertoire();
        let mut state = MarriageState::default();
        for pick in seed {
            let possible: Vec<_> = all
                .iter()
                .filter(|event| !matches!(event.kind(), MarriageMove::Leave | MarriageMove::Refuse))
                .filter_map(|event| apply(&state, event).ok())
                .collect();
            if possible.is_empty() {
                break;
            }
            state = possible[pick % possible.len()].clone();
        }
        prop_assert_eq!(state.end(), Some(End::Issued));
    }
}

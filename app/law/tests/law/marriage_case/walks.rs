//! Random walks through the case: never stuck, never a step skipped, nothing done twice.

use std::collections::BTreeSet;

use law::checklist::Item;
use law::eligibility::{MarriageRefusalGround, Party};
use law::marriage_case::{
    End, EvidenceKind, MarriageEvent, MarriageMove, MarriageState, NetworkResult, PreCheckPoint, Reached,
    SignedPaper, apply, fold, legal_moves, may,
};
use proptest::prelude::*;

use super::{booklet, certificate, missing, network, opened, pre_checked, void, whole_way};

/// Every event that a walk may try: several of each kind, right and wrong ones.
pub fn repertoire() -> Vec<MarriageEvent> {
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

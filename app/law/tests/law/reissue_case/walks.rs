//! Random walks through the case: never stuck, never a step skipped, nothing done twice.

use std::collections::BTreeSet;

use law::checklist::Item;
use law::marriage_case::{NetworkResult, SignedPaper, VoidReason};
use law::reissue_case::{
    Archive, End, Matter, PreCheckPoint, Proof, Reached, Reason, RefusedGround, RegisteredAt, ReissueEvent,
    ReissueMove, ReissueState, apply, fold, legal_moves, may,
};
use proptest::prelude::*;

use super::{archive, asked, booklet, both, certificate, found, network, one, reissued, whole_way};
use crate::dates::d;

/// Every event that a walk may try: several of each kind, right and wrong ones.
fn repertoire() -> Vec<ReissueEvent> {
    let mut all = whole_way(both(Reason::Damaged));
    all.extend(Proof::ALL.iter().map(|proof| ReissueEvent::ProofGiven { proof: *proof }));
    all.extend([
        asked(one(Reason::Lost)),
        asked(both(Reason::Lost)),
        archive(found(false)),
        archive(Archive::NotFound),
        archive(Archive::NoRecord),
        ReissueEvent::OriginalNamed { registered_on: d("1988-05-01"), at: RegisteredAt::Mission },
        ReissueEvent::OriginalNamed { registered_on: d("1988-05-01"), at: RegisteredAt::Elsewhere },
        network(NetworkResult::Inconsistent, "2026-02-10 10:40"),
        network(NetworkResult::Inconsistent, "2026-02-10 10:41"),
        network(NetworkResult::Unavailable, "2026-02-10 10:42"),
        network(NetworkResult::Consistent, "2026-02-10 10:43"),
        network(NetworkResult::Consistent, "2026-02-11 09:00"),
        ReissueEvent::Reviewed { on: d("2026-02-11") },
        ReissueEvent::PreChecked { points: BTreeSet::from([PreCheckPoint::PhotosFit]) },
        ReissueEvent::PapersMissing { items: BTreeSet::from([Item::JointPhotos]) },
        ReissueEvent::PapersMissing { items: BTreeSet::new() },
        ReissueEvent::PapersBrought,
        reissued("BJ370126-2026-000008", &["10000003"]),
        ReissueEvent::Refused { ground: RefusedGround::Remarried },
        ReissueEvent::Withdrawn { papers_given_back: false },
        ReissueEvent::Withdrawn { papers_given_back: true },
    ]);
    all
}

/// Events whose numbers and days follow from the state, since those of the repertoire may be used up.
fn fresh(state: &ReissueState) -> Vec<ReissueEvent> {
    let mut all = Vec::new();
    if let Some(checked) = state.network() {
        all.push(ReissueEvent::Reviewed { on: checked.at.date() });
        all.push(network(NetworkResult::Consistent, "2026-02-12 09:00"));
    }
    if let Some(on) = state.reviewed_on() {
        all.push(ReissueEvent::Reissued {
            on,
            certificate: certificate("BJ370126-2026-000009"),
            booklets: vec![booklet("80000001"), booklet("80000002")],
        });
    }
    if let Some(reissue) = state.reissue() {
        all.push(ReissueEvent::BookletVoided {
            spoilt: reissue.booklets[0].clone(),
            replacement: booklet("90000001"),
            reason: VoidReason::Misprint,
        });
        all.push(ReissueEvent::NumbersCorrected {
            certificate: reissue.certificate,
            booklets: vec![booklet("90000002"), booklet("90000003")],
            reason: "抄错一位".into(),
        });
    }
    all
}

/// Whether a case can still end: taken back, or, with the receipt signed, handed over.
fn can_end(state: &ReissueState) -> bool {
    let ends = [
        ReissueEvent::Withdrawn { papers_given_back: true },
        ReissueEvent::OldCertificateVoided,
        ReissueEvent::PaperSigned { paper: SignedPaper::Declaration },
        ReissueEvent::PaperSigned { paper: SignedPaper::ReviewForm },
        ReissueEvent::Issued,
    ];
    let after = ends.iter().fold(state.clone(), |state, event| apply(&state, event).unwrap_or(state));
    after.end().is_some()
}

/// What must have happened before a reissue, read from the walk itself and not from the state.
fn earned(walk: &[ReissueEvent]) -> bool {
    let last = |wanted: &dyn Fn(&ReissueEvent) -> bool| walk.iter().rposition(wanted);
    let asking = walk.iter().rev().find_map(|event| match event {
        ReissueEvent::AskedBy { asking } => Some(asking.clone()),
        _ => None,
    });
    let Some(asking) = asking else { return false };
    let accepted = last(&|event| *event == ReissueEvent::Accepted);
    let reviewed = last(&|event| event.kind() == ReissueMove::PassReview);
    let numbered = last(&|event| event.kind() == ReissueMove::Reissue);
    let looked_up = last(&|event| event.kind() == ReissueMove::CheckArchive);
    let each = asking.applicants.iter().all(|who| {
        let identified = last(&|event| *event == ReissueEvent::IdentityChecked { party: *who });
        let declared = last(&|event| *event == ReissueEvent::DeclarationSigned { party: *who });
        rising(&[identified, accepted, declared, reviewed, numbered])
    });
    let original = last(&|event| event.kind() == ReissueMove::NameOriginal);
    let mainland = original.is_some_and(|at| {
        !matches!(walk[at], ReissueEvent::OriginalNamed { at: RegisteredAt::Elsewhere, .. })
    });
    let given = |wanted: &[Proof]| {
        walk.iter().any(|event| matches!(event, ReissueEvent::ProofGiven { proof } if wanted.contains(proof)))
    };
    let record = looked_up.is_some_and(|at| match &walk[at] {
        ReissueEvent::ArchiveChecked { archive: Archive::Found { agrees: true, .. } } => true,
        ReissueEvent::ArchiveChecked { archive: Archive::Found { agrees: false, .. } } => {
            given(&[Proof::HouseholdChangePage, Proof::PoliceIdentityProof])
        }
        ReissueEvent::ArchiveChecked { archive: Archive::NoRecord } => given(&Proof::ALL[..6]),
        _ => false,
    });
    let checked = walk.iter().rev().find_map(|event| match event {
        ReissueEvent::NetworkChecked { result, .. } => Some(*result),
        _ => None,
    });
    let status = match checked {
        Some(NetworkResult::Consistent) => true,
        Some(NetworkResult::Inconsistent) => given(&[Proof::RegistrationRecord, Proof::CourtDocument]),
        Some(NetworkResult::Unavailable) | None => false,
    };
    each && mainland && record && status && rising(&[looked_up, accepted])
}

fn rising(steps: &[Option<usize>]) -> bool {
    steps.iter().all(Option::is_some) && steps.is_sorted()
}

fn ends_early(event: &ReissueEvent) -> bool {
    matches!(event.kind(), ReissueMove::Refuse | ReissueMove::Withdraw)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn random_walks_never_get_stuck_never_skip_and_never_do_a_thing_twice(
        tries in prop::collection::vec(0..1000_usize, 1..300), leave_early in prop::bool::weighted(0.2),
    ) {
        let fixed = repertoire();
        let (mut state, mut walk) = (ReissueState::default(), Vec::new());
        for pick in tries {
            let fresh = fresh(&state);
            let all: Vec<_> = fixed.iter().chain(&fresh).collect();
            let event = all[pick % all.len()];
            if ends_early(event) && !leave_early {
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
            if state.reached() == Reached::Reissued {
                prop_assert!(earned(&walk), "reissued by {walk:?}");
                prop_assert_eq!(state.matter(), Some(Matter::Marriage));
            }
        }
        prop_assert_eq!(fold(&walk), Ok(state));
    }

}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(80))]

    #[test]
    fn every_offered_move_can_really_be_made(tries in prop::collection::vec(0..1000_usize, 1..120)) {
        let all = repertoire();
        let mut state = ReissueState::default();
        for pick in tries {
            for kind in legal_moves(&state) {
                let fresh = fresh(&state);
                let mut possible = all.iter().chain(&fresh).filter(|event| event.kind() == kind);
                // A second review on one day is the only one that waits for another day.
                let waits = kind == ReissueMove::PassReview && state.reached() == Reached::Reviewed;
                let made = possible.any(|event| apply(&state, event).is_ok());
                prop_assert!(made || waits, "{kind} is offered and impossible in {state:?}");
            }
            let event = &all[pick % all.len()];
            if !ends_early(event) {
                state = apply(&state, event).unwrap_or(state);
            }
        }
    }

}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn walks_that_take_what_is_offered_reach_the_end(seed in prop::collection::vec(0..1000_usize, 600)) {
        let fixed = repertoire();
        let mut state = ReissueState::default();
        for pick in seed {
            let fresh = fresh(&state);
            let possible: Vec<_> = fixed
                .iter()
                .chain(&fresh)
                .filter(|event| !ends_early(event))
                // Looking again and again, or correcting again and again, is no way to the end.
                .filter(|event| pick % 5 == 0 || !matches!(event.kind(),
                    ReissueMove::Ask | ReissueMove::CheckNetwork | ReissueMove::CorrectNumbers
                    | ReissueMove::NameOriginal | ReissueMove::CheckArchive | ReissueMove::AskForPapers))
                .filter_map(|event| apply(&state, event).ok())
                .collect();
            if state.end().is_some() {
                break;
            }
            if !possible.is_empty() {
                state = possible[pick % possible.len()].clone();
            }
        }
        prop_assert_eq!(state.end(), Some(End::Issued));
    }
}

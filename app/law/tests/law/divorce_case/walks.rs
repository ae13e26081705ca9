//! Random walks over random days: never stuck before an end, never a step skipped, never outside the dates.

use chrono::{Days, NaiveDate};
use law::certificate::CertificateNo;
use law::checklist::Item;
use law::divorce_case::{
    AgreementShown, CertificatesSeen, CloseCause, Counselling, DivorceEvent, DivorceMove, DivorceState, End,
    MoveFault, NotAcceptedGround, Reached, ReceiptBrought, RefusedGround, ReviewPoint, SignedPaper, Standing,
    When, apply, fold, legal_moves, may,
};
use law::eligibility::Party;
use law::marriage_case::VoidReason;
use proptest::prelude::*;

use super::{accepted, booklet, certificate, dates, opened, pre_checked};
use crate::dates::d;

/// Every event that a walk may try on a day: several of each kind, right and wrong ones.
fn repertoire(on: NaiveDate, serial: u32) -> Vec<DivorceEvent> {
    let number: CertificateNo = certificate(&format!("L370126-2026-{serial:06}"));
    let mut all = vec![
        opened(),
        DivorceEvent::CertificatesSeen { seen: CertificatesSeen::Both },
        DivorceEvent::CertificatesSeen { seen: CertificatesSeen::BothLost },
        DivorceEvent::AgreementDeclared { shown: AgreementShown::Shown },
        DivorceEvent::AgreementDeclared { shown: AgreementShown::DeclaredSigned },
        pre_checked(),
        DivorceEvent::PapersMissing { items: [Item::IdCards].into() },
        DivorceEvent::PapersMissing { items: [].into() },
        DivorceEvent::PapersBrought,
        DivorceEvent::NotAccepted { ground: NotAcceptedGround::NoAgreement, on },
        accepted(),
        DivorceEvent::CounsellingOffered { answer: Counselling::Later },
        DivorceEvent::CounsellingOffered { answer: Counselling::Declined },
        DivorceEvent::ReviewBegun {
            on,
            points: ReviewPoint::ALL.iter().copied().collect(),
            ticket: None,
            late_reason: None,
        },
        DivorceEvent::ReviewBegun {
            on,
            points: [ReviewPoint::PhotosFit].into(),
            ticket: None,
            late_reason: None,
        },
        DivorceEvent::AgreementSigned,
        DivorceEvent::Reviewed,
        DivorceEvent::ReviewRefused { ground: RefusedGround::AgreementIncomplete, on },
        DivorceEvent::ReviewRefused { ground: RefusedGround::TooLate, on },
        DivorceEvent::Registered {
            on,
            certificate: number,
            booklets: [booklet("10000001"), booklet("10000002")],
        },
        DivorceEvent::Registered {
            on,
            certificate: number,
            booklets: [booklet("10000003"), booklet("10000003")],
        },
        DivorceEvent::BookletVoided {
            party: Party::First,
            spoilt: booklet("10000001"),
            replacement: booklet("10000009"),
            reason: VoidReason::Misprint,
        },
        DivorceEvent::CertificatesStamped,
        DivorceEvent::Issued,
        DivorceEvent::RegistrationUndone { reason: "没领就走了".into() },
        DivorceEvent::PartiesLeft,
        DivorceEvent::ClosedOther { on, cause: CloseCause::CourtDivorce, reason: "判决书".into() },
    ];
    for party in [Party::First, Party::Second] {
        all.push(DivorceEvent::IdentityChecked { party });
        all.push(DivorceEvent::Withdrawn { by: party, on, receipt: ReceiptBrought::Shown, ticket: None });
        all.push(DivorceEvent::QuestioningOpened { party });
        all.push(DivorceEvent::QuestioningClosed { party });
        all.push(DivorceEvent::DeclarationSigned { party });
    }
    all.extend(SignedPaper::ALL.iter().map(|paper| DivorceEvent::PaperSigned { paper: *paper }));
    all
}

const fn ends(event: &DivorceEvent) -> bool {
    matches!(
        event.kind(),
        DivorceMove::NotAccept
            | DivorceMove::Leave
            | DivorceMove::Close
            | DivorceMove::Withdraw
            | DivorceMove::RefuseAtReview
            | DivorceMove::UndoRegistration
    )
}

/// What must have happened before a registration, read from the walk itself and not from the state.
fn earned_registration(walk: &[DivorceEvent]) -> bool {
    let Some(end) = walk.iter().rposition(|event| event.kind() == DivorceMove::Register) else { return true };
    let Some(begin) = walk[..end].iter().rposition(|event| event.kind() == DivorceMove::BeginReview) else {
        return false;
    };
    let review = &walk[begin..end];
    let place = |wanted: &DivorceEvent| review.iter().position(|event| event == wanted);
    let questioned = |party| {
        let opened = place(&DivorceEvent::QuestioningOpened { party })?;
        let closed = place(&DivorceEvent::QuestioningClosed { party })?;
        (opened < closed).then_some((opened, closed))
    };
    let (Some(a), Some(b)) = (questioned(Party::First), questioned(Party::Second)) else { return false };
    let apart = a.1 < b.0 || b.1 < a.0;
    let declared = [Party::First, Party::Second].into_iter().all(|party| {
        place(&DivorceEvent::DeclarationSigned { party }).is_some_and(|at| at > a.1 && at > b.1)
    });
    let days: Vec<_> = walk[begin..=end]
        .iter()
        .filter_map(|event| match event {
            DivorceEvent::ReviewBegun { on, .. } | DivorceEvent::Registered { on, .. } => Some(*on),
            _ => None,
        })
        .collect();
    let inside = days.iter().all(|day| (d("2026-02-25")..=d("2026-03-26")).contains(day) && *day == days[0]);
    apart && declared && inside && place(&DivorceEvent::AgreementSigned).is_some()
}

/// The day of the act as the office would hand it in.
fn day_of_walk(elapsed: u64) -> NaiveDate {
    d("2026-01-16") + Days::new(elapsed)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn random_walks_over_random_days_never_skip_a_step_and_never_leave_the_dates(
        tries in prop::collection::vec((0..1000_usize, 0..8_u64), 1..260), endings in prop::bool::weighted(0.2),
    ) {
        let (mut state, mut walk, mut elapsed) = (DivorceState::default(), Vec::new(), 0);
        for (serial, (pick, pause)) in (1..).zip(tries) {
            // Days pass only once the application is accepted, and slowly.
            if state.reached() >= Reached::Accepted && pause == 7 {
                elapsed += 3;
            }
            let today = day_of_walk(elapsed);
            let all = repertoire(today, serial);
            let event = &all[pick % all.len()];
            if ends(event) && !endings {
                continue;
            }
            let offered = legal_moves(&state, When::served(today));
            match apply(&state, event) {
                Ok(next) => {
                    // What has no day of its own is offered as long as the review is of today.
                    let same_day = state.review().is_none_or(|review| review.on == today);
                    let known = offered.contains(&event.kind()) || !event.kind().is_offered() || !same_day;
                    prop_assert!(known, "{:?} was not offered", event.kind());
                    prop_assert!(apply(&next, event).is_err(), "{event:?} was accepted twice");
                    walk.push(event.clone());
                    state = next;
                }
                Err(refusal) => {
                    if let Err(first) = may(&state, event.kind(), When::served(today))
                        && state.review().is_none_or(|review| review.on == today)
                    {
                        prop_assert_eq!(first.fault, refusal.fault, "{:?}", event);
                    }
                }
            }
            prop_assert!(earned_registration(&walk), "registered by {walk:?}");
            let nothing = legal_moves(&state, When::served(today)).is_empty();
            prop_assert_eq!(nothing, state.end().is_some() || state.opening().is_none());
        }
        prop_assert_eq!(fold(&walk), Ok(state));
    }

    #[test]
    fn on_every_day_the_two_rights_follow_the_dates_and_never_meet(offset in -10..90_i64) {
        let day = d("2026-01-16") + chrono::TimeDelta::days(offset);
        let state = fold(&super::way_to_accepted()).unwrap();
        let (withdraw, review) = (
            may(&state, DivorceMove::Withdraw, When::served(day)),
            may(&state, DivorceMove::BeginReview, When::served(day)),
        );
        let dates = dates();
        prop_assert_eq!(withdraw.is_ok(), (dates.accepted..=dates.cooling_off_last).contains(&day));
        prop_assert_eq!(review.is_ok(), (dates.issuance_first..=dates.issuance_last).contains(&day));
        prop_assert!(withdraw.is_err() || review.is_err());
        let lapsed = matches!(state.standing(day), Standing::Lapsed { .. });
        prop_assert_eq!(lapsed, day >= dates.lapses_on());
        if lapsed {
            prop_assert_eq!(withdraw.unwrap_err().fault, MoveFault::Lapsed);
        }
        // A refusal that names a day tells the truth.
        if let Err(refusal) = review && let Some(day) = refusal.works_on {
            prop_assert!(may(&state, DivorceMove::BeginReview, When::served(day)).is_ok());
        }
    }

    #[test]
    fn walks_that_take_what_is_offered_reach_the_end(seed in prop::collection::vec(0..1000_usize, 300)) {
        let mut state = DivorceState::default();
        for pick in seed {
            let day = if state.reached() < Reached::Accepted { d("2026-01-16") } else { d("2026-03-02") };
            let all = repertoire(day, 1);
            let waits = [DivorceMove::OfferCounselling, DivorceMove::AskForPapers];
            let possible: Vec<_> = all
                .iter()
                .filter(|event| !ends(event) && !waits.contains(&event.kind()))
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

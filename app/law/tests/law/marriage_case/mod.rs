//! The case at the counter: the way through, what must come first, and every way out.

mod walks;

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
    for event in walks::repertoire() {
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

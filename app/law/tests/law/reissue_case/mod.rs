//! A certificate issued again: the way through, what must come first, who may ask, and every way out.

mod walks;
mod who;

use std::collections::BTreeSet;

use chrono::NaiveDateTime;
use law::Lang;
use law::certificate::{BookletNo, CertificateKind, CertificateNo, OfficeCode};
use law::checklist::Item;
use law::eligibility::Party;
use law::marriage_case::{NetworkResult, SignedPaper, VoidReason};
use law::reissue_case::{
    Archive, Asking, End, Matter, MoveFault, PreCheckPoint, Proof, REVIEW_OPINION, Reached, Reason,
    RefusedGround, RegisteredAt, ReissueEvent, ReissueMove, ReissueState, Step, apply, fold, legal_moves,
    may,
};

use crate::dates::d;

fn booklet(text: &str) -> BookletNo {
    BookletNo::parse(text).unwrap()
}

fn certificate(text: &str) -> CertificateNo {
    CertificateNo::parse(text).unwrap()
}

fn opened(matter: Matter) -> ReissueEvent {
    ReissueEvent::Opened { on: d("2026-02-10"), office: OfficeCode::parse("370126").unwrap(), matter }
}

fn both(reason: Reason) -> Asking {
    Asking { applicants: Party::ALL.iter().copied().collect(), reason, alone: None, proxy: None }
}

fn one(reason: Reason) -> Asking {
    Asking {
        applicants: BTreeSet::from([Party::First]),
        reason,
        alone: Some("对方在外地住院".into()),
        proxy: None,
    }
}

fn asked(asking: Asking) -> ReissueEvent {
    ReissueEvent::AskedBy { asking }
}

fn original() -> ReissueEvent {
    ReissueEvent::OriginalNamed { registered_on: d("2009-10-08"), at: RegisteredAt::Mainland }
}

fn found(agrees: bool) -> Archive {
    Archive::Found { file_no: "2009-结-0231".into(), keeper: "商河县民政局".into(), agrees }
}

fn archive(archive: Archive) -> ReissueEvent {
    ReissueEvent::ArchiveChecked { archive }
}

fn network(result: NetworkResult, at: &str) -> ReissueEvent {
    let at = NaiveDateTime::parse_from_str(at, "%Y-%m-%d %H:%M").unwrap();
    ReissueEvent::NetworkChecked { result, at, officer: "officer-1".into() }
}

fn consistent() -> ReissueEvent {
    network(NetworkResult::Consistent, "2026-02-10 10:37")
}

fn pre_checked() -> ReissueEvent {
    ReissueEvent::PreChecked { points: PreCheckPoint::ALL.iter().copied().collect() }
}

fn reviewed() -> ReissueEvent {
    ReissueEvent::Reviewed { on: d("2026-02-10") }
}

fn reissued(number: &str, booklets: &[&str]) -> ReissueEvent {
    ReissueEvent::Reissued {
        on: d("2026-02-10"),
        certificate: certificate(number),
        booklets: booklets.iter().map(|text| booklet(text)).collect(),
    }
}

/// Both ask for a lost marriage certificate, up to acceptance.
fn way_to_acceptance(asking: Asking) -> Vec<ReissueEvent> {
    let mut way = vec![opened(Matter::Marriage), asked(asking.clone())];
    way.extend(asking.applicants.iter().map(|party| ReissueEvent::IdentityChecked { party: *party }));
    way.extend([original(), pre_checked(), archive(found(true)), consistent()]);
    way
}

fn way_to_review(asking: Asking) -> Vec<ReissueEvent> {
    let mut way = way_to_acceptance(asking.clone());
    way.push(ReissueEvent::Accepted);
    way.extend(asking.applicants.iter().map(|party| ReissueEvent::DeclarationSigned { party: *party }));
    way.push(reviewed());
    way
}

fn whole_way(asking: Asking) -> Vec<ReissueEvent> {
    let mut way = way_to_review(asking.clone());
    way.push(reissued("BJ370126-2026-000007", &["10000001", "10000002"]));
    if asking.reason.has_old_certificate() {
        way.push(ReissueEvent::OldCertificateVoided);
    }
    way.extend(SignedPaper::ALL.iter().map(|paper| ReissueEvent::PaperSigned { paper: *paper }));
    way.push(ReissueEvent::Issued);
    way
}

fn state(events: &[ReissueEvent]) -> ReissueState {
    fold(events).unwrap()
}

fn fault(events: &[ReissueEvent], event: &ReissueEvent) -> MoveFault {
    apply(&state(events), event).unwrap_err()
}

#[test]
fn a_lost_marriage_certificate_is_replaced_and_keeps_its_day_of_registration() {
    let done = state(&whole_way(both(Reason::Lost)));
    assert_eq!(done.end(), Some(End::Issued));
    let reissue = done.reissue().unwrap();
    assert_eq!(reissue.registered_on, d("2009-10-08"), "the certificate bears the original day");
    assert_eq!(reissue.on, d("2026-02-10"));
    assert_eq!(reissue.certificate.to_string(), "BJ370126-2026-000007");
    assert_eq!(reissue.booklets.len(), 2);
    assert!(legal_moves(&done).is_empty());
    assert_eq!(REVIEW_OPINION, "符合补发条件，准予补发");
    assert_eq!(Reason::Lost.remark(), "遗失补发");
    assert_eq!(Reason::Damaged.remark(), "损毁补发");
}

#[test]
fn a_divorce_certificate_has_one_booklet_under_bl() {
    let mut way = vec![
        opened(Matter::Divorce),
        asked(one(Reason::Lost)),
        ReissueEvent::IdentityChecked { party: Party::First },
        original(),
        pre_checked(),
        archive(found(true)),
        consistent(),
        ReissueEvent::Accepted,
        ReissueEvent::DeclarationSigned { party: Party::First },
        reviewed(),
    ];
    let two = reissued("BL370126-2026-000001", &["10000001", "10000002"]);
    assert_eq!(fault(&way, &two), MoveFault::BookletsMiscounted);
    let wrong = reissued("BJ370126-2026-000001", &["10000001"]);
    assert_eq!(fault(&way, &wrong), MoveFault::CertificateWrongKind);
    way.push(reissued("BL370126-2026-000001", &["10000001"]));
    assert_eq!(state(&way).reached(), Reached::Reissued);
}

#[test]
fn the_number_must_be_of_this_office_this_year_and_this_certificate() {
    let way = way_to_review(both(Reason::Lost));
    for (number, expected) in [
        ("J370126-2026-000007", MoveFault::CertificateWrongKind),
        ("L370126-2026-000007", MoveFault::CertificateWrongKind),
        ("BL370126-2026-000007", MoveFault::CertificateWrongKind),
        ("BJ370125-2026-000007", MoveFault::CertificateWrongOffice),
        ("BJ370126-2009-000007", MoveFault::CertificateWrongYear),
    ] {
        assert_eq!(fault(&way, &reissued(number, &["10000001", "10000002"])), expected, "{number}");
    }
    let same = reissued("BJ370126-2026-000007", &["10000001", "10000001"]);
    assert_eq!(fault(&way, &same), MoveFault::SameBooklet);
    let single = reissued("BJ370126-2026-000007", &["10000001"]);
    assert_eq!(fault(&way, &single), MoveFault::BookletsMiscounted);
}

#[test]
fn each_step_names_what_has_to_come_first() {
    let way = whole_way(both(Reason::Damaged));
    let position = |wanted: &ReissueEvent| way.iter().position(|event| event == wanted).unwrap();
    let open_and_asked = &way[..2];
    for (events, event, expected) in [
        (&way[..0], ReissueEvent::Accepted, MoveFault::NotOpened),
        (&way[..1], pre_checked(), MoveFault::AskFirst),
        (&way[..1], ReissueEvent::IdentityChecked { party: Party::First }, MoveFault::AskFirst),
        (open_and_asked, ReissueEvent::Accepted, MoveFault::PreCheckFirst),
        (open_and_asked, archive(found(true)), MoveFault::OriginalFirst),
        (open_and_asked, ReissueEvent::DeclarationSigned { party: Party::First }, MoveFault::AcceptFirst),
        (open_and_asked, reviewed(), MoveFault::AcceptFirst),
        (&way[..position(&archive(found(true)))], ReissueEvent::Accepted, MoveFault::ArchiveFirst),
        (&way[..position(&consistent())], ReissueEvent::Accepted, MoveFault::NetworkCheckFirst),
        (&way[..=position(&ReissueEvent::Accepted)], reviewed(), MoveFault::DeclarationsFirst),
        (&way[..position(&reviewed())], way[position(&reviewed()) + 1].clone(), MoveFault::ReviewFirst),
        (
            &way[..position(&ReissueEvent::OldCertificateVoided)],
            ReissueEvent::Issued,
            MoveFault::OldCertificateFirst,
        ),
        (
            &way[..=position(&ReissueEvent::OldCertificateVoided)],
            ReissueEvent::Issued,
            MoveFault::SignaturesFirst,
        ),
    ] {
        assert_eq!(fault(events, &event), expected, "{event:?}");
    }
    let mut unidentified = way.clone();
    unidentified.remove(position(&ReissueEvent::IdentityChecked { party: Party::Second }));
    unidentified.truncate(position(&ReissueEvent::Accepted) - 1);
    assert_eq!(fault(&unidentified, &ReissueEvent::Accepted), MoveFault::IdentityFirst);
}

#[test]
fn a_record_not_found_keeps_the_case_open_until_it_is_found_or_there_is_none() {
    let mut way = vec![
        opened(Matter::Marriage),
        asked(both(Reason::Lost)),
        ReissueEvent::IdentityChecked { party: Party::First },
        ReissueEvent::IdentityChecked { party: Party::Second },
        original(),
        pre_checked(),
        consistent(),
        archive(Archive::NotFound),
    ];
    let searching = state(&way);
    assert!(searching.searches_archive());
    assert_eq!(searching.end(), None);
    assert_eq!(fault(&way, &ReissueEvent::Accepted), MoveFault::ArchiveOpen);
    // What the neighbours say doesn't stand in for a record that may still be found.
    let neighbours = ReissueEvent::ProofGiven { proof: Proof::VillageStatement };
    assert_eq!(fault(&way, &neighbours), MoveFault::ProofNotNeeded);
    assert!(Archive::NotFound.what_next(Matter::Marriage, Lang::Zh).len() >= 3);

    let mut later = way.clone();
    later.extend([archive(found(true)), ReissueEvent::Accepted]);
    assert_eq!(state(&later).reached(), Reached::Accepted);

    way.push(archive(Archive::NoRecord));
    assert_eq!(fault(&way, &ReissueEvent::Accepted), MoveFault::StatusProofFirst);
    way.extend([neighbours, ReissueEvent::Accepted]);
    assert_eq!(state(&way).reached(), Reached::Accepted);
}

#[test]
fn a_record_that_differs_from_the_document_needs_proof_that_it_is_one_person() {
    let mut way = way_to_acceptance(both(Reason::DataMismatch));
    way.push(archive(found(false)));
    assert_eq!(fault(&way, &ReissueEvent::Accepted), MoveFault::IdentityProofFirst);
    let mut wrong = way.clone();
    wrong.push(ReissueEvent::ProofGiven { proof: Proof::HouseholdRegister });
    assert_eq!(fault(&wrong, &ReissueEvent::Accepted), MoveFault::IdentityProofFirst);
    way.push(ReissueEvent::ProofGiven { proof: Proof::HouseholdChangePage });
    assert!(apply(&state(&way), &ReissueEvent::Accepted).is_ok());
}

#[test]
fn a_found_record_needs_its_file_number_and_its_keeper() {
    let way = [opened(Matter::Marriage), asked(both(Reason::Lost)), original()];
    for (file_no, keeper) in [("", "商河县民政局"), ("2009-0231", " ")] {
        let blank = Archive::Found { file_no: file_no.into(), keeper: keeper.into(), agrees: true };
        assert_eq!(fault(&way, &archive(blank)), MoveFault::ArchiveNumberMissing);
    }
}

#[test]
fn what_the_system_says_against_the_status_is_outweighed_by_an_official_paper_alone() {
    let mut way = way_to_acceptance(both(Reason::Lost));
    way.push(network(NetworkResult::Inconsistent, "2026-02-10 10:40"));
    assert_eq!(fault(&way, &ReissueEvent::Accepted), MoveFault::StatusDiffers);
    way.push(ReissueEvent::ProofGiven { proof: Proof::RelativesStatement });
    assert_eq!(fault(&way, &ReissueEvent::Accepted), MoveFault::StatusDiffers);
    // The system going down afterwards doesn't wipe out what it said.
    let down = network(NetworkResult::Unavailable, "2026-02-10 10:45");
    assert_eq!(fault(&way, &down), MoveFault::StatusDiffers);
    let refused = apply(&state(&way), &ReissueEvent::Refused { ground: RefusedGround::Divorced }).unwrap();
    assert_eq!(refused.end(), Some(End::Refused { ground: RefusedGround::Divorced }));
    way.push(ReissueEvent::ProofGiven { proof: Proof::CourtDocument });
    assert!(apply(&state(&way), &ReissueEvent::Accepted).is_ok());
}

#[test]
fn a_status_found_to_differ_after_the_review_stops_the_reissue() {
    let mut way = way_to_review(both(Reason::Lost));
    way.push(network(NetworkResult::Inconsistent, "2026-02-10 11:00"));
    let numbers = reissued("BJ370126-2026-000007", &["10000001", "10000002"]);
    assert_eq!(fault(&way, &numbers), MoveFault::StatusDiffers);
}

#[test]
fn the_status_is_checked_and_reviewed_on_the_day_of_reissue() {
    let mut way = way_to_acceptance(both(Reason::Lost));
    way.push(ReissueEvent::Accepted);
    way.extend(Party::ALL.iter().map(|party| ReissueEvent::DeclarationSigned { party: *party }));
    let next_day = ReissueEvent::Reviewed { on: d("2026-02-11") };
    assert_eq!(fault(&way, &next_day), MoveFault::CheckAnotherDay);
    way.push(reviewed());
    let later = ReissueEvent::Reissued {
        on: d("2026-02-11"),
        certificate: certificate("BJ370126-2026-000007"),
        booklets: vec![booklet("10000001"), booklet("10000002")],
    };
    assert_eq!(fault(&way, &later), MoveFault::ReviewAnotherDay);
    way.extend([network(NetworkResult::Consistent, "2026-02-11 09:00"), next_day]);
    assert!(apply(&state(&way), &later).is_ok());
}

#[test]
fn what_was_registered_elsewhere_is_refused_and_not_accepted() {
    let mut way = way_to_acceptance(both(Reason::Lost));
    way.push(ReissueEvent::OriginalNamed { registered_on: d("2009-10-08"), at: RegisteredAt::Elsewhere });
    assert_eq!(fault(&way, &ReissueEvent::Accepted), MoveFault::RegisteredElsewhere);
    let ground = RefusedGround::NotRegisteredHere;
    assert!(apply(&state(&way), &ReissueEvent::Refused { ground }).is_ok());
    let mission = ReissueEvent::OriginalNamed { registered_on: d("2009-10-08"), at: RegisteredAt::Mission };
    way.push(mission);
    assert!(apply(&state(&way), &ReissueEvent::Accepted).is_ok());
    let ahead = ReissueEvent::OriginalNamed { registered_on: d("2026-02-11"), at: RegisteredAt::Mainland };
    assert_eq!(fault(&way, &ahead), MoveFault::OriginalInFuture);
}

#[test]
fn a_ground_must_be_one_of_this_certificate() {
    for ground in RefusedGround::ALL {
        for matter in Matter::ALL {
            let outcome = apply(&state(&[opened(*matter)]), &ReissueEvent::Refused { ground: *ground });
            assert_eq!(outcome.is_ok(), ground.concerns(*matter), "{ground} {matter}");
        }
    }
    assert!(!RefusedGround::SpouseDied.concerns(Matter::Divorce), "a divorce stands after the other's death");
}

#[test]
fn missing_papers_are_a_pause_during_which_the_archive_is_still_looked_through() {
    let mut way = way_to_acceptance(both(Reason::Lost));
    let missing = ReissueEvent::PapersMissing { items: BTreeSet::from([Item::JointPhotos]) };
    way.push(missing.clone());
    assert_eq!(fault(&way, &missing), MoveFault::AlreadyDone);
    assert_eq!(fault(&way, &ReissueEvent::Accepted), MoveFault::Paused);
    assert!(may(&state(&way), ReissueMove::CheckArchive).is_ok());
    way.extend([ReissueEvent::PapersBrought, ReissueEvent::Accepted]);
    assert_eq!(state(&way).reached(), Reached::Accepted);
    let none = ReissueEvent::PapersMissing { items: BTreeSet::new() };
    assert_eq!(fault(&way, &none), MoveFault::NothingMissing);
}

#[test]
fn a_request_is_taken_back_until_the_receipt_is_signed_and_the_papers_go_back_first() {
    let given = ReissueEvent::Withdrawn { papers_given_back: true };
    let way = whole_way(both(Reason::Lost));
    let receipt = ReissueEvent::PaperSigned { paper: SignedPaper::Receipt };
    let signed = way.iter().position(|event| *event == receipt).unwrap();
    for at in 1..=signed {
        let state = state(&way[..at]);
        let kept = ReissueEvent::Withdrawn { papers_given_back: false };
        assert_eq!(apply(&state, &kept), Err(MoveFault::GivePapersBackFirst));
        let end = apply(&state, &given).unwrap();
        assert_eq!(end.end(), Some(End::Withdrawn));
        assert_eq!(end.number_to_void().is_some(), state.reached() == Reached::Reissued);
    }
    assert_eq!(fault(&way[..=signed], &given), MoveFault::AlreadyReissued);
}

#[test]
fn a_spoilt_booklet_is_replaced_under_the_same_number_and_never_used_again() {
    let void = |spoilt: &str, replacement: &str| ReissueEvent::BookletVoided {
        spoilt: booklet(spoilt),
        replacement: booklet(replacement),
        reason: VoidReason::Misprint,
    };
    let mut way = way_to_review(both(Reason::Lost));
    way.push(reissued("BJ370126-2026-000007", &["10000001", "10000002"]));
    assert_eq!(fault(&way, &void("10000009", "10000003")), MoveFault::NotThisBooklet);
    assert_eq!(fault(&way, &void("10000001", "10000002")), MoveFault::SameBooklet);
    way.push(void("10000001", "10000003"));
    assert_eq!(fault(&way, &void("10000003", "10000001")), MoveFault::BookletVoided);
    let now = state(&way);
    assert_eq!(now.reissue().unwrap().booklets, [booklet("10000003"), booklet("10000002")]);
    assert_eq!(now.reissue().unwrap().certificate.to_string(), "BJ370126-2026-000007");
}

#[test]
fn a_lost_certificate_leaves_none_to_void_and_a_damaged_one_does() {
    let mut way = way_to_review(both(Reason::Lost));
    way.push(reissued("BJ370126-2026-000007", &["10000001", "10000002"]));
    assert_eq!(fault(&way, &ReissueEvent::OldCertificateVoided), MoveFault::NoOldCertificate);
    assert!(state(&whole_way(both(Reason::Damaged))).end().is_some());
}

#[test]
fn steps_follow_the_norm() {
    let titles: Vec<_> = Step::ALL.iter().map(|step| step.title(Lang::Zh)).collect();
    assert_eq!(titles, ["初审", "受理", "审查", "发证"]);
    let way = whole_way(both(Reason::Lost));
    let steps: Vec<_> = (1..=way.len()).map(|at| state(&way[..at]).step()).collect();
    assert!(steps.is_sorted());
    assert_eq!(steps.last(), Some(&Step::Issue));
}

#[test]
fn numbers_and_services_belong_to_their_certificate() {
    for (matter, kind, other) in [
        (Matter::Marriage, CertificateKind::ReissuedMarriage, CertificateKind::Divorce),
        (Matter::Divorce, CertificateKind::ReissuedDivorce, CertificateKind::Marriage),
    ] {
        assert_eq!(matter.kind(), kind);
        assert!(matter.is_replaced_by_kind(matter.first_kind()) && matter.is_replaced_by_kind(kind));
        assert!(!matter.is_replaced_by_kind(other));
        assert_eq!(Matter::of(matter.service()), Some(matter));
    }
}

#[test]
fn events_are_stored_by_name_and_read_again() {
    for event in whole_way(one(Reason::Damaged)) {
        let json = serde_json::to_string(&event).unwrap();
        assert!(json.starts_with("{\"event\":\""), "{json}");
        assert_eq!(serde_json::from_str::<ReissueEvent>(&json).unwrap(), event);
    }
}

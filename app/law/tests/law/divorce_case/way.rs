//! The way through, what must come first, and every way out.

use law::Lang;
use law::divorce_case::{
    AgreementShown, CertificatesSeen, CloseCause, Counselling, DivorceEvent, DivorceMove, DivorceState, End,
    MoveFault, NotAcceptedGround, PreCheckPoint, REVIEW_OPINION, Reached, RefusedGround, STAMP, Standing,
    Step, apply, fold, legal_moves, may,
};
use law::eligibility::Party;

use crate::dates::d;

use super::{
    accepted, after, certificate, dates, fault, opened, pre_checked, receipt, registered, review_begun,
    review_on, today, way_to_accepted, whole_way, withdrawn,
};

#[test]
fn the_whole_way_ends_with_a_booklet_for_each() {
    let state = after(&whole_way());
    assert_eq!(state.end(), Some(End::Issued));
    assert!(legal_moves(&state, today("2026-03-02")).is_empty());
    assert_eq!(REVIEW_OPINION, "符合离婚条件，准予登记");
    assert_eq!(STAMP, "双方离婚，证件失效");
}

#[test]
fn every_step_of_the_way_is_offered_before_it_is_made_and_its_json_comes_back() {
    let mut state = DivorceState::default();
    for event in whole_way() {
        let day = if state.reached() < Reached::Accepted { "2026-01-16" } else { "2026-03-02" };
        let offered = legal_moves(&state, today(day)).contains(&event.kind());
        assert!(offered || !event.kind().is_offered(), "{:?}", event.kind());
        let json = serde_json::to_string(&event).unwrap();
        assert_eq!(serde_json::from_str::<DivorceEvent>(&json).unwrap(), event);
        state = apply(&state, &event).unwrap();
    }
}

#[test]
fn each_is_questioned_alone_and_the_first_is_done_before_the_second_begins() {
    let mut way = way_to_accepted();
    way.push(review_begun("2026-03-02"));
    way.push(DivorceEvent::QuestioningOpened { party: Party::First });
    let state = after(&way);
    let second = DivorceEvent::QuestioningOpened { party: Party::Second };
    assert_eq!(fault(&state, &second).fault, MoveFault::QuestioningOpen);
    let other = DivorceEvent::QuestioningClosed { party: Party::Second };
    assert_eq!(fault(&state, &other).fault, MoveFault::QuestioningNotOpen);
    let declared = DivorceEvent::DeclarationSigned { party: Party::First };
    assert_eq!(fault(&state, &declared).fault, MoveFault::QuestioningFirst);
    way.push(DivorceEvent::QuestioningClosed { party: Party::First });
    let again = DivorceEvent::QuestioningOpened { party: Party::First };
    assert_eq!(fault(&after(&way), &again).fault, MoveFault::AlreadyDone);
}

#[test]
fn nothing_is_reviewed_before_both_declared_and_signed_the_agreement() {
    let mut way = way_to_accepted();
    way.extend(review_on("2026-03-02").into_iter().take(5));
    assert_eq!(fault(&after(&way), &DivorceEvent::Reviewed).fault, MoveFault::DeclarationsFirst);
    way.push(DivorceEvent::DeclarationSigned { party: Party::First });
    assert_eq!(fault(&after(&way), &DivorceEvent::Reviewed).fault, MoveFault::DeclarationsFirst);
    way.push(DivorceEvent::DeclarationSigned { party: Party::Second });
    assert_eq!(fault(&after(&way), &DivorceEvent::Reviewed).fault, MoveFault::AgreementSignatureFirst);
    assert_eq!(fault(&after(&way), &registered("2026-03-02")).fault, MoveFault::ReviewFirst);
}

#[test]
fn a_refusal_at_review_ends_nothing() {
    let mut way = way_to_accepted();
    way.extend(review_on("2026-03-02").into_iter().take(3));
    way.push(DivorceEvent::ReviewRefused { ground: RefusedGround::NotVoluntaryNow, on: d("2026-03-02") });
    let state = after(&way);
    assert_eq!((state.end(), state.refusals().len()), (None, 1));
    assert!(apply(&state, &review_begun("2026-03-02")).is_ok());
    // A ground that the dates contradict is none.
    let wrong = DivorceEvent::ReviewRefused { ground: RefusedGround::TooEarly, on: d("2026-03-02") };
    assert_eq!(fault(&state, &wrong).fault, MoveFault::GroundNotNow);
    let late = DivorceEvent::ReviewRefused { ground: RefusedGround::TooLate, on: d("2026-03-27") };
    assert!(apply(&state, &late).is_ok());
}

#[test]
fn before_acceptance_identity_certificates_and_agreement_come_first() {
    let mut state = after(&[opened()]);
    for (event, first) in [
        (DivorceEvent::IdentityChecked { party: Party::First }, MoveFault::IdentityFirst),
        (DivorceEvent::IdentityChecked { party: Party::Second }, MoveFault::IdentityFirst),
        (
            DivorceEvent::CertificatesSeen { seen: CertificatesSeen::OneLost { lost_by: Party::Second } },
            MoveFault::CertificatesFirst,
        ),
        (DivorceEvent::AgreementDeclared { shown: AgreementShown::Shown }, MoveFault::AgreementFirst),
    ] {
        assert_eq!(fault(&state, &pre_checked()).fault, first);
        assert_eq!(fault(&state, &accepted()).fault, MoveFault::PreCheckFirst);
        state = apply(&state, &event).unwrap();
    }
    let partly = DivorceEvent::PreChecked { points: [PreCheckPoint::BothPresent].into() };
    assert_eq!(fault(&state, &partly).fault, MoveFault::PointsOpen);
    assert!(apply(&state, &pre_checked()).is_ok());
    let refused = DivorceEvent::NotAccepted { ground: NotAcceptedGround::NoAgreement, on: d("2026-01-16") };
    assert_eq!(fault(&apply(&state, &refused).unwrap(), &accepted()).fault, MoveFault::CaseEnded);
}

#[test]
fn a_missing_paper_holds_up_acceptance_and_no_statutory_right() {
    let mut way = way_to_accepted();
    way.push(DivorceEvent::PapersMissing { items: [law::checklist::Item::IdCards].into() });
    let state = after(&way);
    assert_eq!(
        may(&state, DivorceMove::BeginReview, today("2026-03-02")).unwrap_err().fault,
        MoveFault::Paused
    );
    assert!(apply(&state, &withdrawn(Party::Second, "2026-02-10")).is_ok());
    let counselling = DivorceEvent::CounsellingOffered { answer: Counselling::Declined };
    assert!(apply(&state, &counselling).is_ok());
}

#[test]
fn counselling_is_never_in_the_way() {
    let without = after(&whole_way());
    assert_eq!(without.counselling(), None);
    let state = after(&way_to_accepted());
    for answer in Counselling::ALL {
        let offered = apply(&state, &DivorceEvent::CounsellingOffered { answer: *answer }).unwrap();
        assert_eq!(offered.counselling(), Some(*answer));
        let day = today("2026-02-10");
        assert_eq!(legal_moves(&offered, day), legal_moves(&state, day));
    }
}

#[test]
fn with_both_certificates_lost_there_is_nothing_to_stamp() {
    let stamped = |seen: CertificatesSeen| {
        let mut way = whole_way();
        way[3] = DivorceEvent::CertificatesSeen { seen };
        way.retain(|event| *event != DivorceEvent::CertificatesStamped);
        fold(&way).map(|state| state.end())
    };
    assert_eq!(stamped(CertificatesSeen::BothLost), Ok(Some(End::Issued)));
    for seen in [CertificatesSeen::Both, CertificatesSeen::OneLost { lost_by: Party::First }] {
        assert_eq!(stamped(seen).unwrap_err().refusal.fault, MoveFault::StampFirst);
    }
}

#[test]
fn an_undone_registration_leaves_a_gap_and_the_application_as_it_was() {
    let mut way = way_to_accepted();
    way.extend(review_on("2026-03-02"));
    way.push(registered("2026-03-02"));
    let undone = DivorceEvent::RegistrationUndone { reason: "没签名就走了".into() };
    let state = apply(&after(&way), &undone).unwrap();
    assert_eq!(state.void_numbers(), [certificate("L370126-2026-000001")]);
    assert_eq!(state.standing(d("2026-03-26")), Standing::Issuance);
    assert_eq!(state.standing(d("2026-03-27")), Standing::Lapsed { since: d("2026-03-27") });
    way.push(DivorceEvent::CertificatesStamped);
    assert_eq!(fault(&after(&way), &undone).fault, MoveFault::AlreadyRegistered);
}

#[test]
fn death_and_court_close_a_case_with_a_reason() {
    let state = after(&way_to_accepted());
    let closed = |reason: &str| DivorceEvent::ClosedOther {
        on: d("2026-02-01"),
        cause: CloseCause::Death,
        reason: reason.into(),
    };
    assert_eq!(fault(&state, &closed(" ")).fault, MoveFault::ReasonMissing);
    let ended = apply(&state, &closed("死亡医学证明")).unwrap();
    assert_eq!(fault(&ended, &withdrawn(Party::First, "2026-02-02")).fault, MoveFault::CaseEnded);
}

#[test]
fn an_application_of_before_is_taken_up_with_its_dates() {
    let way = [opened(), DivorceEvent::TakenUp { receipt_no: receipt(), dates: dates() }];
    let state = after(&way);
    assert_eq!((state.reached(), state.step(d("2026-02-01"))), (Reached::Accepted, Step::ThirtyDays));
    assert!(apply(&state, &withdrawn(Party::Second, "2026-02-01")).is_ok());
    assert_eq!(fault(&state, &accepted()).fault, MoveFault::AlreadyAccepted);
}

#[test]
fn every_ground_has_its_words_its_article_and_what_would_work() {
    for lang in [Lang::Zh, Lang::En] {
        for ground in NotAcceptedGround::ALL {
            for words in [ground.words(lang), ground.article(lang), ground.what_next(lang)] {
                assert!(words.len() > 5 && !words.contains("夫妻") && !words.contains('！'), "{words}");
            }
        }
        for ground in RefusedGround::ALL {
            for words in [ground.words(lang), ground.article(lang), ground.what_next(lang)] {
                assert!(words.len() > 5 && !words.contains("夫妻") && !words.contains('！'), "{words}");
            }
        }
    }
    assert!(MoveFault::ALL.len() > 30);
}

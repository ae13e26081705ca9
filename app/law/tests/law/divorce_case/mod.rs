//! The divorce at the counter: the way through, what each day allows, and every way out.

mod walks;

use law::Lang;
use law::calendar::Calendar;
use law::certificate::{BookletNo, CertificateNo, OfficeCode};
use law::divorce_case::{
    AgreementShown, ApplicationDates, CertificatesSeen, CloseCause, Counselling, DatesFault, DivorceEvent,
    DivorceMove, DivorceState, End, MoveFault, MoveReason, NotAcceptedGround, PreCheckPoint, REVIEW_OPINION,
    Reached, ReceiptBrought, ReceiptFault, ReceiptNo, Refusal, RefusedGround, ReviewPoint, STAMP, SheetWords,
    SignedPaper, Standing, Step, Ticket, When, apply, fold, legal_moves, may,
};
use law::divorce_clock::{RestDayPolicy, clock};
use law::eligibility::Party;

use crate::dates::d;

/// Accepted on 16 January 2026: the thirty days end on 24 February, the window is 25 February to 26 March.
fn dates() -> ApplicationDates {
    (&clock(d("2026-01-16"), &Calendar::embedded(), RestDayPolicy::default()).unwrap()).into()
}

fn receipt() -> ReceiptNo {
    ReceiptNo::parse("LSL-2026-0001").unwrap()
}

fn certificate(text: &str) -> CertificateNo {
    CertificateNo::parse(text).unwrap()
}

fn booklet(text: &str) -> BookletNo {
    BookletNo::parse(text).unwrap()
}

fn opened() -> DivorceEvent {
    DivorceEvent::Opened { on: d("2026-01-16"), office: OfficeCode::parse("370126").unwrap() }
}

fn accepted() -> DivorceEvent {
    DivorceEvent::Accepted { on: d("2026-01-16"), receipt_no: receipt(), dates: dates(), ours: None }
}

fn pre_checked() -> DivorceEvent {
    DivorceEvent::PreChecked { points: PreCheckPoint::ALL.iter().copied().collect() }
}

fn review_begun(on: &str) -> DivorceEvent {
    let points = ReviewPoint::ALL.iter().copied().collect();
    DivorceEvent::ReviewBegun { on: d(on), points, ticket: None, late_reason: None }
}

fn withdrawn(by: Party, on: &str) -> DivorceEvent {
    DivorceEvent::Withdrawn { by, on: d(on), receipt: ReceiptBrought::Shown, ticket: None }
}

fn registered(on: &str) -> DivorceEvent {
    DivorceEvent::Registered {
        on: d(on),
        certificate: certificate("L370126-2026-000001"),
        booklets: [booklet("10000001"), booklet("10000002")],
    }
}

fn way_to_accepted() -> Vec<DivorceEvent> {
    vec![
        opened(),
        DivorceEvent::IdentityChecked { party: Party::First },
        DivorceEvent::IdentityChecked { party: Party::Second },
        DivorceEvent::CertificatesSeen { seen: CertificatesSeen::Both },
        DivorceEvent::AgreementDeclared { shown: AgreementShown::DeclaredSigned },
        pre_checked(),
        accepted(),
    ]
}

fn review_on(on: &str) -> Vec<DivorceEvent> {
    vec![
        review_begun(on),
        DivorceEvent::QuestioningOpened { party: Party::Second },
        DivorceEvent::QuestioningClosed { party: Party::Second },
        DivorceEvent::QuestioningOpened { party: Party::First },
        DivorceEvent::QuestioningClosed { party: Party::First },
        DivorceEvent::DeclarationSigned { party: Party::First },
        DivorceEvent::DeclarationSigned { party: Party::Second },
        DivorceEvent::AgreementSigned,
        DivorceEvent::Reviewed,
    ]
}

fn whole_way() -> Vec<DivorceEvent> {
    let mut way = way_to_accepted();
    way.extend(review_on("2026-03-02"));
    way.push(registered("2026-03-02"));
    way.push(DivorceEvent::CertificatesStamped);
    way.extend(SignedPaper::ALL.iter().map(|paper| DivorceEvent::PaperSigned { paper: *paper }));
    way.push(DivorceEvent::Issued);
    way
}

fn after(events: &[DivorceEvent]) -> DivorceState {
    fold(events).unwrap()
}

fn fault(state: &DivorceState, event: &DivorceEvent) -> Refusal {
    apply(state, event).unwrap_err()
}

fn today(text: &str) -> When {
    When::served(d(text))
}

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
fn either_one_alone_withdraws_from_the_day_of_acceptance_to_the_last_of_the_thirty() {
    let state = after(&way_to_accepted());
    for by in [Party::First, Party::Second] {
        for on in ["2026-01-16", "2026-02-15", "2026-02-24"] {
            let ended = apply(&state, &withdrawn(by, on)).unwrap();
            assert_eq!(ended.end(), Some(End::Withdrawn { by, on: d(on) }));
            assert_eq!(fault(&ended, &withdrawn(by, on)).fault, MoveFault::AlreadyWithdrawn);
        }
    }
    for (on, why) in [
        ("2026-01-15", MoveFault::BeforeAcceptance),
        ("2026-02-25", MoveFault::TooLateToWithdraw),
        ("2026-03-26", MoveFault::TooLateToWithdraw),
        ("2026-03-27", MoveFault::Lapsed),
    ] {
        assert_eq!(fault(&state, &withdrawn(Party::First, on)).fault, why, "{on}");
    }
}

#[test]
fn the_window_opens_the_day_after_the_last_and_both_ends_are_in_it() {
    let state = after(&way_to_accepted());
    for on in ["2026-02-25", "2026-03-26"] {
        assert!(apply(&state, &review_begun(on)).is_ok(), "{on}");
    }
    let early = fault(&state, &review_begun("2026-02-24"));
    assert_eq!(early, Refusal::on(MoveFault::TooEarly, d("2026-02-25")));
    let words = early.words(d("2026-02-24"), Lang::Zh);
    assert!(words.contains("第二天起") && words.ends_with("最早2月25日 星期三"), "{words}");
    assert!(early.words(d("2025-12-31"), Lang::En).ends_with("Wed 25 February 2026 at the earliest"));
    assert_eq!(fault(&state, &review_begun("2026-03-27")).fault, MoveFault::Lapsed);
}

#[test]
fn a_lapse_is_no_event_but_follows_from_the_day() {
    let state = after(&way_to_accepted());
    assert_eq!(state.standing(d("2026-02-24")), Standing::CoolingOff);
    assert_eq!(state.standing(d("2026-02-25")), Standing::Issuance);
    assert_eq!(state.standing(d("2026-03-26")), Standing::Issuance);
    assert_eq!(state.standing(d("2026-03-27")), Standing::Lapsed { since: d("2026-03-27") });
    let moves = legal_moves(&state, today("2026-03-27"));
    assert!(!moves.contains(&DivorceMove::Withdraw) && !moves.contains(&DivorceMove::BeginReview));
    // Registered in time it never lapses, even with the booklets still on the table.
    let mut way = way_to_accepted();
    way.extend(review_on("2026-03-26"));
    way.push(registered("2026-03-26"));
    assert_eq!(after(&way).standing(d("2026-03-27")), Standing::Registered);
}

#[test]
fn on_a_last_day_the_office_closes_and_a_ticket_taken_in_time_keeps_the_day() {
    let state = after(&way_to_accepted());
    let closed = |day: &str| When { closed: true, ..today(day) };
    assert_eq!(
        may(&state, DivorceMove::Withdraw, closed("2026-02-24")).unwrap_err().fault,
        MoveFault::AfterClosing
    );
    assert!(may(&state, DivorceMove::Withdraw, closed("2026-02-23")).is_ok());
    let review = may(&state, DivorceMove::BeginReview, closed("2026-03-26"));
    assert_eq!(review.unwrap_err().fault, MoveFault::AfterClosing);
    let with = |on: &str, taken: &str, reason: &str| DivorceEvent::Withdrawn {
        by: Party::First,
        on: d(on),
        receipt: ReceiptBrought::Explained,
        ticket: Some(Ticket { taken_at: taken.parse().unwrap(), reason: reason.into() }),
    };
    assert!(apply(&state, &with("2026-02-24", "2026-02-24T16:55:00", "排队")).is_ok());
    let other_day = with("2026-02-20", "2026-02-20T16:55:00", "排队");
    assert_eq!(fault(&state, &other_day).fault, MoveFault::TicketNotInTime);
    let mismatch = with("2026-02-24", "2026-02-23T16:55:00", "排队");
    assert_eq!(fault(&state, &mismatch).fault, MoveFault::TicketNotInTime);
    let silent = with("2026-02-24", "2026-02-24T16:55:00", " ");
    assert_eq!(fault(&state, &silent).fault, MoveFault::ReasonMissing);
}

#[test]
fn on_a_rest_day_nothing_is_registered_and_the_next_day_is_told() {
    let state = after(&way_to_accepted());
    let rest = |day: &str, opens: &str| When { opens: Some(d(opens)), ..today(day) };
    let refused = may(&state, DivorceMove::BeginReview, rest("2026-03-07", "2026-03-09")).unwrap_err();
    assert_eq!(refused, Refusal::on(MoveFault::RestDay, d("2026-03-09")));
    // Withdrawal is a right of each day up to the last.
    assert!(may(&state, DivorceMove::Withdraw, rest("2026-02-21", "2026-02-24")).is_ok());
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
fn a_review_of_another_day_begins_anew() {
    let mut way = way_to_accepted();
    way.extend(review_on("2026-03-02"));
    let state = after(&way);
    assert_eq!(fault(&state, &registered("2026-03-03")).fault, MoveFault::ReviewAnotherDay);
    let again = apply(&state, &review_begun("2026-03-03")).unwrap();
    assert!(!again.review().unwrap().both_questioned());
    assert_eq!(again.reached(), Reached::UnderReview);
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
fn dates_move_for_open_applications_and_every_law_of_the_day_moves_with_them() {
    let later = ApplicationDates::typed(d("2026-01-16"), d("2026-02-26"), d("2026-03-30")).unwrap();
    let moved = DivorceEvent::DatesMoved { dates: later, why: MoveReason::Calendar };
    let state = apply(&after(&way_to_accepted()), &moved).unwrap();
    assert!(apply(&state, &withdrawn(Party::First, "2026-02-26")).is_ok());
    assert_eq!(fault(&state, &review_begun("2026-02-26")).fault, MoveFault::TooEarly);
    assert!(apply(&state, &review_begun("2026-03-30")).is_ok());
    assert_eq!(fault(&state, &moved).fault, MoveFault::AlreadyDone);
    let ended = apply(&state, &withdrawn(Party::First, "2026-02-26")).unwrap();
    assert_eq!(fault(&ended, &moved).fault, MoveFault::CaseEnded);
}

#[test]
fn typed_dates_are_refused_only_where_they_cut_short_and_far_ones_ask_for_a_supervisor() {
    let typed = |c: &str, i: &str| ApplicationDates::typed(d("2026-01-16"), d(c), d(i));
    assert!(typed("2026-02-15", "2026-03-17").is_ok());
    assert_eq!(typed("2026-02-14", "2026-03-17"), Err(DatesFault::CoolingOffTooShort));
    assert_eq!(typed("2026-02-15", "2026-03-16"), Err(DatesFault::IssuanceTooShort));
    assert_eq!(typed("2026-01-16", "2026-03-16"), Err(DatesFault::BadOrder));
    assert_eq!(typed("2026-02-20", "2026-02-20"), Err(DatesFault::BadOrder));
    let far = |c: &str, i: &str| typed(c, i).unwrap().difference(&dates()).needs_supervisor();
    assert!(!far("2026-03-11", "2026-04-10") && far("2026-03-12", "2026-04-11"));
    assert!(dates().difference(&dates()).is_none());
}

#[test]
fn a_receipts_number_is_put_right_as_typed_and_holds_a_digit() {
    assert_eq!(ReceiptNo::parse(" lsl－2026—0001 ").unwrap(), receipt());
    assert_eq!(ReceiptNo::parse("商离受〔2026〕12号").unwrap().as_str(), "商离受〔2026〕12号");
    assert_eq!(ReceiptNo::parse("  "), Err(ReceiptFault::Missing));
    assert_eq!(ReceiptNo::parse("没有号"), Err(ReceiptFault::BadForm));
    assert_eq!(ReceiptNo::parse(&"1".repeat(41)), Err(ReceiptFault::BadForm));
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

#[test]
fn the_sheets_reasons_are_short_and_silent_where_the_receipt_counts_otherwise() {
    let ours = clock(d("2026-01-16"), &Calendar::embedded(), RestDayPolicy::default()).unwrap();
    let words = SheetWords::new(&dates(), &ours, Some(d("2026-02-25")), d("2026-01-16"));
    assert_eq!(words.why_thirty_last, "第 30 天是2月15日 星期日，春节放假到2月23日，顺延。");
    assert_eq!((words.why_window_first.as_str(), words.why_window_last.as_str()), ("", ""));
    let typed = ApplicationDates::typed(d("2026-01-16"), d("2026-02-15"), d("2026-03-17")).unwrap();
    assert_eq!(SheetWords::new(&typed, &ours, Some(d("2026-02-16")), d("2026-01-16")), SheetWords::default());
    // Accepted on 31 March the window opens on Labour Day and ends on a Saturday.
    let ours = clock(d("2026-03-31"), &Calendar::embedded(), RestDayPolicy::default()).unwrap();
    let words = SheetWords::new(&(&ours).into(), &ours, Some(d("2026-05-06")), d("2026-03-31"));
    assert_eq!(words.why_window_first, "这天不上班，最早5月6日 星期三可以办。");
    assert_eq!(words.why_window_last, "第 30 天是5月30日 星期六，周末，顺延。");
}

//! What is refused: clear words, and nothing changed.

use super::hall::{Hall, each_engine, fields, illegal, registered, review_begun, withdrawn_by};
use super::story::{date, man, marriage, number, numbers, paper, woman};
use law::Lang;
use law::divorce_case::{CloseCause, MoveFault, NotAcceptedGround};
use law::eligibility::Party;
use registry::Error;
use registry::divorce::{DivorceStep as Step, Grip};
use registry::marriage::{CaseSource, LateEntry};
use registry::staff::Role;

#[tokio::test]
async fn registration_on_the_last_cooling_off_day_on_a_rest_day_and_after_the_window() {
    each_engine(async |hall: Hall| {
        let wang = hall.registrar("wang").await;
        let case = hall.accepted(&wang, 1).await;
        for (day, code) in [
            ("2026-02-24", "too_early"),
            // Saturday and Sunday inside the window.
            ("2026-03-07", "rest_day"),
            ("2026-03-08", "rest_day"),
            ("2026-03-27", "lapsed"),
        ] {
            hall.at(day);
            hall.called_up(&wang, 1).await;
            let before = hall.count("SELECT COUNT(*) FROM case_events").await;
            assert_eq!(illegal(hall.try_step(&wang, case, review_begun()).await), code, "{day}");
            assert_eq!(hall.count("SELECT COUNT(*) FROM case_events").await, before);
            assert!(MoveFault::parse(code).unwrap().words(Lang::Zh).chars().count() > 8);
        }
        // A make-up Saturday is a working day.
        hall.at("2026-02-28");
        hall.called_up(&wang, 1).await;
        hall.step(&wang, case, review_begun()).await;
    })
    .await;
}

#[tokio::test]
async fn a_withdrawal_twice_by_a_third_person_too_late_and_after_registering() {
    each_engine(async |hall: Hall| {
        let wang = hall.registrar("wang").await;
        let case = hall.accepted(&wang, 1).await;
        let stranger = hall.try_step(&wang, case, withdrawn_by(&man(9))).await;
        assert_eq!(illegal(stranger), "not_a_party");
        let unreadable = hall.try_step(&wang, case, withdrawn_by("370126")).await;
        assert_eq!(fields(unreadable.unwrap_err()), [("document.id_number".into(), "bad_form".into())]);
        hall.at("2026-02-25");
        hall.called_up(&wang, 1).await;
        assert_eq!(illegal(hall.try_step(&wang, case, withdrawn_by(&man(1))).await), "too_late_to_withdraw");
        assert_eq!(hall.count("SELECT COUNT(*) FROM acts WHERE part = 'ending'").await, 0);
        let second = {
            hall.at("2026-01-16T11:00");
            hall.accepted(&wang, 2).await
        };
        hall.step(&wang, second, withdrawn_by(&woman(2))).await;
        assert_eq!(illegal(hall.try_step(&wang, second, withdrawn_by(&man(2))).await), "already_withdrawn");
        assert_eq!(hall.count("SELECT COUNT(*) FROM acts WHERE part = 'ending'").await, 1);
    })
    .await;
}

#[tokio::test]
async fn an_application_while_one_is_open_between_the_same_two_whatever_the_order() {
    each_engine(async |hall: Hall| {
        let wang = hall.registrar("wang").await;
        let first = hall.accepted(&wang, 1).await;
        for (one, other) in [(man(1), woman(1)), (woman(1), man(1))] {
            let case = hall.registry.open_divorce_case(&wang, CaseSource::WalkIn, None).await.unwrap();
            hall.pre_check(&wang, case, &one, &other).await;
            let step = Step::Accepted { receipt_no: "LSL-2026-0099".into(), typed: None };
            assert_eq!(illegal(hall.try_step(&wang, case, step).await), "already_open");
        }
        assert_eq!(hall.count("SELECT COUNT(*) FROM acts").await, 1);
        // Once the first is withdrawn they may apply the same day.
        hall.step(&wang, first, withdrawn_by(&man(1))).await;
        let case = hall.registry.open_divorce_case(&wang, CaseSource::WalkIn, None).await.unwrap();
        hall.pre_check(&wang, case, &woman(1), &man(1)).await;
        hall.step(&wang, case, Step::Accepted { receipt_no: "LSL-2026-0098".into(), typed: None }).await;
    })
    .await;
}

#[tokio::test]
async fn of_two_windows_that_accept_the_same_two_at_once_one_is_refused() {
    each_engine(async |hall: Hall| {
        let (wang, li) = (hall.registrar("wang").await, hall.registrar("li").await);
        let one = hall.pre_checked(&wang, 1).await;
        let other = hall.pre_checked(&li, 1).await;
        let accept = |n: u32| Step::Accepted { receipt_no: format!("LSL-2026-{n:04}"), typed: None };
        let (first, second) =
            tokio::join!(hall.try_step(&wang, one, accept(1)), hall.try_step(&li, other, accept(2)));
        let refused = [first.is_err(), second.is_err()];
        assert!(refused == [true, false] || refused == [false, true], "{first:?} {second:?}");
        assert_eq!(hall.count("SELECT COUNT(*) FROM acts WHERE act = 'divorce_application'").await, 1);
    })
    .await;
}

#[tokio::test]
async fn numbers_of_somebody_else() {
    each_engine(async |hall: Hall| {
        let wang = hall.registrar("wang").await;
        let one = hall.accepted(&wang, 1).await;
        let two = hall.accepted(&wang, 2).await;
        let three = hall.pre_checked(&wang, 3).await;
        // A receipt's number that is used.
        let used = Step::Accepted { receipt_no: "lsl－2026－0001".into(), typed: None };
        let used = hall.try_step(&wang, three, used).await.unwrap_err();
        assert_eq!(fields(used), [("receipt_no".into(), "in_use".into())]);
        let none = Step::Accepted { receipt_no: "  ".into(), typed: None };
        let none = hall.try_step(&wang, three, none).await.unwrap_err();
        assert_eq!(fields(none), [("receipt_no".into(), "missing".into())]);
        hall.at("2026-03-02");
        hall.called_up(&wang, 1).await;
        hall.reviewed(&wang, one).await;
        hall.step(&wang, one, registered(1)).await;
        hall.called_up(&wang, 2).await;
        hall.reviewed(&wang, two).await;
        // A certificate's number that another couple has, one of another kind, office, year.
        for (certificate, code) in [
            ("L370126-2026-000001", "in_use"),
            ("J370126-2026-000009", "wrong_kind"),
            ("L370112-2026-000009", "wrong_office"),
            ("L370126-2025-000009", "wrong_year"),
        ] {
            let mut typed = numbers(9, "47000001", "47000002");
            typed.certificate = certificate.into();
            let refused = hall.try_step(&wang, two, Step::Registered { numbers: typed }).await.unwrap_err();
            assert_eq!(fields(refused), [("certificate_no".into(), code.into())], "{certificate}");
        }
        // The certificate of a marriage that the register knows as another couple's.
        let grip = hall.grip(&wang, three).await;
        let other = hall.registry.record_marriage(&wang, grip, &marriage("L370126-2026-000001")).await;
        assert_eq!(illegal(other), "other_certificate");
    })
    .await;
}

#[tokio::test]
async fn a_receipt_of_another_office_and_the_officers_own_case() {
    each_engine(async |hall: Hall| {
        let wang = hall.registrar("wang").await;
        hall.accepted(&wang, 1).await;
        let other = hall.registry.visit_divorce_case(&wang, "JN-2026-1", CaseSource::WalkIn).await;
        assert_eq!(illegal(other), "other_office");
        let empty = hall.registry.visit_divorce_case(&wang, " ", CaseSource::WalkIn).await;
        assert_eq!(fields(empty.unwrap_err()), [("receipt_no".into(), "missing".into())]);
        let party = hall.registrar_with("zhou", &man(1)).await;
        let own = hall.registry.visit_divorce_case(&party, "LSL-2026-0001", CaseSource::WalkIn).await;
        assert!(matches!(own, Err(Error::Forbidden("own_case"))), "{own:?}");
        // The card says first that the officer is a party.
        let case = hall.registry.open_divorce_case(&party, CaseSource::WalkIn, None).await.unwrap();
        let grip = hall.grip(&party, case).await;
        let own = hall.registry.record_person(&party, grip, Party::First, &paper(&man(1), "周怀安")).await;
        assert!(matches!(own, Err(Error::Forbidden("own_case"))), "{own:?}");
    })
    .await;
}

#[tokio::test]
async fn after_acceptance_the_two_stay_those_who_stand_in_the_register() {
    each_engine(async |hall: Hall| {
        let wang = hall.registrar("wang").await;
        let case = hall.accepted(&wang, 1).await;
        let grip = hall.grip(&wang, case).await;
        let other = paper(&number("19880930", 71), "周怀安");
        let changed = hall.registry.record_person(&wang, grip, Party::First, &other).await;
        assert_eq!(illegal(changed), "not_a_party");
        // A new card of the same person is no other person.
        let renewed = paper(&man(1), "周怀安");
        hall.registry.record_person(&wang, grip, Party::First, &renewed).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn not_accepted_is_an_end_and_a_missing_paper_is_none() {
    each_engine(async |hall: Hall| {
        let wang = hall.registrar("wang").await;
        let case = hall.pre_checked(&wang, 1).await;
        let items = [law::checklist::Item::DivorceAgreement].into();
        hall.step(&wang, case, Step::PapersMissing { items }).await;
        let accept = Step::Accepted { receipt_no: "LSL-2026-0001".into(), typed: None };
        assert_eq!(illegal(hall.try_step(&wang, case, accept.clone()).await), "paused");
        hall.step(&wang, case, Step::NotAccepted { ground: NotAcceptedGround::NoAgreement }).await;
        assert_eq!(illegal(hall.try_step(&wang, case, accept).await), "case_ended");
        assert_eq!(hall.count("SELECT COUNT(*) FROM acts").await, 0);
        let late = LateEntry { act_date: date("2026-01-17"), reason: "停电".into() };
        let future = hall.registry.open_divorce_case(&wang, CaseSource::WalkIn, Some(late)).await;
        assert_eq!(fields(future.unwrap_err()), [("act_date".into(), "not_past".into())]);
    })
    .await;
}

#[tokio::test]
async fn a_tab_left_behind_a_colleague_and_those_without_the_right_change_nothing() {
    each_engine(async |hall: Hall| {
        let (wang, li) = (hall.registrar("wang").await, hall.registrar("li").await);
        let case = hall.accepted(&wang, 1).await;
        let old = hall.grip(&wang, case).await;
        hall.step(&wang, case, Step::CounsellingOffered { answer: law::divorce_case::Counselling::Later })
            .await;
        let stale = hall.registry.advance_divorce(&wang, old, withdrawn_by(&man(1))).await;
        assert!(matches!(stale, Err(Error::Stale)), "{stale:?}");
        let other = hall.registry.visit_divorce_case(&li, "LSL-2026-0001", CaseSource::WalkIn).await;
        assert!(matches!(other, Err(Error::HeldByOther { .. })), "{other:?}");
        for role in [Role::Reception, Role::Supervisor, Role::Administrator, Role::Auditor] {
            let officer = hall.officer(role.as_str(), role, None).await;
            let grip = Grip { case, fence: 1, version: 1 };
            let refused = hall.registry.advance_divorce(&officer, grip, withdrawn_by(&man(1))).await;
            assert!(matches!(refused, Err(Error::Forbidden(_))), "{role:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_case_that_a_court_or_a_death_has_ended_is_closed_with_a_reason() {
    each_engine(async |hall: Hall| {
        let wang = hall.registrar("wang").await;
        let case = hall.accepted(&wang, 1).await;
        let closed =
            |reason: &str| Step::ClosedOther { cause: CloseCause::CourtDivorce, reason: reason.into() };
        assert_eq!(illegal(hall.try_step(&wang, case, closed(" ")).await), "reason_missing");
        hall.step(&wang, case, closed("（2026）鲁0126民初12号")).await;
        assert_eq!(illegal(hall.try_step(&wang, case, withdrawn_by(&man(1))).await), "case_ended");
    })
    .await;
}

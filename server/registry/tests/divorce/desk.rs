//! What the counter asks beyond the moves themselves: which case it is, whose turn, whom to call.

use super::dignity::book;
use super::hall::{Hall, RECEIPT, each_engine, illegal, withdrawn_by};
use super::story::{date, document, man, schedule_of_2027, typed, woman};
use law::eligibility::Party;
use law::marriage_case::NetworkResult;
use law::service::Service;
use registry::Error;
use registry::case::CaseKind;
use registry::divorce::DivorceStep as Step;
use registry::marriage::CaseSource;
use registry::staff::Role;

#[tokio::test]
async fn the_kind_of_a_case_is_told_before_it_is_read() {
    each_engine(async |hall: Hall| {
        let wang = hall.registrar("wang").await;
        let divorce = hall.registry.open_divorce_case(&wang, CaseSource::WalkIn, None).await.unwrap();
        let marriage = hall.registry.open_marriage_case(&wang, CaseSource::WalkIn, None).await.unwrap();
        assert_eq!(hall.registry.case_kind(&wang, divorce).await.unwrap(), CaseKind::Divorce);
        assert_eq!(hall.registry.case_kind(&wang, marriage).await.unwrap(), CaseKind::Marriage);
        let unknown = hall.registry.case_kind(&wang, uuid::Uuid::nil()).await;
        assert!(matches!(unknown, Err(Error::NotFound)));
        let auditor = hall.officer("audit", Role::Auditor, None).await;
        assert!(matches!(hall.registry.case_kind(&auditor, divorce).await, Err(Error::Forbidden(_))));
    })
    .await;
}

#[tokio::test]
async fn either_ones_document_finds_the_receipt_and_a_third_ones_finds_none() {
    each_engine(async |hall: Hall| {
        let wang = hall.registrar("wang").await;
        let first = hall.accepted(&wang, 1).await;
        for own in [man(1), woman(1)] {
            let found = hall.registry.receipt_of_document(&wang, &document(&own)).await.unwrap();
            assert_eq!(found, RECEIPT);
        }
        let third = hall.registry.receipt_of_document(&wang, &document(&man(2))).await;
        assert_eq!(illegal(third), "no_application");
        // Withdrawn and applied for anew: the one that is open counts.
        hall.step(&wang, first, withdrawn_by(&woman(1))).await;
        assert_eq!(hall.registry.receipt_of_document(&wang, &document(&man(1))).await.unwrap(), RECEIPT);
        let again = hall.pre_checked(&wang, 1).await;
        hall.step(&wang, again, Step::Accepted { receipt_no: "LSL-2026-0009".into(), typed: None }).await;
        let found = hall.registry.receipt_of_document(&wang, &document(&man(1))).await.unwrap();
        assert_eq!(found, "LSL-2026-0009");
    })
    .await;
}

#[tokio::test]
async fn the_booking_of_today_finds_the_receipt_of_the_two_it_names() {
    each_engine(async |hall: Hall| {
        let wang = hall.registrar("wang").await;
        hall.accepted(&wang, 1).await;
        hall.at("2026-02-10");
        let booked = book(&hall, Service::DivorceRegistration, "2026-02-25", RECEIPT).await.unwrap();
        let booking =
            hall.registry.open_booking(&booked.code.to_string(), &booked.manage_token).await.unwrap();
        let early = hall.registry.receipt_of_booking(&wang, booking.id).await;
        assert!(matches!(early, Err(Error::TooEarly)), "{early:?}");
        hall.at("2026-02-25");
        assert_eq!(hall.registry.receipt_of_booking(&wang, booking.id).await.unwrap(), RECEIPT);
        let source = CaseSource::Booking(booking.id);
        let case = hall.registry.visit_divorce_case(&wang, RECEIPT, source).await.unwrap();
        assert_eq!(hall.shown(&wang, case).await.booking, Some(booking.id));
    })
    .await;
}

#[tokio::test]
async fn who_comes_again_stands_in_the_list_of_the_day_until_the_case_is_put_back() {
    each_engine(async |hall: Hall| {
        let wang = hall.registrar("wang").await;
        let case = hall.accepted(&wang, 1).await;
        hall.at("2026-02-24T14:00");
        assert!(hall.registry.cases_today(&wang).await.unwrap().is_empty());
        hall.called_up(&wang, 1).await;
        let line = hall.registry.cases_today(&wang).await.unwrap().remove(0);
        assert_eq!((line.kind.as_str(), line.state.as_str(), line.in_hand), ("divorce", "accepted", true));
        assert_eq!(line.since, hall.clock.local(), "the wait of a visit begins with the visit");
        assert_eq!(hall.shown(&wang, case).await.called_at, hall.clock.local());
        // A lease that has run out is not put back: they still sit there.
        hall.at("2026-02-24T15:00");
        let line = hall.registry.cases_today(&wang).await.unwrap().remove(0);
        assert!(line.in_hand && line.holder.is_none());
        let fence = hall.shown(&wang, case).await.fence;
        hall.registry.let_case_go(&wang, case, fence).await.unwrap();
        assert!(!hall.registry.cases_today(&wang).await.unwrap()[0].in_hand);
    })
    .await;
}

#[tokio::test]
async fn what_a_supervisor_was_asked_stands_in_the_case_with_the_answer() {
    each_engine(async |hall: Hall| {
        let wang = hall.registrar("wang").await;
        let chen = hall.officer("chen", Role::Supervisor, None).await;
        let case = hall.pre_checked(&wang, 1).await;
        let far = typed("2026-03-20", "2026-04-20");
        let grip = hall.grip(&wang, case).await;
        hall.registry.ask_for_dates(&wang, grip, far).await.unwrap();
        let asked = hall.shown(&chen, case).await.confirmations.remove(0);
        assert_eq!((asked.typed, asked.asked.1.as_str(), asked.confirmed), (far, "wang某", None));
        hall.registry.confirm_dates(&chen, case, far, "回执原件看过").await.unwrap();
        let confirmed = hall.shown(&wang, case).await.confirmations.remove(0).confirmed.unwrap();
        assert_eq!((confirmed.0.as_str(), confirmed.2.as_str()), ("chen某", "回执原件看过"));
    })
    .await;
}

#[tokio::test]
async fn the_network_check_is_kept_before_acceptance_and_never_required() {
    each_engine(async |hall: Hall| {
        let wang = hall.registrar("wang").await;
        let case = hall.registry.open_divorce_case(&wang, CaseSource::WalkIn, None).await.unwrap();
        let at = |hour| chrono::NaiveTime::from_hms_opt(hour, 5, 0).unwrap();
        let check = |result, hour| Step::NetworkChecked { result, at: at(hour) };
        let later = hall.try_step(&wang, case, check(NetworkResult::Consistent, 18)).await.unwrap_err();
        assert_eq!(super::hall::fields(later), [("at".to_owned(), "future_date".to_owned())]);
        let state = hall.step(&wang, case, check(NetworkResult::Inconsistent, 8)).await;
        assert_eq!(state.network().unwrap().0, NetworkResult::Inconsistent);
        hall.pre_check(&wang, case, &man(1), &woman(1)).await;
        let state = hall.step(&wang, case, Step::Accepted { receipt_no: RECEIPT.into(), typed: None }).await;
        assert!(state.application().is_some());
        let idle = hall.try_step(&wang, case, check(NetworkResult::Consistent, 8)).await;
        assert_eq!(illegal(idle), "review_not_begun");
    })
    .await;
}

#[tokio::test]
async fn naming_days_is_told_beforehand_whose_end_they_are() {
    each_engine(async |hall: Hall| {
        let wang = hall.registrar("wang").await;
        hall.accepted(&wang, 1).await;
        let other = hall.accepted(&wang, 2).await;
        hall.step(&wang, other, withdrawn_by(&man(2))).await;
        let days = [date("2026-03-25"), date("2026-03-26")];
        let ending = hall.registry.applications_ending_on(&wang, &days).await.unwrap();
        let receipts: Vec<_> = ending.iter().map(|line| line.receipt_no.as_str()).collect();
        assert_eq!(receipts, [RECEIPT], "who withdrew has no end to move");
        assert!(hall.registry.applications_ending_on(&wang, &days[..1]).await.unwrap().is_empty());
    })
    .await;
}

#[tokio::test]
async fn the_telephone_for_a_moved_date_is_shown_for_a_reason_and_logged() {
    each_engine(async |hall: Hall| {
        hall.at("2027-01-08");
        let wang = hall.registrar("wang").await;
        hall.accepted(&wang, 1).await;
        hall.registry.import_schedule(None, &schedule_of_2027()).await.unwrap();
        let moved = hall.registry.divorce_board(&wang).await.unwrap().moved[0].id;
        let phone = hall.registry.phone_for_move(&wang, moved, Party::Second).await.unwrap();
        assert!(phone.unwrap().ends_with("13800000000"));
        let seen = hall.count("SELECT COUNT(*) FROM audit_entries WHERE verb = 'phone_seen'").await;
        assert_eq!(seen, 1);
        let auditor = hall.officer("audit", Role::Auditor, None).await;
        let refused = hall.registry.phone_for_move(&auditor, moved, Party::Second).await;
        assert!(matches!(refused, Err(Error::Forbidden(_))));
    })
    .await;
}

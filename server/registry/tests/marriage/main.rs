//! Two people marry at the counter: the same stories on SQLite and, where `HALL_TEST_POSTGRES` names a server, on
//! PostgreSQL.

#[cfg(test)]
mod hall;
#[cfg(test)]
mod story;

use hall::{Hall, each_engine};
use law::eligibility::Party;
use law::marriage_case::{MarriageMove, NetworkResult, SignedPaper, VoidReason};
use registry::marriage::{CasePaper, CaseSource, Choice, LateEntry, Numbers, RevealReason, Step};
use registry::{Error, RecordSystem};
use story::{date, numbers, paper};

#[tokio::test]
async fn a_booked_couple_is_served_to_the_end_and_stands_in_the_register() {
    each_engine(RecordSystem::National, async |hall: Hall| {
        let wang = hall.registrar("wang").await;
        let booking = hall.booking().await;
        let case =
            hall.registry.open_marriage_case(&wang, CaseSource::Booking(booking.id), None).await.unwrap();
        hall.up_to_review(&wang, case).await;
        let grip = hall.grip(&wang, case).await;
        let step = Step::Registered { on: None, numbers: numbers(123, "37260001", "37260002") };
        hall.registry.advance_marriage(&wang, grip, step).await.unwrap();
        hall.finish(&wang, case).await;
        let shown = hall.registry.marriage_case(&wang, case).await.unwrap();
        assert!(shown.moves.is_empty());
        let registration = shown.state.registration().unwrap();
        assert_eq!(registration.certificate.to_string(), "J370126-2026-000123");
        assert_eq!(registration.on, date("2026-11-24"));
        assert!(matches!(hall.registry.verify_audit().await.unwrap(), registry::audit::Checked::Whole(_)));
    })
    .await;
}

#[tokio::test]
async fn a_number_used_before_is_refused_and_nothing_of_the_act_stays() {
    each_engine(RecordSystem::National, async |hall: Hall| {
        let wang = hall.registrar("wang").await;
        let first = hall.registered(&wang, 1, numbers(7, "37260001", "37260002")).await;
        let second = hall.reviewed(&wang, 2).await;
        for (typed, field) in [
            (numbers(8, "37260001", "37260009"), "booklet_a"),
            (numbers(8, "37260009", "37260002"), "booklet_b"),
            (numbers(7, "37260003", "37260004"), "certificate_no"),
        ] {
            let grip = hall.grip(&wang, second).await;
            let refused = hall
                .registry
                .advance_marriage(&wang, grip, Step::Registered { on: None, numbers: typed })
                .await;
            assert_eq!(hall::fields(refused.unwrap_err()), [(field.to_owned(), "in_use".to_owned())]);
        }
        assert!(hall.registry.marriage_case(&wang, second).await.unwrap().state.registration().is_none());
        // What the refused tries named is still free.
        let grip = hall.grip(&wang, second).await;
        let step = Step::Registered { on: None, numbers: numbers(8, "37260009", "37260003") };
        hall.registry.advance_marriage(&wang, grip, step).await.unwrap();
        assert!(hall.registry.marriage_case(&wang, first).await.unwrap().state.registration().is_some());
    })
    .await;
}

#[tokio::test]
async fn typed_numbers_must_be_of_this_office_this_year_and_a_marriage() {
    each_engine(RecordSystem::National, async |hall: Hall| {
        let wang = hall.registrar("wang").await;
        let case = hall.reviewed(&wang, 1).await;
        for (certificate, code) in [
            ("", "missing"),
            ("J370126-2026-12", "bad_form"),
            ("J370125-2026-000001", "wrong_office"),
            ("J370126-2025-000001", "wrong_year"),
            ("L370126-2026-000001", "wrong_kind"),
            ("J370126-2026-000000", "serial_zero"),
        ] {
            let numbers =
                Numbers { certificate: certificate.into(), booklets: ["37260001".into(), "37260002".into()] };
            let grip = hall.grip(&wang, case).await;
            let refused =
                hall.registry.advance_marriage(&wang, grip, Step::Registered { on: None, numbers }).await;
            let faults = hall::fields(refused.unwrap_err());
            assert_eq!(faults, [("certificate_no".to_owned(), code.to_owned())], "{certificate}");
        }
    })
    .await;
}

#[tokio::test]
async fn in_training_certificates_are_numbered_without_a_gap_whatever_is_refused_between() {
    each_engine(RecordSystem::Own, async |hall: Hall| {
        let wang = hall.registrar("wang").await;
        let mut given = Vec::new();
        for n in 1..=3 {
            let case = hall.reviewed(&wang, n).await;
            // Refused: the first booklet of the first couple again.
            if n > 1 {
                let grip = hall.grip(&wang, case).await;
                let used =
                    Step::Registered { on: None, numbers: numbers(0, "37260010", &format!("372600{n}9")) };
                assert!(hall.registry.advance_marriage(&wang, grip, used).await.is_err());
            }
            let grip = hall.grip(&wang, case).await;
            let free = numbers(0, &format!("372600{n}0"), &format!("372600{n}1"));
            let state = hall
                .registry
                .advance_marriage(&wang, grip, Step::Registered { on: None, numbers: free })
                .await
                .unwrap();
            given.push(state.registration().unwrap().certificate.to_string());
        }
        assert_eq!(given, ["J370126-2026-000001", "J370126-2026-000002", "J370126-2026-000003"]);
    })
    .await;
}

#[tokio::test]
async fn a_spoilt_booklet_is_replaced_under_the_same_number_and_never_used_again() {
    each_engine(RecordSystem::National, async |hall: Hall| {
        let wang = hall.registrar("wang").await;
        let case = hall.registered(&wang, 1, numbers(1, "37260001", "37260002")).await;
        let void = |replacement: &str| Step::BookletVoided {
            seat: Party::Second,
            replacement: replacement.into(),
            reason: VoidReason::Misprint,
        };
        let grip = hall.grip(&wang, case).await;
        let state = hall.registry.advance_marriage(&wang, grip, void("37260003")).await.unwrap();
        let registration = state.registration().unwrap();
        assert_eq!(registration.certificate.to_string(), "J370126-2026-000001");
        assert_eq!(registration.booklets[1].as_str(), "37260003");
        let grip = hall.grip(&wang, case).await;
        assert!(hall.registry.advance_marriage(&wang, grip, void("37260002")).await.is_err());
    })
    .await;
}

#[tokio::test]
async fn wrong_numbers_are_corrected_with_a_reason_and_the_right_ones_are_then_taken() {
    each_engine(RecordSystem::National, async |hall: Hall| {
        let wang = hall.registrar("wang").await;
        let case = hall.registered(&wang, 1, numbers(1, "37260001", "37260002")).await;
        let correct = |reason: &str| Step::NumbersCorrected {
            numbers: numbers(2, "37260001", "37260012"),
            reason: reason.into(),
        };
        let grip = hall.grip(&wang, case).await;
        let without = hall.registry.advance_marriage(&wang, grip, correct(" ")).await;
        assert!(matches!(without, Err(Error::IllegalMove("reason_missing"))));
        let grip = hall.grip(&wang, case).await;
        hall.registry.advance_marriage(&wang, grip, correct("国家系统字号看错")).await.unwrap();
        let other = hall.reviewed(&wang, 2).await;
        let grip = hall.grip(&wang, other).await;
        let step = Step::Registered { on: None, numbers: numbers(2, "37260020", "37260021") };
        let refused = hall.registry.advance_marriage(&wang, grip, step).await;
        assert_eq!(hall::fields(refused.unwrap_err()), [("certificate_no".to_owned(), "in_use".to_owned())]);
    })
    .await;
}

#[tokio::test]
async fn one_officer_at_a_time_and_a_stale_tab_writes_nothing() {
    each_engine(RecordSystem::National, async |hall: Hall| {
        let (wang, li) = (hall.registrar("wang").await, hall.registrar("li").await);
        let zhao = hall.supervisor("zhao").await;
        let case = hall.walk_in(&wang).await;
        let old = hall.grip(&wang, case).await;
        match hall.registry.hold_case(&li, case).await {
            Err(Error::HeldByOther { name, .. }) => assert_eq!(name, "wang某"),
            other => panic!("{other:?}"),
        }
        assert!(matches!(hall.registry.take_over_case(&zhao, case, " ").await, Err(Error::Invalid(_))));
        hall.registry.take_over_case(&zhao, case, "王某去开会").await.unwrap();
        let stale = hall.registry.advance_marriage(&wang, old, Step::PartiesLeft).await;
        assert!(matches!(stale, Err(Error::HeldByOther { .. })), "{stale:?}");
        // After the lease has run out a colleague takes it, and the first tab is told so.
        hall.later(16);
        hall.registry.hold_case(&li, case).await.unwrap();
        hall.later(16);
        let stale = hall.registry.advance_marriage(&wang, old, Step::PartiesLeft).await;
        assert!(matches!(stale, Err(Error::Stale)), "{stale:?}");
        // The same officer's other tab has an older version.
        let fence = hall.registry.hold_case(&li, case).await.unwrap();
        let first = hall.grip(&li, case).await;
        assert_eq!(first.fence, fence);
        let leave = hall.registry.advance_marriage(&li, first, Step::PartiesLeft).await;
        leave.unwrap();
        assert!(matches!(
            hall.registry.advance_marriage(&li, first, Step::PartiesLeft).await,
            Err(Error::Stale)
        ));
    })
    .await;
}

#[tokio::test]
async fn nobody_handles_a_case_in_which_they_are_a_party() {
    each_engine(RecordSystem::National, async |hall: Hall| {
        let own = hall.registrar_with("own", &story::man(1)).await;
        let booking = hall.booking().await;
        let refused = hall.registry.open_marriage_case(&own, CaseSource::Booking(booking.id), None).await;
        assert!(matches!(refused, Err(Error::Forbidden("own_case"))), "{refused:?}");
        // As a walk-in it shows when the card is read.
        let case = hall.walk_in(&own).await;
        let grip = hall.grip(&own, case).await;
        let read =
            hall.registry.record_person(&own, grip, Party::First, &paper(&story::man(1), "赵一")).await;
        assert!(matches!(read, Err(Error::Forbidden("own_case"))), "{read:?}");
    })
    .await;
}

#[tokio::test]
async fn where_card_and_booking_differ_somebody_says_which_stands_before_it_goes_on() {
    each_engine(RecordSystem::National, async |hall: Hall| {
        let wang = hall.registrar("wang").await;
        let booking = hall.booking().await;
        let case =
            hall.registry.open_marriage_case(&wang, CaseSource::Booking(booking.id), None).await.unwrap();
        let grip = hall.grip(&wang, case).await;
        let read = paper(&story::woman(1), "沈若溪");
        hall.registry.record_person(&wang, grip, Party::Second, &read).await.unwrap();
        let shown = hall.registry.marriage_case(&wang, case).await.unwrap();
        let differences = shown.file.b.differences();
        assert_eq!(differences.len(), 1);
        assert_eq!((differences[0].booked.as_str(), differences[0].document.as_str()), ("钱二", "沈若溪"));
        let grip = hall.grip(&wang, case).await;
        let step = Step::IdentityChecked { seat: Party::Second };
        let early = hall.registry.advance_marriage(&wang, grip, step.clone()).await;
        assert!(matches!(early, Err(Error::IllegalMove("difference_first"))));
        let grip = hall.grip(&wang, case).await;
        hall.registry.settle_difference(&wang, grip, Party::Second, Choice::Document).await.unwrap();
        let grip = hall.grip(&wang, case).await;
        hall.registry.advance_marriage(&wang, grip, step).await.unwrap();
        let shown = hall.registry.marriage_case(&wang, case).await.unwrap();
        assert_eq!(shown.file.b.document.unwrap().name, "沈若溪");
    })
    .await;
}

#[tokio::test]
async fn under_age_on_the_day_of_the_act_is_not_accepted() {
    each_engine(RecordSystem::National, async |hall: Hall| {
        let wang = hall.registrar("wang").await;
        let case = hall.walk_in(&wang).await;
        // 22 on the day after the act.
        let young = story::number("20041125", 1);
        hall.identified(&wang, case, &young, &story::woman(1)).await;
        hall.checked(&wang, case, NetworkResult::Consistent).await;
        let grip = hall.grip(&wang, case).await;
        let refused = hall.registry.advance_marriage(&wang, grip, Step::Accepted).await;
        assert_eq!(hall::fields(refused.unwrap_err()), [("a.id_number".to_owned(), "under_age".to_owned())]);
        let shown = hall.registry.marriage_case(&wang, case).await.unwrap();
        assert!(shown.moves.contains(&MarriageMove::Refuse));
    })
    .await;
}

#[tokio::test]
async fn a_late_entry_needs_its_reason_and_counts_on_its_own_day() {
    each_engine(RecordSystem::National, async |hall: Hall| {
        let wang = hall.registrar("wang").await;
        let late = |reason: &str, on: &str| Some(LateEntry { act_date: date(on), reason: reason.into() });
        for (reason, on) in [("", "2026-11-20"), ("停电", "2026-11-24"), ("停电", "2026-11-25")] {
            let refused = hall.registry.open_marriage_case(&wang, CaseSource::WalkIn, late(reason, on)).await;
            assert!(matches!(refused, Err(Error::Invalid(_))), "{reason} {on}");
        }
        let opened =
            hall.registry.open_marriage_case(&wang, CaseSource::WalkIn, late("停电", "2026-11-20")).await;
        let case = opened.unwrap();
        hall.up_to_review(&wang, case).await;
        let grip = hall.grip(&wang, case).await;
        let step = Step::Registered { on: None, numbers: numbers(5, "37260001", "37260002") };
        let state = hall.registry.advance_marriage(&wang, grip, step).await.unwrap();
        assert_eq!(state.registration().unwrap().on, date("2026-11-20"));
    })
    .await;
}

#[tokio::test]
async fn every_print_after_the_first_is_a_reprint_and_every_sight_of_a_number_is_logged() {
    each_engine(RecordSystem::National, async |hall: Hall| {
        let wang = hall.registrar("wang").await;
        let case = hall.registered(&wang, 1, numbers(1, "37260001", "37260002")).await;
        let print = async |paper| hall.registry.print_case_paper(&wang, case, paper).await.unwrap();
        let first = print(CasePaper::IssuingSlip).await;
        let again = print(CasePaper::IssuingSlip).await;
        assert_eq!((first.reprint, again.reprint), (None, Some(1)));
        assert_eq!(first.token, again.token, "a reprint is the same paper");
        let checked = hall.registry.check_paper(&first.token.unwrap()).await.unwrap();
        assert_eq!(checked.status, Some(registry::paper::PaperStatus::Valid));
        assert_eq!(print(CasePaper::DeclarationA).await.token, None, "a working copy bears no code");
        let before = hall.registry.audit_head().await.unwrap().entries;
        let number =
            hall.registry.reveal_number(&wang, case, Party::First, RevealReason::CompareWithDocument).await;
        assert_eq!(number.unwrap(), story::man(1));
        assert_eq!(hall.registry.audit_head().await.unwrap().entries, before + 1);
    })
    .await;
}

#[tokio::test]
async fn those_who_leave_before_signing_are_struck_from_the_register() {
    each_engine(RecordSystem::National, async |hall: Hall| {
        let wang = hall.registrar("wang").await;
        let case = hall.registered(&wang, 1, numbers(1, "37260001", "37260002")).await;
        let grip = hall.grip(&wang, case).await;
        hall.registry.advance_marriage(&wang, grip, Step::PartiesLeft).await.unwrap();
        // The number is a gap: nobody gets it again.
        let other = hall.reviewed(&wang, 2).await;
        let grip = hall.grip(&wang, other).await;
        let step = Step::Registered { on: None, numbers: numbers(1, "37260020", "37260021") };
        let refused = hall.registry.advance_marriage(&wang, grip, step).await;
        assert_eq!(hall::fields(refused.unwrap_err()), [("certificate_no".to_owned(), "in_use".to_owned())]);
    })
    .await;
}

#[tokio::test]
async fn the_receipt_signed_there_is_no_leaving() {
    each_engine(RecordSystem::National, async |hall: Hall| {
        let wang = hall.registrar("wang").await;
        let case = hall.registered(&wang, 1, numbers(1, "37260001", "37260002")).await;
        let grip = hall.grip(&wang, case).await;
        let signed = Step::PaperSigned { paper: SignedPaper::Receipt };
        hall.registry.advance_marriage(&wang, grip, signed).await.unwrap();
        let grip = hall.grip(&wang, case).await;
        let left = hall.registry.advance_marriage(&wang, grip, Step::PartiesLeft).await;
        assert!(matches!(left, Err(Error::IllegalMove("already_registered"))));
    })
    .await;
}

#[tokio::test]
async fn numbers_that_were_skipped_or_struck_are_listed_as_gaps() {
    each_engine(RecordSystem::National, async |hall: Hall| {
        let wang = hall.registrar("wang").await;
        hall.registered(&wang, 1, numbers(2, "37260001", "37260002")).await;
        let struck = hall.registered(&wang, 2, numbers(3, "37260003", "37260004")).await;
        hall.registered(&wang, 3, numbers(6, "37260005", "37260006")).await;
        let grip = hall.grip(&wang, struck).await;
        hall.registry.advance_marriage(&wang, grip, Step::PartiesLeft).await.unwrap();
        let gaps = hall
            .registry
            .number_gaps(&wang, law::certificate::CertificateKind::Marriage, 2026)
            .await
            .unwrap();
        let told: Vec<_> = gaps.iter().map(|gap| (gap.from.serial(), gap.to.serial())).collect();
        assert_eq!(told, [(1, 1), (3, 5)]);
    })
    .await;
}

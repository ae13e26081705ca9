//! The new number and its booklets: typed and checked, or given without a gap.

use super::hall::{Hall, LONG_AGO, each_engine, fields, illegal};
use super::people::{original, typed};
use law::certificate::CertificateKind;
use law::marriage_case::VoidReason;
use registry::RecordSystem;
use registry::reissue::ReissueStep;

#[tokio::test]
async fn a_typed_number_must_be_of_this_office_this_year_and_this_certificate() {
    each_engine(RecordSystem::National, async |hall: Hall| {
        let wang = hall.registrar("wang").await;
        let case = hall.reviewed(&wang, 1).await;
        for (certificate, code) in [
            ("", "missing"),
            ("BJ370126-2026-12", "bad_form"),
            ("BJ370125-2026-000001", "wrong_office"),
            ("BJ370126-2025-000001", "wrong_year"),
            ("J370126-2026-000001", "wrong_kind"),
            ("BL370126-2026-000001", "wrong_kind"),
            ("BJ370126-2026-000000", "serial_zero"),
        ] {
            let numbers = typed(certificate, ["37260001", "37260002"]);
            let refused = hall.try_step(&wang, case, ReissueStep::Reissued { numbers }).await;
            assert_eq!(
                fields(refused.unwrap_err()),
                [("certificate_no".to_owned(), code.to_owned())],
                "{certificate}"
            );
        }
        let numbers = typed("BJ370126-2026-000001", ["37260001", ""]);
        let refused = hall.try_step(&wang, case, ReissueStep::Reissued { numbers }).await;
        assert_eq!(fields(refused.unwrap_err()), [("booklet_b".to_owned(), "missing".to_owned())]);
        let numbers = typed("BJ370126-2026-000001", ["37260001", "37260001"]);
        let same = hall.try_step(&wang, case, ReissueStep::Reissued { numbers }).await;
        assert_eq!(illegal(same), "same_booklet");
    })
    .await;
}

#[tokio::test]
async fn a_number_used_before_is_refused_and_nothing_of_the_act_stays() {
    each_engine(RecordSystem::National, async |hall: Hall| {
        let wang = hall.registrar("wang").await;
        hall.married(&wang, 3, 9).await;
        hall.replaced(&wang, 1, original(LONG_AGO, ""), 7).await;
        let case = hall.reviewed(&wang, 2).await;
        for (numbers, field) in [
            (typed("BJ370126-2026-000007", ["37260001", "37260002"]), "certificate_no"),
            (typed("BJ370126-2026-000008", ["8100071", "37260002"]), "booklet_a"),
            (typed("BJ370126-2026-000008", ["37260001", "7300092"]), "booklet_b"),
        ] {
            let refused = hall.try_step(&wang, case, ReissueStep::Reissued { numbers }).await;
            assert_eq!(fields(refused.unwrap_err()), [(field.to_owned(), "in_use".to_owned())]);
        }
        assert!(hall.registry.reissue_case(&wang, case).await.unwrap().state.reissue().is_none());
        // What the refused tries named is still free.
        let numbers = typed("BJ370126-2026-000008", ["37260001", "37260002"]);
        hall.step(&wang, case, ReissueStep::Reissued { numbers }).await;
    })
    .await;
}

#[tokio::test]
async fn a_certificate_does_not_replace_itself() {
    each_engine(RecordSystem::National, async |hall: Hall| {
        let wang = hall.registrar("wang").await;
        let case = hall.before_acceptance(&wang, 1, original(LONG_AGO, "BJ370126-2026-000003")).await;
        hall.up_to_review(&wang, case, law::eligibility::Party::ALL).await;
        let numbers = typed("BJ370126-2026-000003", ["37260001", "37260002"]);
        let refused = hall.try_step(&wang, case, ReissueStep::Reissued { numbers }).await;
        assert_eq!(fields(refused.unwrap_err()), [("certificate_no".to_owned(), "in_use".to_owned())]);
    })
    .await;
}

#[tokio::test]
async fn in_training_numbers_are_given_without_a_gap_whatever_is_refused_between() {
    each_engine(RecordSystem::Own, async |hall: Hall| {
        let wang = hall.registrar("wang").await;
        let mut given = Vec::new();
        for n in 1..=3 {
            let case = hall.reviewed(&wang, n).await;
            if n > 1 {
                let used = typed("", ["37260010", &format!("372600{n}9")]);
                assert!(hall.try_step(&wang, case, ReissueStep::Reissued { numbers: used }).await.is_err());
            }
            let free = typed("", [&format!("372600{n}0"), &format!("372600{n}1")]);
            let state = hall.try_step(&wang, case, ReissueStep::Reissued { numbers: free }).await.unwrap();
            given.push(state.reissue().unwrap().certificate.to_string());
        }
        assert_eq!(given, ["BJ370126-2026-000001", "BJ370126-2026-000002", "BJ370126-2026-000003"]);
    })
    .await;
}

#[tokio::test]
async fn a_spoilt_booklet_is_replaced_under_the_same_number_and_never_used_again() {
    each_engine(RecordSystem::National, async |hall: Hall| {
        let wang = hall.registrar("wang").await;
        let case = hall.reviewed(&wang, 1).await;
        let numbers = typed("BJ370126-2026-000001", ["37260001", "37260002"]);
        hall.step(&wang, case, ReissueStep::Reissued { numbers }).await;
        let void = |spoilt: &str, replacement: &str| ReissueStep::BookletVoided {
            spoilt: spoilt.into(),
            replacement: replacement.into(),
            reason: VoidReason::Misprint,
        };
        let state = hall.try_step(&wang, case, void("37260002", "37260003")).await.unwrap();
        assert_eq!(state.reissue().unwrap().certificate.to_string(), "BJ370126-2026-000001");
        assert_eq!(state.reissue().unwrap().booklets[1].as_str(), "37260003");
        assert_eq!(illegal(hall.try_step(&wang, case, void("37260003", "37260002")).await), "booklet_voided");
        assert_eq!(
            illegal(hall.try_step(&wang, case, void("37269999", "37260004")).await),
            "not_this_booklet"
        );
        // Another case can't use it either.
        let other = hall.reviewed(&wang, 2).await;
        let numbers = typed("BJ370126-2026-000002", ["37260002", "37260005"]);
        let refused = hall.try_step(&wang, other, ReissueStep::Reissued { numbers }).await;
        assert_eq!(fields(refused.unwrap_err()), [("booklet_a".to_owned(), "in_use".to_owned())]);
    })
    .await;
}

#[tokio::test]
async fn wrong_numbers_are_corrected_with_a_reason_and_the_right_ones_are_then_taken() {
    each_engine(RecordSystem::National, async |hall: Hall| {
        let wang = hall.registrar("wang").await;
        let case = hall.reviewed(&wang, 1).await;
        let numbers = typed("BJ370126-2026-000001", ["37260001", "37260002"]);
        hall.step(&wang, case, ReissueStep::Reissued { numbers }).await;
        let correct = |reason: &str| ReissueStep::NumbersCorrected {
            numbers: typed("BJ370126-2026-000002", ["37260001", "37260012"]),
            reason: reason.into(),
        };
        assert_eq!(illegal(hall.try_step(&wang, case, correct(" ")).await), "reason_missing");
        hall.step(&wang, case, correct("国家系统字号看错")).await;
        let other = hall.reviewed(&wang, 2).await;
        let numbers = typed("BJ370126-2026-000002", ["37260020", "37260021"]);
        let refused = hall.try_step(&wang, other, ReissueStep::Reissued { numbers }).await;
        assert_eq!(fields(refused.unwrap_err()), [("certificate_no".to_owned(), "in_use".to_owned())]);
    })
    .await;
}

#[tokio::test]
async fn a_number_taken_back_is_a_gap_and_its_booklets_are_void() {
    each_engine(RecordSystem::National, async |hall: Hall| {
        let wang = hall.registrar("wang").await;
        let case = hall.reviewed(&wang, 1).await;
        let numbers = typed("BJ370126-2026-000001", ["37260001", "37260002"]);
        hall.step(&wang, case, ReissueStep::Reissued { numbers }).await;
        let kept = ReissueStep::Withdrawn { papers_given_back: false };
        assert_eq!(illegal(hall.try_step(&wang, case, kept).await), "give_papers_back_first");
        hall.step(&wang, case, ReissueStep::Withdrawn { papers_given_back: true }).await;
        let other = hall.reviewed(&wang, 2).await;
        for (numbers, field) in [
            (typed("BJ370126-2026-000001", ["37260003", "37260004"]), "certificate_no"),
            (typed("BJ370126-2026-000002", ["37260001", "37260004"]), "booklet_a"),
        ] {
            let refused = hall.try_step(&wang, other, ReissueStep::Reissued { numbers }).await;
            assert_eq!(fields(refused.unwrap_err()), [(field.to_owned(), "in_use".to_owned())]);
        }
        let numbers = typed("BJ370126-2026-000002", ["37260003", "37260004"]);
        hall.step(&wang, other, ReissueStep::Reissued { numbers }).await;
        let gaps = hall.registry.number_gaps(&wang, CertificateKind::ReissuedMarriage, 2026).await.unwrap();
        let told: Vec<_> = gaps.iter().map(|gap| (gap.from.serial(), gap.to.serial())).collect();
        assert_eq!(told, [(1, 1)]);
    })
    .await;
}

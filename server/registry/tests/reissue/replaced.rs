//! A lost certificate is replaced: register, figures, log, and what our slips then answer.

use super::hall::{Hall, LONG_AGO, each_engine};
use super::past::wedding;
use super::people::{asking, date, found, original, typed};
use law::eligibility::Party;
use law::marriage_case::NetworkResult;
use law::reissue_case::{End, Matter, Reason};
use registry::RecordSystem;
use registry::marriage::CaseSource;
use registry::paper::PaperStatus;
use registry::register::ActKind;
use registry::reissue::{ReissuePaper, ReissueStep};

#[tokio::test]
async fn a_booked_couple_gets_another_certificate_that_keeps_its_day_and_stands_in_the_figures() {
    each_engine(RecordSystem::National, async |hall: Hall| {
        let wang = hall.registrar("wang").await;
        let booking = hall.booking(Matter::Marriage).await;
        let source = CaseSource::Booking(booking.id);
        let case =
            hall.registry.open_reissue_case(&wang, Matter::Marriage, source.clone(), None).await.unwrap();
        // A second click opens the same one.
        let again = hall.registry.open_reissue_case(&wang, Matter::Marriage, source, None).await.unwrap();
        assert_eq!(case, again);
        hall.asked(&wang, case, asking(Party::ALL, Reason::Lost), 1).await;
        hall.original(&wang, case, original(LONG_AGO, "皖芜字12号")).await;
        hall.pre_checked(&wang, case).await;
        hall.step(&wang, case, ReissueStep::ArchiveChecked { archive: found() }).await;
        hall.network(&wang, case, NetworkResult::Consistent).await;
        hall.up_to_review(&wang, case, Party::ALL).await;
        let numbers = typed("BJ370126-2026-000007", ["37260001", "37260002"]);
        hall.step(&wang, case, ReissueStep::Reissued { numbers }).await;
        hall.finish(&wang, case).await;

        let shown = hall.registry.reissue_case(&wang, case).await.unwrap();
        assert_eq!(shown.state.end(), Some(End::Issued));
        assert!(shown.moves.is_empty());
        let reissue = shown.state.reissue().unwrap();
        assert_eq!(reissue.registered_on, date(LONG_AGO));
        assert_eq!(reissue.on, date("2026-11-24"));
        assert_eq!(shown.file.marriage.unwrap().certificate_no, "皖芜字12号");
        let figures = hall.registry.figures(None, "2026-11".parse().unwrap()).await.unwrap();
        assert_eq!((figures.indicators.reissued_marriage, figures.indicators.total), (1, 1));
        assert!(matches!(hall.registry.verify_audit().await.unwrap(), registry::audit::Checked::Whole(_)));
    })
    .await;
}

#[tokio::test]
async fn the_earlier_slip_and_the_registers_entry_then_say_replaced_and_each_later_one_in_turn() {
    each_engine(RecordSystem::National, async |hall: Hall| {
        let wang = hall.registrar("wang").await;
        let status = async |token: &str| hall.registry.check_paper(token).await.unwrap().status;
        let slip = hall.married(&wang, 1, 5).await;
        assert_eq!(status(&slip).await, Some(PaperStatus::Valid));
        let other = hall.married(&wang, 2, 6).await;

        let first = hall.replaced(&wang, 1, original("2026-11-24", "J370126-2026-000005"), 7).await;
        let print = async |case| {
            let slip = hall.registry.print_reissue_paper(&wang, case, ReissuePaper::IssuingSlip).await;
            slip.unwrap().token.unwrap()
        };
        let second_slip = print(first).await;
        assert_eq!(status(&slip).await, Some(PaperStatus::Replaced));
        assert_eq!(status(&second_slip).await, Some(PaperStatus::Valid));
        assert_eq!(status(&other).await, Some(PaperStatus::Valid), "another couple's stands");
        let held = hall.registry.held_certificate(&wang, "J370126-2026-000005").await.unwrap().unwrap();
        assert_eq!(held.kind, ActKind::Marriage);
        assert_eq!(held.replaced[0].number, "BJ370126-2026-000007");
        let held = hall.registry.held_certificate(&wang, "BJ370126-2026-000007").await.unwrap().unwrap();
        assert_eq!(held.replaced, []);

        // Lost again; the couple remembers only the first number.
        let last = hall.replaced(&wang, 1, original("2026-11-24", "J370126-2026-000005"), 8).await;
        assert_eq!(status(&second_slip).await, Some(PaperStatus::Replaced));
        assert_eq!(status(&print(last).await).await, Some(PaperStatus::Valid));
        let held = hall.registry.held_certificate(&wang, "BJ370126-2026-000007").await.unwrap().unwrap();
        assert_eq!(held.replaced[0].number, "BJ370126-2026-000008");
    })
    .await;
}

#[tokio::test]
async fn a_replaced_slip_that_is_printed_again_stays_replaced() {
    each_engine(RecordSystem::National, async |hall: Hall| {
        let wang = hall.registrar("wang").await;
        let first = hall.replaced(&wang, 1, original(LONG_AGO, "鲁商字7号"), 1).await;
        let print = async || {
            let paper = ReissuePaper::IssuingSlip;
            hall.registry.print_reissue_paper(&wang, first, paper).await.unwrap().token.unwrap()
        };
        let slip = print().await;
        hall.replaced(&wang, 1, original(LONG_AGO, "BJ370126-2026-000001"), 2).await;
        assert_eq!(print().await, slip);
        let checked = hall.registry.check_paper(&slip).await.unwrap();
        assert_eq!(checked.status, Some(PaperStatus::Replaced));
    })
    .await;
}

#[tokio::test]
async fn a_marriage_that_bears_no_number_in_the_register_is_known_by_its_persons_and_its_day() {
    each_engine(RecordSystem::National, async |hall: Hall| {
        let wang = hall.registrar("wang").await;
        wedding(&hall, 1, LONG_AGO, None).await;
        hall.replaced(&wang, 1, original(LONG_AGO, ""), 1).await;
        // The second time it is the reissued one that is replaced, though no number is known.
        hall.replaced(&wang, 1, original(LONG_AGO, ""), 2).await;
        let held = hall.registry.held_certificate(&wang, "BJ370126-2026-000001").await.unwrap().unwrap();
        assert_eq!(held.replaced[0].number, "BJ370126-2026-000002");
    })
    .await;
}

#[tokio::test]
async fn nothing_is_replaced_before_the_new_one_is_handed_over() {
    each_engine(RecordSystem::National, async |hall: Hall| {
        let wang = hall.registrar("wang").await;
        let slip = hall.married(&wang, 1, 5).await;
        let case = hall.before_acceptance(&wang, 1, original("2026-11-24", "J370126-2026-000005")).await;
        hall.up_to_review(&wang, case, Party::ALL).await;
        let numbers = typed("BJ370126-2026-000007", ["37260001", "37260002"]);
        hall.step(&wang, case, ReissueStep::Reissued { numbers }).await;
        hall.step(&wang, case, ReissueStep::Withdrawn { papers_given_back: true }).await;
        assert_eq!(hall.registry.check_paper(&slip).await.unwrap().status, Some(PaperStatus::Valid));
        let figures = hall.registry.figures(None, "2026-11".parse().unwrap()).await.unwrap();
        assert_eq!(figures.indicators.reissued_marriage, 0, "what was taken back counts nowhere");
    })
    .await;
}

#[tokio::test]
async fn a_damaged_certificate_is_voided_and_given_back_before_the_new_one_is_issued() {
    each_engine(RecordSystem::National, async |hall: Hall| {
        let wang = hall.registrar("wang").await;
        let case = hall.walk_in(&wang, Matter::Marriage).await;
        hall.asked(&wang, case, asking(Party::ALL, Reason::Damaged), 1).await;
        hall.original(&wang, case, original(LONG_AGO, "鲁商字7号")).await;
        hall.pre_checked(&wang, case).await;
        hall.step(&wang, case, ReissueStep::ArchiveChecked { archive: found() }).await;
        hall.network(&wang, case, NetworkResult::Consistent).await;
        hall.up_to_review(&wang, case, Party::ALL).await;
        let numbers = typed("BJ370126-2026-000007", ["37260001", "37260002"]);
        hall.step(&wang, case, ReissueStep::Reissued { numbers }).await;
        for paper in law::marriage_case::SignedPaper::ALL {
            hall.step(&wang, case, ReissueStep::PaperSigned { paper: *paper }).await;
        }
        let early = hall.try_step(&wang, case, ReissueStep::Issued).await;
        assert_eq!(super::hall::illegal(early), "old_certificate_first");
        hall.step(&wang, case, ReissueStep::OldCertificateVoided).await;
        hall.step(&wang, case, ReissueStep::Issued).await;
    })
    .await;
}

#[tokio::test]
async fn every_print_after_the_first_is_a_reprint_and_working_copies_bear_no_code() {
    each_engine(RecordSystem::National, async |hall: Hall| {
        let wang = hall.registrar("wang").await;
        let case = hall.replaced(&wang, 1, original(LONG_AGO, ""), 1).await;
        let print = async |paper| hall.registry.print_reissue_paper(&wang, case, paper).await.unwrap();
        let first = print(ReissuePaper::IssuingSlip).await;
        let again = print(ReissuePaper::IssuingSlip).await;
        assert_eq!((first.reprint, again.reprint), (None, Some(1)));
        assert_eq!(first.token, again.token, "a reprint is the same paper");
        for paper in [ReissuePaper::DeclarationA, ReissuePaper::DeclarationB, ReissuePaper::ReviewForm] {
            assert_eq!(print(paper).await.token, None);
        }
        let none = hall.registry.print_reissue_paper(&wang, case, ReissuePaper::Refusal).await;
        assert_eq!(super::hall::illegal(none), "not_refused");
    })
    .await;
}

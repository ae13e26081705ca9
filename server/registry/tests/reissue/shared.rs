//! One officer at a time, a stale tab, a second click, and what is entered late.

use super::hall::{Hall, LONG_AGO, each_engine, fields};
use super::people::{asking, date, found, original, typed};
use law::eligibility::Party;
use law::marriage_case::NetworkResult;
use law::reissue_case::{Matter, Reason};
use registry::marriage::{CaseSource, LateEntry};
use registry::reissue::ReissueStep;
use registry::{Error, RecordSystem};

#[tokio::test]
async fn one_officer_at_a_time_and_a_stale_tab_writes_nothing() {
    each_engine(RecordSystem::National, async |hall: Hall| {
        let (wang, li) = (hall.registrar("wang").await, hall.registrar("li").await);
        let case = hall.walk_in(&wang, Matter::Marriage).await;
        let old = hall.grip(&wang, case).await;
        match hall.registry.hold_case(&li, case).await {
            Err(Error::HeldByOther { name, .. }) => assert_eq!(name, "wang某"),
            other => panic!("{other:?}"),
        }
        hall.later(16);
        hall.registry.hold_case(&li, case).await.unwrap();
        let withdraw = ReissueStep::Withdrawn { papers_given_back: true };
        let other = hall.registry.advance_reissue(&wang, old, withdraw.clone()).await;
        assert!(matches!(other, Err(Error::HeldByOther { .. })), "{other:?}");
        // The same officer's other tab, or a second click, has an older version.
        let grip = hall.grip(&li, case).await;
        hall.registry.advance_reissue(&li, grip, withdraw.clone()).await.unwrap();
        let twice = hall.registry.advance_reissue(&li, grip, withdraw).await;
        assert!(matches!(twice, Err(Error::Stale)), "{twice:?}");
    })
    .await;
}

#[tokio::test]
async fn two_clicks_on_the_number_reissue_once() {
    each_engine(RecordSystem::National, async |hall: Hall| {
        let wang = hall.registrar("wang").await;
        let case = hall.reviewed(&wang, 1).await;
        let grip = hall.grip(&wang, case).await;
        let click = || {
            let numbers = typed("BJ370126-2026-000001", ["37260001", "37260002"]);
            hall.registry.advance_reissue(&wang, grip, ReissueStep::Reissued { numbers })
        };
        let (one, two) = tokio::join!(click(), click());
        assert_ne!(one.is_ok(), two.is_ok());
        let figures = hall.registry.figures(None, "2026-11".parse().unwrap()).await.unwrap();
        assert_eq!(figures.indicators.reissued_marriage, 1);
    })
    .await;
}

#[tokio::test]
async fn two_windows_that_replace_one_certificate_at_once_leave_one_that_stands() {
    each_engine(RecordSystem::National, async |hall: Hall| {
        let wang = hall.registrar("wang").await;
        hall.married(&wang, 1, 5).await;
        let li = hall.registrar("li").await;
        let mut cases = Vec::new();
        for (officer, serial) in [(&wang, 7), (&li, 8)] {
            let first = original("2026-11-24", "J370126-2026-000005");
            let case = hall.before_acceptance(officer, 1, first).await;
            hall.up_to_review(officer, case, Party::ALL).await;
            let booklets = [format!("3726{serial}001"), format!("3726{serial}002")];
            let number = format!("BJ370126-2026-{serial:06}");
            let numbers = typed(&number, [booklets[0].as_str(), booklets[1].as_str()]);
            hall.step(officer, case, ReissueStep::Reissued { numbers }).await;
            cases.push(case);
        }
        tokio::join!(Box::pin(hall.finish(&wang, cases[0])), Box::pin(hall.finish(&li, cases[1])));
        let mut standing = Vec::new();
        for number in ["BJ370126-2026-000007", "BJ370126-2026-000008"] {
            let held = hall.registry.held_certificate(&wang, number).await.unwrap().unwrap();
            standing.extend(held.replaced.is_empty().then_some(number));
        }
        assert_eq!(standing.len(), 1, "{standing:?}");
    })
    .await;
}

#[tokio::test]
async fn a_late_entry_needs_its_reason_and_counts_on_its_own_day() {
    each_engine(RecordSystem::National, async |hall: Hall| {
        let wang = hall.registrar("wang").await;
        let open = async |reason: &str, on: &str| {
            let late = Some(LateEntry { act_date: date(on), reason: reason.into() });
            hall.registry.open_reissue_case(&wang, Matter::Marriage, CaseSource::WalkIn, late).await
        };
        assert_eq!(fields(open("", "2026-10-30").await.unwrap_err())[0].0, "late_reason");
        assert_eq!(fields(open("停电", "2026-11-24").await.unwrap_err())[0].0, "act_date");
        let case = open("停电当天手工补发", "2026-10-30").await.unwrap();
        hall.asked(&wang, case, asking(Party::ALL, Reason::Lost), 1).await;
        hall.original(&wang, case, original(LONG_AGO, "")).await;
        hall.pre_checked(&wang, case).await;
        hall.step(&wang, case, ReissueStep::ArchiveChecked { archive: found() }).await;
        hall.network(&wang, case, NetworkResult::Consistent).await;
        hall.up_to_review(&wang, case, Party::ALL).await;
        let numbers = typed("BJ370126-2026-000001", ["37260001", "37260002"]);
        let state = hall.try_step(&wang, case, ReissueStep::Reissued { numbers }).await.unwrap();
        assert_eq!(state.reissue().unwrap().on, date("2026-10-30"));
        let october = hall.registry.figures(None, "2026-10".parse().unwrap()).await.unwrap();
        assert_eq!(october.indicators.reissued_marriage, 1);
    })
    .await;
}

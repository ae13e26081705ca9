//! A record that isn't found: the case stays open, over days, until it is found or there is none.

use super::hall::{Hall, LONG_AGO, each_engine, illegal};
use super::people::{asking, date, found, original, typed};
use law::eligibility::Party;
use law::marriage_case::NetworkResult;
use law::reissue_case::{Archive, Matter, Proof, Reason};
use registry::RecordSystem;
use registry::reissue::ReissueStep;

#[tokio::test]
async fn a_record_not_found_keeps_the_case_open_over_the_day_and_once_found_it_goes_on() {
    each_engine(RecordSystem::National, async |hall: Hall| {
        let wang = hall.registrar("wang").await;
        let case = hall.walk_in(&wang, Matter::Marriage).await;
        hall.asked(&wang, case, asking(Party::ALL, Reason::Lost), 1).await;
        hall.original(&wang, case, original(LONG_AGO, "")).await;
        hall.pre_checked(&wang, case).await;
        hall.network(&wang, case, NetworkResult::Consistent).await;
        hall.step(&wang, case, ReissueStep::ArchiveChecked { archive: Archive::NotFound }).await;
        assert_eq!(illegal(hall.try_step(&wang, case, ReissueStep::Accepted).await), "archive_open");
        hall.next_day();
        // Still in the list, by its number of yesterday, for whoever takes it up.
        let line = hall.registry.cases_today(&wang).await.unwrap().into_iter().find(|line| line.id == case);
        assert_eq!(line.unwrap().state, "paused");
        let li = hall.registrar("li").await;
        hall.registry.hold_case(&li, case).await.unwrap();
        hall.step(&li, case, ReissueStep::ArchiveChecked { archive: found() }).await;
        hall.step(&li, case, ReissueStep::Accepted).await;
        for seat in Party::ALL {
            hall.step(&li, case, ReissueStep::DeclarationSigned { seat: *seat }).await;
        }
        // Yesterday's status says nothing of today's.
        assert_eq!(illegal(hall.try_step(&li, case, ReissueStep::Reviewed).await), "check_another_day");
        hall.network(&li, case, NetworkResult::Consistent).await;
        hall.step(&li, case, ReissueStep::Reviewed).await;
        let numbers = typed("BJ370126-2026-000001", ["37260001", "37260002"]);
        let state = hall.try_step(&li, case, ReissueStep::Reissued { numbers }).await.unwrap();
        assert_eq!(state.reissue().unwrap().on, date("2026-11-25"));
        hall.finish(&li, case).await;
    })
    .await;
}

#[tokio::test]
async fn where_there_is_no_record_other_proof_of_the_status_stands_in() {
    each_engine(RecordSystem::National, async |hall: Hall| {
        let wang = hall.registrar("wang").await;
        let case = hall.before_acceptance(&wang, 1, original("1984-05-01", "商公字第18号")).await;
        hall.step(&wang, case, ReissueStep::ArchiveChecked { archive: Archive::NoRecord }).await;
        assert_eq!(illegal(hall.try_step(&wang, case, ReissueStep::Accepted).await), "status_proof_first");
        hall.step(&wang, case, ReissueStep::ProofGiven { proof: Proof::VillageStatement }).await;
        hall.up_to_review(&wang, case, Party::ALL).await;
        let numbers = typed("BJ370126-2026-000001", ["37260001", "37260002"]);
        hall.step(&wang, case, ReissueStep::Reissued { numbers }).await;
        hall.finish(&wang, case).await;
    })
    .await;
}

#[tokio::test]
async fn a_search_that_leads_nowhere_can_be_taken_back_with_the_papers() {
    each_engine(RecordSystem::National, async |hall: Hall| {
        let wang = hall.registrar("wang").await;
        let case = hall.before_acceptance(&wang, 1, original(LONG_AGO, "")).await;
        hall.step(&wang, case, ReissueStep::ArchiveChecked { archive: Archive::NotFound }).await;
        hall.step(&wang, case, ReissueStep::Withdrawn { papers_given_back: true }).await;
        let open = hall.registry.cases_today(&wang).await.unwrap();
        assert_eq!(open.iter().find(|line| line.id == case).unwrap().state, "left");
        let again = hall.try_step(&wang, case, ReissueStep::Withdrawn { papers_given_back: true }).await;
        assert_eq!(illegal(again), "case_ended");
    })
    .await;
}

//! A divorce certificate: each has their own, and only the applicant's is replaced.

use super::hall::{Hall, each_engine, illegal};
use super::past::{divorce, wedding};
use super::people::{asking, man, original, paper, typed, woman};
use law::eligibility::Party;
use law::marriage_case::NetworkResult;
use law::reissue_case::{Matter, Reason};
use registry::paper::PaperStatus;
use registry::reissue::{ReissuePaper, ReissueStep};
use registry::staff::Officer;
use registry::{RecordSystem, Result};
use uuid::Uuid;

const NUMBER: &str = "L370126-2026-000001";
const DAY: &str = "2026-10-20";

/// The one with this document asks for a lost divorce certificate, up to the review or to what stops it.
async fn up_to_acceptance(hall: &Hall, wang: &Officer, document: &str, first: &str) -> Uuid {
    let case = hall.walk_in(wang, Matter::Divorce).await;
    let asking = asking(&[Party::First], Reason::Lost);
    hall.step(wang, case, ReissueStep::AskedBy { asking }).await;
    hall.record(wang, case, Party::First, &paper(document, "某某")).await;
    hall.step(wang, case, ReissueStep::IdentityChecked { seat: Party::First }).await;
    hall.original(wang, case, original(DAY, first)).await;
    hall.pre_checked(wang, case).await;
    hall.step(wang, case, ReissueStep::ArchiveChecked { archive: super::people::found() }).await;
    hall.network(wang, case, NetworkResult::Consistent).await;
    case
}

async fn replaced(hall: &Hall, wang: &Officer, document: &str, first: &str, serial: u32) -> Result<String> {
    let case = up_to_acceptance(hall, wang, document, first).await;
    hall.up_to_review(wang, case, &[Party::First]).await;
    let numbers = typed(&format!("BL370126-2026-{serial:06}"), [&format!("372600{serial:02}"), ""]);
    hall.step(wang, case, ReissueStep::Reissued { numbers }).await;
    hall.finish(wang, case).await;
    let slip = hall.registry.print_reissue_paper(wang, case, ReissuePaper::IssuingSlip).await?;
    Ok(slip.token.unwrap())
}

#[tokio::test]
async fn one_person_gets_one_booklet_under_bl_and_counts_once() {
    each_engine(RecordSystem::National, async |hall: Hall| {
        let wang = hall.registrar("wang").await;
        divorce(&hall, 1, NUMBER).await;
        replaced(&hall, &wang, &man(1), NUMBER, 1).await.unwrap();
        let figures = hall.registry.figures(None, "2026-11".parse().unwrap()).await.unwrap();
        assert_eq!(figures.indicators.reissued_divorce, 1);
        let held = hall.registry.held_certificate(&wang, NUMBER).await.unwrap().unwrap();
        assert_eq!(held.replaced[0].number, "BL370126-2026-000001");
    })
    .await;
}

#[tokio::test]
async fn the_others_slip_stands_when_one_replaces_theirs_again() {
    each_engine(RecordSystem::National, async |hall: Hall| {
        let wang = hall.registrar("wang").await;
        divorce(&hall, 1, NUMBER).await;
        let his = replaced(&hall, &wang, &man(1), NUMBER, 1).await.unwrap();
        let hers = replaced(&hall, &wang, &woman(1), NUMBER, 2).await.unwrap();
        let status = async |token: &str| hall.registry.check_paper(token).await.unwrap().status;
        assert_eq!(status(&his).await, Some(PaperStatus::Valid), "what she did says nothing on his paper");
        replaced(&hall, &wang, &woman(1), NUMBER, 3).await.unwrap();
        assert_eq!(status(&hers).await, Some(PaperStatus::Replaced));
        assert_eq!(status(&his).await, Some(PaperStatus::Valid));
    })
    .await;
}

#[tokio::test]
async fn who_has_married_again_gets_no_divorce_certificate() {
    each_engine(RecordSystem::National, async |hall: Hall| {
        let wang = hall.registrar("wang").await;
        divorce(&hall, 1, NUMBER).await;
        wedding(&hall, 1, "2026-11-02", None).await;
        let case = up_to_acceptance(&hall, &wang, &man(1), NUMBER).await;
        assert_eq!(illegal(hall.try_step(&wang, case, ReissueStep::Accepted).await), "status_changed");
    })
    .await;
}

#[tokio::test]
async fn the_number_of_somebody_elses_divorce_is_refused() {
    each_engine(RecordSystem::National, async |hall: Hall| {
        let wang = hall.registrar("wang").await;
        divorce(&hall, 1, NUMBER).await;
        let case = up_to_acceptance(&hall, &wang, &man(2), "").await;
        let original = original(DAY, NUMBER);
        let others = hall.try_step(&wang, case, ReissueStep::OriginalNamed { original }).await;
        assert_eq!(illegal(others), "other_certificate");
    })
    .await;
}

//! A status that has changed, another person's certificate, and what else is refused.

use super::hall::{Hall, LONG_AGO, each_engine, fields, illegal};
use super::past::{divorce, wedding};
use super::people::{original, typed};
use law::eligibility::Party;
use law::marriage_case::NetworkResult;
use law::reissue_case::{End, RefusedGround};
use registry::RecordSystem;
use registry::reissue::{ReissuePaper, ReissueStep};

#[tokio::test]
async fn a_couple_that_the_register_knows_as_divorced_gets_no_marriage_certificate_again() {
    each_engine(RecordSystem::National, async |hall: Hall| {
        let wang = hall.registrar("wang").await;
        wedding(&hall, 1, LONG_AGO, None).await;
        divorce(&hall, 1, "L370126-2026-000001").await;
        let case = hall.before_acceptance(&wang, 1, original(LONG_AGO, "")).await;
        assert_eq!(illegal(hall.try_step(&wang, case, ReissueStep::Accepted).await), "status_changed");
        let ground = RefusedGround::Divorced;
        hall.step(&wang, case, ReissueStep::Refused { ground }).await;
        let shown = hall.registry.reissue_case(&wang, case).await.unwrap();
        assert_eq!(shown.state.end(), Some(End::Refused { ground }));
        let notice = hall.registry.print_reissue_paper(&wang, case, ReissuePaper::Refusal).await.unwrap();
        assert_eq!(notice.refused, Some(ground));
        // The notice is ours, and says nothing of what became of anything.
        let checked = hall.registry.check_paper(&notice.token.unwrap()).await.unwrap();
        assert!(checked.genuine && checked.status.is_none());
    })
    .await;
}

#[tokio::test]
async fn a_divorce_entered_while_the_case_is_open_stops_it_at_the_number() {
    each_engine(RecordSystem::National, async |hall: Hall| {
        let wang = hall.registrar("wang").await;
        wedding(&hall, 1, LONG_AGO, None).await;
        let case = hall.before_acceptance(&wang, 1, original(LONG_AGO, "")).await;
        hall.up_to_review(&wang, case, Party::ALL).await;
        divorce(&hall, 1, "L370126-2026-000001").await;
        let numbers = typed("BJ370126-2026-000001", ["37260001", "37260002"]);
        let refused = hall.try_step(&wang, case, ReissueStep::Reissued { numbers }).await;
        assert_eq!(illegal(refused), "status_changed");
        hall.step(&wang, case, ReissueStep::Refused { ground: RefusedGround::Divorced }).await;
    })
    .await;
}

#[tokio::test]
async fn what_the_national_system_says_against_the_status_leads_to_a_refusal() {
    each_engine(RecordSystem::National, async |hall: Hall| {
        let wang = hall.registrar("wang").await;
        let case = hall.before_acceptance(&wang, 1, original(LONG_AGO, "")).await;
        hall.later(1);
        hall.network(&wang, case, NetworkResult::Inconsistent).await;
        assert_eq!(illegal(hall.try_step(&wang, case, ReissueStep::Accepted).await), "status_differs");
        hall.step(&wang, case, ReissueStep::Refused { ground: RefusedGround::SpouseDied }).await;
        let numbers = typed("BJ370126-2026-000001", ["37260001", "37260002"]);
        let after = hall.try_step(&wang, case, ReissueStep::Reissued { numbers }).await;
        assert!(after.is_err());
    })
    .await;
}

#[tokio::test]
async fn another_couples_certificate_number_is_refused_and_so_is_one_of_another_kind_or_day() {
    each_engine(RecordSystem::National, async |hall: Hall| {
        let wang = hall.registrar("wang").await;
        wedding(&hall, 2, "2015-03-02", Some("J370126-2015-000088")).await;
        let case = hall.before_acceptance(&wang, 1, original(LONG_AGO, "")).await;
        let name = async |original| hall.try_step(&wang, case, ReissueStep::OriginalNamed { original }).await;
        let others = name(original("2015-03-02", "J370126-2015-000088")).await;
        assert_eq!(illegal(others), "other_certificate");
        let divorce = name(original(LONG_AGO, "L370126-2015-000088")).await;
        assert_eq!(fields(divorce.unwrap_err()), [("certificate_no".to_owned(), "wrong_kind".to_owned())]);
        let ahead = name(original("2026-12-24", "")).await;
        assert_eq!(fields(ahead.unwrap_err()), [("registered_on".to_owned(), "future_date".to_owned())]);
        // Nothing of the refused tries stands in the file.
        let shown = hall.registry.reissue_case(&wang, case).await.unwrap();
        assert_eq!(shown.file.marriage.unwrap().certificate_no, "");

        let own = hall.before_acceptance(&wang, 2, original("2015-03-02", "j370126-2015-000088")).await;
        let original = original("2015-03-03", "J370126-2015-000088");
        let wrong_day = hall.try_step(&wang, own, ReissueStep::OriginalNamed { original }).await;
        assert_eq!(fields(wrong_day.unwrap_err()), [("registered_on".to_owned(), "not_that_day".to_owned())]);
    })
    .await;
}

#[tokio::test]
async fn the_number_and_the_office_are_put_right_where_the_day_stays() {
    each_engine(RecordSystem::National, async |hall: Hall| {
        let wang = hall.registrar("wang").await;
        let case = hall.before_acceptance(&wang, 1, original(LONG_AGO, "")).await;
        let events = hall.registry.reissue_case(&wang, case).await.unwrap().past.len();
        hall.original(&wang, case, original(LONG_AGO, "鲁商字7号")).await;
        let shown = hall.registry.reissue_case(&wang, case).await.unwrap();
        assert_eq!(shown.file.marriage.unwrap().certificate_no, "鲁商字7号");
        assert_eq!(shown.past.len(), events, "the law sees nothing new in it");
        let again = ReissueStep::OriginalNamed { original: original(LONG_AGO, "鲁商字7号") };
        assert_eq!(illegal(hall.try_step(&wang, case, again).await), "already_done");
        assert!(matches!(hall.registry.verify_audit().await.unwrap(), registry::audit::Checked::Whole(_)));
    })
    .await;
}

//! Who asks: one alone, a proxy, and nobody for themselves at the counter.

use super::hall::{Hall, LONG_AGO, each_engine, fields, illegal};
use super::people::{absent, asking, by_proxy, found, man, number, original, paper, typed, woman};
use law::eligibility::Party;
use law::marriage_case::NetworkResult;
use law::reissue_case::{Archive, Matter, ProxyPoint, Reason};
use registry::marriage::CaseSource;
use registry::reissue::{RawAsking, ReissueStep, Validity};
use registry::{Error, RecordSystem};

#[tokio::test]
async fn one_alone_is_served_where_the_registrar_says_why_and_the_other_need_not_show_a_document() {
    each_engine(RecordSystem::National, async |hall: Hall| {
        let wang = hall.registrar("wang").await;
        let case = hall.walk_in(&wang, Matter::Marriage).await;
        let silent = ReissueStep::AskedBy { asking: asking(&[Party::First], Reason::Lost) };
        assert_eq!(illegal(hall.try_step(&wang, case, silent).await), "alone_reason_missing");
        let alone =
            RawAsking { alone: "对方在外地住院".into(), ..asking(&[Party::First], Reason::Lost) };
        hall.asked(&wang, case, alone, 1).await;
        hall.original(&wang, case, original(LONG_AGO, "")).await;
        hall.pre_checked(&wang, case).await;
        hall.step(&wang, case, ReissueStep::ArchiveChecked { archive: found() }).await;
        hall.network(&wang, case, NetworkResult::Consistent).await;
        // The other stands on the certificate all the same.
        assert_eq!(illegal(hall.try_step(&wang, case, ReissueStep::Accepted).await), "document_first");
        hall.record(&wang, case, Party::Second, &absent(&woman(1), "钱二")).await;
        let shown = hall.registry.reissue_case(&wang, case).await.unwrap();
        assert_eq!(shown.file.b.document.unwrap().valid_until, Validity::NotShown);
        hall.up_to_review(&wang, case, &[Party::First]).await;
        let numbers = typed("BJ370126-2026-000001", ["37260001", "37260002"]);
        hall.step(&wang, case, ReissueStep::Reissued { numbers }).await;
        hall.finish(&wang, case).await;
    })
    .await;
}

#[tokio::test]
async fn who_asks_shows_a_document_that_is_still_valid() {
    each_engine(RecordSystem::National, async |hall: Hall| {
        let wang = hall.registrar("wang").await;
        let case = hall.walk_in(&wang, Matter::Marriage).await;
        hall.step(&wang, case, ReissueStep::AskedBy { asking: asking(Party::ALL, Reason::Lost) }).await;
        let grip = hall.grip(&wang, case).await;
        let raw = absent(&man(1), "赵一");
        let unshown = hall.registry.record_person(&wang, grip, Party::First, &raw).await;
        assert_eq!(fields(unshown.unwrap_err()), [("a.valid_until".to_owned(), "missing".to_owned())]);
    })
    .await;
}

#[tokio::test]
async fn a_proxy_without_a_notarised_authority_is_refused_and_one_with_it_needs_the_record() {
    each_engine(RecordSystem::National, async |hall: Hall| {
        let wang = hall.registrar("wang").await;
        let proxy = number("19790101", 3);
        let case = hall.before_acceptance(&wang, 1, original(LONG_AGO, "")).await;
        let ask = async |asking| hall.try_step(&wang, case, ReissueStep::AskedBy { asking }).await;
        for (points, code) in [
            (&[ProxyPoint::StatesParticulars, ProxyPoint::OwnDocument][..], "authority_not_notarised"),
            (&[ProxyPoint::Notarised], "authority_open"),
        ] {
            assert_eq!(illegal(ask(by_proxy(&proxy, points)).await), code);
        }
        let faulty = ask(by_proxy("370126197901010011", ProxyPoint::ALL)).await;
        assert_eq!(fields(faulty.unwrap_err())[0].0, "proxy_id_number");
        ask(by_proxy(&proxy, ProxyPoint::ALL)).await.unwrap();
        let shown = hall.registry.reissue_case(&wang, case).await.unwrap();
        assert_eq!(shown.file.proxy.unwrap().name, "孙三");

        hall.step(&wang, case, ReissueStep::ArchiveChecked { archive: Archive::NoRecord }).await;
        assert_eq!(illegal(hall.try_step(&wang, case, ReissueStep::Accepted).await), "proxy_needs_archive");
        hall.step(&wang, case, ReissueStep::ArchiveChecked { archive: found() }).await;
        hall.step(&wang, case, ReissueStep::Accepted).await;
    })
    .await;
}

#[tokio::test]
async fn nobody_handles_a_case_in_which_they_are_a_party_or_the_proxy() {
    each_engine(RecordSystem::National, async |hall: Hall| {
        let own = hall.registrar_with("own", &man(1)).await;
        let booking = hall.booking(Matter::Marriage).await;
        let source = CaseSource::Booking(booking.id);
        let refused = hall.registry.open_reissue_case(&own, Matter::Marriage, source, None).await;
        assert!(matches!(refused, Err(Error::Forbidden("own_case"))), "{refused:?}");
        let case = hall.walk_in(&own, Matter::Marriage).await;
        let grip = hall.grip(&own, case).await;
        let read = hall.registry.record_person(&own, grip, Party::First, &paper(&man(1), "赵一")).await;
        assert!(matches!(read, Err(Error::Forbidden("own_case"))), "{read:?}");
        let other = hall.walk_in(&own, Matter::Marriage).await;
        let asking = by_proxy(&man(1), ProxyPoint::ALL);
        let proxy = hall.try_step(&own, other, ReissueStep::AskedBy { asking }).await;
        assert!(matches!(proxy, Err(Error::Forbidden("own_case"))), "{proxy:?}");
    })
    .await;
}

#[tokio::test]
async fn a_booking_of_another_service_opens_no_case() {
    each_engine(RecordSystem::National, async |hall: Hall| {
        let wang = hall.registrar("wang").await;
        let booking = hall.booking(Matter::Marriage).await;
        let source = CaseSource::Booking(booking.id);
        let refused = hall.registry.open_reissue_case(&wang, Matter::Divorce, source, None).await;
        assert_eq!(fields(refused.unwrap_err()), [("booking".to_owned(), "other_service".to_owned())]);
    })
    .await;
}

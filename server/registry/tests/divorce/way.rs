//! The ways through: withdrawn by one alone, registered by both, lapsed by itself.

use super::hall::{
    ACCEPTED, Hall, RECEIPT, each_engine, each_engine_with, illegal, moment, registered, review_begun,
    withdrawn_by,
};
use super::story::{date, man, woman};
use law::divorce_case::{
    DivorceMove, End, ReceiptBrought, RefusedGround, Standing, Step as NormStep, Ticket,
};
use law::eligibility::Party;
use registry::RecordSystem;
use registry::divorce::{DivorcePaper, DivorceStep as Step, LateAct};
use registry::marriage::CaseSource;

#[tokio::test]
async fn either_one_alone_withdraws_until_the_last_day() {
    for by in [Party::First, Party::Second] {
        each_engine(async |hall: Hall| {
            let wang = hall.registrar("wang").await;
            let case = hall.accepted(&wang, 1).await;
            hall.at("2026-02-24");
            let li = hall.registrar("li").await;
            hall.clock.set(hall.clock.now() + chrono::TimeDelta::minutes(20));
            assert_eq!(hall.called_up(&li, 1).await, case);
            let own = if by == Party::First { man(1) } else { woman(1) };
            let after = hall.step(&li, case, withdrawn_by(&own)).await;
            assert_eq!(after.end(), Some(End::Withdrawn { by, on: date("2026-02-24") }));
            let shown = hall.shown(&li, case).await;
            assert!(shown.moves.is_empty() && shown.visits == [date(ACCEPTED), date("2026-02-24")]);
            // The first person is the man here, in the register too.
            let sql = match by {
                Party::First => {
                    "SELECT COUNT(*) FROM acts WHERE act = 'divorce_withdrawal' AND withdrawn_by = 'a'"
                }
                Party::Second => {
                    "SELECT COUNT(*) FROM acts WHERE act = 'divorce_withdrawal' AND withdrawn_by = 'b'"
                }
            };
            assert_eq!(hall.count(sql).await, 1);
            assert_eq!(illegal(hall.try_step(&li, case, withdrawn_by(&own)).await), "already_withdrawn");
            hall.registry.print_divorce_paper(&li, case, DivorcePaper::WithdrawalConfirmation).await.unwrap();
            assert!(hall.log_is_whole().await);
        })
        .await;
    }
}

#[tokio::test]
async fn both_register_inside_the_window_and_the_divorce_stands_in_the_register() {
    each_engine(async |hall: Hall| {
        let wang = hall.registrar("wang").await;
        let case = hall.accepted(&wang, 1).await;
        let dates = hall.shown(&wang, case).await.dates.unwrap();
        assert_eq!(dates.cooling_off_last, date("2026-02-24"));
        assert_eq!((dates.issuance_first, dates.issuance_last), (date("2026-02-25"), date("2026-03-26")));
        hall.at("2026-03-26");
        hall.called_up(&wang, 1).await;
        assert_eq!(hall.shown(&wang, case).await.step, NormStep::Review);
        hall.reviewed(&wang, case).await;
        let after = hall.step(&wang, case, registered(1)).await;
        assert_eq!(after.registration().unwrap().certificate.to_string(), "L370126-2026-000001");
        assert_eq!(illegal(hall.try_step(&wang, case, withdrawn_by(&man(1))).await), "already_registered");
        assert_eq!(hall.finish(&wang, case).await.end(), Some(End::Issued));
        assert_eq!(hall.count("SELECT COUNT(*) FROM acts WHERE act = 'divorce_registration'").await, 1);
        hall.at("2026-03-27");
        assert_eq!(hall.registry.write_lapses().await.unwrap().written, 0);
        assert!(hall.log_is_whole().await);
    })
    .await;
}

#[tokio::test]
async fn nobody_came_so_it_lapsed_by_itself_and_is_written_down_once() {
    each_engine(async |hall: Hall| {
        let wang = hall.registrar("wang").await;
        let case = hall.accepted(&wang, 1).await;
        hall.at("2026-03-26T23:00");
        assert_eq!(hall.registry.write_lapses().await.unwrap().written, 0);
        hall.at("2026-03-27");
        let shown = hall.shown(&wang, case).await;
        assert_eq!(shown.standing, Standing::Lapsed { since: date("2026-03-27") });
        hall.called_up(&wang, 1).await;
        assert_eq!(illegal(hall.try_step(&wang, case, review_begun()).await), "lapsed");
        assert_eq!(illegal(hall.try_step(&wang, case, withdrawn_by(&man(1))).await), "lapsed");
        assert_eq!(hall.registry.write_lapses().await.unwrap().written, 1);
        assert_eq!(hall.registry.write_lapses().await.unwrap().written, 0);
        // No waiting time: the same two apply anew the same day, the other way round.
        let again = hall.registry.open_divorce_case(&wang, CaseSource::WalkIn, None).await.unwrap();
        hall.pre_check(&wang, again, &woman(1), &man(1)).await;
        hall.step(&wang, again, Step::Accepted { receipt_no: "LSL-2026-0077".into(), typed: None }).await;
    })
    .await;
}

#[tokio::test]
async fn a_refused_review_leaves_the_case_open_until_the_window_ends() {
    each_engine(async |hall: Hall| {
        let wang = hall.registrar("wang").await;
        let case = hall.accepted(&wang, 1).await;
        hall.at("2026-03-02");
        hall.called_up(&wang, 1).await;
        hall.step(&wang, case, review_begun()).await;
        hall.step(&wang, case, Step::QuestioningOpened { seat: Party::Second }).await;
        let open = hall.try_step(&wang, case, Step::QuestioningOpened { seat: Party::First }).await;
        assert_eq!(illegal(open), "questioning_open");
        hall.step(&wang, case, Step::ReviewRefused { ground: RefusedGround::NotVoluntaryNow }).await;
        let notice = hall.registry.print_divorce_paper(&wang, case, DivorcePaper::Refusal).await.unwrap();
        assert_eq!(notice.refused.unwrap().ground, RefusedGround::NotVoluntaryNow);
        hall.at("2026-03-20");
        hall.called_up(&wang, 1).await;
        hall.reviewed(&wang, case).await;
        hall.step(&wang, case, registered(1)).await;
    })
    .await;
}

#[tokio::test]
async fn who_waited_at_closing_time_is_served_after_it_and_nobody_else() {
    each_engine(async |hall: Hall| {
        let wang = hall.registrar("wang").await;
        let case = hall.accepted(&wang, 1).await;
        hall.at("2026-02-24T17:05");
        hall.called_up(&wang, 1).await;
        assert_eq!(illegal(hall.try_step(&wang, case, withdrawn_by(&man(1))).await), "after_closing");
        let with = |taken: &str| Step::Withdrawn {
            document: super::story::document(&man(1)),
            receipt: ReceiptBrought::Explained,
            ticket: Some(Ticket {
                taken_at: moment(taken), reason: "16:50 取号，前面还有 4 位".into()
            }),
            late: None,
        };
        for wrong in ["2026-02-24T17:01:00", "2026-02-24T17:30:00", "2026-02-23T16:50:00"] {
            assert_eq!(
                illegal(hall.try_step(&wang, case, with(wrong)).await),
                "ticket_not_in_time",
                "{wrong}"
            );
        }
        let after = hall.step(&wang, case, with("2026-02-24T16:50:00")).await;
        assert_eq!(after.end(), Some(End::Withdrawn { by: Party::First, on: date("2026-02-24") }));
    })
    .await;
}

#[tokio::test]
async fn a_review_begun_before_closing_on_the_last_day_is_finished_after_it() {
    each_engine(async |hall: Hall| {
        let wang = hall.registrar("wang").await;
        let case = hall.accepted(&wang, 1).await;
        hall.at("2026-03-26T16:55");
        hall.called_up(&wang, 1).await;
        hall.step(&wang, case, review_begun()).await;
        hall.at("2026-03-26T17:08");
        for seat in [Party::First, Party::Second] {
            hall.step(&wang, case, Step::QuestioningOpened { seat }).await;
            hall.step(&wang, case, Step::QuestioningClosed { seat }).await;
        }
        for seat in [Party::First, Party::Second] {
            hall.step(&wang, case, Step::DeclarationSigned { seat }).await;
        }
        hall.step(&wang, case, Step::AgreementSigned).await;
        hall.step(&wang, case, Step::Reviewed).await;
        let after = hall.step(&wang, case, registered(1)).await;
        assert_eq!(after.registration().unwrap().on, date("2026-03-26"));
    })
    .await;
}

#[tokio::test]
async fn an_act_of_an_earlier_day_is_entered_late_with_a_reason_and_undoes_a_written_lapse() {
    each_engine(async |hall: Hall| {
        let wang = hall.registrar("wang").await;
        let case = hall.accepted(&wang, 1).await;
        hall.at("2026-03-30");
        assert_eq!(hall.registry.write_lapses().await.unwrap().written, 1);
        hall.called_up(&wang, 1).await;
        let late = |reason: &str| Step::ReviewBegun {
            points: law::divorce_case::ReviewPoint::ALL.iter().copied().collect(),
            ticket: None,
            late: Some(LateAct { on: date("2026-03-26"), reason: reason.into() }),
        };
        let without = hall.try_step(&wang, case, late(" ")).await;
        assert_eq!(super::hall::fields(without.unwrap_err()), [("late.reason".into(), "missing".into())]);
        hall.step(&wang, case, late("当天停电，手工登记")).await;
        for seat in [Party::First, Party::Second] {
            hall.step(&wang, case, Step::QuestioningOpened { seat }).await;
            hall.step(&wang, case, Step::QuestioningClosed { seat }).await;
        }
        for seat in [Party::First, Party::Second] {
            hall.step(&wang, case, Step::DeclarationSigned { seat }).await;
        }
        hall.step(&wang, case, Step::AgreementSigned).await;
        hall.step(&wang, case, Step::Reviewed).await;
        let after = hall.step(&wang, case, registered(1)).await;
        assert_eq!(after.registration().unwrap().on, date("2026-03-26"));
        assert_eq!(hall.count("SELECT COUNT(*) FROM lapses").await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_number_registered_and_never_handed_over_is_a_gap_and_the_case_is_open_again() {
    each_engine(async |hall: Hall| {
        let wang = hall.registrar("wang").await;
        let case = hall.accepted(&wang, 1).await;
        hall.at("2026-03-02");
        hall.called_up(&wang, 1).await;
        hall.reviewed(&wang, case).await;
        hall.step(&wang, case, registered(1)).await;
        let undone = Step::RegistrationUndone { reason: "一位没签名就走了".into() };
        hall.step(&wang, case, undone).await;
        assert_eq!(hall.count("SELECT COUNT(*) FROM acts WHERE part = 'ending'").await, 0);
        assert_eq!(hall.count("SELECT COUNT(*) FROM acts WHERE act = 'divorce_application'").await, 1);
        hall.at("2026-03-03");
        hall.called_up(&wang, 1).await;
        hall.reviewed(&wang, case).await;
        // Neither the number nor a booklet of it is ever used again.
        let again = hall.try_step(&wang, case, registered(1)).await.unwrap_err();
        assert_eq!(super::hall::fields(again)[0].1, "in_use");
        hall.step(&wang, case, registered(2)).await;
        hall.finish(&wang, case).await;
    })
    .await;
}

#[tokio::test]
async fn in_training_receipts_and_certificates_are_numbered_here() {
    each_engine_with(RecordSystem::Own, async |hall: Hall| {
        let wang = hall.registrar("wang").await;
        let case = hall.pre_checked(&wang, 1).await;
        let after = hall.step(&wang, case, Step::Accepted { receipt_no: String::new(), typed: None }).await;
        let receipt = after.application().unwrap().receipt_no.clone();
        assert_eq!(receipt.as_str(), "SL370126-20260116-101");
        hall.at("2026-03-02");
        hall.registry.visit_divorce_case(&wang, receipt.as_str(), CaseSource::WalkIn).await.unwrap();
        hall.reviewed(&wang, case).await;
        let after = hall.step(&wang, case, registered(77)).await;
        assert_eq!(after.registration().unwrap().certificate.to_string(), "L370126-2026-000001");
    })
    .await;
}

#[tokio::test]
async fn the_case_says_what_cannot_be_done_today_and_from_which_day_on() {
    each_engine(async |hall: Hall| {
        let wang = hall.registrar("wang").await;
        // Accepted on 31 March 2026 the window opens on Labour Day; the office serves from 6 May on.
        hall.at("2026-03-31");
        let case = hall.accepted(&wang, 1).await;
        let shown = hall.shown(&wang, case).await;
        assert!(
            shown.moves.contains(&DivorceMove::Withdraw) && !shown.moves.contains(&DivorceMove::BeginReview)
        );
        let (_, refusal) =
            shown.not_today.iter().find(|(kind, _)| *kind == DivorceMove::BeginReview).unwrap();
        assert_eq!(refusal.works_on, Some(date("2026-05-06")));
        assert!(refusal.words(date("2026-03-31"), law::Lang::Zh).ends_with("最早5月6日 星期三"));
        hall.at("2026-05-01");
        hall.called_up(&wang, 1).await;
        assert_eq!(illegal(hall.try_step(&wang, case, review_begun()).await), "rest_day");
        assert_eq!(hall.registry.find_divorce_case(&wang, RECEIPT).await.unwrap(), Some(case));
    })
    .await;
}

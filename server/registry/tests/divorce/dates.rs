//! Dates that count: typed from the receipt, moved by a schedule, kept from lapsing by a supervisor.

use super::hall::{Hall, each_engine, fields, illegal, review_begun};
use super::story::{date, schedule_of_2027, typed};
use law::divorce_case::DatesFrom;
use law::eligibility::Party;
use registry::Error;
use registry::divorce::{DivorceStep as Step, ToldBy};
use registry::import::Import;
use registry::marriage::CaseSource;
use registry::staff::Role;

#[tokio::test]
async fn the_receipts_dates_win_and_the_difference_is_shown() {
    each_engine(async |hall: Hall| {
        let wang = hall.registrar("wang").await;
        let case = hall.pre_checked(&wang, 1).await;
        // The national system did not roll over the weekend before the Spring Festival.
        let dates = typed("2026-02-15", "2026-03-17");
        let accept = Step::Accepted { receipt_no: "LSL-2026-0001".into(), typed: Some(dates) };
        hall.step(&wang, case, accept).await;
        let shown = hall.shown(&wang, case).await;
        let counted = shown.dates.unwrap();
        assert_eq!((counted.from, counted.issuance_last), (DatesFrom::Typed, date("2026-03-17")));
        assert_eq!(counted.issuance_first, date("2026-02-16"));
        assert_eq!((shown.difference.cooling_off_last, shown.difference.issuance_last), (-9, -9));
        let board = hall.registry.divorce_board(&wang).await.unwrap();
        assert_eq!(board.typed_differ.len(), 1);
        hall.at("2026-03-18");
        hall.called_up(&wang, 1).await;
        assert_eq!(illegal(hall.try_step(&wang, case, review_begun()).await), "lapsed");
    })
    .await;
}

#[tokio::test]
async fn typed_dates_are_refused_only_where_they_cut_a_period_short_or_are_out_of_order() {
    each_engine(async |hall: Hall| {
        let wang = hall.registrar("wang").await;
        let case = hall.pre_checked(&wang, 1).await;
        for (dates, field, code) in [
            (typed("2026-02-14", "2026-03-26"), "cooling_off_last", "cooling_off_too_short"),
            (typed("2026-02-24", "2026-03-25"), "issuance_last", "issuance_too_short"),
            (typed("2026-01-16", "2026-03-26"), "cooling_off_last", "bad_order"),
            (typed("2026-03-26", "2026-02-24"), "issuance_last", "bad_order"),
        ] {
            let step = Step::Accepted { receipt_no: "LSL-2026-0001".into(), typed: Some(dates) };
            let refused = hall.try_step(&wang, case, step).await.unwrap_err();
            assert_eq!(fields(refused), [(field.to_owned(), code.to_owned())]);
        }
        assert_eq!(hall.count("SELECT COUNT(*) FROM acts").await, 0);
    })
    .await;
}

#[tokio::test]
async fn dates_far_from_ours_wait_for_a_supervisor_who_is_not_the_one_who_asked() {
    each_engine(async |hall: Hall| {
        let wang = hall.registrar("wang").await;
        let chen = hall.officer("chen", Role::Supervisor, None).await;
        let case = hall.pre_checked(&wang, 1).await;
        let dates = typed("2026-03-12", "2026-04-13");
        let accept = || Step::Accepted { receipt_no: "LSL-2026-0001".into(), typed: Some(dates) };
        assert_eq!(illegal(hall.try_step(&wang, case, accept()).await), "supervisor_first");
        let early = hall.registry.confirm_dates(&chen, case, dates, "回执原件看过").await;
        assert!(matches!(early, Err(Error::NotFound)));
        let grip = hall.grip(&wang, case).await;
        hall.registry.ask_for_dates(&wang, grip, dates).await.unwrap();
        assert_eq!(hall.registry.divorce_board(&chen).await.unwrap().to_confirm.len(), 1);
        let own = hall.registry.confirm_dates(&wang, case, dates, "看过").await;
        assert!(matches!(own, Err(Error::Forbidden(_))));
        hall.registry.confirm_dates(&chen, case, dates, "回执原件看过").await.unwrap();
        assert!(hall.registry.divorce_board(&chen).await.unwrap().to_confirm.is_empty());
        // Confirmed are these dates and no others.
        let other = Step::Accepted {
            receipt_no: "LSL-2026-0001".into(),
            typed: Some(typed("2026-03-13", "2026-04-13")),
        };
        assert_eq!(illegal(hall.try_step(&wang, case, other).await), "supervisor_first");
        hall.step(&wang, case, accept()).await;
    })
    .await;
}

#[tokio::test]
async fn a_new_schedule_moves_what_we_counted_lists_what_was_typed_and_leaves_what_has_ended() {
    each_engine(async |hall: Hall| {
        hall.at("2027-01-08");
        let wang = hall.registrar("wang").await;
        // Day 30 is Sunday 7 February: by the statutory days alone it goes over to Tuesday the ninth.
        let counted = hall.accepted(&wang, 1).await;
        let before = hall.shown(&wang, counted).await.dates.unwrap();
        assert_eq!(before.cooling_off_last, date("2027-02-09"));
        let receipt = hall.pre_checked(&wang, 2).await;
        let dates = typed("2027-02-09", "2027-03-11");
        hall.step(&wang, receipt, Step::Accepted { receipt_no: "LSL-2026-0002".into(), typed: Some(dates) })
            .await;
        let ended = hall.accepted(&wang, 3).await;
        hall.step(&wang, ended, super::hall::withdrawn_by(&super::story::man(3))).await;
        hall.registry.import_schedule(None, &schedule_of_2027()).await.unwrap();
        let after = hall.shown(&wang, counted).await;
        assert_eq!(after.dates.unwrap().cooling_off_last, date("2027-02-12"));
        assert_eq!(after.dates.unwrap().issuance_last, date("2027-03-15"));
        assert_eq!(hall.shown(&wang, receipt).await.dates.unwrap().issuance_last, date("2027-03-11"));
        assert_eq!(hall.shown(&wang, ended).await.dates.unwrap(), before);
        let board = hall.registry.divorce_board(&wang).await.unwrap();
        assert_eq!((board.moved.len(), board.to_check.len()), (1, 1));
        assert_eq!(board.moved[0].old, [date("2027-02-09"), before.issuance_last]);
        // Told one by one, each for themselves.
        let id = board.moved[0].id;
        hall.registry.tell_of_move(&wang, id, Party::First, ToldBy::Phone).await.unwrap();
        assert_eq!(hall.registry.divorce_board(&wang).await.unwrap().moved[0].told, [Party::First].into());
        hall.registry.tell_of_move(&wang, id, Party::Second, ToldBy::NotReached).await.unwrap();
        assert!(hall.registry.divorce_board(&wang).await.unwrap().moved.is_empty());
        // The same schedule again moves nothing.
        hall.registry.import_schedule(None, &schedule_of_2027()).await.unwrap();
        assert_eq!(hall.count("SELECT COUNT(*) FROM divorce_date_moves").await, 2);
        assert!(hall.log_is_whole().await);
    })
    .await;
}

#[tokio::test]
async fn an_end_that_lies_ahead_is_never_moved_into_the_past() {
    each_engine(async |hall: Hall| {
        hall.at("2027-01-08");
        let wang = hall.registrar("wang").await;
        let case = hall.accepted(&wang, 1).await;
        // Published on the last day, with a Spring Festival that is over: by it the day would have been yesterday.
        hall.at("2027-02-09");
        let mut schedule = schedule_of_2027();
        schedule.days.retain(|day| day.name != "春节");
        hall.registry.import_schedule(None, &schedule).await.unwrap();
        let kept = hall.shown(&wang, case).await.dates.unwrap();
        assert_eq!((kept.cooling_off_last, kept.from), (date("2027-02-09"), DatesFrom::Typed));
        let own = super::story::document(&super::story::woman(1));
        let told = hall.registry.divorce_dates_for("LSL-2026-0001", &own, "x").await.unwrap();
        assert_eq!(told.cooling_off_last, date("2027-02-09"));
        let board = hall.registry.divorce_board(&wang).await.unwrap();
        assert_eq!((board.moved.len(), board.to_check.len()), (0, 1));
        hall.called_up(&wang, 1).await;
        hall.step(&wang, case, super::hall::withdrawn_by(&super::story::man(1))).await;
    })
    .await;
}

#[tokio::test]
async fn a_tab_opened_before_the_dates_moved_is_stale() {
    each_engine(async |hall: Hall| {
        hall.at("2027-01-08");
        let wang = hall.registrar("wang").await;
        let case = hall.accepted(&wang, 1).await;
        let grip = hall.grip(&wang, case).await;
        hall.registry.import_schedule(None, &schedule_of_2027()).await.unwrap();
        let old = hall
            .registry
            .advance_divorce(&wang, grip, super::hall::withdrawn_by(&super::story::man(1)))
            .await;
        assert!(matches!(old, Err(Error::Stale)), "{old:?}");
        hall.step(&wang, case, super::hall::withdrawn_by(&super::story::man(1))).await;
    })
    .await;
}

#[tokio::test]
async fn a_day_on_which_the_office_could_not_serve_is_nobodys_last_day() {
    each_engine(async |hall: Hall| {
        let wang = hall.registrar("wang").await;
        let chen = hall.officer("chen", Role::Supervisor, None).await;
        let case = hall.accepted(&wang, 1).await;
        let (theirs, untouched) = (date("2026-03-26"), hall.accepted(&wang, 2).await);
        hall.step(&wang, untouched, super::hall::withdrawn_by(&super::story::man(2))).await;
        // The power was out all day; the nightly job has written the lapse down.
        hall.at("2026-03-27T08:30");
        assert_eq!(hall.registry.write_lapses().await.unwrap().written, 1);
        let refused = hall.registry.suspend_lapse(&wang, &[theirs], "停电").await;
        assert!(matches!(refused, Err(Error::Forbidden(_))));
        let without = hall.registry.suspend_lapse(&chen, &[theirs], " ").await.unwrap_err();
        assert_eq!(fields(without), [("reason".into(), "missing".into())]);
        assert_eq!(hall.registry.suspend_lapse(&chen, &[theirs], "全县停电").await.unwrap(), 1);
        assert_eq!(hall.count("SELECT COUNT(*) FROM lapses").await, 0);
        let again = hall.registry.suspend_lapse(&chen, &[theirs], "全县停电").await.unwrap_err();
        assert_eq!(fields(again), [("dates".into(), "already_named".into())]);
        assert_eq!(hall.shown(&wang, case).await.dates.unwrap().issuance_last, date("2026-03-27"));
        let board = hall.registry.divorce_board(&chen).await.unwrap();
        assert_eq!((board.suspended.len(), board.moved.len(), board.last_days.len()), (1, 1, 1));
        hall.called_up(&wang, 1).await;
        hall.reviewed(&wang, case).await;
        hall.step(&wang, case, super::hall::registered(1)).await;
        // Long ago nothing is named any more.
        hall.at("2026-05-20");
        let old = hall.registry.suspend_lapse(&chen, &[theirs], "停电").await.unwrap_err();
        assert_eq!(fields(old), [("dates".into(), "long_ago".into())]);
    })
    .await;
}

#[tokio::test]
async fn wrongly_typed_dates_are_corrected_with_a_reason_and_the_history_stays() {
    each_engine(async |hall: Hall| {
        let wang = hall.registrar("wang").await;
        let case = hall.accepted(&wang, 1).await;
        let corrected = |reason: &str| Step::DatesCorrected {
            typed: typed("2026-02-25", "2026-03-27"),
            reason: reason.into(),
        };
        assert_eq!(illegal(hall.try_step(&wang, case, corrected("")).await), "reason_missing");
        hall.step(&wang, case, corrected("回执上是这两天")).await;
        let shown = hall.shown(&wang, case).await;
        assert_eq!(shown.dates.unwrap().issuance_last, date("2026-03-27"));
        assert_eq!(hall.count("SELECT COUNT(*) FROM divorce_date_moves WHERE why = 'correction'").await, 1);
        hall.at("2026-03-27");
        hall.called_up(&wang, 1).await;
        hall.reviewed(&wang, case).await;
        hall.step(&wang, case, super::hall::registered(1)).await;
    })
    .await;
}

#[tokio::test]
async fn an_imported_application_is_taken_up_when_they_come() {
    each_engine(async |hall: Hall| {
        let wang = hall.registrar("wang").await;
        let (man, woman) = (super::story::man(5), super::story::woman(5));
        let row = format!(
            "2026-01-15,divorce_application,D00412,周怀安,mainland_id,{man},M,1988-09-30,married,370126,许静宜,\
             mainland_id,{woman},F,1990-02-14,married,370126,,,\n"
        );
        let file = hall.folder.join("acts.csv");
        std::fs::write(&file, format!("{HEADER}\n{row}")).unwrap();
        let import = Import { file: &file, dry_run: false, reject: None };
        hall.registry.import_acts(None, import, |_| {}).await.unwrap();
        assert_eq!(hall.registry.find_divorce_case(&wang, "d00412").await.unwrap(), None);
        let case = hall.registry.visit_divorce_case(&wang, "D00412", CaseSource::WalkIn).await.unwrap();
        assert_eq!(hall.registry.find_divorce_case(&wang, "D00412").await.unwrap(), Some(case));
        let shown = hall.shown(&wang, case).await;
        assert_eq!(shown.dates.unwrap().cooling_off_last, date("2026-02-14"));
        assert_eq!(shown.file.a.name(), Some("周怀安"));
        hall.step(&wang, case, super::hall::withdrawn_by(&woman)).await;
        let ended = hall.registry.visit_divorce_case(&wang, "D00412", CaseSource::WalkIn).await;
        assert_eq!(ended.unwrap(), case);
        let open = "SELECT COUNT(*) FROM acts WHERE act = 'divorce_withdrawal' AND withdrawn_by = 'b'";
        assert_eq!(hall.count(open).await, 1);
    })
    .await;
}

const HEADER: &str = "date,act,ref,a_name,a_id_type,a_id,a_sex,a_birth,a_prior,a_region,b_name,b_id_type,b_id,\
                      b_sex,b_birth,b_prior,b_region,restored,by,reason";

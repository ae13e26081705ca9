//! A schedule is looked at before it is imported, and refused where it can't be right: then nothing has changed.

use super::hall::{Hall, date, each_engine, fields, man, woman};
use law::calendar::{DayKind, HolidayName};
use registry::Error;
use registry::calendar::read_schedule;
use registry::import::Import;
use registry::staff::Role;

/// 2027 as it might be published, in the form of holiday-cn.
fn file_of_2027(spring_festival: u32) -> String {
    let days = [
        ("元旦", "2027-01-01", 3),
        ("春节", "2027-02-05", spring_festival),
        ("清明节", "2027-04-03", 3),
        ("劳动节", "2027-05-01", 5),
        ("端午节", "2027-06-09", 1),
        ("中秋节", "2027-09-15", 1),
        ("国庆节", "2027-10-01", 7),
    ];
    let off = days.iter().flat_map(|(name, first, many)| {
        date(first)
            .iter_days()
            .take(*many as usize)
            .map(move |day| format!(r#"{{"name":"{name}","date":"{day}","isOffDay":true}}"#))
    });
    let work = ["2027-02-20", "2027-10-09"]
        .map(|day| format!(r#"{{"name":"调休","date":"{day}","isOffDay":false}}"#));
    let all: Vec<_> = off.chain(work).collect();
    format!(
        r#"{{"$schema":"x","year":2027,"papers":["https://www.gov.cn/x.htm"],"days":[{}]}}"#,
        all.join(",")
    )
}

/// Two applications of January 2027 enter the register without cases; their ends fall into the Spring Festival.
async fn with_applications(hall: &Hall) {
    let header = "date,act,ref,a_name,a_id_type,a_id,a_sex,a_birth,a_prior,a_region,b_name,b_id_type,b_id,b_sex,\
                  b_birth,b_prior,b_region,restored,by,reason";
    let row = |day: &str, reference: &str, n: usize| {
        format!(
            "{day},divorce_application,{reference},周怀安,mainland_id,{},M,1988-09-30,married,370126,许静宜,\
             mainland_id,{},F,1990-02-14,married,370126,,,\n",
            man(n),
            woman(n)
        )
    };
    let rows = [row("2027-01-08", "D1", 1), row("2027-01-13", "D2", 2)].concat();
    let file = hall.folder.join(format!("acts-{}.csv", hall.registry.store().engine()));
    std::fs::write(&file, format!("{header}\n{rows}")).unwrap();
    let order = Import { file: &file, dry_run: false, reject: None };
    let imported = hall.registry.import_acts(None, order, |_| {}).await.unwrap();
    assert_eq!(imported.bad, 0);
}

#[tokio::test]
async fn what_would_move_is_told_before_and_is_what_moves_then() {
    each_engine(async |hall: Hall| {
        hall.at("2027-01-14");
        with_applications(&hall).await;
        let chen = hall.officer("chen", Role::Supervisor, None).await;
        let schedule = read_schedule(&file_of_2027(8)).unwrap();
        let (log, days) = (
            hall.count("SELECT COUNT(*) FROM audit_entries").await,
            hall.count("SELECT COUNT(*) FROM national_days").await,
        );
        let plan = hall.registry.plan_schedule(&chen, &schedule).await.unwrap();
        assert!(plan.is_new);
        assert_eq!((plan.year, plan.make_up_days.len()), (2027, 2));
        let ninth = plan.changed.iter().find(|day| day.date == date("2027-02-09")).unwrap();
        assert_eq!(ninth.before, DayKind::Workday);
        assert_eq!(ninth.after, DayKind::Holiday(Some(HolidayName::SpringFestival)));
        assert!(plan.changed.iter().any(|day| day.after == DayKind::MakeUpWorkday));
        assert_eq!((plan.many_moved, plan.many_to_check), (2, 0));
        let first = &plan.moves[0];
        assert_eq!(first.receipt_no, "D1");
        assert_eq!((first.old[0], first.new[0]), (date("2027-02-09"), date("2027-02-15")));
        // Looking has changed nothing.
        assert_eq!(hall.count("SELECT COUNT(*) FROM audit_entries").await, log);
        assert_eq!(hall.count("SELECT COUNT(*) FROM national_days").await, days);
        assert_eq!(hall.count("SELECT COUNT(*) FROM divorce_date_moves").await, 0);

        let done = hall.registry.import_schedule(Some(&chen), &schedule).await.unwrap();
        assert_eq!((done.moved, done.to_check), (plan.many_moved, plan.many_to_check));
        let board = hall.registry.divorce_board(&chen).await.unwrap();
        let mut moved: Vec<_> =
            board.moved.iter().map(|line| (line.line.receipt_no.clone(), line.old, line.new)).collect();
        moved.sort();
        let mut planned: Vec<_> =
            plan.moves.iter().map(|line| (line.receipt_no.clone(), line.old, line.new)).collect();
        planned.sort();
        assert_eq!(moved, planned);
        // The same once more would move nothing, and is told so.
        let again = hall.registry.plan_schedule(&chen, &schedule).await.unwrap();
        assert!(!again.is_new);
        assert_eq!((again.changed.len(), again.many_moved), (0, 0));
        assert!(hall.log_is_whole().await);
    })
    .await;
}

#[tokio::test]
async fn a_file_that_cannot_be_right_is_refused_by_its_day_and_nothing_changes() {
    each_engine(async |hall: Hall| {
        hall.at("2027-01-14");
        with_applications(&hall).await;
        let chen = hall.officer("chen", Role::Supervisor, None).await;
        for broken in
            ["", "2027", "{\"year\":2027}", "[]", "{\"year\":2027,\"days\":[{\"name\":\"元旦\"", "<html>"]
        {
            assert_eq!(fields(read_schedule(broken)), [("schedule".into(), "unreadable".into())], "{broken}");
        }
        let read = |text: String| read_schedule(&text).unwrap();
        let good = file_of_2027(8);
        let monday = good.replace("2027-02-20", "2027-02-22");
        let twice = good.replace("2027-10-09", "2027-10-07");
        let gap = good.replace("\"2027-05-01\"", "\"2027-05-08\"");
        let empty = "{\"year\":2027,\"days\":[]}".to_owned();
        let other_year = good.replace("\"2027-06-09\"", "\"2028-06-09\"");
        let far = good.replace("\"year\":2027", "\"year\":2035").replace("\"2027-", "\"2035-");
        let past = good.replace("\"year\":2027", "\"year\":2023").replace("\"2027-", "\"2023-");
        hall.registry.import_schedule(None, &read(good.clone())).await.unwrap();
        let of_2028 = good
            .replace("\"year\":2027", "\"year\":2028")
            .replace("\"2027-", "\"2028-")
            .replace("2028-02-20", "2028-02-26")
            .replace("2028-10-09", "2028-10-14");
        let overlapping = of_2028.replace("\"2028-01-03\"", "\"2027-12-31\"");
        let (days, moves) = (
            hall.count("SELECT COUNT(*) FROM national_days").await,
            hall.count("SELECT COUNT(*) FROM divorce_date_moves").await,
        );
        for (text, code, day) in [
            (monday, "make_up_on_weekday", Some("2027-02-22")),
            (twice, "duplicate", Some("2027-10-07")),
            (gap, "statutory_day_missing", Some("2027-05-01")),
            (empty, "empty", None),
            (other_year, "wrong_year", Some("2028-06-09")),
            (far, "year_out_of_range", None),
            (past, "year_out_of_range", None),
        ] {
            let mut expected = vec![("schedule".to_owned(), code.to_owned())];
            expected.extend(day.map(|day| ("schedule_day".to_owned(), day.to_owned())));
            let schedule = read(text);
            assert_eq!(fields(hall.registry.plan_schedule(&chen, &schedule).await), expected, "{code}");
            assert_eq!(
                fields(hall.registry.import_schedule(Some(&chen), &schedule).await),
                expected,
                "{code}"
            );
        }
        // The last days of a December stand in two schedules: the second is refused.
        assert!(hall.registry.plan_schedule(&chen, &read(overlapping.clone())).await.is_ok());
        hall.registry.import_schedule(Some(&chen), &read(overlapping)).await.unwrap();
        let with_the_same = good.replace("\"2027-10-07\"", "\"2027-12-31\"");
        let refused = fields(hall.registry.plan_schedule(&chen, &read(with_the_same)).await);
        assert_eq!(refused[0], ("schedule".into(), "duplicate".into()));
        assert_eq!(refused[1].1, "2027-12-31");
        assert_eq!(hall.count("SELECT COUNT(*) FROM divorce_date_moves").await, moves);
        let of_2027 = hall.count("SELECT COUNT(*) FROM national_days WHERE schedule_year = 2027").await;
        assert_eq!(of_2027, days);
        assert!(hall.log_is_whole().await);
    })
    .await;
}

#[tokio::test]
async fn an_administrator_imports_and_sees_how_many_but_not_which() {
    each_engine(async |hall: Hall| {
        hall.at("2027-01-14");
        with_applications(&hall).await;
        let zhao = hall.officer("zhao", Role::Administrator, None).await;
        let schedule = read_schedule(&file_of_2027(8)).unwrap();
        let plan = hall.registry.plan_schedule(&zhao, &schedule).await.unwrap();
        assert_eq!((plan.many_moved, plan.moves.len()), (2, 0));
        for (login, role) in [("wang", Role::Registrar), ("rec", Role::Reception), ("aud", Role::Auditor)] {
            let own = super::hall::number("19800101", 1);
            let officer = hall.officer(login, role, (role == Role::Registrar).then_some(own.as_str())).await;
            let planned = hall.registry.plan_schedule(&officer, &schedule).await;
            assert!(matches!(planned, Err(Error::Forbidden("manage_office"))), "{role:?}");
            let imported = hall.registry.import_schedule(Some(&officer), &schedule).await;
            assert!(matches!(imported, Err(Error::Forbidden("manage_office"))), "{role:?}");
        }
        assert!(hall.registry.import_schedule(Some(&zhao), &schedule).await.is_ok());
        let opening = hall.registry.opening().await.unwrap();
        let years: Vec<_> = opening.known_years().iter().map(|year| year.year).collect();
        assert_eq!(years, [2024, 2025, 2026, 2027]);
        assert_eq!(opening.first_unknown_year(hall.clock.today()), 2028);
    })
    .await;
}

#[tokio::test]
async fn people_booked_for_a_day_that_becomes_one_of_rest_are_counted() {
    each_engine(async |hall: Hall| {
        // Booked for today, a working day so far.
        hall.records_booking().await;
        let chen = hall.officer("chen", Role::Supervisor, None).await;
        let days: Vec<_> = [
            ("元旦", "2026-01-01"),
            ("元旦", "2026-01-16"),
            ("劳动节", "2026-05-01"),
            ("国庆节", "2026-10-01"),
            ("国庆节", "2026-10-02"),
            ("国庆节", "2026-10-03"),
        ]
        .iter()
        .map(|(name, day)| format!(r#"{{"name":"{name}","date":"{day}","isOffDay":true}}"#))
        .collect();
        let text = format!(r#"{{"year":2026,"days":[{}]}}"#, days.join(","));
        let plan = hall.registry.plan_schedule(&chen, &read_schedule(&text).unwrap()).await.unwrap();
        assert!(!plan.is_new);
        let today = plan.changed.iter().find(|day| day.date == date("2026-01-16")).unwrap();
        assert_eq!(today.bookings, 1);
        assert_eq!(plan.changed.iter().map(|day| day.bookings).sum::<i64>(), 1);
    })
    .await;
}

//! Somebody asks for records: from the booking to the counted answer.

use super::hall::{Hall, date, each_engine, fields, illegal, man, number, own_request, party, woman};
use law::records_case::{Asker, End, LeftReason, RecordsMove};
use registry::Error;
use registry::marriage::{CaseSource, Grip, LateEntry};
use registry::records::{RawAnswer, RawRequest};
use registry::staff::Role;

fn found(files: &str, copies: &str) -> RawAnswer {
    RawAnswer { found: "found".into(), files: files.into(), copies: copies.into(), ..RawAnswer::default() }
}

fn not_found(statements: &str) -> RawAnswer {
    RawAnswer { found: "not_found".into(), statements: statements.into(), ..RawAnswer::default() }
}

#[tokio::test]
async fn a_booking_leads_to_the_answer_and_the_answer_is_counted() {
    each_engine(async |hall: Hall| {
        let wang = hall.registrar("wang").await;
        let booking = hall.records_booking().await;
        let case = hall.registry.open_records_case(&wang, CaseSource::Booking(booking.id), None).await.unwrap();
        let again = hall.registry.open_records_case(&wang, CaseSource::Booking(booking.id), None).await;
        assert_eq!(again.unwrap(), case, "a second click finds the same");
        let before = hall.registry.records_case(&wang, case).await.unwrap();
        assert_eq!(before.booked.as_ref().map(|(name, _)| name.as_str()), Some("周怀安"));
        assert_eq!(before.moves, [RecordsMove::Identify, RecordsMove::Leave]);

        // The document was compared: its number is not typed again.
        let mut request = own_request("", "周怀安");
        request.same_number = true;
        let grip = hall.grip(&wang, case).await;
        hall.registry.identify_asker(&wang, grip, &request).await.unwrap();
        let shown = hall.registry.records_case(&wang, case).await.unwrap();
        let asker = shown.asker.unwrap();
        let masked = format!("{}*************{}", &man(1)[..3], &man(1)[16..]);
        assert_eq!(asker.document.unwrap().1, masked);
        assert_eq!(asker.persons[0].number.as_deref(), Some(masked.as_str()));

        let grip = hall.grip(&wang, case).await;
        hall.registry.answer_records(&wang, grip, &found("370126-2015-结婚-00077", "2")).await.unwrap();
        let shown = hall.registry.records_case(&wang, case).await.unwrap();
        assert!(matches!(shown.state.end(), Some(End::Answered(answer)) if answer.copies == 2));
        let figures = hall.figures_of("2026-01").await;
        assert_eq!((figures.records_answered, figures.records_copies, figures.records_statements), (1, 2, 0));
        assert_eq!(figures.total, 0, "no act of the register");
        assert_eq!(hall.figures_of("2025-12").await.records_answered, 0);
        let line = hall.registry.cases_today(&wang).await.unwrap();
        assert_eq!((line[0].kind.as_str(), line[0].state.as_str()), ("records", "answered"));
        // Opened, identified, answered: each one entry.
        let entries = "SELECT COUNT(*) FROM audit_entries WHERE verb IN ('open_records', 'identify_asker', 'answer_records')";
        assert_eq!(hall.count(entries).await, 3);
        assert!(hall.log_is_whole().await);
    })
    .await;
}

#[tokio::test]
async fn nobody_is_answered_without_the_papers_that_give_the_right() {
    each_engine(async |hall: Hall| {
        let wang = hall.registrar("wang").await;
        let case = hall.registry.open_records_case(&wang, CaseSource::WalkIn, None).await.unwrap();
        let grip = hall.grip(&wang, case).await;
        assert_eq!(
            illegal(hall.registry.answer_records(&wang, grip, &not_found("1")).await),
            "identify_first"
        );
        // A proxy without the notarised authority.
        let proxy = RawRequest {
            asker: "proxy".into(),
            paper_no: "（2026）鲁商河证字第12号".into(),
            one_name: "许静宜".into(),
            ..own_request(&man(3), "周怀平")
        };
        assert_eq!(illegal(hall.registry.identify_asker(&wang, grip, &proxy).await), "authority_first");
        let shown = hall.registry.records_case(&wang, case).await.unwrap();
        assert!(shown.asker.is_none(), "nothing of it was stored");
        assert_eq!(shown.version, grip.version);
        // With it, and the person that is looked for by name alone.
        let whole =
            RawRequest { shown: vec!["own_document".into(), "notarised_authority".into()], ..proxy.clone() };
        hall.registry.identify_asker(&wang, grip, &whole).await.unwrap();
        let shown = hall.registry.records_case(&wang, case).await.unwrap();
        assert_eq!(shown.state.asked().map(|asked| asked.asker), Some(Asker::Proxy));
        let known = shown.asker.unwrap();
        assert_eq!((known.persons[0].name.as_str(), known.persons[0].number.as_deref()), ("许静宜", None));
        let grip = hall.grip(&wang, case).await;
        hall.registry.leave_records(&wang, grip, "elsewhere").await.unwrap();
        let shown = hall.registry.records_case(&wang, case).await.unwrap();
        assert_eq!(shown.state.end(), Some(&End::Left(LeftReason::Elsewhere)));
        assert_eq!(
            hall.figures_of("2026-01").await.records_answered,
            0,
            "what was not searched is not counted"
        );
    })
    .await;
}

#[tokio::test]
async fn every_field_that_is_wrong_is_told_and_nothing_is_stored() {
    each_engine(async |hall: Hall| {
        let wang = hall.registrar("wang").await;
        let case = hall.registry.open_records_case(&wang, CaseSource::WalkIn, None).await.unwrap();
        let grip = hall.grip(&wang, case).await;
        let raw = RawRequest {
            asker: "lawyer".into(),
            shown: vec!["own_document".into(), "lawyer_licence".into(), "case_papers".into()],
            one_number: "37012619900214002".into(),
            ..own_request("370126198809300012", "")
        };
        let wrong = fields(hall.registry.identify_asker(&wang, grip, &raw).await);
        let wrong: Vec<_> = wrong.iter().map(|(field, code)| (field.as_str(), code.as_str())).collect();
        for expected in [
            ("a.name", "missing"),
            ("organisation", "missing"),
            ("paper_no", "missing"),
            ("one_name", "missing"),
            ("one_number", "bad_length"),
        ] {
            assert!(wrong.contains(&expected), "{expected:?} in {wrong:?}");
        }
        hall.registry.identify_asker(&wang, grip, &own_request(&man(1), "周怀安")).await.unwrap();
        let grip = hall.grip(&wang, case).await;
        for (raw, field) in [
            (RawAnswer::default(), "found"),
            (found("", "1"), "files"),
            (found("A1", "两份"), "copies"),
            (found(&"号".repeat(41), "1"), "files"),
        ] {
            assert_eq!(fields(hall.registry.answer_records(&wang, grip, &raw).await)[0].0, field);
        }
        let refused = RawAnswer { copies: "1".into(), ..not_found("") };
        assert_eq!(illegal(hall.registry.answer_records(&wang, grip, &refused).await), "copies_without_file");
        assert_eq!(fields(hall.registry.leave_records(&wang, grip, "tired").await)[0].0, "why");
        assert_eq!(hall.count("SELECT COUNT(*) FROM records_answers").await, 0);
    })
    .await;
}

#[tokio::test]
async fn only_a_registrar_writes_and_never_about_themselves() {
    each_engine(async |hall: Hall| {
        let wang = hall.registrar("wang").await;
        let own = number("19800101", usize::from(b'w'));
        let chen = hall.officer("chen", Role::Supervisor, None).await;
        let zhao = hall.officer("zhao", Role::Administrator, None).await;
        for other in [&chen, &zhao] {
            let refused = hall.registry.open_records_case(other, CaseSource::WalkIn, None).await;
            assert!(matches!(refused, Err(Error::Forbidden("handle_case"))), "{refused:?}");
        }
        let case = hall.registry.open_records_case(&wang, CaseSource::WalkIn, None).await.unwrap();
        let grip = hall.grip(&wang, case).await;
        // As the one whose records are asked for, too.
        let lawyer = RawRequest {
            asker: "lawyer".into(),
            shown: vec!["own_document".into(), "lawyer_licence".into(), "case_papers".into()],
            organisation: "某律师事务所".into(),
            paper_no: "13701202310000000".into(),
            one_name: "王某".into(),
            one_number: own.clone(),
            ..own_request(&man(4), "孙律师")
        };
        for raw in [own_request(&own, "王某"), lawyer] {
            let refused = hall.registry.identify_asker(&wang, grip, &raw).await;
            assert!(matches!(refused, Err(Error::Forbidden("own_case"))), "{refused:?}");
        }
        let shown = hall.registry.records_case(&zhao, case).await;
        assert!(matches!(shown, Err(Error::Forbidden("see_cases"))));
        // A colleague is told who has it; the tab that was left behind writes nothing.
        let li = hall.registrar("li").await;
        let held = hall.registry.hold_case(&li, case).await;
        assert!(matches!(held, Err(Error::HeldByOther { .. })));
        let stale = Grip { version: grip.version - 1, ..grip };
        let refused = hall.registry.identify_asker(&wang, stale, &own_request(&man(1), "周怀安")).await;
        assert!(matches!(refused, Err(Error::Stale)));
    })
    .await;
}

#[tokio::test]
async fn an_officer_of_the_court_comes_with_a_letter_and_no_identity_card() {
    each_engine(async |hall: Hall| {
        let wang = hall.registrar("wang").await;
        let case = hall.registry.open_records_case(&wang, CaseSource::WalkIn, None).await.unwrap();
        let grip = hall.grip(&wang, case).await;
        let court = RawRequest {
            asker: "court".into(),
            shown: vec!["work_id".into(), "official_letter".into()],
            sought: "any_record".into(),
            party: party("", "赵法官"),
            organisation: "商河县人民法院".into(),
            paper_no: "（2026）鲁0126执12号".into(),
            one_name: "许静宜".into(),
            // As it stands on a certificate of 1995.
            one_number: "370126700101001".into(),
            ..RawRequest::default()
        };
        hall.registry.identify_asker(&wang, grip, &court).await.unwrap();
        let known = hall.registry.records_case(&wang, case).await.unwrap().asker.unwrap();
        assert!(known.document.is_none());
        assert_eq!(known.persons[0].number.as_deref(), Some("370*************11"));
        // Put right: the number that is known for this name stays without being typed again.
        let grip = hall.grip(&wang, case).await;
        let again = RawRequest { one_number: String::new(), period: "1995年".into(), ..court };
        hall.registry.identify_asker(&wang, grip, &again).await.unwrap();
        let known = hall.registry.records_case(&wang, case).await.unwrap().asker.unwrap();
        assert_eq!(known.persons[0].number.as_deref(), Some("370*************11"));
        let grip = hall.grip(&wang, case).await;
        hall.registry.answer_records(&wang, grip, &not_found("1")).await.unwrap();
        let figures = hall.figures_of("2026-01").await;
        assert_eq!((figures.records_answered, figures.records_statements), (1, 1));
    })
    .await;
}

#[tokio::test]
async fn a_late_entry_says_why_and_counts_on_its_day() {
    each_engine(async |hall: Hall| {
        let wang = hall.registrar("wang").await;
        let late = |reason: &str, day: &str| Some(LateEntry { act_date: date(day), reason: reason.into() });
        let open = async |late| hall.registry.open_records_case(&wang, CaseSource::WalkIn, late).await;
        assert_eq!(fields(open(late(" ", "2025-12-30")).await), [("late_reason".into(), "missing".into())]);
        assert_eq!(fields(open(late("停电", "2026-01-16")).await), [("act_date".into(), "not_past".into())]);
        let case = open(late("停电当天手工登记", "2025-12-30")).await.unwrap();
        let grip = hall.grip(&wang, case).await;
        hall.registry.identify_asker(&wang, grip, &own_request(&woman(2), "许静宜")).await.unwrap();
        let grip = hall.grip(&wang, case).await;
        hall.registry.answer_records(&wang, grip, &found("A1、A2", "3")).await.unwrap();
        assert_eq!(hall.figures_of("2025-12").await.records_copies, 3);
        assert_eq!(hall.figures_of("2026-01").await.records_answered, 0);
        assert_eq!(hall.figures_of("2025").await.records_answered, 1);
    })
    .await;
}

#[tokio::test]
async fn what_is_stored_of_a_request_names_nobody_in_clear() {
    each_engine(async |hall: Hall| {
        let wang = hall.registrar("wang").await;
        let case = hall.registry.open_records_case(&wang, CaseSource::WalkIn, None).await.unwrap();
        let grip = hall.grip(&wang, case).await;
        hall.registry.identify_asker(&wang, grip, &own_request(&man(7), "周怀安")).await.unwrap();
        let clear = "SELECT COUNT(*) FROM case_events WHERE event LIKE '%周怀安%' OR event LIKE '%370126%'
                        OR event LIKE '%房产%'";
        assert_eq!(hall.count(clear).await, 0);
        if hall.registry.store().engine() == "sqlite" {
            // The write-ahead log lies beside the file.
            for entry in std::fs::read_dir(&hall.folder).unwrap() {
                let bytes = std::fs::read(entry.unwrap().path()).unwrap();
                for secret in ["周怀安".as_bytes(), man(7).as_bytes(), "办房产手续".as_bytes()] {
                    assert!(!bytes.windows(secret.len()).any(|window| window == secret));
                }
            }
        }
    })
    .await;
}

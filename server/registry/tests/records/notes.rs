//! Revoked, or ended by a court: the entry keeps everything and says so.

use super::hall::{Hall, date, each_engine, fields, illegal, man, woman};
use law::registration_note::{NoteKind, Registered};
use registry::Error;
use registry::figures::Indicators;
use registry::import::Import;
use registry::marriage::CasePaper;
use registry::paper::PaperStatus;
use registry::revocation::RawNote;
use registry::staff::Role;

fn revoked() -> RawNote {
    RawNote {
        kind: "revoked".into(),
        decided_on: "2026-01-16".into(),
        document_no: "商民婚撤〔2026〕1号".into(),
        basis: "商河县人民检察院检察建议书".into(),
        archive_no: "370126-2026-撤销-00001".into(),
        reason: "一方冒用他人身份证登记".into(),
        ..RawNote::default()
    }
}

fn void() -> RawNote {
    RawNote {
        kind: "court_void".into(),
        court: "商河县人民法院".into(),
        document_no: "（2026）鲁0126民初12号".into(),
        ..revoked()
    }
}

/// The figures without what is counted beside the acts.
fn acts_only(figures: &Indicators) -> Indicators {
    Indicators { registrations_revoked: 0, court_notes: 0, ..*figures }
}

#[tokio::test]
async fn a_revoked_marriage_stays_in_the_register_and_its_slip_answers_withdrawn() {
    each_engine(async |hall: Hall| {
        let (wang, chen) = (hall.registrar("wang").await, hall.officer("chen", Role::Supervisor, None).await);
        let (case, certificate) = hall.married(&wang, 1).await;
        let slip = hall.slip(&wang, case).await;
        hall.issued(&wang, case).await;
        let (before, year) = (hall.figures_of("2026-01").await, hall.figures_of("2026").await);
        assert_eq!(hall.registry.check_paper(&slip).await.unwrap().status, Some(PaperStatus::Valid));

        let found = hall.registry.find_registration(&chen, " j370126-2026-000001 ").await.unwrap();
        assert_eq!((found.registered, found.on), (Registered::Marriage, date("2026-01-16")));
        assert_eq!(found.certificate_no.as_deref(), Some(certificate.as_str()));
        let shown = format!("{found:?}");
        assert!(
            !shown.contains(&man(1)) && !shown.contains(&woman(1)) && !shown.contains("周怀安"),
            "{shown}"
        );
        assert_eq!(found.persons[0].name, "周**");

        hall.registry.note_registration(&chen, found.id, &revoked()).await.unwrap();
        let found = hall.registry.find_registration(&chen, &certificate).await.unwrap();
        let note = found.note.unwrap();
        assert_eq!((note.kind, note.reason.as_str()), (NoteKind::Revoked, "一方冒用他人身份证登记"));
        assert!(
            note.remark().contains("商民婚撤〔2026〕1号") && note.remark().contains("370126-2026-撤销-00001")
        );
        assert_eq!(hall.registry.check_paper(&slip).await.unwrap().status, Some(PaperStatus::Withdrawn));

        // The entry and every figure stay; the note is counted beside them.
        let after = hall.figures_of("2026-01").await;
        assert_eq!((after.registrations_revoked, after.court_notes), (1, 0));
        assert_eq!(acts_only(&after), before);
        assert_eq!(acts_only(&hall.figures_of("2026").await), year);
        // The review form cites the file number; the slip is not printed again.
        let form = hall.registry.print_case_paper(&wang, case, CasePaper::ReviewForm).await.unwrap();
        assert!(form.remarks.contains("见档号370126-2026-撤销-00001"), "{}", form.remarks);
        let again = hall.registry.print_case_paper(&wang, case, CasePaper::IssuingSlip).await;
        assert_eq!(illegal(again.map(|_| ())), "withdrawn");
        assert_eq!(
            hall.count("SELECT COUNT(*) FROM audit_entries WHERE verb = 'registration_noted'").await,
            1
        );
        assert!(hall.log_is_whole().await);
    })
    .await;
}

#[tokio::test]
async fn a_judgment_counts_on_the_day_it_is_noted_and_a_second_note_is_refused() {
    each_engine(async |hall: Hall| {
        let (wang, chen) = (hall.registrar("wang").await, hall.officer("chen", Role::Supervisor, None).await);
        let (case, certificate) = hall.married(&wang, 1).await;
        hall.issued(&wang, case).await;
        hall.at("2026-03-09");
        let found = hall.registry.find_registration(&chen, &certificate).await.unwrap();
        let judged = RawNote { decided_on: "2026-02-26".into(), ..void() };
        hall.registry.note_registration(&chen, found.id, &judged).await.unwrap();
        let again = hall.registry.note_registration(&chen, found.id, &revoked()).await;
        assert_eq!(illegal(again), "already_noted");
        assert_eq!(hall.figures_of("2026-03").await.court_notes, 1);
        assert_eq!(hall.figures_of("2026-02").await.court_notes, 0);
        let lines = hall.registry.latest_notes(&chen, 10).await.unwrap();
        assert_eq!(
            (lines.len(), lines[0].kind, lines[0].number.as_str()),
            (1, NoteKind::CourtVoid, &*certificate)
        );
    })
    .await;
}

#[tokio::test]
async fn a_divorce_is_noted_and_no_paper_of_it_tells() {
    each_engine(async |hall: Hall| {
        let chen = hall.officer("chen", Role::Supervisor, None).await;
        // As imported: its numbers are not known, so it is found by its ref.
        let (man, woman) = (man(5), woman(5));
        let header = "date,act,ref,a_name,a_id_type,a_id,a_sex,a_birth,a_prior,a_region,b_name,b_id_type,b_id,b_sex,\
                      b_birth,b_prior,b_region,restored,by,reason";
        let persons = format!(
            "周怀安,mainland_id,{man},M,1988-09-30,married,370126,许静宜,mainland_id,{woman},F,1990-02-14,married,\
             370126,,,"
        );
        let rows = format!(
            "{header}\n2025-10-13,divorce_application,D00412,{persons}\n\
             2025-12-01,divorce_registration,D00412,,,,,,,,,,,,,,,,,\n"
        );
        let file = hall.folder.join(format!("acts-{}.csv", hall.registry.store().engine()));
        std::fs::write(&file, rows).unwrap();
        let order = Import { file: &file, dry_run: false, reject: None };
        let imported = hall.registry.import_acts(None, order, |_| {}).await.unwrap();
        assert_eq!((imported.bad, imported.refused), (0, false));

        let found = hall.registry.find_registration(&chen, "D00412").await.unwrap();
        assert_eq!((found.registered, found.on), (Registered::Divorce, date("2025-12-01")));
        assert_eq!(found.persons.len(), 2, "the two of its application");
        let not_this = hall.registry.note_registration(&chen, found.id, &void()).await;
        assert_eq!(fields(not_this), [("kind".into(), "not_for_this".into())]);
        let before = hall.figures_of("2025-12").await;
        let endings = hall.count("SELECT COUNT(*) FROM paper_endings").await;
        hall.registry.note_registration(&chen, found.id, &revoked()).await.unwrap();
        assert_eq!(hall.count("SELECT COUNT(*) FROM paper_endings").await, endings, "no paper has ended");
        assert_eq!(hall.figures_of("2025-12").await, before);
        assert_eq!(hall.figures_of("2026-01").await.registrations_revoked, 1);
    })
    .await;
}

#[tokio::test]
async fn only_a_supervisor_notes_and_only_what_has_been_handed_over() {
    each_engine(async |hall: Hall| {
        let (wang, chen) = (hall.registrar("wang").await, hall.officer("chen", Role::Supervisor, None).await);
        let (case, certificate) = hall.married(&wang, 1).await;
        let found = hall.registry.find_registration(&chen, &certificate).await.unwrap();
        assert_eq!(illegal(hall.registry.note_registration(&chen, found.id, &revoked()).await), "not_issued");
        hall.issued(&wang, case).await;
        let mut others = vec![wang];
        for (login, role) in [("rec", Role::Reception), ("adm", Role::Administrator), ("aud", Role::Auditor)]
        {
            others.push(hall.officer(login, role, None).await);
        }
        for officer in &others {
            let looked = hall.registry.find_registration(officer, &certificate).await;
            assert!(matches!(looked, Err(Error::Forbidden("note_registration"))), "{looked:?}");
            let noted = hall.registry.note_registration(officer, found.id, &revoked()).await;
            assert!(matches!(noted, Err(Error::Forbidden("note_registration"))), "{noted:?}");
        }
        // Nor about their own marriage.
        let own = hall.officer("own", Role::Supervisor, Some(&man(1))).await;
        let noted = hall.registry.note_registration(&own, found.id, &revoked()).await;
        assert!(matches!(noted, Err(Error::Forbidden("own_case"))), "{noted:?}");
        assert_eq!(hall.count("SELECT COUNT(*) FROM registration_notes").await, 0);
    })
    .await;
}

#[tokio::test]
async fn every_document_is_asked_for_and_nothing_is_noted_without() {
    each_engine(async |hall: Hall| {
        let (wang, chen) = (hall.registrar("wang").await, hall.officer("chen", Role::Supervisor, None).await);
        let (case, certificate) = hall.married(&wang, 1).await;
        hall.issued(&wang, case).await;
        let found = hall.registry.find_registration(&chen, &certificate).await.unwrap();
        let note = async |raw: RawNote| fields(hall.registry.note_registration(&chen, found.id, &raw).await);
        let empty: Vec<_> = note(RawNote::default()).await.into_iter().map(|(field, _)| field).collect();
        assert_eq!(empty, ["kind", "decided_on", "archive_no", "document_no", "reason"]);
        let without_court = note(RawNote { court: String::new(), ..void() }).await;
        assert_eq!(without_court, [("court".into(), "missing".into())]);
        for (day, code) in
            [("2026-01-17", "future_date"), ("16.1.2026", "bad_date"), ("2026-01-15", "before_registration")]
        {
            let wrong = note(RawNote { decided_on: day.into(), ..revoked() }).await;
            assert_eq!(wrong, [("decided_on".into(), code.into())], "{day}");
        }
        let long = note(RawNote { reason: "长".repeat(201), ..revoked() }).await;
        assert_eq!(long, [("reason".into(), "too_long".into())]);
        assert_eq!(
            fields(hall.registry.find_registration(&chen, " ").await),
            [("number".into(), "missing".into())]
        );
        let nowhere = hall.registry.find_registration(&chen, "J370126-2026-000099").await;
        assert!(matches!(nowhere, Err(Error::NotFound)));
        assert_eq!(hall.count("SELECT COUNT(*) FROM registration_notes").await, 0);
    })
    .await;
}

#[tokio::test]
async fn of_two_supervisors_who_note_at_once_one_is_told_that_it_is_done() {
    each_engine(async |hall: Hall| {
        let (wang, chen) = (hall.registrar("wang").await, hall.officer("chen", Role::Supervisor, None).await);
        let sun = hall.officer("sun", Role::Supervisor, None).await;
        let (case, certificate) = hall.married(&wang, 1).await;
        hall.issued(&wang, case).await;
        let id = hall.registry.find_registration(&chen, &certificate).await.unwrap().id;
        let (first, second) = (revoked(), void());
        let (one, other) = tokio::join!(
            hall.registry.note_registration(&chen, id, &first),
            hall.registry.note_registration(&sun, id, &second),
        );
        let refused = [one, other].into_iter().filter_map(Result::err).collect::<Vec<_>>();
        assert!(matches!(refused[..], [Error::IllegalMove("already_noted")]), "{refused:?}");
        assert_eq!(hall.count("SELECT COUNT(*) FROM registration_notes").await, 1);
        assert!(hall.log_is_whole().await);
    })
    .await;
}

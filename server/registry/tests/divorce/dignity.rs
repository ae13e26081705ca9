//! Nothing tells on anyone: the same bytes before and after the other withdrew, and a flag that only its officers see.

use super::hall::{Hall, RECEIPT, each_engine, withdrawn_by};
use super::story::{date, document, man, party, schedule_of_2027, woman};
use law::Lang;
use law::booking::SlotId;
use law::service::Service;
use registry::Error;
use registry::booking::{Channel, Contact, Reading, Request};
use registry::divorce::{CarePrompt, DivorcePaper};
use registry::revocation::RawNote;
use registry::staff::Role;

/// Everything that the other of the two, and anybody else, can see from outside.
async fn seen_from_outside(hall: &Hall, token: &str) -> Vec<String> {
    let json = |value: String| value;
    let mut seen = Vec::new();
    for id in [man(1), woman(1)] {
        let dates = hall.registry.divorce_dates_for(RECEIPT, &document(&id), "here").await.unwrap();
        seen.push(json(serde_json::to_string(&dates).unwrap()));
    }
    let checked = hall.registry.check_paper(token).await.unwrap();
    seen.push(serde_json::to_string(&checked).unwrap());
    for (service, day) in [
        (Service::DivorceRegistration, "2026-02-25"),
        (Service::DivorceRegistration, "2026-02-24"),
        (Service::DivorceWithdrawal, "2026-02-24"),
        (Service::DivorceWithdrawal, "2026-02-25"),
    ] {
        let offered = hall.registry.availability(service, date(day), 1).await.unwrap();
        seen.push(serde_json::to_string(&offered).unwrap());
        let refused = book(hall, service, day, RECEIPT).await;
        seen.push(match refused {
            // The code and the token are drawn at random for everyone.
            Ok(booked) => {
                let code = booked.code.to_string();
                let undone = hall.registry.open_booking(&code, &booked.manage_token).await.unwrap();
                hall.registry.cancel_booking(&undone, None).await.unwrap();
                format!("booked {} {}", booked.date, booked.start)
            }
            Err(error) => format!("{error} {error:?}"),
        });
    }
    seen
}

pub async fn book(
    hall: &Hall,
    service: Service,
    day: &str,
    receipt: &str,
) -> registry::Result<registry::booking::Booked> {
    let slot = SlotId::new(service, date(day), chrono::NaiveTime::from_hms_opt(9, 0, 0).unwrap());
    let rules = Reading { service, today: hall.clock.today(), phone_required: true };
    let (own, other) = (party(&woman(1), "许静宜"), party(&man(1), "周怀安"));
    let other = (service == Service::DivorceRegistration).then_some(&other);
    let request = Request::read(slot, &own, other, Contact::None, Lang::Zh, rules)?;
    hall.registry.take_with_receipt(&request, receipt, Channel::Api(None)).await
}

#[tokio::test]
async fn what_one_sees_is_the_same_bytes_before_and_after_the_other_withdrew() {
    each_engine(async |hall: Hall| {
        let wang = hall.registrar("wang").await;
        let case = hall.accepted(&wang, 1).await;
        let sheet = hall.registry.print_divorce_paper(&wang, case, DivorcePaper::DateSheet).await.unwrap();
        let token = sheet.token.unwrap();
        hall.at("2026-02-10");
        let before = seen_from_outside(&hall, &token).await;
        hall.called_up(&wang, 1).await;
        hall.step(&wang, case, withdrawn_by(&man(1))).await;
        let after = seen_from_outside(&hall, &token).await;
        assert_eq!(before, after);
        assert!(before.iter().any(|line| line.starts_with("booked")), "{before:?}");
        assert!(before.iter().any(|line| line.starts_with("not_bookable")), "{before:?}");
    })
    .await;
}

#[tokio::test]
async fn what_anyone_sees_of_a_divorce_is_the_same_bytes_before_and_after_it_was_revoked() {
    each_engine(async |hall: Hall| {
        let (wang, chen) = (hall.registrar("wang").await, hall.officer("chen", Role::Supervisor, None).await);
        let case = hall.accepted(&wang, 1).await;
        let sheet = hall.registry.print_divorce_paper(&wang, case, DivorcePaper::DateSheet).await.unwrap();
        let token = sheet.token.unwrap();
        hall.at("2026-03-02");
        hall.called_up(&wang, 1).await;
        hall.reviewed(&wang, case).await;
        hall.step(&wang, case, super::hall::registered(1)).await;
        let found = hall.registry.find_registration(&chen, "L370126-2026-000001").await.unwrap();
        let note = RawNote {
            kind: "revoked".into(),
            decided_on: "2026-03-02".into(),
            document_no: "商民婚撤〔2026〕2号".into(),
            archive_no: "370126-2026-撤销-00002".into(),
            reason: "一方冒用他人身份证".into(),
            ..RawNote::default()
        };
        // Not while the certificates lie on the desk: then the entry can still be struck.
        let early = hall.registry.note_registration(&chen, found.id, &note).await;
        assert!(matches!(early, Err(Error::IllegalMove("not_issued"))), "{early:?}");
        hall.finish(&wang, case).await;
        let before = seen_from_outside(&hall, &token).await;
        hall.registry.note_registration(&chen, found.id, &note).await.unwrap();
        assert_eq!(seen_from_outside(&hall, &token).await, before);
        assert_eq!(hall.count("SELECT COUNT(*) FROM paper_endings").await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_new_schedule_after_the_withdrawal_changes_the_answer_alike() {
    each_engine(async |hall: Hall| {
        hall.at("2027-01-08");
        let wang = hall.registrar("wang").await;
        let one = hall.accepted(&wang, 1).await;
        hall.accepted(&wang, 2).await;
        hall.step(&wang, one, withdrawn_by(&man(1))).await;
        hall.registry.import_schedule(None, &schedule_of_2027()).await.unwrap();
        let withdrawn = hall.registry.divorce_dates_for(RECEIPT, &document(&woman(1)), "x").await.unwrap();
        let open = hall.registry.divorce_dates_for("LSL-2026-0002", &document(&woman(2)), "x").await.unwrap();
        assert_eq!(withdrawn, open);
        assert_eq!(open.cooling_off_last, date("2027-02-12"));
    })
    .await;
}

#[tokio::test]
async fn every_failure_online_is_the_same_refusal() {
    each_engine(async |hall: Hall| {
        let wang = hall.registrar("wang").await;
        hall.accepted(&wang, 1).await;
        let ask = async |receipt: &str, id: &str| {
            let refused = hall.registry.divorce_dates_for(receipt, &document(id), receipt).await.unwrap_err();
            format!("{refused:?}")
        };
        let mut answers = vec![
            ask("LSL-2026-0002", &man(1)).await,
            ask(RECEIPT, &man(2)).await,
            ask(RECEIPT, "not a number").await,
            ask("", &man(1)).await,
        ];
        hall.at("2026-03-27");
        answers.push(ask(RECEIPT, &man(1)).await);
        assert!(answers.iter().all(|answer| answer == "NotFound"), "{answers:?}");
    })
    .await;
}

#[tokio::test]
async fn wrong_tries_are_slowed_down() {
    each_engine(async |hall: Hall| {
        for _ in 0..10 {
            let wrong = hall.registry.divorce_dates_for(RECEIPT, &document(&man(1)), "there").await;
            assert!(matches!(wrong, Err(Error::NotFound)));
        }
        let next = hall.registry.divorce_dates_for(RECEIPT, &document(&man(1)), "elsewhere").await;
        assert!(matches!(next, Err(Error::TooMany { .. })), "{next:?}");
    })
    .await;
}

#[tokio::test]
async fn with_a_receipt_only_lawful_days_are_booked_and_the_refusal_says_nothing() {
    each_engine(async |hall: Hall| {
        let wang = hall.registrar("wang").await;
        hall.accepted(&wang, 1).await;
        hall.at("2026-02-10");
        for (service, day, receipt) in [
            (Service::DivorceRegistration, "2026-02-24", RECEIPT),
            (Service::DivorceWithdrawal, "2026-02-25", RECEIPT),
            (Service::DivorceRegistration, "2026-02-25", "LSL-2026-0009"),
            (Service::DivorceRegistration, "2026-02-25", ""),
        ] {
            let refused = book(&hall, service, day, receipt).await;
            assert!(matches!(refused, Err(Error::NotBookable)), "{service} {day} {refused:?}");
        }
        assert!(book(&hall, Service::DivorceRegistration, "2026-02-25", RECEIPT).await.is_ok());
        // On that day it stands on the board.
        assert!(hall.registry.divorce_board(&wang).await.unwrap().due_today.is_empty());
        hall.at("2026-02-25");
        let board = hall.registry.divorce_board(&wang).await.unwrap();
        assert_eq!(board.due_today[0].receipt_no, RECEIPT);
        hall.at("2026-02-10");
        assert!(book(&hall, Service::DivorceWithdrawal, "2026-02-24", RECEIPT).await.is_ok());
    })
    .await;
}

#[tokio::test]
async fn the_care_flag_is_seen_by_the_officers_of_the_case_alone() {
    each_engine(async |hall: Hall| {
        let (wang, li) = (hall.registrar("wang").await, hall.registrar("li").await);
        let case = hall.accepted(&wang, 1).await;
        let grip = hall.grip(&wang, case).await;
        let without = hall.registry.set_care(&wang, grip, true, " ").await;
        assert!(matches!(without, Err(Error::Invalid(_))));
        hall.registry.set_care(&wang, grip, true, "一位手臂有伤，不敢说话").await.unwrap();
        let flag = hall.shown(&wang, case).await.care.unwrap();
        assert!(flag.set && flag.prompts() == CarePrompt::ALL && flag.notes[0].reason.contains("手臂"));
        // Another registrar and a supervisor may look at the case and see no trace of it.
        let other = hall.accepted(&wang, 2).await;
        for officer in [&li, &hall.officer("chen", Role::Supervisor, None).await] {
            assert!(hall.shown(officer, case).await.care.is_none());
            assert!(hall.shown(officer, other).await.care.is_none());
        }
        // The log tells it from no other note.
        let auditor = hall.officer("audit", Role::Auditor, None).await;
        let log = hall.registry.audit_entries(&auditor, 500).await.unwrap();
        assert!(log.iter().all(|entry| !entry.verb.contains("care") && !entry.verb.contains("note")));
        // Nothing of it lies in clear.
        assert_eq!(hall.count("SELECT COUNT(*) FROM case_events WHERE event LIKE '%手臂%'").await, 0);
        // Taken over for registration, the next officer is told.
        hall.at("2026-03-02");
        hall.called_up(&li, 1).await;
        assert!(hall.shown(&li, case).await.care.unwrap().set);
        let grip = hall.grip(&li, case).await;
        hall.registry.set_care(&li, grip, false, "单独问过，没有危险").await.unwrap();
        let flag = hall.shown(&wang, case).await.care.unwrap();
        assert!(!flag.set && flag.prompts().is_empty() && flag.notes.len() == 2);
    })
    .await;
}

#[tokio::test]
async fn file_names_and_addresses_of_papers_are_neutral() {
    for paper in DivorcePaper::ALL {
        let name = paper.file_name(date("2026-01-16"));
        for word in ["离婚", "撤回", "divorce", "withdraw"] {
            assert!(!name.contains(word) && !paper.as_str().contains(word), "{name} {}", paper.as_str());
        }
        assert_eq!(DivorcePaper::parse(paper.as_str()), Some(paper));
    }
}

#[tokio::test]
async fn the_board_names_no_person_and_is_closed_to_those_without_the_right() {
    each_engine(async |hall: Hall| {
        let wang = hall.registrar("wang").await;
        let case = hall.accepted(&wang, 1).await;
        hall.accepted(&wang, 2).await;
        hall.at("2026-03-20");
        let board = hall.registry.divorce_board(&wang).await.unwrap();
        assert_eq!(board.lapsing_this_week.len(), 2);
        assert!(board.last_days.is_empty() && board.withdrawn.is_empty());
        assert!(!format!("{board:?}").contains("周怀安"));
        hall.at("2026-03-26");
        assert_eq!(hall.registry.divorce_board(&wang).await.unwrap().last_days[0].case, Some(case));
        for role in [Role::Administrator, Role::Auditor, Role::Reception] {
            let officer = hall.officer(role.as_str(), role, None).await;
            assert!(matches!(hall.registry.divorce_board(&officer).await, Err(Error::Forbidden(_))));
            assert!(matches!(hall.registry.divorce_case(&officer, case).await, Err(Error::Forbidden(_))));
        }
    })
    .await;
}

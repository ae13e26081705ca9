//! Records asked for: nobody is answered before they have shown by what right they ask.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use law::archive::{ArchiveFault, ArchiveNo};
use law::records_case::{
    Answer, Asker, End, LeftReason, RecordsEvent, RecordsFault, RecordsMove, RecordsState, Shown, Sought,
    apply, fold, legal_moves,
};
use law::registration_note::{NoteKind, Registered};
use proptest::prelude::*;

use crate::dates::d;

fn opened() -> RecordsEvent {
    RecordsEvent::Opened { on: d("2026-11-24") }
}

fn identified(asker: Asker, shown: &[Shown]) -> RecordsEvent {
    RecordsEvent::Identified { asker, shown: shown.iter().copied().collect(), sought: Sought::Marriage }
}

fn found(copies: u32) -> RecordsEvent {
    let files = vec![ArchiveNo::parse("370126-2015-结婚-00077").unwrap()];
    RecordsEvent::Answered { answer: Answer { files, copies, statements: 0 } }
}

fn not_found(statements: u32) -> RecordsEvent {
    RecordsEvent::Answered { answer: Answer { files: Vec::new(), copies: 0, statements } }
}

fn after(events: &[RecordsEvent]) -> RecordsState {
    fold(events).unwrap()
}

#[test]
fn a_party_with_their_own_document_is_answered() {
    let state = after(&[opened(), identified(Asker::Party, &[Shown::OwnDocument]), found(2)]);
    assert!(matches!(state.end(), Some(End::Answered(answer)) if answer.copies == 2));
    assert_eq!(legal_moves(&state), []);
}

#[test]
fn each_asker_must_show_every_paper_that_gives_the_right() {
    for asker in Asker::ALL {
        let needed = asker.must_show();
        let state = after(&[opened()]);
        assert!(apply(&state, &identified(*asker, needed)).is_ok(), "{asker}");
        for left_out in needed {
            let shown: Vec<_> = needed.iter().copied().filter(|paper| paper != left_out).collect();
            let refused = apply(&state, &identified(*asker, &shown));
            assert_eq!(refused, Err(RecordsFault::AuthorityFirst), "{asker} without {left_out}");
        }
    }
    // A proxy's identity card alone opens nothing.
    let refused = apply(&after(&[opened()]), &identified(Asker::Proxy, &[Shown::OwnDocument]));
    assert_eq!(refused, Err(RecordsFault::AuthorityFirst));
}

#[test]
fn nothing_is_answered_before_the_papers_were_checked() {
    let state = after(&[opened()]);
    assert_eq!(apply(&state, &found(1)), Err(RecordsFault::IdentifyFirst));
    assert_eq!(legal_moves(&state), [RecordsMove::Identify, RecordsMove::Leave]);
    assert_eq!(apply(&RecordsState::default(), &found(1)), Err(RecordsFault::NotOpened));
}

#[test]
fn what_is_handed_over_fits_what_was_found() {
    let state = after(&[opened(), identified(Asker::Party, &[Shown::OwnDocument])]);
    let both = RecordsEvent::Answered {
        answer: Answer { files: vec![ArchiveNo::parse("A1").unwrap()], copies: 1, statements: 1 },
    };
    assert_eq!(apply(&state, &both), Err(RecordsFault::StatementDespiteFile));
    let copy_of_nothing =
        RecordsEvent::Answered { answer: Answer { files: Vec::new(), copies: 1, statements: 0 } };
    assert_eq!(apply(&state, &copy_of_nothing), Err(RecordsFault::CopiesWithoutFile));
    assert_eq!(apply(&state, &found(21)), Err(RecordsFault::TooManyPapers));
    assert!(apply(&state, &found(0)).is_ok(), "a file may be read without a copy");
    assert!(apply(&state, &not_found(1)).is_ok());
}

#[test]
fn who_asks_is_put_right_until_there_is_an_answer_and_never_after() {
    let party = identified(Asker::Party, &[Shown::OwnDocument]);
    let lawyer = identified(Asker::Lawyer, Asker::Lawyer.must_show());
    let state = after(&[opened(), party.clone(), lawyer]);
    assert_eq!(state.asked().map(|asked| asked.asker), Some(Asker::Lawyer));
    let ended = apply(&state, &not_found(0)).unwrap();
    assert_eq!(apply(&ended, &party), Err(RecordsFault::CaseEnded));
    let left = apply(&state, &RecordsEvent::Left { why: LeftReason::PapersMissing }).unwrap();
    assert_eq!(left.end(), Some(&End::Left(LeftReason::PapersMissing)));
}

#[test]
fn a_file_number_is_kept_as_it_stands_on_the_volume() {
    assert_eq!(ArchiveNo::parse(" 皖芜档 12-3 ").unwrap().as_str(), "皖芜档 12-3");
    assert_eq!(ArchiveNo::parse(" "), Err(ArchiveFault::Missing));
    assert_eq!(ArchiveNo::parse(&"号".repeat(41)), Err(ArchiveFault::TooLong));
    assert_eq!(ArchiveNo::parse("1\u{7}"), Err(ArchiveFault::BadCharacters));
    let several = ArchiveNo::parse_list("A1、A2，A1\nA3").unwrap();
    assert_eq!(several.iter().map(ArchiveNo::as_str).collect::<Vec<_>>(), ["A1", "A2", "A3"]);
    assert_eq!(ArchiveNo::parse_list("、 ，"), Err(ArchiveFault::Missing));
}

#[test]
fn only_a_marriage_is_declared_void_and_no_divorce_paper_tells_anything() {
    for registered in Registered::ALL {
        assert!(NoteKind::Revoked.fits(*registered) && NoteKind::CourtRevoked.fits(*registered));
        assert_eq!(NoteKind::CourtVoid.fits(*registered), *registered == Registered::Marriage);
        assert_eq!(registered.tells_the_public(), *registered != Registered::Divorce);
    }
}

#[test]
fn what_the_log_hashes_of_a_request_names_nobody() {
    for event in [opened(), identified(Asker::Party, &[Shown::OwnDocument]), found(1), not_found(1)] {
        let text = serde_json::to_string(&event).unwrap();
        assert_eq!(serde_json::from_str::<RecordsEvent>(&text).unwrap(), event);
        assert!(!text.contains("name") && !text.contains("id_number"), "{text}");
    }
}

fn any_event() -> impl Strategy<Value = RecordsEvent> {
    let shown = proptest::collection::btree_set(proptest::sample::select(Shown::ALL), 0..6);
    let files = proptest::collection::vec("[A-Z][0-9]{1,3}", 0..3);
    prop_oneof![
        (0..400_u64).prop_map(|days| RecordsEvent::Opened {
            on: NaiveDate::from_ymd_opt(2026, 1, 1).unwrap() + chrono::Days::new(days),
        }),
        (proptest::sample::select(Asker::ALL), shown, proptest::sample::select(Sought::ALL)).prop_map(
            |(asker, shown, sought): (Asker, BTreeSet<Shown>, Sought)| RecordsEvent::Identified {
                asker,
                shown,
                sought
            }
        ),
        (files, 0..25_u32, 0..3_u32).prop_map(|(files, copies, statements)| RecordsEvent::Answered {
            answer: Answer {
                files: files.iter().map(|file| ArchiveNo::parse(file).unwrap()).collect(),
                copies,
                statements,
            },
        }),
        proptest::sample::select(LeftReason::ALL).prop_map(|why| RecordsEvent::Left { why }),
    ]
}

proptest! {
    /// Whatever is pressed in whatever order: an offered move is the only kind that is taken, an answer was preceded by
    /// every paper that its asker owes, and only an ended request has no way on.
    #[test]
    fn no_walk_reaches_an_answer_without_authority(events in proptest::collection::vec(any_event(), 0..24)) {
        let mut state = RecordsState::default();
        for event in events {
            let offered = legal_moves(&state).contains(&event.kind());
            match apply(&state, &event) {
                Ok(next) => {
                    prop_assert!(offered, "{event:?} was not offered");
                    state = next;
                }
                Err(_) if !offered => {}
                Err(fault) => prop_assert!(
                    matches!(
                        fault,
                        RecordsFault::AuthorityFirst
                            | RecordsFault::CopiesWithoutFile
                            | RecordsFault::StatementDespiteFile
                            | RecordsFault::TooManyPapers
                    ),
                    "{fault}"
                ),
            }
            if let Some(End::Answered(answer)) = state.end() {
                let asked = state.asked().unwrap();
                prop_assert!(asked.asker.must_show().iter().all(|paper| asked.shown.contains(paper)));
                prop_assert!(answer.is_found() || answer.copies == 0);
            }
            prop_assert_eq!(legal_moves(&state).is_empty(), state.end().is_some());
        }
    }
}

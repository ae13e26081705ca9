//! Names: rare, long and odd ones are names; only what can't be written down is refused.

use law::name::{LONGEST_NAME, NameFault, PersonName, same_name};
use proptest::prelude::*;

fn name(text: &str) -> PersonName {
    PersonName::parse(text).unwrap_or_else(|fault| panic!("{text:?}: {fault}"))
}

#[test]
fn a_name_is_kept_as_the_card_writes_it() {
    for kept in [
        "林知远",
        "𬭚㛃𫖯𠮷𠅤",
        "李",
        "阿卜杜拉·买买提",
        "NGUYEN THI MINH",
        "O'BRIEN-SMITH",
        "JÓZEF ŻÓŁĆ",
        "Robert'); DROP TABLE students;--",
        "张3",
        "〇一",
        "葛\u{E0100}城",
        "Ⅷ世",
        "ﬁona",
        "ＬＩＮ",
    ] {
        assert_eq!(name(kept).as_str(), kept);
    }
}

#[test]
fn blanks_and_invisible_marks_around_and_between_are_put_right() {
    let table = [
        ("  林知远\u{3000}", "林知远"),
        ("林 知远", "林知远"),
        ("林\u{3000}知远", "林知远"),
        ("\u{FEFF}林\u{200B}知远", "林知远"),
        ("NGUYEN   THI\u{A0}MINH", "NGUYEN THI MINH"),
        ("e\u{301}lodie", "élodie"),
    ];
    for (typed, kept) in table {
        assert_eq!(name(typed).as_str(), kept, "{typed:?}");
    }
}

#[test]
fn any_dot_between_han_characters_becomes_the_one_that_names_may_have() {
    for dot in
        ["·", "•", "‧", "・", "･", "⋅", "∙", "。", ".", "．", "｡", "․", "●", "⸱", " · ", "\u{3000}・", "··"]
    {
        assert_eq!(name(&format!("阿卜杜拉{dot}买买提")).as_str(), "阿卜杜拉·买买提", "{dot:?}");
    }
    assert_eq!(name("𠮷・𠅤").as_str(), "𠮷·𠅤");
    assert_eq!(name("J. R. SMITH").as_str(), "J. R. SMITH");
    assert_eq!(name("MARTIN LUTHER KING JR.").as_str(), "MARTIN LUTHER KING JR.");
}

#[test]
fn compatibility_ideographs_stay_but_match_their_look_alikes() {
    let (compatible, plain) = (name("\u{F92C}平"), name("\u{90CE}平"));
    assert_eq!(compatible.as_str(), "\u{F92C}平");
    assert!(same_name(&compatible, &plain));
    assert!(!same_name(&name("郎平"), &name("朗平")));
}

#[test]
fn two_spellings_of_one_name_match_and_two_names_do_not() {
    assert!(same_name(&name("阿卜杜拉•买买提"), &name("阿卜杜拉．买买提")));
    assert!(same_name(&name("Jo\u{301}zef"), &name("Józef")));
    assert!(!same_name(&name("沈若溪"), &name("沈若曦")));
    assert!(!same_name(&name("阿卜杜拉·买买提"), &name("阿卜杜拉买买提")));
    assert!(!same_name(&name("LIN"), &name("ＬＩＮ")));
}

#[test]
fn what_no_document_bears_is_refused_for_its_own_reason() {
    let table = [
        ("", NameFault::Missing),
        (" \u{3000}\t\n", NameFault::Missing),
        ("\u{200B}\u{FEFF}", NameFault::Missing),
        ("林\n知远", NameFault::ControlCharacter),
        ("林\u{0}知远", NameFault::ControlCharacter),
        ("林\u{202E}远知", NameFault::ControlCharacter),
        ("林\u{E000}远", NameFault::UnreadableCharacter),
        ("林\u{F0001}远", NameFault::UnreadableCharacter),
        ("林\u{FFFD}远", NameFault::UnreadableCharacter),
        ("林\u{FFFE}远", NameFault::UnreadableCharacter),
        ("<b>林知远</b>", NameFault::Markup),
        ("林>远", NameFault::Markup),
        ("370126200001010024", NameFault::NoLetters),
        ("···", NameFault::NoLetters),
        ("-- '1'='1'", NameFault::NoLetters),
    ];
    for (typed, fault) in table {
        assert_eq!(PersonName::parse(typed).err(), Some(fault), "{typed:?}");
    }
}

#[test]
fn a_hundred_characters_fit_whatever_their_bytes_and_one_more_does_not() {
    for letter in ["林", "𠮷", "A", "é"] {
        assert!(PersonName::parse(&letter.repeat(LONGEST_NAME)).is_ok(), "{letter}");
        assert_eq!(PersonName::parse(&letter.repeat(LONGEST_NAME + 1)).err(), Some(NameFault::TooLong));
    }
    assert_eq!(PersonName::parse(&"林".repeat(5_000_000)).err(), Some(NameFault::TooLong));
}

#[test]
fn screens_that_others_see_show_one_character_or_the_surname() {
    assert_eq!(name("林知远").masked(), "林**");
    assert_eq!(name("葛\u{E0100}城").masked(), "葛*");
    assert_eq!(name("NGUYEN THI MINH").masked(), "N****");
    assert_eq!(name("林知远").surname_mou(), "林某");
    assert_eq!(name("欧阳若溪").surname_mou(), "欧阳某");
    assert_eq!(name("欧阳").surname_mou(), "欧某");
    assert_eq!(name("阿卜杜拉·买买提").surname_mou(), "阿****");
    assert_eq!(format!("{:?}", name("林知远")), "PersonName(redacted)");
}

proptest! {
    #[test]
    fn what_is_accepted_is_accepted_again_unchanged(text in "\\PC{0,120}") {
        if let Ok(name) = PersonName::parse(&text) {
            prop_assert_eq!(PersonName::parse(name.as_str()), Ok(name.clone()));
            prop_assert!(name.as_str().chars().count() <= LONGEST_NAME);
            let markup = ['<', '>', '\u{0}'];
            prop_assert!(!name.as_str().contains(markup));
            prop_assert!(name.masked().chars().count() <= 5);
        }
    }

    #[test]
    fn han_names_with_dots_and_blanks_settle_at_once(text in "[林若𠮷·•．. \u{3000}A\u{301}]{1,20}") {
        if let Ok(name) = PersonName::parse(&text) {
            prop_assert_eq!(PersonName::parse(name.as_str()), Ok(name.clone()));
            prop_assert!(!name.as_str().contains("  "));
        }
    }
}

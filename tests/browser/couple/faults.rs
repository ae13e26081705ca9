//! Every field wrong alone: the sentence stands by the field in the language of the page, a line on top leads to it, and
//! everything that was typed is still there.

use super::visit::{FIRST, PHONE, SECOND, Visit, hers, his};
use super::with_and_without_script;
use crate::{browser::Browser, chromium::Script};
use tests::{Trouble, people};

with_and_without_script![
    every_field_of_the_first_wrong_alone_keeps_everything_and_says_it_by_the_field,
    every_field_of_the_second_wrong_alone_keeps_everything_and_says_it_by_the_field,
    both_the_same_person_is_said_at_the_second,
    another_document_asks_for_what_its_number_does_not_tell,
    full_width_digits_and_a_lower_case_x_are_taken,
    under_age_that_day_but_not_the_week_after,
    a_document_from_elsewhere_is_told_where_to_go,
];

const FIELDS: [&str; 3] = ["#name", "#id-number", "#phone"];

/// Types a page of right answers with one wrong, sends it, and looks at what comes back.
async fn one_wrong(phone: &Browser, at: usize, wrong: &str, right: [&str; 3]) -> Result<String, Trouble> {
    let mut typed = right;
    typed[at] = wrong;
    for (field, text) in FIELDS.iter().zip(typed) {
        phone.fill(field, text).await?;
    }
    let before = phone.path().await?;
    phone.press(".bar button").await?;
    assert_eq!(phone.path().await?, before, "{wrong:?} at {} was taken", FIELDS[at]);
    let field = FIELDS[at];
    let told = phone.text(&format!("{field}-fault")).await?;
    assert!(told.starts_with("✕ ") && told.chars().count() > 8, "{field} {wrong:?}: {told}");
    assert_eq!(phone.find(field).await?.attr("aria-invalid").await?.as_deref(), Some("true"));
    assert_eq!(phone.driver.find_all(thirtyfour::By::Css(".field-fault")).await?.len(), 1, "{wrong:?}");
    assert!(!phone.text(&format!(".faults a[href='{field}']")).await?.is_empty());
    for (field, text) in FIELDS.iter().zip(typed) {
        // What is right may have been grouped 6-8-4; what is wrong stays as it was typed.
        let kept = phone.value(field).await?;
        assert!(kept == text || kept.replace(' ', "") == text.replace(' ', ""), "{field}: {kept} for {text}");
    }
    Ok(told)
}

async fn each_wrong(script: Script, right: [&str; 3], seat: &str) -> Result<(), Trouble> {
    let checksum = format!("{}0", &his()[..17]);
    let checksum = if checksum == his() { format!("{}1", &his()[..17]) } else { checksum };
    let long = "李".repeat(101);
    let mut wrongs = vec![
        (0, ""),
        (0, "李<b>雷"),
        (0, "12345"),
        (0, &long),
        (1, ""),
        (1, &checksum),
        (1, "37019919910203"),
        (1, "370126900101123"),
        (1, "37019919910231001X"),
        (1, "'; DROP TABLE slots;"),
        (2, "84880000"),
        (2, "+1 202 555 0100"),
        (2, "1380000"),
        (2, "打给我"),
    ];
    if seat == "first" {
        wrongs.push((2, ""));
    }
    for language in ["zh", "en"] {
        let visit = Visit::begin(script).await?;
        visit.phone.visit(&format!("/?lang={language}")).await?;
        visit.up_to_first("marriage").await?;
        if seat == "second" {
            visit.give_person(FIRST, &his(), PHONE).await?;
        }
        for (at, wrong) in &wrongs {
            let told = one_wrong(&visit.phone, *at, wrong, right).await?;
            assert_eq!(told.chars().skip(2).all(|c| c.is_ascii()), language == "en", "{told}");
        }
        // Mended, it goes on.
        for (field, text) in FIELDS.iter().zip(right) {
            visit.phone.fill(field, text).await?;
        }
        visit.phone.press(".bar button").await?;
        assert_ne!(visit.phone.path().await?, format!("/book/marriage/{seat}"));
        visit.phone.close().await?;
    }
    Ok(())
}

async fn every_field_of_the_first_wrong_alone_keeps_everything_and_says_it_by_the_field(
    script: Script,
) -> Result<(), Trouble> {
    each_wrong(script, [FIRST, &his(), PHONE], "first").await
}

async fn every_field_of_the_second_wrong_alone_keeps_everything_and_says_it_by_the_field(
    script: Script,
) -> Result<(), Trouble> {
    each_wrong(script, [SECOND, &hers(), "13900000002"], "second").await
}

async fn both_the_same_person_is_said_at_the_second(script: Script) -> Result<(), Trouble> {
    for (language, words) in [("zh", "同一个证件"), ("en", "the same document")] {
        let visit = Visit::begin(script).await?;
        visit.phone.visit(&format!("/?lang={language}")).await?;
        visit.up_to_first("marriage").await?;
        visit.give_person(FIRST, &his(), PHONE).await?;
        visit.give_person(FIRST, &his(), "").await?;
        assert_eq!(visit.phone.path().await?, "/book/marriage/second");
        assert!(visit.phone.text("#id-number-fault").await?.contains(words));
        assert_eq!(visit.phone.value("#name").await?, FIRST);
        visit.give_person(SECOND, &hers(), "").await?;
        assert_eq!(visit.phone.path().await?, "/book/marriage/check");
        visit.phone.close().await?;
    }
    Ok(())
}

async fn another_document_asks_for_what_its_number_does_not_tell(script: Script) -> Result<(), Trouble> {
    let visit = Visit::begin(script).await?;
    visit.up_to_first("records").await?;
    visit.phone.pick("#id-type", "passport").await?;
    visit.give_person("Kim Minjun", "M12345678", PHONE).await?;
    for field in ["#sex", "#birth", "#nationality"] {
        assert!(!visit.phone.text(&format!(".faults a[href='{field}']")).await?.is_empty(), "{field}");
    }
    assert_eq!(visit.phone.value("#id-number").await?, "M12345678");
    visit.phone.touch("#sex label:last-of-type").await?;
    visit.phone.fill("#birth", "1995-13-08").await?;
    visit.phone.fill("#nationality", "KOR").await?;
    visit.phone.press(".bar button").await?;
    assert!(visit.phone.text("#birth-fault").await?.contains("出生日期不对"));
    assert_eq!(visit.phone.value("#birth").await?, "1995-13-08");
    visit.phone.fill("#birth", "1995-05-08").await?;
    visit.phone.press(".bar button").await?;
    assert_eq!(visit.phone.text("h1").await?, "核对一下");
    visit.phone.close().await
}

async fn full_width_digits_and_a_lower_case_x_are_taken(script: Script) -> Result<(), Trouble> {
    let visit = Visit::begin(script).await?;
    visit.up_to_first("marriage").await?;
    let (his, hers) = (people::number_with_x("19910203", true), people::number_with_x("19920305", false));
    visit.give_person(FIRST, &his.to_lowercase(), &full_width(PHONE)).await?;
    visit.give_person(SECOND, &full_width(&hers), "").await?;
    assert_eq!(visit.phone.text("h1").await?, "核对一下");
    visit.phone.press(".bar button").await?;
    assert_eq!(visit.phone.text("h1").await?, "约好了");
    visit.phone.close().await
}

fn full_width(text: &str) -> String {
    text.chars().filter_map(|c| char::from_u32(u32::from(c) + 0xFEE0)).collect()
}

async fn under_age_that_day_but_not_the_week_after(script: Script) -> Result<(), Trouble> {
    let visit = Visit::begin(script).await?;
    visit.up_to_first("marriage").await?;
    let number = people::number("20041202", 1);
    visit.give_person(FIRST, &number, PHONE).await?;
    visit.phone.whole_picture("couple-under-age").await?;
    let told = visit.phone.text("#id-number-fault").await?;
    assert!(told.contains("12月2日 星期三"), "{told}");
    assert_eq!(visit.phone.value("#name").await?, FIRST);

    // What would work: another day, with all that was typed.
    visit.phone.press(".other-day").await?;
    assert_eq!(visit.phone.text("h1").await?, "哪一天来？");
    visit.phone.visit("/book/marriage/day?month=2026-12").await?;
    visit.choose_day("2026-12-02").await?;
    visit.choose_time("marriage", "2026-12-02", "0900").await?;
    assert_eq!(visit.phone.path().await?, "/book/marriage/second");
    visit.give_person(SECOND, &hers(), "").await?;
    visit.phone.press(".bar button").await?;
    assert_eq!(visit.phone.text("h1").await?, "约好了");
    visit.phone.close().await
}

async fn a_document_from_elsewhere_is_told_where_to_go(script: Script) -> Result<(), Trouble> {
    let visit = Visit::begin(script).await?;
    visit.phone.visit("/book/marriage").await?;
    visit.phone.touch("summary").await?;
    visit.phone.touch(".fold-in label:has([value='foreigner'])").await?;
    visit.phone.press(".fold-in button").await?;
    assert!(visit.phone.text(".notice").await?.contains("济南市"));
    assert!(visit.phone.lacks(".bar").await, "nothing is booked that can't be done here");
    visit.phone.close().await
}

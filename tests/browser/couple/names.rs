//! Names of people: long, rare, or made to do harm. All are shown as what they are: text.

use super::visit::{PHONE, SECOND, Visit, hers, his};
use super::with_and_without_script;
use crate::chromium::{Screen, Script};
use tests::{Trouble, office::Plan};

with_and_without_script![names_are_shown_as_they_were_typed, markup_in_a_name_is_refused_and_does_nothing];

/// The longest name people have had, one that no font can print, and two that are programs.
const NAMES: [&str; 4] = [
    "买买提·阿卜杜热合曼·阿卜杜喀迪尔·伊敏江·图尔荪阿依·帕提古丽·热依汗古丽·阿依夏木·玉素甫江·艾合麦提",
    "𬭚㛃𫖯\u{31350}",
    "Robert'); DROP TABLE bookings;--",
    "{{7*7}}${7*7}&lt;b&gt;",
];

async fn names_are_shown_as_they_were_typed(script: Script) -> Result<(), Trouble> {
    for name in NAMES {
        let visit = Visit::begin_with(Plan::default(), Screen::SMALL_PHONE, script).await?;
        visit.up_to_first("marriage").await?;
        visit.give_person(name, &his(), PHONE).await?;
        visit.give_person(SECOND, &hers(), "").await?;
        assert_eq!(visit.phone.text("h1").await?, "核对一下", "{name}");
        let shown = visit.phone.text(".pairs").await?;
        assert!(shown.contains(name), "{name} is not in\n{shown}");
        let wide = visit.phone.find("html").await?.prop("scrollWidth").await?.unwrap_or_default();
        assert_eq!(wide, "320", "{name} makes the page {wide} wide");
        visit.phone.press(".bar button").await?;
        assert_eq!(visit.phone.text("h1").await?, "约好了");
        let booking = visit.office.registry.find_booking(&visit.code().await?, &his(), "here").await?.booking;
        assert_eq!(booking.a.name.as_str(), name);
        visit.phone.close().await?;
    }
    Ok(())
}

async fn markup_in_a_name_is_refused_and_does_nothing(script: Script) -> Result<(), Trouble> {
    let visit = Visit::begin(script).await?;
    visit.up_to_first("marriage").await?;
    for name in ["<script>document.title='x'</script>", "\"><img src=x onerror=document.title='x'>"] {
        visit.give_person(name, &his(), PHONE).await?;
        assert!(visit.phone.text("#name-fault").await?.contains("不能有 < 和 >"), "{name}");
        assert_eq!(visit.phone.value("#name").await?, name, "shown again as it was typed");
        assert_ne!(visit.phone.driver.title().await?, "x");
        assert!(visit.phone.lacks("main script, main img").await);
    }
    assert_eq!(visit.office.standing().await, 0);
    visit.phone.close().await
}

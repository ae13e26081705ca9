//! How the pages stand on the smallest phone with text at twice its size, in both languages and in larger text: nothing
//! is cut off, nothing scrolls sideways, one button is filled, and a machine that looks for barriers finds none.

use super::visit::{DAY, FIRST, PHONE, SECOND, Visit, hers, his};
use crate::{
    browser::Browser,
    chromium::{Screen, Script},
};
use tests::{Trouble, office::Plan};

/// Every page that a couple meets, by a name for its picture.
async fn every_page(
    visit: &Visit,
    language: &str,
    look: impl AsyncFn(&Browser, String) -> Result<(), Trouble>,
) -> Result<(), Trouble> {
    let phone = &visit.phone;
    phone.visit(&format!("/?lang={language}")).await?;
    look(phone, "home".into()).await?;
    for (path, name) in [
        ("/book/marriage", "before"),
        ("/reissue", "reissue"),
        ("/divorce", "divorce"),
        ("/divorce/dates", "dates-asked"),
        ("/divorce/dates?accepted=2026-01-16", "dates"),
        ("/divorce/dates?accepted=2020-01-16", "dates-refused"),
        ("/ceremonies", "ceremonies"),
        ("/book/divorce-registration", "before-registration"),
        ("/book/marriage/day", "day"),
        ("/b", "find"),
        ("/privacy", "privacy"),
        ("/v/nothing", "not-genuine"),
    ] {
        phone.visit(path).await?;
        look(phone, name.into()).await?;
    }
    phone.visit("/book/marriage/day").await?;
    phone.press(".bar button").await?;
    look(phone, "day-refused".into()).await?;
    visit.choose_day(DAY).await?;
    look(phone, "time".into()).await?;
    visit.choose_time("marriage", DAY, "0900").await?;
    look(phone, "first".into()).await?;
    visit.give_person("", "37012619900101123", "84880000").await?;
    look(phone, "first-refused".into()).await?;
    visit.give_person(FIRST, &his(), PHONE).await?;
    look(phone, "second".into()).await?;
    visit.give_person(FIRST, &his(), "").await?;
    look(phone, "second-refused".into()).await?;
    visit.give_person(SECOND, &hers(), "").await?;
    look(phone, "check".into()).await?;
    phone.press(".bar button").await?;
    look(phone, "booked".into()).await?;
    let code = visit.code().await?;
    phone.visit(&format!("/b/{code}/cancel")).await?;
    look(phone, "move-or-cancel".into()).await?;
    phone.visit(&format!("/b/{code}/move?date=2026-11-26")).await?;
    look(phone, "move".into()).await?;
    phone.visit(&format!("/b/{code}")).await?;
    phone.press(".undo button").await?;
    look(phone, "cancelled".into()).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_page_fits_the_smallest_phone_with_text_at_twice_its_size() -> Result<(), Trouble> {
    for language in ["zh", "en"] {
        let visit = Visit::begin_with(Plan::default(), Screen::TWICE, Script::Off).await?;
        every_page(&visit, language, async |phone, name| {
            let wide: u32 =
                phone.find("html").await?.prop("scrollWidth").await?.unwrap_or_default().parse()?;
            phone.picture(&format!("couple-{language}-twice-{name}")).await?;
            assert!(wide <= Screen::TWICE.width, "{name} in {language} is {wide} wide");
            Ok(())
        })
        .await?;
        visit.phone.close_forgiving(&["404"]).await?;
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_page_has_a_serious_barrier() -> Result<(), Trouble> {
    let Ok(axe) = std::fs::read_to_string(AXE) else {
        eprintln!("left out: make setup brings axe-core");
        return Ok(());
    };
    for language in ["zh", "en"] {
        let visit = Visit::begin(Script::On).await?;
        every_page(&visit, language, async |phone, name| {
            phone.driver.execute(axe.as_str(), Vec::new()).await?;
            let found = phone.driver.execute_async(LOOK, Vec::new()).await?;
            let barriers: Vec<String> = found.convert()?;
            assert!(barriers.is_empty(), "{name} in {language}:\n{}", barriers.join("\n"));
            Ok(())
        })
        .await?;
        visit.phone.close_forgiving(&["404"]).await?;
    }
    Ok(())
}

const AXE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../node_modules/axe-core/axe.min.js");

/// What axe calls serious or critical, each with the element.
const LOOK: &str = "const done = arguments[arguments.length - 1];
    axe.run().then(found => done(found.violations
        .filter(rule => ['serious', 'critical'].includes(rule.impact))
        .flatMap(rule => rule.nodes.map(node => rule.id + ': ' + node.target.join(' ') + ' ' + node.failureSummary))),
        fault => done([String(fault)]));";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_page_has_one_filled_button_at_most() -> Result<(), Trouble> {
    for (language, elder) in [("zh", false), ("en", false), ("zh", true)] {
        let visit = Visit::begin(Script::On).await?;
        if elder {
            visit.phone.visit("/").await?;
            visit.phone.press("form[action='/display'] button").await?;
        }
        let size = if elder { "larger-" } else { "" };
        every_page(&visit, language, async |phone, name| {
            let filled = ".button:not(.is-text, .is-outline)";
            let filled = phone.driver.find_all(thirtyfour::By::Css(filled)).await?;
            assert!(filled.len() <= 1, "{name} in {language} has {} filled buttons", filled.len());
            phone.whole_picture(&format!("couple-{language}-{size}{name}")).await
        })
        .await?;
        visit.phone.close_forgiving(&["404"]).await?;
    }
    Ok(())
}

//! The first page of each root, with and without script.

use crate::{
    browser::Browser,
    chromium::{Screen, Script},
};
use tests::{Trouble, hall::Hall};

#[tokio::test]
async fn the_first_page_of_the_couple_is_taken_over_without_a_console_error() -> Result<(), Trouble> {
    let hall = Hall::start()?;
    let phone = Browser::open(&hall, Screen::PHONE, Script::On).await?;
    phone.visit("/").await?;
    assert_eq!(phone.text("h1").await?, "约个时间来登记");
    assert_eq!(phone.html("data-mood").await?.as_deref(), Some("plain"));
    phone.picture("home").await?;
    phone.close().await
}

#[tokio::test]
async fn the_call_display_is_taken_over_without_a_console_error() -> Result<(), Trouble> {
    let hall = Hall::start()?;
    let display = Browser::open(&hall, Screen::DISPLAY, Script::On).await?;
    display.visit("/hall").await?;
    assert_eq!(display.html("data-surface").await?.as_deref(), Some("display"));
    display.picture("hall").await?;
    display.close().await
}

#[tokio::test]
async fn the_first_page_fits_every_screen_it_is_looked_at_on() -> Result<(), Trouble> {
    let hall = Hall::start()?;
    let screens = [("small-phone", Screen::SMALL_PHONE), ("desk", Screen::DESK), ("kiosk", Screen::KIOSK)];
    for (name, screen) in screens {
        let browser = Browser::open(&hall, screen, Script::Off).await?;
        browser.visit("/").await?;
        let page = browser.find("html").await?.prop("scrollWidth").await?.unwrap_or_default();
        assert!(page.parse::<u32>()? <= screen.width, "{name}: the page is {page} wide");
        browser.picture(&format!("home-{name}")).await?;
        browser.close().await?;
    }
    Ok(())
}

#[tokio::test]
async fn typing_reaches_a_field_without_script() -> Result<(), Trouble> {
    let hall = Hall::start()?;
    let phone = Browser::open(&hall, Screen::PHONE, Script::Off).await?;
    phone.driver.goto("data:text/html;charset=utf-8,<input value=old>").await?;
    for typed in ["𬭚㛃𫖯𠅤·买买提", ""] {
        phone.fill("input", typed).await?;
        assert_eq!(phone.find("input").await?.prop("value").await?.as_deref(), Some(typed));
    }
    phone.close().await
}

#[tokio::test]
async fn larger_text_and_the_other_language_stay_chosen() -> Result<(), Trouble> {
    choose_larger_text_and_english(Script::On).await
}

#[tokio::test]
async fn larger_text_and_the_other_language_need_no_script() -> Result<(), Trouble> {
    choose_larger_text_and_english(Script::Off).await
}

async fn choose_larger_text_and_english(script: Script) -> Result<(), Trouble> {
    let hall = Hall::start()?;
    let phone = Browser::open(&hall, Screen::PHONE, script).await?;
    phone.visit("/").await?;
    phone.press("form[action='/display'] button").await?;
    assert!(phone.html("data-elder").await?.is_some(), "the text did not grow");
    phone.press("a[hreflang='en']").await?;
    assert_eq!(phone.text("h1").await?, "Book a visit");
    assert!(phone.html("data-elder").await?.is_some(), "the other language forgot the larger text");
    phone.picture("home-en-larger").await?;
    phone.press("form[action='/display'] button").await?;
    assert!(phone.html("data-elder").await?.is_none(), "the text did not shrink");
    phone.close().await
}

#[tokio::test]
async fn an_unknown_address_is_a_page_that_leads_back() -> Result<(), Trouble> {
    let hall = Hall::start()?;
    let phone = Browser::open(&hall, Screen::PHONE, Script::On).await?;
    phone.visit("/no/such/page").await?;
    assert_eq!(phone.text("h1").await?, "没有这个页面");
    phone.press("main a").await?;
    assert_eq!(phone.text("h1").await?, "约个时间来登记");
    phone.close_forgiving(&["404"]).await
}

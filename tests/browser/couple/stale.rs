//! Pages that were left behind in another tab: nothing wrong is stored, nothing is lost, and one is led to what is true.

use super::visit::{DAY, FIRST, PHONE, SECOND, Visit, hers, his};
use super::with_and_without_script;
use crate::chromium::Script;
use tests::Trouble;

with_and_without_script![
    a_form_left_behind_after_the_booking_leads_to_the_booking,
    another_matter_in_another_tab_mixes_with_nothing,
    a_page_of_a_booking_that_was_cancelled_elsewhere_says_so,
];

/// Opens a second tab and makes it the one at hand; gives the first.
async fn second_tab(visit: &Visit) -> Result<thirtyfour::WindowHandle, Trouble> {
    let driver = &visit.phone.driver;
    let first = driver.window().await?;
    driver.new_tab().await?;
    let tabs = driver.windows().await?;
    let second = tabs.into_iter().find(|tab| *tab != first).ok_or("no second tab")?;
    driver.switch_to_window(second).await?;
    Ok(first)
}

async fn a_form_left_behind_after_the_booking_leads_to_the_booking(script: Script) -> Result<(), Trouble> {
    let visit = Visit::begin(script).await?;
    visit.up_to_first("marriage").await?;
    let first = second_tab(&visit).await?;
    visit.phone.visit("/book/marriage/first").await?;
    visit.give_both().await?;
    visit.phone.press(".bar button").await?;
    let code = visit.code().await?;
    visit.phone.driver.switch_to_window(first).await?;
    visit.give_person(FIRST, &his(), PHONE).await?;
    assert_eq!(visit.phone.path().await?, format!("/b/{code}"));
    assert_eq!(visit.office.standing().await, 1);
    visit.phone.close().await
}

async fn another_matter_in_another_tab_mixes_with_nothing(script: Script) -> Result<(), Trouble> {
    let visit = Visit::begin(script).await?;
    visit.up_to_first("marriage").await?;
    visit.give_person(FIRST, &his(), PHONE).await?;
    let first = second_tab(&visit).await?;
    visit.up_to_times("records", DAY).await?;
    visit.choose_time("records", DAY, "1000").await?;
    assert_eq!(visit.phone.value("#name").await?, "", "nothing is carried over");
    visit.type_person("王芳", &hers(), "13900000009").await?;
    visit.phone.press(".bar button").await?;
    let second = visit.phone.driver.window().await?;

    visit.phone.driver.switch_to_window(first).await?;
    visit.give_person(SECOND, &hers(), "").await?;
    let shown = visit.phone.text("main").await?;
    assert!(shown.contains(FIRST) && shown.contains(SECOND) && shown.contains("09:00"), "{shown}");
    visit.phone.press(".bar button").await?;
    assert_eq!(visit.phone.text("h1").await?, "约好了");

    visit.phone.driver.switch_to_window(second).await?;
    visit.phone.press(".bar button").await?;
    assert_eq!(visit.phone.text("h1").await?, "约好了");
    assert!(visit.phone.text(".invite").await?.contains("10:00–10:30"));
    assert_eq!((visit.office.standing().await, visit.office.miscounted().await), (2, 0));
    visit.phone.close().await
}

async fn a_page_of_a_booking_that_was_cancelled_elsewhere_says_so(script: Script) -> Result<(), Trouble> {
    let visit = Visit::begin(script).await?;
    visit.book("marriage").await?;
    visit.phone.press(".trio a[href$='/cancel']").await?;
    let code = visit.phone.path().await?;
    let first = second_tab(&visit).await?;
    visit.phone.visit(&code).await?;
    visit.phone.press("form[action*='cancel'] button").await?;
    visit.phone.driver.switch_to_window(first).await?;
    visit.phone.press(".main a.button").await?;
    assert_eq!(visit.phone.text("h1").await?, "这个预约已取消");
    assert_eq!((visit.office.standing().await, visit.office.miscounted().await), (0, 0));
    visit.phone.close().await
}

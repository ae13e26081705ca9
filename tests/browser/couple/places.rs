//! Places that run out while somebody chooses or types, and the ten minutes that can be doubled once.

use super::visit::{DAY, FIRST, PHONE, SECOND, Visit, hers, his};
use super::with_and_without_script;
use crate::chromium::{Screen, Script};
use tests::{Trouble, office::Plan};

with_and_without_script![
    a_time_that_was_just_taken_is_answered_with_the_nearest_that_are_left,
    a_held_place_is_kept_ten_minutes_longer_once,
    a_place_that_ran_out_while_somebody_typed_is_kept_again,
    a_place_sold_while_somebody_typed_loses_nothing_that_was_typed,
    a_closed_day_says_why_and_a_form_without_a_choice_what_is_missing,
    a_full_day_says_that_walk_in_numbers_are_kept,
];

const NINE: &str = "marriage-20261125-0900";

async fn narrow(script: Script) -> Result<Visit, Trouble> {
    Visit::begin_with(Plan::default().places(1), Screen::PHONE, script).await
}

async fn a_time_that_was_just_taken_is_answered_with_the_nearest_that_are_left(
    script: Script,
) -> Result<(), Trouble> {
    let visit = narrow(script).await?;
    visit.up_to_times("marriage", DAY).await?;
    visit.office.book(7, NINE).await?;
    visit.choose_time("marriage", DAY, "0900").await?;
    let told = visit.phone.text(".faults").await?;
    assert!(told.contains("刚刚约满了") && told.contains("现场号"), "{told}");
    let nearest = visit.phone.text("#time fieldset:first-of-type").await?;
    assert!(nearest.contains("11月25日 星期三") && nearest.contains("09:30–10:00"), "{nearest}");
    visit.choose_time("marriage", DAY, "0930").await?;
    assert_eq!(visit.phone.text("h1").await?, "第一位");
    assert_eq!(visit.office.miscounted().await, 0);
    visit.phone.close().await
}

async fn a_held_place_is_kept_ten_minutes_longer_once(script: Script) -> Result<(), Trouble> {
    let visit = narrow(script).await?;
    visit.up_to_first("marriage").await?;
    visit.office.at("2026-11-23T09:08:00");
    visit.phone.visit("/book/marriage/first").await?;
    visit.phone.press(".hold button").await?;
    assert_eq!(visit.phone.text("h1").await?, "第一位");
    assert!(visit.phone.text(".hold").await?.contains("为您留到 09:20"));
    assert!(visit.phone.lacks(".hold button").await, "once");
    visit.office.at("2026-11-23T09:19:00");
    visit.give_both().await?;
    visit.phone.press(".bar button").await?;
    assert_eq!(visit.phone.text("h1").await?, "约好了");
    visit.phone.close().await
}

async fn a_place_that_ran_out_while_somebody_typed_is_kept_again(script: Script) -> Result<(), Trouble> {
    let visit = narrow(script).await?;
    visit.up_to_first("marriage").await?;
    visit.office.at("2026-11-23T09:11:00");
    visit.phone.visit("/book/marriage/first").await?;
    assert!(visit.phone.text(".hold").await?.contains("填的都还在"));
    visit.give_both().await?;
    assert!(visit.phone.text(".hold").await?.contains("为您留到 09:21"));
    // It runs out again while they look, and nobody else wanted it.
    visit.office.at("2026-11-23T09:22:00");
    visit.phone.press(".bar button").await?;
    assert_eq!(visit.phone.text("h1").await?, "约好了");
    assert_eq!((visit.office.standing().await, visit.office.miscounted().await), (1, 0));
    visit.phone.close().await
}

async fn a_place_sold_while_somebody_typed_loses_nothing_that_was_typed(
    script: Script,
) -> Result<(), Trouble> {
    let visit = narrow(script).await?;
    visit.up_to_first("marriage").await?;
    visit.give_both().await?;
    visit.office.at("2026-11-23T09:11:00");
    visit.office.book(7, NINE).await?;
    visit.phone.press(".bar button").await?;
    assert_eq!(visit.phone.text("h1").await?, "几点到？");
    let told = visit.phone.text(".faults").await?;
    assert!(told.contains("您填的都还在"), "{told}");
    assert_eq!(visit.office.standing().await, 1, "nothing wrong is stored");
    visit.choose_time("marriage", DAY, "0930").await?;
    assert_eq!(visit.phone.text("h1").await?, "核对一下");
    let shown = visit.phone.text("main").await?;
    assert!(shown.contains(FIRST) && shown.contains(SECOND) && shown.contains("09:30"), "{shown}");
    visit.phone.press("a[href='/book/marriage/first']").await?;
    let kept = (visit.phone.value("#id-number").await?, visit.phone.value("#phone").await?);
    assert_eq!((kept.0.replace(' ', ""), kept.1.as_str()), (his(), PHONE));
    visit.phone.visit("/book/marriage/check").await?;
    visit.phone.press(".bar button").await?;
    assert_eq!(visit.phone.text("h1").await?, "约好了");
    assert_eq!((visit.office.standing().await, visit.office.miscounted().await), (2, 0));
    assert!(!visit.phone.driver.source().await?.contains(&hers()));
    visit.phone.close().await
}

async fn a_closed_day_says_why_and_a_form_without_a_choice_what_is_missing(
    script: Script,
) -> Result<(), Trouble> {
    let visit = Visit::begin(script).await?;
    visit.phone.visit("/book/marriage/day").await?;
    visit.phone.press(".bar button").await?;
    assert!(visit.phone.text(".faults").await?.contains("请在下面选一天"));
    visit.choose_day("2026-11-28").await?;
    let told = visit.phone.text(".faults").await?;
    assert!(told.contains("11月28日 星期六") && told.contains("周末"), "{told}");
    visit.choose_day(DAY).await?;
    visit.phone.press(".bar button").await?;
    assert!(visit.phone.text(".faults").await?.contains("请选一个到场时间"));
    visit.phone.close().await
}

async fn a_full_day_says_that_walk_in_numbers_are_kept(script: Script) -> Result<(), Trouble> {
    for service in ["divorce-registration", "divorce-withdrawal", "marriage"] {
        let visit = Visit::begin_with(Plan::default().places(0), Screen::PHONE, script).await?;
        visit.phone.visit(&format!("/book/{service}/day")).await?;
        assert!(visit.phone.text("main").await?.contains("窗口每天留现场号"), "{service}");
        visit.phone.close().await?;
    }
    Ok(())
}

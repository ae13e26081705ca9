//! Waiting for a place on a full day, from the month to the booking.

use super::visit::{DAY, FIRST, PHONE, SECOND, Visit, hers, his};
use super::with_and_without_script;
use crate::chromium::{Screen, Script};
use registry::booking::Booked;
use tests::{Trouble, office::Plan};

with_and_without_script![
    whoever_waits_gets_the_place_that_comes_free,
    whoever_waits_leaves_the_line,
    a_deadline_is_not_waited_for,
];

const TIMES: [&str; 12] =
    ["0830", "0900", "0930", "1000", "1030", "1100", "1330", "1400", "1430", "1500", "1530", "1600"];

/// A visit to an office whose next bookable Wednesday is full.
async fn full(script: Script) -> Result<(Visit, Vec<Booked>), Trouble> {
    let visit = Visit::begin_with(Plan::default().places(1), Screen::PHONE, script).await?;
    let mut booked = Vec::new();
    for (n, time) in TIMES.iter().enumerate() {
        booked.push(visit.office.book(n + 10, &format!("marriage-20261125-{time}")).await?);
    }
    Ok((visit, booked))
}

async fn join(visit: &Visit) -> Result<(), Trouble> {
    visit.phone.visit("/book/marriage/day").await?;
    visit.choose_day(DAY).await?;
    visit.phone.whole_picture("couple-day-full").await?;
    let told = visit.phone.text(".faults").await?;
    assert!(told.contains("约满了") && told.contains("现场号"), "{told}");
    visit.phone.press("main > a[href*='/wait?']").await?;
    assert_eq!(visit.phone.text("h1").await?, "排候补");
    visit.give_person(FIRST, "370199", PHONE).await?;
    assert!(visit.phone.text("#id-number-fault").await?.contains("位数不对"));
    assert_eq!(visit.phone.value("#name").await?, FIRST);
    visit.phone.whole_picture("couple-wait-refused").await?;
    visit.give_person(FIRST, &his(), PHONE).await
}

async fn whoever_waits_gets_the_place_that_comes_free(script: Script) -> Result<(), Trouble> {
    let (visit, booked) = full(script).await?;
    join(&visit).await?;
    assert_eq!(visit.phone.text("h1").await?, "排上了");
    assert!(visit.phone.text("main").await?.contains("下一个就是您"));
    visit.phone.whole_picture("couple-waiting").await?;
    assert!(!visit.phone.driver.source().await?.contains(&his()), "a full number is in the page");
    visit.phone.visit("/book/marriage/day").await?;
    visit.phone.press(".notice a").await?;

    let booking = visit.office.look(&booked[4]).await?;
    visit.office.registry.cancel_booking(&booking, None).await?;
    visit.phone.visit("/book/marriage/waiting").await?;
    assert_eq!(visit.phone.text("h1").await?, "有位置了");
    visit.phone.whole_picture("couple-wait-offered").await?;
    let shown = visit.phone.text("main").await?;
    assert!(
        shown.contains("11月25日") && shown.contains("10:30–11:00") && shown.contains("11:00"),
        "{shown}"
    );
    visit.phone.press(".bar button").await?;
    assert_eq!(visit.phone.text("h1").await?, "第二位", "the first is known");
    assert!(visit.phone.text(".hold").await?.contains("为您留到 11:00"));
    visit.give_person(SECOND, &hers(), "").await?;
    visit.phone.press(".bar button").await?;
    assert_eq!(visit.phone.text("h1").await?, "约好了");
    assert!(visit.phone.text(".invite").await?.contains("10:30–11:00"));
    assert_eq!((visit.office.standing().await, visit.office.miscounted().await), (12, 0));
    visit.phone.close().await
}

async fn whoever_waits_leaves_the_line(script: Script) -> Result<(), Trouble> {
    let (visit, _) = full(script).await?;
    join(&visit).await?;
    visit.phone.press("form[action*='leave_line'] button").await?;
    assert_eq!(visit.phone.text("h1").await?, "没有在排候补");
    join(&visit).await?;
    assert_eq!(visit.phone.text("h1").await?, "排上了", "and joins it again");
    visit.phone.close().await
}

async fn a_deadline_is_not_waited_for(script: Script) -> Result<(), Trouble> {
    let visit = Visit::begin_with(Plan::default().places(0), Screen::PHONE, script).await?;
    visit.phone.visit("/book/divorce-registration/wait?date=2026-11-25").await?;
    assert_eq!(visit.phone.path().await?, "/book/divorce-registration/day");
    assert!(visit.phone.lacks("a[href*='/wait?']").await);
    assert!(visit.phone.text("main").await?.contains("窗口每天留现场号"));
    visit.phone.close().await
}

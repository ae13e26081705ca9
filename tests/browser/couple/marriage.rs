//! A marriage booked from the first page to its booking; moved, cancelled, undone, found again.

use super::visit::{DAY, FIRST, PHONE, SECOND, Visit, hers, his};
use super::with_and_without_script;
use crate::chromium::Script;
use tests::Trouble;

with_and_without_script![
    a_couple_books_from_the_first_page,
    a_booking_moves_and_its_old_place_is_free_again,
    a_booking_is_cancelled,
    within_ten_minutes_a_booking_is_undone,
    a_second_press_leads_to_the_same_booking,
    each_answer_to_a_press_opens_the_booking,
    a_booking_is_found_again_by_code_and_own_document,
];

async fn a_couple_books_from_the_first_page(script: Script) -> Result<(), Trouble> {
    let visit = Visit::begin(script).await?;
    let phone = &visit.phone;
    phone.visit("/").await?;
    phone.press(".cards a[href='/book/marriage']").await?;
    assert_eq!(phone.text("h1").await?, "来之前看一眼");
    assert_eq!(phone.html("data-mood").await?.as_deref(), Some("joy"));
    phone.press(".bar a").await?;
    assert_eq!(phone.text("h1").await?, "哪一天来？");
    assert_eq!(phone.text(".steps span").await?, "第 1 步，共 5 步");
    visit.choose_day(DAY).await?;
    assert_eq!(phone.text("h1").await?, "几点到？");
    visit.choose_time("marriage", DAY, "0930").await?;
    assert_eq!(phone.text("h1").await?, "第一位");
    assert!(phone.text(".hold").await?.contains("为您留到 09:10"));
    visit.give_person(FIRST, &his(), PHONE).await?;
    assert_eq!(phone.text("h1").await?, "第二位");
    visit.give_person(SECOND, &hers(), "").await?;

    assert_eq!(phone.text("h1").await?, "核对一下");
    let shown = phone.text("main").await?;
    for words in ["11月25日", "星期三 09:30–10:00", FIRST, SECOND, "138****0001", "不发短信"] {
        assert!(shown.contains(words), "{words} is not in\n{shown}");
    }
    assert!(!phone.driver.source().await?.contains(&his()), "a full number is in the page");
    assert!(shown.contains("能不能登记以窗口当面审查为准"));
    phone.press(".bar button").await?;

    assert_eq!(phone.text("h1").await?, "约好了");
    let code = visit.code().await?;
    assert_eq!(phone.path().await?, format!("/b/{code}"));
    assert!(phone.text(".invite").await?.contains("11月25日"));
    assert!(phone.lacks(".main .button:not(.is-text, .is-outline)").await, "nothing is filled");
    assert_eq!(visit.office.standing().await, 1);
    visit.phone.close().await
}

async fn a_booking_moves_and_its_old_place_is_free_again(script: Script) -> Result<(), Trouble> {
    let visit = Visit::begin(script).await?;
    let phone = &visit.phone;
    visit.book("marriage").await?;
    let code = visit.code().await?;
    phone.press(".trio a[href$='/cancel']").await?;
    phone.press(".main a.button").await?;
    assert_eq!(phone.text("h1").await?, "改到什么时间？");
    phone.choose("input[value='2026-11-26']").await?;
    phone.press(".bar button").await?;
    phone.choose("input[value='marriage-20261126-1000']").await?;
    phone.press(".bar button").await?;
    assert_eq!(phone.text("h1").await?, "约好了");
    let card = phone.text(".invite").await?;
    assert!(card.contains("11月26日") && card.contains("10:00–10:30"), "{card}");
    assert_eq!(visit.code().await?, code, "the code on the slip stays good");
    assert_eq!(visit.office.miscounted().await, 0);
    assert_eq!(visit.office.left("marriage-20261125-0900").await, 4);
    visit.phone.close().await
}

async fn a_booking_is_cancelled(script: Script) -> Result<(), Trouble> {
    let visit = Visit::begin(script).await?;
    visit.book("marriage").await?;
    visit.office.at("2026-11-24T09:00:00");
    visit.phone.press(".trio a[href$='/cancel']").await?;
    visit.phone.press("form[action*='cancel'] button").await?;
    assert_eq!(visit.phone.text("h1").await?, "这个预约已取消");
    assert!(visit.phone.text("main").await?.contains("11月25日 星期三"));
    assert_eq!((visit.office.standing().await, visit.office.miscounted().await), (0, 0));
    visit.phone.press("main a.button").await?;
    assert_eq!(visit.phone.text("h1").await?, "哪一天来？", "the way to a new one");
    visit.phone.close().await
}

async fn within_ten_minutes_a_booking_is_undone(script: Script) -> Result<(), Trouble> {
    let visit = Visit::begin(script).await?;
    visit.book("marriage").await?;
    let code = visit.code().await?;
    assert!(visit.phone.text(".undo").await?.contains("09:10"));
    visit.phone.press(".undo button").await?;
    assert_eq!(visit.phone.text("h1").await?, "这个预约已取消");
    let undone = "SELECT COUNT(*) FROM booking_cancellations WHERE reason = 'undone'";
    assert_eq!(visit.office.count(undone).await, 1);

    // Both are free again, and after ten minutes the way to undo is gone.
    visit.book("marriage").await?;
    assert_ne!(visit.code().await?, code);
    visit.office.at("2026-11-23T09:11:00");
    visit.phone.visit(&visit.phone.path().await?).await?;
    assert!(visit.phone.lacks(".undo").await);
    visit.phone.close().await
}

async fn a_second_press_leads_to_the_same_booking(script: Script) -> Result<(), Trouble> {
    let visit = Visit::begin(script).await?;
    visit.up_to_first("marriage").await?;
    visit.give_both().await?;
    visit.phone.touch_twice(".bar button").await?;
    let code = visit.code().await?;
    assert_eq!(visit.office.standing().await, 1);
    visit.phone.visit("/book/marriage/check").await?;
    assert_eq!(visit.phone.path().await?, format!("/b/{code}"), "the way back leads to the booking");
    visit.phone.close().await
}

/// The browser may drop the answer to the first press; the second one's opens the booking as well.
async fn each_answer_to_a_press_opens_the_booking(script: Script) -> Result<(), Trouble> {
    let visit = Visit::begin(script).await?;
    visit.up_to_first("marriage").await?;
    visit.give_both().await?;
    let form = visit.phone.find("form[action*='confirm']").await?;
    let action = form.attr("action").await?.ok_or("a form goes somewhere")?;
    let cookies = visit.cookies().await?;
    let press = async || {
        let request = visit.web.client.post(format!("{}{action}", visit.web.address));
        let request = request.header("Cookie", &cookies).header("Accept", "text/html");
        let request = request.header("Content-Type", "application/x-www-form-urlencoded");
        let answer = request.body("service=marriage").send().await?;
        let leads = answer.headers()["location"].to_str()?.to_owned();
        let set = answer.headers().get_all("set-cookie").iter().map(|set| set.to_str().unwrap_or_default());
        let token = set.filter_map(|set| set.split(';').next()).find(|set| set.starts_with('b'));
        Ok::<_, Trouble>((leads, token.map(str::to_owned)))
    };
    let first = press().await?;
    assert!(first.0.starts_with("/b/") && first.1.is_some(), "{first:?}");
    assert_eq!(press().await?, first, "the second answer leads to the same booking and opens it");
    assert_eq!(visit.office.standing().await, 1);
    visit.phone.close().await
}

async fn a_booking_is_found_again_by_code_and_own_document(script: Script) -> Result<(), Trouble> {
    let visit = Visit::begin(script).await?;
    visit.book("marriage").await?;
    let code = visit.code().await?;
    visit.phone.forget_cookies().await?;
    visit.phone.visit(&format!("/b/{code}")).await?;
    assert_eq!(visit.phone.path().await?, "/b", "the code alone opens nothing");
    for (typed, number, found) in [(&code, hers(), false), (&code, his().to_lowercase(), true)] {
        visit.phone.fill("#code", typed).await?;
        visit.phone.fill("#id-number", &number).await?;
        visit.phone.press(".bar button").await?;
        if !found {
            assert!(visit.phone.text(".faults").await?.contains("对不上"));
        }
    }
    assert_eq!(visit.phone.path().await?, format!("/b/{code}"));
    visit.phone.close().await
}

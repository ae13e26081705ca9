//! What a couple takes along: the slip, the calendar entry, and the link that opens their booking.

use serde_json::json;
use tests::{
    office::Office,
    on_both_engines,
    web::{Web, wanted},
};

on_both_engines![
    the_slip_opens_with_the_token_or_the_pages_cookie_and_with_nothing_else,
    the_calendar_entry_says_where_and_when_and_not_what_for,
    a_link_becomes_a_cookie_and_a_clean_address,
    the_slips_code_is_checked_as_genuine,
];

async fn booked(web: &Web) -> (String, String) {
    let booked = web.book("k", &wanted(1, "marriage-20261125-0900")).await.json;
    let text = |name: &str| booked[name].as_str().expect("a text").to_owned();
    (text("code"), text("manage_token"))
}

async fn the_slip_opens_with_the_token_or_the_pages_cookie_and_with_nothing_else(office: Office) {
    let web = Web::open(&office).await;
    let (code, token) = booked(&web).await;
    let slip = || web.get(&format!("/b/{code}/slip.pdf"));
    let with_token = slip().bearer_auth(&token).send().await.expect("an answer");
    assert_eq!(with_token.status(), 200);
    let header =
        |name: &str| with_token.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
    assert_eq!((header("content-type"), header("cache-control")), ("application/pdf", "no-store"));
    // 预约凭条-20261125.pdf: the same name for every service.
    assert!(header("content-disposition").ends_with("%E9%A2%84%E7%BA%A6%E5%87%AD%E6%9D%A1-20261125.pdf"));
    let by_token = with_token.bytes().await.expect("a paper");
    assert!(by_token.starts_with(b"%PDF-") && by_token.len() < 60_000, "{} bytes", by_token.len());
    let by_cookie =
        slip().header("Cookie", format!("lang=zh; b{code}={token}")).send().await.expect("an answer");
    assert_eq!(by_cookie.status(), 200);

    for wrong in [slip(), slip().bearer_auth("x"), slip().header("Cookie", format!("b00000000={token}"))] {
        assert_eq!(wrong.send().await.expect("an answer").status(), 404);
    }
    let booking = office.registry.open_booking(&code, &token).await.expect("found");
    office.registry.cancel_booking(&booking, None).await.expect("cancelled");
    let cancelled = slip().bearer_auth(&token).send().await.expect("an answer");
    assert_eq!(cancelled.status(), 404, "a slip of what was cancelled would send people here in vain");
}

async fn the_calendar_entry_says_where_and_when_and_not_what_for(office: Office) {
    let web = Web::open(&office).await;
    let (code, token) = booked(&web).await;
    let entry =
        web.get(&format!("/b/{code}/calendar.ics")).bearer_auth(&token).send().await.expect("an answer");
    assert_eq!(entry.headers()["content-type"], "text/calendar; charset=utf-8");
    let text = entry.text().await.expect("text");
    for line in ["SUMMARY:登记处预约\r\n", "DTSTART:20261125T010000Z\r\n", "DTEND:20261125T013000Z\r\n"]
    {
        assert!(text.contains(line), "{line} is missing in {text}");
    }
    assert!(!text.contains("结婚") && !text.contains(&code) && !text.contains(&token));
    assert!(text.split("\r\n").all(|line| line.len() <= 75));
}

async fn a_link_becomes_a_cookie_and_a_clean_address(office: Office) {
    let web = Web::open(&office).await;
    let (code, token) = booked(&web).await;
    let answer = web.get(&format!("/b/{code}?t={token}")).send().await.expect("an answer");
    assert_eq!(
        (answer.status().as_u16(), &answer.headers()["location"]),
        (303, &format!("/b/{code}").parse().expect("a path"))
    );
    let cookie = answer.headers()["set-cookie"].to_str().expect("text");
    assert!(cookie.starts_with(&format!("b{code}={token};")) && cookie.contains("HttpOnly"), "{cookie}");

    let wrong = web.get(&format!("/b/{code}?t=wrong&lang=en")).send().await.expect("an answer");
    assert_eq!(
        (wrong.status().as_u16(), wrong.headers()["location"].to_str().expect("text")),
        (303, &*format!("/b/{code}?lang=en"))
    );
    let cookies = wrong.headers().get_all("set-cookie").iter();
    assert!(cookies.filter_map(|cookie| cookie.to_str().ok()).all(|cookie| !cookie.contains("wrong")));
}

async fn the_slips_code_is_checked_as_genuine(office: Office) {
    let web = Web::open(&office).await;
    let (code, token) = booked(&web).await;
    let booking = office.registry.open_booking(&code, &token).await.expect("found");
    let paper = office.registry.slip_token(&booking);
    let check = async |paper: &str| tests::web::reply(web.get(&format!("/api/v1/verify/{paper}"))).await.json;
    let genuine = json!({"genuine": true, "kind": "booking_slip", "issued": "2026-11-23"});
    assert_eq!(check(&paper).await, genuine);
    assert_eq!(check(&paper[1..]).await, json!({"genuine": false}));
    assert_eq!(check("%20").await, json!({"genuine": false}));
    office.registry.cancel_booking(&booking, None).await.expect("cancelled");
    assert_eq!(check(&paper).await, genuine);
}

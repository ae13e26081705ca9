//! A portal books over JSON.

use registry::staff::Role;
use serde_json::{Value, json};
use tests::{
    divorce::{Application, RECEIPT, her, him},
    office::{Office, Plan},
    on_both_engines,
    web::{Web, reply, wanted},
};

on_both_engines![
    a_portal_books_moves_and_cancels,
    the_same_key_and_body_give_the_same_answer_for_seven_days,
    a_days_reason_is_the_first_that_applies,
    what_is_sold_is_gone_from_availability_at_once with narrow,
    the_divorce_clock_asks_the_national_calendar_alone,
    words_come_in_the_language_that_was_asked_for,
    an_answer_names_nobody,
    under_a_receipt_only_a_lawful_day_is_booked_and_every_refusal_is_alike,
];

const NINE: &str = "marriage-20261125-0900";

fn narrow(plan: Plan) -> Plan {
    plan.places(1)
}

async fn a_portal_books_moves_and_cancels(office: Office) {
    let web = Web::open(&office).await;
    let booked = web.book("k", &wanted(1, NINE)).await;
    assert_eq!(booked.status, 201);
    assert_eq!(
        (&booked.json["date"], &booked.json["start"], &booked.json["end"]),
        (&json!("2026-11-25"), &json!("09:00"), &json!("09:30"))
    );
    let code = booked.json["code"].as_str().expect("a code");
    assert_eq!(booked.json["receipt_pdf"], format!("/b/{code}/slip.pdf"));

    let one = format!("/api/v1/bookings/{code}");
    let token = booked.json["manage_token"].as_str().expect("a token");
    let to = json!({"slot": "marriage-20261126-1000"});
    let moved = reply(web.post(&format!("{one}/move"), &to).bearer_auth(token)).await;
    assert_eq!((moved.status.as_u16(), &moved.json["date"]), (200, &json!("2026-11-26")));
    let again = reply(web.post(&format!("{one}/move"), &to).bearer_auth(token)).await;
    assert_eq!((again.status.as_u16(), &again.json), (200, &moved.json), "where it is already");
    assert_eq!(reply(web.delete(&one).bearer_auth(token)).await.status, 204);
    assert_eq!(reply(web.get(&one).bearer_auth(token)).await.json["state"], "cancelled");
    assert_eq!((office.standing().await, office.miscounted().await), (0, 0));
}

async fn the_same_key_and_body_give_the_same_answer_for_seven_days(office: Office) {
    let web = Web::open(&office).await;
    let body = wanted(1, NINE);
    let first = web.book("k", &body).await;
    assert_eq!(first.status, 201);
    office.at("2026-11-30T08:59:59");
    assert_eq!(web.book("k", &body).await, first, "even after the visit has passed");
    assert_eq!(web.book("k", &wanted(2, NINE)).await.json["problem"], "key_reused");
    assert_eq!(office.standing().await, 1);
    office.at("2026-11-30T09:00:01");
    assert_eq!(
        web.book("k", &body).await.json["problem"],
        "too_late",
        "the key is forgotten, the time has passed"
    );
}

async fn a_days_reason_is_the_first_that_applies(office: Office) {
    let web = Web::open(&office).await;
    let days = async |from: &str, days: u32| {
        let address = format!("/api/v1/offices/370126/availability?service=marriage&from={from}&days={days}");
        reply(web.get(&address)).await.json["days"].clone()
    };
    let first = days("2026-11-22", 9).await;
    let reasons: Vec<_> = first.as_array().expect("days").iter().map(|day| day["reason"].as_str()).collect();
    let (early, weekend) = (Some("too_early"), Some("weekend"));
    assert_eq!(reasons, [early, early, None, None, None, None, weekend, weekend, None]);
    assert_eq!(first[2]["slots"].as_array().expect("slots").len(), 12);
    assert_eq!(days("2026-12-24", 1).await[0]["reason"], "not_released");

    office.at("2026-11-23T15:00:00");
    assert_eq!(days("2026-11-24", 1).await[0]["reason"], "too_late");
    office.at("2026-12-28T09:00:00");
    assert_eq!(days("2027-01-01", 1).await[0]["reason"], "holiday");
}

async fn what_is_sold_is_gone_from_availability_at_once(office: Office) {
    let web = Web::open(&office).await;
    let left = async || {
        let address = "/api/v1/offices/370126/availability?service=marriage&from=2026-11-25&days=1";
        reply(web.get(address)).await.json["days"][0]["slots"][1]["left"].clone()
    };
    assert_eq!(left().await, 1);
    let booked = web.book("k", &wanted(1, NINE)).await;
    assert_eq!(left().await, 0);
    let one = format!("/api/v1/bookings/{}", booked.json["code"].as_str().expect("a code"));
    reply(web.delete(&one).bearer_auth(booked.json["manage_token"].as_str().expect("a token"))).await;
    assert_eq!(left().await, 1);
}

async fn the_divorce_clock_asks_the_national_calendar_alone(office: Office) {
    let web = Web::open(&office).await;
    let dates = async || reply(web.get("/api/v1/divorce-dates?accepted=2026-01-16")).await.json;
    let before = dates().await;
    assert_eq!(
        [&before["cooling_off_last"], &before["issuance_first"], &before["issuance_last"]],
        [&json!("2026-02-24"), &json!("2026-02-25"), &json!("2026-03-26")]
    );
    let supervisor = office.officer(registry::staff::Role::Supervisor).await;
    let closed = registry::OfficeDay::Closed("停电检修".into());
    let day = "2026-12-01".parse().expect("a day");
    office.registry.set_office_day(&supervisor, day, Some(closed)).await.expect("closed");
    assert_eq!(dates().await, before);
    let early = reply(web.get("/api/v1/divorce-dates?accepted=2020-12-31")).await;
    assert_eq!((early.status.as_u16(), &early.json["problem"]), (422, &json!("before_cooling_off")));
}

async fn words_come_in_the_language_that_was_asked_for(office: Office) {
    let web = Web::open(&office).await;
    let detail = async |address: &str, accepts: &str| {
        let answer = reply(web.get(address).header("Accept-Language", accepts)).await;
        answer.json["detail"].as_str().expect("a sentence").to_owned()
    };
    let address = "/api/v1/bookings/12345678";
    assert!(detail(address, "en-GB,en;q=0.8").await.is_ascii());
    assert!(detail(address, "zh-CN").await.contains("请"));
    assert!(detail(address, "de").await.contains("请"));
    assert!(detail("/api/v1/bookings/12345678?lang=en", "zh-CN").await.is_ascii());
}

async fn an_answer_names_nobody(office: Office) {
    let web = Web::open(&office).await;
    let body = wanted(1, NINE);
    let booked = web.book("k", &body).await;
    let one = format!("/api/v1/bookings/{}", booked.json["code"].as_str().expect("a code"));
    let token = booked.json["manage_token"].as_str().expect("a token");
    let shown = reply(web.get(&one).bearer_auth(token)).await.json.to_string();
    let refused = web.book("other", &body).await;
    assert_eq!(refused.json["problem"], "not_bookable");
    let text = format!("{}{shown}{}", booked.json, refused.json);
    for seat in ["a", "b"] {
        for field in ["name", "id_number"] {
            let secret = body[seat][field].as_str().expect("a text");
            assert!(!text.contains(secret), "{seat}.{field}");
        }
    }
    assert!(
        !refused.json.to_string().contains("2026-11-25"),
        "nor the day of the booking that is in the way"
    );
}

/// A withdrawal on a day, `20260224`, under a receipt.
fn withdrawal(day: &str, receipt: &str, (name, number): (&str, String)) -> Value {
    json!({
        "service": "divorce-withdrawal",
        "slot": format!("divorce-withdrawal-{day}-0900"),
        "receipt_no": receipt,
        "a": {"name": name, "id_type": "mainland_id", "id_number": number, "phone": "13800000000"},
    })
}

async fn under_a_receipt_only_a_lawful_day_is_booked_and_every_refusal_is_alike(office: Office) {
    let officer = office.officer(Role::Registrar).await;
    let application = Application::accepted(&office, officer).await;
    office.at("2026-02-10T09:00:00");
    let web = Web::open(&office).await;
    let stranger = ("测试", tests::people::number("19880930", 7));
    let last_day = withdrawal("20260224", RECEIPT, her());
    let mut refused = Vec::new();
    for (key, body) in [
        ("after the last day", withdrawal("20260225", RECEIPT, her())),
        ("another receipt", withdrawal("20260224", "LSL-2026-0002", her())),
        ("another person", withdrawal("20260224", RECEIPT, stranger)),
    ] {
        let reply = web.book(key, &body).await;
        assert_eq!(reply.status, 409, "{key}: {reply:?}");
        refused.push(reply);
    }
    assert!(refused.iter().all(|reply| reply == &refused[0]), "{refused:?}");
    assert_eq!(refused[0].json["problem"], "not_bookable");

    let booked = web.book("k", &last_day).await;
    assert_eq!(booked.status, 201, "{booked:?}");
    application.withdrawn(&office).await;
    assert_eq!(web.book("k", &last_day).await, booked, "the same answer, whatever the other did");

    // Whoever tries a receipt out is stopped without a word; what was booked before is answered all the same.
    for n in 10..21 {
        let stranger = ("测试", tests::people::number("19880930", 2 * n + 1));
        let tried = web.book(&format!("try {n}"), &withdrawal("20260224", RECEIPT, stranger)).await;
        assert_eq!(tried, refused[0], "{n}");
    }
    let mut his = withdrawal("20260224", RECEIPT, him());
    his["slot"] = json!("divorce-withdrawal-20260224-1000");
    assert_eq!(web.book("his", &his).await, refused[0]);
    assert_eq!(web.book("k", &last_day).await, booked, "a repeated request is no try");
    office.at("2026-02-10T09:11:00");
    let later = web.book("his later", &his).await;
    assert_eq!(later.status, 201, "{later:?}");

    let mut marriage = wanted(1, "marriage-20260224-0900");
    marriage["receipt_no"] = json!(RECEIPT);
    let surplus = web.book("m", &marriage).await;
    assert_eq!(
        (surplus.status.as_u16(), &surplus.json["errors"]),
        (422, &json!([{"field": "receipt_no", "code": "unknown_field"}]))
    );
}

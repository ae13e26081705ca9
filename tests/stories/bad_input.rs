//! Every field wrong alone, and things that are no booking at all: a clear answer by the field, nothing stored.

use serde_json::{Value, json};
use tests::{
    office::Office,
    on_both_engines, people,
    web::{Web, reply, wanted},
};

on_both_engines![
    each_field_wrong_alone_is_named_and_nothing_is_stored,
    what_looks_like_a_program_is_a_name_or_is_refused_and_does_nothing,
    only_strict_json_is_read,
    other_ways_in_are_refused_in_plain_words,
    a_name_that_no_font_has_is_stored_as_typed,
];

const NINE: &str = "marriage-20261125-0900";

async fn each_field_wrong_alone_is_named_and_nothing_is_stored(office: Office) {
    let web = Web::open(&office).await;
    let child = people::number("20150101", 2);
    let wrong: [(&str, Value, &str); 27] = [
        ("/service", json!("wedding"), "service"),
        ("/service", json!("reissue-marriage"), "slot"),
        ("/slot", json!(""), "slot"),
        ("/slot", json!("marriage-20261125-0901"), "slot"),
        ("/slot", json!("marriage-20261325-0900"), "slot"),
        ("/slot", json!(["marriage-20261125-0900"]), "slot"),
        ("/a/name", json!(""), "a.name"),
        ("/a/name", json!("李<b>雷"), "a.name"),
        ("/a/name", json!("李".repeat(101)), "a.name"),
        ("/a/name", json!("\u{202e}雷李"), "a.name"),
        ("/a/name", json!(7), "a.name"),
        ("/a/id_type", json!("library_card"), "a.id_type"),
        ("/a/id_type", json!("passport"), "a.nationality"),
        ("/a/id_number", json!(""), "a.id_number"),
        ("/a/id_number", json!("370126199001011234"), "a.id_number"),
        ("/a/id_number", json!("370126900101123"), "a.id_number"),
        ("/a/id_number", json!("x".repeat(10_000)), "a.id_number"),
        ("/a/phone", json!(""), "a.phone"),
        ("/a/phone", json!("84880000"), "a.phone"),
        ("/a/phone", json!("+1 202 555 0100"), "a.phone"),
        ("/a/contact", json!("pigeon"), "a.contact"),
        ("/a/colour", json!("red"), "a.colour"),
        ("/b", Value::Null, "b"),
        ("/b/name", Value::Null, "b.name"),
        ("/b/id_number", json!(child), "b.id_number"),
        ("/b", json!("nobody"), "b"),
        ("/colour", json!("red"), "colour"),
    ];
    for (n, (at, value, field)) in wrong.into_iter().enumerate() {
        let mut body = wanted(1, NINE);
        put(&mut body, at, value.clone());
        let answer = web.book(&format!("k{n}"), &body).await;
        let told = &answer.json["errors"];
        assert_eq!(answer.status, 422, "{at} {value}: {}", answer.json);
        assert!(
            told.as_array().is_some_and(|errors| errors.iter().any(|error| error["field"] == field)),
            "{at} {value}: {told}"
        );
        assert!(answer.json["detail"].as_str().is_some_and(|words| words.chars().count() > 8));
    }
    let mut body = wanted(1, NINE);
    body["b"]["id_number"] = body["a"]["id_number"].clone();
    assert_eq!(web.book("same", &body).await.json["problem"], "invalid");
    assert_eq!(office.count("SELECT COUNT(*) FROM bookings").await, 0);
    assert_eq!(office.count("SELECT COUNT(*) FROM idempotency_keys").await, 0);
    assert_eq!(office.miscounted().await, 0);
    assert_eq!(web.book("k0", &wanted(1, NINE)).await.status, 201, "a refused key is free");
}

/// Sets a member by its pointer, made where it is none.
fn put(body: &mut Value, at: &str, value: Value) {
    let (parent, name) = at.rsplit_once('/').expect("a pointer");
    body.pointer_mut(parent).expect("a parent")[name] = value;
}

async fn what_looks_like_a_program_is_a_name_or_is_refused_and_does_nothing(office: Office) {
    let web = Web::open(&office).await;
    let names = [
        ("Robert'); DROP TABLE bookings;--", 201),
        ("' OR '1'='1", 201),
        ("{{7*7}}${7*7}%s%n", 201),
        ("../../etc/passwd", 201),
        ("<script>alert(1)</script>", 422),
        ("a\u{0}b", 422),
    ];
    for (n, (name, status)) in names.into_iter().enumerate() {
        let mut body = wanted(n, NINE);
        body["slot"] = json!(format!("marriage-2026112{}-0900", 4 + n % 4));
        body["a"]["name"] = json!(name);
        let answer = web.book(name.split('\u{0}').next().unwrap_or("k"), &body).await;
        assert_eq!(answer.status.as_u16(), status, "{name}: {}", answer.json);
        if status == 201 {
            let code = answer.json["code"].as_str().expect("a code");
            let token = answer.json["manage_token"].as_str().expect("a token");
            let booking = office.registry.open_booking(code, token).await.expect("found");
            assert_eq!(booking.a.name.as_str(), name, "stored as typed");
        }
    }
    assert_eq!((office.standing().await, office.miscounted().await), (4, 0));
}

async fn only_strict_json_is_read(office: Office) {
    let web = Web::open(&office).await;
    let sent = |body: &[u8]| {
        let post = web.client.post(format!("{}/api/v1/bookings", web.address));
        reply(
            post.header("Idempotency-Key", "k")
                .header("Content-Type", "application/json")
                .body(body.to_vec()),
        )
    };
    let deep = "[".repeat(20_000);
    for body in [&b""[..], b"null", b"[]", b"7", b"{", b"{\"a\":\"\xc3\x28\"}", b"{} {}", deep.as_bytes()] {
        let answer = sent(body).await;
        assert_eq!(answer.status, 400, "{}", String::from_utf8_lossy(&body[..body.len().min(40)]));
        assert_eq!(answer.json["problem"], "invalid");
    }
    assert_eq!(sent(b"{}").await.status, 422);
    assert_eq!(office.count("SELECT COUNT(*) FROM bookings").await, 0);
}

async fn other_ways_in_are_refused_in_plain_words(office: Office) {
    let web = Web::open(&office).await;
    let wrong_method = reply(web.delete("/api/v1/bookings")).await;
    let nowhere = reply(web.get("/api/v1/nothing")).await;
    let outside = reply(web.get("/api/v2/services").header("Accept", "application/json")).await;
    let elsewhere =
        web.post("/api/v1/bookings", &wanted(1, NINE)).header("Origin", "https://elsewhere.example");
    let cross_site =
        reply(elsewhere.header("Sec-Fetch-Site", "cross-site").header("Idempotency-Key", "k")).await;
    for (answer, status) in [(wrong_method, 405), (nowhere, 404), (outside, 404), (cross_site, 403)] {
        assert_eq!((answer.status.as_u16(), answer.kind.as_str()), (status, "application/problem+json"));
        assert!(answer.json["detail"].as_str().is_some_and(|words| words.chars().count() > 8));
    }
    let english = reply(web.get("/api/v1/nothing?lang=en")).await;
    assert!(english.json["detail"].as_str().is_some_and(str::is_ascii), "{}", english.json);
    let long = "k".repeat(256);
    let answer = web.book(&long, &wanted(1, NINE)).await;
    assert_eq!(
        (answer.status.as_u16(), &answer.json["errors"][0]["field"]),
        (422, &json!("Idempotency-Key"))
    );
    assert_eq!(office.count("SELECT COUNT(*) FROM bookings").await, 0);
}

async fn a_name_that_no_font_has_is_stored_as_typed(office: Office) {
    let web = Web::open(&office).await;
    let name = "谢\u{3134a}桐";
    let mut body = wanted(1, NINE);
    body["a"]["name"] = json!(name);
    let booked = web.book("k", &body).await;
    assert_eq!(booked.status, 201);
    let (code, token) = (booked.json["code"].as_str().expect("a code"), booked.json["manage_token"].as_str());
    let booking = office.registry.open_booking(code, token.expect("a token")).await.expect("found");
    assert_eq!(booking.a.name.as_str(), name);
}

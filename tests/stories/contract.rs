//! Every call of the API answers in the form that its contract, `openapi.json`, promises.

use reqwest::StatusCode;
use serde_json::{Value, json};
use std::{cell::RefCell, collections::BTreeSet};
use tests::{
    office::{Office, Plan},
    on_both_engines,
    web::{Reply, Web, reply, wanted},
};

on_both_engines![every_answer_has_the_form_of_the_contract with narrow];

const NINE: &str = "marriage-20261125-0900";
const TEN: &str = "marriage-20261126-1000";

fn narrow(plan: Plan) -> Plan {
    plan.places(2)
}

/// The contract, and which of its answers have been seen.
struct Contract {
    document: Value,
    seen: RefCell<BTreeSet<(String, String, u16)>>,
}

impl Contract {
    async fn of(web: &Web) -> Self {
        let document = reply(web.get("/api/v1/openapi.json")).await.json;
        assert_eq!(document["openapi"], "3.1.0");
        Self { document, seen: RefCell::default() }
    }

    /// Holds an answer against the schema of its call and status.
    fn hold(&self, method: &str, path: &str, status: u16, reply: &Reply) {
        let call = format!("{method} {path}");
        assert_eq!(reply.status, StatusCode::from_u16(status).expect("a status"), "{call}: {}", reply.json);
        self.seen.borrow_mut().insert((path.into(), method.into(), status));
        let answer = self.resolve(&self.document["paths"][path][method]["responses"][status.to_string()]);
        assert!(answer.is_object(), "{call} may not answer {status}");
        let Some(content) = answer.get("content").and_then(Value::as_object) else {
            assert_eq!(reply.json, Value::Null, "{call} answers {status} without a body");
            return;
        };
        let (kind, media) = content.iter().next().expect("a media type");
        assert_eq!(&reply.kind, kind, "{call} {status}");
        self.validate(&media["schema"], &reply.json, &format!("{call} {status}"));
    }

    fn validate(&self, schema: &Value, instance: &Value, what: &str) {
        let mut schema = schema.clone();
        schema["components"] = self.document["components"].clone();
        let validator = jsonschema::draft202012::new(&schema).expect("a schema");
        let faults: Vec<_> = validator.iter_errors(instance).map(|fault| fault.to_string()).collect();
        assert!(faults.is_empty(), "{what}: {faults:?} in {instance}");
    }

    fn resolve<'a>(&'a self, value: &'a Value) -> &'a Value {
        match value["$ref"].as_str() {
            Some(reference) => self.document.pointer(&reference[1..]).expect("what it refers to"),
            None => value,
        }
    }

    /// Every answer that the contract names was seen, but for those of a store that can't be reached.
    fn complete(&self) {
        let seen = self.seen.borrow();
        for (path, methods) in self.document["paths"].as_object().expect("paths") {
            for (method, call) in methods.as_object().expect("methods") {
                for status in call["responses"].as_object().expect("answers").keys() {
                    let known = (path.clone(), method.clone(), status.parse().expect("a status"));
                    assert!(status == "503" || seen.contains(&known), "{known:?} was not seen");
                }
            }
        }
    }
}

async fn every_answer_has_the_form_of_the_contract(office: Office) {
    let web = Web::open(&office).await;
    let contract = Contract::of(&web).await;
    contract.hold("get", "/openapi.json", 200, &reply(web.get("/api/v1/openapi.json")).await);
    reading(&web, &contract).await;
    let booked = booking(&web, &contract).await;
    managing(&office, &web, &contract, &booked).await;
    contract.complete();
}

async fn reading(web: &Web, contract: &Contract) {
    let calls = [
        ("/services", "/services", 200),
        ("/services", "/services?lang=en", 200),
        ("/offices", "/offices", 200),
        ("/divorce-dates", "/divorce-dates?accepted=2026-01-16", 200),
        ("/divorce-dates", "/divorce-dates?accepted=2026-01-16&lang=en", 200),
        ("/divorce-dates", "/divorce-dates?accepted=2020-12-31", 422),
        ("/divorce-dates", "/divorce-dates?accepted=soon", 422),
        ("/divorce-dates", "/divorce-dates", 422),
        ("/verify/{token}", "/verify/nothing", 200),
    ];
    for (path, address, status) in calls {
        let answer = reply(web.get(&format!("/api/v1{address}"))).await;
        contract.hold("get", path, status, &answer);
    }
    let availability = [
        ("370126/availability?service=marriage&from=2026-11-20&days=62", 200),
        ("370126/availability?service=divorce-application", 200),
        ("370126/availability?service=ceremony", 200),
        ("999999/availability?service=marriage", 404),
        ("370126/availability?service=wedding", 422),
        ("370126/availability", 422),
        ("370126/availability?service=marriage&days=63", 422),
        ("370126/availability?service=marriage&days=0", 422),
        ("370126/availability?service=marriage&from=2026-02-30", 422),
    ];
    for (address, status) in availability {
        let answer = reply(web.get(&format!("/api/v1/offices/{address}"))).await;
        contract.hold("get", "/offices/{office}/availability", status, &answer);
    }
}

/// Books, in every way that is answered differently; gives back the first booking.
async fn booking(web: &Web, contract: &Contract) -> Value {
    let hold = |status, answer: &Reply| contract.hold("post", "/bookings", status, answer);
    let body = wanted(1, NINE);
    let request = &contract.document["paths"]["/bookings"]["post"]["requestBody"]["content"];
    contract.validate(&request["application/json"]["schema"], &body, "the example of a booking");
    let booked = web.book("one", &body).await;
    hold(201, &booked);
    assert_eq!(web.book("one", &body).await, booked);
    hold(422, &web.book("one", &wanted(2, NINE)).await);
    hold(409, &web.book("again", &body).await);
    hold(201, &web.book("two", &wanted(2, NINE)).await);
    hold(409, &web.book("three", &wanted(3, NINE)).await);
    hold(409, &web.book("sunday", &wanted(3, "marriage-20261129-0900")).await);
    hold(409, &web.book("today", &wanted(3, "marriage-20261123-1600")).await);
    hold(409, &web.book("far", &wanted(3, "marriage-20270120-0900")).await);
    hold(422, &web.book("empty", &json!({})).await);
    hold(400, &reply(web.post("/api/v1/bookings", &body)).await);
    let sent = |kind: &'static str, body: Vec<u8>| {
        let post = web.client.post(format!("{}/api/v1/bookings", web.address));
        reply(post.header("Idempotency-Key", "raw").header("Content-Type", kind).body(body))
    };
    hold(400, &sent("application/json", b"{\"slot\":\"\xff\"}".to_vec()).await);
    hold(415, &sent("text/plain", b"{}".to_vec()).await);
    hold(413, &sent("application/json", vec![b' '; 10 << 20]).await);
    booked.json
}

async fn managing(office: &Office, web: &Web, contract: &Contract, booked: &Value) {
    let (code, token) =
        (booked["code"].as_str().expect("a code"), booked["manage_token"].as_str().expect("a token"));
    let one = format!("/api/v1/bookings/{code}");
    let relocate = format!("{one}/move");
    let bearer = |request: reqwest::RequestBuilder| reply(request.bearer_auth(token));
    let (path, moving) = ("/bookings/{code}", "/bookings/{code}/move");

    contract.hold("get", path, 200, &bearer(web.get(&one)).await);
    contract.hold("get", path, 404, &reply(web.get(&one)).await);
    contract.hold("post", moving, 404, &reply(web.post(&relocate, &json!({"slot": TEN}))).await);
    contract.hold("delete", path, 404, &reply(web.delete(&one)).await);

    let moved = bearer(web.post(&relocate, &json!({"slot": TEN}))).await;
    contract.hold("post", moving, 200, &moved);
    assert_eq!((&moved.json["slot"], &moved.json["state"]), (&json!(TEN), &json!("booked")));
    contract.hold("post", moving, 422, &bearer(web.post(&relocate, &json!({"slot": "x"}))).await);
    contract.hold("post", moving, 422, &bearer(web.post(&relocate, &json!({"slot": TEN, "x": 1}))).await);
    contract.hold("post", moving, 422, &bearer(web.post(&relocate, &json!({"slot": 7}))).await);
    let other = json!({"slot": "reissue-marriage-20261126-1000"});
    contract.hold("post", moving, 422, &bearer(web.post(&relocate, &other)).await);
    let raw = |kind: &'static str, body: Vec<u8>| {
        let post = web.client.post(format!("{}{relocate}", web.address));
        bearer(post.header("Content-Type", kind).body(body))
    };
    contract.hold("post", moving, 400, &raw("application/json", b"[]".to_vec()).await);
    contract.hold("post", moving, 415, &raw("text/plain", b"{}".to_vec()).await);
    contract.hold("post", moving, 413, &raw("application/json", vec![b' '; 100_000]).await);
    let filled = web.book("four", &wanted(4, NINE)).await;
    assert_eq!(filled.status, 201, "its place was given back");
    contract.hold("post", moving, 409, &bearer(web.post(&relocate, &json!({"slot": NINE}))).await);

    contract.hold("delete", path, 204, &bearer(web.delete(&one)).await);
    contract.hold("delete", path, 204, &bearer(web.delete(&one)).await);
    contract.hold("get", path, 200, &bearer(web.get(&one)).await);
    contract.hold("post", moving, 410, &bearer(web.post(&relocate, &json!({"slot": NINE}))).await);
    forgotten(office, web, contract).await;
    wrong_tokens(web, contract, code).await;
}

/// The booking of a key that is still known is no longer kept; those who have come can't cancel.
async fn forgotten(office: &Office, web: &Web, contract: &Contract) {
    let body = wanted(5, TEN);
    let booked = web.book("five", &body).await;
    assert_eq!(booked.status, 201);
    let one = format!("/api/v1/bookings/{}", booked.json["code"].as_str().expect("a code"));
    let token = booked.json["manage_token"].as_str().expect("a token").to_owned();
    office.at("2026-11-26T09:50:00");
    let reception = office.officer(registry::staff::Role::Reception).await;
    let code = booked.json["code"].as_str().expect("a code");
    let booking = office.registry.open_booking(code, &token).await.expect("found");
    office.registry.arrive(&booking, true, &reception).await.expect("here");
    contract.hold("delete", "/bookings/{code}", 410, &reply(web.delete(&one).bearer_auth(&token)).await);

    let late = web.book("six", &wanted(6, "marriage-20261127-0900")).await;
    office.at("2026-11-27T09:00:00");
    let six = format!("/api/v1/bookings/{}", late.json["code"].as_str().expect("a code"));
    let token = late.json["manage_token"].as_str().expect("a token");
    contract.hold("delete", "/bookings/{code}", 409, &reply(web.delete(&six).bearer_auth(token)).await);
    office.meddle("DELETE FROM live_bookings").await;
    office.meddle("DELETE FROM booking_persons").await;
    office.meddle("DELETE FROM bookings WHERE date = '2026-11-27'").await;
    contract.hold("post", "/bookings", 410, &web.book("six", &wanted(6, "marriage-20261127-0900")).await);
}

async fn wrong_tokens(web: &Web, contract: &Contract, code: &str) {
    let one = format!("/api/v1/bookings/{code}");
    for _ in 0..10 {
        contract.hold("get", "/bookings/{code}", 404, &reply(web.get(&one).bearer_auth("wrong")).await);
    }
    contract.hold("get", "/bookings/{code}", 429, &reply(web.get(&one).bearer_auth("wrong")).await);
    contract.hold("delete", "/bookings/{code}", 429, &reply(web.delete(&one).bearer_auth("wrong")).await);
    let relocate = web.post(&format!("{one}/move"), &json!({"slot": NINE})).bearer_auth("wrong");
    contract.hold("post", "/bookings/{code}/move", 429, &reply(relocate).await);
}

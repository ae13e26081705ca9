//! Reception books, moves and cancels for somebody who calls.

use registry::{
    Error,
    booking::{Channel, RawParty},
    staff::Role,
};
use tests::{
    divorce::{Application, RECEIPT, her},
    office::Office,
    on_both_engines, people,
    web::Web,
};

on_both_engines![
    reception_books_for_a_caller_with_a_landline,
    reception_books_for_somebody_without_a_phone_and_the_public_can_not,
    reception_books_today_and_after_the_cut_off,
    a_squatted_booking_is_released_with_a_reason,
    a_booking_is_found_by_its_code_and_the_bookers_number,
    a_withdrawal_is_booked_only_under_its_receipt_and_on_a_lawful_day,
];

const NINE: &str = "marriage-20261125-0900";

async fn reception_books_for_a_caller_with_a_landline(office: Office) {
    let reception = office.officer(Role::Reception).await;
    let (a, b) = people::couple(1);
    let a = RawParty { phone: "0531-84880000".into(), ..a };
    let request = office.read_with(NINE, &a, Some(&b), false).expect("readable");
    let booked = office.registry.take(&request, Channel::Reception(&reception)).await.expect("booked");

    let seen = office.registry.booking_by_code(&reception, &booked.code.to_string()).await.expect("found");
    let phone = seen.a.phone.clone().expect("kept");
    assert_eq!((phone.display().as_str(), phone.is_mobile()), ("0531-84880000", false));
    let to = law::booking::SlotId::parse("marriage-20261126-1000").expect("a slot");
    office.registry.move_booking(&seen, to, Some(&reception)).await.expect("moved");
    let seen = office.look(&booked).await.expect("found");
    office.registry.cancel_booking(&seen, Some((&reception, "来电取消"))).await.expect("cancelled");

    let verbs =
        office.registry.audit_entries(&office.officer(Role::Auditor).await, 20).await.expect("entries");
    let verbs: Vec<_> = verbs.iter().rev().map(|entry| entry.verb.as_str()).collect();
    let acts: Vec<_> = verbs.into_iter().filter(|verb| verb.starts_with("booking")).collect();
    assert_eq!(acts, ["booking_made", "booking_moved", "booking_cancelled"]);
}

async fn reception_books_for_somebody_without_a_phone_and_the_public_can_not(office: Office) {
    let reception = office.officer(Role::Reception).await;
    let (a, b) = people::couple(1);
    let a = RawParty { phone: String::new(), ..a };
    let public = office.read(NINE, &a, Some(&b));
    let Err(Error::Invalid(faults)) = public else { panic!("{public:?}") };
    assert_eq!((faults[0].field.as_str(), faults[0].code.as_str()), ("a.phone", "missing"));
    let request = office.read_with(NINE, &a, Some(&b), false).expect("readable");
    office.registry.take(&request, Channel::Reception(&reception)).await.expect("booked");
}

async fn reception_books_today_and_after_the_cut_off(office: Office) {
    let reception = office.officer(Role::Reception).await;
    office.at("2026-11-23T15:30:00");
    for (n, slot) in ["marriage-20261123-1600", "marriage-20261124-0900"].into_iter().enumerate() {
        assert!(matches!(office.book(n, slot).await, Err(Error::TooLate)), "{slot}");
        let request = office.request(n, slot);
        office.registry.take(&request, Channel::Reception(&reception)).await.expect(slot);
    }
    let past = office.request(9, "marriage-20261123-1000");
    let past = office.registry.take(&past, Channel::Reception(&reception)).await;
    assert!(past.is_err(), "nobody books a time that has passed");
}

async fn a_squatted_booking_is_released_with_a_reason(office: Office) {
    let reception = office.officer(Role::Reception).await;
    let booked = office.book(1, NINE).await.expect("booked");
    let booking = office.look(&booked).await.expect("found");
    let without = office.registry.cancel_booking(&booking, Some((&reception, " "))).await;
    assert!(matches!(without, Err(Error::Invalid(_))));
    office
        .registry
        .cancel_booking(&booking, Some((&reception, "持证人说不是本人约的")))
        .await
        .expect("released");
    office.book(1, NINE).await.expect("both are free again");
}

async fn a_booking_is_found_by_its_code_and_the_bookers_number(office: Office) {
    let booked = office.book(1, NINE).await.expect("booked");
    let ((a, b), code) = (people::couple(1), booked.code.to_string());
    let found = office.registry.find_booking(&code, &a.id_number, "here").await.expect("found");
    assert_eq!(found.manage_token, booked.manage_token);
    // One partner's token never comes from the other's number.
    for wrong in [b.id_number.as_str(), "", "370199"] {
        assert!(matches!(office.registry.find_booking(&code, wrong, "there").await, Err(Error::NotFound)));
    }
    for _ in 3..10 {
        let _ = office.registry.find_booking(&code, "x", "there").await;
    }
    let waits = office.registry.find_booking(&code, &a.id_number, "there").await;
    assert!(matches!(waits, Err(Error::TooMany { retry_after: 1..=600 })), "{waits:?}");
}

/// Books by reception's own form, as the browser sends it; gives the page that it leads to.
async fn take_for(web: &Web, session: &str, day: &str, receipt: &str) -> String {
    let slot = format!("divorce-withdrawal-{}-0900", day.replace('-', ""));
    let page = format!("/counter/reception?service=divorce-withdrawal&date={day}&slot={slot}");
    let cookie = format!("hall_staff={session}");
    let html = web.get(&page).header("Cookie", &cookie).send().await.expect("an answer");
    let html = html.text().await.expect("a page");
    let form = html.split("<form").find(|form| form.contains("id=\"take-it\"")).expect("the form");
    let action = form.split("action=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("an address");
    let (name, number) = her();
    let typed = format!(
        "service=divorce-withdrawal&slot={slot}&receipt_no={receipt}&a[name]={name}&a[id_type]=mainland_id&a[id_number]={number}"
    );
    let answer = web
        .client
        .post(format!("{}{action}", web.address))
        .header("Cookie", &cookie)
        .header("Accept", "text/html")
        .header("Content-Type", "application/x-www-form-urlencoded")
        .body(typed)
        .send()
        .await
        .expect("an answer");
    let leads = answer.headers()["location"].to_str().expect("an address").to_owned();
    web.get(&leads).header("Cookie", &cookie).send().await.expect("an answer").text().await.expect("a page")
}

async fn a_withdrawal_is_booked_only_under_its_receipt_and_on_a_lawful_day(office: Office) {
    let registrar = office.officer(Role::Registrar).await;
    Application::accepted(&office, registrar).await;
    office.at("2026-02-10T09:00:00");
    let (_, session) = office.sign_in(Role::Reception).await;
    let web = Web::open(&office).await;
    let without = take_for(&web, &session, "2026-02-24", "").await;
    assert!(without.contains("receipt-no-fault"), "the receipt is asked for");
    let late = take_for(&web, &session, "2026-02-25", RECEIPT).await;
    let other = take_for(&web, &session, "2026-02-24", "LSL-2026-0002").await;
    for refused in [&late, &other] {
        assert!(
            refused.contains("没有约上：回执编号、证件和日子里有对不上的"),
            "one sentence for every cause"
        );
    }
    assert_eq!(office.standing().await, 0);
    let taken = take_for(&web, &session, "2026-02-24", RECEIPT).await;
    assert!(taken.contains("约好了，预约号"));
    assert_eq!(office.standing().await, 1);
}

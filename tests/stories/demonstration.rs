//! `serve --demo` fills only an empty office, and brings it to today each time it starts.

use papers::{Fonts, Press};
use registry::{
    Registry,
    staff::{Officer, Role, SessionState},
};
use server::{
    demo::{self, SIGN_INS},
    office::Opened,
};
use std::sync::Arc;
use tests::{office::Office, on_both_engines};

on_both_engines![
    an_empty_office_is_filled_once_and_brought_to_each_new_day,
    an_office_in_use_is_never_filled,
    on_a_day_of_rest_the_counter_has_visits_too,
];

fn opened(office: &Office) -> Opened {
    Opened { registry: office.registry.clone(), press: Arc::new(Press::new(Fonts::default())), demo: true }
}

async fn an_empty_office_is_filled_once_and_brought_to_each_new_day(office: Office) {
    demo::fill(&opened(&office)).await.expect("filled");
    let (filled, staff) = (office.standing().await, office.count("SELECT COUNT(*) FROM staff").await);
    assert!(filled > 100, "{filled} visits");
    demo::fill(&opened(&office)).await.expect("again");
    assert_eq!((office.standing().await, office.miscounted().await), (filled, 0));

    let reception = officer(&office.registry, Role::Reception).await;
    let today = office.registry.bookings_on(&reception, office.clock.today()).await.expect("a list");
    assert!(today.iter().any(|visit| visit.a.name.as_str() == "谢𬭚桐"));
    assert!(today.iter().any(|visit| visit.both_here == Some(true)), "some are here at nine");

    let acts = office.count("SELECT COUNT(*) FROM acts").await;
    assert!(acts > 4000, "a year of acts for register and figures");

    office.at("2026-12-10T09:00:00");
    demo::fill(&opened(&office)).await.expect("again");
    let reception = officer(&office.registry, Role::Reception).await;
    let today = office.registry.bookings_on(&reception, office.clock.today()).await.expect("a list");
    assert!(today.len() > 5);
    assert_eq!(office.count("SELECT COUNT(*) FROM staff").await, staff);
    assert_eq!(office.miscounted().await, 0);
}

async fn an_office_in_use_is_never_filled(office: Office) {
    office.book(1, "marriage-20261125-0900").await.expect("booked");
    let refused = demo::fill(&opened(&office)).await;
    assert!(refused.is_err_and(|why| why.to_string().contains("in use")));
    assert_eq!(office.count("SELECT COUNT(*) FROM staff").await, 0);
}

async fn on_a_day_of_rest_the_counter_has_visits_too(office: Office) {
    office.at("2026-11-29T22:00:00");
    demo::fill(&opened(&office)).await.expect("filled");
    let reception = officer(&office.registry, Role::Reception).await;
    let today = office.registry.bookings_on(&reception, office.clock.today()).await.expect("a list");
    assert!(!today.is_empty());
    let divorce = today.iter().filter(|visit| visit.service.is_divorce_matter()).count();
    assert_eq!(divorce, 0, "divorce is registered on workdays alone");
}

async fn officer(registry: &Registry, role: Role) -> Officer {
    let sign_in = SIGN_INS.iter().find(|sign_in| sign_in.login == role.as_str()).expect("a sign-in");
    let secret =
        registry.sign_in(sign_in.login, sign_in.password.into(), None, "here").await.expect("signed in");
    match registry.session(secret.as_str()).await.expect("a session") {
        SessionState::Open(officer) | SessionState::Locked(officer) => officer,
    }
}

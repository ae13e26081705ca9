//! Everyone can do only what they must; a screen left alone locks.

use registry::{
    Error, OfficeDay,
    booking::Channel,
    staff::{NewOfficer, Role, SessionState},
};
use tests::{
    office::{Office, PASSWORD},
    on_both_engines,
};

on_both_engines![
    each_role_can_do_only_what_it_must,
    a_screen_left_alone_for_five_minutes_locks_and_only_its_own_password_opens_it,
    five_wrong_passwords_make_the_sixth_wait_even_if_it_is_right,
    who_has_left_or_has_a_new_password_is_signed_out,
    a_session_ends_with_the_day,
    a_registrar_is_added_with_their_own_document_only,
];

async fn each_role_can_do_only_what_it_must(office: Office) {
    let booked = office.book(1, "marriage-20261125-0900").await.expect("booked");
    let (registry, day) = (&office.registry, booked.date);
    for role in Role::ALL {
        let officer = office.officer(role).await;
        let who = role.as_str();
        let serves = matches!(role, Role::Reception | Role::Registrar | Role::Supervisor);
        assert_eq!(registry.bookings_on(&officer, day).await.is_ok(), serves, "{who} sees bookings");
        assert_eq!(
            registry.booking_by_code(&officer, &booked.code.to_string()).await.is_ok(),
            serves,
            "{who} opens a booking"
        );
        let request = office.request(100 + role as usize, "marriage-20261125-1000");
        let books = registry.take(&request, Channel::Reception(&officer)).await;
        assert_eq!(books.is_ok(), serves, "{who} books for a caller");
        let audits = matches!(role, Role::Supervisor | Role::Auditor);
        assert_eq!(registry.audit_entries(&officer, 5).await.is_ok(), audits, "{who} reads the log");
        let hires = role == Role::Administrator;
        assert_eq!(registry.colleagues(Some(&officer)).await.is_ok(), hires, "{who} manages staff");
        let new = NewOfficer {
            login: format!("of-{who}"),
            name: "新人".into(),
            password: PASSWORD.into(),
            roles: vec![Role::Administrator],
            identity: None,
        };
        assert_eq!(registry.add_officer(Some(&officer), new).await.is_ok(), hires, "{who} adds a colleague");
        let closes = matches!(role, Role::Supervisor | Role::Administrator);
        let notice = OfficeDay::Closed("停电检修".into());
        let done = registry.set_office_day(&officer, day, Some(notice)).await;
        assert_eq!(done.is_ok(), closes, "{who} closes a day");
        if closes {
            registry.set_office_day(&officer, day, None).await.expect("taken back");
        }
    }
}

async fn a_screen_left_alone_for_five_minutes_locks_and_only_its_own_password_opens_it(office: Office) {
    let (officer, cookie) = office.sign_in(Role::Reception).await;
    let state = async || office.registry.session(&cookie).await.expect("a session");
    office.at("2026-11-23T09:05:00");
    assert!(matches!(state().await, SessionState::Open(_)));
    office.at("2026-11-23T09:10:01");
    assert!(matches!(state().await, SessionState::Locked(same) if same.id == officer.id));
    office.at("2026-11-23T09:11:00");
    assert!(matches!(state().await, SessionState::Locked(_)), "looking at it does not open it");

    let wrong = office.registry.unlock_session(&cookie, "wrong horse".into(), "here").await;
    assert!(matches!(wrong, Err(Error::SignedOut)));
    office.registry.unlock_session(&cookie, PASSWORD.into(), "here").await.expect("unlocked");
    assert!(matches!(state().await, SessionState::Open(_)));
    office.registry.lock_session(&cookie).await.expect("locked by hand");
    assert!(matches!(state().await, SessionState::Locked(_)));
}

async fn five_wrong_passwords_make_the_sixth_wait_even_if_it_is_right(office: Office) {
    let (officer, _) = office.sign_in(Role::Reception).await;
    let sign_in = async |login: &str, password: &str, from: &str| {
        office.registry.sign_in(login, password.to_owned(), None, from).await.err()
    };
    for _ in 0..5 {
        assert!(matches!(sign_in(&officer.login, "wrong horse", "here").await, Some(Error::SignedOut)));
    }
    assert!(matches!(sign_in(&officer.login, PASSWORD, "here").await, Some(Error::TooMany { .. })));
    assert!(sign_in(&officer.login, PASSWORD, "there").await.is_none(), "others of the house go on");
    assert!(matches!(sign_in("nobody", PASSWORD, "here").await, Some(Error::SignedOut)));
    office.at("2026-11-23T09:10:01");
    assert!(sign_in(&officer.login, PASSWORD, "here").await.is_none());
}

async fn who_has_left_or_has_a_new_password_is_signed_out(office: Office) {
    let administrator = office.officer(Role::Administrator).await;
    let (leaves, cookie) = office.sign_in(Role::Reception).await;
    let own = office.registry.part_with_officer(&administrator, administrator.id, "误点").await;
    assert!(matches!(own, Err(Error::Invalid(_))), "nobody locks themselves out");
    office.registry.part_with_officer(&administrator, leaves.id, "调离").await.expect("gone");
    assert!(matches!(office.registry.session(&cookie).await, Err(Error::SignedOut)));
    let back = office.registry.sign_in(&leaves.login, PASSWORD.into(), None, "here").await;
    assert!(matches!(back, Err(Error::SignedOut)));

    let (stays, cookie) = office.sign_in(Role::Reception).await;
    let new = "another horse".to_owned();
    office.registry.reset_password(Some(&administrator), &stays.login, new.clone()).await.expect("reset");
    assert!(matches!(office.registry.session(&cookie).await, Err(Error::SignedOut)));
    assert!(office.registry.sign_in(&stays.login, PASSWORD.into(), None, "here").await.is_err());
    office.registry.sign_in(&stays.login, new, None, "here").await.expect("with the new one");
}

async fn a_session_ends_with_the_day(office: Office) {
    let (_, cookie) = office.sign_in(Role::Registrar).await;
    office.at("2026-11-23T20:59:59");
    assert!(office.registry.session(&cookie).await.is_ok());
    office.at("2026-11-23T21:00:00");
    assert!(matches!(office.registry.session(&cookie).await, Err(Error::SignedOut)));
}

async fn a_registrar_is_added_with_their_own_document_only(office: Office) {
    let new = |login: &str, password: &str, roles: Vec<Role>| NewOfficer {
        login: login.into(),
        name: "王五".into(),
        password: password.into(),
        roles,
        identity: None,
    };
    for (field, new) in [
        ("identity", new("wang", PASSWORD, vec![Role::Registrar])),
        ("password", new("wang", "short", vec![Role::Reception])),
        ("login", new("王", PASSWORD, vec![Role::Reception])),
        ("roles", new("wang", PASSWORD, vec![])),
    ] {
        let refused = office.registry.add_officer(None, new).await;
        assert!(matches!(&refused, Err(Error::Invalid(faults)) if faults[0].field == field), "{refused:?}");
    }
    assert!(office.registry.colleagues(None).await.expect("listed").is_empty());
}

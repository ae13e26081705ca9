//! A line for a full day: a place that comes free is kept two hours for the next in it, without any job, and nobody else can
//! take it meanwhile.

use law::{Lang, booking::SlotId, service::Service};
use registry::{
    Error,
    booking::{Booked, Channel, Contact, Party, Reading, WaitState},
};
use tests::{
    office::{Office, Plan},
    on_both_engines, people,
};

on_both_engines![
    a_place_that_comes_free_is_kept_for_the_next_in_line_and_for_nobody_else with narrow,
    an_offer_that_runs_out_went_on_to_the_next_when_it_ended_though_nobody_looked with narrow,
    a_hold_that_runs_out_goes_to_whoever_waits with narrow,
    a_kept_place_is_booked_like_any_other with narrow,
    whoever_leaves_gives_the_place_to_the_next with narrow,
    one_live_wait_for_each_person_and_service with narrow,
    at_night_nothing_runs_out with narrow,
    who_waited_is_forgotten_after_the_day with narrow,
    a_day_with_a_free_place_is_not_waited_for with narrow,
    what_has_a_deadline_is_not_waited_for with narrow,
];

const DAY: &str = "2026-11-26";
const TIMES: [&str; 12] =
    ["0830", "0900", "0930", "1000", "1030", "1100", "1330", "1400", "1430", "1500", "1530", "1600"];

fn narrow(plan: Plan) -> Plan {
    plan.places(1)
}

fn slot(time: &str) -> String {
    format!("marriage-20261126-{time}")
}

/// Couples 0 to 11 have the whole day.
async fn full(office: &Office) -> Vec<Booked> {
    let mut booked = Vec::new();
    for (n, time) in TIMES.iter().enumerate() {
        booked.push(office.book(n, &slot(time)).await.expect("booked"));
    }
    booked
}

/// A second after whoever came before.
async fn join(office: &Office, n: usize) -> registry::Result<String> {
    office.clock.set(office.clock.now() + chrono::TimeDelta::seconds(1));
    let (a, _) = people::couple(n);
    let rules = Reading { service: Service::Marriage, today: office.clock.today(), phone_required: true };
    let party = Party::read(&a, "a", rules).expect("a person");
    let day = DAY.parse().expect("a day");
    let joined = office.registry.join_line(Service::Marriage, day, &party, Contact::None, Lang::Zh).await;
    joined.map(|secret| secret.as_str().to_owned())
}

async fn state(office: &Office, secret: &str) -> WaitState {
    office.registry.look_at_line(secret).await.expect("read").expect("a wait").state
}

async fn cancel(office: &Office, booked: &Booked) {
    let booking = office.look(booked).await.expect("found");
    office.registry.cancel_booking(&booking, None).await.expect("cancelled");
}

fn offered(time: &str, until: &str) -> WaitState {
    let slot = SlotId::parse(&slot(time)).expect("a slot");
    WaitState::Offered { slot, until: until.parse().expect("a time") }
}

async fn a_place_that_comes_free_is_kept_for_the_next_in_line_and_for_nobody_else(office: Office) {
    let booked = full(&office).await;
    let (first, second) =
        (join(&office, 20).await.expect("in line"), join(&office, 21).await.expect("in line"));
    assert_eq!(state(&office, &first).await, WaitState::InLine { ahead: 0 });
    assert_eq!(state(&office, &second).await, WaitState::InLine { ahead: 1 });

    cancel(&office, &booked[3]).await;
    let seconds_gone = office.clock.now();
    assert_eq!(office.left(&slot("1000")).await, 0);
    assert!(matches!(office.book(30, &slot("1000")).await, Err(Error::SlotFull { .. })));
    assert!(matches!(state(&office, &first).await, WaitState::Offered { .. }), "{seconds_gone}");
    assert_eq!(state(&office, &second).await, WaitState::InLine { ahead: 0 });
    // A booking that moves away gives its place on as well.
    let booking = office.look(&booked[5]).await.expect("found");
    let elsewhere = SlotId::parse("marriage-20261127-0900").expect("a slot");
    office.registry.move_booking(&booking, elsewhere, None).await.expect("moved");
    assert!(matches!(state(&office, &second).await, WaitState::Offered { .. }));
    assert_eq!(office.miscounted().await, 0);
}

async fn an_offer_that_runs_out_went_on_to_the_next_when_it_ended_though_nobody_looked(office: Office) {
    let booked = full(&office).await;
    let mut line = Vec::new();
    for n in 20..23 {
        line.push(join(&office, n).await.expect("in line"));
    }
    cancel(&office, &booked[3]).await;
    // From nine o'clock and three seconds on: two offers run out while nobody asks for anything.
    office.at("2026-11-23T13:30:00");
    assert_eq!(office.left(&slot("1000")).await, 0, "kept for the third, though nobody has written it down");
    assert!(matches!(office.book(30, &slot("1000")).await, Err(Error::SlotFull { .. })));
    assert_eq!(state(&office, &line[0]).await, WaitState::Missed);
    assert_eq!(state(&office, &line[1]).await, WaitState::Missed);
    assert_eq!(state(&office, &line[2]).await, offered("1000", "2026-11-23T15:00:03"));
    // After the last of the line it is everybody's.
    office.at("2026-11-23T15:00:03");
    assert_eq!(office.left(&slot("1000")).await, 1);
    office.book(30, &slot("1000")).await.expect("sold");
    assert_eq!(state(&office, &line[2]).await, WaitState::Missed);
    assert_eq!((office.standing().await, office.miscounted().await), (12, 0));
}

async fn a_hold_that_runs_out_goes_to_whoever_waits(office: Office) {
    for (n, time) in TIMES.iter().enumerate().skip(1) {
        office.book(n, &slot(time)).await.expect("booked");
    }
    office.registry.hold("somebody", SlotId::parse(&slot("0830")).expect("a slot")).await.expect("held");
    let waits = join(&office, 20).await.expect("in line");
    office.at("2026-11-23T09:30:00");
    assert_eq!(office.left(&slot("0830")).await, 0);
    assert!(matches!(office.book(30, &slot("0830")).await, Err(Error::SlotFull { .. })));
    assert_eq!(state(&office, &waits).await, offered("0830", "2026-11-23T11:10:00"), "from when it ran out");
    assert_eq!(office.miscounted().await, 0);
}

async fn a_kept_place_is_booked_like_any_other(office: Office) {
    let booked = full(&office).await;
    let waits = join(&office, 20).await.expect("in line");
    cancel(&office, &booked[3]).await;
    let request = office.request(20, &slot("1000"));
    let taken = office.registry.take(&request, Channel::Web { draft: &waits }).await.expect("booked");
    assert_eq!(taken.start.to_string(), "10:00:00");
    assert_eq!(state(&office, &waits).await, WaitState::Taken);
    let again = office.registry.take(&request, Channel::Web { draft: &waits }).await.expect("the same");
    assert_eq!(again.code, taken.code);
    assert_eq!((office.standing().await, office.miscounted().await), (12, 0));
    assert_eq!(office.count("SELECT COUNT(*) FROM live_waits").await, 0);
}

async fn whoever_leaves_gives_the_place_to_the_next(office: Office) {
    let booked = full(&office).await;
    let (first, second) =
        (join(&office, 20).await.expect("in line"), join(&office, 21).await.expect("in line"));
    cancel(&office, &booked[3]).await;
    office.registry.leave_line(&first).await.expect("left");
    office.registry.leave_line(&first).await.expect("twice does no harm");
    assert_eq!(state(&office, &first).await, WaitState::Left);
    assert!(matches!(state(&office, &second).await, WaitState::Offered { .. }));
    office.registry.leave_line(&second).await.expect("left");
    assert_eq!(office.left(&slot("1000")).await, 1, "nobody waits any more");
    assert_eq!(office.miscounted().await, 0);
    join(&office, 20).await.expect("whoever left may come again");
}

async fn one_live_wait_for_each_person_and_service(office: Office) {
    full(&office).await;
    join(&office, 20).await.expect("in line");
    assert!(matches!(join(&office, 20).await, Err(Error::NotBookable)));
    assert_eq!(office.count("SELECT COUNT(*) FROM waits").await, 1, "a refused one leaves nothing behind");
}

async fn at_night_nothing_runs_out(office: Office) {
    let booked = full(&office).await;
    let waits = join(&office, 20).await.expect("in line");
    office.at("2026-11-23T20:30:00");
    cancel(&office, &booked[3]).await;
    office.at("2026-11-24T09:59:59");
    assert_eq!(state(&office, &waits).await, offered("1000", "2026-11-24T10:00:00"));
}

async fn who_waited_is_forgotten_after_the_day(office: Office) {
    let booked = full(&office).await;
    let waits = join(&office, 20).await.expect("in line");
    cancel(&office, &booked[3]).await;
    office.at("2026-11-26T03:00:00");
    assert_eq!(state(&office, &waits).await, WaitState::Closed);
    assert_eq!(office.registry.forget_old_waits().await.expect("forgotten"), 0, "not on the day itself");
    office.at("2026-11-27T03:00:00");
    assert_eq!(office.registry.forget_old_waits().await.expect("forgotten"), 1);
    assert!(office.registry.look_at_line(&waits).await.expect("read").is_none());
    for table in ["SELECT COUNT(*) FROM wait_offers", "SELECT COUNT(*) FROM live_waits"] {
        assert_eq!(office.count(table).await, 0, "{table}");
    }
}

async fn a_day_with_a_free_place_is_not_waited_for(office: Office) {
    let booked = full(&office).await;
    cancel(&office, &booked[7]).await;
    let waits = join(&office, 20).await.expect("in line");
    assert!(matches!(state(&office, &waits).await, WaitState::Offered { .. }), "kept at once");
    assert_eq!((office.left(&slot("1400")).await, office.miscounted().await), (0, 0));
}

async fn what_has_a_deadline_is_not_waited_for(office: Office) {
    let (a, _) = people::couple(1);
    for service in [Service::DivorceRegistration, Service::DivorceWithdrawal] {
        let rules = Reading { service, today: office.clock.today(), phone_required: true };
        let party = Party::read(&a, "a", rules).expect("a person");
        let day = DAY.parse().expect("a day");
        let refused = office.registry.join_line(service, day, &party, Contact::None, Lang::Zh).await;
        assert!(matches!(refused, Err(Error::Invalid(_))), "{service}");
    }
}

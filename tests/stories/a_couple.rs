//! A couple books, moves, cancels, undoes.

use registry::Error;
use tests::{
    office::{MORNING, Office, Plan},
    on_both_engines, people,
};

on_both_engines![
    a_couple_books_moves_and_cancels,
    within_ten_minutes_a_booking_is_undone_and_both_are_free_again,
    the_old_place_is_kept_where_the_new_one_is_full with narrow,
    nobody_moves_a_visit_that_has_passed_or_was_cancelled,
    age_counts_on_the_day_of_the_visit,
    a_wrong_token_finds_nothing,
];

const NINE: &str = "marriage-20261125-0900";
const TEN: &str = "marriage-20261126-1000";

fn narrow(plan: Plan) -> Plan {
    plan.places(1)
}

async fn a_couple_books_moves_and_cancels(office: Office) {
    let booked = office.book(1, NINE).await.expect("booked");
    assert_eq!((booked.date.to_string(), booked.start.to_string()), ("2026-11-25".into(), "09:00:00".into()));
    let before = office.left(NINE).await;

    let booking = office.look(&booked).await.expect("found");
    let to = law::booking::SlotId::parse(TEN).expect("a slot");
    office.registry.move_booking(&booking, to, None).await.expect("moved");
    assert_eq!(office.left(NINE).await, before + 1);
    assert_eq!(office.look(&booked).await.expect("found").slot, to);

    office.at("2026-11-24T09:00:00");
    let booking = office.look(&booked).await.expect("found");
    office.registry.cancel_booking(&booking, None).await.expect("cancelled");
    office.registry.cancel_booking(&booking, None).await.expect("twice does no harm");
    assert!(office.look(&booked).await.expect("still shown").cancelled_at.is_some());
    assert_eq!((office.standing().await, office.miscounted().await), (0, 0));
    assert_eq!(office.count("SELECT COUNT(*) FROM booking_moves").await, 1);
}

async fn within_ten_minutes_a_booking_is_undone_and_both_are_free_again(office: Office) {
    let booked = office.book(1, NINE).await.expect("booked");
    office.at("2026-11-23T09:10:00");
    let booking = office.look(&booked).await.expect("found");
    office.registry.cancel_booking(&booking, None).await.expect("undone");
    let undone = "SELECT COUNT(*) FROM booking_cancellations WHERE reason = 'undone'";
    assert_eq!(office.count(undone).await, 1);

    let again = office.book(1, NINE).await.expect("free again");
    office.at("2026-11-23T09:21:00");
    let booking = office.look(&again).await.expect("found");
    office.registry.cancel_booking(&booking, None).await.expect("cancelled");
    assert_eq!(office.count(undone).await, 1, "after ten minutes it is a cancellation");
}

async fn the_old_place_is_kept_where_the_new_one_is_full(office: Office) {
    let booked = office.book(1, NINE).await.expect("booked");
    office.book(2, TEN).await.expect("booked");
    let booking = office.look(&booked).await.expect("found");
    let to = law::booking::SlotId::parse(TEN).expect("a slot");
    let refused = office.registry.move_booking(&booking, to, None).await;
    assert!(
        matches!(refused, Err(Error::SlotFull { ref alternatives }) if alternatives.len() == 5),
        "{refused:?}"
    );
    assert_eq!(office.look(&booked).await.expect("found").slot.to_string(), NINE);
    assert_eq!(office.miscounted().await, 0);
}

async fn nobody_moves_a_visit_that_has_passed_or_was_cancelled(office: Office) {
    let (cancelled, passed) =
        (office.book(1, NINE).await.expect("booked"), office.book(2, NINE).await.expect("booked"));
    let to = law::booking::SlotId::parse("marriage-20261127-1000").expect("a slot");
    let booking = office.look(&cancelled).await.expect("found");
    office.registry.cancel_booking(&booking, None).await.expect("cancelled");
    let booking = office.look(&cancelled).await.expect("found");
    assert!(matches!(office.registry.move_booking(&booking, to, None).await, Err(Error::Gone)));

    office.at("2026-11-25T09:00:00");
    let booking = office.look(&passed).await.expect("found");
    assert!(matches!(office.registry.move_booking(&booking, to, None).await, Err(Error::TooLate)));
    assert!(matches!(office.registry.cancel_booking(&booking, None).await, Err(Error::TooLate)));
}

async fn age_counts_on_the_day_of_the_visit(office: Office) {
    // He is 22 on the 26th: too young for the 25th, of age for the 26th.
    let (_, b) = people::couple(1);
    let a = people::person("李雷", &people::number("20041126", 1), "13800000000");
    let early = office.read(NINE, &a, Some(&b)).expect("readable");
    let channel = || registry::booking::Channel::Api(None);
    let refused = office.registry.take(&early, channel()).await;
    assert!(
        matches!(&refused, Err(Error::Invalid(faults)) if faults[0].field == "a.id_number" && faults[0].code.contains("age")),
        "{refused:?}"
    );
    let request = office.read(TEN, &a, Some(&b)).expect("readable");
    let booked = office.registry.take(&request, channel()).await.expect("of age that day");

    let booking = office.look(&booked).await.expect("found");
    let back = office.registry.move_booking(&booking, early.slot, None).await;
    assert!(matches!(back, Err(Error::Invalid(_))), "{back:?}");
}

async fn a_wrong_token_finds_nothing(office: Office) {
    let (one, other) =
        (office.book(1, NINE).await.expect("booked"), office.book(2, NINE).await.expect("booked"));
    let open = async |code: &str, token: &str| office.registry.open_booking(code, token).await.err();
    let code = one.code.to_string();
    for token in ["", "x", &other.manage_token, &one.manage_token[1..]] {
        assert!(matches!(open(&code, token).await, Some(Error::NotFound)), "{token}");
    }
    for code in ["", "00000001", "12345678", "four"] {
        assert!(matches!(open(code, &one.manage_token).await, Some(Error::NotFound)), "{code}");
    }
    assert!(open(&code, &one.manage_token).await.is_none());
    assert_eq!(office.clock.local().to_string().replace(' ', "T"), MORNING);
}

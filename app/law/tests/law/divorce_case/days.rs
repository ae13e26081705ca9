//! What each day allows: the two periods, their last days, days of rest, dates that move or were typed.

use law::Lang;
use law::calendar::Calendar;
use law::divorce_case::{
    ApplicationDates, DatesFault, DivorceEvent, DivorceMove, End, MoveFault, MoveReason, Reached,
    ReceiptBrought, ReceiptFault, ReceiptNo, Refusal, SheetWords, Standing, Ticket, When, apply, legal_moves,
    may,
};
use law::divorce_clock::{RestDayPolicy, clock};
use law::eligibility::Party;

use crate::dates::d;

use super::{
    after, dates, fault, receipt, registered, review_begun, review_on, today, way_to_accepted, withdrawn,
};

#[test]
fn either_one_alone_withdraws_from_the_day_of_acceptance_to_the_last_of_the_thirty() {
    let state = after(&way_to_accepted());
    for by in [Party::First, Party::Second] {
        for on in ["2026-01-16", "2026-02-15", "2026-02-24"] {
            let ended = apply(&state, &withdrawn(by, on)).unwrap();
            assert_eq!(ended.end(), Some(End::Withdrawn { by, on: d(on) }));
            assert_eq!(fault(&ended, &withdrawn(by, on)).fault, MoveFault::AlreadyWithdrawn);
        }
    }
    for (on, why) in [
        ("2026-01-15", MoveFault::BeforeAcceptance),
        ("2026-02-25", MoveFault::TooLateToWithdraw),
        ("2026-03-26", MoveFault::TooLateToWithdraw),
        ("2026-03-27", MoveFault::Lapsed),
    ] {
        assert_eq!(fault(&state, &withdrawn(Party::First, on)).fault, why, "{on}");
    }
}

#[test]
fn the_window_opens_the_day_after_the_last_and_both_ends_are_in_it() {
    let state = after(&way_to_accepted());
    for on in ["2026-02-25", "2026-03-26"] {
        assert!(apply(&state, &review_begun(on)).is_ok(), "{on}");
    }
    let early = fault(&state, &review_begun("2026-02-24"));
    assert_eq!(early, Refusal::on(MoveFault::TooEarly, d("2026-02-25")));
    let words = early.words(d("2026-02-24"), Lang::Zh);
    assert!(words.contains("第二天起") && words.ends_with("最早2月25日 星期三"), "{words}");
    assert!(early.words(d("2025-12-31"), Lang::En).ends_with("Wed 25 February 2026 at the earliest"));
    assert_eq!(fault(&state, &review_begun("2026-03-27")).fault, MoveFault::Lapsed);
}

#[test]
fn a_lapse_is_no_event_but_follows_from_the_day() {
    let state = after(&way_to_accepted());
    assert_eq!(state.standing(d("2026-02-24")), Standing::CoolingOff);
    assert_eq!(state.standing(d("2026-02-25")), Standing::Issuance);
    assert_eq!(state.standing(d("2026-03-26")), Standing::Issuance);
    assert_eq!(state.standing(d("2026-03-27")), Standing::Lapsed { since: d("2026-03-27") });
    let moves = legal_moves(&state, today("2026-03-27"));
    assert!(!moves.contains(&DivorceMove::Withdraw) && !moves.contains(&DivorceMove::BeginReview));
    // Registered in time it never lapses, even with the booklets still on the table.
    let mut way = way_to_accepted();
    way.extend(review_on("2026-03-26"));
    way.push(registered("2026-03-26"));
    assert_eq!(after(&way).standing(d("2026-03-27")), Standing::Registered);
}

#[test]
fn on_a_last_day_the_office_closes_and_a_ticket_taken_in_time_keeps_the_day() {
    let state = after(&way_to_accepted());
    let closed = |day: &str| When { closed: true, ..today(day) };
    assert_eq!(
        may(&state, DivorceMove::Withdraw, closed("2026-02-24")).unwrap_err().fault,
        MoveFault::AfterClosing
    );
    assert!(may(&state, DivorceMove::Withdraw, closed("2026-02-23")).is_ok());
    let review = may(&state, DivorceMove::BeginReview, closed("2026-03-26"));
    assert_eq!(review.unwrap_err().fault, MoveFault::AfterClosing);
    let with = |on: &str, taken: &str, reason: &str| DivorceEvent::Withdrawn {
        by: Party::First,
        on: d(on),
        receipt: ReceiptBrought::Explained,
        ticket: Some(Ticket { taken_at: taken.parse().unwrap(), reason: reason.into() }),
    };
    assert!(apply(&state, &with("2026-02-24", "2026-02-24T16:55:00", "排队")).is_ok());
    let other_day = with("2026-02-20", "2026-02-20T16:55:00", "排队");
    assert_eq!(fault(&state, &other_day).fault, MoveFault::TicketNotInTime);
    let mismatch = with("2026-02-24", "2026-02-23T16:55:00", "排队");
    assert_eq!(fault(&state, &mismatch).fault, MoveFault::TicketNotInTime);
    let silent = with("2026-02-24", "2026-02-24T16:55:00", " ");
    assert_eq!(fault(&state, &silent).fault, MoveFault::ReasonMissing);
}

#[test]
fn on_a_rest_day_nothing_is_registered_and_the_next_day_is_told() {
    let state = after(&way_to_accepted());
    let rest = |day: &str, opens: &str| When { opens: Some(d(opens)), ..today(day) };
    let refused = may(&state, DivorceMove::BeginReview, rest("2026-03-07", "2026-03-09")).unwrap_err();
    assert_eq!(refused, Refusal::on(MoveFault::RestDay, d("2026-03-09")));
    // Withdrawal is a right of each day up to the last.
    assert!(may(&state, DivorceMove::Withdraw, rest("2026-02-21", "2026-02-24")).is_ok());
}

#[test]
fn a_review_of_another_day_begins_anew() {
    let mut way = way_to_accepted();
    way.extend(review_on("2026-03-02"));
    let state = after(&way);
    assert_eq!(fault(&state, &registered("2026-03-03")).fault, MoveFault::ReviewAnotherDay);
    let again = apply(&state, &review_begun("2026-03-03")).unwrap();
    assert!(!again.review().unwrap().both_questioned());
    assert_eq!(again.reached(), Reached::UnderReview);
}

#[test]
fn dates_move_for_open_applications_and_every_law_of_the_day_moves_with_them() {
    let later = ApplicationDates::typed(d("2026-01-16"), d("2026-02-26"), d("2026-03-30")).unwrap();
    let moved = DivorceEvent::DatesMoved { dates: later, why: MoveReason::Calendar };
    let state = apply(&after(&way_to_accepted()), &moved).unwrap();
    assert!(apply(&state, &withdrawn(Party::First, "2026-02-26")).is_ok());
    assert_eq!(fault(&state, &review_begun("2026-02-26")).fault, MoveFault::TooEarly);
    assert!(apply(&state, &review_begun("2026-03-30")).is_ok());
    assert_eq!(fault(&state, &moved).fault, MoveFault::AlreadyDone);
    let ended = apply(&state, &withdrawn(Party::First, "2026-02-26")).unwrap();
    assert_eq!(fault(&ended, &moved).fault, MoveFault::CaseEnded);
}

#[test]
fn typed_dates_are_refused_only_where_they_cut_short_and_far_ones_ask_for_a_supervisor() {
    let typed = |c: &str, i: &str| ApplicationDates::typed(d("2026-01-16"), d(c), d(i));
    assert!(typed("2026-02-15", "2026-03-17").is_ok());
    assert_eq!(typed("2026-02-14", "2026-03-17"), Err(DatesFault::CoolingOffTooShort));
    assert_eq!(typed("2026-02-15", "2026-03-16"), Err(DatesFault::IssuanceTooShort));
    assert_eq!(typed("2026-01-16", "2026-03-16"), Err(DatesFault::BadOrder));
    assert_eq!(typed("2026-02-20", "2026-02-20"), Err(DatesFault::BadOrder));
    let far = |c: &str, i: &str| typed(c, i).unwrap().difference(&dates()).needs_supervisor();
    assert!(!far("2026-03-11", "2026-04-10") && far("2026-03-12", "2026-04-11"));
    assert!(dates().difference(&dates()).is_none());
}

#[test]
fn a_receipts_number_is_put_right_as_typed_and_holds_a_digit() {
    assert_eq!(ReceiptNo::parse(" lsl－2026—0001 ").unwrap(), receipt());
    assert_eq!(ReceiptNo::parse("商离受〔2026〕12号").unwrap().as_str(), "商离受〔2026〕12号");
    assert_eq!(ReceiptNo::parse("  "), Err(ReceiptFault::Missing));
    assert_eq!(ReceiptNo::parse("没有号"), Err(ReceiptFault::BadForm));
    assert_eq!(ReceiptNo::parse(&"1".repeat(41)), Err(ReceiptFault::BadForm));
}

#[test]
fn the_sheets_reasons_are_short_and_silent_where_the_receipt_counts_otherwise() {
    let ours = clock(d("2026-01-16"), &Calendar::embedded(), RestDayPolicy::default()).unwrap();
    let words = SheetWords::new(&dates(), &ours, Some(d("2026-02-25")), d("2026-01-16"));
    assert_eq!(words.why_thirty_last, "第 30 天是2月15日 星期日，春节放假到2月23日，顺延。");
    assert_eq!((words.why_window_first.as_str(), words.why_window_last.as_str()), ("", ""));
    let typed = ApplicationDates::typed(d("2026-01-16"), d("2026-02-15"), d("2026-03-17")).unwrap();
    assert_eq!(SheetWords::new(&typed, &ours, Some(d("2026-02-16")), d("2026-01-16")), SheetWords::default());
    // Accepted on 31 March the window opens on Labour Day and ends on a Saturday.
    let ours = clock(d("2026-03-31"), &Calendar::embedded(), RestDayPolicy::default()).unwrap();
    let words = SheetWords::new(&(&ours).into(), &ours, Some(d("2026-05-06")), d("2026-03-31"));
    assert_eq!(words.why_window_first, "这天不上班，最早5月6日 星期三可以办。");
    assert_eq!(words.why_window_last, "第 30 天是5月30日 星期六，周末，顺延。");
}

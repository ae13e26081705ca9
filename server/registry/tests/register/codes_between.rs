//! The codes that concern more than one row: who is married, which case is open, what rests on what.

use crate::codes::{acts_refused, look, on, refused, spoilt, taken};
use crate::hall::{Hall, day};
use crate::lines::{adult, application, lines, marriage, registration, with, withdrawal};
use crate::made_up::{Act, Human};
use chrono::Days;

#[tokio::test]
async fn who_is_married_by_the_register_can_not_marry_another() {
    let (a, b) = adult(1);
    let (_, other) = adult(2);
    let first = marriage("M1", on(5, 20), (a.clone(), b.clone()));
    let second = marriage("M2", on(6, 20), (a.clone(), other.clone()));
    acts_refused(&[first.clone(), second.clone()], &["line 3 column a_id already_married"]).await;
    // The order of rows makes no difference: the later marriage is the one too many.
    acts_refused(&[second, first.clone()], &["line 2 column a_id already_married"]).await;
    let again = marriage("M2", on(6, 20), (a.clone(), b.clone()));
    acts_refused(&[first.clone(), again], &["line 3 column a_id already_married"]).await;
    let same_day = Human { prior: "divorced", ..a.clone() };
    let at_once = marriage("M2", on(5, 20), (same_day, other));
    let hall = Hall::on_sqlite(day(2026, 11, 23)).await;
    let imported = look(&hall, lines(&[first.line(), at_once.line()])).await;
    assert_eq!(imported.bad, 1, "{:?}", imported.problems);
    hall.clear();
    spoilt("b_prior", "married", "line 2 column b_prior already_married").await;
}

#[tokio::test]
async fn who_was_divorced_or_widowed_since_can_marry_again() {
    let (a, b) = adult(1);
    let (_, other) = adult(2);
    let again = |prior| Human { prior, ..a.clone() };
    let first = marriage("M1", on(1, 2), (a.clone(), b.clone()));
    let (applied, divorced) =
        (application("D1", on(2, 1), (a.clone(), b.clone())), registration("D1", on(3, 5)));
    let second = marriage("M2", on(3, 5), (again("divorced"), other.clone()));
    taken(&[first.clone(), applied.clone(), divorced.clone(), second.clone()]).await;
    taken(&[second, divorced, first.clone(), applied]).await;
    // By court, at another office, by death: not in this register, and possible.
    taken(&[first.clone(), marriage("M2", on(8, 1), (again("widowed"), other.clone()))]).await;
    taken(&[first.clone(), marriage("M2", on(8, 1), (again("divorced"), other.clone()))]).await;
    let restored = Act {
        restored: "yes",
        ..marriage("M2", on(8, 1), (again("divorced"), Human { prior: "divorced", ..b }))
    };
    taken(&[first, restored]).await;
}

#[tokio::test]
async fn whose_divorce_is_still_under_way_is_married() {
    let (a, b) = adult(1);
    let (_, other) = adult(2);
    let applied = application("D1", on(2, 1), (a.clone(), b));
    let wedding = |date| marriage("M2", date, (Human { prior: "divorced", ..a.clone() }, other.clone()));
    acts_refused(&[applied.clone(), wedding(on(3, 1))], &["line 3 column a_id already_married"]).await;
    // Lapsed here, divorced elsewhere.
    taken(&[applied, wedding(on(9, 1))]).await;
}

#[tokio::test]
async fn a_ref_opens_one_case() {
    let first = marriage("X1", on(5, 20), adult(1));
    let second = marriage("X1", on(5, 21), adult(2));
    acts_refused(&[first.clone(), second.clone()], &["line 3 column ref ref_used"]).await;
    acts_refused(&[second, first.clone()], &["line 2 column ref ref_used"]).await;
    acts_refused(&[first.clone(), application("X1", on(6, 1), adult(3))], &["line 3 column ref ref_used"])
        .await;
    acts_refused(&[first.clone(), first], &["line 3 column ref ref_used"]).await;
}

#[tokio::test]
async fn an_ending_needs_its_application() {
    acts_refused(&[registration("D9", on(5, 20))], &["line 2 column ref unknown_case"]).await;
    let wedding = marriage("M1", on(1, 2), adult(1));
    acts_refused(&[wedding, registration("M1", on(5, 20))], &["line 3 column ref unknown_case"]).await;
    // An ending may name its persons; then they must be those of the application.
    let applied = application("D1", on(2, 1), adult(1));
    let (a, b) = adult(1);
    let named = Act { a: Some(a), b: Some(b), ..registration("D1", on(3, 5)) };
    taken(&[applied.clone(), named.clone()]).await;
    let others = Act { a: Some(adult(2).0), ..named };
    acts_refused(&[applied, others], &["line 3 column a_id unknown_case"]).await;
}

#[tokio::test]
async fn a_case_ends_once() {
    let applied = application("D1", on(2, 1), adult(1));
    let (withdrawn, divorced) = (withdrawal("D1", on(2, 20)), registration("D1", on(3, 5)));
    let problem = ["line 4 column ref case_ended"];
    acts_refused(&[applied.clone(), withdrawn.clone(), divorced.clone()], &problem).await;
    acts_refused(&[applied.clone(), withdrawn.clone(), withdrawn.clone()], &problem).await;
    acts_refused(&[divorced, applied, withdrawn], &["line 2 column ref case_ended"]).await;
}

#[tokio::test]
async fn one_application_of_two_persons_is_open_at_a_time() {
    let (a, b) = adult(1);
    let first = application("D1", on(2, 1), (a.clone(), b.clone()));
    let second = |date| application("D2", date, (a.clone(), b.clone()));
    acts_refused(&[first.clone(), second(on(3, 1))], &["line 3 column a_id already_open"]).await;
    // Accepted 2024-02-01: cooling-off until 03-04, window until 04-03, lapsed on 04-04.
    acts_refused(&[first.clone(), second(on(4, 3))], &["line 3 column a_id already_open"]).await;
    taken(&[first.clone(), second(on(4, 4))]).await;
    taken(&[first.clone(), withdrawal("D1", on(2, 20)), second(on(2, 20))]).await;
    // Withdrawn on the day of acceptance, and asked for again.
    taken(&[second(on(2, 1)), first.clone(), withdrawal("D1", on(2, 1))]).await;
    let (_, other) = adult(2);
    taken(&[first, application("D2", on(2, 2), (a, other))]).await;
}

#[tokio::test]
async fn the_windows_of_withdrawal_and_registration_hold_to_the_day() {
    // 2024-02-01: day 30 is Saturday 03-02, so cooling-off ends on Monday 03-04; day 30 after it is 04-03.
    let applied = application("D1", on(2, 1), adult(1));
    let (cooling, last) = (on(3, 4), on(4, 3));
    let case = |ending: Act| [applied.clone(), ending];
    let too_early = ["line 3 column date too_early"];
    let too_late = ["line 3 column date too_late"];
    acts_refused(&case(withdrawal("D1", on(1, 31))), &too_early).await;
    taken(&case(withdrawal("D1", on(2, 1)))).await;
    taken(&case(withdrawal("D1", cooling))).await;
    acts_refused(&case(withdrawal("D1", cooling + Days::new(1))), &too_late).await;
    acts_refused(&case(registration("D1", cooling)), &too_early).await;
    taken(&case(registration("D1", cooling + Days::new(1)))).await;
    taken(&case(registration("D1", last))).await;
    // A rest day inside the window: history, not an error.
    taken(&case(registration("D1", on(3, 31)))).await;
    acts_refused(&case(registration("D1", last + Days::new(1))), &too_late).await;
}

#[tokio::test]
async fn before_2021_nobody_applied_for_divorce() {
    acts_refused(&[application("D1", day(2020, 12, 31), adult(1))], &["line 2 column date too_early"]).await;
    taken(&[application("D1", day(2021, 1, 1), adult(1))]).await;
}

#[tokio::test]
async fn what_rests_on_a_rejected_row_is_rejected() {
    let applied = application("D1", on(2, 1), adult(1));
    let bad = with(&applied, "a_sex", "F");
    refused(
        lines(&[bad, registration("D1", on(3, 5)).line()]),
        &["line 2 column a_sex sex_mismatch", "line 3 column ref rests_on_rejected"],
    )
    .await;
    // Only a divorce that is rejected would have made these two free.
    let (a, b) = adult(1);
    let (_, other) = adult(2);
    let wedding = marriage("M2", on(8, 1), (Human { prior: "divorced", ..a }, other));
    acts_refused(
        &[applied.clone(), registration("D1", on(3, 4)), wedding],
        &["line 3 column date too_early", "line 4 column ref rests_on_rejected"],
    )
    .await;
    let (a, _) = adult(1);
    let second = application("D2", on(3, 10), (a, b));
    refused(
        lines(&[applied.line(), with(&withdrawal("D1", on(2, 9)), "by", "x"), second.line()]),
        &["line 3 column by unknown_value", "line 4 column ref rests_on_rejected"],
    )
    .await;
}

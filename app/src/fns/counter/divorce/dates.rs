//! The receipt's number and dates: typed at acceptance or later, confirmed by a supervisor where they lie far from ours.

use super::hand::done;
use crate::fns::{
    counter::{
        GripField,
        keep::{Hand, page},
        moves::try_go,
    },
    staff::{seated, trouble, words},
};
use leptos::prelude::*;
use registry::{
    Error, Fault,
    divorce::{DivorceStep as Step, TypedDates},
};
use uuid::Uuid;

/// 「受理，记下日期」. Both dates, or neither where ours count.
#[server]
pub async fn accept(
    grip: GripField,
    #[server(default)] receipt_no: String,
    #[server(default)] cooling_off_last: String,
    #[server(default)] issuance_last: String,
) -> Result<(), ServerFnError> {
    let mut typed = both(&cooling_off_last, &issuance_last);
    typed.push(("receipt_no", receipt_no.clone()));
    let dates = read(&cooling_off_last, &issuance_last);
    let moves = dates.map(|typed| vec![Step::Accepted { receipt_no, typed }]);
    try_go(&grip, "accept", typed, moves).await
}

/// Asks a supervisor to look at dates as they stand on the receipt.
#[server]
pub async fn ask_supervisor(
    grip: GripField,
    #[server(default)] cooling_off_last: String,
    #[server(default)] issuance_last: String,
    #[server(default)] receipt_no: String,
) -> Result<(), ServerFnError> {
    let mut typed = both(&cooling_off_last, &issuance_last);
    typed.push(("receipt_no", receipt_no));
    let Some(hand) = Hand::on(&grip, "accept", typed).await? else { return Ok(()) };
    let outcome = match read(&cooling_off_last, &issuance_last) {
        Ok(Some(typed)) => hand.seat.registry.ask_for_dates(&hand.seat.officer, hand.grip, typed).await,
        Ok(None) => Err(Error::invalid("cooling_off_last", "missing")),
        Err(error) => Err(error),
    };
    done(hand, outcome).await.map(|_| ())
}

/// A supervisor has compared the dates with the receipt.
#[server]
pub async fn confirm_dates(
    case: String,
    #[server(default)] cooling_off_last: String,
    #[server(default)] issuance_last: String,
    #[server(default)] reason: String,
) -> Result<(), ServerFnError> {
    let page = page(&case);
    let Some(seat) = seated(&page).await? else { return Ok(()) };
    leptos_axum::redirect(&page);
    let Ok(id) = Uuid::parse_str(&case) else { return Ok(()) };
    let outcome = match read(&cooling_off_last, &issuance_last) {
        Ok(Some(typed)) => seat.registry.confirm_dates(&seat.officer, id, typed, &reason).await,
        Ok(None) | Err(_) => Err(Error::NotFound),
    };
    let Err(error) = outcome else {
        return seat.registry.forget_draft(&seat.draft(&case)).await.map_err(trouble);
    };
    let kept = words::kept("confirm", vec![("reason".to_owned(), reason)], &error);
    seat.registry.keep_draft(&seat.draft(&case), &kept).await.map_err(trouble)
}

/// 「照回执更正日期」, with the reason.
#[server]
pub async fn correct_dates(
    grip: GripField,
    #[server(default)] cooling_off_last: String,
    #[server(default)] issuance_last: String,
    #[server(default)] reason: String,
) -> Result<(), ServerFnError> {
    let mut typed = both(&cooling_off_last, &issuance_last);
    typed.push(("reason", reason.clone()));
    let moves = match read(&cooling_off_last, &issuance_last) {
        Ok(Some(typed)) => Ok(vec![Step::DatesCorrected { typed, reason }]),
        Ok(None) => Err(Error::invalid("cooling_off_last", "missing")),
        Err(error) => Err(error),
    };
    try_go(&grip, "correct-dates", typed, moves).await
}

fn both(cooling_off_last: &str, issuance_last: &str) -> Vec<(&'static str, String)> {
    vec![("cooling_off_last", cooling_off_last.to_owned()), ("issuance_last", issuance_last.to_owned())]
}

/// Both dates, or neither.
fn read(cooling_off_last: &str, issuance_last: &str) -> registry::Result<Option<TypedDates>> {
    let fields = [("cooling_off_last", cooling_off_last), ("issuance_last", issuance_last)];
    if fields.iter().all(|(_, typed)| typed.trim().is_empty()) {
        return Ok(None);
    }
    let mut faults = Vec::new();
    let mut date = |(field, typed): (&str, &str)| {
        let code = if typed.trim().is_empty() { "missing" } else { "bad_date" };
        typed.trim().parse().map_err(|_| faults.push(Fault::new(field, code))).ok()
    };
    match (date(fields[0]), date(fields[1])) {
        (Some(cooling_off_last), Some(issuance_last)) => {
            Ok(Some(TypedDates { cooling_off_last, issuance_last }))
        }
        _ => Err(Error::Invalid(faults)),
    }
}

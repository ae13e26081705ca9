//! A case is opened, held, taken over, let go; and those who come are marked as here.

use super::{keep::page, view::GripField};
use crate::fns::staff::{Kept, Seat, seated, trouble, words};
use law::service::Service;
use leptos::prelude::*;
use registry::Error;
use registry::booking::Booking;
use registry::marriage::{CaseSource, LateEntry};
use uuid::Uuid;

/// F2: whoever came first and waits.
#[server]
pub async fn open_next() -> Result<(), ServerFnError> {
    next("现在没有到齐了在等的预约。没有预约的，点“没有预约，开始办理”。").await
}

/// Opens the case of whoever came first, or says `nobody`.
pub async fn next(nobody: &str) -> Result<(), ServerFnError> {
    let Some(seat) = seated("/counter").await? else { return Ok(()) };
    let bookings = seat.registry.bookings_on(&seat.officer, seat.registry.clock().today()).await;
    let next = bookings.map(|bookings| {
        let next = bookings.iter().filter(|booking| waits(booking)).min_by_key(|booking| booking.arrived_at);
        next.map(|booking| (booking.service, booking.id))
    });
    match next {
        Ok(Some((Service::Marriage, id))) => {
            open(seat, CaseSource::Booking(id), None, &format!("/counter?booking={id}")).await
        }
        // Who they are is looked at first; the page has the button.
        Ok(Some((_, id))) => {
            leptos_axum::redirect(&format!("/counter?booking={id}"));
            Ok(())
        }
        Ok(None) => say(&seat, "next", nobody).await,
        Err(error) => say(&seat, "next", &words::sentence(&error)).await,
    }
}

/// Whoever this counter can serve now: here, both where two are needed, and without a case.
fn waits(booking: &Booking) -> bool {
    // A certificate or a record may be asked for by one alone.
    let alone =
        law::reissue_case::Matter::of(booking.service).is_some() || booking.service == Service::Records;
    let both = booking.service == Service::Marriage || booking.service.is_divorce_matter();
    let served = alone || (both && booking.both_here != Some(false));
    served && booking.case.is_none() && booking.arrived_at.is_some()
}

/// 「开始办理」 of a booking.
#[server]
pub async fn open_booking(booking: String) -> Result<(), ServerFnError> {
    let here = format!("/counter?booking={booking}");
    let Some(seat) = seated("/counter").await? else { return Ok(()) };
    let Ok(id) = Uuid::parse_str(&booking) else {
        leptos_axum::redirect("/counter");
        return Ok(());
    };
    open(seat, CaseSource::Booking(id), None, &here).await
}

/// Two who just came, or an act of an earlier day that is entered now.
#[server]
pub async fn open_walk_in(
    #[server(default)] late: Option<String>,
    #[server(default)] act_date: String,
    #[server(default)] late_reason: String,
) -> Result<(), ServerFnError> {
    let Some(seat) = seated("/counter").await? else { return Ok(()) };
    let late = match late {
        None => None,
        Some(_) => match act_date.parse() {
            Ok(act_date) => Some(LateEntry { act_date, reason: late_reason.clone() }),
            Err(_) => {
                let typed = vec![("act_date".to_owned(), act_date), ("late_reason".to_owned(), late_reason)];
                let kept = words::kept("late", typed, &Error::invalid("act_date", "bad_date"));
                return keep(&seat, &kept).await;
            }
        },
    };
    let typed = vec![("act_date".to_owned(), act_date), ("late_reason".to_owned(), late_reason)];
    match seat.registry.open_marriage_case(&seat.officer, CaseSource::WalkIn, late).await {
        Ok(case) => to_case(&seat, case).await,
        Err(error) => keep(&seat, &words::kept("late", typed, &error)).await,
    }
}

async fn open(
    seat: Seat,
    source: CaseSource,
    late: Option<LateEntry>,
    back: &str,
) -> Result<(), ServerFnError> {
    match seat.registry.open_marriage_case(&seat.officer, source, late).await {
        Ok(case) => to_case(&seat, case).await,
        Err(error) => {
            say(&seat, "open", &words::sentence(&error)).await?;
            leptos_axum::redirect(back);
            Ok(())
        }
    }
}

/// Opening an existing case of a booking does not take it from a colleague: the page says who has it.
pub async fn to_case(seat: &Seat, case: Uuid) -> Result<(), ServerFnError> {
    seat.registry.forget_draft(&seat.draft("counter")).await.map_err(trouble)?;
    leptos_axum::redirect(&page(&case.to_string()));
    Ok(())
}

/// A sentence for the page without a case.
pub async fn say(seat: &Seat, form: &str, words: &str) -> Result<(), ServerFnError> {
    keep(seat, &Kept { form: form.to_owned(), said: Some(words.to_owned()), ..Kept::default() }).await
}

pub async fn keep(seat: &Seat, kept: &Kept) -> Result<(), ServerFnError> {
    leptos_axum::redirect("/counter");
    seat.registry.keep_draft(&seat.draft("counter"), kept).await.map_err(trouble)
}

/// 「两位都到了」 or 「到了一位」.
#[server]
pub async fn arrive(
    booking: String,
    code: String,
    #[server(default)] both: Option<String>,
    #[server(default)] back: String,
) -> Result<(), ServerFnError> {
    let Some(seat) = seated("/counter").await? else { return Ok(()) };
    let outcome = match seat.registry.booking_by_code(&seat.officer, &code).await {
        Ok(known) => seat.registry.arrive(&known, both.is_some(), &seat.officer).await,
        Err(error) => Err(error),
    };
    let back = if back == "reception" {
        format!("/counter/reception?code={code}")
    } else {
        format!("/counter?booking={booking}")
    };
    if let Err(error) = outcome {
        say(&seat, "arrive", &words::sentence(&error)).await?;
    }
    leptos_axum::redirect(&back);
    Ok(())
}

/// Takes a case up that nobody has.
#[server]
pub async fn hold(case: String) -> Result<(), ServerFnError> {
    let Some(seat) = seated(&page(&case)).await? else { return Ok(()) };
    leptos_axum::redirect(&page(&case));
    let Ok(id) = Uuid::parse_str(&case) else { return Ok(()) };
    let outcome = seat.registry.hold_case(&seat.officer, id).await;
    settle(&seat, &case, "hold", Vec::new(), outcome.map(|_| ())).await
}

/// A supervisor takes a case from a colleague, with a reason.
#[server]
pub async fn take_over(case: String, #[server(default)] reason: String) -> Result<(), ServerFnError> {
    let Some(seat) = seated(&page(&case)).await? else { return Ok(()) };
    leptos_axum::redirect(&page(&case));
    let Ok(id) = Uuid::parse_str(&case) else { return Ok(()) };
    let outcome = seat.registry.take_over_case(&seat.officer, id, &reason).await;
    settle(&seat, &case, "take-over", vec![("reason".to_owned(), reason)], outcome.map(|_| ())).await
}

/// 「挂起」: the case stays where it is and anyone may take it up.
#[server]
pub async fn let_go(grip: GripField) -> Result<(), ServerFnError> {
    leptos_axum::redirect("/counter");
    let_go_of(&grip).await
}

/// Puts a case back; where it leads the caller says.
pub async fn let_go_of(grip: &GripField) -> Result<(), ServerFnError> {
    let Some(seat) = seated("/counter").await? else { return Ok(()) };
    let Ok(id) = Uuid::parse_str(&grip.case) else { return Ok(()) };
    match seat.registry.let_case_go(&seat.officer, id, grip.fence).await {
        // Somebody else has it by now: it was let go all the same.
        Ok(()) | Err(Error::Stale | Error::NotFound) => Ok(()),
        Err(error) => say(&seat, "let-go", &words::sentence(&error)).await,
    }
}

async fn settle(
    seat: &Seat,
    case: &str,
    form: &str,
    typed: Vec<(String, String)>,
    outcome: registry::Result<()>,
) -> Result<(), ServerFnError> {
    let name = seat.draft(case);
    let Err(error) = outcome else { return Ok(()) };
    let kept = words::kept(form, typed, &error);
    seat.registry.keep_draft(&name, &kept).await.map_err(trouble)
}

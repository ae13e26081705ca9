//! The workspace as one answer: lists at the left, and in the middle a case, a booking, or nothing yet.

use super::view::CounterView;
use crate::fns::staff::Gate;
use leptos::prelude::*;

#[cfg(feature = "ssr")]
use super::{lists::lists, show, view::Middle};
#[cfg(feature = "ssr")]
use crate::fns::staff::{Kept, Seat, behind, trouble};
#[cfg(feature = "ssr")]
use registry::{Error, booking::Booking, staff::Right};
#[cfg(feature = "ssr")]
use uuid::Uuid;

/// `case` and `booking` are ids from the address; `None` inside the gate where the page leads elsewhere.
#[server]
pub async fn counter(
    case: Option<String>,
    booking: Option<String>,
) -> Result<Gate<Option<CounterView>>, ServerFnError> {
    // Colleagues whose work lies elsewhere are led there: reception, or the office.
    if case.is_none()
        && booking.is_none()
        && let crate::fns::staff::Who::Open(seat) = crate::fns::staff::who().await?
        && seat.officer.may(Right::SeeCases).is_err()
    {
        let receives = seat.officer.may(Right::SeeBookings).is_ok();
        leptos_axum::redirect(if receives { "/counter/reception" } else { "/office" });
    }
    behind(Right::SeeCases, |seat, me| async move {
        if let Some(page) = records_page(&seat, case.as_deref()).await {
            leptos_axum::redirect(&page);
            return Ok(None);
        }
        let clock = seat.registry.clock();
        let bookings = seat.registry.bookings_on(&seat.officer, clock.today()).await.map_err(trouble)?;
        let cases = seat.registry.cases_today(&seat.officer).await.map_err(trouble)?;
        let lists = lists(&bookings, &cases, clock.local());
        let middle = match (case, booking) {
            (Some(case), _) => case_of(&seat, &case, &bookings).await?,
            (None, Some(booking)) => booking_of(&seat, &booking, &bookings).await?,
            (None, None) => Some(Middle::Nothing(kept(&seat, "counter").await?)),
        };
        let Some(middle) = middle else {
            leptos_axum::redirect("/counter");
            return Ok(None);
        };
        Ok(Some(CounterView { me, lists, middle }))
    })
    .await
}

/// A request for records is not of two: it has a page of its own.
#[cfg(feature = "ssr")]
async fn records_page(seat: &Seat, case: Option<&str>) -> Option<String> {
    let id = Uuid::parse_str(case?).ok()?;
    let known = seat.registry.records_case(&seat.officer, id).await.is_ok();
    known.then(|| format!("/counter/records/{id}"))
}

#[cfg(feature = "ssr")]
async fn case_of(seat: &Seat, case: &str, bookings: &[Booking]) -> Result<Option<Middle>, ServerFnError> {
    let Ok(id) = Uuid::parse_str(case) else { return Ok(None) };
    let case = match seat.registry.marriage_case(&seat.officer, id).await {
        Ok(case) => case,
        Err(Error::NotFound) => return Ok(None),
        Err(error) => return Err(trouble(error)),
    };
    let booking = bookings.iter().find(|booking| Some(booking.id) == case.booking);
    let kept = kept(seat, &id.to_string()).await?;
    Ok(Some(Middle::Case(Box::new(show::case(seat, &case, booking, kept)))))
}

#[cfg(feature = "ssr")]
async fn booking_of(
    seat: &Seat,
    booking: &str,
    bookings: &[Booking],
) -> Result<Option<Middle>, ServerFnError> {
    let today = seat.registry.clock().today();
    let Some(known) = bookings.iter().find(|known| known.id.to_string() == booking) else { return Ok(None) };
    if let Some(case) = known.case {
        leptos_axum::redirect(&format!("/counter/case/{case}"));
    }
    let kept = kept(seat, "counter").await?;
    Ok(Some(Middle::Booking(show::booking(known, today, kept))))
}

#[cfg(feature = "ssr")]
async fn kept(seat: &Seat, what: &str) -> Result<Kept, ServerFnError> {
    Ok(seat.registry.draft::<Kept>(&seat.draft(what)).await.map_err(trouble)?.unwrap_or_default())
}

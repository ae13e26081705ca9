//! The workspace as one answer: lists at the left, and in the middle a case, a booking, or nothing yet.

use super::view::CounterView;
use crate::fns::staff::Gate;
use leptos::prelude::*;

use super::{divorce, lists::lists, reissue, show, view::Middle};
use crate::fns::staff::{Kept, Seat, behind, trouble};
use registry::{Error, booking::Booking, case::CaseKind, staff::Right};
use uuid::Uuid;

/// `case` and `booking` are ids from the address; `None` inside the gate where the page leads elsewhere.
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
        let clock = seat.registry.clock();
        let bookings = seat.registry.bookings_on(&seat.officer, clock.today()).await.map_err(trouble)?;
        let cases = seat.registry.cases_today(&seat.officer).await.map_err(trouble)?;
        let lists = lists(&bookings, &cases, clock.local());
        let middle = match (case, booking) {
            (Some(case), _) => case_of(&seat, &case, &bookings).await?,
            (None, Some(booking)) => booking_of(&seat, &booking, &bookings).await?,
            (None, None) => Some(Middle::Nothing(kept(&seat, "counter").await?)),
        };
        Ok(middle.map(|middle| CounterView { me, lists, middle }))
    })
    .await
}

/// `None` where another page is led to: there is no such case, or it has a page of its own.
async fn case_of(seat: &Seat, case: &str, bookings: &[Booking]) -> Result<Option<Middle>, ServerFnError> {
    let Ok(id) = Uuid::parse_str(case) else { return Ok(elsewhere("/counter")) };
    let kind = match seat.registry.case_kind(&seat.officer, id).await {
        Ok(kind) => kind,
        Err(Error::NotFound) => return Ok(elsewhere("/counter")),
        Err(error) => return Err(trouble(error)),
    };
    let kept = kept(seat, &id.to_string()).await?;
    Ok(Some(match kind {
        CaseKind::Marriage => {
            let case = seat.registry.marriage_case(&seat.officer, id).await.map_err(trouble)?;
            let booking = bookings.iter().find(|booking| Some(booking.id) == case.booking);
            Middle::Case(Box::new(show::case(seat, &case, booking, kept)))
        }
        CaseKind::Divorce => {
            let case = seat.registry.divorce_case(&seat.officer, id).await.map_err(trouble)?;
            let booking = bookings.iter().find(|booking| Some(booking.id) == case.booking);
            Middle::Divorce(Box::new(divorce::case(seat, &case, booking, kept)))
        }
        CaseKind::Reissue => {
            let case = seat.registry.reissue_case(&seat.officer, id).await.map_err(trouble)?;
            let booking = bookings.iter().find(|booking| Some(booking.id) == case.booking);
            Middle::Reissue(Box::new(reissue::case(seat, &case, booking, kept)))
        }
        // A request for records is not of two.
        CaseKind::Records => return Ok(elsewhere(&format!("/counter/records/{id}"))),
    }))
}

fn elsewhere(page: &str) -> Option<Middle> {
    leptos_axum::redirect(page);
    None
}

async fn booking_of(
    seat: &Seat,
    booking: &str,
    bookings: &[Booking],
) -> Result<Option<Middle>, ServerFnError> {
    let today = seat.registry.clock().today();
    let Some(known) = bookings.iter().find(|known| known.id.to_string() == booking) else {
        return Ok(elsewhere("/counter"));
    };
    if let Some(case) = known.case {
        leptos_axum::redirect(&format!("/counter/case/{case}"));
    }
    let kept = kept(seat, "counter").await?;
    Ok(Some(Middle::Booking(show::booking(known, today, kept))))
}

async fn kept(seat: &Seat, what: &str) -> Result<Kept, ServerFnError> {
    Ok(seat.registry.draft::<Kept>(&seat.draft(what)).await.map_err(trouble)?.unwrap_or_default())
}

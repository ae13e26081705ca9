//! A reissue is opened, out of a booking or for those who just came.

use law::reissue_case::Matter;
use leptos::prelude::*;

use crate::fns::{
    counter::open,
    staff::{Seat, seated, words},
};
use registry::{
    Error,
    marriage::{CaseSource, LateEntry},
};
use uuid::Uuid;

/// Somebody who just came, or an act of an earlier day that is entered now.
#[server]
pub async fn open_reissue(
    #[server(default)] matter: Option<Matter>,
    #[server(default)] late: Option<String>,
    #[server(default)] act_date: String,
    #[server(default)] late_reason: String,
) -> Result<(), ServerFnError> {
    let Some(seat) = seated("/counter").await? else { return Ok(()) };
    let typed = vec![
        ("matter".to_owned(), matter.map(|matter| matter.as_str().to_owned()).unwrap_or_default()),
        ("act_date".to_owned(), act_date.clone()),
        ("late_reason".to_owned(), late_reason.clone()),
    ];
    let opened = match (matter, late, act_date.parse()) {
        (None, ..) => Err(Error::invalid("matter", "missing")),
        (Some(matter), None, _) => walk_in(&seat, matter, None).await,
        (Some(matter), Some(_), Ok(act_date)) => {
            walk_in(&seat, matter, Some(LateEntry { act_date, reason: late_reason })).await
        }
        (Some(_), Some(_), Err(_)) => Err(Error::invalid("act_date", "bad_date")),
    };
    match opened {
        Ok(case) => open::to_case(&seat, case).await,
        Err(error) => open::keep(&seat, &words::kept("reissue-late", typed, &error)).await,
    }
}

async fn walk_in(seat: &Seat, matter: Matter, late: Option<LateEntry>) -> registry::Result<Uuid> {
    seat.registry.open_reissue_case(&seat.officer, matter, CaseSource::WalkIn, late).await
}

/// 「开始办理」 of a booking.
#[server]
pub async fn open_reissue_booking(booking: String) -> Result<(), ServerFnError> {
    let here = format!("/counter?booking={booking}");
    let Some(seat) = seated("/counter").await? else { return Ok(()) };
    let Ok(id) = Uuid::parse_str(&booking) else {
        leptos_axum::redirect("/counter");
        return Ok(());
    };
    match by_booking(&seat, id).await {
        Ok(case) => open::to_case(&seat, case).await,
        Err(error) => {
            open::say(&seat, "open", &words::sentence(&error)).await?;
            leptos_axum::redirect(&here);
            Ok(())
        }
    }
}

/// The booking itself says which certificate it is. Errors: of the registry.
async fn by_booking(seat: &Seat, booking: Uuid) -> registry::Result<Uuid> {
    let (registry, officer) = (&seat.registry, &seat.officer);
    let bookings = registry.bookings_on(officer, registry.clock().today()).await?;
    let known = bookings.iter().find(|known| known.id == booking).ok_or(Error::NotFound)?;
    let matter = Matter::of(known.service).ok_or(Error::NotFound)?;
    registry.open_reissue_case(officer, matter, CaseSource::Booking(booking), None).await
}

//! A booking that stands, for whoever holds its token: looked at, and other times for it.

use super::view::{BookedView, MoveView};
use chrono::NaiveDate;
use leptos::prelude::*;

use super::{
    cookie,
    draft::{office, trouble},
    show,
    view::{Refused, SlotView, State, TimesView},
};
use crate::ui::qr::QrPath;
use chrono::Datelike;
use law::booking::BookingCode;
use registry::{Error, booking::Booking};

/// A booking, for whoever holds its token: in the cookie, or once in the address (`?t=`), which is then cleaned.
pub async fn booked(
    code: String,
    token: Option<String>,
    refused: Option<String>,
) -> Result<Option<BookedView>, ServerFnError> {
    let registry = office()?;
    let Ok(code) = BookingCode::parse(&code) else { return Ok(nowhere()) };
    let from_address = token.is_some();
    let Some(token) = token.or_else(|| cookie::manage(code)) else {
        leptos_axum::redirect("/b");
        return Ok(None);
    };
    let booking = match registry.open_booking(&code.to_string(), &token).await {
        Ok(booking) => booking,
        Err(Error::NotFound) => return Ok(nowhere()),
        Err(error) => return Err(trouble(error)),
    };
    if from_address {
        cookie::set_manage(code, &token);
        leptos_axum::redirect(&format!("/b/{code}"));
        return Ok(None);
    }
    let now = registry.clock().local();
    let state = match booking.cancelled_at {
        Some(_) => State::Cancelled,
        None if booking.is_ahead(now) => State::Kept,
        None => State::Past,
    };
    let may_undo = state == State::Kept && now <= booking.undo_until;
    Ok(Some(BookedView {
        service: booking.service,
        today: now.date(),
        code: code.grouped(),
        slot: booking_slot(&booking),
        // What the touch screen reads: the code alone, which only checks in.
        qr: QrPath::of(&code.to_string()),
        bring: show::bring(booking.service, &[]),
        state,
        undo_until: may_undo.then(|| booking.undo_until.time()),
        refused: match refused.as_deref() {
            Some("late") => Some(Refused::TooLate),
            Some("changed") => Some(Refused::Gone),
            _ => None,
        },
        place: show::place(&*registry.opening().await.map_err(trouble)?),
    }))
}

/// Another time for a booking.
pub async fn moving(
    code: String,
    month: Option<NaiveDate>,
    date: Option<NaiveDate>,
    refused: Option<String>,
) -> Result<Option<MoveView>, ServerFnError> {
    let registry = office()?;
    let token = BookingCode::parse(&code).ok().and_then(|code| Some((code, cookie::manage(code)?)));
    let Some((code, token)) = token else {
        leptos_axum::redirect("/b");
        return Ok(None);
    };
    let booking = match registry.open_booking(&code.to_string(), &token).await {
        Ok(booking) if booking.is_ahead(registry.clock().local()) => booking,
        Ok(_) | Err(Error::NotFound) => {
            leptos_axum::redirect(&format!("/b/{code}"));
            return Ok(None);
        }
        Err(error) => return Err(trouble(error)),
    };
    let service = booking.service;
    let mut view = show::month(&registry, service, month.or(date), date.or(Some(booking.date))).await?;
    // Whoever has a time keeps it; the line is for those who have none.
    view.days.iter_mut().for_each(|day| day.may_wait = false);
    let times = match date {
        None => None,
        Some(date) => {
            let offer = registry.availability(service, date, 1).await.map_err(trouble)?;
            let own = booking.slot.to_string();
            let slots = show::slots(&offer).into_iter().filter(|slot| slot.id != own).collect();
            let shut = match offer.days.first() {
                Some(day) => show::why_not(&registry, service, day).await?,
                None => None,
            };
            Some(TimesView {
                service,
                today: view.today,
                date,
                slots,
                chosen: None,
                refused: match (refused.as_deref(), shut) {
                    (_, Some(shut)) => Some(Refused::Day(shut)),
                    (Some("full"), None) => Some(Refused::Full(Vec::new())),
                    (Some("late" | "changed"), None) => Some(Refused::TooLate),
                    (Some("unlawful"), None) => {
                        let days = registry.days_of_booking(&booking).await.map_err(trouble)?;
                        days.map(|days| Refused::Day(show::lawful_days(&days, view.today.year())))
                    }
                    (Some("young"), None) => Some(Refused::Lawful(
                        law::eligibility::MarriageRefusal::UnderAge.words(show::lang()).to_owned(),
                    )),
                    (Some("nothing"), None) => Some(Refused::Nothing),
                    (_, None) => None,
                },
            })
        }
    };
    Ok(Some(MoveView { code: code.to_string(), now: booking_slot(&booking), month: view, times }))
}

fn booking_slot(booking: &Booking) -> SlotView {
    SlotView {
        id: booking.slot.to_string(),
        date: booking.date,
        starts: booking.start,
        ends: booking.end,
        left: 0,
        few: false,
    }
}

/// A booking that isn't there, or whose token is another's: the same page for both.
fn nowhere<T>() -> Option<T> {
    if let Some(response) = use_context::<leptos_axum::ResponseOptions>() {
        response.set_status(http::StatusCode::NOT_FOUND);
    }
    None
}

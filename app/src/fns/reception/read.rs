//! Reception's page: what was found, and what is free.

use super::view::ReceptionView;
use crate::fns::staff::Gate;
use chrono::NaiveDate;
use law::service::Service;
use leptos::prelude::*;

use super::view::{FoundView, OfferDay, OfferView, TimeView, Times};
use crate::fns::staff::{Kept, Seat, behind, trouble};
use law::booking::{DayReason, SlotId};
use registry::{Error, booking::Booking, staff::Right};

/// `code` of a booking, `found` for what a document led to, `moving` with the day looked at; `service`, `date`, `slot`
/// of a booking for a caller.
pub async fn reception(
    code: Option<String>,
    found: bool,
    moving: bool,
    service: Option<Service>,
    date: Option<NaiveDate>,
    slot: Option<String>,
) -> Result<Gate<ReceptionView>, ServerFnError> {
    behind(Right::SeeBookings, |seat, me| async move {
        let kept: Kept =
            seat.registry.draft(&seat.draft("reception")).await.map_err(trouble)?.unwrap_or_default();
        let codes = match (&code, found) {
            (Some(code), _) => vec![code.clone()],
            (None, true) => {
                kept.typed("found", "codes").unwrap_or_default().split(' ').map(str::to_owned).collect()
            }
            (None, false) => Vec::new(),
        };
        let mut bookings = Vec::new();
        for code in codes.iter().filter(|code| !code.is_empty()) {
            match seat.registry.booking_by_code(&seat.officer, code).await {
                Ok(booking) => bookings.push(booking),
                Err(Error::NotFound) => {}
                Err(error) => return Err(trouble(error)),
            }
        }
        let mut shown = Vec::new();
        for booking in &bookings {
            shown.push(found_view(&seat, booking, moving, date).await?);
        }
        let service = service.unwrap_or(Service::Marriage);
        let own_date = if moving { None } else { date };
        let times = times(&seat, service, own_date).await?;
        let slot = slot.and_then(|slot| times.times.iter().find(|time| time.id == slot).cloned());
        let offer = OfferView { service, persons: service.persons(), times, slot };
        Ok(ReceptionView { me, sought: code.is_some() || found, kept, found: shown, offer })
    })
    .await
}

async fn found_view(
    seat: &Seat,
    booking: &Booking,
    moving: bool,
    date: Option<NaiveDate>,
) -> Result<FoundView, ServerFnError> {
    let now = seat.registry.clock().local();
    let persons = [Some(&booking.a), booking.b.as_ref()].into_iter().flatten();
    let stands = booking.cancelled_at.is_none() && booking.arrived_at.is_none();
    let two = booking.b.is_some();
    let state = match (booking.cancelled_at, booking.arrived_at) {
        (Some(at), _) => format!("已取消（{}）", at.format("%-m月%-d日")),
        (None, Some(at)) if two && booking.both_here == Some(true) => {
            format!("两位 {} 到", at.format("%H:%M"))
        }
        (None, Some(at)) if two => format!("一位 {} 到", at.format("%H:%M")),
        (None, Some(at)) => format!("{} 到", at.format("%H:%M")),
        (None, None) if booking.date < now.date() => "没有来".to_owned(),
        (None, None) => "还没到".to_owned(),
    };
    let may_move = booking.is_ahead(now);
    let moving = match moving && may_move {
        true => Some(times(seat, booking.service, date).await?),
        false => None,
    };
    Ok(FoundView {
        id: booking.id.to_string(),
        code: booking.code.to_string(),
        service: booking.service,
        date: booking.date,
        starts: booking.start,
        ends: booking.end,
        persons: persons.map(|party| (party.name.as_str().to_owned(), party.person.id().masked())).collect(),
        state,
        may_arrive: booking.date == now.date() && booking.cancelled_at.is_none() && booking.case.is_none(),
        may_move,
        may_cancel: stands && booking.case.is_none() && booking.date >= now.date(),
        moving,
    })
}

/// Days of the horizon on which the office is open. Today and a day after its cut-off are offered too: reception may
/// book them, though nobody else can.
async fn times(seat: &Seat, service: Service, date: Option<NaiveDate>) -> Result<Times, ServerFnError> {
    let opening = seat.registry.opening().await.map_err(trouble)?;
    let now = seat.registry.clock().local();
    let last = opening.office.booking.last_day(now);
    let days = u32::try_from((last - now.date()).num_days() + 1).unwrap_or(1).clamp(1, 62);
    let offer = seat.registry.availability(service, now.date(), days).await.map_err(trouble)?;
    let mut listed = Vec::new();
    for day in &offer.days {
        let words = match day.reason {
            None => format!("余 {}", day.left()),
            Some(DayReason::Full) => "满".to_owned(),
            Some(DayReason::TooEarly | DayReason::TooLate) if opening.is_open(day.date) => {
                if day.date == now.date() { "今天".to_owned() } else { "已截止，可加".to_owned() }
            }
            Some(_) => continue,
        };
        listed.push(OfferDay { date: day.date, words });
    }
    let known = date.and_then(|date| offer.days.iter().find(|day| day.date == date));
    let times = match known {
        Some(day) if !day.slots.is_empty() => day
            .slots
            .iter()
            .map(|slot| TimeView {
                id: slot.id.to_string(),
                starts: slot.start,
                ends: slot.end,
                left: Some(slot.left),
            })
            .collect(),
        Some(day) if opening.is_open(day.date) => {
            let ahead = |starts| day.date.and_time(starts) > now;
            let spans = opening.office.slots().into_iter().filter(|span| ahead(span.starts));
            let id = |starts| SlotId::new(service, day.date, starts).to_string();
            spans
                .map(|span| TimeView {
                    id: id(span.starts),
                    starts: span.starts,
                    ends: span.ends,
                    left: None,
                })
                .collect()
        }
        Some(_) | None => Vec::new(),
    };
    Ok(Times { days: listed, date, times })
}

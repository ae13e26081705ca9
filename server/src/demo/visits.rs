//! The invented visits: today's for the counter, and days ahead from quiet to full.

use super::{people, staff};
use crate::commands::Refused;
use chrono::{Datelike, NaiveDate, TimeDelta};
use law::{Lang, booking::SlotId, service::Service};
use registry::{
    Clock, OfficeDay, Registry,
    booking::{Booked, Channel, Contact, RawParty, Reading, Request},
    clock::from_local,
    staff::{Officer, Role},
};

/// How many of a day's half-hours have how many marriages, for the working days from today on.
const DAYS: [(usize, usize); 6] = [(8, 1), (12, 2), (6, 1), (12, 4), (5, 2), (10, 3)];
/// Couples of one day have numbers of their own, so that days don't share people.
const PEOPLE_A_DAY: usize = 60;

/// Brings visits where today has none. Somebody who changed the demo's passwords keeps what is there.
pub async fn bring(registry: &Registry, real: &Clock) -> Result<(), Refused> {
    let (reception, supervisor) =
        (staff::sign_in(registry, Role::Reception).await?, staff::sign_in(registry, Role::Supervisor).await?);
    let (Some(reception), Some(supervisor)) = (reception, supervisor) else { return Ok(()) };
    let today = real.today();
    if !registry.bookings_on(&reception, today).await?.is_empty() {
        return Ok(());
    }
    if !registry.opening().await?.is_open(today) {
        // So that the counter has something to show on a Sunday too.
        registry.set_office_day(&supervisor, today, Some(OfficeDay::Open("演示开放".to_owned()))).await?;
    }
    let opening = registry.opening().await?;
    let days = today.iter_days().take(28).filter(|day| opening.is_open(*day));
    let mut made = Vec::new();
    for (day, plan) in days.zip(DAYS) {
        made.extend(fill(registry, &reception, day, plan).await?);
    }
    made.retain(|booked| booked.date == today);
    arrive(registry, &reception, &made, real).await
}

async fn fill(
    registry: &Registry,
    reception: &Officer,
    day: NaiveDate,
    (half_hours, couples): (usize, usize),
) -> Result<Vec<Booked>, Refused> {
    let opening = registry.opening().await?;
    let spans = opening.office.slots();
    let mut visits = Vec::new();
    for span in spans.iter().take(half_hours) {
        visits.extend(std::iter::repeat_n(SlotId::new(Service::Marriage, day, span.starts), couples));
    }
    // A day of rest on which the office opens is for weddings alone.
    if !opening.calendar.is_rest_day(day) {
        let others = [(Service::ReissueMarriage, 1), (Service::DivorceApplication, 3), (Service::Records, 7)];
        let other = others
            .iter()
            .filter_map(|(service, at)| Some(SlotId::new(*service, day, spans.get(*at)?.starts)));
        visits.extend(other);
    }
    let first = day.num_days_from_ce().unsigned_abs() as usize % 500 * PEOPLE_A_DAY;
    let mut made = Vec::with_capacity(visits.len());
    for (number, slot) in visits.into_iter().enumerate() {
        // Each demonstration begins with the names that are hard to bear.
        let today = registry.clock().today() + TimeDelta::days(1);
        let couple = if day == today && number < 5 { number } else { 5 + first + number };
        made.push(book(registry, reception, slot, people::couple(couple, day)?).await?);
    }
    Ok(made)
}

async fn book(
    registry: &Registry,
    reception: &Officer,
    slot: SlotId,
    (a, b): (RawParty, RawParty),
) -> Result<Booked, Refused> {
    let service = slot.service();
    let b = if service == Service::Records { None } else { Some(b) };
    let rules = Reading { service, today: registry.clock().today(), phone_required: true };
    let request = Request::read(slot, &a, b.as_ref(), Contact::None, Lang::Zh, rules)?;
    let now = registry.clock().now();
    registry.clock().set(now + TimeDelta::seconds(47));
    // What the public can't book any more (tomorrow after three o'clock), reception can.
    match registry.take(&request, Channel::Api(None)).await {
        Ok(booked) => Ok(booked),
        Err(_) => Ok(registry.take(&request, Channel::Reception(reception)).await?),
    }
}

/// Those whose time has begun are here: most of them both, one still waiting for the other.
async fn arrive(
    registry: &Registry,
    reception: &Officer,
    today: &[Booked],
    real: &Clock,
) -> Result<(), Refused> {
    for (number, booked) in today.iter().take(4).enumerate() {
        let here = booked.date.and_time(booked.start) - TimeDelta::minutes(9);
        if here > real.local() {
            break;
        }
        registry.clock().set(from_local(here));
        let booking = registry.open_booking(&booked.code.to_string(), &booked.manage_token).await?;
        registry.arrive(&booking, number != 1, reception).await?;
    }
    Ok(())
}

//! What the forms do. Each reads what was sent, asks the registry, keeps the draft, and leads to the page that follows.

use super::view::Typed;
use chrono::NaiveDate;
use law::{checklist::Circumstance, eligibility::Party, service::Service};
use leptos::prelude::*;

use super::{
    cookie,
    draft::{Desk, office, trouble},
    person::{Reader, contact, document, raw},
    show,
    view::Refused,
};
use crate::ui::request::caller;
use law::booking::{BookingCode, SlotId};
use registry::{
    Error,
    booking::{Booked, Booking, Channel, Request},
};

/// The ticks of 「来之前看一眼」: kept with the draft, so that the list fits them.
#[server]
pub async fn answer(
    service: Service,
    #[server(default)] applies: Vec<Circumstance>,
) -> Result<(), ServerFnError> {
    let mut desk = Desk::of(service).await?;
    desk.secret()?;
    desk.draft.applies = applies;
    desk.keep().await?;
    leptos_axum::redirect(&format!("/book/{service}#bring"));
    Ok(())
}

/// A day was chosen. A closed one can be chosen too, and is answered with its reason.
#[server]
pub async fn choose_day(
    service: Service,
    #[server(default)] date: Option<NaiveDate>,
) -> Result<(), ServerFnError> {
    let mut desk = Desk::of(service).await?;
    desk.secret()?;
    let Some(date) = date else {
        desk.draft.refused = Some(Refused::Nothing);
        desk.keep().await?;
        leptos_axum::redirect(&format!("/book/{service}/day"));
        return Ok(());
    };
    let offer = desk.registry.availability(service, date, 1).await.map_err(trouble)?;
    let why = match offer.days.first() {
        Some(day) => show::why_not(&desk.registry, service, day).await?,
        None => None,
    };
    desk.draft.date = Some(date);
    desk.draft.refused = why.map(Refused::Day);
    desk.keep().await?;
    leptos_axum::redirect(&match desk.draft.refused {
        Some(_) => format!("/book/{service}/day?month={}", date.format("%Y-%m")),
        None => format!("/book/{service}/time"),
    });
    Ok(())
}

/// A time was chosen: it is kept for ten minutes from here.
#[server]
pub async fn take_slot(service: Service, #[server(default)] slot: String) -> Result<(), ServerFnError> {
    let mut desk = Desk::of(service).await?;
    let secret = desk.secret()?;
    let wanted = SlotId::parse(&slot).ok().filter(|slot| slot.service() == service);
    let Some(wanted) = wanted else {
        desk.draft.refused = Some(Refused::Nothing);
        desk.keep().await?;
        leptos_axum::redirect(&format!("/book/{service}/time"));
        return Ok(());
    };
    desk.draft.date = Some(wanted.date());
    desk.draft.slot = Some(wanted);
    desk.draft.refused = match desk.registry.hold(&secret, wanted).await {
        Ok(_) => None,
        Err(error) => Some(show::refusal(error)?),
    };
    desk.keep().await?;
    leptos_axum::redirect(&match desk.draft.refused {
        // What was typed before a place ran out is still there.
        None if desk.draft.first.is_some() => format!("/book/{service}/check"),
        None => format!("/book/{service}/first"),
        Some(_) => format!("/book/{service}/time"),
    });
    Ok(())
}

/// Ten more minutes, once; then back to the page.
#[server]
pub async fn keep_longer(service: Service, back: String) -> Result<(), ServerFnError> {
    let mut desk = Desk::of(service).await?;
    let secret = desk.secret()?;
    match desk.registry.extend_hold(&secret).await {
        Ok(_) | Err(Error::HoldExpired) => {}
        Err(error) => return Err(trouble(error)),
    }
    let back = ["first", "second", "check"].into_iter().find(|page| *page == back).unwrap_or("first");
    leptos_axum::redirect(&format!("/book/{service}/{back}"));
    Ok(())
}

/// One person, as typed. Wrong values are kept too, and shown again with what to look at.
#[server]
pub async fn give_person(
    service: Service,
    seat: Party,
    #[server(default)] typed: Typed,
    /// The button 「只有一位来」 was pressed.
    #[server(default)]
    alone: Option<String>,
) -> Result<(), ServerFnError> {
    let typed = typed.bounded();
    let mut desk = Desk::of(service).await?;
    if let Some(code) = &desk.draft.booked {
        // A form left behind in another tab: what it was for stands already.
        leptos_axum::redirect(&format!("/b/{code}"));
        return Ok(());
    }
    let secret = desk.secret()?;
    desk.draft.alone = alone.is_some() && service.persons() == law::service::Persons::OneOrTwo;
    match seat {
        Party::First => desk.draft.first = Some(typed),
        Party::Second if desk.draft.alone => desk.draft.second = None,
        Party::Second => desk.draft.second = Some(typed),
    }
    desk.draft.refused = match show::unlawful_day(&desk, seat).await? {
        Some(why) => Some(Refused::Day(why)),
        None => keep_place(&desk, &secret).await?,
    };
    desk.keep().await?;
    leptos_axum::redirect(&format!("/book/{service}/{}", show::next_page(&desk, seat)));
    Ok(())
}

/// A place that ran out while somebody typed is kept once more, if it is still free.
async fn keep_place(desk: &Desk, secret: &str) -> Result<Option<Refused>, ServerFnError> {
    let Some(slot) = desk.draft.slot else { return Ok(Some(Refused::Nothing)) };
    let hold = desk.registry.hold_of(secret).await.map_err(trouble)?;
    if hold.is_some_and(|hold| !hold.expired && hold.slot == slot) {
        return Ok(None);
    }
    match desk.registry.hold(secret, slot).await {
        Ok(_) => Ok(None),
        Err(error) => show::refusal(error).map(Some),
    }
}

/// 「确认预约」. Sent twice, it leads to the same booking.
#[server]
pub async fn confirm(service: Service) -> Result<(), ServerFnError> {
    let mut desk = Desk::of(service).await?;
    if let Some(code) = &desk.draft.booked {
        // The browser may never have seen the answer to the first press, and with it the booking's token.
        if let Some(opened) = desk.booked().await? {
            cookie::set_manage(opened.booking.code, &opened.manage_token);
        }
        leptos_axum::redirect(&format!("/b/{code}"));
        return Ok(());
    }
    let secret = desk.secret()?;
    let lang = crate::ui::lang::Lang::here().into();
    let reader = Reader {
        draft: &desk.draft,
        today: desk.registry.clock().today(),
        terms: desk.registry.terms(),
        lang,
    };
    let first_missing = show::missing(&reader);
    let (Some(slot), None, Some(first)) = (desk.draft.slot, first_missing, &desk.draft.first) else {
        leptos_axum::redirect(&format!("/book/{service}/{}", first_missing.unwrap_or("day")));
        return Ok(());
    };
    let second = desk.draft.second.as_ref().map(raw);
    let request =
        Request::read(slot, &raw(first), second.as_ref(), contact(&desk.draft), lang, reader.rules());
    let taken = match request {
        Ok(request) => take(&desk, &request, Channel::Web { draft: &secret }).await,
        Err(error) => Err(error),
    };
    match taken {
        Ok(booked) => {
            cookie::set_manage(booked.code, &booked.manage_token);
            desk.draft.booked = Some(booked.code.to_string());
            // The booking has them now, sealed; the draft keeps nobody's number longer than it must.
            (desk.draft.first, desk.draft.second, desk.draft.refused) = (None, None, None);
            desk.keep().await?;
            leptos_axum::redirect(&format!("/b/{}", booked.code));
        }
        Err(Error::Invalid(_)) => leptos_axum::redirect(&format!("/book/{service}/first")),
        Err(error) => {
            desk.draft.refused = Some(show::refusal(error)?);
            desk.keep().await?;
            let page =
                if matches!(desk.draft.refused, Some(Refused::NotBookable)) { "check" } else { "time" };
            leptos_axum::redirect(&format!("/book/{service}/{page}"));
        }
    }
    Ok(())
}

/// Takes the place; where a receipt is asked for, only under it and only on a day that is lawful by it.
async fn take(desk: &Desk, request: &Request, channel: Channel<'_>) -> Result<Booked, Error> {
    if !desk.draft.service.asks_receipt() {
        return desk.registry.take(request, channel).await;
    }
    let (Some(receipt), Some(first)) = (show::reader(desk).receipt(), &desk.draft.first) else {
        return Err(Error::NotBookable);
    };
    // Numbers that are tried out are counted, and not told apart from wrong ones.
    match desk.registry.divorce_dates_for(receipt.as_str(), &document(first), &caller()).await {
        Ok(_) => desk.registry.take_with_receipt(request, receipt.as_str(), channel).await,
        Err(Error::NotFound | Error::TooMany { .. }) => Err(Error::NotBookable),
        Err(error) => Err(error),
    }
}

/// Finds a booking by its code and the booker's own document.
#[server]
pub async fn find(
    #[server(default)] code: String,
    #[server(default)] id_number: String,
) -> Result<(), ServerFnError> {
    match office()?.find_booking(&code, &id_number, &caller()).await {
        Ok(opened) => {
            cookie::set_manage(opened.booking.code, &opened.manage_token);
            leptos_axum::redirect(&format!("/b/{}", opened.booking.code));
        }
        Err(Error::NotFound) => leptos_axum::redirect("/b?again=not_found"),
        Err(Error::TooMany { .. }) => leptos_axum::redirect("/b?again=too_many"),
        Err(error) => return Err(trouble(error)),
    }
    Ok(())
}

/// Cancels, or undoes within ten minutes: the same to whoever holds the booking.
#[server]
pub async fn cancel(code: String) -> Result<(), ServerFnError> {
    let (registry, booking) = opened(&code).await?;
    let refused = match registry.cancel_booking(&booking, None).await {
        Ok(()) => None,
        Err(Error::Stale) => Some("changed"),
        Err(Error::Gone | Error::TooLate) => Some("late"),
        Err(error) => return Err(trouble(error)),
    };
    let mark = refused.map(|refused| format!("?refused={refused}")).unwrap_or_default();
    leptos_axum::redirect(&format!("/b/{}{mark}", booking.code));
    Ok(())
}

/// Moves a booking: the new place is secured before the old one is given back.
#[server]
pub async fn move_to(code: String, #[server(default)] slot: String) -> Result<(), ServerFnError> {
    let (registry, booking) = opened(&code).await?;
    let Ok(to) = SlotId::parse(&slot) else {
        leptos_axum::redirect(&format!("/b/{}/move?refused=nothing", booking.code));
        return Ok(());
    };
    let refused = match registry.move_booking(&booking, to, None).await {
        Ok(()) => {
            leptos_axum::redirect(&format!("/b/{}", booking.code));
            return Ok(());
        }
        Err(Error::Gone | Error::TooLate) => "late",
        Err(Error::SlotFull { .. }) => "full",
        Err(Error::Invalid(_)) => "young",
        Err(Error::NotBookable) => "unlawful",
        Err(Error::TooEarly | Error::Closed | Error::Stale) => "changed",
        Err(error) => return Err(trouble(error)),
    };
    let date = to.date();
    let month = date.format("%Y-%m");
    leptos_axum::redirect(&format!("/b/{}/move?month={month}&date={date}&refused={refused}", booking.code));
    Ok(())
}

/// The booking of this code, if this browser holds its token.
async fn opened(code: &str) -> Result<(registry::Registry, Booking), ServerFnError> {
    let registry = office()?;
    let unknown = || ServerFnError::new("not_found");
    let code = BookingCode::parse(code).map_err(|_| unknown())?;
    let token = cookie::manage(code).ok_or_else(unknown)?;
    match registry.open_booking(&code.to_string(), &token).await {
        Ok(booking) => Ok((registry, booking)),
        Err(Error::NotFound) => {
            leptos_axum::redirect("/b");
            Err(unknown())
        }
        Err(error) => Err(trouble(error)),
    }
}

//! From the registry's answers to what the pages show.

use super::draft::{Desk, trouble};
use super::person::{Reader, document};
use super::view::{DayView, Look, MonthView, Nearest, Place, Refused, SlotView};
use crate::ui::ticks::Bring;
use chrono::{Datelike, Months, NaiveDate};
use law::{
    Lang,
    booking::{DayQuestion, DayReason, OfficeDays, closed_sentence},
    calendar::DayKind,
    checklist::{Circumstance, what_to_bring},
    eligibility::Party,
    service::{Persons, Service},
    words,
};
use leptos::prelude::ServerFnError;
use registry::{
    Error, Opening, Registry,
    booking::{Alternative, Availability, DayOffer, SlotOffer},
};
use std::ops::RangeInclusive;

pub fn lang() -> Lang {
    crate::ui::lang::Lang::here().into()
}

/// What to bring, with the second line that saves a second journey.
pub fn bring(service: Service, applies: &[Circumstance]) -> Vec<Bring> {
    let lang = lang();
    let items = what_to_bring(service, applies).into_iter();
    items
        .map(|item| Bring { words: item.title(lang).to_owned(), more: Some(item.second(lang).to_owned()) })
        .collect()
}

pub fn place(opening: &Opening) -> Place {
    let office = &opening.office;
    Place {
        address: office.address.clone(),
        more: office.address_more.clone(),
        transport: office.transport.clone(),
    }
}

fn slot(date: NaiveDate, offer: &SlotOffer) -> SlotView {
    SlotView {
        id: offer.id.to_string(),
        date,
        starts: offer.start,
        ends: offer.end,
        left: offer.left,
        few: offer.left * 4 <= offer.offered,
    }
}

/// Every time of the days asked for.
pub fn slots(offer: &Availability) -> Vec<SlotView> {
    offer.days.iter().flat_map(|day| day.slots.iter().map(|offer| slot(day.date, offer))).collect()
}

fn other(other: &Alternative) -> SlotView {
    SlotView {
        id: other.id.to_string(),
        date: other.date,
        starts: other.start,
        ends: other.end,
        left: other.left,
        few: false,
    }
}

/// A refusal as the page tells it; what is no answer to a person stays an error.
pub fn refusal(error: Error) -> Result<Refused, ServerFnError> {
    match error {
        Error::SlotFull { alternatives } => Ok(Refused::Full(alternatives.iter().map(other).collect())),
        Error::HoldExpired => Ok(Refused::Full(Vec::new())),
        Error::NotBookable | Error::KeyReused => Ok(Refused::NotBookable),
        Error::TooEarly | Error::TooLate | Error::Closed | Error::Invalid(_) => Ok(Refused::TooLate),
        Error::Gone | Error::NotFound => Ok(Refused::Gone),
        other @ (Error::TooMany { .. }
        | Error::Stale
        | Error::HeldByOther { .. }
        | Error::IllegalMove(_)
        | Error::Forbidden(_)
        | Error::SignedOut
        | Error::Unavailable(_)
        | Error::Contended(_)
        | Error::Inconsistent(_)) => Err(trouble(other)),
    }
}

/// Why a day can't be chosen, as a sentence with its date; `None` if it can.
pub async fn why_not(
    registry: &Registry,
    service: Service,
    day: &DayOffer,
) -> Result<Option<String>, ServerFnError> {
    let opening = registry.opening().await.map_err(trouble)?;
    Ok(sentence(&opening, registry, service, day))
}

fn sentence(opening: &Opening, registry: &Registry, service: Service, day: &DayOffer) -> Option<String> {
    let reason = day.reason?;
    let (lang, now) = (lang(), registry.clock().local());
    if let (DayReason::Closed, Some(note)) = (reason, &day.note) {
        let date = words::date(day.date, now.year(), lang);
        return Some(format!("{date}{}{note}", lang.pick("：", ": ")));
    }
    let none = OfficeDays::default();
    let question = DayQuestion {
        now,
        service,
        settings: &opening.office.booking,
        national: &opening.calendar,
        office: &none,
    };
    Some(closed_sentence(&question, day.date, reason, lang))
}

/// A month of a service: every day with its look and its word.
pub async fn month(
    registry: &Registry,
    service: Service,
    asked: Option<NaiveDate>,
    chosen: Option<NaiveDate>,
) -> Result<MonthView, ServerFnError> {
    let opening = registry.opening().await.map_err(trouble)?;
    let today = registry.clock().today();
    let nearest = registry.nearest(service).await.map_err(trouble)?;
    let nearest = nearest.map(|slot| Nearest { date: slot.id.date(), starts: slot.start });
    let (first, last) = (first_of(today), first_of(today) + Months::new(2));
    let wanted = asked.or(chosen).or(nearest.map(|nearest| nearest.date)).unwrap_or(today);
    let month = first_of(wanted).clamp(first, last);
    let next = month + Months::new(1);
    let length = u32::try_from((next - month).num_days()).unwrap_or(31);
    let offer = registry.availability(service, month, length).await.map_err(trouble)?;
    Ok(MonthView {
        service,
        today,
        month,
        previous: (month > first).then(|| month - Months::new(1)),
        next: (next <= last).then_some(next),
        days: offer.days.iter().map(|day| day_view(&opening, registry, service, day)).collect(),
        nearest,
        chosen,
        notes: notes(&opening, registry, service, &offer.days),
        refused: None,
        waits_for: None,
    })
}

/// Why the day that was chosen is not lawful for what they come for, by the receipt that the first just typed. Where
/// receipt and document don't belong together, nothing is said.
pub async fn unlawful_day(desk: &Desk, seat: Party) -> Result<Option<String>, ServerFnError> {
    let reader = reader(desk);
    let (Some(slot), Some(first), Some(receipt)) = (desk.draft.slot, &desk.draft.first, reader.receipt())
    else {
        return Ok(None);
    };
    if seat != Party::First || !reader.faults(Party::First).is_empty() {
        return Ok(None);
    }
    let from = crate::ui::request::caller();
    let dates = desk.registry.divorce_dates_for(receipt.as_str(), &document(first), &from).await;
    match dates {
        Ok(dates) => Ok(dates
            .days_for(slot.service())
            .filter(|days| !days.contains(&slot.date()))
            .map(|days| lawful_days(&days, reader.today.year()))),
        Err(Error::NotFound | Error::TooMany { .. }) => Ok(None),
        Err(error) => Err(trouble(error)),
    }
}

/// The days that would work, and what works where none of them can be booked any more.
pub fn lawful_days(days: &RangeInclusive<NaiveDate>, year: i32) -> String {
    let lang = lang();
    let (first, last) = (words::date(*days.start(), year, lang), words::date(*days.end(), year, lang));
    match lang {
        Lang::Zh => format!(
            "按受理回执单，可以办的日子是{first} 至 {last}，请选其中一天；约不上就在这些日子里的工作日直接来，当天可办"
        ),
        Lang::En => format!(
            "By your receipt this can be done from {first} to {last}: please choose one of these days, or just come on a working day among them"
        ),
    }
}

pub fn first_of(date: NaiveDate) -> NaiveDate {
    date.with_day(1).unwrap_or(date)
}

fn day_view(opening: &Opening, registry: &Registry, service: Service, day: &DayOffer) -> DayView {
    let lang = lang();
    let (look, word) = match day.reason {
        None if day.is_nearly_full() => (Look::Few, lang.pick("快满", "few").to_owned()),
        None => (Look::Open, left(day.left(), lang)),
        Some(DayReason::Full) => (Look::Full, DayReason::Full.cell_word(lang).to_owned()),
        Some(reason) => (Look::Shut, reason.cell_word(lang).to_owned()),
    };
    DayView {
        date: day.date,
        look,
        word,
        make_up: opening.calendar.day(day.date) == DayKind::MakeUpWorkday,
        why: sentence(opening, registry, service, day),
        may_wait: day.reason == Some(DayReason::Full) && service.keeps_waiting_list(),
    }
}

fn left(left: u32, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("余{left}"),
        // 46 px hold no more.
        Lang::En if left < 10 => format!("{left} left"),
        Lang::En => "open".to_owned(),
    }
}

/// Holidays, make-up workdays and the office's own closures of the month, one line each, and the day of release.
fn notes(opening: &Opening, registry: &Registry, service: Service, days: &[DayOffer]) -> Vec<String> {
    let (lang, year) = (lang(), registry.clock().today().year());
    let (colon, to) = (lang.pick("：", ": "), lang.pick(" 至 ", " to "));
    let mut notes = Vec::new();
    let mut told = None;
    for day in days {
        if let Some(run) = opening.calendar.holiday_run(day.date)
            && let Some(holiday) = run.holiday
            && told != Some(run.first)
        {
            told = Some(run.first);
            let (first, last) = (words::date(run.first, year, lang), words::date(run.last, year, lang));
            let span = if run.first == run.last { first } else { format!("{first}{to}{last}") };
            notes.push(format!("{span}{colon}{}", holiday.closed(lang)));
        }
    }
    for day in days {
        let date = words::date(day.date, year, lang);
        if opening.calendar.day(day.date) == DayKind::MakeUpWorkday {
            let words = lang.pick("调休上班，照常办理", "a working day in exchange, open as usual");
            notes.push(format!("{date}{colon}{words}"));
        }
        if let Some(note) = &day.note {
            notes.push(format!("{date}{colon}{note}"));
        }
    }
    let unreleased = days.iter().find(|day| day.reason == Some(DayReason::NotReleased));
    notes.extend(unreleased.and_then(|day| sentence(opening, registry, service, day)));
    notes
}

/// The page that follows a person's form.
pub fn next_page(desk: &Desk, seat: Party) -> &'static str {
    match desk.draft.refused {
        None => {}
        Some(Refused::Day(_)) => return "day",
        Some(_) => return "time",
    }
    let reader = reader(desk);
    let own = match seat {
        Party::First => "first",
        Party::Second => "second",
    };
    let skipped = seat == Party::Second && desk.draft.alone;
    if !skipped && !reader.faults(seat).is_empty() {
        return own;
    }
    missing(&reader).unwrap_or("check")
}

pub fn reader(desk: &Desk) -> Reader<'_> {
    Reader {
        draft: &desk.draft,
        today: desk.registry.clock().today(),
        terms: desk.registry.terms(),
        lang: lang(),
    }
}

/// The first page that still has to be filled in; `None` when everything is there and right.
pub fn missing(reader: &Reader<'_>) -> Option<&'static str> {
    let draft = reader.draft;
    if draft.slot.is_none() {
        return Some("day");
    }
    if draft.first.is_none() || !reader.faults(Party::First).is_empty() {
        return Some("first");
    }
    let takes_second = match draft.service.persons() {
        Persons::Two => true,
        Persons::One => false,
        Persons::OneOrTwo => !draft.alone,
    };
    let lacks_second = draft.second.is_none() || !reader.faults(Party::Second).is_empty();
    (takes_second && lacks_second).then_some("second")
}

//! What the booking's pages ask for when they are made. Each runs while the server writes the page; a page that can't be shown
//! yet leads to the one that comes before it, and is `None`.

use super::view::{BeforeView, CheckView, HomeView, MonthView, PersonView, TimesView};
use chrono::NaiveDate;
use law::{eligibility::Party, service::Service};
use leptos::prelude::*;

use super::{
    draft::{Desk, office, trouble},
    show,
    view::{DayHours, PersonLine, Refused, SlotView},
};
use crate::ui::hold::Held;
use law::{
    booking::SlotId,
    checklist::{Circumstance, circumstances, no_longer_needed, no_longer_needed_since},
    eligibility::OfficeFault,
};

/// The first page.
pub async fn home() -> Result<HomeView, ServerFnError> {
    let registry = office()?;
    let lang = show::lang();
    let week = registry.week().await.map_err(trouble)?;
    let notice =
        week.iter().find(|day| day.is_today && day.hours.is_empty()).and_then(|day| day.note.clone());
    let days = week.into_iter().map(|day| {
        let rest = match day.kind {
            law::calendar::DayKind::Holiday(Some(holiday)) => holiday.closed(lang),
            _ => lang.pick("休息", "Closed"),
        };
        let closed = day.hours.is_empty().then(|| day.note.clone().unwrap_or_else(|| rest.to_owned()));
        DayHours {
            date: day.date,
            spans: day.hours.iter().map(|span| (span.starts, span.ends)).collect(),
            closed,
        }
    });
    let week = days.collect();
    let place = show::place(&*registry.opening().await.map_err(trouble)?);
    let today_closed = lang.pick("今天不办公：", "Closed today: ");
    let notice = notice.map(|note| format!("{today_closed}{note}"));
    Ok(HomeView { today: registry.clock().today(), week, place, notice })
}

/// 「来之前看一眼」.
pub async fn before(service: Service) -> Result<BeforeView, ServerFnError> {
    let desk = Desk::of(service).await?;
    let (lang, applies) = (show::lang(), &desk.draft.applies);
    let abroad = [Circumstance::HongKongMacauTaiwan, Circumstance::OverseasChinese, Circumstance::Foreigner];
    let elsewhere = service == Service::Marriage
        && !desk.registry.terms().foreign_related
        && abroad.iter().any(|abroad| applies.contains(abroad));
    Ok(BeforeView {
        service,
        bring: show::bring(service, applies),
        gone: no_longer_needed(lang).map(str::to_owned).into(),
        gone_since: no_longer_needed_since(lang).to_owned(),
        circumstances: circumstances(service).iter().map(|known| (*known, applies.contains(known))).collect(),
        elsewhere: elsewhere.then(|| OfficeFault::ForeignRelatedElsewhere.words(lang).to_owned()),
    })
}

/// 「哪一天来？」. `month` is any day of it.
pub async fn month(service: Service, month: Option<NaiveDate>) -> Result<MonthView, ServerFnError> {
    let desk = Desk::of(service).await?;
    let mut view = show::month(&desk.registry, service, month, desk.draft.date).await?;
    view.refused = desk.refused().filter(|refused| matches!(refused, Refused::Nothing | Refused::Day(_)));
    view.waits_for = super::wait::waits_for(&desk.registry, service).await?;
    Ok(view)
}

/// 「几点到？」 on the day that was chosen.
pub async fn times(service: Service) -> Result<Option<TimesView>, ServerFnError> {
    let mut desk = Desk::of(service).await?;
    let Some(date) = desk.draft.date else {
        leptos_axum::redirect(&format!("/book/{service}/day"));
        return Ok(None);
    };
    let offer = desk.registry.availability(service, date, 1).await.map_err(trouble)?;
    let held = held(&mut desk).await?;
    Ok(Some(TimesView {
        service,
        today: desk.registry.clock().today(),
        date,
        slots: show::slots(&offer),
        // Chosen is only what is really kept: the place may have gone to somebody else.
        chosen: held.filter(|held| !held.expired).and(desk.draft.slot).map(|slot| slot.to_string()),
        refused: desk.refused().filter(|refused| !matches!(refused, Refused::Day(_))),
    }))
}

/// 「第一位」 and 「第二位」: what was typed comes back to the one who typed it.
pub async fn person(service: Service, seat: Party) -> Result<Option<PersonView>, ServerFnError> {
    let mut desk = Desk::of(service).await?;
    if let Some(code) = &desk.draft.booked {
        leptos_axum::redirect(&format!("/b/{code}"));
        return Ok(None);
    }
    let lacks = match seat {
        Party::First => desk.draft.slot.is_none().then_some("day"),
        Party::Second if desk.draft.first.is_none() => Some("first"),
        Party::Second => None,
    };
    if let Some(page) = lacks {
        leptos_axum::redirect(&format!("/book/{service}/{page}"));
        return Ok(None);
    }
    let held = held(&mut desk).await?;
    let reader = show::reader(&desk);
    let (faults, other_day) = (reader.faults(seat), reader.waits_for_age(seat));
    let typed = desk.draft.typed(seat).cloned().unwrap_or_default();
    Ok(Some(PersonView { service, today: reader.today, seat, typed, faults, other_day, held }))
}

/// 「核对一下」.
pub async fn check(service: Service) -> Result<Option<CheckView>, ServerFnError> {
    let mut desk = Desk::of(service).await?;
    if let Some(code) = &desk.draft.booked {
        leptos_axum::redirect(&format!("/b/{code}"));
        return Ok(None);
    }
    let held = held(&mut desk).await?;
    let reader = show::reader(&desk);
    let missing = show::missing(&reader);
    let (Some(slot), None, Some(first)) = (desk.draft.slot, missing, reader.read(Party::First)) else {
        leptos_axum::redirect(&format!("/book/{service}/{}", missing.unwrap_or("day")));
        return Ok(None);
    };
    let second = if desk.draft.alone { None } else { reader.read(Party::Second) };
    let line = |seat, party: &registry::booking::Party| PersonLine {
        seat,
        name: party.name.as_str().to_owned(),
        id_type: party.person.id().id_type(),
        id_masked: party.person.id().masked(),
    };
    let mut persons = vec![line(Party::First, &first)];
    persons.extend(second.as_ref().map(|second| line(Party::Second, second)));
    Ok(Some(CheckView {
        service,
        today: reader.today,
        slot: slot_view(&desk.registry, slot).await?,
        persons,
        phone: first.phone.as_ref().map(law::phone::Phone::masked),
        texting: super::person::contact(&desk.draft) == registry::booking::Contact::Sms,
        receipt_no: reader.receipt().map(|receipt| receipt.to_string()),
        held,
        refused: desk.refused(),
    }))
}

/// Until when the place is kept, seen from now.
async fn held(desk: &mut Desk) -> Result<Option<Held>, ServerFnError> {
    let secret = desk.secret()?;
    let hold = desk.registry.hold_of(&secret).await.map_err(trouble)?;
    let hold = hold.filter(|hold| Some(hold.slot) == desk.draft.slot);
    Ok(hold.map(|hold| Held {
        until: hold.until.time(),
        seconds_left: u32::try_from((hold.until - desk.registry.clock().local()).num_seconds()).unwrap_or(0),
        may_extend: hold.may_extend,
        expired: hold.expired,
    }))
}

pub(super) async fn slot_view(
    registry: &registry::Registry,
    slot: SlotId,
) -> Result<SlotView, ServerFnError> {
    let spans = registry.opening().await.map_err(trouble)?.office.slots();
    let ends = spans.iter().find(|span| span.starts == slot.start()).map_or(slot.start(), |span| span.ends);
    Ok(SlotView { id: slot.to_string(), date: slot.date(), starts: slot.start(), ends, left: 0, few: false })
}

//! What the pages ask for when they are made. Each runs while the server writes the page; a page that can't be shown
//! yet leads to the one that comes before it, and is `None`.

use super::view::{
    BeforeView, BookedView, CheckView, DatesView, FindView, HomeView, MonthView, MoveView, PaperView,
    PersonView, TimesView,
};
use chrono::NaiveDate;
use law::{eligibility::Party, service::Service};
use leptos::prelude::*;

#[cfg(feature = "ssr")]
use super::{
    cookie,
    draft::{Desk, office, trouble},
    show,
    view::{ClockStep, DayHours, PersonLine, Refused, SlotView, State},
};
#[cfg(feature = "ssr")]
use crate::ui::{hold::Held, qr::QrPath};
#[cfg(feature = "ssr")]
use law::{
    booking::{BookingCode, SlotId},
    checklist::{Circumstance, circumstances, no_longer_needed, no_longer_needed_since},
    divorce_clock::{RestDayPolicy, clock},
    eligibility::OfficeFault,
};
#[cfg(feature = "ssr")]
use registry::{Error, booking::Booking, paper::PaperStatus, vault::PaperKind};

/// The first page.
#[server]
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
#[server]
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
#[server]
pub async fn month(service: Service, month: Option<NaiveDate>) -> Result<MonthView, ServerFnError> {
    let desk = Desk::of(service).await?;
    let mut view = show::month(&desk.registry, service, month, desk.draft.date).await?;
    view.refused = desk.refused().filter(|refused| matches!(refused, Refused::Nothing | Refused::Day(_)));
    Ok(view)
}

/// 「几点到？」 on the day that was chosen.
#[server]
pub async fn times(service: Service) -> Result<Option<TimesView>, ServerFnError> {
    let desk = Desk::of(service).await?;
    let Some(date) = desk.draft.date else {
        leptos_axum::redirect(&format!("/book/{service}/day"));
        return Ok(None);
    };
    let offer = desk.registry.availability(service, date, 1).await.map_err(trouble)?;
    Ok(Some(TimesView {
        service,
        today: desk.registry.clock().today(),
        date,
        slots: show::slots(&offer),
        chosen: desk.draft.slot.map(|slot| slot.to_string()),
        refused: desk.refused().filter(|refused| !matches!(refused, Refused::Day(_))),
    }))
}

/// 「第一位」 and 「第二位」: what was typed comes back to the one who typed it.
#[server]
pub async fn person(service: Service, seat: Party) -> Result<Option<PersonView>, ServerFnError> {
    let mut desk = Desk::of(service).await?;
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
    let faults = show::reader(&desk).faults(seat);
    let typed = desk.draft.typed(seat).cloned().unwrap_or_default();
    Ok(Some(PersonView { service, today: desk.registry.clock().today(), seat, typed, faults, held }))
}

/// 「核对一下」.
#[server]
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
        held,
        refused: desk.refused(),
    }))
}

/// A booking, for whoever holds its token: in the cookie, or once in the address (`?t=`), which is then cleaned.
#[server]
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
#[server]
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
    let view = show::month(&registry, service, month.or(date), date.or(Some(booking.date))).await?;
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

/// The form that finds a booking again; `again` says why it is shown once more.
#[server]
pub async fn finding(again: Option<String>) -> Result<FindView, ServerFnError> {
    let lang = show::lang();
    let fault = match again.as_deref() {
        Some("not_found") => Some(lang.pick(
            "预约号和身份证号码对不上，请照凭条再看一遍，或打电话问我们",
            "Code and ID number don't match; please look at the slip again, or call us",
        )),
        Some("too_many") => Some(lang.pick(
            "试的次数太多了，请十分钟后再试，或打电话问我们",
            "Too many tries; please try again in ten minutes, or call us",
        )),
        _ => None,
    };
    Ok(FindView { fault: fault.map(str::to_owned) })
}

/// 「算一算日期」: by the national calendar, never by what this office opens for.
#[server]
pub async fn divorce_dates(accepted: Option<String>) -> Result<DatesView, ServerFnError> {
    let registry = office()?;
    let (lang, today) = (show::lang(), registry.clock().today());
    let Some(asked) = accepted else { return Ok(DatesView { today, ..DatesView::default() }) };
    let not_a_day =
        lang.pick("请选一个日期，例如回执单上的那天", "Please choose a day, the one on the receipt");
    let opening = registry.opening().await.map_err(trouble)?;
    let worked = match asked.parse::<NaiveDate>() {
        Ok(day) => clock(day, &opening.calendar, RestDayPolicy::default()).map_err(|fault| fault.words(lang)),
        Err(_) => Err(not_a_day),
    };
    Ok(match worked {
        Ok(dates) => DatesView {
            today,
            asked,
            steps: dates
                .steps(lang)
                .into_iter()
                .map(|step| ClockStep { kind: step.kind, date: step.date, why: step.why })
                .collect(),
            provisional: dates.provisional,
            fault: None,
        },
        Err(fault) => DatesView { today, asked, fault: Some(fault.to_owned()), ..DatesView::default() },
    })
}

/// A paper's QR code, checked: whether it is ours, its kind, its day. Never a person, and of a divorce paper never
/// what became of it.
#[server]
pub async fn paper(token: String) -> Result<PaperView, ServerFnError> {
    let registry = office()?;
    let lang = show::lang();
    let known = registry.check_paper(&token).await.map_err(trouble)?;
    let kind = known.kind.map(|kind| match kind {
        PaperKind::BookingSlip => lang.pick("预约凭条", "Booking slip"),
        PaperKind::MissingPapersNotice => lang.pick("一次性告知单", "Notice of missing papers"),
        PaperKind::MarriageRefusalNotice => lang.pick("不予登记告知书", "Notice of refusal"),
        PaperKind::MarriageIssuingSlip => lang.pick("结婚登记发证凭条", "Marriage issuing slip"),
        PaperKind::DivorceDateSheet => lang.pick("日期提示单", "Date sheet"),
        PaperKind::DivorceNotice => lang.pick("告知单", "Notice"),
        PaperKind::ReissueIssuingSlip => lang.pick("补领发证凭条", "Reissue slip"),
        PaperKind::CeremonyCard => lang.pick("颁证仪式卡", "Ceremony card"),
    });
    let status = known.status.map(|status| match status {
        PaperStatus::Valid => lang.pick("有效", "Valid"),
        PaperStatus::Replaced => lang.pick("已补发新的，这张不再用", "Replaced by a new one"),
        PaperStatus::Withdrawn => lang.pick("已收回", "Withdrawn"),
    });
    Ok(PaperView {
        today: registry.clock().today(),
        genuine: known.genuine,
        kind: kind.map(str::to_owned),
        issued: known.issued,
        status: status.map(str::to_owned),
    })
}

/// Until when the place is kept, seen from now.
#[cfg(feature = "ssr")]
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

#[cfg(feature = "ssr")]
async fn slot_view(registry: &registry::Registry, slot: SlotId) -> Result<SlotView, ServerFnError> {
    let spans = registry.opening().await.map_err(trouble)?.office.slots();
    let ends = spans.iter().find(|span| span.starts == slot.start()).map_or(slot.start(), |span| span.ends);
    Ok(SlotView { id: slot.to_string(), date: slot.date(), starts: slot.start(), ends, left: 0, few: false })
}

#[cfg(feature = "ssr")]
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
#[cfg(feature = "ssr")]
fn nowhere<T>() -> Option<T> {
    if let Some(response) = use_context::<leptos_axum::ResponseOptions>() {
        response.set_status(http::StatusCode::NOT_FOUND);
    }
    None
}

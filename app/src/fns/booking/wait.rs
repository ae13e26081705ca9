//! Waiting for a place on a full day: the form, how far it is, the place that is kept, and the way out of the line.

use super::view::{Typed, WaitFormView, WaitingView};
use chrono::NaiveDate;
use law::service::Service;
use leptos::prelude::*;

use super::{
    cookie,
    draft::{Desk, Draft, office, trouble},
    person::contact,
    read::slot_view,
    show,
    view::HowFar,
};
use law::eligibility::Party;
use registry::booking::{WaitState, Waiting as Own};

/// The form, for a day of this service; another day has to be chosen where one can't wait.
pub async fn wait_form(
    service: Service,
    date: Option<NaiveDate>,
) -> Result<Option<WaitFormView>, ServerFnError> {
    let desk = Desk::of(service).await?;
    let Some(date) = date.filter(|_| service.keeps_waiting_list()) else {
        leptos_axum::redirect(&format!("/book/{service}/day"));
        return Ok(None);
    };
    if waits_for(&desk.registry, service).await?.is_some() {
        leptos_axum::redirect(&format!("/book/{service}/waiting"));
        return Ok(None);
    }
    let reader = show::reader(&desk);
    Ok(Some(WaitFormView {
        service,
        today: reader.today,
        date,
        typed: desk.draft.typed(Party::First).cloned().unwrap_or_default(),
        faults: reader.faults(Party::First),
        refused: desk.refused(),
    }))
}

/// Joins the line.
#[server]
pub async fn join(
    service: Service,
    date: NaiveDate,
    #[server(default)] typed: Typed,
) -> Result<(), ServerFnError> {
    let mut desk = Desk::of(service).await?;
    desk.secret()?;
    // Whoever waits has no time yet.
    (desk.draft.slot, desk.draft.refused) = (None, None);
    desk.draft.first = Some(typed.bounded());
    let reader = show::reader(&desk);
    let joined = match reader.read(Party::First).filter(|_| reader.faults(Party::First).is_empty()) {
        Some(party) => {
            let contact = contact(&desk.draft);
            Some(desk.registry.join_line(service, date, &party, contact, show::lang()).await)
        }
        None => None,
    };
    let page = match joined {
        Some(Ok(secret)) => {
            cookie::set_wait(service, secret.as_str());
            desk.draft.first = None;
            format!("/book/{service}/waiting")
        }
        Some(Err(error)) => {
            desk.draft.refused = Some(show::refusal(error)?);
            format!("/book/{service}/wait?date={date}")
        }
        None => format!("/book/{service}/wait?date={date}"),
    };
    desk.keep().await?;
    leptos_axum::redirect(&page);
    Ok(())
}

/// How far this browser's wait is.
pub async fn waiting(service: Service) -> Result<Option<WaitingView>, ServerFnError> {
    let registry = office()?;
    let Some(waiting) = own(&registry, service).await? else {
        leptos_axum::redirect(&format!("/book/{service}/day"));
        return Ok(None);
    };
    let how_far = match waiting.state {
        WaitState::InLine { ahead } => HowFar::InLine(ahead),
        WaitState::Offered { slot, until } => {
            HowFar::Offered(slot_view(&registry, slot).await?, until.date(), until.time())
        }
        WaitState::Missed => HowFar::Missed,
        WaitState::Closed => HowFar::Closed,
        WaitState::Taken | WaitState::Left => HowFar::Left,
    };
    Ok(Some(WaitingView { service, today: registry.clock().today(), date: waiting.date, how_far }))
}

/// Goes on with the place that is kept: the draft stands under the secret of the wait.
#[server]
pub async fn take_offer(service: Service) -> Result<(), ServerFnError> {
    let registry = office()?;
    let (Some(secret), Some(waiting)) = (cookie::wait(service), own(&registry, service).await?) else {
        leptos_axum::redirect(&format!("/book/{service}/day"));
        return Ok(());
    };
    let WaitState::Offered { slot, .. } = waiting.state else {
        leptos_axum::redirect(&format!("/book/{service}/waiting"));
        return Ok(());
    };
    let known: Option<Draft> = registry.draft(&secret).await.map_err(trouble)?;
    let fresh = Draft {
        date: Some(slot.date()),
        slot: Some(slot),
        first: Some(typed_of(&waiting)),
        ..Draft::new(service)
    };
    let mut desk = Desk::under(registry, secret, known.unwrap_or(fresh));
    desk.keep().await?;
    leptos_axum::redirect(&format!("/book/{service}/check"));
    Ok(())
}

/// Leaves the line.
#[server]
pub async fn leave_line(service: Service) -> Result<(), ServerFnError> {
    if let Some(secret) = cookie::wait(service) {
        office()?.leave_line(&secret).await.map_err(trouble)?;
    }
    leptos_axum::redirect(&format!("/book/{service}/waiting"));
    Ok(())
}

/// The day that this browser waits for, while it does.
pub async fn waits_for(
    registry: &registry::Registry,
    service: Service,
) -> Result<Option<NaiveDate>, ServerFnError> {
    let waiting = own(registry, service).await?;
    let live = waiting
        .filter(|waiting| matches!(waiting.state, WaitState::InLine { .. } | WaitState::Offered { .. }));
    Ok(live.map(|waiting| waiting.date))
}

async fn own(registry: &registry::Registry, service: Service) -> Result<Option<Own>, ServerFnError> {
    match cookie::wait(service) {
        Some(secret) => registry.look_at_line(&secret).await.map_err(trouble),
        None => Ok(None),
    }
}

/// What was typed to join, for the form that an offer leads to.
fn typed_of(waiting: &Own) -> Typed {
    let (party, person) = (&waiting.party, &waiting.party.person);
    Typed {
        name: party.name.as_str().to_owned(),
        id_type: person.id().id_type().as_str().to_owned(),
        id_number: person.id().value().to_owned(),
        sex: person.sex().as_str().to_owned(),
        birth: person.birth().to_string(),
        nationality: person.nationality().as_str().to_owned(),
        phone: party.phone.as_ref().map(law::phone::Phone::display).unwrap_or_default(),
        contact: waiting.contact.as_str().to_owned(),
        receipt_no: String::new(),
    }
}

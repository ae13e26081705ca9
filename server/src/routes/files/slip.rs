//! `GET /b/{code}/slip.pdf`: the booking slip, the same for every service.

use super::{booking, named};
use crate::{http::refusal::Refusal, problem::hour_minute, routes::api::token::Caller, state::AppState};
use axum::{
    extract::{Path, State},
    http::{HeaderMap, HeaderValue, header},
    response::{IntoResponse, Response},
};
use law::Lang;
use papers::{BookingSlip, Imprint};
use registry::{RecordSystem, booking::Booking, office::Office};
use std::sync::Arc;

pub async fn print(
    State(state): State<AppState>,
    Path(code): Path<String>,
    caller: Caller,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    let booking = booking(&state, &code, &headers, caller).await?;
    let opening = state.registry.opening().await.map_err(super::refusal)?;
    let slip = of(&state, &booking, &opening.office);
    let (date, press) = (slip.date.format("%Y%m%d"), Arc::clone(&state.press));
    // Some milliseconds of work: other requests go on meanwhile.
    let printed = tokio::task::spawn_blocking(move || press.booking_slip(&slip)).await;
    let pdf = match printed {
        Ok(Ok(printed)) => printed.pdf,
        Ok(Err(error)) => return Err(fault(&error)),
        Err(error) => return Err(fault(&error)),
    };
    let mut response = pdf.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/pdf"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    if let Some(name) = named(&format!("slip-{date}.pdf"), &format!("预约凭条-{date}.pdf")) {
        headers.insert(header::CONTENT_DISPOSITION, name);
    }
    Ok(response)
}

fn fault(error: &dyn std::fmt::Display) -> Refusal {
    tracing::error!(%error, "a slip could not be printed");
    Refusal::Fault
}

fn of(state: &AppState, booking: &Booking, office: &Office) -> BookingSlip {
    BookingSlip {
        office: on_paper(office, booking.lang),
        imprint: Imprint {
            printed_at: state.registry.clock().local(),
            reprint: None,
            specimen: state.registry.terms().record_system == RecordSystem::Own,
        },
        lang: language(booking.lang),
        date: booking.date,
        start: booking.start,
        end: booking.end,
        code: booking.code.to_string(),
        qr: format!("{}/v/{}", state.settings.origin(), state.registry.slip_token(booking)),
    }
}

/// The office as papers name it.
pub(in crate::routes) fn on_paper(office: &Office, lang: Lang) -> papers::Office {
    let opens = office.hours.first().map(|span| hour_minute(span.starts));
    let closes = office.hours.last().map(|span| hour_minute(span.ends));
    let hours = match (opens, closes) {
        (Some(opens), Some(closes)) => format!("{} {opens}–{closes}", lang.pick("工作日", "Workdays")),
        _ => String::new(),
    };
    papers::Office {
        name: match lang {
            Lang::Zh => office.name.clone(),
            Lang::En => office.name_en.clone(),
        },
        phone: office.phone.clone(),
        hours,
        address: [office.address.as_str(), office.address_more.as_str()]
            .join("，")
            .trim_matches('，')
            .to_owned(),
        transport: office.transport.clone(),
    }
}

fn language(lang: Lang) -> papers::Lang {
    match lang {
        Lang::Zh => papers::Lang::Zh,
        Lang::En => papers::Lang::En,
    }
}

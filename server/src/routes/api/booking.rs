//! `GET`, `DELETE bookings/{code}` and `POST bookings/{code}/move`: for the bearer of the manage token.

use super::{
    super::language::Language,
    body, book,
    token::{self, Caller},
};
use crate::{
    problem::{Problem, hour_minute},
    state::AppState,
};
use axum::{
    Json,
    body::Bytes,
    extract::{Path, State},
    http::{HeaderMap, StatusCode},
};
use chrono::NaiveDate;
use law::{
    Lang,
    booking::{BookingCode, SlotId},
    service::Service,
};
use registry::{Error, booking::Booking};
use serde::Serialize;

/// A booking without anybody's name: who holds the token knows them, who found it need not. Times in Asia/Shanghai.
#[derive(Serialize)]
pub struct BookingCard {
    code: BookingCode,
    service: Service,
    slot: SlotId,
    date: NaiveDate,
    start: String,
    end: String,
    state: Fate,
    made_at: String,
    /// Until when cancelling leaves no trace of it.
    undo_until: String,
    receipt_pdf: String,
}

/// What has become of it.
#[derive(Serialize)]
#[serde(rename_all = "snake_case")]
enum Fate {
    Booked,
    Arrived,
    Cancelled,
}

/// How often somebody is tried who met another move of the same booking.
const TRIES: u32 = 3;

pub async fn show(
    State(state): State<AppState>,
    Path(code): Path<String>,
    Language(lang): Language,
    caller: Caller,
    headers: HeaderMap,
) -> Result<Json<BookingCard>, Problem> {
    let booking = token::booking(&state, &code, &headers, caller, lang).await?;
    Ok(Json(card(&booking)))
}

pub async fn cancel(
    State(state): State<AppState>,
    Path(code): Path<String>,
    Language(lang): Language,
    caller: Caller,
    headers: HeaderMap,
) -> Result<StatusCode, Problem> {
    for _ in 0..TRIES {
        let booking = token::booking(&state, &code, &headers, caller, lang).await?;
        match state.registry.cancel_booking(&booking, None).await {
            Ok(()) => return Ok(StatusCode::NO_CONTENT),
            Err(Error::Stale) => {}
            Err(error) => return Err(Problem::of(error, lang)),
        }
    }
    Err(Problem::of(Error::Stale, lang))
}

pub async fn relocate(
    State(state): State<AppState>,
    Path(code): Path<String>,
    Language(lang): Language,
    caller: Caller,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Json<BookingCard>, Problem> {
    for _ in 0..TRIES {
        let booking = token::booking(&state, &code, &headers, caller, lang).await?;
        let to = wanted(&headers, &body, lang)?;
        match state.registry.move_booking(&booking, to, None).await {
            Ok(()) => return Ok(Json(card(&token::booking(&state, &code, &headers, caller, lang).await?))),
            Err(Error::Stale) => {}
            Err(error) => return Err(Problem::of(error, lang)),
        }
    }
    Err(Problem::of(Error::Stale, lang))
}

/// `{"slot": …}` and nothing else.
fn wanted(headers: &HeaderMap, body: &[u8], lang: Lang) -> Result<SlotId, Problem> {
    let mut members = body::read(headers, body, lang)?;
    let slot = members.text("slot");
    let faults = members.close();
    if !faults.is_empty() {
        return Err(Problem::invalid(faults, lang));
    }
    SlotId::parse(&slot).map_err(|fault| Problem::field("slot", fault.code(), lang))
}

fn card(booking: &Booking) -> BookingCard {
    let minute = "%Y-%m-%dT%H:%M:%S+08:00";
    let state = match (booking.cancelled_at, booking.arrived_at) {
        (Some(_), _) => Fate::Cancelled,
        (None, Some(_)) => Fate::Arrived,
        (None, None) => Fate::Booked,
    };
    BookingCard {
        code: booking.code,
        service: booking.service,
        slot: booking.slot,
        date: booking.date,
        start: hour_minute(booking.start),
        end: hour_minute(booking.end),
        state,
        made_at: booking.made_at.format(minute).to_string(),
        undo_until: booking.undo_until.format(minute).to_string(),
        receipt_pdf: book::receipt(booking.code),
    }
}

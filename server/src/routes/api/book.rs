//! `POST bookings`: books a slot for one person or two.

use super::{
    super::language::Language,
    body::{self, Members},
    key,
};
use crate::{
    problem::{Problem, hour_minute},
    state::AppState,
};
use axum::{
    Json,
    body::Bytes,
    extract::State,
    http::{HeaderMap, HeaderName, StatusCode, header},
    response::{IntoResponse, Response},
};
use chrono::NaiveDate;
use law::{
    Lang,
    booking::{BookingCode, SlotId},
    service::Service,
};
use registry::{
    Error, Fault,
    booking::{Booked, Channel, Contact, Idempotency, RawParty, Reading, Request},
};
use serde::Serialize;

/// What a booking is answered with; times `HH:MM` in Asia/Shanghai.
#[derive(Serialize)]
pub struct BookedCard {
    code: BookingCode,
    manage_token: String,
    service: Service,
    date: NaiveDate,
    start: String,
    end: String,
    /// Opened with the same token.
    receipt_pdf: String,
}

/// The request as typed: text, right or wrong.
struct Wanted {
    service: String,
    slot: String,
    receipt_no: String,
    contact: String,
    a: RawParty,
    b: Option<RawParty>,
}

pub async fn book(
    State(state): State<AppState>,
    Language(lang): Language,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response, Problem> {
    let key = key::of(&headers, lang)?;
    let members = body::read(&headers, &body, lang)?;
    let booked = take(&state, members, Idempotency { key, body: &body }, lang).await;
    state.metrics.booking(booked.as_ref().err());
    let booked = booked.map_err(|error| Problem::of(error, lang))?;
    Ok(created(&booked))
}

async fn take(state: &AppState, members: Members, key: Idempotency<'_>, lang: Lang) -> Result<Booked, Error> {
    let wanted = Wanted::read(members).map_err(Error::Invalid)?;
    let receipt_no = wanted.receipt_no.trim().to_owned();
    let request = wanted.request(state, lang)?;
    let channel = Channel::Api(Some(key));
    match receipt_no.as_str() {
        // The portal may book without a receipt; then the day is looked at when they come.
        "" => state.registry.take(&request, channel).await,
        _ if !request.slot.service().asks_receipt() => Err(Error::invalid("receipt_no", "unknown_field")),
        receipt_no => state.registry.take_with_receipt(&request, receipt_no, channel).await,
    }
}

impl Wanted {
    fn read(mut members: Members) -> Result<Self, Vec<Fault>> {
        let mut faults = Vec::new();
        let mut wanted = Self {
            service: members.text("service"),
            slot: members.text("slot"),
            receipt_no: members.text("receipt_no"),
            contact: String::new(),
            a: RawParty::default(),
            b: None,
        };
        if let Some(mut a) = members.object("a") {
            wanted.contact = a.text("contact");
            wanted.a = read_party(a, &mut faults);
        }
        wanted.b = members.object("b").map(|b| read_party(b, &mut faults));
        faults.extend(members.close());
        if faults.is_empty() { Ok(wanted) } else { Err(faults) }
    }

    /// Every field read, or every fault of every field.
    fn request(self, state: &AppState, lang: Lang) -> Result<Request, Error> {
        let service = match self.service.as_str() {
            "" => return Err(Error::invalid("service", "missing")),
            name => Service::parse(name).ok_or_else(|| Error::invalid("service", "unknown_value"))?,
        };
        let slot = SlotId::parse(&self.slot).map_err(|fault| Error::invalid("slot", fault.code()))?;
        if slot.service() != service {
            return Err(Error::invalid("slot", "unknown"));
        }
        let contact = match self.contact.as_str() {
            "" => Contact::default(),
            name => Contact::parse(name).ok_or_else(|| Error::invalid("a.contact", "unknown_value"))?,
        };
        let rules = Reading { service, today: state.registry.clock().today(), phone_required: true };
        Request::read(slot, &self.a, self.b.as_ref(), contact, lang, rules)
    }
}

fn read_party(mut members: Members, faults: &mut Vec<Fault>) -> RawParty {
    let mut text = |name| members.text(name);
    let party = RawParty {
        name: text("name"),
        id_type: text("id_type"),
        id_number: text("id_number"),
        phone: text("phone"),
        sex: text("sex"),
        birth: text("birth"),
        nationality: text("nationality"),
    };
    faults.extend(members.close());
    party
}

/// 201, the same bytes each time the same request comes again.
fn created(booked: &Booked) -> Response {
    let at: [(HeaderName, String); 1] = [(header::LOCATION, format!("/api/v1/bookings/{}", booked.code))];
    let card = BookedCard {
        code: booked.code,
        manage_token: booked.manage_token.clone(),
        service: booked.service,
        date: booked.date,
        start: hour_minute(booked.start),
        end: hour_minute(booked.end),
        receipt_pdf: receipt(booked.code),
    };
    (StatusCode::CREATED, at, Json(card)).into_response()
}

/// The path of the slip.
pub fn receipt(code: BookingCode) -> String {
    format!("/b/{code}/slip.pdf")
}

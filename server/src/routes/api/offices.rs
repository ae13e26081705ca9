//! `GET offices`: the offices that can be booked here; one, as long as one is all there is.

use super::super::language::Language;
use crate::{
    problem::{Problem, hour_minute},
    state::AppState,
};
use axum::{Json, extract::State};
use law::service::Service;
use registry::office::{Office, Span};
use serde::Serialize;

/// An office; hours are those of a working day, Asia/Shanghai.
#[derive(Serialize)]
pub struct OfficeCard {
    /// GB/T 2260, six digits.
    id: String,
    name: String,
    name_en: String,
    phone: String,
    address: String,
    hours: Vec<Hours>,
    /// What can be booked by the half-hour.
    services: Vec<Service>,
}

#[derive(Serialize)]
struct Hours {
    start: String,
    end: String,
}

pub async fn list(
    State(state): State<AppState>,
    Language(lang): Language,
) -> Result<Json<Vec<OfficeCard>>, Problem> {
    let opening = state.registry.opening().await.map_err(|error| Problem::of(error, lang))?;
    Ok(Json(vec![card(&opening.office)]))
}

fn card(office: &Office) -> OfficeCard {
    let hours = |span: &Span| Hours { start: hour_minute(span.starts), end: hour_minute(span.ends) };
    let on_offer = |service: &&Service| office.rule(**service).places() > 0;
    OfficeCard {
        id: office.code.clone(),
        name: office.name.clone(),
        name_en: office.name_en.clone(),
        phone: office.phone.clone(),
        address: office.address.clone(),
        hours: office.hours.iter().map(hours).collect(),
        services: Service::ALL.iter().filter(on_offer).copied().collect(),
    }
}

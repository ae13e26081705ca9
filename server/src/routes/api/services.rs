//! `GET services`: what people can come for.

use super::super::language::Language;
use axum::Json;
use law::{
    Lang,
    service::{Persons, Service},
};
use serde::Serialize;

/// A service by the name that every other call uses.
#[derive(Serialize)]
pub struct ServiceCard {
    id: Service,
    title: &'static str,
    /// As the law calls it, always in Chinese.
    statutory_name: &'static str,
    persons: Persons,
}

pub async fn list(Language(lang): Language) -> Json<Vec<ServiceCard>> {
    Json(Service::ALL.iter().map(|service| card(*service, lang)).collect())
}

fn card(service: Service, lang: Lang) -> ServiceCard {
    ServiceCard {
        id: service,
        title: service.title(lang),
        statutory_name: service.statutory_name(),
        persons: service.persons(),
    }
}

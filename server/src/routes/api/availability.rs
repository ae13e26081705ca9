//! `GET offices/{office}/availability`: which days are open and why not, which slots are free. The busiest call: the text is
//! made once a second for everyone who asks (`registry`), here it is only handed on.

use super::{super::language::Language, query};
use crate::{
    problem::{Problem, Word},
    state::AppState,
};
use axum::{
    body::{Body, Bytes},
    extract::{Path, RawQuery, State},
    http::{HeaderValue, header},
    response::Response,
};
use chrono::NaiveDate;
use law::{Lang, service::Service};
use std::sync::Arc;

/// A month, where nobody says how much.
const DAYS: u32 = 31;

pub async fn show(
    State(state): State<AppState>,
    Path(office): Path<String>,
    RawQuery(query): RawQuery,
    Language(lang): Language,
) -> Result<Response, Problem> {
    let registry = &state.registry;
    let opening = registry.opening().await.map_err(|error| Problem::of(error, lang))?;
    if office != opening.office.code {
        return Err(Problem::word(Word::NotFound, lang));
    }
    let (service, from, days) = asked(query.as_deref(), registry.clock().today(), lang)?;
    let json = registry.availability_json(service, from, days).await;
    Ok(answer(json.map_err(|error| Problem::of(error, lang))?))
}

/// `service` is required; `from` is today and `days` a month where they are left out.
fn asked(query: Option<&str>, today: NaiveDate, lang: Lang) -> Result<(Service, NaiveDate, u32), Problem> {
    let service = match query::value(query, "service") {
        None => return Err(Problem::field("service", "missing", lang)),
        Some(name) => Service::parse(name).ok_or_else(|| Problem::field("service", "unknown_value", lang))?,
    };
    let from = match query::value(query, "from") {
        None => today,
        Some(day) => query::day(day).ok_or_else(|| Problem::field("from", "bad_date", lang))?,
    };
    let days = match query::value(query, "days") {
        None => DAYS,
        Some(days) => days.parse().map_err(|_| Problem::field("days", "out_of_range", lang))?,
    };
    Ok((service, from, days))
}

/// Shares the text: nothing is copied for a request.
fn answer(json: Arc<str>) -> Response {
    let mut response = Response::new(Body::from(Bytes::from_owner(Shared(json))));
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    response
}

struct Shared(Arc<str>);

impl AsRef<[u8]> for Shared {
    fn as_ref(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

//! `GET divorce-dates?accepted=2026-01-16`: both periods of thirty days and why they end when they end. By the national
//! calendar alone: when this office opens changes nothing.

use super::{super::language::Language, query};
use crate::{
    problem::{Problem, Word},
    state::AppState,
};
use axum::{
    Json,
    extract::{RawQuery, State},
};
use law::divorce_clock::{ClockFault, DivorceDatesAnswer, RestDayPolicy, clock};
use registry::Fault;

pub async fn show(
    State(state): State<AppState>,
    RawQuery(query): RawQuery,
    Language(lang): Language,
) -> Result<Json<DivorceDatesAnswer>, Problem> {
    let accepted = match query::value(query.as_deref(), "accepted") {
        None => return Err(Problem::field("accepted", "missing", lang)),
        Some(day) => query::day(day).ok_or_else(|| Problem::field("accepted", "bad_date", lang))?,
    };
    let opening = state.registry.opening().await.map_err(|error| Problem::of(error, lang))?;
    match clock(accepted, &opening.calendar, RestDayPolicy::default()) {
        Ok(dates) => Ok(Json(dates.answer(lang))),
        Err(fault) => {
            let word = match fault {
                ClockFault::BeforeCoolingOff => Word::BeforeCoolingOff,
                ClockFault::OutOfRange => Word::Invalid,
            };
            Err(Problem::word(word, lang)
                .with_errors(vec![Fault::new("accepted", fault.code())], fault.words(lang)))
        }
    }
}

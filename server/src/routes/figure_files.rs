//! `GET /office/figures.{csv,xlsx,pdf,json}?period=2024-05`: the figures of a period as a file, for who may see them.

use super::{files::named, seat::officer};
use crate::{
    export::{Grid, csv, pdf, xlsx},
    http::refusal::Refusal,
    state::AppState,
};
use axum::{
    Router,
    extract::{Query, State},
    http::{HeaderMap, HeaderValue, header},
    response::{IntoResponse, Redirect, Response},
    routing::get,
};
use papers::Imprint;
use registry::{
    Error, RecordSystem,
    figures::{Figures, Period},
};
use serde::Deserialize;
use std::sync::Arc;

pub fn router() -> Router<AppState> {
    Router::new()
        .route(
            "/office/figures.csv",
            get(async |state, asked, headers| file(state, asked, headers, Kind::Csv).await),
        )
        .route(
            "/office/figures.xlsx",
            get(async |state, asked, headers| file(state, asked, headers, Kind::Xlsx).await),
        )
        .route(
            "/office/figures.pdf",
            get(async |state, asked, headers| file(state, asked, headers, Kind::Pdf).await),
        )
        .route(
            "/office/figures.json",
            get(async |state, asked, headers| file(state, asked, headers, Kind::Json).await),
        )
}

#[derive(Deserialize)]
struct Asked {
    period: Option<String>,
}

#[derive(Clone, Copy)]
enum Kind {
    Csv,
    Xlsx,
    Pdf,
    Json,
}

impl Kind {
    fn ending(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
            Self::Pdf => "pdf",
            Self::Json => "json",
        }
    }

    fn media(self) -> &'static str {
        match self {
            Self::Csv => "text/csv; charset=utf-8",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Pdf => "application/pdf",
            Self::Json => "application/json",
        }
    }
}

async fn file(
    State(state): State<AppState>,
    Query(asked): Query<Asked>,
    headers: HeaderMap,
    kind: Kind,
) -> Response {
    let Some(period) = asked.period.and_then(|text| text.parse::<Period>().ok()) else {
        return Refusal::NotFound.into_response();
    };
    match written(&state, &headers, period, kind).await {
        Ok(bytes) => answer(bytes, period, kind),
        // The page says what is missing: the sign-in, or the right.
        Err(Error::SignedOut | Error::Forbidden(_)) => Redirect::to("/office/figures").into_response(),
        Err(Error::Unavailable(_) | Error::Contended(_)) => Refusal::TooSlow.into_response(),
        Err(error) => {
            tracing::error!(%error, "figures could not be written");
            Refusal::Fault.into_response()
        }
    }
}

async fn written(
    state: &AppState,
    headers: &HeaderMap,
    period: Period,
    kind: Kind,
) -> Result<Vec<u8>, Error> {
    let officer = officer(state, headers).await?;
    let figures = state.registry.figures(Some(&officer), period).await?;
    let name = state.registry.opening().await?.office.name.clone();
    match kind {
        Kind::Csv => Ok(csv(&Grid::of(&name, figures)).into_bytes()),
        Kind::Xlsx => xlsx(&Grid::of(&name, figures)).map_err(Error::inconsistent),
        Kind::Pdf => {
            let head = state.registry.audit_head().await?;
            let specimen = state.registry.terms().record_system == RecordSystem::Own;
            let printed_at = state.registry.clock().local();
            let (press, grid) = (Arc::clone(&state.press), Grid::of(&name, figures));
            // Some milliseconds of work: other requests go on meanwhile.
            let pressed = tokio::task::spawn_blocking(move || {
                pdf(&press, &name, &grid, Imprint { printed_at, reprint: None, specimen }, head)
            });
            pressed.await.map_err(Error::inconsistent)?.map_err(Error::inconsistent)
        }
        Kind::Json => {
            let Figures { office, period, provisional, indicators, .. } = &figures;
            let answer = serde_json::json!({
                "office": office, "period": period, "provisional": provisional, "indicators": indicators,
            });
            serde_json::to_vec_pretty(&answer).map_err(Error::inconsistent)
        }
    }
}

fn answer(bytes: Vec<u8>, period: Period, kind: Kind) -> Response {
    let mut response = bytes.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind.media()));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    let (ending, title) = (kind.ending(), period.title());
    if let Some(name) =
        named(&format!("figures-{period}.{ending}"), &format!("婚姻登记报表-{title}.{ending}"))
    {
        headers.insert(header::CONTENT_DISPOSITION, name);
    }
    response
}

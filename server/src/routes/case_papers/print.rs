//! `POST /counter/case/{case}/paper/{kind}.pdf`: prints a paper and counts it. The file's name tells nothing of what it is.

use super::{NotNow, fill, officer, refused};
use crate::{http::refusal::Refusal, routes::files::named, state::AppState};
use axum::{
    extract::{Path, State},
    http::{HeaderMap, HeaderName, HeaderValue, header},
    response::{IntoResponse, Response},
};
use papers::{PaperError, Printed};
use registry::{case::CaseKind, marriage::CasePaper, staff::Officer};
use std::sync::Arc;
use uuid::Uuid;

/// Characters that no font has, for whoever reads headers; the screen has told of them before.
const UNCOVERED: HeaderName = HeaderName::from_static("x-uncovered");

pub async fn print(
    State(state): State<AppState>,
    Path((case, file)): Path<(Uuid, String)>,
    headers: HeaderMap,
) -> Response {
    match paper(&state, case, &file, &headers).await {
        Ok(printed) => pdf(&state, printed),
        Err(not_now) => not_now.into_response(),
    }
}

async fn paper(state: &AppState, case: Uuid, file: &str, headers: &HeaderMap) -> Result<Printed, NotNow> {
    let name = file.strip_suffix(".pdf").ok_or(NotNow::Refused(Refusal::NotFound))?;
    let officer = officer(state, headers, case).await?;
    match state.registry.case_kind(&officer, case).await.map_err(refused)? {
        CaseKind::Marriage => marriage(state, &officer, case, name).await,
        CaseKind::Divorce => super::divorce::paper(state, &officer, case, name).await,
        CaseKind::Reissue => super::reissue::paper(state, &officer, case, name).await,
        // What the archive gives out is printed there.
        CaseKind::Records => Err(NotNow::Refused(Refusal::NotFound)),
    }
}

async fn marriage(state: &AppState, officer: &Officer, case: Uuid, name: &str) -> Result<Printed, NotNow> {
    let kind = CasePaper::parse(name).ok_or(NotNow::Refused(Refusal::NotFound))?;
    let contents = state.registry.print_case_paper(officer, case, kind).await.map_err(refused)?;
    let known = state.registry.marriage_case(officer, case).await.map_err(refused)?;
    let opening = state.registry.opening().await.map_err(refused)?;
    let sheet = fill::sheet(state, kind, contents, &known.state, &opening.office);
    press(state, move |press| sheet.print(press)).await
}

/// Some milliseconds of work: other requests go on meanwhile.
pub async fn press(
    state: &AppState,
    print: impl FnOnce(&papers::Press) -> Result<Printed, PaperError> + Send + 'static,
) -> Result<Printed, NotNow> {
    let press = Arc::clone(&state.press);
    match tokio::task::spawn_blocking(move || print(&press)).await {
        Ok(Ok(printed)) => Ok(printed),
        Ok(Err(error)) => Err(fault(&error)),
        Err(error) => Err(fault(&error)),
    }
}

fn fault(error: &dyn std::fmt::Display) -> NotNow {
    tracing::error!(%error, "a case's paper could not be printed");
    NotNow::Refused(Refusal::Fault)
}

fn pdf(state: &AppState, printed: Printed) -> Response {
    let date = state.registry.clock().today().format("%Y%m%d");
    let mut response = printed.pdf.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/pdf"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    if let Some(name) = named(&format!("paper-{date}.pdf"), &format!("登记处材料-{date}.pdf")) {
        headers.insert(header::CONTENT_DISPOSITION, name);
    }
    if !printed.uncovered.is_empty() {
        let codes: Vec<_> = printed.uncovered.iter().map(|c| format!("U+{:04X}", u32::from(*c))).collect();
        if let Ok(codes) = HeaderValue::try_from(codes.join(" ")) {
            headers.insert(UNCOVERED, codes);
        }
    }
    response
}

impl fill::Sheet {
    fn print(&self, press: &papers::Press) -> Result<Printed, PaperError> {
        match self {
            Self::Missing(notice) => press.missing_papers_notice(notice),
            Self::Refusal(notice) => press.refusal_notice(notice),
            Self::Declaration(form) => press.marriage_declaration(form),
            Self::Review(form) => press.marriage_review_form(form),
            Self::Slip(slip) => press.issuing_slip(slip),
        }
    }
}

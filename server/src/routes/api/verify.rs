//! `GET verify/{token}`: whether a paper is ours, of which kind and day. No personal data, no difference for divorce.

use super::super::language::Language;
use crate::{problem::Problem, state::AppState};
use axum::{
    Json,
    extract::{Path, State},
};
use registry::paper::Checked;

pub async fn verify(
    State(state): State<AppState>,
    Path(token): Path<String>,
    Language(lang): Language,
) -> Result<Json<Checked>, Problem> {
    state.registry.check_paper(&token).await.map(Json).map_err(|error| Problem::of(error, lang))
}

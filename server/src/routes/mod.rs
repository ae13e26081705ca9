//! What the hall answers beside its pages: the JSON API, files of a booking, health and figures of the process.

pub mod api;
mod case_papers;
mod figure_files;
pub mod files;
mod health;
pub mod language;
mod seat;

use crate::state::AppState;
use axum::{Router, routing::get};

/// All of it; the front door lays its layers around.
pub fn router() -> Router<AppState> {
    Router::new()
        .route("/readyz", get(health::ready))
        .route("/metrics", get(health::metrics))
        .merge(files::router())
        .merge(case_papers::router())
        .merge(figure_files::router())
        .nest("/api/v1", api::router())
}

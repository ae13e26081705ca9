//! Whether the hall can work, and its figures for a monitor.

use crate::state::AppState;
use axum::{
    extract::State,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};

/// `GET /readyz`: really writes and reads. 503 while the store can't be reached.
pub async fn ready(State(state): State<AppState>) -> Response {
    match state.registry.check_ready().await {
        Ok(()) => "ready\n".into_response(),
        Err(error) => {
            tracing::error!(%error, "not ready");
            (StatusCode::SERVICE_UNAVAILABLE, "not ready\n").into_response()
        }
    }
}

/// `GET /metrics`: Prometheus text, without anything that tells of a person.
pub async fn metrics(State(state): State<AppState>) -> Response {
    let text = state.metrics.text(&state.registry);
    ([(header::CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")], text).into_response()
}

//! `GET openapi.json`: the contract itself.

use axum::{http::header, response::IntoResponse};

/// OpenAPI 3.1, kept by hand: it is what others build on, so it changes only when somebody means to change it.
pub const DOCUMENT: &str = include_str!("openapi.json");

pub async fn document() -> impl IntoResponse {
    ([(header::CONTENT_TYPE, "application/json"), (header::CACHE_CONTROL, "public, max-age=3600")], DOCUMENT)
}

//! Keeps what people send small and what they wait for short.

use super::refusal::Refusal;
use axum::{
    body::{Body, HttpBody, to_bytes},
    extract::Request,
    http::{Method, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use futures::StreamExt;
use std::time::Duration;

/// The longest form has two persons and some hundred characters each.
pub const LARGEST: usize = 64 * 1024;

/// So much of a body that is too large is read all the same, and for so long, before the connection is closed on it.
const PASSED: usize = 32 * 1024 * 1024;
const PATIENCE: Duration = Duration::from_secs(5);

/// Until the answer begins; a live stream may then go on.
const LONGEST: Duration = Duration::from_secs(20);

/// Reads a form or JSON body whole, up to [`LARGEST`], so that no handler waits for more.
pub async fn limit(request: Request, next: Next) -> Response {
    if matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS)
        || request.body().is_end_stream()
    {
        return next.run(request).await;
    }
    let (parts, body) = request.into_parts();
    let told = parts
        .headers
        .get(header::CONTENT_LENGTH)
        .and_then(|length| length.to_str().ok()?.parse::<usize>().ok());
    if told.is_some_and(|length| length > LARGEST) {
        // Who asks first (Expect: 100-continue) has sent nothing yet.
        if !parts.headers.contains_key(header::EXPECT) {
            let _ = tokio::time::timeout(PATIENCE, let_pass(body)).await;
        }
        return Refusal::TooLarge.into_response();
    }
    // The other cause, a connection that breaks off, has nobody left to read the answer.
    let Ok(bytes) = to_bytes(body, LARGEST).await else { return Refusal::TooLarge.into_response() };
    next.run(Request::from_parts(parts, Body::from(bytes))).await
}

/// Reads what is too large and keeps nothing of it: most programs read an answer only after they have sent everything.
async fn let_pass(body: Body) {
    let (mut stream, mut passed) = (body.into_data_stream(), 0);
    while let Some(Ok(piece)) = stream.next().await {
        passed += piece.len();
        if passed > PASSED {
            return;
        }
    }
}

/// Answers with a calm page when the answer takes too long.
pub async fn in_time(request: Request, next: Next) -> Response {
    match tokio::time::timeout(LONGEST, next.run(request)).await {
        Ok(response) => response,
        Err(_) => Refusal::TooSlow.into_response(),
    }
}

//! `GET /b/{code}?t=…`: the token in a link becomes a cookie that no script reads, and the address is clean again before
//! anything is shown, kept in a history or sent along as a referrer.

use crate::{
    routes::api::{query::value, token},
    state::AppState,
};
use app::fns::booking::manage_cookie;
use axum::{
    Extension,
    extract::{Request, State},
    http::{HeaderMap, HeaderValue, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use law::booking::BookingCode;
use std::net::IpAddr;

/// Takes the token out of the address of a booking's page; every other request passes.
pub async fn admit(State(state): State<AppState>, request: Request, next: Next) -> Response {
    let Some((code, token)) = in_address(&request) else { return next.run(request).await };
    let caller = request.extensions().get::<IpAddr>().copied().map(Extension);
    let opened = token::open(&state, &code.to_string(), &token, caller).await;
    let english = value(request.uri().query(), "lang") == Some("en");
    let clean = if english { format!("/b/{code}?lang=en") } else { format!("/b/{code}") };
    let mut headers = HeaderMap::new();
    if let Ok(clean) = HeaderValue::try_from(clean) {
        headers.insert(header::LOCATION, clean);
    }
    // With a wrong token the page asks for the booker's number, as for everyone.
    if opened.is_ok()
        && let Ok(cookie) = HeaderValue::try_from(set_cookie(code, &token, state.settings.is_https()))
    {
        headers.insert(header::SET_COOKIE, cookie);
    }
    (StatusCode::SEE_OTHER, headers).into_response()
}

/// Code and token, where this is the page of a booking with a token in its address.
fn in_address(request: &Request) -> Option<(BookingCode, String)> {
    if *request.method() != Method::GET {
        return None;
    }
    let code = BookingCode::parse(request.uri().path().strip_prefix("/b/")?).ok()?;
    let token = value(request.uri().query(), "t")?;
    Some((code, token.to_owned()))
}

/// Until the browser is closed: a phone is often shared at home.
fn set_cookie(code: BookingCode, token: &str, https: bool) -> String {
    let secure = if https { "; Secure" } else { "" };
    format!("{}={token}; Path=/; HttpOnly; SameSite=Lax{secure}", manage_cookie(code))
}

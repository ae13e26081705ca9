//! Opens the booking whose manage token a request carries; without or with a wrong one there is nothing to be found.

use crate::{problem::Problem, state::AppState};
use axum::{
    Extension,
    http::{HeaderMap, header},
};
use law::Lang;
use registry::{Error, Result, booking::Booking};
use std::net::IpAddr;

/// The caller's address as the front door knows it, for the limit on wrong tokens alone.
pub type Caller = Option<Extension<IpAddr>>;

/// The booking of this code for the bearer of its token.
pub async fn booking(
    state: &AppState,
    code: &str,
    headers: &HeaderMap,
    caller: Caller,
    lang: Lang,
) -> Result<Booking, Problem> {
    let token = bearer(headers).ok_or_else(|| Problem::of(Error::NotFound, lang))?;
    open(state, code, token, caller).await.map_err(|error| Problem::of(error, lang))
}

/// Opens a booking by any token, counting wrong ones. Errors: `NotFound`, `TooMany`.
pub async fn open(state: &AppState, code: &str, token: &str, caller: Caller) -> Result<Booking> {
    let from = caller.map(|Extension(address)| address.to_string()).unwrap_or_default();
    let (key, now) = (format!("{code} {from}"), state.registry.clock().now());
    state.wrong_tokens.check(&key, now)?;
    let opened = state.registry.open_booking(code, token).await;
    if matches!(opened, Err(Error::NotFound)) {
        state.wrong_tokens.count(&key, now);
    }
    opened
}

/// The token of `Authorization: Bearer …`.
pub fn bearer(headers: &HeaderMap) -> Option<&str> {
    let (scheme, token) = headers.get(header::AUTHORIZATION)?.to_str().ok()?.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| token.trim()).filter(|token| !token.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;

    #[test]
    fn only_a_bearer_carries_a_token() {
        let headers =
            |value| HeaderMap::from_iter([(header::AUTHORIZATION, HeaderValue::from_static(value))]);
        assert_eq!(bearer(&headers("Bearer abc")), Some("abc"));
        assert_eq!(bearer(&headers("bearer abc ")), Some("abc"));
        assert_eq!(bearer(&headers("Basic abc")), None);
        assert_eq!(bearer(&headers("Bearer ")), None);
        assert_eq!(bearer(&HeaderMap::new()), None);
    }
}

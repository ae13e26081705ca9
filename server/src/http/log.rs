//! One line for each request, with nothing in it that tells of a person.
//!
//! Paths hold booking codes and tokens, queries hold manage tokens, bodies hold names: so a line has the route
//! (`/b/{code}`), never the path, never the query, never a header or a body.

use crate::settings::Settings;
use axum::{
    extract::{ConnectInfo, MatchedPath, Request, State},
    http::{HeaderMap, HeaderName, HeaderValue},
    middleware::Next,
    response::Response,
};
use std::{
    net::{IpAddr, SocketAddr},
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::Instant,
};

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// Numbers the requests of this process and knows whose word about the caller counts.
#[derive(Clone)]
pub struct Requests {
    process: u32,
    last: Arc<AtomicU64>,
    trusted_proxies: Arc<[IpAddr]>,
}

impl Requests {
    pub fn new(settings: &Settings) -> Self {
        Self {
            // Distinguishes the numbers of one run from those of the next; nothing depends on it.
            process: getrandom::u32().unwrap_or_default(),
            last: Arc::default(),
            trusted_proxies: settings.trusted_proxies.clone().into(),
        }
    }

    fn next_id(&self) -> String {
        format!("{:08x}-{}", self.process, self.last.fetch_add(1, Ordering::Relaxed) + 1)
    }

    /// Who asks: the neighbour on the wire, or whom a trusted proxy names last.
    fn caller(&self, request: &Request) -> Option<IpAddr> {
        let neighbour = request.extensions().get::<ConnectInfo<SocketAddr>>()?.0.ip();
        if !self.trusted_proxies.contains(&neighbour) {
            return Some(neighbour);
        }
        Some(forwarded_for(request.headers(), &self.trusted_proxies).unwrap_or(neighbour))
    }
}

/// The last address that none of our proxies has: everything before it the caller may have written itself.
fn forwarded_for(headers: &HeaderMap, trusted: &[IpAddr]) -> Option<IpAddr> {
    let mut hops = Vec::new();
    for value in headers.get_all("x-forwarded-for") {
        hops.extend(value.to_str().ok()?.split(',').map(|hop| hop.trim().parse::<IpAddr>()));
    }
    hops.into_iter().rev().map_while(Result::ok).find(|hop| !trusted.contains(hop))
}

/// Gives the request its number (`x-request-id` on the answer) and its caller (an `IpAddr` among the
/// extensions, for the rate limits), and writes the line.
pub async fn log(State(requests): State<Requests>, mut request: Request, next: Next) -> Response {
    let id = requests.next_id();
    if let Some(caller) = requests.caller(&request) {
        request.extensions_mut().insert(caller);
    }
    let method = request.method().clone();
    let route = request.extensions().get::<MatchedPath>().cloned();
    let began = Instant::now();

    let mut response = next.run(request).await;

    let route = route.as_ref().map_or("-", MatchedPath::as_str);
    let status = response.status().as_u16();
    let micros = u64::try_from(began.elapsed().as_micros()).unwrap_or(u64::MAX);
    if status >= 500 {
        tracing::error!(%id, %method, route, status, micros, "answered");
    } else if route.starts_with("/pkg/") || route == "/healthz" {
        tracing::debug!(%id, %method, route, status, micros, "answered");
    } else {
        tracing::info!(%id, %method, route, status, micros, "answered");
    }
    if let Ok(id) = HeaderValue::try_from(id) {
        response.headers_mut().insert(REQUEST_ID, id);
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    fn forwarded(value: &'static str) -> Option<IpAddr> {
        let headers = HeaderMap::from_iter([(
            HeaderName::from_static("x-forwarded-for"),
            HeaderValue::from_static(value),
        )]);
        forwarded_for(&headers, &["10.0.0.1".parse().unwrap()])
    }

    #[test]
    fn a_caller_cannot_choose_its_own_address_by_writing_the_header() {
        assert_eq!(forwarded("1.2.3.4, 203.0.113.9"), Some("203.0.113.9".parse().unwrap()));
        assert_eq!(forwarded("1.2.3.4, 203.0.113.9, 10.0.0.1"), Some("203.0.113.9".parse().unwrap()));
        assert_eq!(forwarded("nonsense"), None);
    }
}

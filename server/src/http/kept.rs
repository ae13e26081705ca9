//! Pages that say the same to everyone: made once for all who ask in the same second, as the portal's availability is.
//!
//! Only for who brings no cookie but language and text size: nothing of a person can be in what is kept. Each answer
//! carries a nonce of its own.

use super::headers;
use axum::{
    body::{Body, Bytes, to_bytes},
    extract::{MatchedPath, Request, State},
    http::{HeaderMap, HeaderValue, Method, StatusCode, header, response::Parts},
    middleware::Next,
    response::Response,
};
use leptos::nonce::Nonce;
use registry::{Registry, booking::Moment};
use std::{
    collections::HashMap,
    sync::{Arc, PoisonError, RwLock},
};
use tokio::sync::Mutex;

/// What many look at before they have said anything of themselves.
const SAME_FOR_ALL: [&str; 3] = ["/", "/book/{service}", "/book/{service}/day"];
/// Odd addresses that nobody asks for twice must not pile up.
const MOST: usize = 256;
/// No page comes near.
const LARGEST: usize = 1024 * 1024;

/// What was made, by address and the visitor's choice of language and size.
#[derive(Clone)]
pub struct Kept {
    registry: Registry,
    pages: Arc<RwLock<HashMap<String, Shelf>>>,
}

/// The place of one page. Who finds it empty makes the page; who comes meanwhile waits for it.
type Shelf = Arc<Mutex<Option<Page>>>;

#[derive(Clone)]
struct Page {
    made: Moment,
    head: Parts,
    /// The page, cut wherever its nonce stood.
    pieces: Arc<[Bytes]>,
}

impl Kept {
    pub fn new(registry: &Registry) -> Self {
        Self { registry: registry.clone(), pages: Arc::default() }
    }

    fn shelf(&self, key: &str) -> Shelf {
        if let Some(known) = self.pages.read().unwrap_or_else(PoisonError::into_inner).get(key) {
            return known.clone();
        }
        let mut pages = self.pages.write().unwrap_or_else(PoisonError::into_inner);
        if pages.len() >= MOST {
            pages.clear();
        }
        pages.entry(key.to_owned()).or_default().clone()
    }
}

pub async fn show(State(kept): State<Kept>, request: Request, next: Next) -> Response {
    let Some(key) = key(&request) else { return next.run(request).await };
    let shelf = kept.shelf(&key);
    let mut place = shelf.lock().await;
    if let Some(page) = place.as_ref().filter(|page| kept.registry.lasts(page.made)) {
        let page = page.clone();
        drop(place);
        return page.answer();
    }
    let made = kept.registry.moment();
    let response = next.run(request).await;
    match Page::read(response, made).await {
        Ok(page) => {
            *place = Some(page.clone());
            page.answer()
        }
        Err(response) => *response,
    }
}

/// Under which name a request's page is kept; none where it could say something about the visitor.
fn key(request: &Request) -> Option<String> {
    let route = request.extensions().get::<MatchedPath>()?;
    let same = request.method() == Method::GET && SAME_FOR_ALL.contains(&route.as_str());
    let choices = choices(request.headers())?;
    same.then(|| format!("{choices} {}", request.uri()))
}

/// Language and size of text as chosen; `None` where there is any other cookie.
fn choices(headers: &HeaderMap) -> Option<String> {
    let mut chosen = Vec::new();
    for cookies in headers.get_all(header::COOKIE) {
        for cookie in cookies.to_str().ok()?.split(';').map(str::trim) {
            if !cookie.starts_with("lang=") && !cookie.starts_with("elder=") {
                return None;
            }
            chosen.push(cookie);
        }
    }
    Some(chosen.join(";"))
}

impl Page {
    /// Takes a page apart; gives back an answer that is none, or that was meant for one visitor.
    async fn read(response: Response, made: Moment) -> Result<Self, Box<Response>> {
        let (head, body) = response.into_parts();
        let policy =
            head.headers.get(header::CONTENT_SECURITY_POLICY).and_then(|policy| policy.to_str().ok());
        let nonce = policy.and_then(headers::nonce_of).filter(|nonce| !nonce.is_empty()).map(str::to_owned);
        let (StatusCode::OK, false, Some(nonce)) =
            (head.status, head.headers.contains_key(header::SET_COOKIE), nonce)
        else {
            return Err(Box::new(Response::from_parts(head, body)));
        };
        match to_bytes(body, LARGEST).await {
            Ok(body) => Ok(Self { made, head, pieces: cut(&body, nonce.as_bytes()).into() }),
            Err(_) => Err(Box::new(super::refusal::Refusal::Fault.into())),
        }
    }

    /// The page under a fresh nonce.
    fn answer(self) -> Response {
        let nonce = Nonce::new();
        let mut body = Vec::with_capacity(self.pieces.iter().map(|piece| piece.len() + nonce.len()).sum());
        for (nth, piece) in self.pieces.iter().enumerate() {
            if nth > 0 {
                body.extend_from_slice(nonce.as_bytes());
            }
            body.extend_from_slice(piece);
        }
        let mut response = Response::from_parts(self.head, Body::from(body));
        if let Ok(policy) = HeaderValue::try_from(headers::policy(&nonce)) {
            response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, policy);
        }
        response
    }
}

/// What stands before, between and after each `mark`.
fn cut(whole: &Bytes, mark: &[u8]) -> Vec<Bytes> {
    let mut pieces = Vec::new();
    let mut from = 0;
    while let Some(at) = find(&whole[from..], mark) {
        pieces.push(whole.slice(from..from + at));
        from += at + mark.len();
    }
    pieces.push(whole.slice(from..));
    pieces
}

fn find(bytes: &[u8], mark: &[u8]) -> Option<usize> {
    bytes.windows(mark.len()).position(|window| window == mark)
}

#[cfg(test)]
mod tests {
    use super::{choices, cut};
    use axum::{
        body::Bytes,
        http::{HeaderMap, HeaderValue, header},
    };

    #[test]
    fn a_page_is_cut_at_its_nonce_alone() {
        let cut = |page: &'static str| cut(&Bytes::from_static(page.as_bytes()), b"n1");
        assert_eq!(cut("<n1>a<n1>"), ["<", ">a<", ">"]);
        assert_eq!(cut("n1"), ["", ""]);
        assert_eq!(cut("none"), ["none"]);
    }

    #[test]
    fn only_who_is_nobody_yet_is_shown_a_kept_page() {
        let brought = |cookie| HeaderMap::from_iter([(header::COOKIE, HeaderValue::from_static(cookie))]);
        assert_eq!(choices(&HeaderMap::new()).as_deref(), Some(""));
        assert_eq!(choices(&brought("lang=en; elder=on")).as_deref(), Some("lang=en;elder=on"));
        assert_eq!(choices(&brought("lang=en; draft0=secret")), None);
        assert_eq!(choices(&brought("session=secret")), None);
    }
}

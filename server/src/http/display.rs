//! How a person wants the pages: larger text, the other language. Kept in cookies, so that no script is needed.

use crate::state::AppState;
use app::ui::lang::Lang;
use axum::{
    Form,
    extract::{Request, State},
    http::{HeaderValue, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use serde::Deserialize;

/// A year, in seconds.
const YEAR: u32 = 31_536_000;

#[derive(Deserialize)]
pub struct Choice {
    elder: Elder,
    /// The page to come back to.
    back: String,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Elder {
    On,
    Off,
}

/// `POST /display`: larger text on or off, then back to the page that was shown.
pub async fn choose(State(state): State<AppState>, Form(choice): Form<Choice>) -> Response {
    let (value, age) = match choice.elder {
        Elder::On => ("on", YEAR),
        Elder::Off => ("off", 0),
    };
    let secure = if state.settings.is_https() { "; Secure" } else { "" };
    let cookie = format!("elder={value}; Path=/; Max-Age={age}; HttpOnly; SameSite=Lax{secure}");
    let back = HeaderValue::try_from(own_page(&choice.back)).unwrap_or(HeaderValue::from_static("/"));
    (StatusCode::SEE_OTHER, [(header::LOCATION, back)], [(header::SET_COOKIE, cookie)]).into_response()
}

/// Only a path of ours: `//elsewhere` and `/\elsewhere` lead out of the house.
fn own_page(back: &str) -> &str {
    let leads_out = !back.starts_with('/') || back[1..].starts_with(['/', '\\']);
    if leads_out { "/" } else { back }
}

/// Keeps what `?lang=` said for the pages that follow.
pub async fn remember_language(request: Request, next: Next) -> Response {
    let said = request
        .uri()
        .query()
        .and_then(|query| query.split('&').find_map(|pair| pair.strip_prefix("lang=")))
        .and_then(Lang::parse);
    let mut response = next.run(request).await;
    if let Some(lang) = said {
        let cookie = match lang {
            Lang::Chinese => "lang=zh; Path=/; HttpOnly; SameSite=Lax",
            Lang::English => "lang=en; Path=/; HttpOnly; SameSite=Lax",
        };
        response.headers_mut().append(header::SET_COOKIE, HeaderValue::from_static(cookie));
    }
    response
}

#[cfg(test)]
mod tests {
    use super::own_page;

    #[test]
    fn the_way_back_never_leads_out_of_the_house() {
        for outside in
            ["https://elsewhere.example", "//elsewhere.example", "/\\elsewhere.example", "", "book"]
        {
            assert_eq!(own_page(outside), "/", "{outside}");
        }
        assert_eq!(own_page("/book/marriage?month=2026-12"), "/book/marriage?month=2026-12");
    }
}

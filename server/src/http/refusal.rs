//! The one place where a failure of the door becomes words: a page for a person, a problem for a program.
//!
//! What the office refuses (a full slot, a person who can't book) is told by the page or the call that was
//! asked. Here stand the refusals that come before or instead of it. A handler returns a [`Refusal`]; the layer
//! [`tell`], which knows who asks, writes it out.

use crate::{routes::language, state::AppState};
use axum::{
    extract::{Request, State},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use law::Lang;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    NotFound,
    WrongMethod,
    TooLarge,
    TooSlow,
    CrossSite,
    /// A script or style of an earlier release: the page that asks is older than the server.
    OldPart,
    /// Our fault. The reason is in the log, under the request's number.
    Fault,
}

struct Words {
    status: StatusCode,
    /// The member `problem` of the JSON answer, where the contract has a word for it.
    problem: Option<&'static str>,
    chinese: &'static str,
    english: &'static str,
}

impl Refusal {
    fn words(self) -> Words {
        let words = |status, problem, chinese, english| Words { status, problem, chinese, english };
        match self {
            Self::NotFound => words(
                StatusCode::NOT_FOUND,
                Some("not_found"),
                "没有这个页面。可以从首页重新开始。",
                "There is no such page. You can start again from the first page.",
            ),
            Self::WrongMethod => words(
                StatusCode::METHOD_NOT_ALLOWED,
                Some("invalid"),
                "这个地址不接受这样的请求。可以从首页重新开始。",
                "This address does not take such a request. You can start again from the first page.",
            ),
            Self::TooLarge => words(
                StatusCode::PAYLOAD_TOO_LARGE,
                Some("invalid"),
                "提交的内容太大，没有收下。请返回改短后再提交。",
                "What was sent is too large and was not taken. Go back, shorten it and send it again.",
            ),
            Self::TooSlow => words(
                StatusCode::SERVICE_UNAVAILABLE,
                None,
                "现在办理的人多，这次没有等到回答。请过一分钟再试，或打电话。",
                "We are busy and could not answer in time. Try again in a minute, or call us.",
            ),
            Self::CrossSite => words(
                StatusCode::FORBIDDEN,
                Some("invalid"),
                "这次提交不是从本站页面发出的，没有收下。请从首页重新开始。",
                "This was not sent from our own page and was not taken. Start again from the first page.",
            ),
            Self::OldPart => words(
                StatusCode::GONE,
                Some("gone"),
                "页面已经更新。请刷新后继续。",
                "The page has been updated. Reload it to go on.",
            ),
            Self::Fault => words(
                StatusCode::INTERNAL_SERVER_ERROR,
                None,
                "我们这边出了差错，没有办成。请过一会儿再试，或打电话、直接来窗口。",
                "Something went wrong on our side. Try again shortly, call us or come to the counter.",
            ),
        }
    }
}

/// Only the mark that [`tell`] looks for: the words come there.
impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let mut response = self.words().status.into_response();
        response.extensions_mut().insert(self);
        response
    }
}

impl From<Refusal> for Response {
    fn from(refusal: Refusal) -> Self {
        refusal.into_response()
    }
}

/// Writes out every refusal that comes from further in, keeping its headers.
pub async fn tell(State(state): State<AppState>, request: Request, next: Next) -> Response {
    let as_problem = wants_problem(request.uri().path(), request.headers())
        .then(|| language::wanted(request.uri(), request.headers()));
    let response = next.run(request).await;
    let Some(refusal) = response.extensions().get::<Refusal>().copied() else { return response };

    let words = refusal.words();
    let (kind, body) = match as_problem {
        Some(lang) => ("application/problem+json", problem(&words, lang)),
        None => ("text/html; charset=utf-8", page(&words, &state)),
    };
    let (mut parts, _) = response.into_parts();
    parts.headers.remove(header::CONTENT_LENGTH);
    parts.headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    if refusal == Refusal::TooSlow {
        parts.headers.insert(header::RETRY_AFTER, HeaderValue::from_static("60"));
    }
    Response::from_parts(parts, body.into())
}

/// Programs call `/api/v1`, or say that they take JSON and no page.
fn wants_problem(path: &str, headers: &HeaderMap) -> bool {
    let accept = headers.get(header::ACCEPT).and_then(|accept| accept.to_str().ok()).unwrap_or_default();
    path.starts_with("/api/v1") || (accept.contains("json") && !accept.contains("text/html"))
}

/// RFC 9457.
fn problem(words: &Words, lang: Lang) -> String {
    let mut problem = serde_json::json!({
        "type": "about:blank",
        "title": words.status.canonical_reason(),
        "detail": lang.pick(words.chinese, words.english),
        "status": words.status.as_u16(),
    });
    if let (Some(word), Some(members)) = (words.problem, problem.as_object_mut()) {
        members.insert("problem".to_owned(), word.into());
    }
    problem.to_string()
}

/// Needs nothing that could itself have failed: no script, no database. Both languages, since neither is known.
fn page(words: &Words, state: &AppState) -> String {
    let opening = state.registry.last_opening();
    let office = &opening.office;
    format!(
        "<!DOCTYPE html><html lang=\"zh-CN\" data-mood=\"plain\" data-surface=\"phone\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>{name}</title>\
         <link rel=\"icon\" type=\"image/svg+xml\" href=\"{icon}\"><link rel=\"stylesheet\" href=\"{sheet}\"></head>\
         <body><main><h1>{chinese}</h1><p lang=\"en\">{english}</p>\
         <p><a href=\"/\">回首页 · First page</a></p><p><a href=\"tel:{phone}\">{phone}</a></p></main></body></html>",
        name = escape(&office.name),
        icon = state.site.address("mark.svg"),
        sheet = state.site.address("hall.css"),
        chinese = words.chinese,
        english = words.english,
        phone = escape(&office.phone),
    )
}

/// The settings are ours, but a name may hold an ampersand.
fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: [Refusal; 7] = [
        Refusal::NotFound,
        Refusal::WrongMethod,
        Refusal::TooLarge,
        Refusal::TooSlow,
        Refusal::CrossSite,
        Refusal::OldPart,
        Refusal::Fault,
    ];

    #[test]
    fn every_refusal_is_a_sentence_that_ends_with_what_would_work() {
        for refusal in ALL {
            let words = refusal.words();
            assert!(words.status.is_client_error() || words.status.is_server_error(), "{refusal:?}");
            assert!(words.chinese.matches('。').count() >= 2, "{refusal:?} tells only what is wrong");
            assert!(words.english.ends_with('.') && !words.english.contains('!'), "{refusal:?}");
        }
    }

    #[test]
    fn programs_get_a_problem_and_people_a_page() {
        let accept = |value| HeaderMap::from_iter([(header::ACCEPT, HeaderValue::from_static(value))]);
        assert!(wants_problem("/api/v1/bookings", &HeaderMap::new()));
        assert!(wants_problem("/x", &accept("application/json")));
        assert!(!wants_problem("/x", &accept("text/html,application/json")));
        assert!(!wants_problem("/x", &HeaderMap::new()));
    }
}

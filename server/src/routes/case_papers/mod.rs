//! The papers of a case, printed for its officer, and a full number shown without script.
//!
//! Both are `POST`: each print is counted and each sight logged, so neither may happen by reloading or prefetching an
//! address.

mod divorce;
mod fill;
mod number;
mod print;
mod reissue;

use crate::{http::refusal::Refusal, state::AppState};
use axum::{
    Router,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Redirect, Response},
    routing::post,
};
use registry::{Error, staff::Officer};
use uuid::Uuid;

pub fn router() -> Router<AppState> {
    Router::new()
        .route("/counter/case/{case}/paper/{file}", post(print::print))
        .route("/counter/case/{case}/number", post(number::show))
}

/// Why there is no paper.
enum NotNow {
    /// Signed out or locked: the case's page says so and comes back.
    Back(Uuid),
    /// What has to come first, told as a page.
    Told(String),
    Refused(Refusal),
}

impl IntoResponse for NotNow {
    fn into_response(self) -> Response {
        match self {
            Self::Back(case) => Redirect::to(&format!("/counter/case/{case}")).into_response(),
            Self::Told(why) => page("现在打不了", &format!("<p>{}</p>", escape(&why)), StatusCode::CONFLICT),
            Self::Refused(refusal) => refusal.into_response(),
        }
    }
}

/// The colleague who may print.
async fn officer(state: &AppState, headers: &HeaderMap, case: Uuid) -> Result<Officer, NotNow> {
    super::seat::officer(state, headers).await.map_err(|error| match error {
        Error::SignedOut => NotNow::Back(case),
        other => refused(other),
    })
}

fn refused(error: Error) -> NotNow {
    match error {
        Error::NotFound => NotNow::Refused(Refusal::NotFound),
        Error::Unavailable(_) | Error::Contended(_) => NotNow::Refused(Refusal::TooSlow),
        Error::Inconsistent(why) => {
            tracing::error!(why, "a stored row cannot be");
            NotNow::Refused(Refusal::Fault)
        }
        other => NotNow::Told(app::fns::staff::words::sentence(&other)),
    }
}

/// A page of a few words, kept by nobody.
fn page(title: &str, body: &str, status: StatusCode) -> Response {
    let text = format!(
        "<!DOCTYPE html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><title>{title}</title></head>\
         <body><main><h1>{title}</h1>{body}</main></body></html>"
    );
    let mut response = (status, text).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

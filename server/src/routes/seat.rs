//! The colleague behind the session's cookie, for answers that are no pages.

use super::files::cookie;
use crate::state::AppState;
use app::fns::staff::SESSION;
use axum::http::HeaderMap;
use registry::{
    Error,
    staff::{Officer, SessionState},
};

/// Who asks. Errors: `SignedOut` without a session or behind the lock.
pub async fn officer(state: &AppState, headers: &HeaderMap) -> Result<Officer, Error> {
    let cookie = cookie(headers, SESSION).ok_or(Error::SignedOut)?;
    match state.registry.session(cookie).await? {
        SessionState::Open(officer) => Ok(officer),
        SessionState::Locked(_) => Err(Error::SignedOut),
    }
}

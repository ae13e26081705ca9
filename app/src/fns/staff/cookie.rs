//! The cookies of a desk: the session, and the number of the window that the machine stands at.

use crate::ui::request::{Https, cookie};
use http::{HeaderValue, header};
use leptos::prelude::use_context;
use leptos_axum::ResponseOptions;

/// The session of a colleague. `Lax`, not `Strict`: a link in the office's own portal leads to a page that is signed
/// in; forms from other sites are refused at the door in any case.
pub const SESSION: &str = "hall_staff";
/// The window belongs to the machine, not to whoever sits there today.
const WINDOW: &str = "hall_window";
const YEAR: u32 = 31_536_000;
/// A login that was mistyped stands in the form again; names of logins are no secret.
const LOGIN: &str = "hall_login";

pub fn session() -> Option<String> {
    cookie(SESSION)
}

/// Until the browser is closed; the server ends it after a working day.
pub fn set_session(secret: &str) {
    set(SESSION, secret, None);
}

pub fn clear_session() {
    set(SESSION, "", Some(0));
}

pub fn window() -> Option<u32> {
    cookie(WINDOW)?.parse().ok()
}

pub fn set_window(window: Option<u32>) {
    match window {
        Some(number) => set(WINDOW, &number.to_string(), Some(YEAR)),
        None => set(WINDOW, "", Some(0)),
    }
}

pub fn login() -> Option<String> {
    cookie(LOGIN).filter(|login| is_plain(login))
}

pub fn set_login(login: &str) {
    if is_plain(login) {
        set(LOGIN, login, Some(120));
    }
}

fn is_plain(login: &str) -> bool {
    !login.is_empty()
        && login.len() <= 40
        && login.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"._-".contains(&byte))
}

fn set(name: &str, value: &str, seconds: Option<u32>) {
    let secure = if use_context::<Https>().is_some_and(|https| https.0) { "; Secure" } else { "" };
    let age = seconds.map(|seconds| format!("; Max-Age={seconds}")).unwrap_or_default();
    let cookie = format!("{name}={value}; Path=/; HttpOnly; SameSite=Lax{age}{secure}");
    if let (Some(response), Ok(cookie)) = (use_context::<ResponseOptions>(), HeaderValue::try_from(cookie)) {
        response.append_header(header::SET_COOKIE, cookie);
    }
}

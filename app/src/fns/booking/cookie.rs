//! The cookies of a booking: one for what is being typed, one for each booking that this browser may manage.

use crate::ui::request::{Https, cookie};
use http::{HeaderValue, header};
use law::{booking::BookingCode, service::Service};
use leptos::prelude::use_context;
use leptos_axum::ResponseOptions;

/// As long as the draft itself.
const DRAFT_KEPT: u32 = 90 * 60;
/// No day that can be booked is further ahead.
const WAIT_KEPT: u32 = 62 * 24 * 60 * 60;

/// The cookie that holds the manage token of the booking with this code: `b` and the eight digits.
pub fn manage_cookie(code: BookingCode) -> String {
    format!("b{code}")
}

pub fn draft(service: Service) -> Option<String> {
    cookie(&draft_cookie(service))
}

pub fn set_draft(service: Service, value: &str) {
    set(&draft_cookie(service), value, Some(DRAFT_KEPT));
}

/// The cookie that holds the secret of a wait for this service.
fn wait_cookie(service: Service) -> String {
    format!("wait{}", number(service))
}

pub fn wait(service: Service) -> Option<String> {
    cookie(&wait_cookie(service))
}

pub fn set_wait(service: Service, value: &str) {
    set(&wait_cookie(service), value, Some(WAIT_KEPT));
}

/// One for each service, so that two tabs never mix; by number, since whoever looks into a shared phone reads names.
fn draft_cookie(service: Service) -> String {
    format!("draft{}", number(service))
}

fn number(service: Service) -> usize {
    Service::ALL.iter().position(|known| *known == service).unwrap_or_default()
}

pub fn manage(code: BookingCode) -> Option<String> {
    cookie(&manage_cookie(code))
}

/// Until the browser is closed: a phone is often shared at home.
pub fn set_manage(code: BookingCode, token: &str) {
    set(&manage_cookie(code), token, None);
}

fn set(name: &str, value: &str, seconds: Option<u32>) {
    let secure = if use_context::<Https>().is_some_and(|https| https.0) { "; Secure" } else { "" };
    let age = seconds.map(|seconds| format!("; Max-Age={seconds}")).unwrap_or_default();
    let cookie = format!("{name}={value}; Path=/; HttpOnly; SameSite=Lax{age}{secure}");
    if let (Some(response), Ok(cookie)) = (use_context::<ResponseOptions>(), HeaderValue::try_from(cookie)) {
        response.append_header(header::SET_COOKIE, cookie);
    }
}

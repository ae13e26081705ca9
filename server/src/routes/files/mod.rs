//! What a couple takes along from its booking: the slip and the calendar entry. Neither names the service.

mod calendar;
mod entrance;
mod slip;

pub use entrance::admit;
pub(super) use slip::on_paper;

use super::api::token;
use crate::{http::refusal::Refusal, state::AppState};
use app::fns::booking::manage_cookie;
use axum::{
    Router,
    http::{HeaderMap, HeaderValue, header},
    routing::get,
};
use law::booking::BookingCode;
use registry::{Error, booking::Booking};

pub fn router() -> Router<AppState> {
    Router::new()
        .route("/b/{code}/slip.pdf", get(slip::print))
        .route("/b/{code}/calendar.ics", get(calendar::entry))
}

/// The booking, for whoever has its token in a header or in the page's cookie. Any other finds nothing.
async fn booking(
    state: &AppState,
    code: &str,
    headers: &HeaderMap,
    caller: token::Caller,
) -> Result<Booking, Refusal> {
    let code = BookingCode::parse(code).map_err(|_| Refusal::NotFound)?;
    let cookie = cookie(headers, &manage_cookie(code));
    let token = token::bearer(headers).or(cookie).ok_or(Refusal::NotFound)?;
    let booking = token::open(state, &code.to_string(), token, caller).await.map_err(refusal)?;
    // A slip of what was cancelled would send people here in vain.
    if booking.cancelled_at.is_some() { Err(Refusal::NotFound) } else { Ok(booking) }
}

fn refusal(error: Error) -> Refusal {
    match error {
        Error::Unavailable(_) | Error::Contended(_) => Refusal::TooSlow,
        Error::Inconsistent(why) => {
            tracing::error!(why, "a stored row cannot be");
            Refusal::Fault
        }
        _ => Refusal::NotFound,
    }
}

pub(super) fn cookie<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let pairs = headers.get_all(header::COOKIE).iter().filter_map(|cookies| cookies.to_str().ok());
    pairs.flat_map(|cookies| cookies.split(';')).find_map(|pair| {
        let (key, value) = pair.trim().split_once('=')?;
        (key == name).then_some(value)
    })
}

/// The name under which a file is saved: Chinese by RFC 5987, with a plain one beside it.
pub(super) fn named(plain: &str, chinese: &str) -> Option<HeaderValue> {
    let escaped: String = chinese.bytes().map(escape).collect();
    HeaderValue::try_from(format!("inline; filename=\"{plain}\"; filename*=UTF-8''{escaped}")).ok()
}

fn escape(byte: u8) -> String {
    match byte {
        b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' | b'-' | b'.' | b'_' => char::from(byte).to_string(),
        other => format!("%{other:02X}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cookie_is_found_by_its_whole_name() {
        let headers = HeaderMap::from_iter([(
            header::COOKIE,
            HeaderValue::from_static("lang=en; xb12345678=no; b12345678=yes"),
        )]);
        assert_eq!(cookie(&headers, "b12345678"), Some("yes"));
        assert_eq!(cookie(&headers, "b1"), None);
    }

    #[test]
    fn a_chinese_file_name_travels_escaped() {
        let name = named("slip-20260116.pdf", "预约凭条-20260116.pdf").unwrap();
        assert_eq!(
            name.to_str().unwrap(),
            "inline; filename=\"slip-20260116.pdf\"; filename*=UTF-8''%E9%A2%84%E7%BA%A6%E5%87%AD%E6%9D%A1-20260116.pdf"
        );
    }
}

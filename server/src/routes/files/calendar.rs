//! `GET /b/{code}/calendar.ics`: the appointment for a phone's calendar. Others may look into a calendar, so it names the place
//! and the time, never what for.

use super::{booking, named};
use crate::{http::refusal::Refusal, routes::api::token::Caller, state::AppState};
use axum::{
    extract::{Path, State},
    http::{HeaderMap, HeaderValue, header},
    response::{IntoResponse, Response},
};
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use registry::{booking::Booking, clock::from_local, office::Office};

pub async fn entry(
    State(state): State<AppState>,
    Path(code): Path<String>,
    caller: Caller,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    let booking = booking(&state, &code, &headers, caller).await?;
    let opening = state.registry.opening().await.map_err(super::refusal)?;
    let text = text(&booking, &opening.office, state.registry.clock().now());
    let mut response = text.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/calendar; charset=utf-8"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    let date = booking.date.format("%Y%m%d");
    if let Some(name) = named(&format!("appointment-{date}.ics"), &format!("登记处预约-{date}.ics")) {
        headers.insert(header::CONTENT_DISPOSITION, name);
    }
    Ok(response)
}

/// RFC 5545. Times in UTC: China has one zone without summer time, and every calendar reads them alike.
fn text(booking: &Booking, office: &Office, now: DateTime<Utc>) -> String {
    let title = booking.lang.pick("登记处预约", "Appointment");
    let place = [office.name.as_str(), &office.address, &office.address_more].join(" ");
    let lines = [
        "BEGIN:VCALENDAR".to_owned(),
        "VERSION:2.0".to_owned(),
        "PRODID:-//registry hall//booking//ZH".to_owned(),
        "METHOD:PUBLISH".to_owned(),
        "BEGIN:VEVENT".to_owned(),
        // The same for every fetch, so that a moved booking replaces its old entry.
        format!("UID:{}@hall", booking.id),
        format!("DTSTAMP:{}", stamp(now)),
        format!("SEQUENCE:{}", now.timestamp().saturating_sub(from_local(booking.made_at).timestamp())),
        format!("DTSTART:{}", civil(booking.date, booking.start)),
        format!("DTEND:{}", civil(booking.date, booking.end)),
        format!("SUMMARY:{title}"),
        format!("LOCATION:{}", escape(&place)),
        "CLASS:PRIVATE".to_owned(),
        "END:VEVENT".to_owned(),
        "END:VCALENDAR".to_owned(),
    ];
    lines.iter().map(|line| fold(line)).collect()
}

fn civil(date: NaiveDate, time: NaiveTime) -> String {
    stamp(from_local(date.and_time(time)))
}

fn stamp(at: DateTime<Utc>) -> String {
    at.format("%Y%m%dT%H%M%SZ").to_string()
}

fn escape(text: &str) -> String {
    text.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,").replace('\n', "\\n")
}

/// No line has more than 75 bytes; what is longer goes on after a line break and a blank.
fn fold(line: &str) -> String {
    let (mut folded, mut bytes) = (String::with_capacity(line.len() + 8), 0);
    for character in line.chars() {
        if bytes + character.len_utf8() > 75 {
            folded.push_str("\r\n ");
            bytes = 1;
        }
        folded.push(character);
        bytes += character.len_utf8();
    }
    folded + "\r\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_of_the_office_is_eight_hours_earlier_in_utc() {
        let date = NaiveDate::from_ymd_opt(2026, 1, 16).unwrap();
        assert_eq!(civil(date, NaiveTime::from_hms_opt(9, 0, 0).unwrap()), "20260116T010000Z");
    }

    #[test]
    fn long_lines_are_folded_between_characters() {
        let folded = fold(&format!("LOCATION:{}", "商".repeat(60)));
        assert!(folded.lines().all(|line| line.len() <= 75));
        assert!(folded.ends_with("\r\n"));
        assert_eq!(folded.replace("\r\n ", "").trim_end().chars().count(), 69);
    }

    #[test]
    fn what_has_a_meaning_in_the_format_is_escaped() {
        assert_eq!(escape("A, B; C\\D"), "A\\, B\\; C\\\\D");
    }
}

//! The lists at the left, from today's bookings and cases.

use super::view::{Line, Lists};
use chrono::NaiveDateTime;
use law::{Lang, service::Service, words};
use registry::booking::Booking;
use registry::case::CaseKind;
use registry::marriage::CaseLine;

/// Those who are here first, in the order of their coming; then the rest of the day.
pub fn lists(bookings: &[Booking], cases: &[CaseLine], now: NaiveDateTime) -> Lists {
    let mut waiting: Vec<(NaiveDateTime, Line)> = Vec::new();
    for case in cases.iter().filter(|case| is_open(case)) {
        let booking = bookings.iter().find(|booking| Some(booking.id) == case.booking);
        let since = booking.and_then(|booking| booking.arrived_at).unwrap_or(case.since);
        waiting.push((since, case_line(case, booking, now)));
    }
    let here = bookings.iter().filter(|booking| booking.case.is_none());
    let here: Vec<_> = here.filter_map(|booking| Some((booking.arrived_at?, booking))).collect();
    let longest = here.iter().map(|(arrived, _)| (now - *arrived).num_minutes()).max();
    waiting.extend(here.iter().map(|(arrived, booking)| (*arrived, booking_line(booking, now))));
    waiting.sort_by_key(|(since, _)| *since);
    let late = bookings
        .iter()
        .filter(|booking| booking.arrived_at.is_none() && booking.date.and_time(booking.end) < now);
    Lists {
        waiting: waiting.into_iter().map(|(_, line)| line).collect(),
        bookings: bookings.iter().map(|booking| day_line(booking, cases, now)).collect(),
        late: late.map(|booking| booking_line(booking, now)).collect(),
        longest,
    }
}

/// A divorce that was accepted waits for its thirty days; it stands here only while somebody has it in hand.
fn is_open(case: &CaseLine) -> bool {
    match case.state.as_str() {
        "open" | "paused" | "registered" => true,
        "accepted" => case.in_hand,
        _ => false,
    }
}

/// Two characters for the kind of case.
fn kind(case: &CaseLine) -> &'static str {
    match CaseKind::parse(&case.kind) {
        Some(CaseKind::Marriage) | None => Service::Marriage.desk_word(),
        Some(CaseKind::Divorce) => Service::DivorceRegistration.desk_word(),
        Some(CaseKind::Reissue) => Service::ReissueMarriage.desk_word(),
        Some(CaseKind::Records) => Service::Records.desk_word(),
    }
}

fn case_line(case: &CaseLine, booking: Option<&Booking>, now: NaiveDateTime) -> Line {
    let minutes = (now - case.since).num_minutes();
    let today = case.date == now.date();
    Line {
        href: Some(format!("/counter/case/{}", case.id)),
        number: case.number.to_string(),
        kind: kind(case).to_owned(),
        when: match booking {
            Some(booking) => words::time(booking.start),
            None if today => "现场".to_owned(),
            None => words::day(
                case.date,
                now.date().format("%Y").to_string().parse().unwrap_or_default(),
                Lang::Zh,
            ),
        },
        state: case.holder.as_ref().map_or_else(|| "没人在办".to_owned(), |(_, name)| format!("{name}在办")),
        wait: match case.state.as_str() {
            "paused" => "等材料".to_owned(),
            "registered" => "待发证".to_owned(),
            _ if today => format!("办理 {minutes} 分"),
            _ => "没办完".to_owned(),
        },
    }
}

/// A booking without a case: those who are here can be served, others be marked as here.
fn booking_line(booking: &Booking, now: NaiveDateTime) -> Line {
    let waited = booking.arrived_at.map(|arrived| (now - arrived).num_minutes());
    Line {
        href: Some(format!("/counter?booking={}", booking.id)),
        number: String::new(),
        kind: booking.service.desk_word().to_owned(),
        when: words::time(booking.start),
        state: here(booking).to_owned(),
        wait: waited.map(|minutes| format!("{minutes} 分")).unwrap_or_default(),
    }
}

fn day_line(booking: &Booking, cases: &[CaseLine], now: NaiveDateTime) -> Line {
    let case = cases.iter().find(|case| Some(case.id) == booking.case);
    let Some(case) = case else { return booking_line(booking, now) };
    let state = match case.state.as_str() {
        "issued" => "已发证",
        "answered" => "已答复",
        "refused" => "不予办理",
        "left" => "没有办",
        "paused" => "等材料",
        "registered" => "待发证",
        "accepted" => "已受理",
        "withdrawn" => "已撤回",
        "closed" => "已办结",
        _ => "在办",
    };
    Line {
        href: Some(format!("/counter/case/{}", case.id)),
        number: case.number.to_string(),
        state: here(booking).to_owned(),
        wait: state.to_owned(),
        ..booking_line(booking, now)
    }
}

fn here(booking: &Booking) -> &'static str {
    match (booking.arrived_at, booking.both_here) {
        (None, _) => "未到",
        (Some(_), Some(true)) if booking.b.is_some() => "两位到",
        (Some(_), _) if booking.b.is_some() => "到一位",
        (Some(_), _) => "已到",
    }
}

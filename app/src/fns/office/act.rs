//! What the office's forms do. Each leads back to its page, with a sentence for what was done or why not.

use super::view::RulesField;
use leptos::prelude::*;

use crate::fns::staff::{Kept, Seat, seated, trouble, words};
use chrono::NaiveTime;
use law::{
    eligibility::Applicant,
    identity::{IdNumber, IdType},
    service::Service,
};
use registry::{
    Error, OfficeDay,
    office::{Office, ServiceRule, Span},
    staff::{NewOfficer, Role},
};
use uuid::Uuid;

/// Closes or opens the office on a day, with the reason that the public reads.
#[server]
pub async fn set_day(
    #[server(default)] date: String,
    #[server(default)] kind: String,
    #[server(default)] reason: String,
) -> Result<(), ServerFnError> {
    let Some(seat) = seated("/office/booking").await? else { return Ok(()) };
    let typed = vec![("date", date.clone()), ("kind", kind.clone()), ("reason", reason.clone())];
    let outcome = match date.parse() {
        Err(_) => Err(Error::invalid("date", "past")),
        Ok(date) => {
            let day = if kind == "open" { OfficeDay::Open(reason) } else { OfficeDay::Closed(reason) };
            seat.registry.set_office_day(&seat.officer, date, Some(day)).await
        }
    };
    tell(
        &seat,
        "/office/booking",
        "day",
        typed,
        outcome,
        "记下了，预约页面马上跟着变。已经约了那天的，请打电话通知。",
    )
    .await
}

/// Goes back to the national calendar.
#[server]
pub async fn take_day_back(date: String) -> Result<(), ServerFnError> {
    let Some(seat) = seated("/office/booking").await? else { return Ok(()) };
    let outcome = match date.parse() {
        Err(_) => Err(Error::NotFound),
        Ok(date) => seat.registry.set_office_day(&seat.officer, date, None).await,
    };
    tell(&seat, "/office/booking", "day", Vec::new(), outcome, "这天改回国家日历。").await
}

/// The rules of booking: hours and horizon, and a line for each service.
#[server]
pub async fn change_booking(#[server(default)] rules: RulesField) -> Result<(), ServerFnError> {
    let Some(seat) = seated("/office/booking").await? else { return Ok(()) };
    let RulesField { visits, slot_minutes, horizon_first, horizon_last, release, cut_off, .. } = &rules;
    let typed = vec![
        ("visits", visits.clone()),
        ("slot_minutes", slot_minutes.clone()),
        ("horizon_first", horizon_first.clone()),
        ("horizon_last", horizon_last.clone()),
        ("release", release.clone()),
        ("cut_off", cut_off.clone()),
    ];
    let change = |office: &mut Office| {
        office.visits = read_spans(visits).ok_or("visits")?;
        office.slot_minutes = number(slot_minutes).ok_or("slot_minutes")?;
        office.booking.horizon_first = number(horizon_first).ok_or("horizon_first")?;
        office.booking.horizon_last = number(horizon_last).ok_or("horizon_last")?;
        office.booking.release = read_time(release).ok_or("release")?;
        office.booking.cut_off = read_time(cut_off).ok_or("cut_off")?;
        for [service, windows, per_window, walk_in] in rules.lines() {
            let service = Service::parse(service).ok_or("services")?;
            let rule = ServiceRule {
                windows: number(windows).ok_or("services")?,
                per_window: number(per_window).ok_or("services")?,
                walk_in_percent: number(walk_in).ok_or("services")?,
            };
            office.services.insert(service, rule);
        }
        Ok(())
    };
    let outcome = changed(&seat, change).await;
    tell(&seat, "/office/booking", "rules", typed, outcome, "记下了，从现在起按新的放号。已经约好的不变。")
        .await
}

/// Name, telephone, address, hours.
#[server]
pub async fn change_place(
    #[server(default)] name: String,
    #[server(default)] name_en: String,
    #[server(default)] phone: String,
    #[server(default)] address: String,
    #[server(default)] address_more: String,
    #[server(default)] transport: String,
    #[server(default)] hours: String,
) -> Result<(), ServerFnError> {
    let Some(seat) = seated("/office/settings").await? else { return Ok(()) };
    let typed = vec![
        ("name", name.clone()),
        ("name_en", name_en.clone()),
        ("phone", phone.clone()),
        ("address", address.clone()),
        ("address_more", address_more.clone()),
        ("transport", transport.clone()),
        ("hours", hours.clone()),
    ];
    let change = |office: &mut Office| {
        office.hours = read_spans(&hours).ok_or("hours")?;
        name.trim().clone_into(&mut office.name);
        name_en.trim().clone_into(&mut office.name_en);
        phone.trim().clone_into(&mut office.phone);
        address.trim().clone_into(&mut office.address);
        address_more.trim().clone_into(&mut office.address_more);
        transport.trim().clone_into(&mut office.transport);
        Ok(())
    };
    let outcome = changed(&seat, change).await;
    tell(&seat, "/office/settings", "place", typed, outcome, "记下了，页面和凭条马上跟着变。").await
}

/// The settings as they are, changed by one form, put in place.
async fn changed(
    seat: &Seat,
    change: impl FnOnce(&mut Office) -> Result<(), &'static str>,
) -> registry::Result<()> {
    let mut office = seat.registry.opening().await?.office.clone();
    change(&mut office).map_err(|field| Error::invalid(field, "bad_form"))?;
    seat.registry.change_office(&seat.officer, &office).await
}

fn number(typed: &str) -> Option<u32> {
    typed.trim().parse().ok()
}

fn read_time(typed: &str) -> Option<NaiveTime> {
    NaiveTime::parse_from_str(typed.trim().replace('：', ":").as_str(), "%H:%M").ok()
}

/// 「8:30-12:00，13:30-17:00」 with whatever dash and comma the keyboard has.
fn read_spans(typed: &str) -> Option<Vec<Span>> {
    let plain: String = typed.chars().map(|c| if "–—－~～至".contains(c) { '-' } else { c }).collect();
    let parts = plain.split([',', '，', '、', ';', '；']).map(str::trim).filter(|part| !part.is_empty());
    parts
        .map(|part| {
            let (starts, ends) = part.split_once('-')?;
            Some(Span { starts: read_time(starts)?, ends: read_time(ends)? })
        })
        .collect()
}

/// A new colleague. A registrar's own document makes sure that they never handle their own case.
#[server]
pub async fn add_colleague(
    #[server(default)] login: String,
    #[server(default)] name: String,
    #[server(default)] password: String,
    #[server(default)] roles: Vec<String>,
    #[server(default)] identity: String,
) -> Result<(), ServerFnError> {
    let Some(seat) = seated("/office/staff").await? else { return Ok(()) };
    // A password is never kept, not even sealed.
    let mut typed = vec![("login", login.clone()), ("name", name.clone()), ("identity", identity.clone())];
    typed.extend(roles.iter().map(|role| ("roles", role.clone())));
    let outcome = match own_document(&seat, &identity) {
        Ok(identity) => {
            let roles = roles.iter().filter_map(|role| Role::parse(role)).collect();
            let new = NewOfficer { login, name, password, roles, identity };
            seat.registry.add_officer(Some(&seat.officer), new).await.map(|_| ())
        }
        Err(error) => Err(error),
    };
    tell(&seat, "/office/staff", "add", typed, outcome, "加好了。登记员还要记下考核合格日期，才能办理。")
        .await
}

fn own_document(seat: &Seat, number: &str) -> registry::Result<Option<Applicant>> {
    if number.trim().is_empty() {
        return Ok(None);
    }
    let today = seat.registry.clock().today();
    let wrong = |code: &str| Error::invalid("id_number", code);
    let id = IdNumber::parse(IdType::MainlandId, number, today).map_err(|fault| wrong(fault.code()))?;
    Applicant::new(id, None, None, None, today).map(Some).map_err(|_| wrong("bad_form"))
}

/// A passed assessment, valid for two years from its day.
#[server]
pub async fn assess(staff: String, #[server(default)] passed: String) -> Result<(), ServerFnError> {
    let Some(seat) = seated("/office/staff").await? else { return Ok(()) };
    let outcome = match (Uuid::parse_str(&staff), passed.parse()) {
        (Ok(staff), Ok(passed)) => {
            seat.registry.assess_officer(Some(&seat.officer), staff, passed).await.map(|_| ())
        }
        (Ok(_), Err(_)) => Err(Error::invalid("passed", "bad_date")),
        (Err(_), _) => Err(Error::NotFound),
    };
    tell(&seat, "/office/staff", "assess", vec![("staff", staff)], outcome, "考核记下了，两年有效。").await
}

/// A colleague leaves: their sessions end at once.
#[server]
pub async fn part_with(staff: String, #[server(default)] reason: String) -> Result<(), ServerFnError> {
    let Some(seat) = seated("/office/staff").await? else { return Ok(()) };
    let outcome = match Uuid::parse_str(&staff) {
        Ok(_) if reason.trim().is_empty() => Err(Error::invalid("reason", "missing")),
        Ok(id) => seat.registry.part_with_officer(&seat.officer, id, &reason).await,
        Err(_) => Err(Error::NotFound),
    };
    tell(&seat, "/office/staff", "part", vec![("staff", staff)], outcome, "记下了，账号马上不能再用。").await
}

#[server]
pub async fn reset_password(login: String, #[server(default)] password: String) -> Result<(), ServerFnError> {
    let Some(seat) = seated("/office/staff").await? else { return Ok(()) };
    let outcome = seat.registry.reset_password(Some(&seat.officer), &login, password).await;
    tell(
        &seat,
        "/office/staff",
        "reset",
        vec![("login", login)],
        outcome,
        "新密码能用了，原来的登录都已退出。",
    )
    .await
}

async fn tell(
    seat: &Seat,
    page: &str,
    form: &str,
    typed: Vec<(&str, String)>,
    outcome: registry::Result<()>,
    done: &str,
) -> Result<(), ServerFnError> {
    let typed: Vec<_> =
        typed.into_iter().map(|(name, value)| (name.to_owned(), value.chars().take(300).collect())).collect();
    let kept = match outcome {
        Ok(()) => Kept { form: "done".to_owned(), said: Some(done.to_owned()), ..Kept::default() },
        Err(error) => words::kept(form, typed, &error),
    };
    leptos_axum::redirect(page);
    seat.registry.keep_draft(&seat.draft("office"), &kept).await.map_err(trouble)
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;

    #[test]
    fn hours_are_read_with_whatever_dash_and_comma_the_keyboard_has() {
        let plain = read_spans("8:30-12:00,13:30-17:00");
        assert_eq!(plain.as_ref().map(Vec::len), Some(2));
        for typed in
            ["8:30–12:00，13:30—17:00", "08:30~12:00、13:30 至 17:00", "8：30-12：00；13：30-17：00；"]
        {
            assert_eq!(read_spans(typed), plain, "{typed}");
        }
        assert_eq!(read_spans("8:30"), None);
        assert_eq!(read_spans("8:30-25:00"), None);
    }
}

//! What the office's pages ask for.

use super::view::{AuditView, BookingRulesView, SettingsView, StaffView, TodayView};
use crate::fns::staff::Gate;
use leptos::prelude::*;

use super::view::{ColleagueView, DayLine, EntryView};
use crate::fns::staff::{Kept, Seat, Who, behind, trouble, who, words};
use law::{Lang, service::Service};
use registry::{
    OfficeDay, Opening, RecordSystem,
    audit::Checked,
    clock::to_local,
    figures::Period,
    office::Span,
    staff::{Right, Role},
};

/// 今天. Everyone who works here may open it; it shows what each may see.
pub async fn today() -> Result<Gate<TodayView>, ServerFnError> {
    // There is no right to one's own front page: any of those that lead here will do.
    let right = match who().await? {
        Who::Open(seat) => first_right(&seat),
        Who::Locked(_) | Who::Out => Right::SeeFigures,
    };
    behind(right, |seat, me| async move {
        let opening = seat.registry.opening().await.map_err(trouble)?;
        let today = seat.registry.clock().today();
        let bookings = match seat.officer.may(Right::SeeBookings) {
            Ok(()) => Some(booked(&seat, today).await?),
            Err(_) => None,
        };
        let cases = match seat.officer.may(Right::SeeCases) {
            Ok(()) => Some(cases(&seat).await?),
            Err(_) => None,
        };
        let month = match seat.officer.may(Right::SeeFigures) {
            Ok(()) => Some(month(&seat, today).await?),
            Err(_) => None,
        };
        Ok(TodayView {
            open: open_words(&opening, today),
            bookings,
            cases,
            month,
            days: days(&opening, today),
            me,
        })
    })
    .await
}

fn first_right(seat: &Seat) -> Right {
    const ALL: [Right; 4] = [Right::SeeBookings, Right::SeeFigures, Right::ManageStaff, Right::SeeAudit];
    ALL.into_iter().find(|right| seat.officer.may(*right).is_ok()).unwrap_or(Right::ManageOffice)
}

async fn booked(seat: &Seat, today: chrono::NaiveDate) -> Result<Vec<(String, u32, u32)>, ServerFnError> {
    let bookings = seat.registry.bookings_on(&seat.officer, today).await.map_err(trouble)?;
    let count = |service: Service| {
        let of = bookings.iter().filter(|booking| booking.service == service);
        let (all, here) =
            of.fold((0, 0), |(all, here), booking| (all + 1, here + u32::from(booking.arrived_at.is_some())));
        (service.statutory_name().to_owned(), all, here)
    };
    Ok(Service::ALL.iter().map(|service| count(*service)).filter(|(_, all, _)| *all > 0).collect())
}

async fn cases(seat: &Seat) -> Result<Vec<(String, u32)>, ServerFnError> {
    let cases = seat.registry.cases_today(&seat.officer).await.map_err(trouble)?;
    let states = [
        ("open", "在办"),
        ("paused", "等材料"),
        ("registered", "已登记，待发证"),
        ("issued", "已发证"),
        ("answered", "查档已答复"),
        ("refused", "不予办理"),
        ("left", "没有办"),
    ];
    let count = |state: &str| {
        u32::try_from(cases.iter().filter(|case| case.state == state).count()).unwrap_or(u32::MAX)
    };
    Ok(states
        .iter()
        .map(|(state, title)| ((*title).to_owned(), count(state)))
        .filter(|(_, n)| *n > 0)
        .collect())
}

async fn month(seat: &Seat, today: chrono::NaiveDate) -> Result<Vec<(String, i64, String)>, ServerFnError> {
    let period = Period::month_of(today);
    let figures = seat.registry.figures(Some(&seat.officer), period).await.map_err(trouble)?;
    let now = figures.indicators;
    let on_day = figures.days.iter().find(|(day, _)| *day == today).map_or(0, |(_, many)| *many);
    let line = |title: &str, value: i64, unit: &str| (title.to_owned(), value, unit.to_owned());
    Ok(vec![
        line("今天结婚登记", on_day, "对"),
        line("本月结婚登记", now.marriages, "对"),
        line("本月补领证件", now.reissued(), "件"),
        line("本月合计", now.total, ""),
    ])
}

fn open_words(opening: &Opening, today: chrono::NaiveDate) -> String {
    let own = opening.days.get(&today);
    match (opening.is_open(today), own) {
        (true, Some(OfficeDay::Open(reason))) => {
            format!("今天办公（{reason}） {}", spans(&opening.office.hours))
        }
        (true, _) => format!("今天办公 {}", spans(&opening.office.hours)),
        (false, Some(OfficeDay::Closed(reason))) => format!("今天不办公：{reason}"),
        (false, _) => "今天不办公：休息日".to_owned(),
    }
}

/// 「8:30-12:00，13:30-17:00」, as the form takes it back.
fn spans(spans: &[Span]) -> String {
    let one = |span: &Span| format!("{}-{}", span.starts.format("%-H:%M"), span.ends.format("%-H:%M"));
    spans.iter().map(one).collect::<Vec<_>>().join("，")
}

fn days(opening: &Opening, today: chrono::NaiveDate) -> Vec<DayLine> {
    let ahead = opening.days.range(today..);
    ahead
        .map(|(date, day)| match day {
            OfficeDay::Closed(reason) => DayLine { date: *date, closed: true, reason: reason.clone() },
            OfficeDay::Open(reason) => DayLine { date: *date, closed: false, reason: reason.clone() },
        })
        .collect()
}

/// 预约与放号.
pub async fn booking_rules() -> Result<Gate<BookingRulesView>, ServerFnError> {
    behind(Right::ManageOffice, |seat, me| async move {
        let opening = seat.registry.opening().await.map_err(trouble)?;
        let (office, rules) = (&opening.office, &opening.office.booking);
        let values = [
            ("visits", spans(&office.visits)),
            ("slot_minutes", office.slot_minutes.to_string()),
            ("horizon_first", rules.horizon_first.to_string()),
            ("horizon_last", rules.horizon_last.to_string()),
            ("release", law::words::time(rules.release)),
            ("cut_off", law::words::time(rules.cut_off)),
        ];
        let services = Service::ALL.iter().filter(|service| **service != Service::Ceremony).map(|service| {
            let rule = office.rule(*service);
            let title = service.statutory_name().to_owned();
            (service.as_str().to_owned(), title, rule.windows, rule.per_window, rule.walk_in_percent)
        });
        Ok(BookingRulesView {
            kept: kept(&seat).await?,
            values: owned(&values),
            services: services.collect(),
            days: days(&opening, me.today),
            me,
        })
    })
    .await
}

/// 人员.
pub async fn staff() -> Result<Gate<StaffView>, ServerFnError> {
    behind(Right::ManageStaff, |seat, me| async move {
        let colleagues = seat.registry.colleagues(Some(&seat.officer)).await.map_err(trouble)?;
        let view = colleagues.into_iter().map(|known| ColleagueView {
            id: known.id.to_string(),
            login: known.login,
            name: known.name,
            roles: known.roles.iter().map(|role| role.title(Lang::Zh)).collect::<Vec<_>>().join("、"),
            is_registrar: known.roles.contains(&Role::Registrar),
            assessed: known.assessed_until.is_some_and(|until| until >= me.today),
            assessed_until: known.assessed_until,
            left: known.left,
            oneself: known.id == seat.officer.id,
        });
        Ok(StaffView { colleagues: view.collect(), kept: kept(&seat).await?, me })
    })
    .await
}

/// 操作记录; `verify` walks the whole chain.
pub async fn audit(verify: bool) -> Result<Gate<AuditView>, ServerFnError> {
    behind(Right::SeeAudit, |seat, me| async move {
        let head = seat.registry.audit_head().await.map_err(trouble)?;
        let checked = match verify {
            true => Some(match seat.registry.verify_audit().await.map_err(trouble)? {
                Checked::Whole(head) => Ok(head.entries),
                Checked::BrokenAt(seq) => Err(seq),
            }),
            false => None,
        };
        let entries = seat.registry.audit_entries(&seat.officer, 200).await.map_err(trouble)?;
        let lines = entries.into_iter().map(|entry| EntryView {
            seq: entry.seq,
            at: to_local(entry.at).format("%-m月%-d日 %H:%M:%S").to_string(),
            officer: entry.officer,
            words: words::verb(&entry.verb).map_or_else(|| entry.verb.clone(), str::to_owned),
            subject: subject(&entry.subject),
            hash: entry.hash.chars().take(12).collect(),
        });
        Ok(AuditView { entries: head.entries, head: head.hash, checked, lines: lines.collect(), me })
    })
    .await
}

/// 「件 019c4568…」: the kind in words, the id as far as an eye compares it. The end of an id is what tells two of the
/// same minute apart.
fn subject(subject: &str) -> String {
    let Some((kind, id)) = subject.split_once(':') else { return subject.to_owned() };
    let kind = match kind {
        "case" => "件",
        "booking" => "预约",
        "staff" => "人员",
        "office_day" => "日历",
        "settings" => "设置",
        "paper" => "纸张",
        "act" => "登记",
        other => other,
    };
    match id.rsplit_once('-') {
        Some((_, tail)) if id.len() == 36 => format!("{kind} …{tail}"),
        _ => format!("{kind} {id}"),
    }
}

/// 设置.
pub async fn settings() -> Result<Gate<SettingsView>, ServerFnError> {
    behind(Right::ManageOffice, |seat, me| async move {
        let opening = seat.registry.opening().await.map_err(trouble)?;
        let (office, terms) = (&opening.office, seat.registry.terms());
        let values = [
            ("name", office.name.clone()),
            ("name_en", office.name_en.clone()),
            ("phone", office.phone.clone()),
            ("address", office.address.clone()),
            ("address_more", office.address_more.clone()),
            ("transport", office.transport.clone()),
            ("hours", spans(&office.hours)),
        ];
        Ok(SettingsView {
            kept: kept(&seat).await?,
            values: owned(&values),
            own_numbers: terms.record_system == RecordSystem::Own,
            foreign_related: terms.foreign_related,
            me,
        })
    })
    .await
}

fn owned(values: &[(&str, String)]) -> Vec<(String, String)> {
    values.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect()
}

async fn kept(seat: &Seat) -> Result<Kept, ServerFnError> {
    Ok(seat.registry.draft(&seat.draft("office")).await.map_err(trouble)?.unwrap_or_default())
}

//! The national schedule: what is known, what a file would change, and the import.

use super::calendar_view::CalendarView;
use crate::fns::staff::Gate;
use leptos::prelude::*;

use super::calendar_view::{ChangedView, MovedView, PlanView, YearView};
use crate::fns::staff::{Kept, Seat, behind, seated, trouble, words};
use law::{Lang, calendar::DayKind};
use registry::{
    Error,
    calendar::{ChangedDay, SchedulePlan, read_schedule},
    divorce::MovedLine,
    staff::Right,
};

const PAGE: &str = "/office/calendar";
/// No schedule of a year comes near it.
const LONGEST: usize = 40_000;

/// 放假安排: the years that are known, the file that was pasted and what it would move, what the last one moved.
pub async fn calendar() -> Result<Gate<CalendarView>, ServerFnError> {
    behind(Right::ManageOffice, |seat, me| async move {
        let opening = seat.registry.opening().await.map_err(trouble)?;
        let mut kept: Kept =
            seat.registry.draft(&seat.draft("calendar")).await.map_err(trouble)?.unwrap_or_default();
        let text = kept.typed("schedule", "text").unwrap_or_default();
        let plan = match kept.form.as_str() {
            "schedule" if kept.faults.is_empty() && kept.said.is_none() => match plan(&seat, &text).await {
                Ok(plan) => Some(plan),
                // Somebody changed something since it was looked at.
                Err(error) => {
                    kept = refused(&text, &error);
                    None
                }
            },
            _ => None,
        };
        let sees_cases = seat.officer.may(Right::SeeCases).is_ok();
        let (moved, to_check) = match sees_cases {
            true => {
                let board = seat.registry.divorce_board(&seat.officer).await.map_err(trouble)?;
                (lines(board.moved), lines(board.to_check))
            }
            false => (Vec::new(), Vec::new()),
        };
        Ok(CalendarView {
            years: opening
                .known_years()
                .into_iter()
                .map(|year| YearView {
                    year: year.year,
                    days_off: year.days_off,
                    make_up_days: year.make_up_days,
                })
                .collect(),
            unknown: opening.first_unknown_year(me.today),
            text,
            plan,
            sees_cases,
            moved,
            to_check,
            kept,
            me,
        })
    })
    .await
}

/// Looks at a file: what it would move. Nothing is changed.
#[server]
pub async fn look_at_schedule(#[server(default)] text: String) -> Result<(), ServerFnError> {
    let Some(seat) = seated(PAGE).await? else { return Ok(()) };
    let kept = match plan(&seat, &text).await {
        Ok(_) => Kept { form: "schedule".to_owned(), typed: typed(&text), ..Kept::default() },
        Err(error) => refused(&text, &error),
    };
    keep(&seat, &kept, "#plan").await
}

/// Imports exactly the file whose changes were shown.
#[server]
pub async fn import_schedule(#[server(default)] text: String) -> Result<(), ServerFnError> {
    let Some(seat) = seated(PAGE).await? else { return Ok(()) };
    let outcome = match read_schedule(&text) {
        Ok(schedule) => {
            let done = seat.registry.import_schedule(Some(&seat.officer), &schedule).await;
            done.map(|done| (schedule.year, done))
        }
        Err(error) => Err(error),
    };
    let kept = match outcome {
        Ok((year, done)) => {
            let sees_cases = seat.officer.may(Right::SeeCases).is_ok();
            let place = if sees_cases { "，都在下面" } else { "，请负责人来看是哪几件" };
            let said = match (done.moved, done.to_check) {
                (0, 0) => format!("{year}年的安排导入了，没有在办的件变动。"),
                (moved, to_check) => {
                    format!("{year}年的安排导入了：{moved}件的日期变了，{to_check}件要照回执核对{place}。")
                }
            };
            Kept { form: "done".to_owned(), said: Some(said), ..Kept::default() }
        }
        Err(error) => refused(&text, &error),
    };
    keep(&seat, &kept, "").await
}

/// Puts the file away.
#[server]
pub async fn drop_schedule() -> Result<(), ServerFnError> {
    let Some(seat) = seated(PAGE).await? else { return Ok(()) };
    keep(&seat, &Kept::default(), "").await
}

async fn keep(seat: &Seat, kept: &Kept, place: &str) -> Result<(), ServerFnError> {
    leptos_axum::redirect(&format!("{PAGE}{place}"));
    seat.registry.keep_draft(&seat.draft("calendar"), kept).await.map_err(trouble)
}

async fn plan(seat: &Seat, text: &str) -> registry::Result<PlanView> {
    let schedule = read_schedule(text)?;
    let plan = seat.registry.plan_schedule(&seat.officer, &schedule).await?;
    Ok(shown(plan))
}

fn typed(text: &str) -> Vec<(String, String)> {
    vec![("text".to_owned(), text.chars().take(LONGEST).collect())]
}

/// What is wrong with the file, with the day where it is one.
fn refused(text: &str, error: &Error) -> Kept {
    let mut kept = words::kept("schedule", typed(text), error);
    if let Error::Invalid(faults) = error {
        let day = faults.iter().find(|fault| fault.field == "schedule_day");
        let day = day.and_then(|fault| fault.code.parse().ok());
        kept.faults.retain(|(field, _)| field == "schedule");
        if let (Some(day), Some((_, words))) = (day, kept.faults.first_mut()) {
            *words = format!("{}：{words}", law::words::date(day, 0, Lang::Zh));
        }
    }
    kept
}

fn shown(plan: SchedulePlan) -> PlanView {
    let move_view = |planned: registry::calendar::PlannedMove| MovedView {
        receipt_no: planned.receipt_no,
        case: None,
        old: planned.old,
        new: planned.new,
        told: 0,
    };
    let (to_check, moved): (Vec<_>, Vec<_>) = plan.moves.into_iter().partition(|planned| planned.to_check);
    PlanView {
        year: plan.year,
        is_new: plan.is_new,
        days_off: plan.days_off,
        make_up_days: plan.make_up_days,
        changed: grouped(&plan.changed),
        moved: moved.into_iter().map(move_view).collect(),
        to_check: to_check.into_iter().map(move_view).collect(),
        many_moved: plan.many_moved,
        many_to_check: plan.many_to_check,
    }
}

/// Days in a row that change alike stand in one line.
fn grouped(days: &[ChangedDay]) -> Vec<ChangedView> {
    let mut lines: Vec<ChangedView> = Vec::new();
    for day in days {
        let (before, after) = (kind(day.before), kind(day.after));
        match lines.last_mut() {
            Some(line)
                if line.last.succ_opt() == Some(day.date) && line.before == before && line.after == after =>
            {
                line.last = day.date;
                line.bookings += day.bookings;
            }
            _ => lines.push(ChangedView {
                first: day.date,
                last: day.date,
                before,
                after,
                bookings: day.bookings,
            }),
        }
    }
    lines
}

fn kind(day: DayKind) -> String {
    match day {
        DayKind::Workday => "上班".to_owned(),
        DayKind::Weekend => "周末".to_owned(),
        DayKind::Holiday(Some(name)) => name.closed(Lang::Zh).to_owned(),
        DayKind::Holiday(None) => "放假".to_owned(),
        DayKind::MakeUpWorkday => "调休上班".to_owned(),
    }
}

/// Those that a schedule moved; a suspended day or a correction is told elsewhere.
fn lines(moves: Vec<MovedLine>) -> Vec<MovedView> {
    let by_calendar = moves.into_iter().filter(|moved| moved.why == "calendar");
    by_calendar
        .map(|moved| MovedView {
            receipt_no: moved.line.receipt_no,
            case: moved.line.case.map(|case| case.to_string()),
            old: moved.old,
            new: moved.new,
            told: moved.told.len(),
        })
        .collect()
}

//! The board: what is due, what ends, what moved; telling each of the two; days on which nothing lapses.

use super::view::BoardView;
use crate::fns::staff::Gate;
use law::eligibility::Party;
use leptos::prelude::*;

use super::view::{BoardRow, ConfirmRow, MovedRow};
use crate::fns::{
    counter::story::clock,
    staff::{Kept, Seat, behind, seated, trouble, words},
};
use chrono::NaiveDate;
use registry::{
    Error,
    divorce::{BoardLine, DivorceBoard, MovedLine, ToConfirm, ToldBy},
    staff::Right,
};
use uuid::Uuid;

const PAGE: &str = "/counter/board";

/// `from` and `until` are days that are looked at before a supervisor names them.
pub async fn board(from: Option<String>, until: Option<String>) -> Result<Gate<BoardView>, ServerFnError> {
    behind(Right::SeeCases, |seat, me| async move {
        let name = seat.draft("board");
        let kept: Kept = seat.registry.draft(&name).await.map_err(trouble)?.unwrap_or_default();
        if kept.form == "done" {
            // Said once; a telephone must not stand there the next time.
            seat.registry.forget_draft(&name).await.map_err(trouble)?;
        }
        let known = seat.registry.divorce_board(&seat.officer).await.map_err(trouble)?;
        let looked_at = match days(from.as_deref().unwrap_or_default(), until.as_deref().unwrap_or_default())
        {
            Ok(days) => {
                let ending = seat.registry.applications_ending_on(&seat.officer, &days).await;
                let rows = rows(&ending.map_err(trouble)?);
                days.first().zip(days.last()).map(|(from, until)| (*from, *until, rows))
            }
            Err(_) => None,
        };
        Ok(view(&seat, me, kept, known, looked_at))
    })
    .await
}

fn view(
    seat: &Seat,
    me: crate::fns::staff::Me,
    kept: Kept,
    board: DivorceBoard,
    looked_at: Option<(NaiveDate, NaiveDate, Vec<BoardRow>)>,
) -> BoardView {
    let today = seat.registry.clock().today();
    let confirm = |asked: &ToConfirm| ConfirmRow {
        case: asked.case.to_string(),
        thirty_last: asked.cooling_off_last,
        window_last: asked.issuance_last,
        asked_by: asked.asked_by.1.clone(),
        asked_at: clock(asked.asked_at, today),
    };
    let differ = board.typed_differ.iter();
    BoardView {
        me,
        kept,
        due_today: rows(&board.due_today),
        last_days: rows(&board.last_days),
        lapsing: rows(&board.lapsing_this_week),
        withdrawn: rows(&board.withdrawn),
        differ: differ.map(|(line, far)| (row(line), far.cooling_off_last, far.issuance_last)).collect(),
        moved: board.moved.iter().map(moved).collect(),
        to_check: board.to_check.iter().map(moved).collect(),
        to_confirm: board.to_confirm.iter().map(confirm).collect(),
        suspended: board.suspended.into_iter().map(|day| (day.date, day.reason)).collect(),
        looked_at,
    }
}

fn rows(lines: &[BoardLine]) -> Vec<BoardRow> {
    lines.iter().map(row).collect()
}

fn row(line: &BoardLine) -> BoardRow {
    BoardRow {
        case: line.case.map(|case| case.to_string()),
        receipt_no: line.receipt_no.clone(),
        accepted: line.dates.accepted,
        thirty_last: line.dates.cooling_off_last,
        window_last: line.dates.issuance_last,
        ended_on: line.ended_on,
    }
}

fn moved(line: &MovedLine) -> MovedRow {
    let why = match line.why.as_str() {
        "calendar" => "放假安排变了",
        "suspension" => "暂缓到期",
        _ => "照回执更正",
    };
    MovedRow {
        id: line.id.to_string(),
        row: row(&line.line),
        why: why.to_owned(),
        old: line.old,
        new: line.new,
        told: line.told.iter().copied().collect(),
    }
}

/// The days from one to another, both included.
fn days(from: &str, until: &str) -> registry::Result<Vec<NaiveDate>> {
    const MOST: usize = 14;
    let read =
        |typed: &str| typed.trim().parse::<NaiveDate>().map_err(|_| Error::invalid("dates", "missing"));
    let from = read(from)?;
    let until = if until.trim().is_empty() { from } else { read(until)? };
    let days: Vec<_> = from.iter_days().take_while(|day| *day <= until).take(MOST + 1).collect();
    if days.is_empty() || days.len() > MOST { Err(Error::invalid("dates", "missing")) } else { Ok(days) }
}

/// One of the two was told of a moved date, or could not be reached.
#[server]
pub async fn tell(id: String, seat: Party, #[server(default)] how: String) -> Result<(), ServerFnError> {
    let Some(desk) = seated(PAGE).await? else { return Ok(()) };
    let how = ToldBy::ALL.into_iter().find(|known| known.as_str() == how);
    let outcome = match (Uuid::parse_str(&id), how) {
        (Ok(id), Some(how)) => desk.registry.tell_of_move(&desk.officer, id, seat, how).await,
        (Ok(_), None) => Err(Error::invalid("how", "missing")),
        (Err(_), _) => Err(Error::NotFound),
    };
    lead_back(&desk, outcome, "记下了。另一位要单独告知。").await
}

/// The telephone of one of the two, shown once on the board, the sight logged.
#[server]
pub async fn told_phone(id: String, seat: Party) -> Result<(), ServerFnError> {
    let Some(desk) = seated(PAGE).await? else { return Ok(()) };
    let Ok(id) = Uuid::parse_str(&id) else { return lead_back(&desk, Err(Error::NotFound), "").await };
    let title = seat.title(law::Lang::Zh);
    match desk.registry.phone_for_move(&desk.officer, id, seat).await {
        Ok(phone) => {
            let said = match phone {
                Some(phone) => format!("{title}：{phone}。只告诉本人日期，不留言。"),
                None => format!("{title}没有留电话。来的时候当面告知，或记“没有联系上”。"),
            };
            let kept = Kept { form: "done".to_owned(), said: Some(said), ..Kept::default() };
            leptos_axum::redirect(PAGE);
            desk.registry.keep_draft(&desk.draft("board"), &kept).await.map_err(trouble)
        }
        Err(error) => lead_back(&desk, Err(error), "").await,
    }
}

/// Days on which nothing lapses: outage, disaster.
#[server]
pub async fn suspend_lapse(
    #[server(default)] from: String,
    #[server(default)] until: String,
    #[server(default)] reason: String,
) -> Result<(), ServerFnError> {
    let Some(desk) = seated(PAGE).await? else { return Ok(()) };
    let outcome = match days(&from, &until) {
        Ok(days) => desk.registry.suspend_lapse(&desk.officer, &days, &reason).await,
        Err(error) => Err(error),
    };
    match outcome {
        Ok(moved) => {
            lead_back(&desk, Ok(()), &format!("记下了，{moved} 件的最后一天顺延，列在“要分别告知”里。")).await
        }
        Err(error) => {
            let typed = vec![
                ("from".to_owned(), from.clone()),
                ("until".to_owned(), until.clone()),
                ("reason".to_owned(), reason),
            ];
            // The list of those affected stays in sight.
            leptos_axum::redirect(&format!(
                "{PAGE}?from={}&until={}#suspend",
                date_only(&from),
                date_only(&until)
            ));
            let kept = words::kept("suspend", typed, &error);
            desk.registry.keep_draft(&desk.draft("board"), &kept).await.map_err(trouble)
        }
    }
}

/// Nothing but a date stands in an address.
fn date_only(typed: &str) -> String {
    typed.trim().parse::<NaiveDate>().map(|date| date.to_string()).unwrap_or_default()
}

async fn lead_back(desk: &Seat, outcome: registry::Result<()>, done: &str) -> Result<(), ServerFnError> {
    leptos_axum::redirect(PAGE);
    let kept = match outcome {
        Ok(()) => Kept { form: "done".to_owned(), said: Some(done.to_owned()), ..Kept::default() },
        Err(error) => words::kept("tell", Vec::new(), &error),
    };
    desk.registry.keep_draft(&desk.draft("board"), &kept).await.map_err(trouble)
}

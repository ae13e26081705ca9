//! The board for staff: what is due, what ends, what moved. Receipt numbers and dates, no name and no number of a person.

use super::dates::Counting;
use super::suspend::Suspension;
use crate::case::find_name;
use crate::clock::to_local;
use crate::error::{Error, Result};
use crate::registry::Registry;
use crate::staff::{Officer, Right};
use crate::store::queries::divorce::{ApplicationRow, booked_persons, open_from, withdrawn_from};
use crate::store::queries::divorce_dates::{
    ConfirmationRow, MoveRow, TellingRow, confirmations_of, moves_since, suspensions, tellings_since,
    unanswered,
};
use crate::store::queries::staff::{NameRow, names};
use chrono::{Days, NaiveDate, NaiveDateTime, TimeDelta};
use law::divorce_case::{ApplicationDates, DatesFrom, Difference};
use law::eligibility::Party;
use law::service::Service;
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// Every list of the board; a line may stand in several.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct DivorceBoard {
    /// Whose withdrawal or registration is booked for today.
    pub due_today: Vec<BoardLine>,
    /// Whose last day to withdraw or to register is today.
    pub last_days: Vec<BoardLine>,
    /// Whose last day to register is today or one of the six days after.
    pub lapsing_this_week: Vec<BoardLine>,
    /// Withdrawn in the last thirty days.
    pub withdrawn: Vec<BoardLine>,
    /// The receipt's dates differ from our own.
    pub typed_differ: Vec<(BoardLine, Difference)>,
    /// Moved by a schedule, a suspended day or a correction; each of the two is told separately.
    pub moved: Vec<MovedLine>,
    /// Typed dates to check against the receipt since a schedule changed, and ends that were not moved into the past.
    pub to_check: Vec<MovedLine>,
    /// Receipt dates that wait for a supervisor.
    pub to_confirm: Vec<ToConfirm>,
    pub suspended: Vec<Suspension>,
}

/// An application.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BoardLine {
    /// `None` until it is called up: an imported application has no case yet.
    pub case: Option<Uuid>,
    pub receipt_no: String,
    pub dates: ApplicationDates,
    pub ended_on: Option<NaiveDate>,
}

/// An application whose dates moved, or should be checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MovedLine {
    pub id: Uuid,
    pub line: BoardLine,
    pub at: NaiveDateTime,
    /// `calendar suspension correction`
    pub why: String,
    /// Last day of the thirty and last day to register, before and after.
    pub old: [NaiveDate; 2],
    pub new: [NaiveDate; 2],
    pub told: BTreeSet<Party>,
}

/// Receipt dates that wait for a supervisor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToConfirm {
    pub case: Uuid,
    pub cooling_off_last: NaiveDate,
    pub issuance_last: NaiveDate,
    pub asked_by: (Uuid, String),
    pub asked_at: NaiveDateTime,
}

const WEEK: Days = Days::new(6);
const MONTH: Days = Days::new(30);
/// No application is open for longer than this.
const LONGEST: TimeDelta = TimeDelta::days(120);

impl Registry {
    /// The board as of today. Errors: `Forbidden`.
    pub async fn divorce_board(&self, officer: &Officer) -> Result<DivorceBoard> {
        officer.may(Right::SeeCases)?;
        let today = self.clock().today();
        let (counting, since) = (self.counting().await?, self.clock().now() - LONGEST);
        let mut tx = self.store().read().await?;
        let open =
            open_from(&mut tx, today).await?.into_iter().filter(|row| !row.has_ended()).collect::<Vec<_>>();
        let month_ago = today.checked_sub_days(MONTH).unwrap_or(today);
        let withdrawn = withdrawn_from(&mut tx, month_ago).await?;
        let booked = booked_persons(
            &mut tx,
            today,
            Service::DivorceWithdrawal.as_str(),
            Service::DivorceRegistration.as_str(),
        );
        let booked: BTreeSet<_> = booked.await?.into_iter().collect();
        let week = today.checked_add_days(WEEK).unwrap_or(today);
        let changes = moves_since(&mut tx, since).await?;
        let told = tellings_since(&mut tx, since).await?;
        let (moved, to_check) = still_to_tell(changes, told, &open)?;
        Ok(DivorceBoard {
            due_today: lines(&open, |row| {
                booked.contains(&row.a_key) || row.b_key.as_ref().is_some_and(|key| booked.contains(key))
            })?,
            last_days: lines(&open, |row| row.cooling_off_last == today || row.issuance_last == today)?,
            lapsing_this_week: lines(&open, |row| row.issuance_last <= week)?,
            withdrawn: lines(&withdrawn, |_| true)?,
            typed_differ: typed_differ(&open, &counting)?,
            moved,
            to_check,
            to_confirm: to_confirm(unanswered(&mut tx).await?, &names(&mut tx).await?),
            suspended: suspensions(&mut tx)
                .await?
                .into_iter()
                .map(|row| Suspension { date: row.date, reason: row.reason, set_by: row.set_by })
                .collect(),
        })
    }
}

/// What was asked of a case and waits.
pub(super) async fn waiting_of(registry: &Registry, case: Uuid) -> Result<Vec<ConfirmationRow>> {
    let all = confirmations_of(&mut registry.store().read().await?, case).await?;
    Ok(all.into_iter().filter(|row| row.confirmed_by.is_none()).collect())
}

pub(super) fn lines(
    rows: &[ApplicationRow],
    wanted: impl Fn(&ApplicationRow) -> bool,
) -> Result<Vec<BoardLine>> {
    rows.iter().filter(|row| wanted(row)).map(line).collect()
}

fn line(row: &ApplicationRow) -> Result<BoardLine> {
    Ok(BoardLine {
        case: row.case_id,
        receipt_no: row.reference.clone(),
        dates: row.dates()?,
        ended_on: row.ended_on,
    })
}

fn typed_differ(open: &[ApplicationRow], counting: &Counting) -> Result<Vec<(BoardLine, Difference)>> {
    let mut found = Vec::new();
    for row in open {
        let line = line(row)?;
        let difference = line.dates.difference(&counting.ours(row.act_date)?);
        if line.dates.from == DatesFrom::Typed && !difference.is_none() {
            found.push((line, difference));
        }
    }
    Ok(found)
}

/// Of applications that are still open; those moved until both are told.
fn still_to_tell(
    changes: Vec<MoveRow>,
    told: Vec<TellingRow>,
    open: &[ApplicationRow],
) -> Result<(Vec<MovedLine>, Vec<MovedLine>)> {
    let open: BTreeMap<Uuid, &ApplicationRow> = open.iter().map(|row| (row.id, row)).collect();
    let (mut moved, mut to_check) = (Vec::new(), Vec::new());
    for change in changes {
        let Some(row) = open.get(&change.act_id) else { continue };
        let told: BTreeSet<Party> = told
            .iter()
            .filter(|telling| telling.move_id == change.id)
            .map(|telling| {
                Party::parse(&telling.seat).ok_or_else(|| Error::inconsistent("a telling of no seat"))
            })
            .collect::<Result<_>>()?;
        let entry = MovedLine {
            id: change.id,
            line: line(row)?,
            at: to_local(change.at),
            why: change.why,
            old: [change.old_cooling_off_last, change.old_issuance_last],
            new: [change.new_cooling_off_last, change.new_issuance_last],
            told,
        };
        match change.fate.as_str() {
            "moved" if entry.told.len() < Party::ALL.len() => moved.push(entry),
            "moved" => {}
            _ => to_check.push(entry),
        }
    }
    Ok((moved, to_check))
}

fn to_confirm(rows: Vec<ConfirmationRow>, names: &[NameRow]) -> Vec<ToConfirm> {
    let waiting = |row: ConfirmationRow| ToConfirm {
        case: row.case_id,
        cooling_off_last: row.cooling_off_last,
        issuance_last: row.issuance_last,
        asked_by: (row.asked_by, find_name(names, row.asked_by)),
        asked_at: to_local(row.asked_at),
    };
    rows.into_iter().map(waiting).collect()
}

//! What a schedule would change, told before anything is changed.

use super::read::with_schedule;
use crate::divorce::{Fate, Recompute};
use crate::error::Result;
use crate::registry::Registry;
use crate::staff::{Officer, Right};
use crate::store::queries::bookings::live_on;
use chrono::{Datelike, NaiveDate};
use law::calendar::{DayKind, YearSchedule};

/// A schedule that can be imported, with everything it would move.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SchedulePlan {
    pub year: i32,
    /// The year was not known before: its dates were provisional.
    pub is_new: bool,
    pub days_off: usize,
    pub make_up_days: Vec<NaiveDate>,
    /// Days that would become something else, in order.
    pub changed: Vec<ChangedDay>,
    /// Open divorce applications whose dates would move, or that would have to be checked; told only to whom sees cases.
    pub moves: Vec<PlannedMove>,
    pub many_moved: usize,
    pub many_to_check: usize,
}

/// A day that would become something else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ChangedDay {
    pub date: NaiveDate,
    pub before: DayKind,
    pub after: DayKind,
    /// Bookings already made on a day that would be one of rest: those people must be called.
    pub bookings: i64,
}

/// An open application, by its receipt's number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlannedMove {
    pub receipt_no: String,
    /// Last day of the thirty and last day to register.
    pub old: [NaiveDate; 2],
    pub new: [NaiveDate; 2],
    /// It stays as it is and is listed to be checked: its dates were typed from the receipt, or an end would have been
    /// moved into the past.
    pub to_check: bool,
}

impl Registry {
    /// What a schedule would change if it were imported now. Nothing is written.
    ///
    /// Errors: `Forbidden`; `Invalid` with the calendar fault's code where the schedule can't be right.
    pub async fn plan_schedule(&self, by: &Officer, schedule: &YearSchedule) -> Result<SchedulePlan> {
        by.may(Right::ManageOffice)?;
        let (opening, today) = (self.opening().await?, self.clock().today());
        let after = with_schedule(&opening.calendar, schedule, today)?;
        let mut tx = self.store().read().await?;
        let mut changed = Vec::new();
        // A notice may name days of the December before.
        for date in span(schedule.year) {
            let (old, new) = (opening.calendar.day(date), after.day(date));
            if old != new {
                let closes = new.is_rest() && !old.is_rest() && date >= today;
                let bookings = if closes { live_on(&mut tx, date).await? } else { 0 };
                changed.push(ChangedDay { date, before: old, after: new, bookings });
            }
        }
        let recompute = Recompute {
            before: opening.calendar.clone(),
            after,
            today,
            now: self.clock().now(),
            by: Some(by.id),
        };
        let moves: Vec<_> = recompute.plan(&mut tx).await?.into_iter().filter_map(planned).collect();
        let many_to_check = moves.iter().filter(|planned| planned.to_check).count();
        Ok(SchedulePlan {
            year: schedule.year,
            is_new: !opening.calendar.is_published(schedule.year),
            days_off: schedule.days.iter().filter(|day| day.is_off_day).count(),
            make_up_days: schedule.days.iter().filter(|day| !day.is_off_day).map(|day| day.date).collect(),
            changed,
            many_moved: moves.len() - many_to_check,
            many_to_check,
            moves: if by.may(Right::SeeCases).is_ok() { moves } else { Vec::new() },
        })
    }
}

fn span(year: i32) -> impl Iterator<Item = NaiveDate> {
    let first = NaiveDate::from_ymd_opt(year - 1, 12, 1);
    first.into_iter().flat_map(|day| day.iter_days()).take_while(move |day| day.year() <= year)
}

fn planned((receipt_no, old, fate): (String, [NaiveDate; 2], Fate)) -> Option<PlannedMove> {
    let (dates, to_check) = match fate {
        Fate::Stays => return None,
        Fate::Moves(ours) => (ours, false),
        Fate::Kept(ours) | Fate::ToCheck(ours) => (ours, true),
    };
    Some(PlannedMove { receipt_no, old, new: [dates.cooling_off_last, dates.issuance_last], to_check })
}

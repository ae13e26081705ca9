//! All acts, of the file and of the register, are walked in order of their days: what each finds before it decides
//! whether it can stand.
//!
//! Acts of the register stand in any case; where one excludes a new row, the new row gives way. An act that rests on
//! a rejected one (the ending of a rejected application, what only a rejected ending made possible) is rejected too.

mod begin;
mod end;
mod lives;
mod openings;

use super::clocks::Clocks;
use super::code::Code;
use super::column::Column;
use super::outline::{Key, Outline, Outlines};
use crate::register::{ActKind, CaseDates, Part};
use chrono::{Datelike, NaiveDate};
use lives::{Life, lives_that_meet};
use openings::{Openings, places_where};
use std::collections::{HashMap, HashSet};

/// Decides for every row that has no fault yet whether it stands; endings that do learn the place of their application.
pub(super) fn judge(outlines: &mut Outlines, clocks: &mut Clocks) {
    let openings = Openings::of(&mut outlines.rows);
    let mut walk = Walk {
        lives: lives_that_meet(&outlines.rows),
        cases: vec![Case::default(); outlines.rows.len()],
        couples: HashMap::new(),
        openings,
        outlines,
        clocks,
    };
    walk.note_refused_endings();
    walk.note_given_endings();
    for place in walk.in_order_of_days() {
        walk.step(place);
    }
}

/// What has become of an application, by the place of its row.
#[derive(Debug, Clone, Default)]
struct Case {
    /// The ending that stands.
    ended: Option<u32>,
    /// A rejected ending.
    refused: Option<u32>,
    /// The ending that the register has, whatever its day.
    given: Option<u32>,
}

struct Walk<'a, 'c> {
    outlines: &'a mut Outlines,
    clocks: &'a mut Clocks<'c>,
    openings: Openings,
    lives: HashMap<Key, Life>,
    cases: Vec<Case>,
    /// The latest application of two persons.
    couples: HashMap<[Key; 2], u32>,
}

impl Walk<'_, '_> {
    fn row(&self, place: u32) -> &Outline {
        &self.outlines.rows[place as usize]
    }

    fn reject(&mut self, place: u32, column: Column, code: Code, other: Option<u32>) {
        let line = other.map_or(0, |other| self.row(other).line);
        self.outlines.rows[place as usize].reject(column, code, line);
    }

    /// Endings that can't even be read have their say too: what they would have ended must not seem open.
    fn note_refused_endings(&mut self) {
        for place in
            places_where(&self.outlines.rows, |row| !row.stands() && row.part() == Some(Part::Ending))
        {
            let row = self.row(place);
            let (reference, divorces) = (row.reference, row.act == Some(ActKind::DivorceRegistration));
            if let Some(opening) = self.openings.find(&self.outlines.rows, &reference) {
                self.refuse_ending(opening, place, divorces);
            }
        }
    }

    fn note_given_endings(&mut self) {
        for place in
            places_where(&self.outlines.rows, |row| row.is_given() && row.part() == Some(Part::Ending))
        {
            let reference = self.row(place).reference;
            if let Some(opening) = self.openings.find(&self.outlines.rows, &reference) {
                self.cases[opening as usize].given = Some(place);
            }
        }
    }

    fn refuse_ending(&mut self, opening: u32, ending: u32, divorces: bool) {
        self.cases[opening as usize].refused.get_or_insert(ending);
        if divorces {
            for key in self.row(opening).persons {
                if let Some(life) = self.lives.get_mut(&key) {
                    life.refused_divorce = Some(ending);
                }
            }
        }
    }

    /// By day; on one day what ends comes before what begins, and what the register has before what is new.
    fn in_order_of_days(&self) -> Vec<u32> {
        let rows = &self.outlines.rows;
        let mut order = places_where(rows, |row| row.stands() && row.act.is_some());
        let ended_at_once = self.withdrawn_on_the_day_of_application(&order);
        order.sort_by_cached_key(|place| {
            let row = self.row(*place);
            let phase = match row.act {
                Some(ActKind::DivorceWithdrawal | ActKind::DivorceRegistration) => {
                    if ended_at_once.contains(&row.reference) { 3 } else { 0 }
                }
                Some(ActKind::Marriage) => 1,
                Some(ActKind::DivorceApplication) => {
                    if ended_at_once.contains(&row.reference) {
                        2
                    } else {
                        4
                    }
                }
                Some(ActKind::ReissueMarriage | ActKind::ReissueDivorce) | None => 5,
            };
            (row.day, phase, !row.is_given(), row.content, row.line)
        });
        order
    }

    fn withdrawn_on_the_day_of_application(&self, order: &[u32]) -> HashSet<Key> {
        let rows = &self.outlines.rows;
        let withdrawals = order.iter().map(|place| self.row(*place));
        withdrawals
            .filter(|row| row.act == Some(ActKind::DivorceWithdrawal))
            .filter(|row| {
                let opening = self.openings.find(rows, &row.reference);
                opening.is_some_and(|opening| self.row(opening).day == row.day)
            })
            .map(|row| row.reference)
            .collect()
    }

    fn step(&mut self, place: u32) {
        let row = self.row(place);
        // A given act met later may have pushed this one out.
        if !row.stands() {
            return;
        }
        match row.act {
            Some(ActKind::Marriage) => self.marry(place),
            Some(ActKind::DivorceApplication) => self.apply(place),
            Some(ActKind::DivorceWithdrawal | ActKind::DivorceRegistration) => self.end(place),
            Some(ActKind::ReissueMarriage) => self.show_married(place),
            Some(ActKind::ReissueDivorce) => self.show_divorced(place),
            None => {}
        }
    }

    fn show_married(&mut self, place: u32) {
        for key in self.row(place).persons {
            if let Some(life) = self.lives.get_mut(&key) {
                life.married_by = Some(place);
            }
        }
    }

    fn show_divorced(&mut self, place: u32) {
        for key in self.row(place).persons {
            if let Some(life) = self.lives.get_mut(&key) {
                life.married_by = None;
            }
        }
    }

    fn dates(&mut self, opening: u32) -> Option<CaseDates> {
        if let Some(dates) = self.outlines.stored_dates.get(&opening) {
            return Some(*dates);
        }
        let accepted = NaiveDate::from_num_days_from_ce_opt(self.row(opening).day)?;
        self.clocks.dates(accepted)
    }

    fn last_day(&self, opening: u32) -> i32 {
        let accepted = NaiveDate::from_num_days_from_ce_opt(self.row(opening).day);
        let stored = self.outlines.stored_dates.get(&opening).copied();
        let dates = stored.or_else(|| accepted.and_then(|day| self.clocks.counted(day)));
        dates.map_or(i32::MIN, |dates| dates.issuance_last.num_days_from_ce())
    }
}

//! All acts, of the file and of the register, are walked in order of their days: what each finds before it decides
//! whether it can stand.
//!
//! Acts of the register stand in any case; where one excludes a new row, the new row gives way. An act that rests on
//! a rejected one (the ending of a rejected application, what only a rejected ending made possible) is rejected too.

use super::clocks::Clocks;
use super::code::Code;
use super::column::Column;
use super::outline::{Key, NOBODY, Outline, Outlines};
use super::person::ID;
use crate::register::{ActKind, CaseDates, Part, Prior};
use chrono::{Datelike, NaiveDate};
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

/// The opening row of each ref, by binary search.
struct Openings(Vec<u32>);

impl Openings {
    /// Of several openings with one ref the register's stands, else the earliest; the others are `ref_used`.
    fn of(rows: &mut [Outline]) -> Self {
        let opens = |row: &Outline| row.part() == Some(Part::Opening) && row.reference != NOBODY;
        let mut places: Vec<u32> = places_where(rows, opens);
        places.sort_unstable_by_key(|place| {
            let row = &rows[*place as usize];
            (row.reference, !row.is_given(), !row.stands(), row.day, row.content, row.line)
        });
        let mut first: Option<u32> = None;
        places.retain(|place| {
            let reference = rows[*place as usize].reference;
            match first {
                Some(before) if rows[before as usize].reference == reference => {
                    let line = rows[before as usize].line;
                    let row = &mut rows[*place as usize];
                    // An act that is in the register may stand in the file twice.
                    if row.stands() && !row.is_given() {
                        row.reject(Column::REF, Code::RefUsed, line);
                    }
                    false
                }
                _ => {
                    first = Some(*place);
                    true
                }
            }
        });
        places.shrink_to_fit();
        Self(places)
    }

    fn find(&self, rows: &[Outline], reference: &Key) -> Option<u32> {
        let found = self.0.binary_search_by(|place| rows[*place as usize].reference.cmp(reference));
        found.ok().and_then(|at| self.0.get(at).copied())
    }
}

fn places_where(rows: &[Outline], picks: impl Fn(&Outline) -> bool) -> Vec<u32> {
    (0..Outlines::place(rows.len())).filter(|place| picks(&rows[*place as usize])).collect()
}

/// What is known of a person so far.
#[derive(Default)]
struct Life {
    /// The act that shows them married.
    married_by: Option<u32>,
    /// Their latest divorce application.
    application: Option<u32>,
    /// A divorce of theirs whose row was rejected.
    refused_divorce: Option<u32>,
    /// Marriages that the register has, with what they said of the time before.
    given: Vec<(i32, Option<Prior>)>,
}

/// Only persons who are named more than once can meet anything.
fn lives_that_meet(rows: &[Outline]) -> HashMap<Key, Life> {
    let named = |row: &&Outline| row.stands() && row.part() == Some(Part::Opening);
    let count = rows.iter().filter(named).count();
    let mut keys: Vec<Key> = Vec::with_capacity(count * 2);
    keys.extend(rows.iter().filter(named).flat_map(|row| row.persons).filter(|key| *key != NOBODY));
    keys.sort_unstable();
    let twice: Vec<Key> = keys.windows(2).filter(|pair| pair[0] == pair[1]).map(|pair| pair[0]).collect();
    drop(keys);
    let mut lives: HashMap<Key, Life> = twice.into_iter().map(|key| (key, Life::default())).collect();
    for row in rows.iter().filter(|row| row.is_given() && row.act == Some(ActKind::Marriage)) {
        for (key, prior) in row.persons.iter().zip(row.priors) {
            if let Some(life) = lives.get_mut(key) {
                life.given.push((row.day, prior));
            }
        }
    }
    lives
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

    fn marry(&mut self, place: u32) {
        if !self.row(place).is_given() {
            for seat in 0..2 {
                if let Some((code, other)) = self.against_marriage(place, seat) {
                    let column = match code {
                        Code::RestsOnRejected => Column::REF,
                        _ => Column::of(seat, ID),
                    };
                    return self.reject(place, column, code, other);
                }
            }
        }
        self.show_married(place);
    }

    /// Why the person at `seat` can't have married then, by all that stands.
    fn against_marriage(&self, place: u32, seat: usize) -> Option<(Code, Option<u32>)> {
        let row = self.row(place);
        let life = self.lives.get(&row.persons[seat])?;
        let claims_end = matches!(row.priors[seat], Some(Prior::Divorced | Prior::Widowed));
        if let Some(evidence) = life.married_by {
            let before = self.row(evidence);
            // A divorce by court or at another office, or a death, is not in this register: who says so is believed,
            // unless what the register has says otherwise.
            let again =
                row.is_couple_of(before) && !(row.restored && row.priors[seat] == Some(Prior::Divorced));
            if let Some(refused) = life.refused_divorce {
                return Some((Code::RestsOnRejected, Some(refused)));
            }
            if !claims_end || again || before.day == row.day || self.has_open_application(life, row.day) {
                return Some((Code::AlreadyMarried, Some(evidence)));
            }
        }
        let denied_later = life
            .given
            .iter()
            .any(|(day, prior)| *day == row.day || (*day > row.day && *prior == Some(Prior::Never)));
        denied_later.then_some((Code::AlreadyMarried, None))
    }

    fn has_open_application(&self, life: &Life, day: i32) -> bool {
        life.application.is_some_and(|case| {
            let ended = self.cases[case as usize].ended.is_some();
            !ended && self.row(case).stands() && self.last_day(case) >= day
        })
    }

    fn apply(&mut self, place: u32) {
        let row = self.row(place);
        let (couple, day, given) = (row.couple(), row.day, row.is_given());
        let meets = couple.iter().all(|key| self.lives.contains_key(key));
        if meets
            && let Some(before) = self.couples.get(&couple).copied().filter(|case| self.is_open(*case, day))
        {
            if !given {
                let (code, other) = match self.cases[before as usize].refused {
                    Some(refused) => (Code::RestsOnRejected, refused),
                    None => (Code::AlreadyOpen, before),
                };
                let column = if code == Code::AlreadyOpen { Column::of(0, ID) } else { Column::REF };
                return self.reject(place, column, code, Some(other));
            }
            if !self.row(before).is_given() {
                self.reject(before, Column::of(0, ID), Code::AlreadyOpen, Some(place));
            }
        }
        if meets {
            self.couples.insert(couple, place);
        }
        for key in couple {
            if let Some(life) = self.lives.get_mut(&key) {
                life.application = Some(place);
            }
        }
        self.show_married(place);
    }

    fn is_open(&self, case: u32, day: i32) -> bool {
        self.row(case).stands() && self.cases[case as usize].ended.is_none() && self.last_day(case) >= day
    }

    fn end(&mut self, place: u32) {
        let row = self.row(place);
        let (given, divorces) = (row.is_given(), row.act == Some(ActKind::DivorceRegistration));
        let reference = row.reference;
        let Some(opening) = self.openings.find(&self.outlines.rows, &reference) else {
            if !given {
                self.reject(place, Column::REF, Code::UnknownCase, None);
            }
            return;
        };
        if !given && let Some((column, code, other)) = self.against_ending(place, opening) {
            self.reject(place, column, code, other);
            if code != Code::UnknownCase && code != Code::CaseEnded {
                self.refuse_ending(opening, place, divorces);
            }
            return;
        }
        self.outlines.rows[place as usize].other = opening;
        self.cases[opening as usize].ended = Some(place);
        if divorces {
            for key in self.row(opening).persons {
                if let Some(life) = self.lives.get_mut(&key) {
                    life.married_by = None;
                    life.refused_divorce = None;
                }
            }
        }
    }

    fn against_ending(&mut self, place: u32, opening: u32) -> Option<(Column, Code, Option<u32>)> {
        let (row, case) = (self.row(place), self.row(opening));
        if case.act != Some(ActKind::DivorceApplication) {
            return Some((Column::REF, Code::UnknownCase, Some(opening)));
        }
        if !case.stands() {
            return Some((Column::REF, Code::RestsOnRejected, Some(opening)));
        }
        for seat in 0..2 {
            if row.persons[seat] != NOBODY && row.persons[seat] != case.persons[seat] {
                return Some((Column::of(seat, ID), Code::UnknownCase, Some(opening)));
            }
        }
        let (day, withdraws) = (row.day, row.act == Some(ActKind::DivorceWithdrawal));
        let dates = self.dates(opening)?;
        let (first, last) = match withdraws {
            true => (dates.accepted, dates.cooling_off_last),
            false => (dates.issuance_first, dates.issuance_last),
        };
        if day < first.num_days_from_ce() {
            return Some((Column::DATE, Code::TooEarly, Some(opening)));
        }
        if day > last.num_days_from_ce() {
            return Some((Column::DATE, Code::TooLate, Some(opening)));
        }
        let case = &self.cases[opening as usize];
        let ended = case.ended.or(case.given)?;
        Some((Column::REF, Code::CaseEnded, Some(ended)))
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

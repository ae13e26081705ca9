//! What ends: withdrawals and divorces, each inside the window of its application, and each case once.

use super::super::code::Code;
use super::super::column::Column;
use super::super::outline::NOBODY;
use super::super::person::ID;
use super::Walk;
use crate::register::ActKind;
use chrono::Datelike;

impl Walk<'_, '_> {
    pub(super) fn end(&mut self, place: u32) {
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
}

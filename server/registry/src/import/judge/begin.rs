//! What begins: marriages and divorce applications, each against what is open then.

use super::super::code::Code;
use super::super::column::Column;
use super::super::person::ID;
use super::Walk;
use super::lives::Life;
use crate::register::Prior;

impl Walk<'_, '_> {
    pub(super) fn marry(&mut self, place: u32) {
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

    pub(super) fn apply(&mut self, place: u32) {
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
}

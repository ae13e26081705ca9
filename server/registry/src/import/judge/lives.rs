//! What is known of a person on the day that the walk has come to.

use super::super::outline::{Key, NOBODY, Outline};
use crate::register::{ActKind, Part, Prior};
use std::collections::HashMap;

/// What is known of a person so far.
#[derive(Default)]
pub(super) struct Life {
    /// The act that shows them married.
    pub married_by: Option<u32>,
    /// Their latest divorce application.
    pub application: Option<u32>,
    /// A divorce of theirs whose row was rejected.
    pub refused_divorce: Option<u32>,
    /// Marriages that the register has, with what they said of the time before.
    pub given: Vec<(i32, Option<Prior>)>,
}

/// Only persons who are named more than once can meet anything.
pub(super) fn lives_that_meet(rows: &[Outline]) -> HashMap<Key, Life> {
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

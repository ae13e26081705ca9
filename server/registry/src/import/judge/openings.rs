//! The opening row of each ref, and what is not the first to bear it.

use super::super::code::Code;
use super::super::column::Column;
use super::super::outline::{Key, NOBODY, Outline, Outlines};
use crate::register::Part;

/// The opening row of each ref, by binary search.
pub(super) struct Openings(Vec<u32>);

impl Openings {
    /// Of several openings with one ref the register's stands, else the earliest; the others are `ref_used`.
    pub fn of(rows: &mut [Outline]) -> Self {
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

    pub fn find(&self, rows: &[Outline], reference: &Key) -> Option<u32> {
        let found = self.0.binary_search_by(|place| rows[*place as usize].reference.cmp(reference));
        found.ok().and_then(|at| self.0.get(at).copied())
    }
}

pub(super) fn places_where(rows: &[Outline], picks: impl Fn(&Outline) -> bool) -> Vec<u32> {
    (0..Outlines::place(rows.len())).filter(|place| picks(&rows[*place as usize])).collect()
}

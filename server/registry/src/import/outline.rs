//! What is kept of each row between the two readings: eighty bytes, no personal data.

use super::code::Code;
use super::column::Column;
use super::person::Fault;
use crate::register::{ActKind, CaseDates, Part, Prior};
use std::collections::HashMap;

/// A keyed hash that stands for a person or a ref.
pub(super) type Key = [u8; 16];

/// Where a row comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Origin {
    /// In the register already and not in the file.
    Known,
    /// In the file, and in the register already with the same content.
    Skipped,
    /// In the file and new.
    New,
}

/// One act, of the file or of the register.
#[derive(Debug, Clone)]
pub(super) struct Outline {
    pub reference: Key,
    /// Persons; zero where there is none. Of an ending only those that its row names by itself.
    pub persons: [Key; 2],
    /// Decides between two rows of one day that exclude each other, in whatever order they came.
    pub content: u64,
    /// Days of the common era; 0 where it could not be read.
    pub day: i32,
    /// Physical line; 0 for acts of the register.
    pub line: u32,
    /// With a code: the line that it clashes with, or 0. An ending without one: the place of its application.
    pub other: u32,
    pub act: Option<ActKind>,
    pub fault: Option<Fault>,
    pub priors: [Option<Prior>; 2],
    pub restored: bool,
    pub origin: Origin,
}

pub(super) const NOBODY: Key = [0; 16];

impl Outline {
    pub fn part(&self) -> Option<Part> {
        self.act.map(ActKind::part)
    }

    /// Whether it stands in the register before this import.
    pub fn is_given(&self) -> bool {
        self.origin != Origin::New
    }

    pub fn stands(&self) -> bool {
        self.fault.is_none()
    }

    pub fn reject(&mut self, column: Column, code: Code, other: u32) {
        self.fault = Some((column, code));
        self.other = other;
    }

    /// The same two persons, whoever sits where.
    pub fn is_couple_of(&self, other: &Self) -> bool {
        let [a, b] = other.persons;
        self.persons == [a, b] || self.persons == [b, a]
    }

    /// The couple whatever the order.
    pub fn couple(&self) -> [Key; 2] {
        let [a, b] = self.persons;
        if a <= b { [a, b] } else { [b, a] }
    }
}

/// All rows of the file in order of line, then what the register has beside them.
#[derive(Default)]
pub(super) struct Outlines {
    pub rows: Vec<Outline>,
    /// How many of `rows` are of the file.
    pub of_file: usize,
    /// Dates of applications in the register, by place in `rows`: typed ones win over the clock.
    pub stored_dates: HashMap<u32, CaseDates>,
}

impl Outlines {
    /// A place in `rows` as it is kept in an outline. A file has fewer than four thousand million rows.
    pub fn place(place: usize) -> u32 {
        u32::try_from(place).unwrap_or(u32::MAX)
    }
}

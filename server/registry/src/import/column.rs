//! The columns of the file, in their order.

/// The header line, as it must stand.
pub const HEADER: [&str; 20] = [
    "date",
    "act",
    "ref",
    "a_name",
    "a_id_type",
    "a_id",
    "a_sex",
    "a_birth",
    "a_prior",
    "a_region",
    "b_name",
    "b_id_type",
    "b_id",
    "b_sex",
    "b_birth",
    "b_prior",
    "b_region",
    "restored",
    "by",
    "reason",
];

/// A column by its place; beyond the twenty only a row with too many has one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Column(u8);

impl Column {
    pub const DATE: Self = Self(0);
    pub const ACT: Self = Self(1);
    pub const REF: Self = Self(2);
    pub const RESTORED: Self = Self(17);
    pub const BY: Self = Self(18);
    pub const REASON: Self = Self(19);
    /// Where the columns of the first and of the second person begin.
    pub const SEATS: [u8; 2] = [3, 10];

    /// The column at a place counted from 0.
    pub fn at(place: usize) -> Self {
        Self(u8::try_from(place).unwrap_or(u8::MAX))
    }

    /// A person's column: 0 name, 1 `id_type`, 2 id, 3 sex, 4 birth, 5 prior, 6 region.
    pub const fn of(seat: usize, which: u8) -> Self {
        Self(Self::SEATS[seat] + which)
    }

    pub const fn place(self) -> usize {
        self.0 as usize
    }

    /// Its name, or its number where the header has none.
    pub fn name(self) -> String {
        HEADER.get(self.place()).map_or_else(|| (self.place() + 1).to_string(), |name| (*name).to_owned())
    }
}

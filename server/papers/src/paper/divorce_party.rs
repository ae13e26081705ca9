//! One of the two on the forms of a divorce, and the cells that those forms share.

use chrono::NaiveDate;

use crate::ground::dates;
use crate::ground::statutory::{ENTRY, LABEL};
use crate::ground::table::Cell;

/// An empty string leaves its cell open for the pen.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DivorceParty {
    pub name: String,
    pub sex: String,
    pub nationality: String,
    pub born: Option<NaiveDate>,
    pub ethnicity: String,
    pub occupation: String,
    pub education: String,
    pub id_kind: String,
    pub id_number: String,
    /// 常住户口所在地
    pub address: String,
    pub phone: String,
}

/// The marriage that is to end, as its certificates say.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MarriageEntry {
    pub registered_on: Option<NaiveDate>,
    /// 结婚登记机关
    pub office: String,
    /// 结婚证字号
    pub certificate_no: String,
}

impl DivorceParty {
    /// 「居民身份证　370126…」
    pub(super) fn document(&self) -> String {
        [self.id_kind.as_str(), self.id_number.as_str()].join("　").trim().to_owned()
    }
}

pub(super) fn label(words: &str) -> Cell {
    Cell::new(words, LABEL).centred()
}

pub(super) fn entry(words: &str) -> Cell {
    Cell::new(words, ENTRY)
}

pub(super) fn date(date: Option<NaiveDate>) -> Cell {
    entry(&date.map(dates::padded).unwrap_or_default())
}

/// A place to sign, with the day under it.
pub(super) fn sign(words: &str) -> Cell {
    Cell::new(words, LABEL).at_top().foot("年　　月　　日")
}

/// Each paragraph of a statement begins two characters in.
pub(super) fn indented(statement: &str) -> String {
    statement.lines().map(|line| format!("　　{line}")).collect::<Vec<_>>().join("\n")
}

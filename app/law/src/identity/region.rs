//! Where a household is registered: a division of GB/T 2260 inside China, a state of ISO 3166 outside.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::{Nationality, resident};

/// Six digits of GB/T 2260, or three letters of ISO 3166-1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Region {
    Division([u8; 6]),
    State(Nationality),
}

/// How near a household is to an office, the tiers of 通办 in the figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Closeness {
    County,
    City,
    Province,
    Beyond,
}

impl Region {
    /// `370126` or `VNM`; abolished divisions pass, an unknown province doesn't.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        if let Ok(code) = <[u8; 6]>::try_from(text.as_bytes()) {
            let known = code.iter().all(u8::is_ascii_digit) && resident::is_province(text);
            return known.then_some(Self::Division(code));
        }
        Nationality::parse(text).map(Self::State)
    }

    /// The tier of this household seen from an office's six-digit code. Before 2019 Laiwu was a city of its
    /// own; old codes are taken as they stand.
    pub fn closeness(self, office: &str) -> Closeness {
        let Self::Division(code) = self else { return Closeness::Beyond };
        let same = |n: usize| office.as_bytes().get(..n) == Some(&code[..n]);
        if same(6) {
            Closeness::County
        } else if same(4) {
            Closeness::City
        } else if same(2) {
            Closeness::Province
        } else {
            Closeness::Beyond
        }
    }
}

impl fmt::Display for Region {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Division(code) => f.write_str(std::str::from_utf8(code).unwrap_or("000000")),
            Self::State(state) => state.fmt(f),
        }
    }
}

impl TryFrom<String> for Region {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text).ok_or("not a GB/T 2260 or ISO 3166-1 alpha-3 code")
    }
}

impl From<Region> for String {
    fn from(region: Region) -> Self {
        region.to_string()
    }
}

//! The six digits of GB/T 2260 that name a registry office.

use std::fmt;

use serde::{Deserialize, Serialize};

/// An office's code, `370126` for 商河.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct OfficeCode([u8; 6]);

impl OfficeCode {
    /// Six digits. The province is not looked up: old certificates bear codes since abolished.
    pub fn parse(text: &str) -> Option<Self> {
        let code: [u8; 6] = text.as_bytes().try_into().ok()?;
        code.iter().all(u8::is_ascii_digit).then_some(Self(code))
    }

    /// The six digits.
    pub fn as_str(&self) -> &str {
        // Only ASCII digits are ever stored.
        std::str::from_utf8(&self.0).unwrap_or("000000")
    }
}

impl fmt::Display for OfficeCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl TryFrom<String> for OfficeCode {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text).ok_or("an office code has six digits")
    }
}

impl From<OfficeCode> for String {
    fn from(code: OfficeCode) -> Self {
        code.as_str().to_owned()
    }
}

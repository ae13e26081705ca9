//! The print number 印制号 on each blank booklet, the office's stock-keeping number.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::coded::worded;
use crate::typing::bare_number;

worded! {
    /// A refused 印制号. Whether it is in stock or used only the register knows.
    pub enum BookletFault {
        Missing = "missing":
            "还没填印制号，请照证本上的号码填写",
            "The print number is missing; please copy it from the booklet";
        BadForm = "bad_form":
            "印制号是 5 到 20 位数字或字母，请照证本再看一遍",
            "A print number has 5 to 20 digits or letters; please check it against the booklet";
    }
}

/// Five to twenty ASCII digits or capital letters, at least one digit.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct BookletNo(String);

impl BookletNo {
    /// Reads a typed or scanned number; full-width and lower-case letters and blanks are put right.
    pub fn parse(typed: &str) -> Result<Self, BookletFault> {
        let number = bare_number(typed);
        if number.is_empty() {
            return Err(BookletFault::Missing);
        }
        let fits = (5..=20).contains(&number.len())
            && number.bytes().all(|b| b.is_ascii_alphanumeric())
            && number.bytes().any(|b| b.is_ascii_digit());
        if fits { Ok(Self(number)) } else { Err(BookletFault::BadForm) }
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for BookletNo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<String> for BookletNo {
    type Error = BookletFault;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text)
    }
}

impl From<BookletNo> for String {
    fn from(number: BookletNo) -> Self {
        number.0
    }
}

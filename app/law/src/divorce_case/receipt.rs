//! The number of the 离婚登记申请受理回执单, as the national system prints it.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::coded::worded;
use crate::typing::half_width;

/// Longer than this no receipt's number is.
const LONGEST: usize = 40;

worded! {
    /// Why a typed receipt number isn't taken.
    pub enum ReceiptFault {
        Missing = "missing":
            "还没填回执编号，请照国家系统的受理回执单填写",
            "The receipt's number is missing; please copy it from the national receipt";
        BadForm = "bad_form":
            "回执编号最多 40 个字、至少有一个数字，请照回执单再抄一遍",
            "A receipt's number has up to 40 characters and at least one digit; please copy it again";
        /// Found by the register, never by reading.
        InUse = "in_use":
            "这个回执编号已经记在另一份申请上，请照回执单再看一遍",
            "This receipt's number stands on another application; please check the receipt";
    }
}

/// One to forty characters without blanks, at least one of them a digit. Its form is the national system's own
/// affair; typing is put right (full-width, lower case, dashes).
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ReceiptNo(String);

impl ReceiptNo {
    /// Reads a typed or scanned number.
    pub fn parse(typed: &str) -> Result<Self, ReceiptFault> {
        let number: String = half_width(typed)
            .filter(|c| *c != ' ')
            .map(|c| c.to_ascii_uppercase())
            .take(LONGEST + 1)
            .collect();
        if number.is_empty() {
            return Err(ReceiptFault::Missing);
        }
        let fits = number.chars().count() <= LONGEST
            && number.chars().any(|c| c.is_ascii_digit())
            && !number.chars().any(char::is_control);
        if fits { Ok(Self(number)) } else { Err(ReceiptFault::BadForm) }
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ReceiptNo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<String> for ReceiptNo {
    type Error = ReceiptFault;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text)
    }
}

impl From<ReceiptNo> for String {
    fn from(number: ReceiptNo) -> Self {
        number.0
    }
}

//! The eight digits on a slip. The last is a check digit by Damm's scheme, which notices every single wrong
//! digit and every swap of neighbours; a code alone only checks in.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::coded::worded;
use crate::typing::bare_number;

worded! {
    /// A refused booking code.
    pub enum CodeFault {
        Missing = "missing":
            "还没填预约号，请看凭条上的 8 位数",
            "The code is missing; please enter the 8 digits on the slip";
        BadLength = "bad_length":
            "预约号是 8 位数，请看凭条再数一遍",
            "A code has 8 digits; please count again on the slip";
        BadCharacters = "bad_characters":
            "预约号只有数字，请看凭条上的 8 位数",
            "A code has digits only; please enter the 8 digits on the slip";
        BadCheckDigit = "bad_check_digit":
            "号码不对，请看凭条上的 8 位数",
            "That isn't the code; please look at the 8 digits on the slip";
    }
}

/// Damm's quasigroup of order ten, totally anti-symmetric.
const DAMM: [[u32; 10]; 10] = [
    [0, 3, 1, 7, 5, 9, 8, 6, 4, 2],
    [7, 0, 9, 2, 1, 5, 4, 8, 6, 3],
    [4, 2, 0, 6, 8, 7, 1, 3, 5, 9],
    [1, 7, 5, 0, 9, 8, 3, 4, 2, 6],
    [6, 1, 2, 3, 0, 4, 5, 9, 7, 8],
    [3, 6, 7, 4, 2, 0, 9, 5, 8, 1],
    [5, 8, 6, 9, 7, 2, 0, 1, 3, 4],
    [8, 9, 4, 5, 3, 6, 2, 0, 1, 7],
    [9, 4, 3, 8, 6, 1, 7, 2, 0, 5],
    [2, 5, 8, 1, 4, 3, 6, 7, 9, 0],
];

/// Eight digits whose last checks the seven before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct BookingCode(u32);

impl BookingCode {
    /// The code for seven random digits, 0 to 9 999 999; what is beyond is cut off.
    pub const fn from_seven(seven: u32) -> Self {
        let seven = seven % 10_000_000;
        Self(seven * 10 + check_digit(seven))
    }

    /// Reads a typed code; blanks, hyphens and full-width digits are put right.
    pub fn parse(typed: &str) -> Result<Self, CodeFault> {
        let text = bare_number(typed);
        if text.is_empty() {
            return Err(CodeFault::Missing);
        }
        if !text.bytes().all(|b| b.is_ascii_digit()) {
            return Err(CodeFault::BadCharacters);
        }
        let code = match text.parse::<u32>() {
            Ok(code) if text.len() == 8 => code,
            _ => return Err(CodeFault::BadLength),
        };
        if Self::from_seven(code / 10).0 == code { Ok(Self(code)) } else { Err(CodeFault::BadCheckDigit) }
    }

    /// Two groups of four, as every slip and screen shows it: `4821 0637`.
    pub fn grouped(self) -> String {
        format!("{:04} {:04}", self.0 / 10_000, self.0 % 10_000)
    }
}

/// The digit that brings Damm's walk over the seven back to 0.
const fn check_digit(seven: u32) -> u32 {
    let mut interim: u32 = 0;
    let mut unit = 1_000_000;
    while unit > 0 {
        interim = DAMM[interim as usize][(seven / unit % 10) as usize];
        unit /= 10;
    }
    interim
}

impl fmt::Display for BookingCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:08}", self.0)
    }
}

impl TryFrom<String> for BookingCode {
    type Error = CodeFault;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text)
    }
}

impl From<BookingCode> for String {
    fn from(code: BookingCode) -> Self {
        code.to_string()
    }
}

//! The eighteen-character number of GB 11643: area, birth, sequence, check character. Residence permits for
//! Hong Kong, Macau and Taiwan and the 2023 card for foreign permanent residents use the same build.

use chrono::{Datelike, NaiveDate};

use super::{IdFault, Sex};

/// Weights of the first seventeen digits (ISO 7064 MOD 11-2).
const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS: [u8; 11] = *b"10X98765432";
const EARLIEST_BIRTH_YEAR: i32 = 1900;

/// Province codes of GB/T 2260. Only the province is checked: a number keeps the area of its first issue, and
/// counties are abolished all the time.
const PROVINCES: [u8; 35] = [
    11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51, 52, 53, 54,
    61, 62, 63, 64, 65, 71, 81, 82, 83,
];

/// Eighteen ASCII characters of which the first seventeen are digits and the last a digit or X.
pub(super) fn check_shape(number: &str) -> Result<(), IdFault> {
    if !number.bytes().all(|b| b.is_ascii_digit() || b == b'X') {
        return Err(IdFault::BadCharacters);
    }
    if number.len() == 15 && number.bytes().all(|b| b.is_ascii_digit()) {
        return Err(IdFault::OldFifteen);
    }
    if number.len() != 18 {
        return Err(IdFault::BadLength);
    }
    if number[..17].contains('X') {
        return Err(IdFault::BadCharacters);
    }
    Ok(())
}

/// Whether the first two digits name a province.
pub(crate) fn is_province(number: &str) -> bool {
    number.get(..2).and_then(|p| p.parse().ok()).is_some_and(|p: u8| PROVINCES.contains(&p))
}

/// The birth date in places 7 to 14; a real day, not before 1900 and not after `today`.
pub(super) fn check_birth(number: &str, today: NaiveDate) -> Result<(), IdFault> {
    match birth_of(number) {
        Some(birth) if birth.year() >= EARLIEST_BIRTH_YEAR && birth <= today => Ok(()),
        _ => Err(IdFault::BadBirthDate),
    }
}

/// The last character against the first seventeen.
pub(super) fn check_last(number: &str) -> Result<(), IdFault> {
    let last = number.as_bytes().get(17).copied();
    if last == Some(check_character(number)) { Ok(()) } else { Err(IdFault::BadChecksum) }
}

/// The check character for the first seventeen digits.
pub(super) fn check_character(number: &str) -> u8 {
    let sum: u32 = number.bytes().zip(WEIGHTS).map(|(b, w)| u32::from(b.wrapping_sub(b'0')) * w).sum();
    CHECKS[(sum % 11) as usize]
}

pub(super) fn birth_of(number: &str) -> Option<NaiveDate> {
    let part = |range: std::ops::Range<usize>| number.get(range)?.parse::<u32>().ok();
    NaiveDate::from_ymd_opt(part(6..10)?.try_into().ok()?, part(10..12)?, part(12..14)?)
}

/// The seventeenth digit: odd for men, even for women.
pub(super) fn sex_of(number: &str) -> Option<Sex> {
    let digit = number.as_bytes().get(16)?;
    Some(if digit % 2 == 1 { Sex::M } else { Sex::F })
}

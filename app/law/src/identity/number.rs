//! An identity number that has been read and found possible. Nothing prints it by accident.

use std::fmt;

use chrono::NaiveDate;

use super::{IdFault, IdType, Nationality, Sex, resident};
use crate::typing::bare_number;

/// A document kind with its normalised number: half-width, upper case, no blanks and hyphens. It doesn't
/// serialise: what leaves the server is [`IdNumber::masked`].
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct IdNumber {
    id_type: IdType,
    value: String,
}

impl IdNumber {
    /// Reads what a person typed or a card reader gave. `today` bounds the birth date inside the number.
    pub fn parse(id_type: IdType, typed: &str, today: NaiveDate) -> Result<Self, IdFault> {
        let value = bare_number(typed);
        if value.is_empty() {
            return Err(IdFault::Missing);
        }
        if !value.bytes().all(|b| b.is_ascii_alphanumeric()) {
            return Err(IdFault::BadCharacters);
        }
        match id_type {
            IdType::MainlandId | IdType::TempIdCard => check_resident(&value, today)?,
            IdType::HmtResidence => check_hmt_residence(&value, today)?,
            IdType::ForeignPr => check_foreign_pr(&value, today)?,
            IdType::HkMacauPermit => check_hk_macau(&value)?,
            IdType::TaiwanPermit => check_taiwan(&value)?,
            IdType::PassportCn => check_passport_cn(&value)?,
            IdType::Passport => check_passport(&value)?,
        }
        Ok(Self { id_type, value })
    }

    pub const fn id_type(&self) -> IdType {
        self.id_type
    }

    /// The full number. Every sight of it by an officer is logged by who shows it.
    pub fn value(&self) -> &str {
        &self.value
    }

    /// Sex, where the number tells it. A card reader wins over it; the two are shown side by side.
    pub fn sex(&self) -> Option<Sex> {
        if self.id_type.tells_sex_and_birth() { resident::sex_of(&self.value) } else { None }
    }

    /// Birth date, where the number tells it (also the eighteen-character card of foreign residents).
    pub fn birth(&self) -> Option<NaiveDate> {
        let eighteen_of_foreigner = self.id_type == IdType::ForeignPr && self.value.len() == 18;
        if self.id_type.tells_sex_and_birth() || eighteen_of_foreigner {
            resident::birth_of(&self.value)
        } else {
            None
        }
    }

    /// First three and last two characters, stars between, same length; of a short passport number the first
    /// and the last only, since five of seven would tell it.
    pub fn masked(&self) -> String {
        let (head, tail) = if self.value.len() >= 8 { (3, 2) } else { (1, 1) };
        let stars = self.value.len() - head - tail;
        let end = &self.value[self.value.len() - tail..];
        format!("{}{}{end}", &self.value[..head], "*".repeat(stars))
    }

    /// As it is read aloud and typed: 6-8-4 for eighteen characters, else unchanged.
    pub fn grouped(&self) -> String {
        group(&self.value)
    }

    /// What stays the same when the document is renewed, with its scheme: feed this to the keyed hash. The
    /// temporary card bears the same number as the card, so both give the same. For a passport prefer
    /// [`IdNumber::key_form_from`]: numbers repeat between countries.
    pub fn key_form(&self) -> String {
        let stable = match self.id_type {
            // The last two digits of a permit count renewals (1999 edition).
            IdType::HkMacauPermit => &self.value[..9],
            IdType::TaiwanPermit => &self.value[..8],
            _ => &self.value,
        };
        format!("{}:{stable}", self.scheme())
    }

    /// [`IdNumber::key_form`] with the issuing country for foreign passports.
    pub fn key_form_from(&self, nationality: Nationality) -> String {
        match self.id_type {
            IdType::Passport => format!("{}:{nationality}:{}", self.scheme(), self.value),
            _ => self.key_form(),
        }
    }

    const fn scheme(&self) -> &'static str {
        match self.id_type {
            IdType::MainlandId | IdType::TempIdCard => "resident",
            other => other.as_str(),
        }
    }
}

/// Groups what is being typed as 6-8-4 once it has eighteen characters.
pub fn group(number: &str) -> String {
    if number.len() == 18 && number.is_ascii() {
        format!("{} {} {}", &number[..6], &number[6..14], &number[14..])
    } else {
        number.to_owned()
    }
}

impl fmt::Debug for IdNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "IdNumber({}, redacted)", self.id_type)
    }
}

fn check_resident(value: &str, today: NaiveDate) -> Result<(), IdFault> {
    resident::check_shape(value)?;
    if !resident::is_province(value) {
        return Err(IdFault::BadProvince);
    }
    resident::check_birth(value, today)?;
    resident::check_last(value)
}

fn check_hmt_residence(value: &str, today: NaiveDate) -> Result<(), IdFault> {
    resident::check_shape(value)?;
    if !["810000", "820000", "830000"].contains(&&value[..6]) {
        return Err(IdFault::BadRegion);
    }
    resident::check_birth(value, today)?;
    resident::check_last(value)
}

/// Either the old card (three letters, twelve digits) or the card of 2023 (eighteen, first digit 9).
fn check_foreign_pr(value: &str, today: NaiveDate) -> Result<(), IdFault> {
    match value.len() {
        15 if letters_then_digits(value, 3) => Ok(()),
        15 => Err(IdFault::BadForm),
        18 => {
            resident::check_shape(value)?;
            if !value.starts_with('9') {
                return Err(IdFault::BadForm);
            }
            resident::check_birth(value, today)?;
            resident::check_last(value)
        }
        _ => Err(IdFault::BadLength),
    }
}

fn check_hk_macau(value: &str) -> Result<(), IdFault> {
    match value.len() {
        9 | 11 if value.starts_with(['H', 'M']) && letters_then_digits(value, 1) => Ok(()),
        9 | 11 => Err(IdFault::BadForm),
        _ => Err(IdFault::BadLength),
    }
}

fn check_taiwan(value: &str) -> Result<(), IdFault> {
    match value.len() {
        8 | 10 if letters_then_digits(value, 0) => Ok(()),
        8 | 10 => Err(IdFault::BadForm),
        _ => Err(IdFault::BadLength),
    }
}

/// One letter and seven or eight digits, or two letters and seven digits.
fn check_passport_cn(value: &str) -> Result<(), IdFault> {
    match value.len() {
        8 if letters_then_digits(value, 1) => Ok(()),
        9 if letters_then_digits(value, 1) || letters_then_digits(value, 2) => Ok(()),
        8 | 9 => Err(IdFault::BadForm),
        _ => Err(IdFault::BadLength),
    }
}

/// Other states number as they like; ICAO leaves room for letters and digits in any order.
fn check_passport(value: &str) -> Result<(), IdFault> {
    if (5..=20).contains(&value.len()) { Ok(()) } else { Err(IdFault::BadLength) }
}

fn letters_then_digits(value: &str, letters: usize) -> bool {
    let (head, tail) = value.as_bytes().split_at(letters);
    head.iter().all(u8::is_ascii_uppercase) && tail.iter().all(u8::is_ascii_digit)
}

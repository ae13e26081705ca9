//! A person's name as the identity card writes it. Rare characters, long names and names that look like
//! programs are names; only what can't be written down is refused.

mod fault;
mod normalise;
mod surname;

use std::fmt;

use unicode_normalization::UnicodeNormalization;

pub use fault::NameFault;

/// Room for Latin names of passports; 民委发〔2016〕33号 asks for at least 50.
pub const LONGEST_NAME: usize = 100;

/// A name of 1 to 100 Unicode scalars: trimmed, NFC, between Han characters only U+00B7 as a dot.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct PersonName(String);

impl PersonName {
    /// Reads what was typed. Ideographs of the compatibility blocks stay as typed: NFC would replace the
    /// character on the card by another; [`PersonName::match_form`] levels them for comparing.
    pub fn parse(typed: &str) -> Result<Self, NameFault> {
        // Four bytes hold any scalar; twice the length leaves room for marks that NFC joins.
        if typed.len() > LONGEST_NAME * 8 {
            return Err(NameFault::TooLong);
        }
        if let Some(fault) = typed.trim().chars().find_map(normalise::refuse) {
            return Err(fault);
        }
        let name = normalise::written(typed);
        if name.is_empty() {
            return Err(NameFault::Missing);
        }
        if name.chars().count() > LONGEST_NAME {
            return Err(NameFault::TooLong);
        }
        if !name.chars().any(|c| c.is_alphabetic() || normalise::is_han(c)) {
            return Err(NameFault::NoLetters);
        }
        Ok(Self(name))
    }

    /// The name as it is stored and printed.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The first character, then one star for each other, four at most: 「林**」.
    pub fn masked(&self) -> String {
        let mut chars = self.0.chars();
        let first: String = chars.next().into_iter().collect();
        let rest = chars.filter(|c| !normalise::joins_to_previous(*c)).count();
        format!("{first}{}", "*".repeat(rest.min(4)))
    }

    /// 「王某」 for screens that others may see; compound surnames whole, other scripts like `masked`.
    pub fn surname_mou(&self) -> String {
        surname::of(&self.0).map_or_else(|| self.masked(), |surname| format!("{surname}某"))
    }

    /// The form under which two spellings of one name are equal: feed this to the keyed hash.
    pub fn match_form(&self) -> String {
        self.0.nfc().collect()
    }
}

/// Whether two documents bear the same name, after levelling dots and composition only.
pub fn same_name(a: &PersonName, b: &PersonName) -> bool {
    a.match_form() == b.match_form()
}

impl fmt::Debug for PersonName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PersonName(redacted)")
    }
}

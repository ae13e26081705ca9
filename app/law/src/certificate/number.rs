//! The certificate number `J370126-2026-000001`: prefix, registering office, year of issue, serial of that year.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::{CertificateFault, OfficeCode};
use crate::Lang;
use crate::coded::named;
use crate::typing::half_width;

named! {
    /// Which certificate a number stands on, by its prefix.
    pub enum CertificateKind {
        Marriage = "J",
        Divorce = "L",
        ReissuedMarriage = "BJ",
        ReissuedDivorce = "BL",
    }
}

impl CertificateKind {
    /// 「结婚证」 and its English.
    pub const fn title(self, lang: Lang) -> &'static str {
        match self {
            Self::Marriage => lang.pick("结婚证", "marriage certificate"),
            Self::Divorce => lang.pick("离婚证", "divorce certificate"),
            Self::ReissuedMarriage => lang.pick("补领结婚证", "replacement marriage certificate"),
            Self::ReissuedDivorce => lang.pick("补领离婚证", "replacement divorce certificate"),
        }
    }
}

/// A number of the form `^(J|L|BJ|BL)\d{6}-\d{4}-\d{6}$` with a serial from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct CertificateNo {
    kind: CertificateKind,
    office: OfficeCode,
    year: u16,
    serial: u32,
}

impl CertificateNo {
    /// Reads a typed number; full-width and lower-case letters, other dashes and blanks are put right.
    pub fn parse(typed: &str) -> Result<Self, CertificateFault> {
        let text: String =
            half_width(typed).filter(|c| *c != ' ').map(|c| c.to_ascii_uppercase()).take(41).collect();
        if text.is_empty() {
            return Err(CertificateFault::Missing);
        }
        let number = split(&text).ok_or(CertificateFault::BadForm)?;
        if number.serial == 0 { Err(CertificateFault::SerialZero) } else { Ok(number) }
    }

    /// The number that this office allocates itself (record system `own`). `None` beyond four digits of year
    /// or a serial outside 1..=999999.
    pub fn allocate(kind: CertificateKind, office: OfficeCode, year: u16, serial: u32) -> Option<Self> {
        let fits = year <= 9999 && (1..=999_999).contains(&serial);
        fits.then_some(Self { kind, office, year, serial })
    }

    /// Whether it can stand on a certificate of this kind, office and year of issue; the first fault if not.
    pub fn check(
        &self,
        kind: CertificateKind,
        office: OfficeCode,
        year: i32,
    ) -> Result<(), CertificateFault> {
        if self.kind != kind {
            return Err(CertificateFault::WrongKind);
        }
        if self.office != office {
            return Err(CertificateFault::WrongOffice);
        }
        if i32::from(self.year) != year {
            return Err(CertificateFault::WrongYear);
        }
        Ok(())
    }

    pub const fn kind(&self) -> CertificateKind {
        self.kind
    }

    /// The office that registered or reissued, not the couple's home.
    pub const fn office(&self) -> OfficeCode {
        self.office
    }

    /// Year of issue.
    pub const fn year(&self) -> u16 {
        self.year
    }

    /// 1 to 999999, counted for each prefix and year.
    pub const fn serial(&self) -> u32 {
        self.serial
    }
}

fn split(text: &str) -> Option<CertificateNo> {
    let mut parts = text.split('-');
    let (head, year, serial, end) = (parts.next()?, parts.next()?, parts.next()?, parts.next());
    let prefix = head.trim_end_matches(|c: char| c.is_ascii_digit());
    let digits = |part: &str, len: usize| part.len() == len && part.bytes().all(|b| b.is_ascii_digit());
    if end.is_some() || !digits(year, 4) || !digits(serial, 6) {
        return None;
    }
    Some(CertificateNo {
        kind: CertificateKind::parse(prefix)?,
        office: OfficeCode::parse(&head[prefix.len()..])?,
        year: year.parse().ok()?,
        serial: serial.parse().ok()?,
    })
}

impl fmt::Display for CertificateNo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}-{:04}-{:06}", self.kind, self.office, self.year, self.serial)
    }
}

impl TryFrom<String> for CertificateNo {
    type Error = CertificateFault;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text)
    }
}

impl From<CertificateNo> for String {
    fn from(number: CertificateNo) -> Self {
        number.to_string()
    }
}

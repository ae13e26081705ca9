//! Numbers on certificates from before the national form, such as 「皖芜字12号」.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::CertificateFault;

/// Free text of 1 to 40 characters, trimmed, without control characters.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct LegacyCertificateNo(String);

impl LegacyCertificateNo {
    /// Reads the number of an existing certificate as it stands there.
    pub fn parse(typed: &str) -> Result<Self, CertificateFault> {
        let text = typed.trim();
        if text.is_empty() {
            return Err(CertificateFault::Missing);
        }
        if text.chars().count() > 40 {
            return Err(CertificateFault::TooLong);
        }
        if text.chars().any(char::is_control) {
            return Err(CertificateFault::ControlCharacter);
        }
        Ok(Self(text.to_owned()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for LegacyCertificateNo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<String> for LegacyCertificateNo {
    type Error = CertificateFault;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text)
    }
}

impl From<LegacyCertificateNo> for String {
    fn from(number: LegacyCertificateNo) -> Self {
        number.0
    }
}

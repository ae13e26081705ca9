//! Finding what is sealed: keyed hashes of normalised values.

use super::Vault;
use hmac::{Hmac, KeyInit, Mac};
use law::eligibility::Applicant;
use law::identity::IdType;
use sha2::Sha256;
use std::fmt::Write;

/// A person in the office's index: keyed hash of document type and number. Nothing can be read from it without the key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PersonKey(pub [u8; 16]);

impl Vault {
    /// The index key of a person's document. The mainland card and its temporary stand-in bear one number: one person.
    pub fn person_key(&self, person: &Applicant) -> PersonKey {
        let kind = match person.id().id_type() {
            IdType::TempIdCard => IdType::MainlandId,
            other => other,
        };
        PersonKey(self.hash("person", &[kind.as_str().as_bytes(), person.key_form().as_bytes()]))
    }

    /// Names the key file without telling anything of it, so that a database and its keys stay together.
    pub fn fingerprint(&self) -> String {
        hex(&self.hash("fingerprint", &[]))
    }

    /// A keyed hash for one purpose; the parts can't run into each other.
    pub fn hash(&self, purpose: &str, parts: &[&[u8]]) -> [u8; 16] {
        let mut mac = keyed(&self.keys().hashing);
        for part in std::iter::once(&purpose.as_bytes()).chain(parts) {
            mac.update(&(part.len() as u64).to_be_bytes());
            mac.update(part);
        }
        let full: [u8; 32] = mac.finalize().into_bytes().into();
        let mut half = [0; 16];
        half.copy_from_slice(&full[..16]);
        half
    }
}

/// Bytes as people compare them: lower-case hexadecimal.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        // Writing to a string can't fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// An HMAC over SHA-256 with a key of 32 bytes.
pub(super) fn keyed(key: &[u8; 32]) -> Hmac<Sha256> {
    // A block's worth of key, the rest zero: what HMAC does with a shorter key by itself (RFC 2104).
    let mut block = [0; 64];
    block[..32].copy_from_slice(key);
    Hmac::<Sha256>::new(&block.into())
}

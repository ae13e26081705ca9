//! Tokens that open one thing: the manage token of a booking, cookies of drafts and sessions.

use super::Vault;
use super::hash::keyed;
use super::random::random_bytes;
use crate::error::Result;
use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use hmac::Mac;
use sha2::{Digest, Sha256};
use uuid::Uuid;

/// A random secret that lives in somebody's cookie; the store knows only its hash.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    /// 144 fresh random bits, in 24 characters that any address or cookie may hold.
    pub fn fresh() -> Result<Self> {
        Ok(Self(BASE64_URL_SAFE_NO_PAD.encode(random_bytes::<18>()?)))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// What the store keeps of a secret: its SHA-256. No key is needed, the secret is random.
pub fn hash_secret(secret: &str) -> Vec<u8> {
    Sha256::digest(secret.as_bytes()).to_vec()
}

impl Vault {
    /// The token with which a booking is managed: HMAC over its id and generation, never stored.
    pub fn manage_token(&self, booking: Uuid, generation: i64) -> String {
        BASE64_URL_SAFE_NO_PAD.encode(self.manage_mac(booking, generation).finalize().into_bytes())
    }

    /// Whether this is the booking's token, compared in constant time.
    pub fn is_manage_token(&self, booking: Uuid, generation: i64, token: &str) -> bool {
        BASE64_URL_SAFE_NO_PAD
            .decode(token)
            .is_ok_and(|bytes| self.manage_mac(booking, generation).verify_slice(&bytes).is_ok())
    }

    fn manage_mac(&self, booking: Uuid, generation: i64) -> hmac::Hmac<Sha256> {
        let mut mac = keyed(&self.keys().tokens);
        mac.update(b"manage");
        mac.update(booking.as_bytes());
        mac.update(&generation.to_be_bytes());
        mac
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_manage_token_opens_its_own_booking_and_generation_only() {
        let vault = Vault::fresh().unwrap();
        let (one, two) = (Uuid::from_u128(1), Uuid::from_u128(2));
        let token = vault.manage_token(one, 1);
        assert!(vault.is_manage_token(one, 1, &token));
        assert!(!vault.is_manage_token(two, 1, &token));
        assert!(!vault.is_manage_token(one, 2, &token));
        assert!(!vault.is_manage_token(one, 1, ""));
        assert!(!Vault::fresh().unwrap().is_manage_token(one, 1, &token));
    }
}

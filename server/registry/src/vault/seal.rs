//! Sealing what is personal: key id, nonce, ciphertext; the row's table and key are bound in.

use super::Vault;
use super::random::random_bytes;
use crate::error::{Error, Result};
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use serde::Serialize;
use serde::de::DeserializeOwned;

const NONCE: usize = 24;

impl Vault {
    /// Seals bytes for one row of one table; they open only there.
    pub fn seal(&self, table: &str, row: &[u8], plain: &[u8]) -> Result<Vec<u8>> {
        let keys = self.keys();
        let key = keys.sealing.get(&keys.current).ok_or_else(|| Error::inconsistent("no current key"))?;
        let nonce = random_bytes::<NONCE>()?;
        let bound = bound(table, row);
        let ciphertext = XChaCha20Poly1305::new((&**key).into())
            .encrypt(&XNonce::from(nonce), Payload { msg: plain, aad: &bound })
            .map_err(|_| Error::inconsistent("sealing failed"))?;
        Ok([&[keys.current][..], &nonce, &ciphertext].concat())
    }

    /// Opens what was sealed for this row. Errors: `Inconsistent` for another row's bytes, damage or a missing key.
    pub fn open_sealed(&self, table: &str, row: &[u8], sealed: &[u8]) -> Result<Vec<u8>> {
        let wrong = || Error::inconsistent(format!("a sealed value in {table} does not open"));
        let (id, rest) = sealed.split_first().ok_or_else(wrong)?;
        let (nonce, ciphertext) = rest.split_at_checked(NONCE).ok_or_else(wrong)?;
        let nonce: [u8; NONCE] = nonce.try_into().map_err(|_| wrong())?;
        let key = self.keys().sealing.get(id).ok_or_else(wrong)?;
        XChaCha20Poly1305::new((&**key).into())
            .decrypt(&XNonce::from(nonce), Payload { msg: ciphertext, aad: &bound(table, row) })
            .map_err(|_| wrong())
    }

    /// Seals a record as JSON.
    pub fn seal_record<T: Serialize>(&self, table: &str, row: &[u8], record: &T) -> Result<Vec<u8>> {
        let plain = serde_json::to_vec(record).map_err(Error::inconsistent)?;
        self.seal(table, row, &plain)
    }

    /// Opens a record that was sealed as JSON.
    pub fn open_record<T: DeserializeOwned>(&self, table: &str, row: &[u8], sealed: &[u8]) -> Result<T> {
        let plain = self.open_sealed(table, row, sealed)?;
        serde_json::from_slice(&plain)
            .map_err(|_| Error::inconsistent(format!("a record in {table} has another form")))
    }
}

fn bound(table: &str, row: &[u8]) -> Vec<u8> {
    [table.as_bytes(), &[0], row].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_sealed_for_one_row_opens_in_no_other() {
        let vault = Vault::fresh().unwrap();
        let sealed = vault.seal("bookings", b"1", "谢𬭚桐".as_bytes()).unwrap();
        assert_eq!(vault.open_sealed("bookings", b"1", &sealed).unwrap(), "谢𬭚桐".as_bytes());
        assert!(vault.open_sealed("bookings", b"2", &sealed).is_err());
        assert!(vault.open_sealed("cases", b"1", &sealed).is_err());
        let mut damaged = sealed.clone();
        *damaged.last_mut().unwrap() ^= 1;
        assert!(vault.open_sealed("bookings", b"1", &damaged).is_err());
        assert!(vault.open_sealed("bookings", b"1", &sealed[..10]).is_err());
    }
}

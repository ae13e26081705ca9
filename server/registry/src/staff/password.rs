//! Passwords: Argon2id with the library's current parameters, never kept in clear.

use crate::error::{Error, Result};
use argon2::Argon2;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use std::sync::OnceLock;

/// Fewer characters than this are refused.
pub const SHORTEST: usize = 10;

/// Hashes a password on a thread where it may take its time.
pub async fn hash(password: String) -> Result<String> {
    if password.chars().count() < SHORTEST {
        return Err(Error::invalid("password", "too_short"));
    }
    on_thread(move || hash_now(&password)).await?
}

/// Whether the password belongs to the hash. An unknown login costs the same time as a known one.
pub async fn verify(password: String, hash: Option<String>) -> Result<bool> {
    on_thread(move || {
        let known = hash.is_some();
        let hash = hash.map_or_else(decoy, Ok)?;
        let parsed = PasswordHash::new(&hash).map_err(Error::inconsistent)?;
        Ok(Argon2::default().verify_password(password.as_bytes(), &parsed).is_ok() && known)
    })
    .await?
}

fn hash_now(password: &str) -> Result<String> {
    let hash = Argon2::default().hash_password(password.as_bytes()).map_err(Error::inconsistent)?;
    Ok(hash.to_string())
}

fn decoy() -> Result<String> {
    static DECOY: OnceLock<String> = OnceLock::new();
    match DECOY.get() {
        Some(hash) => Ok(hash.clone()),
        None => hash_now("nobody signs in with this").map(|hash| DECOY.get_or_init(|| hash).clone()),
    }
}

async fn on_thread<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T> {
    tokio::task::spawn_blocking(work).await.map_err(Error::inconsistent)
}

//! Everything that can go wrong in the office, in one place.
//!
//! - A *refusal* (`SlotFull`, `NotBookable`, `HoldExpired`, `TooEarly`, `TooLate`, `Closed`, `NotFound`, `Gone`,
//!   `KeyReused`, `TooMany`, `Invalid`) is an answer to a person and says what would work.
//! - A *clash* (`Stale`, `HeldByOther`) tells an officer that somebody else was there first.
//! - `Forbidden` names the right that is missing; `SignedOut` asks to sign in.
//! - `Unavailable` and `Inconsistent` are ours: the first may pass by itself, the second must be looked at.
//!
//! `server` turns each into a page, a form message or a JSON problem in one place of its own.

use crate::booking::Alternative;
use uuid::Uuid;

/// The result of everything the office does.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Why the office did not do what was asked.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The slot has no place left; up to five others that have.
    #[error("slot_full")]
    SlotFull { alternatives: Vec<Alternative> },
    /// Not possible, and nobody is told why (decision 10: nothing tells on anyone).
    #[error("not_bookable")]
    NotBookable,
    /// The ten minutes are over and the place was given back.
    #[error("hold_expired")]
    HoldExpired,
    /// Not yet: the day it would work.
    #[error("too_early")]
    TooEarly,
    /// No longer.
    #[error("too_late")]
    TooLate,
    /// The office does not serve this then.
    #[error("closed")]
    Closed,
    /// There is no such thing, or the token is not its own.
    #[error("not_found")]
    NotFound,
    /// It was there and has ended.
    #[error("gone")]
    Gone,
    /// The same idempotency key came with another request.
    #[error("key_reused")]
    KeyReused,
    /// Too many wrong tries; how many seconds to wait.
    #[error("too_many")]
    TooMany { retry_after: u32 },
    /// Fields that must be corrected.
    #[error("invalid")]
    Invalid(Vec<Fault>),
    /// Somebody changed it since this screen was shown.
    #[error("stale")]
    Stale,
    /// Another officer has this case.
    #[error("held_by_other")]
    HeldByOther { officer: Uuid, name: String },
    /// A move that the law does not know from here.
    #[error("illegal_move: {0}")]
    IllegalMove(&'static str),
    /// The right or the assessment that is missing.
    #[error("forbidden: {0}")]
    Forbidden(&'static str),
    /// No session, or a wrong sign-in.
    #[error("signed_out")]
    SignedOut,
    /// The store could not be reached or written; nothing was done.
    #[error("unavailable: {0}")]
    Unavailable(String),
    /// Another transaction was in the way (40001, 40P01), or for too long (55P03); the store runs the verb again.
    #[error("contended: {0}")]
    Contended(String),
    /// A stored row that cannot be: a defect or damage, never a person's fault.
    #[error("inconsistent: {0}")]
    Inconsistent(String),
}

/// One field that must be corrected, named as in the request (`a.id_number`), with a stable code.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Fault {
    pub field: String,
    pub code: String,
}

impl Fault {
    pub fn new(field: impl Into<String>, code: impl Into<String>) -> Self {
        Self { field: field.into(), code: code.into() }
    }
}

impl Error {
    /// One field, one code.
    pub fn invalid(field: &str, code: &str) -> Self {
        Self::Invalid(vec![Fault::new(field, code)])
    }

    /// A stored row that cannot be.
    pub fn inconsistent(what: impl std::fmt::Display) -> Self {
        Self::Inconsistent(what.to_string())
    }
}

impl From<sqlx::Error> for Error {
    fn from(error: sqlx::Error) -> Self {
        match error {
            sqlx::Error::RowNotFound => Self::NotFound,
            sqlx::Error::ColumnDecode { .. } | sqlx::Error::Decode(_) => Self::inconsistent(error),
            other => match other.as_database_error().and_then(sqlx::error::DatabaseError::code).as_deref() {
                Some("40001" | "40P01" | "55P03") => Self::Contended(other.to_string()),
                _ => Self::Unavailable(other.to_string()),
            },
        }
    }
}

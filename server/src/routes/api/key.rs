//! `Idempotency-Key`: what makes a repeated booking harmless.

use crate::problem::{Problem, Word};
use axum::http::HeaderMap;
use law::Lang;

/// Longer keys are nobody's.
const LONGEST: usize = 255;

/// The key of a request. Problems: `key_missing`; `invalid` for one that is too long or not plain text.
pub fn of(headers: &HeaderMap, lang: Lang) -> Result<&str, Problem> {
    let key = headers.get("idempotency-key").ok_or_else(|| Problem::word(Word::KeyMissing, lang))?;
    let bad_form = || Problem::field("Idempotency-Key", "bad_form", lang);
    let key = key.to_str().map_err(|_| bad_form())?.trim();
    match key.len() {
        0 => Err(Problem::word(Word::KeyMissing, lang)),
        1..=LONGEST => Ok(key),
        _ => Err(bad_form()),
    }
}

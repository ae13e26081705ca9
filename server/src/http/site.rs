//! The packed files of the browser's part: embedded in a release, read from `target/site` in a debug build.

use super::refusal::Refusal;
use crate::state::AppState;
use axum::{
    body::Bytes,
    extract::{Path, State},
    http::{HeaderMap, HeaderValue, header},
    response::{IntoResponse, Response},
};
use rust_embed::RustEmbed;
use serde::Deserialize;
use std::{borrow::Cow, collections::HashMap, sync::Arc};

#[derive(RustEmbed)]
#[folder = "$CARGO_MANIFEST_DIR/../target/site"]
#[allow_missing = true]
struct Packed;

/// All files, in memory, under one hash: when any of them changes, all their addresses change.
#[derive(Clone)]
pub struct Site {
    hash: Arc<str>,
    files: Arc<HashMap<String, File>>,
}

struct File {
    kind: HeaderValue,
    plain: Bytes,
    brotli: Option<Bytes>,
}

#[derive(Deserialize)]
struct Manifest {
    hash: String,
    files: HashMap<String, serde_json::Value>,
}

impl Site {
    /// Refuses a program that was built without its pages, with what to do.
    pub fn load() -> Result<Self, String> {
        let missing = || "the pages have not been packed: run `make run` or `make build`".to_owned();
        let manifest = Packed::get("manifest.json").ok_or_else(missing)?;
        let manifest: Manifest = serde_json::from_slice(&manifest.data)
            .map_err(|why| format!("the packed manifest is broken: {why}"))?;
        let mut files = HashMap::new();
        for name in manifest.files.into_keys() {
            let plain = bytes(&name).ok_or_else(missing)?;
            let brotli = bytes(&format!("{name}.br"));
            let kind = mime_guess::from_path(&name).first_or_octet_stream();
            let kind = HeaderValue::try_from(kind.as_ref()).map_err(|why| why.to_string())?;
            files.insert(name, File { kind, plain, brotli });
        }
        Ok(Self { hash: manifest.hash.into(), files: Arc::new(files) })
    }

    /// Where the files lie, without a slash at either end: `pkg/0123456789abcdef`.
    pub fn folder(&self) -> String {
        format!("pkg/{}", self.hash)
    }

    /// The address of one of them.
    pub fn address(&self, name: &str) -> String {
        format!("/{}/{name}", self.folder())
    }
}

fn bytes(name: &str) -> Option<Bytes> {
    Packed::get(name).map(|file| match file.data {
        Cow::Borrowed(embedded) => Bytes::from_static(embedded),
        Cow::Owned(read) => Bytes::from(read),
    })
}

/// `GET /pkg/{hash}/{file}`: kept by browsers for a year, since another content has another address.
pub async fn file(
    State(state): State<AppState>,
    Path((hash, name)): Path<(String, String)>,
    headers: HeaderMap,
) -> Response {
    if *hash != *state.site.hash {
        return Refusal::OldPart.into_response();
    }
    let Some(file) = state.site.files.get(&name) else { return Refusal::NotFound.into_response() };
    let always = [
        (header::CONTENT_TYPE, file.kind.clone()),
        (header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=31536000, immutable")),
        (header::VARY, HeaderValue::from_static("Accept-Encoding")),
    ];
    match &file.brotli {
        Some(brotli) if takes_brotli(&headers) => {
            (always, [(header::CONTENT_ENCODING, HeaderValue::from_static("br"))], brotli.clone())
                .into_response()
        }
        _ => (always, file.plain.clone()).into_response(),
    }
}

fn takes_brotli(headers: &HeaderMap) -> bool {
    let accepted =
        headers.get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or_default();
    accepted.split(',').any(|coding| match coding.trim().split_once(';') {
        None => coding.trim() == "br",
        Some((name, weight)) => {
            name.trim() == "br" && !matches!(weight.trim(), "q=0" | "q=0.0" | "q=0.00" | "q=0.000")
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brotli_goes_only_to_whom_it_suits() {
        let accept =
            |value| HeaderMap::from_iter([(header::ACCEPT_ENCODING, HeaderValue::from_static(value))]);
        assert!(takes_brotli(&accept("gzip, deflate, br, zstd")));
        assert!(takes_brotli(&accept("br;q=0.5")));
        assert!(!takes_brotli(&accept("br;q=0, gzip")));
        assert!(!takes_brotli(&accept("gzip")));
        assert!(!takes_brotli(&HeaderMap::new()));
    }
}

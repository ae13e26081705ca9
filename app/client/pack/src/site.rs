//! Compresses the packed files and names the whole by the hash of its bytes.

use crate::Failure;
use brotli::enc::BrotliEncoderParams;
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};
use std::{fs, path::Path};

/// Writes a `.br` beside every file and `manifest.json`: `{hash, files: {name: {bytes, brotli}}}`.
///
/// Returns a line that says what was packed, for the person at the terminal.
pub fn seal(site: &Path, release: bool) -> Result<String, Failure> {
    let mut names = Vec::new();
    for entry in fs::read_dir(site)? {
        let entry = entry?;
        // wasm-bindgen leaves a `.d.ts` only when asked; a folder of snippets has no place in this site.
        if entry.file_type()?.is_file() {
            names.push(entry.file_name().to_string_lossy().into_owned());
        }
    }
    names.sort();

    let mut whole = Sha256::new();
    let mut files = Map::new();
    let mut words = Vec::new();
    for name in names {
        let bytes = fs::read(site.join(&name))?;
        whole.update(name.as_bytes());
        whole.update((bytes.len() as u64).to_le_bytes());
        whole.update(&bytes);
        let brotli = compress(&bytes, release)?;
        words.push(format!("{name} {} KB ({} KB)", bytes.len() / 1024, brotli.len() / 1024));
        files.insert(name.clone(), json!({ "bytes": bytes.len(), "brotli": brotli.len() }));
        fs::write(site.join(format!("{name}.br")), brotli)?;
    }
    let hash = crate::stamp::hex(&whole.finalize())[..16].to_owned();
    let manifest = json!({ "hash": hash, "files": Value::Object(files) });
    fs::write(site.join("manifest.json"), manifest.to_string())?;
    Ok(words.join(", "))
}

/// A release takes the densest level, since it is packed once and sent for a year.
fn compress(bytes: &[u8], release: bool) -> Result<Vec<u8>, Failure> {
    let params = BrotliEncoderParams { quality: if release { 11 } else { 4 }, ..Default::default() };
    let mut packed = Vec::new();
    brotli::BrotliCompress(&mut &*bytes, &mut packed, &params)?;
    Ok(packed)
}

//! Knows whether anything changed since the last packing, so that a second `make run` starts in seconds.

use crate::{Failure, ROOTS, browser};
use sha2::{Digest, Sha256};
use std::{
    fmt::Write,
    fs,
    path::{Path, PathBuf},
    time::UNIX_EPOCH,
};

/// A hash over everything the result depends on: profile, wasm, styles, the optimiser, this program.
pub fn of_inputs(built: &Path, profile: &str) -> Result<String, Failure> {
    let mut hash = Sha256::new();
    hash.update(profile);
    hash.update([u8::from(browser::optimiser().is_some())]);
    let program = fs::metadata(std::env::current_exe()?)?;
    hash.update(program.modified()?.duration_since(UNIX_EPOCH)?.as_nanos().to_le_bytes());
    let mut paths: Vec<PathBuf> =
        ROOTS.iter().map(|root| built.join(format!("client_{root}.wasm"))).collect();
    paths.extend(files_under(Path::new("style"))?);
    for path in paths {
        hash.update(path.to_string_lossy().as_bytes());
        hash.update(fs::read(&path).map_err(|why| format!("{}: {why}", path.display()))?);
    }
    Ok(hex(&hash.finalize()))
}

/// Whether the last packing finished and had these inputs.
pub fn is_current(target: &Path, stamp: &str) -> bool {
    target.join("site/manifest.json").exists()
        && fs::read_to_string(path(target)).is_ok_and(|last| last == stamp)
}

/// Called before packing, so that a packing which breaks off is never taken for a finished one.
pub fn forget(target: &Path) -> Result<(), Failure> {
    match fs::remove_file(path(target)) {
        Err(why) if why.kind() != std::io::ErrorKind::NotFound => Err(why.into()),
        _ => Ok(()),
    }
}

pub fn remember(target: &Path, stamp: &str) -> Result<(), Failure> {
    Ok(fs::write(path(target), stamp)?)
}

pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

fn path(target: &Path) -> PathBuf {
    target.join("site.stamp")
}

fn files_under(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            found.extend(files_under(&entry.path())?);
        } else {
            found.push(entry.path());
        }
    }
    found.sort();
    Ok(found)
}

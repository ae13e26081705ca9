//! The key file: made once, readable by the owner alone, never in the database nor in a backup.

use super::random::random_bytes;
use crate::error::{Error, Result};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::io::Write;
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;
use std::sync::Arc;
use zeroize::Zeroizing;

/// The office's keys. Cloning shares them; they are wiped when the last holder goes.
#[derive(Clone)]
pub struct Vault(Arc<Keys>);

pub(super) struct Keys {
    /// The key that seals what is new.
    pub(super) current: u8,
    pub(super) sealing: BTreeMap<u8, Zeroizing<[u8; 32]>>,
    pub(super) hashing: Zeroizing<[u8; 32]>,
    pub(super) tokens: Zeroizing<[u8; 32]>,
    pub(super) signing: ed25519_dalek::SigningKey,
}

/// The file as it lies on disk; keys in base64.
#[derive(Serialize, Deserialize)]
struct KeyFile {
    current: u8,
    sealing: BTreeMap<u8, String>,
    hashing: String,
    tokens: String,
    signing: String,
}

impl Vault {
    /// Reads the key file, or makes it with fresh keys where there is none.
    ///
    /// Errors: `Unavailable` when it can't be read or written, `Inconsistent` when it is damaged. A damaged file is
    /// never replaced: what it sealed would be lost.
    pub fn open(path: &Path) -> Result<Self> {
        if !path.exists() {
            create(path)?;
        }
        let text = std::fs::read_to_string(path).map_err(|error| unreadable(path, &error))?;
        let file: KeyFile = serde_json::from_str(&text).map_err(|_| damaged(path))?;
        Self::from_file(&file).ok_or_else(|| damaged(path))
    }

    /// Puts a new sealing key into the file and makes it the current one; old ones stay. The number of the new key.
    ///
    /// Processes that are running go on with the keys they have read, and can't open what is sealed with the new one:
    /// they are to be restarted. Errors: as of [`Vault::open`]; `Inconsistent` after 254 rotations.
    pub fn rotate(path: &Path) -> Result<u8> {
        let text = std::fs::read_to_string(path).map_err(|error| unreadable(path, &error))?;
        let mut file: KeyFile = serde_json::from_str(&text).map_err(|_| damaged(path))?;
        let last = file.sealing.keys().next_back().copied().unwrap_or_default();
        let next =
            last.checked_add(1).ok_or_else(|| Error::inconsistent("no number is left for a new key"))?;
        file.sealing.insert(next, BASE64_STANDARD.encode(random_bytes::<32>()?));
        file.current = next;
        let beside = write_beside(path, &file)?;
        std::fs::rename(beside, path).map_err(|error| unreadable(path, &error))?;
        Ok(next)
    }

    /// Keys that live in memory alone: for tests.
    pub fn fresh() -> Result<Self> {
        Self::from_file(&KeyFile::fresh()?).ok_or_else(|| Error::inconsistent("fresh keys"))
    }

    fn from_file(file: &KeyFile) -> Option<Self> {
        let sealing: BTreeMap<u8, _> =
            file.sealing.iter().map(|(id, key)| Some((*id, decode(key)?))).collect::<Option<_>>()?;
        sealing.contains_key(&file.current).then_some(())?;
        Some(Self(Arc::new(Keys {
            current: file.current,
            sealing,
            hashing: decode(&file.hashing)?,
            tokens: decode(&file.tokens)?,
            signing: ed25519_dalek::SigningKey::from_bytes(&*decode(&file.signing)?),
        })))
    }

    pub(super) fn keys(&self) -> &Keys {
        &self.0
    }
}

impl KeyFile {
    fn fresh() -> Result<Self> {
        let key = || random_bytes::<32>().map(|bytes| BASE64_STANDARD.encode(bytes));
        Ok(Self {
            current: 1,
            sealing: BTreeMap::from([(1, key()?)]),
            hashing: key()?,
            tokens: key()?,
            signing: key()?,
        })
    }
}

/// Writes beside and links into place, so that two processes starting at once end up with one file.
fn create(path: &Path) -> Result<()> {
    let failed = |error: std::io::Error| unreadable(path, &error);
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).map_err(failed)?;
    }
    let beside = write_beside(path, &KeyFile::fresh()?)?;
    let linked = std::fs::hard_link(&beside, path);
    std::fs::remove_file(&beside).map_err(failed)?;
    match linked {
        Err(error) if error.kind() != std::io::ErrorKind::AlreadyExists => Err(failed(error)),
        _ => Ok(()),
    }
}

/// The file, readable by the owner alone, written out to the disk under another name.
fn write_beside(path: &Path, file: &KeyFile) -> Result<std::path::PathBuf> {
    let failed = |error: std::io::Error| unreadable(path, &error);
    let text = serde_json::to_string_pretty(file).map_err(|_| damaged(path))?;
    let beside = path.with_extension(format!("{}.new", std::process::id()));
    let mut options = std::fs::OpenOptions::new();
    let options = options.write(true).create(true).truncate(true).mode(0o600);
    let mut file = options.open(&beside).map_err(failed)?;
    file.write_all(text.as_bytes()).and_then(|()| file.sync_all()).map_err(failed)?;
    Ok(beside)
}

fn decode(key: &str) -> Option<Zeroizing<[u8; 32]>> {
    BASE64_STANDARD.decode(key).ok()?.try_into().ok().map(Zeroizing::new)
}

fn unreadable(path: &Path, error: &std::io::Error) -> Error {
    Error::Unavailable(format!("the key file {}: {error}", path.display()))
}

fn damaged(path: &Path) -> Error {
    Error::inconsistent(format!(
        "the key file {} is damaged; put back its copy, a new one can't open what is stored",
        path.display()
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_start_reads_the_same_keys_and_a_damaged_file_is_never_replaced() {
        let folder = std::env::temp_dir().join(format!("hall-keys-{}", std::process::id()));
        let path = folder.join("keys.json");
        let first = Vault::open(&path).unwrap();
        let sealed = first.seal("test", b"row", b"secret").unwrap();
        assert_eq!(Vault::open(&path).unwrap().open_sealed("test", b"row", &sealed).unwrap(), b"secret");
        std::fs::write(&path, "{}").unwrap();
        assert!(matches!(Vault::open(&path), Err(Error::Inconsistent(_))));
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "{}");
        std::fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn after_a_rotation_new_things_bear_the_new_key_and_old_ones_still_open() {
        let folder = std::env::temp_dir().join(format!("hall-rotate-{}", std::process::id()));
        let path = folder.join("keys.json");
        let before = Vault::open(&path).unwrap();
        let old = before.seal("test", b"row", b"secret").unwrap();
        assert_eq!(Vault::rotate(&path).unwrap(), 2);
        let after = Vault::open(&path).unwrap();
        let new = after.seal("test", b"row", b"secret").unwrap();
        assert_eq!((old[0], new[0]), (1, 2));
        assert_eq!(after.open_sealed("test", b"row", &old).unwrap(), b"secret");
        assert!(before.open_sealed("test", b"row", &new).is_err());
        assert_eq!(before.fingerprint(), after.fingerprint());
        std::fs::remove_dir_all(folder).unwrap();
    }
}

//! The file's physical lines, one at a time, in bounded memory, with the hash of all that was read.

use crate::error::{Error, Result};
use sha2::{Digest, Sha256};
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::Path;

/// Longer than this no row is; the rest of such a line is passed over.
const LONGEST: usize = 16 * 1024;
const BOM: &[u8] = b"\xEF\xBB\xBF";

/// Lines of a file with their numbers; the header is line 1.
pub(super) struct Lines {
    reader: BufReader<File>,
    hash: Sha256,
    number: u32,
    line: Vec<u8>,
    read: u64,
    size: u64,
}

impl Lines {
    /// Opens a regular file: it is read twice, so a pipe won't do. Errors: `Unavailable` with the reason.
    pub fn open(path: &Path) -> Result<Self> {
        let failed = |error: std::io::Error| Error::Unavailable(format!("{}: {error}", path.display()));
        let file = File::open(path).map_err(failed)?;
        let about = file.metadata().map_err(failed)?;
        if !about.is_file() {
            return Err(Error::Unavailable(format!("{} is not a file; save it first", path.display())));
        }
        let reader = BufReader::with_capacity(256 * 1024, file);
        Ok(Self { reader, hash: Sha256::new(), number: 0, line: Vec::new(), read: 0, size: about.len() })
    }

    /// The next line without its end, and its number. A line that is too long comes cut off.
    pub fn next(&mut self) -> Result<Option<(u32, &[u8])>> {
        self.line.clear();
        let mut any = false;
        loop {
            let piece = self.reader.fill_buf().map_err(|error| Error::Unavailable(error.to_string()))?;
            if piece.is_empty() {
                break;
            }
            any = true;
            let end = piece.iter().position(|byte| *byte == b'\n');
            let taken = end.map_or(piece.len(), |end| end + 1);
            let room = LONGEST.saturating_sub(self.line.len());
            self.line.extend_from_slice(&piece[..taken.min(room)]);
            self.hash.update(&piece[..taken]);
            self.reader.consume(taken);
            self.read += taken as u64;
            if end.is_some() {
                break;
            }
        }
        if !any {
            return Ok(None);
        }
        self.number += 1;
        Ok(Some((self.number, self.bare())))
    }

    fn bare(&self) -> &[u8] {
        let line = self.line.strip_suffix(b"\n").unwrap_or(&self.line);
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        // Spreadsheets put a mark before the first line.
        if self.number == 1 { line.strip_prefix(BOM).unwrap_or(line) } else { line }
    }

    /// Whether a line holds nothing; such lines are passed over.
    pub fn is_blank(line: &[u8]) -> bool {
        line.is_empty()
    }

    /// How much of the file has been read, in thousandths.
    pub fn per_mille(&self) -> u64 {
        (self.read * 1000).checked_div(self.size).unwrap_or(1000)
    }

    pub fn size(&self) -> u64 {
        self.size
    }

    /// SHA-256 of everything read.
    pub fn hash(self) -> [u8; 32] {
        self.hash.finalize().into()
    }
}

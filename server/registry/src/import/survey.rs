//! The file is read for the first time: each row for itself, and against what the register has.

use super::clocks::Clocks;
use super::code::Code;
use super::column::Column;
use super::fields::Fields;
use super::known::Known;
use super::lines::Lines;
use super::outline::{Key, NOBODY, Origin, Outline, Outlines};
use super::row::{self, BadRow, ReadRow};
use super::run::{Phase, Progress, Tell};
use crate::error::{Error, Result};
use crate::register::{Deed, Person, Prepared};
use crate::registry::Registry;
use crate::vault::Vault;
use chrono::Datelike;
use std::path::Path;

/// No row is shorter: an ending has a day, an act, a ref and seventeen commas.
const SHORTEST_ROW: u64 = 48;
/// How often progress is told, in rows.
const TELL_EVERY: usize = 10_000;

/// What the first reading found.
pub(super) enum Surveyed {
    Rows {
        outlines: Outlines,
        hash: [u8; 32],
    },
    /// The header is not the one it must be: nothing can be read.
    BadHeader(Code),
}

/// Reads the whole file. Errors: `Unavailable` where it can't be read.
pub(super) async fn survey(
    registry: &Registry,
    path: &Path,
    clocks: &mut Clocks<'_>,
    tell: &mut Tell<'_>,
) -> Result<Surveyed> {
    let mut lines = Lines::open(path)?;
    let mut fields = Fields::default();
    match lines.next()? {
        None => return Ok(Surveyed::BadHeader(Code::Missing)),
        Some((_, line)) => match fields.cut(line) {
            Ok(row) if row.is_header() => {}
            Ok(_) | Err((_, Code::BadColumns)) => return Ok(Surveyed::BadHeader(Code::BadColumns)),
            Err((_, code)) => return Ok(Surveyed::BadHeader(code)),
        },
    }
    let mut outlines = Outlines::default();
    // Room for the most rows there can be: a vector that grows would need twice its memory for a moment.
    let rows = usize::try_from(lines.size() / SHORTEST_ROW + 1).map_err(Error::inconsistent)?;
    outlines.rows.reserve_exact(rows);
    let mut known = Known::new(registry).await?;
    while let Some((number, line)) = lines.next()? {
        if Lines::is_blank(line) {
            continue;
        }
        let place = outlines.rows.len();
        match read_line(registry.vault(), line, number, &mut fields, clocks)? {
            Ok((outline, reference, content)) => {
                outlines.rows.push(outline);
                known.add(&mut outlines, clocks, place, reference, content).await?;
            }
            Err(outline) => outlines.rows.push(outline),
        }
        if place % TELL_EVERY == 0 {
            tell(Progress { phase: Phase::Reading, rows: place as u64, per_mille: lines.per_mille() });
        }
    }
    known.finish(&mut outlines, clocks).await?;
    Ok(Surveyed::Rows { outlines, hash: lines.hash() })
}

type Good = (Outline, String, [u8; 16]);

fn read_line(
    vault: &Vault,
    line: &[u8],
    number: u32,
    fields: &mut Fields,
    clocks: &mut Clocks,
) -> Result<Result<Good, Outline>> {
    let read = match fields.cut(line) {
        Ok(cut) => row::read(&cut, clocks),
        Err(fault) => Err(Box::new(BadRow { fault, reference: None, act: None })),
    };
    Ok(match read {
        Ok(read) => {
            let prepared = Prepared::new(vault, &read.reference, read.on, &read.deed)?;
            let (outline, content) = (outline_of(vault, &read, &prepared, number), prepared.content);
            Ok((outline, read.reference, content))
        }
        Err(bad) => Err(outline_of_bad(vault, *bad, number)),
    })
}

fn outline_of(vault: &Vault, read: &ReadRow, prepared: &Prepared, line: u32) -> Outline {
    let named =
        read.named.each_ref().map(|person| person.as_ref().map_or(NOBODY, |person| key_of(vault, person)));
    let persons = prepared.keys.map_or(named, |(a, b)| [a, b.unwrap_or(NOBODY)]);
    let priors = read.deed.persons().map_or([None, None], |(a, b)| [Some(a.prior), b.map(|b| b.prior)]);
    Outline {
        reference: ref_key(vault, &read.reference),
        persons,
        content: first_half(prepared.content),
        day: read.on.num_days_from_ce(),
        line,
        other: 0,
        act: Some(read.deed.kind()),
        fault: None,
        priors,
        restored: matches!(read.deed, Deed::Marriage { restored: true, .. }),
        origin: Origin::New,
    }
}

fn outline_of_bad(vault: &Vault, bad: BadRow, line: u32) -> Outline {
    let (column, code): (Column, Code) = bad.fault;
    Outline {
        reference: bad.reference.map_or(NOBODY, |reference| ref_key(vault, &reference)),
        persons: [NOBODY; 2],
        content: 0,
        day: 0,
        line,
        other: 0,
        act: bad.act,
        fault: Some((column, code)),
        priors: [None, None],
        restored: false,
        origin: Origin::New,
    }
}

fn key_of(vault: &Vault, person: &Person) -> Key {
    vault.person_key(&person.person).0
}

/// What stands for a ref while rows are compared.
pub(super) fn ref_key(vault: &Vault, reference: &str) -> Key {
    vault.hash("ref", &[reference.as_bytes()])
}

/// Enough of a content hash to put rows in an order that does not depend on the file's.
pub(super) fn first_half(content: [u8; 16]) -> u64 {
    let mut half = [0; 8];
    half.copy_from_slice(&content[..8]);
    u64::from_be_bytes(half)
}

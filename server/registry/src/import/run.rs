//! An import from beginning to end.

use super::clear::clear;
use super::clocks::Clocks;
use super::code::Code;
use super::column::Column;
use super::judge::judge;
use super::outline::{Origin, Outline, Outlines};
use super::publish::Publish;
use super::stage::Staging;
use super::survey::{Surveyed, survey};
use crate::audit::{Act, enter};
use crate::error::{Error, Result};
use crate::registry::Registry;
use crate::staff::{Officer, Right};
use crate::store::queries::staging::{NewImport, begin};
use crate::store::{Tx, Write};
use chrono::TimeDelta;
use std::fmt;
use std::path::Path;

/// A file to import.
#[derive(Debug, Clone, Copy)]
pub struct Import<'a> {
    pub file: &'a Path,
    /// Only look; store nothing and write no file.
    pub dry_run: bool,
    /// Where bad rows go; without it one bad row keeps the whole file out.
    pub reject: Option<&'a Path>,
}

/// What became of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Imported {
    /// Rows of the file, the header and empty lines apart.
    pub rows: u64,
    /// Rows that are new and good: in the register now, unless `applied` is false.
    pub good: u64,
    /// Rows that were in the register before, with the same content.
    pub skipped: u64,
    pub bad: u64,
    /// The first bad rows in order of line, 200 at most.
    pub problems: Vec<Problem>,
    /// Whether the good rows count now. False for a dry run, and where bad rows kept the file out.
    pub applied: bool,
    /// Whether it is, or would be, refused: bad rows, and no file to put them.
    pub refused: bool,
}

/// A bad row: `line 17 column a_id bad_checksum: …`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Physical line; the header is line 1.
    pub line: u32,
    pub column: String,
    pub code: Code,
    /// The line it clashes with, where that is in the file.
    pub other: Option<u32>,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { line, column, code, other } = self;
        write!(f, "line {line} column {column} {code}: {}", code.words())?;
        match other {
            Some(other) => write!(f, " (see line {other})"),
            None => Ok(()),
        }
    }
}

/// How far an import is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    pub phase: Phase,
    /// Rows read, or stored.
    pub rows: u64,
    /// How much of the file is behind it, in thousandths.
    pub per_mille: u64,
}

/// What an import is doing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    Reading,
    Judging,
    Storing,
}

/// Whoever wants to know how far it is.
pub(super) type Tell<'a> = dyn FnMut(Progress) + Send + 'a;

/// How many bad rows are told one by one.
const TOLD: usize = 200;
/// An act entered at the counter is prepared some moments before it is stored.
const MARGIN: TimeDelta = TimeDelta::minutes(1);

/// Opens an import in the store.
struct Begin {
    new: NewImport,
}

impl Write for Begin {
    type Out = i64;

    async fn run(&self, tx: &mut Tx) -> Result<i64> {
        let number = begin(tx, &self.new).await?;
        let (at, officer) = (self.new.started_at, self.new.started_by);
        let subject = format!("import:{number}");
        enter(tx, Act { at, officer, verb: "import_begun", subject, stored: &self.new.file_hash }).await?;
        Ok(number)
    }
}

impl Registry {
    /// Imports a file of acts. The whole file is judged first; then the good rows are stored in batches that nobody
    /// sees, and count all at once. `by` is `None` for the command on the machine itself.
    ///
    /// A second import takes over from one that is under way. Settings on who is served today never apply to history.
    ///
    /// Errors: `Unavailable` where the file can't be read; `Stale` where the file or the register changed while it was
    /// being imported (nothing of it counts; import it again); `Gone` where another import took over; `Forbidden`.
    pub async fn import_acts(
        &self,
        by: Option<&Officer>,
        import: Import<'_>,
        mut tell: impl FnMut(Progress) + Send,
    ) -> Result<Imported> {
        if let Some(officer) = by {
            officer.may(Right::ManageOffice)?;
        }
        let since = self.clock().now() - MARGIN;
        let opening = self.opening().await?;
        let mut clocks = Clocks::new(&opening.calendar, self.clock().today());
        let (mut outlines, hash) = match survey(self, import.file, &mut clocks, &mut tell).await? {
            Surveyed::Rows { outlines, hash } => (outlines, hash),
            Surveyed::BadHeader(code) => return Ok(bad_header(code)),
        };
        tell(Progress { phase: Phase::Judging, rows: outlines.of_file as u64, per_mille: 1000 });
        judge(&mut outlines, &mut clocks);
        let mut imported = counted(&outlines);
        imported.refused = imported.bad > 0 && import.reject.is_none();
        if import.dry_run || imported.refused {
            return Ok(imported);
        }
        clear(self).await?;
        let new = NewImport {
            file_hash: hash.to_vec(),
            started_at: self.clock().now(),
            started_by: by.map(|officer| officer.id),
        };
        let by = new.started_by;
        let number = self.store().write(Begin { new }).await?;
        let office = opening.office.code.as_str();
        let mut staging = Staging::new(self, &outlines, office, number, by);
        let read_again = staging.store(import.file, import.reject, &mut clocks, &mut tell).await;
        let published = match read_again {
            Ok(again) if again == hash => {
                let now = self.clock().now();
                self.store().write(Publish { number, since, now, by, file_hash: hash }).await
            }
            Ok(_) => Err(Error::Stale),
            Err(error) => Err(error),
        };
        if let Err(error) = published {
            if !matches!(error, Error::Gone) {
                clear(self).await?;
            }
            return Err(error);
        }
        imported.applied = true;
        if let Err(error) = self.store().settle("acts").await {
            tracing::warn!(%error, "the figures may take longer until the database has tidied up by itself");
        }
        Ok(imported)
    }
}

fn bad_header(code: Code) -> Imported {
    let problem = Problem { line: 1, column: Column::DATE.name(), code, other: None };
    Imported { bad: 1, problems: vec![problem], refused: true, ..Imported::default() }
}

fn counted(outlines: &Outlines) -> Imported {
    let mut imported = Imported { rows: outlines.of_file as u64, ..Imported::default() };
    for row in outlines.rows.iter().take(outlines.of_file) {
        if let Some(problem) = problem_of(row) {
            imported.bad += 1;
            if imported.problems.len() < TOLD {
                imported.problems.push(problem);
            }
        } else if row.origin == Origin::New {
            imported.good += 1;
        } else {
            imported.skipped += 1;
        }
    }
    imported
}

fn problem_of(row: &Outline) -> Option<Problem> {
    let (column, code) = row.fault?;
    let other = (row.other > 0).then_some(row.other);
    Some(Problem { line: row.line, column: column.name(), code, other })
}

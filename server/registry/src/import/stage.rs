//! The file is read for the second time: good rows are sealed and stored in batches, bad ones written to their file.

use super::clocks::Clocks;
use super::fields::Fields;
use super::lines::Lines;
use super::outline::{Origin, Outline, Outlines};
use super::row;
use super::run::{Phase, Progress, Tell};
use super::survey::first_half;
use crate::audit::{Act, enter};
use crate::error::{Error, Result};
use crate::register::{Part, Prepared};
use crate::registry::Registry;
use crate::store::queries::register::{ActRow, insert};
use crate::store::queries::staging::grow;
use crate::store::{Tx, Write};
use chrono::{DateTime, NaiveDate, Utc};
use std::fs::File;
use std::io::{BufWriter, Write as _};
use std::path::Path;
use std::time::{Duration, Instant};
use tokio::task::JoinHandle;
use uuid::Uuid;

/// Rows in one transaction: small enough that a booking waits for it unnoticed.
const BATCH: usize = 500;
/// Rows in one statement.
const STATEMENT: usize = 40;
/// After each transaction the import rests half as long as it took, at most this.
const LONGEST_REST: Duration = Duration::from_millis(25);

/// One batch, stored and logged in a transaction of its own.
struct Stage {
    number: i64,
    nth: u32,
    rows: Vec<ActRow>,
    now: DateTime<Utc>,
    by: Option<Uuid>,
}

impl Write for Stage {
    type Out = ();

    async fn run(&self, tx: &mut Tx) -> Result<()> {
        let many = i64::try_from(self.rows.len()).map_err(Error::inconsistent)?;
        if !grow(tx, self.number, many).await? {
            return Err(Error::Gone);
        }
        let mut stored = Vec::new();
        for rows in self.rows.chunks(STATEMENT) {
            // The counter has entered one of these meanwhile: the file was judged without it.
            if insert(tx, rows).await? != rows.len() as u64 {
                return Err(Error::Stale);
            }
        }
        for row in &self.rows {
            stored.extend_from_slice(row.sealed.as_deref().unwrap_or(&row.content));
        }
        let subject = format!("import:{}/{}", self.number, self.nth);
        enter(tx, Act { at: self.now, officer: self.by, verb: "acts_imported", subject, stored: &stored })
            .await
    }
}

/// What the second reading works with.
pub(super) struct Staging<'a> {
    registry: &'a Registry,
    outlines: &'a Outlines,
    office: &'a str,
    number: i64,
    by: Option<Uuid>,
    /// The batch that is being stored while the next one is read and sealed, and how far the import is with it.
    storing: Option<(JoinHandle<Result<()>>, Progress)>,
}

impl<'a> Staging<'a> {
    /// For the import of this number at this office.
    pub fn new(
        registry: &'a Registry,
        outlines: &'a Outlines,
        office: &'a str,
        number: i64,
        by: Option<Uuid>,
    ) -> Self {
        Self { registry, outlines, office, number, by, storing: None }
    }

    /// Stores every good new row; gives the hash of what was read.
    ///
    /// Errors: `Stale` where the file or the register changed after it was judged, `Gone` where another import took
    /// over, `Unavailable` where a file can't be read or written.
    pub async fn store(
        &mut self,
        path: &Path,
        reject: Option<&Path>,
        clocks: &mut Clocks<'_>,
        tell: &mut Tell<'_>,
    ) -> Result<[u8; 32]> {
        let mut lines = Lines::open(path)?;
        let mut rejected = reject.map(Rejected::create).transpose()?;
        let mut fields = Fields::default();
        let (mut place, mut nth, mut stored) = (0, 0, 0);
        let mut batch = Vec::with_capacity(BATCH);
        while let Some((number, line)) = lines.next()? {
            if number == 1 {
                if let Some(rejected) = &mut rejected {
                    rejected.line(line)?;
                }
                continue;
            }
            if Lines::is_blank(line) {
                continue;
            }
            let outline = self.outlines.rows.get(place).filter(|_| place < self.outlines.of_file);
            let outline = outline.filter(|outline| outline.line == number).ok_or(Error::Stale)?;
            place += 1;
            if !outline.stands() {
                if let Some(rejected) = &mut rejected {
                    rejected.line(line)?;
                }
                continue;
            }
            if outline.origin != Origin::New {
                continue;
            }
            let row = self.row(outline, line, &mut fields, clocks)?;
            batch.push(row);
            if batch.len() == BATCH {
                stored += batch.len() as u64;
                nth += 1;
                let progress = Progress { phase: Phase::Storing, rows: stored, per_mille: lines.per_mille() };
                let rows = std::mem::replace(&mut batch, Vec::with_capacity(BATCH));
                self.put(nth, rows, progress, tell).await?;
            }
        }
        if !batch.is_empty() {
            let rows = stored + batch.len() as u64;
            self.put(nth + 1, batch, Progress { phase: Phase::Storing, rows, per_mille: 1000 }, tell).await?;
        }
        self.stored(tell).await?;
        if let Some(rejected) = rejected {
            rejected.finish()?;
        }
        Ok(lines.hash())
    }

    /// Reads a good row again and seals it.
    fn row(
        &self,
        outline: &Outline,
        line: &[u8],
        fields: &mut Fields,
        clocks: &mut Clocks,
    ) -> Result<ActRow> {
        let cut = fields.cut(line).map_err(|_| Error::Stale)?;
        let read = row::read(&cut, clocks).map_err(|_| Error::Stale)?;
        let vault = self.registry.vault();
        let prepared = Prepared::new(vault, &read.reference, read.on, &read.deed)?;
        if first_half(prepared.content) != outline.content {
            return Err(Error::Stale);
        }
        let mut row = prepared.row(vault, self.office, self.registry.clock().now())?;
        row.batch = self.number;
        row.officer = self.by;
        if outline.part() == Some(Part::Ending) {
            self.take_from_application(&mut row, outline, clocks)?;
        }
        Ok(row)
    }

    fn take_from_application(&self, row: &mut ActRow, outline: &Outline, clocks: &mut Clocks) -> Result<()> {
        let opening = outline.other;
        let case = self.outlines.rows.get(opening as usize).ok_or(Error::Stale)?;
        let stored = self.outlines.stored_dates.get(&opening).copied();
        let dates = match stored {
            Some(dates) => dates,
            None => NaiveDate::from_num_days_from_ce_opt(case.day)
                .and_then(|accepted| clocks.dates(accepted))
                .ok_or(Error::Stale)?,
        };
        let [a, b] = case.persons;
        row.a_key = a.to_vec();
        row.b_key = Some(b.to_vec());
        row.issuance_last = Some(dates.issuance_last);
        Ok(())
    }

    /// Hands a batch over once the one before is stored. It is stored while this task goes on, and rests afterwards.
    async fn put(
        &mut self,
        nth: u32,
        rows: Vec<ActRow>,
        progress: Progress,
        tell: &mut Tell<'_>,
    ) -> Result<()> {
        self.stored(tell).await?;
        let (store, now) = (self.registry.store().clone(), self.registry.clock().now());
        let stage = Stage { number: self.number, nth, rows, now, by: self.by };
        let storing = tokio::spawn(async move {
            let began = Instant::now();
            store.write(stage).await?;
            tokio::time::sleep((began.elapsed() / 2).min(LONGEST_REST)).await;
            Ok(())
        });
        self.storing = Some((storing, progress));
        Ok(())
    }

    /// Waits for the batch that was handed over last.
    async fn stored(&mut self, tell: &mut Tell<'_>) -> Result<()> {
        if let Some((storing, progress)) = self.storing.take() {
            storing.await.map_err(Error::inconsistent)??;
            tell(progress);
        }
        Ok(())
    }
}

/// The file of rejected rows: their lines as they were, under the same header.
struct Rejected {
    file: BufWriter<File>,
    path: String,
}

impl Rejected {
    fn create(path: &Path) -> Result<Self> {
        let name = path.display().to_string();
        let file = File::create(path).map_err(|error| Error::Unavailable(format!("{name}: {error}")))?;
        Ok(Self { file: BufWriter::new(file), path: name })
    }

    fn line(&mut self, line: &[u8]) -> Result<()> {
        let written = self.file.write_all(line).and_then(|()| self.file.write_all(b"\n"));
        written.map_err(|error| Error::Unavailable(format!("{}: {error}", self.path)))
    }

    fn finish(mut self) -> Result<()> {
        self.file.flush().map_err(|error| Error::Unavailable(format!("{}: {error}", self.path)))
    }
}

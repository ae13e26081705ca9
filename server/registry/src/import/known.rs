//! What the register has already beside the rows of a file, looked up some hundred rows at a time.

use super::clocks::Clocks;
use super::code::Code;
use super::column::Column;
use super::outline::{Key, NOBODY, Origin, Outline, Outlines};
use crate::error::Result;
use crate::register::{ActKind, Part, Prior};
use crate::registry::Registry;
use crate::store::queries::register::{KnownRow, by_persons, by_refs, is_empty};
use chrono::Datelike;
use std::collections::{HashMap, HashSet};

/// How many rows are looked up together.
pub(super) const AT_ONCE: usize = 400;

/// Rows waiting to be looked up, and acts of the register found so far.
pub(super) struct Known<'a> {
    registry: &'a Registry,
    /// Nothing is there yet, so nothing needs to be looked up.
    nothing: bool,
    waiting: Vec<Waiting>,
    found: Vec<(Outline, Option<crate::register::CaseDates>)>,
}

struct Waiting {
    place: usize,
    reference: String,
    content: [u8; 16],
}

impl<'a> Known<'a> {
    pub async fn new(registry: &'a Registry) -> Result<Self> {
        let nothing = is_empty(&mut registry.store().read().await?).await?;
        Ok(Self { registry, nothing, waiting: Vec::with_capacity(AT_ONCE), found: Vec::new() })
    }

    /// Takes a good row into account; looks up when enough are waiting.
    pub async fn add(
        &mut self,
        outlines: &mut Outlines,
        clocks: &mut Clocks<'_>,
        place: usize,
        reference: String,
        content: [u8; 16],
    ) -> Result<()> {
        if self.nothing {
            return Ok(());
        }
        self.waiting.push(Waiting { place, reference, content });
        if self.waiting.len() < AT_ONCE { Ok(()) } else { self.look_up(outlines, clocks).await }
    }

    /// Looks up what still waits and puts the register's acts behind the file's rows.
    pub async fn finish(mut self, outlines: &mut Outlines, clocks: &mut Clocks<'_>) -> Result<()> {
        self.look_up(outlines, clocks).await?;
        outlines.of_file = outlines.rows.len();
        append(self.found, outlines);
        Ok(())
    }

    async fn look_up(&mut self, outlines: &mut Outlines, clocks: &mut Clocks<'_>) -> Result<()> {
        if self.waiting.is_empty() {
            return Ok(());
        }
        let mut tx = self.registry.store().read().await?;
        let refs: Vec<_> = self.waiting.iter().map(|row| row.reference.clone()).collect();
        let mut found = by_refs(&mut tx, &refs).await?;
        self.compare(&found, outlines, clocks)?;
        // What is skipped is known by its own row; only what is new needs the acts beside it.
        let new: HashSet<&str> = self
            .waiting
            .iter()
            .filter(|row| outlines.rows[row.place].origin == Origin::New)
            .map(|row| row.reference.as_str())
            .collect();
        found.retain(|known| new.contains(known.reference.as_str()));
        let mut persons: Vec<Key> = self
            .waiting
            .iter()
            .map(|row| &outlines.rows[row.place])
            .filter(|row| row.origin == Origin::New && row.stands())
            .flat_map(|row| row.persons)
            .filter(|person| *person != NOBODY)
            .collect();
        persons.sort_unstable();
        persons.dedup();
        found.extend(by_persons(&mut tx, &persons).await?);
        self.keep(&found, outlines)?;
        self.waiting.clear();
        Ok(())
    }

    /// A row that is here already is skipped, or differs, or its ref is another's.
    fn compare(&self, found: &[KnownRow], outlines: &mut Outlines, clocks: &mut Clocks) -> Result<()> {
        let mut by_ref: HashMap<&str, Vec<&KnownRow>> = HashMap::new();
        for known in found {
            by_ref.entry(&known.reference).or_default().push(known);
        }
        for waiting in &self.waiting {
            let row = &mut outlines.rows[waiting.place];
            for known in by_ref.get(waiting.reference.as_str()).into_iter().flatten() {
                let kind = known.kind()?;
                if row.act == Some(kind) {
                    if known.content == waiting.content {
                        row.origin = Origin::Skipped;
                        if let Some(dates) = known.dates()?
                            && clocks.dates(dates.accepted) != Some(dates)
                        {
                            outlines.stored_dates.insert(Outlines::place(waiting.place), dates);
                        }
                    } else {
                        row.reject(Column::REF, Code::RefDiffers, 0);
                    }
                } else if kind.part() == Part::Opening && row.part() == Some(Part::Opening) {
                    row.reject(Column::REF, Code::RefUsed, 0);
                }
            }
        }
        Ok(())
    }

    /// Keeps what is not itself one of the rows just compared.
    fn keep(&mut self, found: &[KnownRow], outlines: &Outlines) -> Result<()> {
        let skipped: HashSet<(&str, Option<ActKind>)> = self
            .waiting
            .iter()
            .filter(|row| outlines.rows[row.place].origin == Origin::Skipped)
            .map(|row| (row.reference.as_str(), outlines.rows[row.place].act))
            .collect();
        for known in found {
            let kind = known.kind()?;
            if !skipped.contains(&(known.reference.as_str(), Some(kind))) {
                self.found.push((self.outline(known, kind), known.dates()?));
            }
        }
        Ok(())
    }

    fn outline(&self, known: &KnownRow, kind: ActKind) -> Outline {
        let person =
            |key: Option<&Vec<u8>>| key.and_then(|key| key.as_slice().try_into().ok()).unwrap_or(NOBODY);
        let prior = |prior: Option<&String>| prior.and_then(|prior| Prior::parse(prior));
        Outline {
            reference: super::survey::ref_key(self.registry.vault(), &known.reference),
            persons: match kind.part() {
                Part::Opening => [person(Some(&known.a_key)), person(known.b_key.as_ref())],
                Part::Ending => [NOBODY; 2],
            },
            content: 0,
            day: known.act_date.num_days_from_ce(),
            line: 0,
            other: 0,
            act: Some(kind),
            fault: None,
            priors: [prior(known.a_prior.as_ref()), prior(known.b_prior.as_ref())],
            restored: known.restored,
            origin: Origin::Known,
        }
    }
}

/// An act may have been found several times, and may stand in the file as a skipped row: it is kept once.
fn append(mut found: Vec<(Outline, Option<crate::register::CaseDates>)>, outlines: &mut Outlines) {
    let key = |row: &Outline| (row.reference, row.part());
    found.sort_unstable_by_key(|(row, _)| key(row));
    found.dedup_by_key(|(row, _)| key(row));
    let mut skipped: Vec<_> =
        outlines.rows.iter().filter(|row| row.origin == Origin::Skipped).map(key).collect();
    skipped.sort_unstable();
    for (row, dates) in found {
        if skipped.binary_search(&key(&row)).is_ok() {
            continue;
        }
        if let Some(dates) = dates {
            outlines.stored_dates.insert(Outlines::place(outlines.rows.len()), dates);
        }
        outlines.rows.push(row);
    }
}

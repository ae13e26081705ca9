//! A newly published schedule moves the dates of open applications that go by our own count. Those that go by their
//! receipt stay and are listed to be checked. The history is kept; an end that lies ahead is never moved into the past.

use super::dates::Counting;
use crate::audit::{Act, enter};
use crate::error::{Error, Result};
use crate::store::Tx;
use crate::store::queries::cases::{EventRow, events, insert_event, lock};
use crate::store::queries::divorce::{ApplicationRow, open_from, redate as set_dates};
use crate::store::queries::divorce_dates::{MoveRow, insert_move};
use crate::store::queries::register::forget_lapse_of;
use chrono::{DateTime, NaiveDate, Utc};
use law::calendar::Calendar;
use law::divorce_case::{ApplicationDates, DatesFrom, DivorceEvent, DivorceState, MoveReason};
use sha2::{Digest, Sha256};
use uuid::Uuid;

/// What a schedule's import hands over.
#[derive(Debug, Clone)]
pub(crate) struct Recompute {
    pub before: Calendar,
    pub after: Calendar,
    pub today: NaiveDate,
    pub now: DateTime<Utc>,
    pub by: Option<Uuid>,
}

/// What a schedule did to the open applications.
#[derive(Default)]
pub(crate) struct Recomputed {
    /// For the log, last in the transaction.
    pub log: Vec<Moved>,
    pub moved: usize,
    pub to_check: usize,
}

/// What a schedule does to an application; with the dates of our own count by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fate {
    Stays,
    Moves(ApplicationDates),
    /// An end that lies ahead would have been moved into the past: it stays, and is checked.
    Kept(ApplicationDates),
    /// Typed from the receipt: it stays, and is checked.
    ToCheck(ApplicationDates),
}

impl Recompute {
    /// Looks at every open application; call it after the days are stored, and log what it gives last.
    pub(crate) async fn run(&self, tx: &mut Tx) -> Result<Recomputed> {
        let mut done = Recomputed::default();
        for (row, fate) in self.fates(tx).await? {
            match fate {
                Fate::Stays => {}
                Fate::Moves(ours) => {
                    done.moved += 1;
                    done.log.extend(move_to(tx, &row, ours, MoveReason::Calendar, self.by, self.now).await?);
                }
                Fate::Kept(ours) => {
                    // From now on they stand as they are, like a receipt's.
                    let kept = ApplicationDates { from: DatesFrom::Typed, ..row.dates()? };
                    done.to_check += 1;
                    done.log.extend(put(tx, &row, kept, MoveReason::Calendar, self.by, self.now).await?);
                    self.list(tx, &row, &ours).await?;
                }
                Fate::ToCheck(ours) => {
                    done.to_check += 1;
                    self.list(tx, &row, &ours).await?;
                }
            }
        }
        Ok(done)
    }

    /// What would become of every open application: its receipt's number, both last days as they are, its fate.
    pub(crate) async fn plan(&self, tx: &mut Tx) -> Result<Vec<(String, [NaiveDate; 2], Fate)>> {
        let fates = self.fates(tx).await?.into_iter();
        Ok(fates
            .map(|(row, fate)| (row.reference, [row.cooling_off_last, row.issuance_last], fate))
            .collect())
    }

    async fn fates(&self, tx: &mut Tx) -> Result<Vec<(ApplicationRow, Fate)>> {
        let suspended = super::dates::suspended(tx).await?;
        let old = Counting { calendar: self.before.clone(), suspended: suspended.clone() };
        let new = Counting { calendar: self.after.clone(), suspended };
        let open = open_from(tx, self.today).await?.into_iter().filter(|row| !row.has_ended());
        open.map(|row| {
            let (dates, ours) = (row.dates()?, new.ours(row.act_date)?);
            let fate = match dates.from {
                DatesFrom::Computed if dates == ours => Fate::Stays,
                DatesFrom::Computed if self.cuts_short(&dates, &ours) => Fate::Kept(ours),
                DatesFrom::Computed => Fate::Moves(ours),
                // The receipt wins; but it may have been printed by the schedule that has changed.
                DatesFrom::Typed if old.ours(row.act_date)? != ours => Fate::ToCheck(ours),
                DatesFrom::Typed => Fate::Stays,
            };
            Ok((row, fate))
        })
        .collect()
    }

    /// Nobody loses a day that is still to come because of a day that has passed.
    fn cuts_short(&self, dates: &ApplicationDates, ours: &ApplicationDates) -> bool {
        let gone = |old: NaiveDate, new: NaiveDate| new < old && new < self.today && old >= self.today;
        gone(dates.cooling_off_last, ours.cooling_off_last) || gone(dates.issuance_last, ours.issuance_last)
    }

    async fn list(&self, tx: &mut Tx, row: &ApplicationRow, ours: &ApplicationDates) -> Result<()> {
        let change = change_of(row, ours, MoveReason::Calendar, "to_check", self.by, self.now);
        insert_move(tx, &change).await
    }
}

/// Moves an application's dates: in the register, in its case's events, in the history.
pub(super) async fn move_to(
    tx: &mut Tx,
    row: &ApplicationRow,
    dates: ApplicationDates,
    why: MoveReason,
    by: Option<Uuid>,
    now: DateTime<Utc>,
) -> Result<Option<Moved>> {
    let moved = put(tx, row, dates, why, by, now).await?;
    insert_move(tx, &change_of(row, &dates, why, "moved", by, now)).await?;
    forget_lapse_of(tx, &row.reference).await?;
    Ok(moved)
}

/// The dates that count from now on: in the case's events and in the register.
async fn put(
    tx: &mut Tx,
    row: &ApplicationRow,
    dates: ApplicationDates,
    why: MoveReason,
    by: Option<Uuid>,
    now: DateTime<Utc>,
) -> Result<Option<Moved>> {
    let moved = match row.case_id {
        Some(case) => Some(append(tx, case, DivorceEvent::DatesMoved { dates, why }, by, now).await?),
        None => None,
    };
    set_dates(
        tx,
        row.id,
        dates.cooling_off_last,
        dates.issuance_first,
        dates.issuance_last,
        dates.from.as_str(),
    )
    .await?;
    Ok(moved)
}

/// A corrected application's new dates enter the register and the history; its event the verb writes.
pub(super) async fn redate(tx: &mut Tx, change: &MoveRow, after: &DivorceState) -> Result<()> {
    let application = after.application().ok_or(Error::IllegalMove("accept_first"))?;
    let dates = application.dates;
    set_dates(
        tx,
        change.act_id,
        dates.cooling_off_last,
        dates.issuance_first,
        dates.issuance_last,
        dates.from.as_str(),
    )
    .await?;
    insert_move(tx, change).await?;
    forget_lapse_of(tx, application.receipt_no.as_str()).await
}

/// The event of a case that nobody need hold: a tab that shows it becomes stale.
async fn append(
    tx: &mut Tx,
    case: Uuid,
    event: DivorceEvent,
    by: Option<Uuid>,
    now: DateTime<Utc>,
) -> Result<Moved> {
    let row =
        lock(tx, case).await?.ok_or_else(|| Error::inconsistent("an act of a case that is not there"))?;
    let known = events(tx, case).await?;
    let last = known.last().ok_or_else(|| Error::inconsistent("a case without events"))?;
    let stored = serde_json::to_string(&event).map_err(Error::inconsistent)?;
    let kind = event.kind().as_str();
    // A command on the machine itself is nobody's act: it is written behind the officer who was there last.
    let officer = by.unwrap_or(last.officer);
    let entry = EventRow { seq: last.seq + 1, at: now, officer, event: stored };
    insert_event(tx, case, kind, &entry).await?;
    Ok(Moved { case: row.id, verb: kind, stored: entry.event, by, now })
}

/// A case whose dates moved, for the log: its entry comes last in the transaction, like every other.
pub(crate) struct Moved {
    case: Uuid,
    verb: &'static str,
    stored: String,
    by: Option<Uuid>,
    now: DateTime<Utc>,
}

impl Moved {
    pub(crate) async fn log(&self, tx: &mut Tx) -> Result<()> {
        let subject = format!("case:{}", self.case);
        let stored = self.stored.as_bytes();
        enter(tx, Act { at: self.now, officer: self.by, verb: self.verb, subject, stored }).await
    }
}

fn change_of(
    row: &ApplicationRow,
    new: &ApplicationDates,
    why: MoveReason,
    fate: &str,
    by: Option<Uuid>,
    now: DateTime<Utc>,
) -> MoveRow {
    MoveRow {
        id: move_id(row.id, why, now),
        act_id: row.id,
        at: now,
        officer: by,
        why: why.as_str().to_owned(),
        fate: fate.to_owned(),
        old_cooling_off_last: row.cooling_off_last,
        old_issuance_last: row.issuance_last,
        new_cooling_off_last: new.cooling_off_last,
        new_issuance_last: new.issuance_last,
    }
}

/// The same whenever the verb is run again: a verb draws no random bytes.
fn move_id(act: Uuid, why: MoveReason, now: DateTime<Utc>) -> Uuid {
    let mut hash = Sha256::new();
    hash.update(act.as_bytes());
    hash.update(why.as_str().as_bytes());
    hash.update(now.timestamp_millis().to_be_bytes());
    let mut id = [0; 16];
    id.copy_from_slice(&hash.finalize()[..16]);
    uuid::Builder::from_custom_bytes(id).into_uuid()
}

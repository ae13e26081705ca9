//! A divorce case as its officers see it.

use super::care::Care;
use super::confirm::DatesConfirmation;
use super::dates::Counting;
use crate::booking::{StoredParties, StoredParty};
use crate::case::{CaseFile, find_name, holder};
use crate::clock::to_local;
use crate::error::{Error, Result};
use crate::registry::{Opening, Registry};
use crate::staff::{Officer, Right};
use crate::store::queries::cases::{CaseRow, EventRow, events};
use crate::store::queries::divorce::{ApplicationRow, by_receipt, visits};
use crate::store::queries::divorce_dates::confirmations_of;
use crate::store::queries::staff::names;
use crate::vault::Vault;
use chrono::{NaiveDate, NaiveDateTime};
use law::divorce_case::{
    ApplicationDates, Difference, DivorceEvent, DivorceMove, DivorceState, MoveReason, Refusal, Standing,
    Step, fold, legal_moves, may,
};
use law::divorce_clock::{DivorceDates, clock};
use law::identity::{IdType, Nationality, Sex};
use serde::Deserialize;
use uuid::Uuid;

/// Everything the counter shows of a case. Full numbers are in `file`; a screen shows masked ones.
#[derive(Debug, Clone)]
pub struct DivorceCase {
    pub id: Uuid,
    /// Of the latest visit.
    pub number: u32,
    /// The day of the latest visit.
    pub date: NaiveDate,
    pub booking: Option<Uuid>,
    pub opened_at: NaiveDateTime,
    /// When the latest visit began.
    pub called_at: NaiveDateTime,
    pub state: DivorceState,
    pub standing: Standing,
    pub step: Step,
    pub moves: Vec<DivorceMove>,
    /// What the law doesn't allow today, with the first day on which it would work and the office serves.
    pub not_today: Vec<(DivorceMove, Refusal)>,
    /// Our own count with its reasons: of the application, or before acceptance as if accepted on the case's day.
    pub ours: DivorceDates,
    /// The dates that count; `None` before acceptance.
    pub dates: Option<ApplicationDates>,
    /// How far the dates that count lie from our own.
    pub difference: Difference,
    /// The first day in the window on which the office serves.
    pub first_service: Option<NaiveDate>,
    pub file: CaseFile,
    pub past: Vec<PastDivorceEvent>,
    pub visits: Vec<NaiveDate>,
    /// Who holds it now.
    pub holder: Option<(Uuid, String)>,
    pub fence: i64,
    pub version: i64,
    /// Characters of names that no font prints.
    pub uncovered: Vec<char>,
    /// Told to the officers of this case only; `None` for everyone else, flag or no flag.
    pub care: Option<Care>,
    /// What was asked of a supervisor, oldest first.
    pub confirmations: Vec<DatesConfirmation>,
}

/// Something that happened: when, who, what.
#[derive(Debug, Clone)]
pub struct PastDivorceEvent {
    pub at: NaiveDateTime,
    /// Empty for what a new schedule did by itself.
    pub officer: String,
    pub event: DivorceEvent,
}

/// A case's row, what its events come to, and its file.
pub(super) struct ReadCase {
    pub row: CaseRow,
    pub events: Vec<EventRow>,
    pub state: DivorceState,
    pub file: CaseFile,
}

impl Registry {
    /// A case with all that is known of it. Errors: `Forbidden`, `NotFound`.
    pub async fn divorce_case(&self, officer: &Officer, id: Uuid) -> Result<DivorceCase> {
        officer.may(Right::SeeCases)?;
        let ReadCase { row, events, state, file } = self.read_divorce(id).await?;
        let (opening, counting) = (self.opening().await?, self.counting().await?);
        let mut tx = self.store().read().await?;
        let (names, visits) = (names(&mut tx).await?, visits(&mut tx, id).await?);
        let asked = confirmations_of(&mut tx, id).await?;
        let name = |id: Uuid| find_name(&names, id);
        let past = events.iter().map(|row| {
            let event = read_event(row)?;
            // Dates that a schedule moved are nobody's act.
            let by_itself = matches!(event, DivorceEvent::DatesMoved { why: MoveReason::Calendar, .. });
            let officer = if by_itself { String::new() } else { name(row.officer) };
            Ok(PastDivorceEvent { at: to_local(row.at), officer, event })
        });
        let past = past.collect::<Result<_>>()?;
        let when = opening.now(self.clock().local());
        let dates = state.application().map(|application| application.dates);
        let holder = holder(&row, self.clock().now());
        let care = self.care_of(officer, &row, &events, holder).await?;
        Ok(DivorceCase {
            id,
            number: u32::try_from(row.number).unwrap_or_default(),
            date: row.date,
            booking: row.booking_id,
            opened_at: to_local(row.opened_at),
            called_at: to_local(visits.last().map_or(row.opened_at, |(_, at)| *at)),
            standing: state.standing(when.day),
            step: state.step(when.day),
            moves: legal_moves(&state, when),
            not_today: not_today(&state, &opening, when),
            ours: our_count(&state, &counting, when.day)?,
            difference: difference(dates, &counting)?,
            first_service: dates.and_then(|dates| opening.next_open(dates.issuance_first)),
            dates,
            past,
            visits: visits.into_iter().map(|(date, _)| date).collect(),
            holder: holder.map(|id| (id, name(id))),
            fence: row.fence,
            version: row.version,
            uncovered: self.uncovered(&file),
            care,
            confirmations: asked.into_iter().map(|row| DatesConfirmation::new(row, name)).collect(),
            state,
            file,
        })
    }

    /// The case of a receipt, for the counter's look-up; `None` where it has no case here yet.
    ///
    /// Errors: `Forbidden`, `Invalid`, `IllegalMove` with `other_office`.
    pub async fn find_divorce_case(&self, officer: &Officer, receipt_no: &str) -> Result<Option<Uuid>> {
        officer.may(Right::SeeCases)?;
        let row = self.application_of(receipt_no).await?.ok_or(Error::IllegalMove("other_office"))?;
        Ok(row.case_id)
    }

    pub(super) async fn read_divorce(&self, id: Uuid) -> Result<ReadCase> {
        let (row, file) = self.case_file(id).await?;
        if row.kind != "divorce" {
            return Err(Error::NotFound);
        }
        let events = events(&mut self.store().read().await?, id).await?;
        let state = fold_rows(&events)?;
        Ok(ReadCase { row, events, state, file })
    }

    /// The application in the register on which a case stands.
    pub(super) async fn application_row(&self, state: &DivorceState) -> Result<ApplicationRow> {
        let application = state.application().ok_or(Error::IllegalMove("accept_first"))?;
        let row = by_receipt(&mut self.store().read().await?, application.receipt_no.as_str()).await?;
        row.ok_or_else(|| Error::inconsistent("an accepted application that is not in the register"))
    }
}

/// Withdrawal and registration are told with the day; everything else only waits for another step.
fn not_today(
    state: &DivorceState,
    opening: &Opening,
    when: law::divorce_case::When,
) -> Vec<(DivorceMove, Refusal)> {
    let dated = [DivorceMove::Withdraw, DivorceMove::BeginReview];
    let refused = dated.into_iter().filter_map(|kind| Some((kind, may(state, kind, when).err()?)));
    refused.map(|(kind, refusal)| (kind, opening.on_a_day_of_service(refusal))).collect()
}

impl Opening {
    /// The law's first day, or the next on which the office serves.
    pub(super) fn on_a_day_of_service(&self, refusal: Refusal) -> Refusal {
        let works_on = refusal.works_on.map(|day| self.next_open(day).unwrap_or(day));
        Refusal { works_on, ..refusal }
    }
}

fn our_count(state: &DivorceState, counting: &Counting, today: NaiveDate) -> Result<DivorceDates> {
    let accepted = state.application().map(|application| application.dates.accepted);
    let day = accepted.or(state.opening().map(|opening| opening.on)).unwrap_or(today);
    clock(day, &counting.calendar, crate::register::policy())
        .map_err(|fault| Error::inconsistent(format!("a case without dates: {}", fault.code())))
}

fn difference(dates: Option<ApplicationDates>, counting: &Counting) -> Result<Difference> {
    match dates {
        None => Ok(Difference::default()),
        Some(dates) => Ok(dates.difference(&counting.ours(dates.accepted)?)),
    }
}

/// What stored events come to. Errors: `Inconsistent` where they break the law's own order.
pub(crate) fn fold_rows(rows: &[EventRow]) -> Result<DivorceState> {
    let events = rows.iter().map(read_event).collect::<Result<Vec<_>>>()?;
    fold(&events).map_err(|broken| Error::inconsistent(format!("a divorce case's events: {broken}")))
}

pub(super) fn read_event(row: &EventRow) -> Result<DivorceEvent> {
    serde_json::from_str(&row.event).map_err(|_| Error::inconsistent("an event of another form"))
}

/// Both persons of an act, as they lie sealed in the register.
#[derive(Deserialize)]
struct ActPersons {
    a: ActPerson,
    b: Option<ActPerson>,
}

#[derive(Deserialize)]
struct ActPerson {
    name: String,
    id_type: IdType,
    id_number: String,
    sex: Sex,
    birth: NaiveDate,
    nationality: Nationality,
}

impl From<ActPerson> for StoredParty {
    fn from(person: ActPerson) -> Self {
        Self {
            name: person.name,
            id_type: person.id_type,
            id_number: person.id_number,
            sex: person.sex,
            birth: person.birth,
            nationality: person.nationality,
            phone: None,
        }
    }
}

/// Who stands in the register's act.
pub(super) fn read_persons(vault: &Vault, row: &ApplicationRow) -> Result<StoredParties> {
    let sealed = row.sealed.as_ref().ok_or_else(|| Error::inconsistent("an application without persons"))?;
    let persons: ActPersons = vault.open_record("acts", row.id.as_bytes(), sealed)?;
    Ok(StoredParties { a: persons.a.into(), b: persons.b.map(StoredParty::from) })
}

//! 受理: the application enters the register with the receipt's number and its dates.

use super::advance::{Plan, illegal};
use super::dates::{Counting, TypedDates, for_register};
use super::plan::require_document;
use super::show::ReadCase;
use crate::case::{Particulars, SEATS};
use crate::error::{Error, Result};
use crate::register::{self, Deed, NewAct, NewEntry, Person, Prior};
use crate::registry::{RecordSystem, Registry};
use crate::staff::Officer;
use crate::store::Tx;
use crate::store::queries::divorce::{lock_couple, of_person};
use crate::store::queries::divorce_dates::{MoveRow, confirmations_of};
use crate::vault::new_id;
use chrono::NaiveDate;
use law::divorce_case::{ApplicationDates, DivorceEvent, DivorceMove, ReceiptNo, When, may};
use law::identity::Sex;
use law::name::PersonName;
use uuid::Uuid;

/// What acceptance changes besides the case.
pub(super) struct Acceptance {
    entry: NewEntry,
    /// Both persons' keys, in order.
    couple: [Vec<u8>; 2],
    lock: [u8; 16],
    on: NaiveDate,
}

impl Acceptance {
    /// Locks the two, looks for an application of theirs that is open, and enters this one.
    pub async fn run(&self, tx: &mut Tx) -> Result<()> {
        lock_couple(tx, &self.lock).await?;
        let [one, other] = &self.couple;
        for row in of_person(tx, one).await? {
            // An application by the same two, whatever the order. One whose last day has passed has lapsed by itself.
            let theirs = row.a_key == *other || row.b_key.as_deref() == Some(&other[..]);
            if theirs && !row.has_ended() && row.issuance_last >= self.on {
                return Err(Error::IllegalMove("already_open"));
            }
        }
        register::enter(tx, &self.entry, None).await.map(|_| ()).map_err(at_the_receipt)
    }
}

/// The register speaks of refs, the form of receipts.
fn at_the_receipt(error: Error) -> Error {
    match error {
        Error::Invalid(faults) if faults.iter().any(|fault| fault.field == "ref") => {
            Error::invalid("receipt_no", "in_use")
        }
        other => other,
    }
}

impl Registry {
    pub(super) async fn plan_acceptance(
        &self,
        officer: &Officer,
        case: &ReadCase,
        typed_no: &str,
        typed: Option<TypedDates>,
    ) -> Result<Plan> {
        let opening = case.state.opening().ok_or(Error::IllegalMove("not_opened"))?;
        SEATS.iter().try_for_each(|seat| require_document(&case.file, *seat))?;
        may(&case.state, DivorceMove::Accept, When::served(opening.on)).map_err(illegal)?;
        let on = opening.on;
        let receipt_no = self.receipt_no(typed_no, case).await?;
        let (dates, ours) = self.dates_to_accept(case.row.id, on, typed).await?;
        let [a, b] = case.file.documents().ok_or(Error::IllegalMove("identity_first"))?;
        let today = self.clock().today();
        let key =
            |who: &Particulars| Ok::<_, Error>(self.vault().person_key(&who.applicant(today)?).0.to_vec());
        let mut couple = [key(a)?, key(b)?];
        couple.sort();
        if couple[0] == couple[1] {
            return Err(Error::IllegalMove("same_person"));
        }
        let (man, woman) = if a.sex == Sex::M { (a, b) } else { (b, a) };
        let new = NewAct {
            reference: receipt_no.as_str().to_owned(),
            on,
            late_reason: case.file.late_reason.clone(),
            case: Some(case.row.id),
            deed: Deed::DivorceApplication {
                a: person(man, today)?,
                b: person(woman, today)?,
                dates: for_register(&dates),
            },
        };
        let entry = NewEntry::prepare(self, Some(officer), &new).await?;
        let lock = self.vault().hash("couple", &[&couple[0], &couple[1]]);
        let event = DivorceEvent::Accepted { on, receipt_no, dates, ours };
        Ok(Plan::Accept { event, acceptance: Box::new(Acceptance { entry, couple, lock, on }) })
    }

    /// The receipt's own number, or ours in training: office, day, number of that day.
    async fn receipt_no(&self, typed: &str, case: &ReadCase) -> Result<ReceiptNo> {
        let number = match self.terms().record_system {
            RecordSystem::National => typed.to_owned(),
            RecordSystem::Own => {
                let office = self.office_code().await?;
                format!("SL{office}-{}-{}", case.row.date.format("%Y%m%d"), case.row.number)
            }
        };
        ReceiptNo::parse(&number).map_err(|fault| Error::invalid("receipt_no", fault.code()))
    }

    /// The dates that will count, and ours beside them where the receipt's were typed.
    async fn dates_to_accept(
        &self,
        case: Uuid,
        on: NaiveDate,
        typed: Option<TypedDates>,
    ) -> Result<(ApplicationDates, Option<ApplicationDates>)> {
        let counting = self.counting().await?;
        let ours = counting.ours(on)?;
        let Some(typed) = typed else { return Ok((ours, None)) };
        let dates = self.confirmed(case, &counting, on, typed, &ours).await?;
        Ok((dates, Some(ours)))
    }

    /// Typed dates win; far from ours only once a supervisor has confirmed them.
    async fn confirmed(
        &self,
        case: Uuid,
        counting: &Counting,
        accepted: NaiveDate,
        typed: TypedDates,
        ours: &ApplicationDates,
    ) -> Result<ApplicationDates> {
        let dates = counting.typed(accepted, typed)?;
        if !dates.difference(ours).needs_supervisor() {
            return Ok(dates);
        }
        let asked = confirmations_of(&mut self.store().read().await?, case).await?;
        let confirmed = asked.iter().any(|row| {
            row.confirmed_by.is_some()
                && row.cooling_off_last == typed.cooling_off_last
                && row.issuance_last == typed.issuance_last
        });
        if confirmed { Ok(dates) } else { Err(Error::IllegalMove("supervisor_first")) }
    }

    /// The receipt's dates were typed wrongly, or only now.
    pub(super) async fn plan_correction(
        &self,
        officer: &Officer,
        case: &ReadCase,
        typed: TypedDates,
        reason: String,
    ) -> Result<Plan> {
        let application = case.state.application().ok_or(Error::IllegalMove("accept_first"))?;
        let (counting, old) = (self.counting().await?, application.dates);
        let ours = counting.ours(old.accepted)?;
        let dates = self.confirmed(case.row.id, &counting, old.accepted, typed, &ours).await?;
        let change = MoveRow {
            id: new_id(self.clock().now())?,
            act_id: self.application_row(&case.state).await?.id,
            at: self.clock().now(),
            officer: Some(officer.id),
            why: "correction".into(),
            fate: "moved".into(),
            old_cooling_off_last: old.cooling_off_last,
            old_issuance_last: old.issuance_last,
            new_cooling_off_last: dates.cooling_off_last,
            new_issuance_last: dates.issuance_last,
        };
        let event =
            DivorceEvent::DatesCorrected { dates, ours: Some(ours), reason: reason.trim().to_owned() };
        Ok(Plan::Redate { event, change: Box::new(change) })
    }
}

/// A person as the register keeps one: married until now.
fn person(who: &Particulars, today: NaiveDate) -> Result<Person> {
    let name = PersonName::parse(&who.name);
    Ok(Person {
        name: name.map_err(|_| Error::inconsistent("a case's name can't be read"))?,
        person: who.applicant(today)?,
        prior: Prior::Married,
        region: None,
    })
}

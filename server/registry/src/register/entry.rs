//! An act is prepared outside the transaction: read, sealed, its keys made; inside, it only has to be stored.

use super::deed::Deed;
use super::facets;
use super::kind::{ActKind, Prior};
use super::person::{Person, StoredPerson, StoredPersons};
use crate::error::{Error, Result};
use crate::marriage::Particulars;
use crate::registry::Registry;
use crate::staff::Officer;
use crate::store::queries::register::ActRow;
use crate::vault::{Vault, new_id};
use chrono::{DateTime, Datelike, NaiveDate, Utc};
use law::eligibility::Party;
use uuid::Uuid;

/// An act that is to enter the register, as the counter hands it over.
#[derive(Debug, Clone)]
pub struct NewAct {
    /// Names the case: a withdrawal or divorce bears the ref of its application.
    pub reference: String,
    /// The day of the act, which rules and figures go by.
    pub on: NaiveDate,
    /// Why it is entered on a later day; required then.
    pub late_reason: Option<String>,
    pub case: Option<Uuid>,
    pub deed: Deed,
}

/// An act ready to be stored by [`super::enter`]. It holds sealed bytes and keyed hashes, no personal data.
#[derive(Debug, Clone)]
pub struct NewEntry {
    pub(super) row: ActRow,
}

impl NewEntry {
    /// Prepares an act of the counter; call it outside the transaction, then [`super::enter`] inside the verb.
    ///
    /// Errors: `Invalid` with `act_date future_date` for a day that has not come, `late_reason missing` for a late
    /// entry without a reason.
    pub async fn prepare(registry: &Registry, officer: Option<&Officer>, new: &NewAct) -> Result<Self> {
        let office = registry.opening().await?.office.code.clone();
        Self::sealed(registry, officer, new, &office)
    }

    /// The entry of a marriage case, the man first. The ref is the case's id; household and office are not asked.
    ///
    /// Errors: as [`NewEntry::prepare`]; `Inconsistent` where the case's file can't be read.
    pub fn marriage_at_counter(
        registry: &Registry,
        officer: &Officer,
        case: Uuid,
        [man, woman]: [&Particulars; 2],
        restored: bool,
        on: NaiveDate,
        late_reason: Option<&str>,
    ) -> Result<Self> {
        let today = registry.clock().today();
        let (a, b) = (Person::of_case(man, today)?, Person::of_case(woman, today)?);
        let new = NewAct {
            reference: case.to_string(),
            on,
            late_reason: late_reason.map(str::to_owned),
            case: Some(case),
            deed: Deed::Marriage { a, b, restored },
        };
        Self::sealed(registry, Some(officer), &new, "")
    }

    fn sealed(registry: &Registry, officer: Option<&Officer>, new: &NewAct, office: &str) -> Result<Self> {
        let (now, today) = (registry.clock().now(), registry.clock().today());
        if new.on > today {
            return Err(Error::invalid("act_date", "future_date"));
        }
        let late_reason = new.late_reason.as_deref().map(str::trim).filter(|reason| !reason.is_empty());
        if new.on < today && late_reason.is_none() {
            return Err(Error::invalid("late_reason", "missing"));
        }
        let prepared = Prepared::new(registry.vault(), &new.reference, new.on, &new.deed)?;
        let mut row = prepared.row(registry.vault(), office, now)?;
        row.late_reason = late_reason.filter(|_| new.on < today).map(str::to_owned);
        row.officer = officer.map(|officer| officer.id);
        row.case_id = new.case;
        Ok(Self { row })
    }

    /// The bytes that will be stored, for the log entry of the verb that enters it.
    pub fn stored(&self) -> &[u8] {
        self.row.sealed.as_deref().unwrap_or(&self.row.content)
    }
}

/// An act with its keyed hashes, before it is sealed into a row.
pub(crate) struct Prepared<'a> {
    reference: &'a str,
    on: NaiveDate,
    deed: &'a Deed,
    plain: Vec<u8>,
    pub content: [u8; 16],
    pub keys: Option<([u8; 16], Option<[u8; 16]>)>,
}

impl<'a> Prepared<'a> {
    /// Makes the content hash and the person keys.
    pub fn new(vault: &Vault, reference: &'a str, on: NaiveDate, deed: &'a Deed) -> Result<Self> {
        let Some((a, b)) = deed.persons() else {
            let by = match deed {
                Deed::DivorceWithdrawal { by } => Some(*by),
                _ => None,
            };
            let content = content_of_ending(vault, deed.kind(), reference, on, by);
            return Ok(Self { reference, on, deed, plain: Vec::new(), content, keys: None });
        };
        let stored = StoredPersons { a: StoredPerson::from(a), b: b.map(StoredPerson::from) };
        let plain = serde_json::to_vec(&stored).map_err(Error::inconsistent)?;
        let content = content_of_opening(vault, reference, on, deed, &plain);
        let keys = (vault.person_key(&a.person).0, b.map(|b| vault.person_key(&b.person).0));
        Ok(Self { reference, on, deed, plain, content, keys: Some(keys) })
    }

    /// Seals it into a row under a new id. An ending's keys and last day are filled in from its application.
    pub fn row(&self, vault: &Vault, office: &str, now: DateTime<Utc>) -> Result<ActRow> {
        let id = new_id(now)?;
        let kind = self.deed.kind();
        let (a_key, b_key) = self.keys.unwrap_or_default();
        let mut row = ActRow {
            id,
            act: kind.as_str(),
            part: kind.part().as_str(),
            reference: self.reference.to_owned(),
            act_date: self.on,
            act_month: i64::from(self.on.year()) * 100 + i64::from(self.on.month()),
            entered_at: now,
            late_reason: None,
            batch: 0,
            officer: None,
            case_id: None,
            certificate_no: None,
            a_key: a_key.to_vec(),
            b_key: b_key.map(|key| key.to_vec()),
            sealed: match self.plain.is_empty() {
                true => None,
                false => Some(vault.seal("acts", id.as_bytes(), &self.plain)?),
            },
            content: self.content.to_vec(),
            a_prior: None,
            b_prior: None,
            a_band: None,
            b_band: None,
            related: None,
            tier: None,
            restored: false,
            reason: None,
            withdrawn_by: None,
            cooling_off_last: None,
            issuance_first: None,
            issuance_last: None,
            dates_from: None,
        };
        fill_in(&mut row, self.deed, self.on, office);
        Ok(row)
    }
}

fn fill_in(row: &mut ActRow, deed: &Deed, on: NaiveDate, office: &str) {
    if let Some((a, b)) = deed.persons() {
        row.a_prior = Some(Prior::as_str(a.prior));
        row.b_prior = b.map(|b| b.prior.as_str());
    }
    match deed {
        Deed::Marriage { a, b, restored } => {
            row.a_band = Some(facets::band(a, on));
            row.b_band = Some(facets::band(b, on));
            row.related = Some(facets::related(a, b).as_str());
            row.tier = facets::tier(a, b, office).map(super::Tier::as_str);
            row.restored = *restored;
        }
        Deed::DivorceApplication { dates, .. } => {
            row.cooling_off_last = Some(dates.cooling_off_last);
            row.issuance_first = Some(dates.issuance_first);
            row.issuance_last = Some(dates.issuance_last);
            row.dates_from = Some(dates.from.as_str());
        }
        Deed::DivorceWithdrawal { by } => row.withdrawn_by = Some(by.as_str()),
        Deed::DivorceRegistration => {}
        Deed::ReissueMarriage { reason, .. } | Deed::ReissueDivorce { reason, .. } => {
            row.reason = Some(reason.as_str());
        }
    }
}

/// What an ending says, as a keyed hash.
fn content_of_ending(
    vault: &Vault,
    kind: ActKind,
    reference: &str,
    on: NaiveDate,
    by: Option<Party>,
) -> [u8; 16] {
    let day = on.num_days_from_ce().to_be_bytes();
    let by = by.map_or("", Party::as_str);
    vault.hash("act", &[kind.as_str().as_bytes(), reference.as_bytes(), &day, by.as_bytes()])
}

/// What an opening says, as a keyed hash: a plain one would let identity numbers be guessed.
fn content_of_opening(
    vault: &Vault,
    reference: &str,
    on: NaiveDate,
    deed: &Deed,
    persons: &[u8],
) -> [u8; 16] {
    let day = on.num_days_from_ce().to_be_bytes();
    let more = match deed {
        Deed::Marriage { restored: true, .. } => "restored",
        Deed::ReissueMarriage { reason, .. } | Deed::ReissueDivorce { reason, .. } => reason.as_str(),
        Deed::Marriage { restored: false, .. }
        | Deed::DivorceApplication { .. }
        | Deed::DivorceWithdrawal { .. }
        | Deed::DivorceRegistration => "",
    };
    let act = deed.kind().as_str();
    vault.hash("act", &[act.as_bytes(), reference.as_bytes(), &day, more.as_bytes(), persons])
}

//! The register's entry of a reissue, and its striking.

use crate::case::{CaseFile, Desk, Particulars, SEATS};
use crate::error::{Error, Result};
use crate::register::{self, Deed, NewAct, NewEntry, Person, Reason};
use crate::registry::Registry;
use crate::staff::Officer;
use crate::store::Tx;
use crate::store::queries::cases::void_booklet;
use chrono::NaiveDate;
use law::identity::Sex;
use law::reissue_case::{Matter, ReissueState};
use uuid::Uuid;

impl Registry {
    /// The register's entry of this reissue: of a couple the man first, of a divorce the applicant.
    pub(super) async fn reissue_entry(
        &self,
        officer: &Officer,
        case: Uuid,
        file: &CaseFile,
        state: &ReissueState,
        on: NaiveDate,
    ) -> Result<NewEntry> {
        let matter = state.matter().ok_or(Error::IllegalMove("not_opened"))?;
        let asking = state.asking().ok_or(Error::IllegalMove("ask_first"))?;
        let today = self.clock().today();
        let person = |document: &Particulars| Person::of_case(document, today);
        let reason = reason_of(asking.reason);
        let deed = match matter {
            Matter::Marriage => {
                let [a, b] = file.documents().ok_or(Error::IllegalMove("document_first"))?;
                let (man, woman) = if a.sex == Sex::M { (a, b) } else { (b, a) };
                Deed::ReissueMarriage { a: person(man)?, b: person(woman)?, reason }
            }
            Matter::Divorce => {
                let (own, other): (Vec<_>, Vec<_>) = SEATS.into_iter().partition(|seat| state.asks(*seat));
                let document =
                    |seats: &[_]| seats.first().and_then(|seat| file.person(*seat).document.as_ref());
                let a = document(&own).ok_or(Error::IllegalMove("document_first"))?;
                let b = document(&other).map(person).transpose()?;
                Deed::ReissueDivorce { a: person(a)?, b, reason }
            }
        };
        let new = NewAct {
            reference: case.to_string(),
            on,
            late_reason: file.late_reason.clone(),
            case: Some(case),
            deed,
        };
        NewEntry::prepare(self, Some(officer), &new).await
    }
}

fn reason_of(reason: law::reissue_case::Reason) -> Reason {
    match reason {
        law::reissue_case::Reason::Lost => Reason::Lost,
        law::reissue_case::Reason::Damaged => Reason::Damaged,
        law::reissue_case::Reason::DataMismatch => Reason::DataMismatch,
    }
}

/// Taken back before anything was handed over: the entry is struck, its number a gap, its booklets void.
pub(super) async fn strike(tx: &mut Tx, desk: Desk, state: &ReissueState) -> Result<()> {
    let undone = state.reissue().ok_or(Error::IllegalMove("reissue_first"))?;
    for booklet in &undone.booklets {
        void_booklet(tx, booklet.as_str(), "not_issued").await?;
    }
    register::strike(tx, desk.case, desk.now, desk.officer, "withdrawn").await
}

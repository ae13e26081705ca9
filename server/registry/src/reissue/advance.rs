//! A reissue moves on: the law says whether it may, the store keeps what happened, the log binds it.

use super::ask::RawAsking;
use super::entry::strike;
use super::original::RawOriginal;
use super::replace::Replaced;
use super::show::fold_rows;
use super::status::Status;
use crate::audit::{Act, enter};
use crate::case::{COUNTER, Desk, Grip, LEASE, Numbers, ReadCertificate};
use crate::error::{Error, Result};
use crate::register::{self, NewEntry};
use crate::registry::Registry;
use crate::staff::{Officer, Right};
use crate::store::queries::cases::{EventRow, events, insert_event, set_file, set_state};
use crate::store::queries::office::raise_topic;
use crate::store::{Tx, Write};
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use law::certificate::BookletNo;
use law::checklist::Item;
use law::eligibility::Party;
use law::marriage_case::{NetworkResult, SignedPaper, VoidReason};
use law::reissue_case::{
    Archive, End, PreCheckPoint, Proof, Reached, RefusedGround, ReissueEvent, ReissueMove, ReissueState,
    apply,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use uuid::Uuid;

/// What an officer does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "step", rename_all = "snake_case")]
pub enum ReissueStep {
    AskedBy { asking: RawAsking },
    IdentityChecked { seat: Party },
    OriginalNamed { original: RawOriginal },
    ArchiveChecked { archive: Archive },
    ProofGiven { proof: Proof },
    NetworkChecked { result: NetworkResult, at: NaiveTime },
    PreChecked { points: BTreeSet<PreCheckPoint> },
    PapersMissing { items: BTreeSet<Item> },
    PapersBrought,
    Accepted,
    DeclarationSigned { seat: Party },
    Reviewed,
    Reissued { numbers: Numbers },
    NumbersCorrected { numbers: Numbers, reason: String },
    BookletVoided { spoilt: String, replacement: String, reason: VoidReason },
    OldCertificateVoided,
    PaperSigned { paper: SignedPaper },
    Issued,
    Refused { ground: RefusedGround },
    Withdrawn { papers_given_back: bool },
}

pub(super) struct Advance {
    pub grip: Grip,
    pub officer: Uuid,
    pub now: DateTime<Utc>,
    pub plan: Plan,
}

/// An act made ready: its event, or what becomes one inside the transaction, with what else it changes.
pub(super) enum Plan {
    Event(ReissueEvent),
    /// What was typed goes into the file; without event where the law sees nothing new in it.
    Write {
        event: Option<ReissueEvent>,
        sealed: Vec<u8>,
    },
    /// Only while the register knows of no change of status.
    WhileStanding {
        event: ReissueEvent,
        status: Status,
    },
    Reissue {
        on: NaiveDate,
        numbers: ReadBooklets,
        entry: Box<NewEntry>,
        status: Status,
    },
    Correct {
        numbers: ReadBooklets,
        reason: String,
    },
    Issue {
        replaced: Replaced,
    },
}

/// Numbers that could be read.
pub(super) struct ReadBooklets {
    pub certificate: ReadCertificate,
    pub booklets: Vec<BookletNo>,
}

impl Write for Advance {
    type Out = ReissueState;

    async fn run(&self, tx: &mut Tx) -> Result<ReissueState> {
        self.grip.check(tx, self.officer, self.now).await?;
        let rows = events(tx, self.grip.case).await?;
        let before = fold_rows(&rows)?;
        if let Plan::Write { sealed, .. } = &self.plan {
            set_file(tx, self.grip.case, sealed, self.now + LEASE).await?;
        }
        let Some(event) = self.event(tx).await? else {
            let stored = self.file();
            self.log(tx, ReissueMove::NameOriginal.as_str(), stored).await?;
            return Ok(before);
        };
        let after = apply(&before, &event).map_err(|fault| Error::IllegalMove(fault.code()))?;
        self.follow(tx, &event, &before, &after).await?;
        let row = EventRow {
            seq: rows.last().map_or(1, |last| last.seq + 1),
            at: self.now,
            officer: self.officer,
            event: serde_json::to_string(&event).map_err(Error::inconsistent)?,
        };
        insert_event(tx, self.grip.case, event.kind().as_str(), &row).await?;
        set_state(tx, self.grip.case, state_name(&after), self.now + LEASE).await?;
        raise_topic(tx, COUNTER).await?;
        self.log(tx, event.kind().as_str(), row.event.as_bytes()).await?;
        Ok(after)
    }
}

impl Advance {
    async fn event(&self, tx: &mut Tx) -> Result<Option<ReissueEvent>> {
        Ok(Some(match &self.plan {
            Plan::Event(event) | Plan::WhileStanding { event, .. } => event.clone(),
            Plan::Write { event, .. } => return Ok(event.clone()),
            Plan::Reissue { on, numbers, .. } => ReissueEvent::Reissued {
                on: *on,
                certificate: numbers.certificate.number(tx, *on).await?,
                booklets: numbers.booklets.clone(),
            },
            Plan::Correct { numbers, reason } => ReissueEvent::NumbersCorrected {
                certificate: numbers.certificate.typed()?,
                booklets: numbers.booklets.clone(),
                reason: reason.clone(),
            },
            Plan::Issue { .. } => ReissueEvent::Issued,
        }))
    }

    /// What else an event changes: booklets, the register, the certificate that is replaced.
    async fn follow(
        &self,
        tx: &mut Tx,
        event: &ReissueEvent,
        before: &ReissueState,
        after: &ReissueState,
    ) -> Result<()> {
        let desk = Desk { case: self.grip.case, officer: self.officer, now: self.now };
        match &self.plan {
            Plan::WhileStanding { status, .. } => return status.stands(tx).await,
            Plan::Reissue { entry, status, .. } => {
                status.stands(tx).await?;
                let reissue = after.reissue().ok_or(Error::IllegalMove("reissue_first"))?;
                desk.use_booklets(tx, reissue.certificate, &reissue.booklets).await?;
                let number = reissue.certificate.to_string();
                return register::enter(tx, entry, Some(&number)).await.map(|_| ());
            }
            Plan::Issue { replaced } => return replaced.run(tx, desk).await,
            Plan::Event(_) | Plan::Write { .. } | Plan::Correct { .. } => {}
        }
        match event {
            ReissueEvent::NumbersCorrected { certificate, booklets, .. } => {
                let old = before.reissue().ok_or(Error::IllegalMove("reissue_first"))?;
                desk.correct(tx, old.certificate, *certificate, booklets).await
            }
            ReissueEvent::BookletVoided { spoilt, replacement, reason } => {
                let standing = after.reissue().ok_or(Error::IllegalMove("reissue_first"))?;
                desk.void(tx, standing.certificate, spoilt, replacement, *reason).await
            }
            ReissueEvent::Withdrawn { .. } if before.reissue().is_some() => strike(tx, desk, before).await,
            _ => Ok(()),
        }
    }

    fn file(&self) -> &[u8] {
        match &self.plan {
            Plan::Write { sealed, .. } => sealed,
            Plan::Event(_)
            | Plan::WhileStanding { .. }
            | Plan::Reissue { .. }
            | Plan::Correct { .. }
            | Plan::Issue { .. } => &[],
        }
    }

    async fn log(&self, tx: &mut Tx, verb: &str, stored: &[u8]) -> Result<()> {
        let subject = format!("case:{}", self.grip.case);
        enter(tx, Act { at: self.now, officer: Some(self.officer), verb, subject, stored }).await
    }
}

/// The state's word in lists. A record that is still looked for waits as missing papers do.
fn state_name(state: &ReissueState) -> &'static str {
    match state.end() {
        Some(End::Issued) => "issued",
        Some(End::Refused { .. }) => "refused",
        Some(End::Withdrawn) => "left",
        None if state.is_paused() || state.searches_archive() => "paused",
        None if state.reached() == Reached::Reissued => "registered",
        None => "open",
    }
}

impl Registry {
    /// Makes one move of a reissue and gives the state after it.
    ///
    /// Errors: `IllegalMove` with the law's own code, `other_certificate` for another person's certificate,
    /// `status_changed` where the register knows of a later marriage or divorce; `Invalid` for a field
    /// (`registered_on`, `office`, `certificate_no`, `proxy_name`, `booklet_a` …); `Stale` from a tab left behind;
    /// `HeldByOther`; `Forbidden`.
    pub async fn advance_reissue(
        &self,
        officer: &Officer,
        grip: Grip,
        step: ReissueStep,
    ) -> Result<ReissueState> {
        officer.may(Right::HandleCase)?;
        let case = self.read_reissue(grip.case).await?;
        let plan = self.reissue_plan(officer, case, step).await?;
        let now = self.clock().now();
        self.store().write(Advance { grip, officer: officer.id, now, plan }).await
    }
}

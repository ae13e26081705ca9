//! A divorce case moves on: the law says whether it may on this day, the store keeps what happened, the log binds it.

use super::accept::Acceptance;
use super::dates::TypedDates;
use super::document::ShownDocument;
use super::moment::LateAct;
use super::show::fold_rows;
use crate::audit::{Act, enter};
use crate::case::{COUNTER, Desk, Grip, LEASE, Numbers, ReadNumbers};
use crate::error::{Error, Result};
use crate::register::{self, NewEntry};
use crate::registry::Registry;
use crate::staff::{Officer, Right};
use crate::store::queries::cases::{EventRow, events, insert_event, set_state};
use crate::store::queries::divorce::{keep_struck_ending, remove_ending};
use crate::store::queries::divorce_dates::MoveRow;
use crate::store::queries::office::raise_topic;
use crate::store::{Tx, Write};
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use law::checklist::Item;
use law::divorce_case::{
    AgreementShown, CertificatesSeen, CloseCause, Counselling, DivorceEvent, DivorceState, End,
    NotAcceptedGround, PreCheckPoint, Reached, ReceiptBrought, Refusal, RefusedGround, ReviewPoint,
    SignedPaper, Ticket, apply,
};
use law::eligibility::Party;
use law::marriage_case::{NetworkResult, VoidReason};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use uuid::Uuid;

/// What an officer does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "step", rename_all = "snake_case")]
pub enum DivorceStep {
    IdentityChecked {
        seat: Party,
    },
    CertificatesSeen {
        seen: CertificatesSeen,
    },
    AgreementDeclared {
        shown: AgreementShown,
    },
    /// `at` by the clock of the day of the act.
    NetworkChecked {
        result: NetworkResult,
        at: NaiveTime,
    },
    PreChecked {
        points: BTreeSet<PreCheckPoint>,
    },
    PapersMissing {
        items: BTreeSet<Item>,
    },
    PapersBrought,
    NotAccepted {
        ground: NotAcceptedGround,
    },
    /// The receipt's number as typed (ignored where this system numbers receipts), and its dates where they were typed.
    Accepted {
        receipt_no: String,
        typed: Option<TypedDates>,
    },
    DatesCorrected {
        typed: TypedDates,
        reason: String,
    },
    CounsellingOffered {
        answer: Counselling,
    },
    /// By whoever this document belongs to; a third person's is refused.
    Withdrawn {
        document: ShownDocument,
        receipt: ReceiptBrought,
        ticket: Option<Ticket>,
        late: Option<LateAct>,
    },
    ReviewBegun {
        points: BTreeSet<ReviewPoint>,
        ticket: Option<Ticket>,
        late: Option<LateAct>,
    },
    QuestioningOpened {
        seat: Party,
    },
    QuestioningClosed {
        seat: Party,
    },
    DeclarationSigned {
        seat: Party,
    },
    AgreementSigned,
    Reviewed,
    ReviewRefused {
        ground: RefusedGround,
    },
    Registered {
        numbers: Numbers,
    },
    NumbersCorrected {
        numbers: Numbers,
        reason: String,
    },
    BookletVoided {
        seat: Party,
        replacement: String,
        reason: VoidReason,
    },
    CertificatesStamped,
    PaperSigned {
        paper: SignedPaper,
    },
    Issued,
    RegistrationUndone {
        reason: String,
    },
    PartiesLeft,
    ClosedOther {
        cause: CloseCause,
        reason: String,
    },
}

pub(super) struct Advance {
    pub grip: Grip,
    pub officer: Uuid,
    pub now: DateTime<Utc>,
    pub plan: Plan,
}

/// An act made ready: its event, or what becomes one inside the transaction, with what else it changes.
pub(super) enum Plan {
    Event(DivorceEvent),
    Accept { event: DivorceEvent, acceptance: Box<Acceptance> },
    Withdraw { event: DivorceEvent, entry: Box<NewEntry> },
    Redate { event: DivorceEvent, change: Box<MoveRow> },
    Register { on: NaiveDate, numbers: ReadNumbers, entry: Box<NewEntry> },
    Correct { numbers: ReadNumbers, reason: String },
}

impl Write for Advance {
    type Out = DivorceState;

    async fn run(&self, tx: &mut Tx) -> Result<DivorceState> {
        self.grip.check(tx, self.officer, self.now).await?;
        let rows = events(tx, self.grip.case).await?;
        let before = fold_rows(&rows)?;
        let event = self.event(tx).await?;
        let after = apply(&before, &event).map_err(illegal)?;
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
        let subject = format!("case:{}", self.grip.case);
        let (stored, verb) = (row.event.as_bytes(), event.kind().as_str());
        enter(tx, Act { at: self.now, officer: Some(self.officer), verb, subject, stored }).await?;
        Ok(after)
    }
}

impl Advance {
    async fn event(&self, tx: &mut Tx) -> Result<DivorceEvent> {
        Ok(match &self.plan {
            Plan::Event(event)
            | Plan::Accept { event, .. }
            | Plan::Withdraw { event, .. }
            | Plan::Redate { event, .. } => event.clone(),
            Plan::Register { on, numbers, .. } => DivorceEvent::Registered {
                on: *on,
                certificate: numbers.certificate(tx, *on).await?,
                booklets: numbers.booklets.clone(),
            },
            Plan::Correct { numbers, reason } => DivorceEvent::NumbersCorrected {
                certificate: numbers.typed_certificate()?,
                booklets: numbers.booklets.clone(),
                reason: reason.clone(),
            },
        })
    }

    /// What else an event changes: the register, booklets, dates.
    async fn follow(
        &self,
        tx: &mut Tx,
        event: &DivorceEvent,
        before: &DivorceState,
        after: &DivorceState,
    ) -> Result<()> {
        let desk = Desk { case: self.grip.case, officer: self.officer, now: self.now };
        match &self.plan {
            Plan::Accept { acceptance, .. } => return acceptance.run(tx).await,
            Plan::Withdraw { entry, .. } => return register::enter(tx, entry, None).await.map(|_| ()),
            Plan::Redate { change, .. } => return super::recompute::redate(tx, change, after).await,
            Plan::Register { entry, .. } => {
                let registration = after.registration().ok_or(Error::IllegalMove("register_first"))?;
                desk.use_booklets(tx, registration.certificate, &registration.booklets).await?;
                let number = registration.certificate.to_string();
                return register::enter(tx, entry, Some(&number)).await.map(|_| ());
            }
            Plan::Event(_) | Plan::Correct { .. } => {}
        }
        match event {
            DivorceEvent::NumbersCorrected { certificate, booklets, .. } => {
                let old = before.registration().ok_or(Error::IllegalMove("register_first"))?;
                desk.correct(tx, old.certificate, *certificate, booklets).await
            }
            DivorceEvent::BookletVoided { spoilt, replacement, reason, .. } => {
                let standing = after.registration().ok_or(Error::IllegalMove("register_first"))?;
                desk.void(tx, standing.certificate, spoilt, replacement, *reason).await
            }
            DivorceEvent::RegistrationUndone { reason } => undo(tx, desk, before, reason).await,
            _ => Ok(()),
        }
    }
}

/// The ending is struck, its number a gap, its booklets void; the application stands as before.
async fn undo(tx: &mut Tx, desk: Desk, before: &DivorceState, reason: &str) -> Result<()> {
    let undone = before.registration().ok_or(Error::IllegalMove("register_first"))?;
    for booklet in &undone.booklets {
        crate::store::queries::cases::void_booklet(tx, booklet.as_str(), "not_issued").await?;
    }
    if !keep_struck_ending(tx, desk.case, desk.now, desk.officer, reason).await? {
        return Err(Error::inconsistent("a registration that is not in the register"));
    }
    remove_ending(tx, desk.case).await
}

/// The law's refusal by its code; the day on which it would work stands in [`super::DivorceCase::not_today`].
pub(super) fn illegal(refusal: Refusal) -> Error {
    Error::IllegalMove(refusal.fault.code())
}

/// The state's word in lists.
pub(super) fn state_name(state: &DivorceState) -> &'static str {
    match state.end() {
        Some(End::Issued) => "issued",
        Some(End::Withdrawn { .. }) => "withdrawn",
        Some(End::NotAccepted { .. }) => "refused",
        Some(End::LeftBefore) => "left",
        Some(End::Closed { .. }) => "closed",
        None if state.is_paused() => "paused",
        None => match state.reached() {
            Reached::Nothing | Reached::PreChecked => "open",
            Reached::Accepted | Reached::UnderReview | Reached::Reviewed => "accepted",
            Reached::Registered => "registered",
        },
    }
}

impl Registry {
    /// Makes one move of a divorce case and gives the state after it.
    ///
    /// Errors: `IllegalMove` with the law's own code (the day on which it would work is in the case as shown);
    /// `Invalid` for a field (`receipt_no`, `cooling_off_last`, `issuance_last`, `certificate_no`, `booklet_a` …);
    /// `Stale` from a tab left behind; `HeldByOther`; `Forbidden`.
    pub async fn advance_divorce(
        &self,
        officer: &Officer,
        grip: Grip,
        step: DivorceStep,
    ) -> Result<DivorceState> {
        officer.may(Right::HandleCase)?;
        let case = self.read_divorce(grip.case).await?;
        let plan = self.divorce_plan(officer, &case, step).await?;
        let now = self.clock().now();
        self.store().write(Advance { grip, officer: officer.id, now, plan }).await
    }
}

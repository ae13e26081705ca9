//! A case moves on: the law says whether it may, the store keeps what happened, the log binds it.

use super::entry::{enter_marriage, strike};
use super::show::fold_rows;
use crate::audit::{Act, enter};
use crate::case::{COUNTER, CaseFile, Desk, Grip, LEASE, Numbers, ReadNumbers, SEATS, read_booklet};
use crate::error::{Error, Fault, Result};
use crate::register::NewEntry;
use crate::registry::{RecordSystem, Registry};
use crate::staff::{Officer, Right};
use crate::store::queries::cases::{EventRow, events, insert_event, set_state};
use crate::store::queries::office::raise_topic;
use crate::store::{Tx, Write};
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use law::certificate::CertificateKind;
use law::checklist::Item;
use law::eligibility::{MarriageRefusalGround, Party};
use law::marriage_case::{
    End, EvidenceKind, MarriageEvent, MarriageState, NetworkResult, PreCheckPoint, Reached, SignedPaper,
    VoidReason, apply,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use uuid::Uuid;

/// What an officer does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "step", rename_all = "snake_case")]
pub enum Step {
    IdentityChecked {
        seat: Party,
    },
    NetworkChecked {
        result: NetworkResult,
        at: NaiveTime,
    },
    EvidenceGiven {
        kind: EvidenceKind,
    },
    PreChecked {
        points: BTreeSet<PreCheckPoint>,
    },
    PapersMissing {
        items: BTreeSet<Item>,
    },
    PapersBrought,
    Accepted,
    DeclarationSigned {
        seat: Party,
    },
    Reviewed,
    /// `on` is the day of the act; `None` for the day the case was opened for.
    Registered {
        on: Option<NaiveDate>,
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
    PaperSigned {
        paper: SignedPaper,
    },
    Issued,
    Refused {
        ground: MarriageRefusalGround,
    },
    PartiesLeft,
}

struct Advance {
    grip: Grip,
    officer: Uuid,
    now: DateTime<Utc>,
    plan: Plan,
}

/// An act made ready: its event, or the numbers that become one inside the transaction.
enum Plan {
    Event(MarriageEvent),
    Register { on: NaiveDate, numbers: ReadNumbers, entry: Box<NewEntry> },
    Correct { numbers: ReadNumbers, reason: String },
}

impl Write for Advance {
    type Out = MarriageState;

    async fn run(&self, tx: &mut Tx) -> Result<MarriageState> {
        self.grip.check(tx, self.officer, self.now).await?;
        let rows = events(tx, self.grip.case).await?;
        let before = fold_rows(&rows)?;
        let event = self.event(tx).await?;
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
        let subject = format!("case:{}", self.grip.case);
        let stored = row.event.as_bytes();
        let verb = event.kind().as_str();
        enter(tx, Act { at: self.now, officer: Some(self.officer), verb, subject, stored }).await?;
        Ok(after)
    }
}

impl Advance {
    async fn event(&self, tx: &mut Tx) -> Result<MarriageEvent> {
        Ok(match &self.plan {
            Plan::Event(event) => event.clone(),
            Plan::Register { on, numbers, .. } => MarriageEvent::Registered {
                on: *on,
                certificate: numbers.certificate(tx, *on).await?,
                booklets: numbers.booklets.clone(),
            },
            Plan::Correct { numbers, reason } => MarriageEvent::NumbersCorrected {
                certificate: numbers.typed_certificate()?,
                booklets: numbers.booklets.clone(),
                reason: reason.clone(),
            },
        })
    }

    /// What else an event changes: booklets, the register.
    async fn follow(
        &self,
        tx: &mut Tx,
        event: &MarriageEvent,
        before: &MarriageState,
        after: &MarriageState,
    ) -> Result<()> {
        let desk = Desk { case: self.grip.case, officer: self.officer, now: self.now };
        match event {
            MarriageEvent::Registered { certificate, booklets, .. } => {
                desk.use_booklets(tx, *certificate, booklets).await?;
                match &self.plan {
                    Plan::Register { entry, .. } => enter_marriage(tx, entry, *certificate).await,
                    Plan::Event(_) | Plan::Correct { .. } => {
                        Err(Error::inconsistent("a registration without entry"))
                    }
                }
            }
            MarriageEvent::NumbersCorrected { certificate, booklets, .. } => {
                let old = before.registration().ok_or(Error::IllegalMove("register_first"))?;
                desk.correct(tx, old.certificate, *certificate, booklets).await
            }
            MarriageEvent::BookletVoided { spoilt, replacement, reason, .. } => {
                let standing = after.registration().ok_or(Error::IllegalMove("register_first"))?;
                desk.void(tx, standing.certificate, spoilt, replacement, *reason).await
            }
            MarriageEvent::PartiesLeft if before.registration().is_some() => strike(tx, desk).await,
            _ => Ok(()),
        }
    }
}

/// The state's word in lists.
fn state_name(state: &MarriageState) -> &'static str {
    match state.end() {
        Some(End::Issued) => "issued",
        Some(End::Refused { .. }) => "refused",
        Some(End::WithdrawnByParties) => "left",
        None if state.is_paused() => "paused",
        None if state.reached() == Reached::Registered => "registered",
        None => "open",
    }
}

impl Registry {
    /// Makes one move of a marriage case and gives the state after it.
    ///
    /// Errors: `IllegalMove` with the law's own code; `Invalid` for a field (`certificate_no`, `booklet_a`, `booklet_b`,
    /// `a.name` …); `Stale` from a tab left behind; `HeldByOther`; `Forbidden`.
    pub async fn advance_marriage(&self, officer: &Officer, grip: Grip, step: Step) -> Result<MarriageState> {
        officer.may(Right::HandleCase)?;
        let (_, state, file) = self.read_case(grip.case).await?;
        let plan = self.plan(officer, &state, &file, grip.case, step).await?;
        let now = self.clock().now();
        self.store().write(Advance { grip, officer: officer.id, now, plan }).await
    }

    async fn plan(
        &self,
        officer: &Officer,
        state: &MarriageState,
        file: &CaseFile,
        case: Uuid,
        step: Step,
    ) -> Result<Plan> {
        let opening = state.opening().ok_or(Error::IllegalMove("not_opened"))?;
        let local = self.clock().local();
        let event = match step {
            Step::IdentityChecked { seat } => {
                require_document(file, seat)?;
                MarriageEvent::IdentityChecked { party: seat }
            }
            Step::NetworkChecked { result, at } => {
                // A late entry names the day of the act, everything else is of today.
                let day = if file.late_reason.is_some() { opening.on } else { local.date() };
                let at = day.and_time(at);
                if at > local {
                    return Err(Error::invalid("at", "future_date"));
                }
                MarriageEvent::NetworkChecked { result, at, officer: officer.id.to_string() }
            }
            Step::EvidenceGiven { kind } => MarriageEvent::EvidenceGiven { kind },
            Step::PreChecked { points } => MarriageEvent::PreChecked { points },
            Step::PapersMissing { items } => MarriageEvent::PapersMissing { items },
            Step::PapersBrought => MarriageEvent::PapersBrought,
            Step::Accepted => {
                SEATS.iter().try_for_each(|seat| require_document(file, *seat))?;
                self.require_eligible(file, opening.on)?;
                MarriageEvent::Accepted
            }
            Step::DeclarationSigned { seat } => MarriageEvent::DeclarationSigned { party: seat },
            Step::Reviewed => {
                self.require_eligible(file, opening.on)?;
                MarriageEvent::Reviewed
            }
            Step::Registered { on, numbers } => {
                let on = on.unwrap_or(opening.on);
                if on > local.date() {
                    return Err(Error::invalid("on", "future_date"));
                }
                let numbers = self.read_numbers(CertificateKind::Marriage, &numbers, on).await?;
                let entry = Box::new(self.marriage_entry(officer, case, file, on)?);
                return Ok(Plan::Register { on, numbers, entry });
            }
            Step::NumbersCorrected { numbers, reason } => {
                let on = state.registration().map_or(opening.on, |registration| registration.on);
                let mut numbers = self.read_numbers(CertificateKind::Marriage, &numbers, on).await?;
                if let (RecordSystem::Own, Some(registration)) =
                    (self.terms().record_system, state.registration())
                {
                    numbers.keep(registration.certificate);
                }
                return Ok(Plan::Correct { numbers, reason: reason.trim().to_owned() });
            }
            Step::BookletVoided { seat, replacement, reason } => {
                let registration = state.registration().ok_or(Error::IllegalMove("register_first"))?;
                let spoilt = registration.booklets[seat.index()].clone();
                let replacement = read_booklet(&replacement, "replacement")?;
                MarriageEvent::BookletVoided { party: seat, spoilt, replacement, reason }
            }
            Step::PaperSigned { paper } => MarriageEvent::PaperSigned { paper },
            Step::Issued => MarriageEvent::Issued,
            Step::Refused { ground } => MarriageEvent::Refused { ground },
            Step::PartiesLeft => MarriageEvent::PartiesLeft,
        };
        Ok(Plan::Event(event))
    }

    /// The law's word on these two on the day of the act (民法典 1046, 1047).
    fn require_eligible(&self, file: &CaseFile, on: NaiveDate) -> Result<()> {
        let [a, b] = file.documents().ok_or(Error::IllegalMove("identity_first"))?;
        let today = self.clock().today();
        let refusals = law::eligibility::marriage(on, &a.applicant(today)?, &b.applicant(today)?);
        let faults: Vec<_> =
            refusals.iter().map(|refusal| Fault::new(field_of(refusal.who), refusal.code())).collect();
        if faults.is_empty() { Ok(()) } else { Err(Error::Invalid(faults)) }
    }
}

fn field_of(who: Option<Party>) -> &'static str {
    match who {
        Some(Party::First) => "a.id_number",
        Some(Party::Second) | None => "b.id_number",
    }
}

fn require_document(file: &CaseFile, seat: Party) -> Result<()> {
    let person = file.person(seat);
    if person.document.is_none() {
        return Err(Error::IllegalMove("document_first"));
    }
    if person.differences().is_empty() { Ok(()) } else { Err(Error::IllegalMove("difference_first")) }
}

//! What can happen in a case. The tagged JSON of these is what the log hashes: it holds no name, no identity number,
//! nothing of the agreement and nothing that was said in an interview.

use std::collections::BTreeSet;

use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};

use super::{
    AgreementShown, ApplicationDates, CloseCause, Counselling, NotAcceptedGround, PreCheckPoint,
    ReceiptBrought, ReceiptNo, RefusedGround, ReviewPoint, SignedPaper,
};
use crate::certificate::{BookletNo, CertificateNo, OfficeCode};
use crate::checklist::Item;
use crate::coded::named;
use crate::eligibility::Party;
use crate::marriage_case::{NetworkResult, VoidReason};

/// One act at the counter. Dates and times are of Asia/Shanghai; `on` is the day of the act, also for a late entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "snake_case", deny_unknown_fields)]
pub enum DivorceEvent {
    /// The two were called to a window to apply.
    Opened { on: NaiveDate, office: OfficeCode },
    /// An application that stands in the register from before (imported) is taken up here.
    TakenUp { receipt_no: ReceiptNo, dates: ApplicationDates },
    /// One person's document was read or typed in and compared.
    IdentityChecked { party: Party },
    /// Which marriage certificates were shown, and what stands for the lost ones.
    CertificatesSeen { seen: CertificatesSeen },
    /// The written agreement was shown, or both declared that it is signed.
    AgreementDeclared { shown: AgreementShown },
    /// 联网核对 of identity and marital status (条例 art. 10): what the national system said, and when.
    NetworkChecked { result: NetworkResult, at: NaiveDateTime },
    /// 初审 passed with these points ticked.
    PreChecked { points: BTreeSet<PreCheckPoint> },
    /// Something is missing; the notice was printed. A pause, not a refusal.
    PapersMissing { items: BTreeSet<Item> },
    /// What was missing is here.
    PapersBrought,
    /// 不予受理.
    NotAccepted { ground: NotAcceptedGround, on: NaiveDate },
    /// 受理 with the receipt's number. `ours` are the dates by our own clock, kept where the receipt's differ.
    Accepted { on: NaiveDate, receipt_no: ReceiptNo, dates: ApplicationDates, ours: Option<ApplicationDates> },
    /// The receipt's dates had been typed wrongly, or not at all.
    DatesCorrected { dates: ApplicationDates, ours: Option<ApplicationDates>, reason: String },
    /// The dates moved without anybody's act here.
    DatesMoved { dates: ApplicationDates, why: MoveReason },
    /// A counsellor was offered; never asked for, never needed.
    CounsellingOffered { answer: Counselling },
    /// 撤回, by one alone.
    Withdrawn { by: Party, on: NaiveDate, receipt: ReceiptBrought, ticket: Option<Ticket> },
    /// Both came back inside the window; the papers were looked through.
    /// `late_reason` says why it is entered on a later day.
    ReviewBegun {
        on: NaiveDate,
        points: BTreeSet<ReviewPoint>,
        ticket: Option<Ticket>,
        late_reason: Option<String>,
    },
    /// One person was asked alone; the other waits outside.
    QuestioningOpened { party: Party },
    /// That person's questioning has ended.
    QuestioningClosed { party: Party },
    /// One person signed the declaration before the registrar, with fingerprint.
    DeclarationSigned { party: Party },
    /// Both signed the agreement before the registrar. Only that they did is kept.
    AgreementSigned,
    /// 审查 passed: 符合离婚条件，准予登记.
    Reviewed,
    /// 不予办理. The case stays open: they may come again until the window ends.
    ReviewRefused { ground: RefusedGround, on: NaiveDate },
    /// 登记: the numbers of the certificate and of both booklets, first person's first.
    Registered { on: NaiveDate, certificate: CertificateNo, booklets: [BookletNo; 2] },
    /// A number had been typed wrongly.
    NumbersCorrected { certificate: CertificateNo, booklets: [BookletNo; 2], reason: String },
    /// A booklet was spoilt; another takes its place under the same certificate number.
    BookletVoided { party: Party, spoilt: BookletNo, replacement: BookletNo, reason: VoidReason },
    /// The marriage certificates were stamped 「双方离婚，证件失效」 and given back.
    CertificatesStamped,
    /// A paper was signed by both.
    PaperSigned { paper: SignedPaper },
    /// 发证: one booklet to each.
    Issued,
    /// They left before anything was handed over: the number is void, the case open again until its window ends.
    RegistrationUndone { reason: String },
    /// The two, or one of them, went away before anything was accepted.
    PartiesLeft,
    /// Death, a court's divorce, a void marriage.
    ClosedOther { on: NaiveDate, cause: CloseCause, reason: String },
}

/// Which marriage certificates were shown (116号).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "which", rename_all = "snake_case")]
pub enum CertificatesSeen {
    Both,
    /// One is lost: its holder's written statement, and the other one.
    OneLost {
        lost_by: Party,
    },
    /// Both are lost: statements, and the archive's copy with its stamp.
    BothLost,
}

/// A ticket taken before the office closed on a last day: who waited in time is served afterwards (民法典 203).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ticket {
    pub taken_at: NaiveDateTime,
    pub reason: String,
}

named! {
    /// Why dates moved.
    pub enum MoveReason {
        /// A schedule was published or changed.
        Calendar = "calendar",
        /// A supervisor suspended the lapse of that day (outage, disaster).
        Suspension = "suspension",
    }
}

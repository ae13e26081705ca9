//! What can happen in a case. The tagged JSON of these is what the log hashes: it holds no name and no identity number.

use std::collections::BTreeSet;

use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};

use super::{Archive, Asking, Matter, PreCheckPoint, Proof, RefusedGround, RegisteredAt};
use crate::certificate::{BookletNo, CertificateNo, OfficeCode};
use crate::checklist::Item;
use crate::eligibility::Party;
use crate::marriage_case::{NetworkResult, SignedPaper, VoidReason};

/// One act at the counter. Dates and times are of Asia/Shanghai.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "snake_case", deny_unknown_fields)]
pub enum ReissueEvent {
    /// Called to a window. `on` is the day of the act, also for a late entry.
    Opened { on: NaiveDate, office: OfficeCode, matter: Matter },
    /// Who asks, and why.
    AskedBy { asking: Asking },
    /// One applicant's document was read or typed in and compared.
    IdentityChecked { party: Party },
    /// When and where the marriage or divorce was registered.
    OriginalNamed { registered_on: NaiveDate, at: RegisteredAt },
    /// What the archive says.
    ArchiveChecked { archive: Archive },
    /// Another proof was shown.
    ProofGiven { proof: Proof },
    /// The officer looked the status up in the national system and typed in what it said.
    NetworkChecked { result: NetworkResult, at: NaiveDateTime, officer: String },
    /// 初审 passed with these points ticked.
    PreChecked { points: BTreeSet<PreCheckPoint> },
    /// Something is missing; the notice 《一次性告知单》 was printed. A pause, not a refusal.
    PapersMissing { items: BTreeSet<Item> },
    /// What was missing is here.
    PapersBrought,
    /// 受理: the declarations are printed.
    Accepted,
    /// Signed before the registrar, with fingerprint: by the applicant, or for them by the proxy.
    DeclarationSigned { party: Party },
    /// 审查 passed on this day: 符合补发条件，准予补发.
    Reviewed { on: NaiveDate },
    /// 补发: the new number, and the booklets of the first and the second person, or of the one.
    Reissued { on: NaiveDate, certificate: CertificateNo, booklets: Vec<BookletNo> },
    /// A number had been typed wrongly.
    NumbersCorrected { certificate: CertificateNo, booklets: Vec<BookletNo>, reason: String },
    /// A booklet was spoilt; another takes its place under the same certificate number.
    BookletVoided { spoilt: BookletNo, replacement: BookletNo, reason: VoidReason },
    /// The old certificate was voided and given back to its holder.
    OldCertificateVoided,
    /// A paper was signed by everyone who must.
    PaperSigned { paper: SignedPaper },
    /// 发证.
    Issued,
    /// 不予补发.
    Refused { ground: RefusedGround },
    /// The request is taken back, and the papers are with their owner again.
    Withdrawn { papers_given_back: bool },
}

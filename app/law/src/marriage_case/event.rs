//! What can happen in a case. The tagged JSON of these is what the log hashes: it holds no name and no
//! identity number.

use std::collections::BTreeSet;

use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};

use super::{EvidenceKind, NetworkResult};
use crate::Lang;
use crate::certificate::{BookletNo, CertificateNo, OfficeCode};
use crate::checklist::Item;
use crate::coded::named;
use crate::eligibility::{MarriageRefusalGround, Party};

/// One act at the counter. Dates and times are of Asia/Shanghai.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "snake_case", deny_unknown_fields)]
pub enum MarriageEvent {
    /// The two were called to a window. `on` is the day of the act, also for a late entry.
    Opened { on: NaiveDate, office: OfficeCode },
    /// One person's document was read or typed in and compared.
    IdentityChecked { party: Party },
    /// The officer checked both in the national system and typed in what it said (条例 art. 10).
    NetworkChecked { result: NetworkResult, at: NaiveDateTime, officer: String },
    /// A paper that explains why the national system says otherwise.
    EvidenceGiven { kind: EvidenceKind },
    /// 初审 passed with these points ticked.
    PreChecked { points: BTreeSet<PreCheckPoint> },
    /// Something is missing; the notice 《一次性告知单》 was printed. A pause, not a refusal.
    PapersMissing { items: BTreeSet<Item> },
    /// What was missing is here.
    PapersBrought,
    /// 受理: both were asked for their will and the declarations printed.
    Accepted,
    /// One person read the declaration aloud, signed it and pressed the fingerprint before the registrar.
    DeclarationSigned { party: Party },
    /// 审查 passed: 符合结婚条件，准予登记.
    Reviewed,
    /// 登记: the numbers of the certificate and of both booklets, first person's first.
    Registered { on: NaiveDate, certificate: CertificateNo, booklets: [BookletNo; 2] },
    /// A number had been typed wrongly.
    NumbersCorrected { certificate: CertificateNo, booklets: [BookletNo; 2], reason: String },
    /// A booklet was spoilt; another takes its place under the same certificate number.
    BookletVoided { party: Party, spoilt: BookletNo, replacement: BookletNo, reason: VoidReason },
    /// A paper was signed by everyone who must.
    PaperSigned { paper: SignedPaper },
    /// 发证: one booklet to each.
    Issued,
    /// 不予登记, on one of the four grounds of 条例 art. 9.
    Refused { ground: MarriageRefusalGround },
    /// The two, or one of them, went away and want no registration today.
    PartiesLeft,
}

named! {
    /// What 初审 looks at.
    pub enum PreCheckPoint {
        BothPresent = "both_present",
        DocumentsValid = "documents_valid",
        OfAge = "of_age",
        PhotosFit = "photos_fit",
    }
}

impl PreCheckPoint {
    /// The words beside the tick.
    pub const fn title(self, lang: Lang) -> &'static str {
        match self {
            Self::BothPresent => lang.pick("两位都到场", "Both are present"),
            Self::DocumentsValid => {
                lang.pick("证件是原件，都在有效期内", "Documents are originals and valid")
            }
            Self::OfAge => lang.pick("两位都到法定婚龄", "Both are of age"),
            Self::PhotosFit => lang.pick("照片 3 张，符合要求", "Three photos as required"),
        }
    }
}

named! {
    /// The papers that must bear their signatures before the two leave.
    pub enum SignedPaper {
        Declaration = "declaration",
        ReviewForm = "review_form",
        /// 当事人领证签名并按指纹: nobody may leave it blank or do it for another.
        Receipt = "receipt",
    }
}

impl SignedPaper {
    /// The words beside the tick.
    pub const fn title(self, lang: Lang) -> &'static str {
        match self {
            Self::Declaration => lang.pick("声明书", "Declarations"),
            Self::ReviewForm => lang.pick("审查表", "Review form"),
            Self::Receipt => lang.pick("领证签名按指纹", "Receipt signed, with fingerprints"),
        }
    }
}

named! {
    /// Why a booklet was spoilt.
    pub enum VoidReason {
        Misprint = "misprint",
        WrongData = "wrong_data",
        Photo = "photo",
        Damaged = "damaged",
    }
}

impl VoidReason {
    /// The words on the button.
    pub const fn title(self, lang: Lang) -> &'static str {
        match self {
            Self::Misprint => lang.pick("打印歪了或不清楚", "Printed badly"),
            Self::WrongData => lang.pick("内容有误", "Wrong particulars"),
            Self::Photo => lang.pick("照片或钢印有问题", "Photo or embossing stamp"),
            Self::Damaged => lang.pick("证本破损", "Booklet damaged"),
        }
    }
}

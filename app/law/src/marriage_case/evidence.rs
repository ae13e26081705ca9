//! What the national system said of the two, and the papers that explain a difference.

use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};

use crate::Lang;
use crate::coded::named;

named! {
    /// The result of 联网核对 as the officer typed it in.
    pub enum NetworkResult {
        Consistent = "consistent",
        Inconsistent = "inconsistent",
        Unavailable = "unavailable",
    }
}

impl NetworkResult {
    /// 「一致」「不一致」「系统无法核对」.
    pub const fn title(self, lang: Lang) -> &'static str {
        match self {
            Self::Consistent => lang.pick("一致", "Consistent"),
            Self::Inconsistent => lang.pick("不一致", "Inconsistent"),
            Self::Unavailable => lang.pick("系统无法核对", "System could not check"),
        }
    }
}

/// One check: result, time, officer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NetworkCheck {
    pub result: NetworkResult,
    pub at: NaiveDateTime,
    /// Opaque id of the officer.
    pub officer: String,
}

named! {
    /// A paper that proves marital status or identity where the system says otherwise (2025 norm).
    pub enum EvidenceKind {
        DivorceCertificate = "divorce_certificate",
        CourtDocument = "court_document",
        CourtDivorceProof = "court_divorce_proof",
        DeathProof = "death_proof",
        FormerMarriageCertificate = "former_marriage_certificate",
        PoliceIdentityProof = "police_identity_proof",
        ArchiveRecord = "archive_record",
    }
}

impl EvidenceKind {
    /// The words beside the tick.
    pub const fn title(self, lang: Lang) -> &'static str {
        match self {
            Self::DivorceCertificate => lang.pick("离婚证", "Divorce certificate"),
            Self::CourtDocument => lang.pick("法院生效司法文书", "Final court document"),
            Self::CourtDivorceProof => lang.pick("法院离婚证明书", "The court's proof of divorce"),
            Self::DeathProof => lang.pick("死亡医学证明（推断）书", "Medical proof of death"),
            Self::FormerMarriageCertificate => lang.pick("原来的结婚证", "Earlier marriage certificate"),
            Self::PoliceIdentityProof => lang.pick("公安机关的身份证明", "Identity letter from the police"),
            Self::ArchiveRecord => lang.pick("婚姻登记档案", "Registration archive record"),
        }
    }
}

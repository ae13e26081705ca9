//! The ticks and choices of a divorce at the counter, each with its words.

use crate::Lang;
use crate::coded::named;

named! {
    /// What 初审 looks at before an application is accepted (条例 art. 13–15).
    pub enum PreCheckPoint {
        BothPresent = "both_present",
        DocumentsValid = "documents_valid",
        BothWilling = "both_willing",
        BothCapable = "both_capable",
        RegisteredInMainland = "registered_in_mainland",
        ToldOfThirtyDays = "told_of_thirty_days",
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
            Self::BothWilling => lang.pick("两位都自愿，当面问过", "Both wish it, asked in person"),
            Self::BothCapable => lang.pick("两位都有完全民事行为能力", "Both have full legal capacity"),
            Self::RegisteredInMainland => lang.pick(
                "结婚登记是在内地（或驻外使领馆）办的",
                "The marriage was registered in the mainland or at a mission",
            ),
            Self::ToldOfThirtyDays => {
                lang.pick("已当面说明三十日和后面的日期", "The thirty days and the dates were explained")
            }
        }
    }
}

named! {
    /// What is looked at when both come back to register.
    pub enum ReviewPoint {
        BothPresent = "both_present",
        DocumentsValid = "documents_valid",
        CertificatesHere = "certificates_here",
        AgreementHere = "agreement_here",
        PhotosFit = "photos_fit",
        ReceiptHere = "receipt_here",
    }
}

impl ReviewPoint {
    /// The words beside the tick.
    pub const fn title(self, lang: Lang) -> &'static str {
        match self {
            Self::BothPresent => lang.pick("两位都到场", "Both are present"),
            Self::DocumentsValid => {
                lang.pick("证件是原件，都在有效期内", "Documents are originals and valid")
            }
            Self::CertificatesHere => lang.pick(
                "结婚证（丢失的：遗失声明、档案复印件）",
                "Marriage certificates, or statement of loss and archive copy",
            ),
            Self::AgreementHere => lang.pick("离婚协议书一式三份", "The agreement in three originals"),
            Self::PhotosFit => lang.pick("照片每人 2 张，符合要求", "Two photos of each as required"),
            Self::ReceiptHere => {
                lang.pick("受理回执单（丢失的写说明）", "The acceptance receipt, or an explanation")
            }
        }
    }
}

named! {
    /// The written agreement at the time of application (条例 art. 13: it is signed before).
    pub enum AgreementShown {
        /// Said to be signed, not collected: the usual way.
        DeclaredSigned = "declared_signed",
        Shown = "shown",
    }
}

named! {
    /// The receipt in the hands of who withdraws.
    pub enum ReceiptBrought {
        Shown = "shown",
        /// Lost; explained in writing.
        Explained = "explained",
    }
}

named! {
    /// What became of the offer to talk to a counsellor. Free, never a condition.
    pub enum Counselling {
        Offered = "offered",
        Accepted = "accepted",
        Declined = "declined",
        Later = "later",
    }
}

impl Counselling {
    /// The words beside the choice.
    pub const fn title(self, lang: Lang) -> &'static str {
        match self {
            Self::Offered => lang.pick("已告知", "Told of it"),
            Self::Accepted => lang.pick("愿意", "Accepted"),
            Self::Declined => lang.pick("不需要", "Declined"),
            Self::Later => lang.pick("以后再说", "Later"),
        }
    }
}

named! {
    /// The papers that must bear their signatures before the two leave.
    pub enum SignedPaper {
        ReviewForm = "review_form",
        /// 当事人领证签名并按指纹.
        Receipt = "receipt",
    }
}

impl SignedPaper {
    /// The words beside the tick.
    pub const fn title(self, lang: Lang) -> &'static str {
        match self {
            Self::ReviewForm => lang.pick("审查表", "Review form"),
            Self::Receipt => lang.pick("领证签名按指纹", "Receipt signed, with fingerprints"),
        }
    }
}

//! The moves that the counter can offer, one for each kind of event, with the words on the button.

use super::ReissueEvent;
use crate::Lang;
use crate::coded::named;

named! {
    /// A kind of act.
    pub enum ReissueMove {
        Open = "open",
        Ask = "ask",
        CheckIdentity = "check_identity",
        NameOriginal = "name_original",
        CheckArchive = "check_archive",
        GiveProof = "give_proof",
        CheckNetwork = "check_network",
        PassPreCheck = "pass_pre_check",
        AskForPapers = "ask_for_papers",
        Resume = "resume",
        Accept = "accept",
        SignDeclaration = "sign_declaration",
        PassReview = "pass_review",
        Reissue = "reissue",
        CorrectNumbers = "correct_numbers",
        VoidBooklet = "void_booklet",
        VoidOldCertificate = "void_old_certificate",
        SignPaper = "sign_paper",
        Issue = "issue",
        Refuse = "refuse",
        Withdraw = "withdraw",
    }
}

impl ReissueMove {
    /// What the button says: what it does, never 「确定」.
    pub const fn title(self, lang: Lang) -> &'static str {
        match self {
            Self::Open => lang.pick("开始办理", "Open the case"),
            Self::Ask => lang.pick("记下谁来办、为什么", "Record who asks, and why"),
            Self::CheckIdentity => lang.pick("核对证件", "Check document"),
            Self::NameOriginal => lang.pick("记下原登记", "Record the original registration"),
            Self::CheckArchive => lang.pick("记下查档结果", "Record what the archive says"),
            Self::GiveProof => lang.pick("记下证明材料", "Record the proof"),
            Self::CheckNetwork => lang.pick("记下联网核对结果", "Record the network check"),
            Self::PassPreCheck => lang.pick("初审通过", "Pass pre-check"),
            Self::AskForPapers => lang.pick("缺材料，打告知单", "Missing papers: print the list"),
            Self::Resume => lang.pick("材料带来了，接着办", "Papers are here: go on"),
            Self::Accept => lang.pick("受理，打印声明书", "Accept and print the declaration"),
            Self::SignDeclaration => lang.pick("记为已当面签名按指纹", "Record as signed before me"),
            Self::PassReview => lang.pick("审查通过，准予补发", "Pass review"),
            Self::Reissue => lang.pick("补发并记下字号", "Reissue and record the number"),
            Self::CorrectNumbers => lang.pick("更正号码", "Correct the numbers"),
            Self::VoidBooklet => lang.pick("作废一本", "Void a booklet"),
            Self::VoidOldCertificate => {
                lang.pick("记为旧证已注销、已退还", "Record the old certificate as voided and given back")
            }
            Self::SignPaper => lang.pick("记为已签", "Record as signed"),
            Self::Issue => lang.pick("完成，叫下一位", "Done, call next"),
            Self::Refuse => lang.pick("记为不予补发", "Record as refused"),
            Self::Withdraw => lang.pick("记为撤回，材料已退还", "Record as withdrawn, papers given back"),
        }
    }
}

impl ReissueEvent {
    /// The move that this event is.
    pub const fn kind(&self) -> ReissueMove {
        match self {
            Self::Opened { .. } => ReissueMove::Open,
            Self::AskedBy { .. } => ReissueMove::Ask,
            Self::IdentityChecked { .. } => ReissueMove::CheckIdentity,
            Self::OriginalNamed { .. } => ReissueMove::NameOriginal,
            Self::ArchiveChecked { .. } => ReissueMove::CheckArchive,
            Self::ProofGiven { .. } => ReissueMove::GiveProof,
            Self::NetworkChecked { .. } => ReissueMove::CheckNetwork,
            Self::PreChecked { .. } => ReissueMove::PassPreCheck,
            Self::PapersMissing { .. } => ReissueMove::AskForPapers,
            Self::PapersBrought => ReissueMove::Resume,
            Self::Accepted => ReissueMove::Accept,
            Self::DeclarationSigned { .. } => ReissueMove::SignDeclaration,
            Self::Reviewed { .. } => ReissueMove::PassReview,
            Self::Reissued { .. } => ReissueMove::Reissue,
            Self::NumbersCorrected { .. } => ReissueMove::CorrectNumbers,
            Self::BookletVoided { .. } => ReissueMove::VoidBooklet,
            Self::OldCertificateVoided => ReissueMove::VoidOldCertificate,
            Self::PaperSigned { .. } => ReissueMove::SignPaper,
            Self::Issued => ReissueMove::Issue,
            Self::Refused { .. } => ReissueMove::Refuse,
            Self::Withdrawn { .. } => ReissueMove::Withdraw,
        }
    }
}

//! The moves that the counter can offer, one for each kind of event, with the words on the button.

use super::MarriageEvent;
use crate::Lang;
use crate::coded::named;

named! {
    /// A kind of act.
    pub enum MarriageMove {
        Open = "open",
        CheckIdentity = "check_identity",
        CheckNetwork = "check_network",
        GiveEvidence = "give_evidence",
        PassPreCheck = "pass_pre_check",
        AskForPapers = "ask_for_papers",
        Resume = "resume",
        Accept = "accept",
        SignDeclaration = "sign_declaration",
        PassReview = "pass_review",
        Register = "register",
        CorrectNumbers = "correct_numbers",
        VoidBooklet = "void_booklet",
        SignPaper = "sign_paper",
        Issue = "issue",
        Refuse = "refuse",
        Leave = "leave",
    }
}

impl MarriageMove {
    /// What the button says: what it does, never 「确定」.
    pub const fn title(self, lang: Lang) -> &'static str {
        match self {
            Self::Open => lang.pick("开始办理", "Open the case"),
            Self::CheckIdentity => lang.pick("核对证件", "Check document"),
            Self::CheckNetwork => lang.pick("记下联网核对结果", "Record the network check"),
            Self::GiveEvidence => lang.pick("记下证明材料", "Record the evidence"),
            Self::PassPreCheck => lang.pick("初审通过", "Pass pre-check"),
            Self::AskForPapers => lang.pick("缺材料，打告知单", "Missing papers: print the list"),
            Self::Resume => lang.pick("材料带来了，接着办", "Papers are here: go on"),
            Self::Accept => lang.pick("受理，打印声明书", "Accept and print declarations"),
            Self::SignDeclaration => lang.pick("记为已当面签名按指纹", "Record as signed before me"),
            Self::PassReview => lang.pick("审查通过，准予登记", "Pass review"),
            Self::Register => lang.pick("登记并记下字号", "Register and record the number"),
            Self::CorrectNumbers => lang.pick("更正号码", "Correct the numbers"),
            Self::VoidBooklet => lang.pick("作废一本", "Void a booklet"),
            Self::SignPaper => lang.pick("记为已签", "Record as signed"),
            Self::Issue => lang.pick("完成，叫下一位", "Done, call next"),
            Self::Refuse => lang.pick("记为不予办理", "Record as refused"),
            Self::Leave => lang.pick("记为两位不办了", "Record that they left"),
        }
    }
}

impl MarriageEvent {
    /// The move that this event is.
    pub const fn kind(&self) -> MarriageMove {
        match self {
            Self::Opened { .. } => MarriageMove::Open,
            Self::IdentityChecked { .. } => MarriageMove::CheckIdentity,
            Self::NetworkChecked { .. } => MarriageMove::CheckNetwork,
            Self::EvidenceGiven { .. } => MarriageMove::GiveEvidence,
            Self::PreChecked { .. } => MarriageMove::PassPreCheck,
            Self::PapersMissing { .. } => MarriageMove::AskForPapers,
            Self::PapersBrought => MarriageMove::Resume,
            Self::Accepted => MarriageMove::Accept,
            Self::DeclarationSigned { .. } => MarriageMove::SignDeclaration,
            Self::Reviewed => MarriageMove::PassReview,
            Self::Registered { .. } => MarriageMove::Register,
            Self::NumbersCorrected { .. } => MarriageMove::CorrectNumbers,
            Self::BookletVoided { .. } => MarriageMove::VoidBooklet,
            Self::PaperSigned { .. } => MarriageMove::SignPaper,
            Self::Issued => MarriageMove::Issue,
            Self::Refused { .. } => MarriageMove::Refuse,
            Self::PartiesLeft => MarriageMove::Leave,
        }
    }
}

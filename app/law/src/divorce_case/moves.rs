//! The moves that the counter can offer, one for each kind of event, with the words on the button.

use super::DivorceEvent;
use crate::Lang;
use crate::coded::named;

named! {
    /// A kind of act.
    pub enum DivorceMove {
        Open = "open",
        TakeUp = "take_up",
        CheckIdentity = "check_identity",
        SeeCertificates = "see_certificates",
        DeclareAgreement = "declare_agreement",
        CheckNetwork = "check_network",
        PassPreCheck = "pass_pre_check",
        AskForPapers = "ask_for_papers",
        Resume = "resume",
        NotAccept = "not_accept",
        Accept = "accept",
        CorrectDates = "correct_dates",
        MoveDates = "move_dates",
        OfferCounselling = "offer_counselling",
        Withdraw = "withdraw",
        BeginReview = "begin_review",
        OpenQuestioning = "open_questioning",
        CloseQuestioning = "close_questioning",
        SignDeclaration = "sign_declaration",
        SignAgreement = "sign_agreement",
        PassReview = "pass_review",
        RefuseAtReview = "refuse_at_review",
        Register = "register",
        CorrectNumbers = "correct_numbers",
        VoidBooklet = "void_booklet",
        StampCertificates = "stamp_certificates",
        SignPaper = "sign_paper",
        Issue = "issue",
        UndoRegistration = "undo_registration",
        Leave = "leave",
        Close = "close",
    }
}

impl DivorceMove {
    /// Whether an officer makes it with a button; the others are the system's own.
    pub const fn is_offered(self) -> bool {
        !matches!(self, Self::Open | Self::TakeUp | Self::MoveDates)
    }

    /// What the button says: what it does, never 「确定」.
    pub const fn title(self, lang: Lang) -> &'static str {
        match self {
            Self::Open => lang.pick("开始办理", "Open the case"),
            Self::TakeUp => lang.pick("接着办以前受理的申请", "Take up an earlier application"),
            Self::CheckIdentity => lang.pick("核对证件", "Check document"),
            Self::SeeCertificates => lang.pick("记下结婚证情况", "Record the marriage certificates"),
            Self::DeclareAgreement => lang.pick("记下离婚协议情况", "Record the agreement"),
            Self::CheckNetwork => lang.pick("记下核对结果", "Record the result"),
            Self::PassPreCheck => lang.pick("初审通过", "Pass pre-check"),
            Self::AskForPapers => lang.pick("缺材料，打告知单", "Missing papers: print the list"),
            Self::Resume => lang.pick("材料带来了，接着办", "Papers are here: go on"),
            Self::NotAccept => lang.pick("记为不予受理", "Record as not accepted"),
            Self::Accept => lang.pick("受理，记下日期", "Accept and record the dates"),
            Self::CorrectDates => lang.pick("照回执更正日期", "Correct the dates by the receipt"),
            Self::MoveDates => lang.pick("日期有变动", "Dates moved"),
            Self::OfferCounselling => lang.pick("记下辅导意愿", "Record the counselling offer"),
            Self::Withdraw => lang.pick("记为撤回", "Record as withdrawn"),
            Self::BeginReview => lang.pick("开始审查", "Begin the review"),
            Self::OpenQuestioning => lang.pick("单独询问这一位", "Question this person alone"),
            Self::CloseQuestioning => lang.pick("这一位问完了", "End this person's questioning"),
            Self::SignDeclaration => lang.pick("记为已当面签名按指纹", "Record as signed before me"),
            Self::SignAgreement => {
                lang.pick("记为协议已当面签名", "Record the agreement as signed before me")
            }
            Self::PassReview => lang.pick("审查通过，准予登记", "Pass review"),
            Self::RefuseAtReview => lang.pick("记为不予办理", "Record as refused"),
            Self::Register => lang.pick("登记并记下字号", "Register and record the number"),
            Self::CorrectNumbers => lang.pick("更正号码", "Correct the numbers"),
            Self::VoidBooklet => lang.pick("作废一本", "Void a booklet"),
            Self::StampCertificates => {
                lang.pick("记为结婚证已盖章退还", "Record the certificates as stamped and returned")
            }
            Self::SignPaper => lang.pick("记为已签", "Record as signed"),
            Self::Issue => lang.pick("完成，叫下一位", "Done, call next"),
            Self::UndoRegistration => lang.pick("没领就走了，作废字号", "They left: void the number"),
            Self::Leave => lang.pick("记为两位不办了", "Record that they left"),
            Self::Close => lang.pick("记为因其他原因终止", "Close for another cause"),
        }
    }
}

impl DivorceEvent {
    /// The move that this event is.
    pub const fn kind(&self) -> DivorceMove {
        match self {
            Self::Opened { .. } => DivorceMove::Open,
            Self::TakenUp { .. } => DivorceMove::TakeUp,
            Self::IdentityChecked { .. } => DivorceMove::CheckIdentity,
            Self::CertificatesSeen { .. } => DivorceMove::SeeCertificates,
            Self::AgreementDeclared { .. } => DivorceMove::DeclareAgreement,
            Self::NetworkChecked { .. } => DivorceMove::CheckNetwork,
            Self::PreChecked { .. } => DivorceMove::PassPreCheck,
            Self::PapersMissing { .. } => DivorceMove::AskForPapers,
            Self::PapersBrought => DivorceMove::Resume,
            Self::NotAccepted { .. } => DivorceMove::NotAccept,
            Self::Accepted { .. } => DivorceMove::Accept,
            Self::DatesCorrected { .. } => DivorceMove::CorrectDates,
            Self::DatesMoved { .. } => DivorceMove::MoveDates,
            Self::CounsellingOffered { .. } => DivorceMove::OfferCounselling,
            Self::Withdrawn { .. } => DivorceMove::Withdraw,
            Self::ReviewBegun { .. } => DivorceMove::BeginReview,
            Self::QuestioningOpened { .. } => DivorceMove::OpenQuestioning,
            Self::QuestioningClosed { .. } => DivorceMove::CloseQuestioning,
            Self::DeclarationSigned { .. } => DivorceMove::SignDeclaration,
            Self::AgreementSigned => DivorceMove::SignAgreement,
            Self::Reviewed => DivorceMove::PassReview,
            Self::ReviewRefused { .. } => DivorceMove::RefuseAtReview,
            Self::Registered { .. } => DivorceMove::Register,
            Self::NumbersCorrected { .. } => DivorceMove::CorrectNumbers,
            Self::BookletVoided { .. } => DivorceMove::VoidBooklet,
            Self::CertificatesStamped => DivorceMove::StampCertificates,
            Self::PaperSigned { .. } => DivorceMove::SignPaper,
            Self::Issued => DivorceMove::Issue,
            Self::RegistrationUndone { .. } => DivorceMove::UndoRegistration,
            Self::PartiesLeft => DivorceMove::Leave,
            Self::ClosedOther { .. } => DivorceMove::Close,
        }
    }
}

//! Why a move is refused, each with what has to come first.

use crate::certificate::CertificateFault;
use crate::coded::worded;

worded! {
    /// A refused move.
    pub enum MoveFault {
        NotOpened = "not_opened":
            "还没叫到这个号，请先叫号再办",
            "The case isn't open yet; please call the number first";
        CaseEnded = "case_ended":
            "这件已经办结，要再办请重新取号",
            "This case has ended; please take a new number to start again";
        Paused = "paused":
            "还在等补材料，先点“材料带来了，接着办”",
            "The case waits for papers; first record that they are here";
        NotPaused = "not_paused":
            "没有在等材料，可以直接往下办",
            "The case isn't waiting for papers; you can go on";
        AlreadyDone = "already_done":
            "这一步已经做过了，请刷新后接着办下一步",
            "This has been done already; reload and go on with the next step";
        AlreadyRegistered = "already_registered":
            "已经登记，请接着签名、发证",
            "The marriage is registered; please go on with signing and issuing";
        NothingMissing = "nothing_missing":
            "还没选缺哪一样，请至少选一样",
            "Please tick at least one missing paper";
        PointsOpen = "points_open":
            "初审还有没核对的项，请逐项核对打勾",
            "Some points of the pre-check are open; please tick each";
        PreCheckFirst = "pre_check_first":
            "请先做完初审",
            "Please finish the pre-check first";
        IdentityFirst = "identity_first":
            "请先核对两位的证件",
            "Please check both documents first";
        NetworkCheckFirst = "network_check_first":
            "请先记下联网核对的结果",
            "Please record the network check first";
        NetworkResultFirst = "network_result_first":
            "系统还没核对上，请核对出结果再审查",
            "The system hasn't answered yet; please check again before the review";
        CheckStands = "check_stands":
            "已经核对出不一致，请记下证明材料，或重新核对出结果",
            "The check found a difference; record evidence, or check again with a result";
        CheckTooOld = "check_too_old":
            "核对时间早于开始办理的日期，请重新核对",
            "The check is older than the case; please check again";
        EvidenceFirst = "evidence_first":
            "核对结果不一致，请先记下证明材料",
            "The check found a difference; please record the evidence first";
        EvidenceNotNeeded = "evidence_not_needed":
            "没有不一致，不用记证明材料，可以直接往下办",
            "There is no difference to explain; you can go on";
        AcceptFirst = "accept_first":
            "请先受理",
            "Please accept the application first";
        DeclarationsFirst = "declarations_first":
            "请两位先当面在声明书上签名按指纹",
            "Both must first sign the declarations before you, with fingerprints";
        ReviewFirst = "review_first":
            "请先做完审查",
            "Please finish the review first";
        RegisterFirst = "register_first":
            "请先登记并记下字号",
            "Please register and record the number first";
        SignaturesFirst = "signatures_first":
            "还有没签的，请两位把声明书、审查表、领证签名按指纹都签好",
            "Declarations, review form and receipt must all be signed first";
        DateBeforeOpening = "date_before_opening":
            "登记日期早于开始办理的日期，请核对日期",
            "The date lies before the case was opened; please check it";
        CertificateWrongKind = "certificate_wrong_kind":
            "结婚证字号以 J 开头，请照国家系统再看一遍",
            "A marriage certificate's number starts with J; please check it in the national system";
        CertificateWrongOffice = "certificate_wrong_office":
            "字号里的机关代码不是本处的，请照国家系统再看一遍",
            "The office code in the number isn't ours; please check it in the national system";
        CertificateWrongYear = "certificate_wrong_year":
            "字号里的年份和登记日期不是同一年，请再看一遍",
            "The year in the number isn't the year of registration; please check both";
        SameBooklet = "same_booklet":
            "两本证的印制号不能一样，请照证本再看一遍",
            "The two booklets can't bear the same print number; please check them";
        BookletVoided = "booklet_voided":
            "这本已经作废，请换一本没用过的",
            "That booklet is void; please take an unused one";
        NotThisBooklet = "not_this_booklet":
            "要作废的不是这一位现在的那本，请核对印制号",
            "That isn't this person's present booklet; please check the print number";
        ReasonMissing = "reason_missing":
            "请写明原因，再更正",
            "Please give the reason, then correct";
    }
}

impl From<CertificateFault> for MoveFault {
    fn from(fault: CertificateFault) -> Self {
        match fault {
            CertificateFault::WrongOffice => Self::CertificateWrongOffice,
            CertificateFault::WrongYear => Self::CertificateWrongYear,
            // The others are faults of reading a number, which a read number can't have.
            CertificateFault::WrongKind
            | CertificateFault::Missing
            | CertificateFault::BadForm
            | CertificateFault::SerialZero
            | CertificateFault::TooLong
            | CertificateFault::ControlCharacter => Self::CertificateWrongKind,
        }
    }
}

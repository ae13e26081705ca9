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
        AlreadyAccepted = "already_accepted":
            "已经受理，谁来办、原登记这些不能再改；要改请撤回后重新申请",
            "The request is accepted and these stand; withdraw and ask anew to change them";
        AlreadyReissued = "already_reissued":
            "已经补发，请接着签名、发证",
            "The certificate is reissued; please go on with signing and issuing";
        NothingMissing = "nothing_missing":
            "还没选缺哪一样，请至少选一样",
            "Please tick at least one missing paper";
        PointsOpen = "points_open":
            "初审还有没核对的项，请逐项核对打勾",
            "Some points of the pre-check are open; please tick each";
        ApplicantMissing = "applicant_missing":
            "还没选谁来办，请选一位或两位",
            "Please choose who asks, one or both";
        OneApplicantOnly = "one_applicant_only":
            "离婚证各人补各人的，请只选一位；另一位请另取一个号",
            "Each of the two asks for their own divorce certificate; please choose one";
        AloneReasonMissing = "alone_reason_missing":
            "只来一位的，请写明为什么可以办",
            "If one alone asks, please say why this is served";
        AuthorityNotNotarised = "authority_not_notarised":
            "没有公证的委托书不能代办；请补公证委托书，或者请本人来",
            "Without a notarised authority nobody can act for them; bring one, or come in person";
        AuthorityOpen = "authority_open":
            "委托材料还有没核对的项，请逐项核对打勾",
            "Some points of the authority are open; please tick each";
        ProxyNeedsArchive = "proxy_needs_archive":
            "查到档案、档案和证件一致的才可以代办；现在请本人来，或者接着查档",
            "A proxy can act only where the record is found and agrees; come in person, or look further";
        AskFirst = "ask_first":
            "请先记下谁来办、为什么补",
            "Please record first who asks, and why";
        NotAnApplicant = "not_an_applicant":
            "这一位没有申请，不用核对、不用签",
            "This person doesn't ask for anything; nothing to check or sign";
        IdentityFirst = "identity_first":
            "请先核对申请人的证件",
            "Please check the applicant's document first";
        OriginalFirst = "original_first":
            "请先记下原来什么时候、在哪里登记的",
            "Please record first when and where it was registered";
        OriginalInFuture = "original_in_future":
            "原登记日期在今天以后，请照旧证或档案再看一遍",
            "The original date lies ahead; please check certificate or record";
        RegisteredElsewhere = "registered_elsewhere":
            "不是内地或我国驻外使（领）馆登记的，这里不能补发；请按不予补发办理",
            "Not registered in the mainland or at a Chinese mission; please record a refusal";
        ArchiveFirst = "archive_first":
            "请先查档，记下结果",
            "Please look the record up first and write down the result";
        ArchiveNumberMissing = "archive_number_missing":
            "查到了的，请写明档号和保管的机关",
            "If it was found, please give its file number and who keeps it";
        ArchiveOpen = "archive_open":
            "档案还没查到，这件先不办结；请照下面列的接着查",
            "The record isn't found yet; the case stays open, please look further as listed";
        StatusProofFirst = "status_proof_first":
            "没有档案的，请先记下能证明婚姻状况的材料",
            "Without a record, please write down first what proves the status";
        IdentityProofFirst = "identity_proof_first":
            "档案和证件对不上，请先记下同一人的证明",
            "Record and document differ; please write down first what proves it is one person";
        ProofNotNeeded = "proof_not_needed":
            "现在不用这样的证明，可以直接往下办",
            "No such proof is needed now; you can go on";
        NetworkCheckFirst = "network_check_first":
            "请先记下联网核对婚姻状况的结果",
            "Please record first what the national system says of the status";
        NetworkResultFirst = "network_result_first":
            "系统还没核对上，请核对出结果再审查",
            "The system hasn't answered yet; please check again before the review";
        StatusDiffers = "status_differs":
            "联网核对婚姻状况不一致；情况变了的，请按不予补发办理；系统有误的，请先记下记录证明或法院文书",
            "The system says another status; refuse if it changed, else record an official proof";
        CheckTooOld = "check_too_old":
            "核对时间早于开始办理的日期，请重新核对",
            "The check is older than the case; please check again";
        CheckAnotherDay = "check_another_day":
            "联网核对是另一天做的，请今天再核对一次再审查",
            "The status was checked on another day; please check it again today";
        PreCheckFirst = "pre_check_first":
            "请先做完初审",
            "Please finish the pre-check first";
        AcceptFirst = "accept_first":
            "请先受理",
            "Please accept the request first";
        DeclarationsFirst = "declarations_first":
            "请申请人先当面在声明书上签名按指纹",
            "The applicant must first sign the declaration before you, with fingerprint";
        ReviewFirst = "review_first":
            "请先做完审查",
            "Please finish the review first";
        ReviewAnotherDay = "review_another_day":
            "审查是另一天做的，请今天重新审查后当场补发",
            "The review was on another day; please review again and reissue at once";
        ReissueFirst = "reissue_first":
            "请先补发并记下字号",
            "Please reissue and record the number first";
        OldCertificateFirst = "old_certificate_first":
            "请先把旧证注销，退还持证人",
            "Please void the old certificate first and give it back";
        NoOldCertificate = "no_old_certificate":
            "遗失补发没有旧证，可以不记",
            "The old certificate is lost; there is none to void";
        SignaturesFirst = "signatures_first":
            "还有没签的，请把声明书、审查表、领证签名按指纹都签好",
            "Declaration, review form and receipt must all be signed first";
        GroundNotHere = "ground_not_here":
            "这个理由不适用于这种证，请再选一次",
            "That ground isn't one for this certificate; please choose again";
        GivePapersBackFirst = "give_papers_back_first":
            "请先把材料退还本人，再记为撤回",
            "Please give the papers back first, then record the withdrawal";
        DateBeforeOpening = "date_before_opening":
            "补发日期早于开始办理的日期，请核对日期",
            "The date lies before the case was opened; please check it";
        CertificateWrongKind = "certificate_wrong_kind":
            "补领结婚证字号以 BJ 开头，补领离婚证以 BL 开头，请照国家系统再看一遍",
            "Reissued numbers start with BJ for a marriage, BL for a divorce; please check it";
        CertificateWrongOffice = "certificate_wrong_office":
            "字号里的机关代码不是本处的，请照国家系统再看一遍",
            "The office code in the number isn't ours; please check it in the national system";
        CertificateWrongYear = "certificate_wrong_year":
            "字号里的年份和补发日期不是同一年，请再看一遍",
            "The year in the number isn't the year of reissue; please check both";
        BookletsMiscounted = "booklets_miscounted":
            "结婚证一套两本，离婚证一本，请照证本再看一遍",
            "A marriage certificate has two booklets, a divorce certificate one; please check";
        SameBooklet = "same_booklet":
            "两本证的印制号不能一样，请照证本再看一遍",
            "The two booklets can't bear the same print number; please check them";
        BookletVoided = "booklet_voided":
            "这本已经作废，请换一本没用过的",
            "That booklet is void; please take an unused one";
        NotThisBooklet = "not_this_booklet":
            "要作废的不是这件现在的证本，请核对印制号",
            "That isn't a present booklet of this case; please check the print number";
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

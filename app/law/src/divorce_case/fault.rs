//! Why a move is refused, each with what would work, and the day on which it would.

use std::fmt;

use chrono::{Datelike, NaiveDate};

use super::DatesFault;
use crate::Lang;
use crate::certificate::CertificateFault;
use crate::coded::worded;
use crate::words;

/// A refused move: why, and the first day on which the law allows it, where there is one. The office may rest on
/// that day; who shows it says the next one on which it serves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Refusal {
    pub fault: MoveFault,
    pub works_on: Option<NaiveDate>,
}

impl Refusal {
    pub const fn on(fault: MoveFault, day: NaiveDate) -> Self {
        Self { fault, works_on: Some(day) }
    }

    /// The sentence, with the day at its end: 「…，最早2月25日 星期三」.
    pub fn words(&self, today: NaiveDate, lang: Lang) -> String {
        let words = self.fault.words(lang);
        let Some(day) = self.works_on else { return words.to_owned() };
        let day = words::date(day, today.year(), lang);
        match lang {
            Lang::Zh => format!("{words}，最早{day}"),
            Lang::En => format!("{words}: {day} at the earliest"),
        }
    }
}

impl From<MoveFault> for Refusal {
    fn from(fault: MoveFault) -> Self {
        Self { fault, works_on: None }
    }
}

impl From<CertificateFault> for Refusal {
    fn from(fault: CertificateFault) -> Self {
        MoveFault::from(fault).into()
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.works_on {
            Some(day) => write!(f, "{} (works on {day})", self.fault),
            None => write!(f, "{}", self.fault),
        }
    }
}

impl std::error::Error for Refusal {}

worded! {
    /// Why.
    pub enum MoveFault {
        NotOpened = "not_opened":
            "还没叫到这个号，请先叫号再办",
            "The case isn't open yet; please call the number first";
        CaseEnded = "case_ended":
            "这件已经办结，要再办请重新取号",
            "This case has ended; please take a new number to start again";
        AlreadyDone = "already_done":
            "这一步已经做过了，请刷新后接着办下一步",
            "This has been done already; reload and go on with the next step";
        AlreadyAccepted = "already_accepted":
            "申请已经受理，要停办请按撤回或其他原因办理",
            "The application is accepted; it ends by withdrawal or another cause";
        AlreadyWithdrawn = "already_withdrawn":
            "这份申请已经撤回；两位一起来可以重新申请",
            "This application was withdrawn; both together can apply anew";
        AlreadyRegistered = "already_registered":
            "已经登记，请接着盖章、签名、发证",
            "The divorce is registered; please go on with stamping, signing and issuing";
        Paused = "paused":
            "还在等补材料，先点“材料带来了，接着办”",
            "The case waits for papers; first record that they are here";
        NotPaused = "not_paused":
            "没有在等材料，可以直接往下办",
            "The case isn't waiting for papers; you can go on";
        NothingMissing = "nothing_missing":
            "还没选缺哪一样，请至少选一样",
            "Please tick at least one missing paper";
        PointsOpen = "points_open":
            "还有没核对的项，请逐项核对打勾",
            "Some points are open; please tick each";
        IdentityFirst = "identity_first":
            "请先核对两位的证件",
            "Please check both documents first";
        CertificatesFirst = "certificates_first":
            "请先记下结婚证情况：都在、丢一本还是都丢了",
            "Please record first which marriage certificates were shown";
        AgreementFirst = "agreement_first":
            "请先记下离婚协议：已出示，还是声明已签好",
            "Please record first whether the agreement was shown or declared signed";
        PreCheckFirst = "pre_check_first":
            "请先做完初审",
            "Please finish the pre-check first";
        AcceptFirst = "accept_first":
            "请先受理申请",
            "Please accept the application first";
        AcceptedOnAnotherDay = "accepted_on_another_day":
            "受理日期应是两位来申请的那天，请照回执再看一遍",
            "The day of acceptance must be the day of application; please check the receipt";
        BeforeAcceptance = "before_acceptance":
            "这一天还没有受理，请核对日期",
            "The application wasn't accepted by then; please check the date";
        TooLateToWithdraw = "too_late_to_withdraw":
            "三十日（冷静期）已经满了，不能再撤回；两位不来领证，到期自动终止",
            "The thirty days have ended; if you don't both register, the application ends by itself";
        AfterClosing = "after_closing":
            "最后一天已经下班；下班前取过号的，记下取号时间可以接着办",
            "The last day has closed; if a ticket was taken before closing, record when and go on";
        TooEarly = "too_early":
            "三十日（冷静期）还没满，满了的第二天起两位可以一起来领证",
            "The thirty days haven't ended; from the day after you can register together";
        RestDay = "rest_day":
            "今天不办离婚登记，工作日办公时间两位可以一起来",
            "Divorces aren't registered today; come together on a working day";
        Lapsed = "lapsed":
            "申请已到期自动终止，两位一起来可以重新申请",
            "The application has ended by itself; both together can apply anew";
        ReviewNotBegun = "review_not_begun":
            "请先核对两位带来的材料，开始审查",
            "Please look through both persons' papers and begin the review first";
        QuestioningOpen = "questioning_open":
            "另一位还没问完，请先结束再单独问这一位",
            "The other person is still being questioned; please end that first";
        QuestioningNotOpen = "questioning_not_open":
            "还没开始单独询问这一位",
            "This person's questioning hasn't begun";
        QuestioningFirst = "questioning_first":
            "请先把两位分别单独问完",
            "Please question each person alone first";
        DeclarationsFirst = "declarations_first":
            "请两位先当面在声明书上签名按指纹",
            "Both must first sign the declarations before you, with fingerprints";
        AgreementSignatureFirst = "agreement_signature_first":
            "请两位先当面在离婚协议书上签名",
            "Both must first sign the agreement before you";
        ReviewFirst = "review_first":
            "请先做完审查",
            "Please finish the review first";
        ReviewAnotherDay = "review_another_day":
            "审查是另一天做的，请今天重新审查后当场登记",
            "The review was on another day; please review again and register at once";
        GroundNotNow = "ground_not_now":
            "这个理由和日期对不上，请看四个日期再选",
            "That ground doesn't fit the dates; please look at them and choose again";
        RegisterFirst = "register_first":
            "请先登记并记下字号",
            "Please register and record the number first";
        StampFirst = "stamp_first":
            "请先在结婚证上盖“双方离婚，证件失效”章",
            "Please stamp the marriage certificates first";
        SignaturesFirst = "signatures_first":
            "还有没签的，请两位把审查表、领证签名按指纹都签好",
            "Review form and receipt must both be signed first";
        CertificateWrongKind = "certificate_wrong_kind":
            "离婚证字号以 L 开头，请照国家系统再看一遍",
            "A divorce certificate's number starts with L; please check it in the national system";
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
            "请写明原因",
            "Please give the reason";
        TicketNotInTime = "ticket_not_in_time":
            "取号时间要在最后一天下班以前，请核对号票",
            "The ticket must have been taken on the last day before closing; please check it";
        DatesBadOrder = "dates_bad_order":
            "日期先后不对，请照回执再看一遍",
            "The dates are out of order; please check the receipt again";
        CoolingOffTooShort = "cooling_off_too_short":
            "三十日（冷静期）不满 30 天，请照回执再看一遍",
            "The first period has fewer than 30 days; please check the receipt again";
        IssuanceTooShort = "issuance_too_short":
            "可以登记的日子不满 30 天，请照回执再看一遍",
            "The period for registering has fewer than 30 days; please check the receipt again";
        SupervisorFirst = "supervisor_first":
            "回执日期和算出来的差 15 天以上，请负责人确认后再受理",
            "The receipt's dates lie more than 15 days from ours; a supervisor has to confirm them first";
        AlreadyOpen = "already_open":
            "两位之间已有一份没办完的申请，请按那份接着办",
            "An application of these two is still open; please go on with that one";
        OtherOffice = "other_office":
            "这份回执不是本处受理的，撤回和领证要到受理的登记处办",
            "This receipt isn't ours; withdrawal and registration are done at the office that accepted it";
        NoApplication = "no_application":
            "按这个证件没有找到本处受理的申请，请核对证件，或用回执编号找",
            "No application of this document's holder is known here; check the document or use the receipt's number";
        NotAParty = "not_a_party":
            "证件不是申请里两位的，撤回要本人带身份证来",
            "This document isn't one of the two; a party must come in person with the ID card";
        OtherCertificate = "other_certificate":
            "登记册上这个结婚证字号是别人的，请照结婚证再看一遍",
            "The register knows this certificate number as another couple's; please check the certificate";
        DocumentFirst = "document_first":
            "请先读卡或录入这一位的证件",
            "Please read or type in this person's document first";
        DifferenceFirst = "difference_first":
            "证件和预约填的不一样，请先选用哪一个",
            "The document differs from the booking; please choose which one stands";
        NotRefused = "not_refused":
            "这件没有记为不予受理或不予办理，没有告知书可打",
            "Nothing was refused in this case, so there is no notice to print";
        NotWithdrawn = "not_withdrawn":
            "这份申请没有撤回，没有确认单可打",
            "This application wasn't withdrawn, so there is no confirmation to print";
        SamePerson = "same_person":
            "两位是同一个人的证件，请核对",
            "Both documents are the same person's; please check them";
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

impl From<DatesFault> for MoveFault {
    fn from(fault: DatesFault) -> Self {
        match fault {
            DatesFault::BadOrder => Self::DatesBadOrder,
            DatesFault::CoolingOffTooShort => Self::CoolingOffTooShort,
            DatesFault::IssuanceTooShort => Self::IssuanceTooShort,
        }
    }
}

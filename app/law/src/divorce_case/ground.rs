//! Why an application isn't accepted, why a divorce isn't registered, and what else ends a case.

use crate::Lang;
use crate::coded::named;

named! {
    /// 不予受理. The first three are those of 条例 art. 14.
    pub enum NotAcceptedGround {
        NoAgreement = "no_agreement",
        NoOrLimitedCapacity = "no_or_limited_capacity",
        NotRegisteredInMainland = "not_registered_in_mainland",
        PartyAbsent = "party_absent",
        DocumentInvalid = "document_invalid",
        CertificatesLost = "certificates_lost",
        OfficeNotCompetent = "office_not_competent",
    }
}

impl NotAcceptedGround {
    /// The ground as the notice prints it.
    pub const fn words(self, lang: Lang) -> &'static str {
        match self {
            Self::NoAgreement => lang.pick("未达成离婚协议", "no agreement on the divorce"),
            Self::NoOrLimitedCapacity => {
                lang.pick("属于无民事行为能力人或者限制民事行为能力人", "a party without full legal capacity")
            }
            Self::NotRegisteredInMainland => lang.pick(
                "结婚登记不是在中国内地办理",
                "the marriage was not registered in the mainland of China",
            ),
            Self::PartyAbsent => {
                lang.pick("未由双方亲自共同到场申请", "not applied for by both together in person")
            }
            Self::DocumentInvalid => lang.pick("证件不齐或者不在有效期内", "documents missing or expired"),
            Self::CertificatesLost => lang.pick(
                "双方结婚证均遗失，且未提供结婚登记档案复印件",
                "both marriage certificates lost and no archive copy given",
            ),
            Self::OfficeNotCompetent => {
                lang.pick("本机关没有办理权限", "this office has no authority for it")
            }
        }
    }

    /// The article, for notice and log.
    pub const fn article(self, lang: Lang) -> &'static str {
        match self {
            Self::NoAgreement | Self::NoOrLimitedCapacity | Self::NotRegisteredInMainland => {
                lang.pick("《婚姻登记条例》第十四条", "Marriage Registration Regulation, art. 14")
            }
            Self::PartyAbsent => lang.pick(
                "《民法典》第一千零七十六条、《婚姻登记条例》第十三条",
                "Civil Code, art. 1076; Marriage Registration Regulation, art. 13",
            ),
            Self::DocumentInvalid | Self::CertificatesLost => {
                lang.pick("《婚姻登记条例》第十五条", "Marriage Registration Regulation, art. 15")
            }
            Self::OfficeNotCompetent => {
                lang.pick("《婚姻登记条例》第二条", "Marriage Registration Regulation, art. 2")
            }
        }
    }

    /// What would work, said with the refusal and printed on the notice.
    pub const fn what_next(self, lang: Lang) -> &'static str {
        match self {
            Self::NoAgreement => lang.pick(
                "双方就孩子、财产、债务达成书面协议后可以再来；协商不成的，可以向人民法院起诉",
                "Come back with a written agreement on children, property and debts, or go to court",
            ),
            Self::NoOrLimitedCapacity => {
                lang.pick("可以由监护人依法向人民法院起诉", "The guardian can bring the matter to court")
            }
            Self::NotRegisteredInMainland => lang.pick(
                "可以向有管辖权的人民法院起诉；在我国驻外使领馆登记的，带该证件可以在本处申请",
                "A competent court can decide; a certificate of a Chinese mission abroad is accepted here",
            ),
            Self::PartyAbsent => lang.pick(
                "两位带身份证、结婚证一起来，任何工作日都可以申请",
                "Come together with ID cards and marriage certificates on any working day",
            ),
            Self::DocumentInvalid => lang.pick(
                "换好有效证件后再来，任何工作日都可以申请",
                "Come back with valid documents on any working day",
            ),
            Self::CertificatesLost => lang.pick(
                "到原登记机关或档案馆复印结婚登记档案，加盖查档专用章后再来",
                "Bring a stamped copy of the registration from the archive or the office that registered it",
            ),
            Self::OfficeNotCompetent => lang.pick(
                "请到省里确定的有权限的婚姻登记机关办理，窗口可以帮您查电话",
                "Please go to an office that has the authority; the counter can look up its telephone",
            ),
        }
    }
}

named! {
    /// 不予办理 once both have come back, or too soon, or too late.
    pub enum RefusedGround {
        TooEarly = "too_early",
        TooLate = "too_late",
        NotVoluntaryNow = "not_voluntary_now",
        AgreementIncomplete = "agreement_incomplete",
        Capacity = "capacity",
        WrongOffice = "wrong_office",
        PartyAbsent = "party_absent",
    }
}

impl RefusedGround {
    /// The ground as the notice prints it.
    pub const fn words(self, lang: Lang) -> &'static str {
        match self {
            Self::TooEarly => lang.pick("三十日期限尚未届满", "the thirty days have not ended"),
            Self::TooLate => lang.pick(
                "三十日期限届满后三十日内未共同申请发给离婚证，视为撤回离婚登记申请",
                "not asked for within the second thirty days, which counts as a withdrawal",
            ),
            Self::NotVoluntaryNow => {
                lang.pick("一方或者双方不再自愿离婚", "one or both no longer wish the divorce")
            }
            Self::AgreementIncomplete => lang.pick(
                "对子女抚养、财产以及债务处理等事项未协商一致",
                "no agreement on children, property or debts",
            ),
            Self::Capacity => {
                lang.pick("属于无民事行为能力人或者限制民事行为能力人", "a party without full legal capacity")
            }
            Self::WrongOffice => {
                lang.pick("离婚登记申请不是由本机关受理", "the application was not accepted by this office")
            }
            Self::PartyAbsent => lang.pick("未由双方亲自共同到场", "not both present in person"),
        }
    }

    /// The article, for notice and log.
    pub const fn article(self, lang: Lang) -> &'static str {
        match self {
            Self::TooEarly | Self::TooLate | Self::PartyAbsent => lang.pick(
                "《民法典》第一千零七十七条、《婚姻登记条例》第十六条",
                "Civil Code, art. 1077; Marriage Registration Regulation, art. 16",
            ),
            Self::NotVoluntaryNow | Self::AgreementIncomplete => {
                lang.pick("《民法典》第一千零七十六条、第一千零七十八条", "Civil Code, arts. 1076, 1078")
            }
            Self::Capacity => {
                lang.pick("《婚姻登记条例》第十四条", "Marriage Registration Regulation, art. 14")
            }
            Self::WrongOffice => {
                lang.pick("《婚姻登记条例》第十六条", "Marriage Registration Regulation, art. 16")
            }
        }
    }

    /// What would work. The days themselves are said beside it, from the case's own dates.
    pub const fn what_next(self, lang: Lang) -> &'static str {
        match self {
            Self::TooEarly => lang.pick(
                "在可以登记的日子里，两位带材料一起来，工作日都可以办",
                "Come together with your papers on a working day within the period for registering",
            ),
            Self::TooLate => lang.pick(
                "两位可以重新提交离婚登记申请，任何工作日都可以",
                "You can apply anew together on any working day",
            ),
            Self::NotVoluntaryNow => lang.pick(
                "两位都自愿时，在可以登记的日子里可以再来；协商不成的，可以向人民法院起诉",
                "Come again within the period when both wish it, or go to court",
            ),
            Self::AgreementIncomplete => lang.pick(
                "协议补全后，在可以登记的日子里可以再来",
                "Complete the agreement and come again within the period for registering",
            ),
            Self::Capacity => {
                lang.pick("可以由监护人依法向人民法院起诉", "The guardian can bring the matter to court")
            }
            Self::WrongOffice => lang.pick(
                "请到受理申请的婚姻登记机关办理，受理回执单上有名称",
                "Please go to the office that accepted the application; its name stands on the receipt",
            ),
            Self::PartyAbsent => lang.pick(
                "在可以登记的日子里，两位一起来，工作日都可以办",
                "Come together on a working day within the period for registering",
            ),
        }
    }
}

named! {
    /// What else ends a case, written down by staff with the document seen.
    pub enum CloseCause {
        Death = "death",
        CourtDivorce = "court_divorce",
        CourtVoid = "court_void",
        Other = "other",
    }
}

impl CloseCause {
    /// The words of the choice.
    pub const fn title(self, lang: Lang) -> &'static str {
        match self {
            Self::Death => lang.pick("一方死亡", "A party has died"),
            Self::CourtDivorce => lang.pick("法院已判决或调解离婚", "Divorced by a court"),
            Self::CourtVoid => lang.pick("法院确认婚姻无效或撤销婚姻", "Declared void or revoked by a court"),
            Self::Other => lang.pick("其他", "Another cause"),
        }
    }
}

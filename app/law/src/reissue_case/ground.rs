//! Why a certificate isn't issued again. A record that isn't found is no ground: the case stays open.

use super::Matter;
use crate::Lang;
use crate::coded::named;

named! {
    /// 不予补发. The first three are a status that has changed: then a record certificate or an archive copy serves.
    pub enum RefusedGround {
        Divorced = "divorced",
        SpouseDied = "spouse_died",
        Remarried = "remarried",
        NotRegisteredHere = "not_registered_here",
        IdentityNotProven = "identity_not_proven",
    }
}

impl RefusedGround {
    /// Whether it can be a ground in this matter.
    pub const fn concerns(self, matter: Matter) -> bool {
        match self {
            // A divorce certificate tells of a divorce; neither it nor the other's death changes that.
            Self::Divorced | Self::SpouseDied => matches!(matter, Matter::Marriage),
            Self::Remarried | Self::NotRegisteredHere | Self::IdentityNotProven => true,
        }
    }

    /// The ground as the notice prints it.
    pub const fn words(self, lang: Lang) -> &'static str {
        match self {
            Self::Divorced => lang.pick(
                "登记后双方已经离婚，申请时的婚姻状况已经改变",
                "the two have divorced since; the status has changed",
            ),
            Self::SpouseDied => lang.pick(
                "登记后一方已经死亡，申请时的婚姻状况已经改变",
                "one of the two has died since; the status has changed",
            ),
            Self::Remarried => lang.pick(
                "登记后已经再婚或者复婚，申请时的婚姻状况已经改变",
                "married again since; the status has changed",
            ),
            Self::NotRegisteredHere => lang.pick(
                "原登记不是在中国内地或者中国驻外使（领）馆办理",
                "not registered in the mainland of China or at a Chinese mission",
            ),
            Self::IdentityNotProven => lang.pick(
                "不能证明申请人与登记档案中的当事人是同一人",
                "not proven that the applicant is the person in the record",
            ),
        }
    }

    /// The article, for notice and log.
    pub const fn article(self, lang: Lang) -> &'static str {
        lang.pick("《婚姻登记条例》第二十一条", "Marriage Registration Regulation, art. 21")
    }

    /// What would work, said with the refusal and printed on the notice.
    pub const fn what_next(self, lang: Lang) -> &'static str {
        match self {
            Self::Divorced | Self::SpouseDied | Self::Remarried => lang.pick(
                "可以凭身份证件申请出具婚姻登记记录证明，或者复印婚姻登记档案，任何工作日都可以",
                "Ask for a certificate of the record or a copy from the archive, on any working day",
            ),
            Self::NotRegisteredHere => lang.pick(
                "请向原登记的机构申请；在我国驻外使（领）馆登记的，带该证件或者档案可以在本处申请",
                "Please ask where it was registered; one of a Chinese mission can be replaced here",
            ),
            Self::IdentityNotProven => lang.pick(
                "请带户口簿变更页或者公安机关出具的同一人证明再来，任何工作日都可以重新申请",
                "Bring the household register's page of changes or a letter of the police, on any working day",
            ),
        }
    }
}

//! What kinds of act, person and reason the register tells apart.

use super::closed::closed;
use crate::marriage;

closed! {
    /// An act done at the counter.
    pub enum ActKind {
        Marriage = "marriage",
        DivorceApplication = "divorce_application",
        DivorceWithdrawal = "divorce_withdrawal",
        DivorceRegistration = "divorce_registration",
        ReissueMarriage = "reissue_marriage",
        ReissueDivorce = "reissue_divorce",
    }
}

closed! {
    /// What an act does to its case. Only a divorce application is opened first and ended later.
    pub enum Part {
        Opening = "opening",
        Ending = "ending",
    }
}

impl ActKind {
    /// Whether it opens the case that its ref names, or ends it.
    pub const fn part(self) -> Part {
        match self {
            Self::Marriage | Self::DivorceApplication | Self::ReissueMarriage | Self::ReissueDivorce => {
                Part::Opening
            }
            Self::DivorceWithdrawal | Self::DivorceRegistration => Part::Ending,
        }
    }
}

closed! {
    /// Marital status before the act.
    pub enum Prior {
        Never = "never",
        Divorced = "divorced",
        Widowed = "widowed",
        Married = "married",
    }
}

impl From<marriage::Prior> for Prior {
    fn from(prior: marriage::Prior) -> Self {
        match prior {
            marriage::Prior::Never => Self::Never,
            marriage::Prior::Divorced => Self::Divorced,
            marriage::Prior::Widowed => Self::Widowed,
            marriage::Prior::Married => Self::Married,
        }
    }
}

closed! {
    /// Why a certificate was issued again.
    pub enum Reason {
        Lost = "lost",
        Damaged = "damaged",
        DataMismatch = "data_mismatch",
    }
}

closed! {
    /// Which line of the figures a couple is counted in: both mainland residents, or whose presence makes it
    /// 涉外及华侨、港澳台. Where two apply, the first of this order.
    pub enum Related {
        Foreigner = "foreigner",
        HongKong = "hong_kong",
        Macau = "macau",
        Taiwan = "taiwan",
        OverseasChinese = "overseas_chinese",
        Mainland = "mainland",
    }
}

closed! {
    /// 通办: the nearest household of the two, seen from this office.
    pub enum Tier {
        County = "county",
        City = "city",
        Province = "province",
        Beyond = "beyond",
    }
}

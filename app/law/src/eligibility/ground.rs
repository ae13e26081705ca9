//! The four grounds, and no other, on which a marriage may be refused at the counter.

use crate::Lang;
use crate::coded::named;

named! {
    /// 不予登记, 婚姻登记条例 art. 9. An illness is no ground since 2025-05-10.
    pub enum MarriageRefusalGround {
        UnderAge = "under_age",
        NotVoluntary = "not_voluntary",
        AlreadyMarried = "already_married",
        ProhibitedKinship = "prohibited_kinship",
    }
}

impl MarriageRefusalGround {
    /// The regulation's own words, as the notice prints them.
    pub const fn words(self, lang: Lang) -> &'static str {
        match self {
            Self::UnderAge => lang.pick("未到法定结婚年龄", "below the lawful age for marriage"),
            Self::NotVoluntary => {
                lang.pick("非男女双方完全自愿", "not entirely of both persons' own free will")
            }
            Self::AlreadyMarried => lang.pick("一方或者双方已有配偶", "one or both already have a spouse"),
            Self::ProhibitedKinship => lang.pick(
                "属于直系血亲或者三代以内旁系血亲",
                "related in direct line, or collaterally within three generations",
            ),
        }
    }

    /// The article, for notice and log.
    pub const fn article(self, lang: Lang) -> &'static str {
        match self {
            Self::UnderAge => lang.pick(
                "《婚姻登记条例》第九条；《民法典》第一千零四十七条",
                "Marriage Registration Regulation, art. 9; Civil Code, art. 1047",
            ),
            Self::NotVoluntary => lang.pick(
                "《婚姻登记条例》第九条；《民法典》第一千零四十六条",
                "Marriage Registration Regulation, art. 9; Civil Code, art. 1046",
            ),
            Self::AlreadyMarried => lang.pick(
                "《婚姻登记条例》第九条；《民法典》第一千零四十二条",
                "Marriage Registration Regulation, art. 9; Civil Code, art. 1042",
            ),
            Self::ProhibitedKinship => lang.pick(
                "《婚姻登记条例》第九条；《民法典》第一千零四十八条",
                "Marriage Registration Regulation, art. 9; Civil Code, art. 1048",
            ),
        }
    }

    /// What the two can do now, said with the refusal and printed on the notice.
    pub const fn what_next(self, lang: Lang) -> &'static str {
        match self {
            Self::UnderAge => lang.pick(
                "到了年龄，带同样的材料再来，当天可以登记",
                "Come back with the same papers once of age; it can be done that day",
            ),
            Self::NotVoluntary => lang.pick(
                "两位都自愿时可以再来；受到强迫可以找 110、12338、12348",
                "Come back when both wish it; if someone is being forced, call 110, 12338 or 12348",
            ),
            Self::AlreadyMarried => lang.pick(
                "原婚姻依法结束后，带离婚证、生效司法文书或配偶死亡证明再来",
                "Come back when the earlier marriage has ended, with divorce certificate, judgment or proof of death",
            ),
            Self::ProhibitedKinship => lang.pick(
                "对亲属关系有不同意见的，可以申请行政复议或者提起行政诉讼",
                "If you dispute the kinship, you can ask for administrative review or go to court",
            ),
        }
    }
}

//! The kinds of identity document, by the names that every contract uses.

use crate::Lang;
use crate::coded::named;

named! {
    /// A kind of identity document (条例 art. 8). `Passport` is a foreign one.
    pub enum IdType {
        MainlandId = "mainland_id",
        TempIdCard = "temp_id_card",
        HkMacauPermit = "hk_macau_permit",
        TaiwanPermit = "taiwan_permit",
        HmtResidence = "hmt_residence",
        ForeignPr = "foreign_pr",
        PassportCn = "passport_cn",
        Passport = "passport",
    }
}

impl IdType {
    /// The document's name as the form shows it.
    pub const fn title(self, lang: Lang) -> &'static str {
        match self {
            Self::MainlandId => lang.pick("居民身份证", "Chinese ID card"),
            Self::TempIdCard => lang.pick("临时居民身份证", "Temporary Chinese ID card"),
            Self::HkMacauPermit => {
                lang.pick("港澳居民来往内地通行证", "Mainland travel permit (Hong Kong, Macau)")
            }
            Self::TaiwanPermit => lang.pick("台湾居民来往大陆通行证", "Mainland travel permit (Taiwan)"),
            Self::HmtResidence => {
                lang.pick("港澳台居民居住证", "Residence permit (Hong Kong, Macau, Taiwan)")
            }
            Self::ForeignPr => lang.pick("外国人永久居留身份证", "Foreign permanent resident ID card"),
            Self::PassportCn => lang.pick("中国护照（华侨）", "Chinese passport (living abroad)"),
            Self::Passport => lang.pick("外国护照", "Foreign passport"),
        }
    }

    /// Whether the number itself tells sex and birth. Where it doesn't, the form asks for both.
    pub const fn tells_sex_and_birth(self) -> bool {
        match self {
            Self::MainlandId | Self::TempIdCard | Self::HmtResidence => true,
            Self::HkMacauPermit
            | Self::TaiwanPermit
            | Self::ForeignPr
            | Self::PassportCn
            | Self::Passport => false,
        }
    }

    /// Whether the form asks for nationality: only foreigners' documents leave it open.
    pub const fn asks_nationality(self) -> bool {
        matches!(self, Self::ForeignPr | Self::Passport)
    }
}

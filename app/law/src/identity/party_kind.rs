//! Whose law applies to a person: resident of the mainland, of the regions, living abroad, or foreign.

use super::{IdNumber, IdType};
use crate::Lang;
use crate::coded::named;

named! {
    /// The kinds of party that 条例 art. 8 tells apart.
    pub enum PartyKind {
        Mainland = "mainland",
        HongKong = "hong_kong",
        Macau = "macau",
        Taiwan = "taiwan",
        OverseasChinese = "overseas_chinese",
        Foreigner = "foreigner",
    }
}

impl PartyKind {
    /// As the form and the figures name them.
    pub const fn title(self, lang: Lang) -> &'static str {
        match self {
            Self::Mainland => lang.pick("内地居民", "Mainland resident"),
            Self::HongKong => lang.pick("香港居民", "Hong Kong resident"),
            Self::Macau => lang.pick("澳门居民", "Macau resident"),
            Self::Taiwan => lang.pick("台湾居民", "Taiwan resident"),
            Self::OverseasChinese => lang.pick("华侨", "Chinese citizen living abroad"),
            Self::Foreigner => lang.pick("外国人", "Foreign national"),
        }
    }

    /// Whether the person is a Chinese citizen.
    pub const fn is_chinese_citizen(self) -> bool {
        !matches!(self, Self::Foreigner)
    }
}

impl IdNumber {
    /// The kind of party that this document makes its bearer.
    pub fn party_kind(&self) -> PartyKind {
        match self.id_type() {
            IdType::MainlandId | IdType::TempIdCard => PartyKind::Mainland,
            IdType::HkMacauPermit if self.value().starts_with('H') => PartyKind::HongKong,
            IdType::HkMacauPermit => PartyKind::Macau,
            IdType::HmtResidence if self.value().starts_with("81") => PartyKind::HongKong,
            IdType::HmtResidence if self.value().starts_with("82") => PartyKind::Macau,
            IdType::HmtResidence | IdType::TaiwanPermit => PartyKind::Taiwan,
            IdType::PassportCn => PartyKind::OverseasChinese,
            IdType::ForeignPr | IdType::Passport => PartyKind::Foreigner,
        }
    }
}

//! What may apply to one or both of them, and what it adds to the list.

use super::Item;
use crate::Lang;
use crate::coded::named;
use crate::service::Service;

named! {
    /// A tick on the page 「来之前看一眼」. Nothing of it is stored.
    pub enum Circumstance {
        Divorced = "divorced",
        Widowed = "widowed",
        /// 复婚: the two were married to each other before.
        MarryingAgain = "marrying_again",
        HongKongMacauTaiwan = "hong_kong_macau_taiwan",
        OverseasChinese = "overseas_chinese",
        Foreigner = "foreigner",
        Military = "military",
        IdCardUnavailable = "id_card_unavailable",
        OneCertificateLost = "one_certificate_lost",
        BothCertificatesLost = "both_certificates_lost",
        ReceiptLost = "receipt_lost",
        CertificateDamaged = "certificate_damaged",
        DataDiffers = "data_differs",
        ByProxy = "by_proxy",
    }
}

impl Circumstance {
    /// The words beside the tick.
    pub const fn title(self, lang: Lang) -> &'static str {
        match self {
            Self::Divorced => lang.pick("一方离过婚", "One of us is divorced"),
            Self::Widowed => lang.pick("一方丧偶", "One of us is widowed"),
            Self::MarryingAgain => lang.pick("两位复婚", "We were married to each other before"),
            Self::HongKongMacauTaiwan => {
                lang.pick("一方是港澳台居民", "One of us lives in Hong Kong, Macau or Taiwan")
            }
            Self::OverseasChinese => lang.pick("一方是华侨", "One of us is a Chinese citizen living abroad"),
            Self::Foreigner => lang.pick("一方是外国人", "One of us is a foreign national"),
            Self::Military => lang.pick("一方是现役军人", "One of us serves in the armed forces"),
            Self::IdCardUnavailable => lang.pick(
                "身份证丢了或过期，新的还没拿到",
                "An ID card is lost or expired, the new one not here yet",
            ),
            Self::OneCertificateLost => lang.pick("结婚证丢了一本", "One marriage certificate is lost"),
            Self::BothCertificatesLost => {
                lang.pick("两本结婚证都丢了", "Both marriage certificates are lost")
            }
            Self::ReceiptLost => lang.pick("受理回执单丢了", "The acceptance receipt is lost"),
            Self::CertificateDamaged => lang.pick("证还在，但坏了", "The certificate is damaged"),
            Self::DataDiffers => {
                lang.pick("证上的姓名或号码和现在的不一样", "Name or number on it differs from today's")
            }
            Self::ByProxy => lang.pick("本人来不了，请人代办", "Someone else comes for me"),
        }
    }

    /// What it adds for that service.
    pub(super) const fn adds(self, service: Service) -> &'static [Item] {
        match self {
            Self::Divorced => &[Item::DivorceEvidence],
            Self::Widowed => &[Item::DeathEvidence],
            Self::MarryingAgain => &[Item::OwnDivorceCertificates],
            Self::HongKongMacauTaiwan => match service {
                Service::Marriage => &[Item::RegionPermit, Item::NotarisedStatement],
                _ => &[Item::RegionPermit],
            },
            Self::OverseasChinese => match service {
                Service::Marriage => &[Item::ValidPassport, Item::OverseasProof],
                _ => &[Item::ValidPassport],
            },
            Self::Foreigner => match service {
                Service::Marriage => &[Item::ForeignPassport, Item::ForeignSingleProof, Item::Translation],
                _ => &[Item::ForeignPassport],
            },
            Self::Military => &[Item::MilitaryPapers],
            Self::IdCardUnavailable => &[Item::TempIdCard],
            Self::OneCertificateLost => &[Item::LossStatement],
            Self::BothCertificatesLost => &[Item::LossStatementBoth, Item::ArchiveCopy],
            Self::ReceiptLost => &[Item::ReceiptExplanation],
            Self::CertificateDamaged => &[Item::DamagedCertificate],
            Self::DataDiffers => &[Item::ChangeEvidence],
            Self::ByProxy => &[Item::NotarisedAuthority, Item::ProxyIdCard],
        }
    }
}

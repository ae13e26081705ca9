//! Which certificate is asked for again, and why.

use crate::Lang;
use crate::certificate::CertificateKind;
use crate::coded::named;
use crate::service::Service;

named! {
    /// The certificate that is replaced.
    pub enum Matter {
        Marriage = "marriage",
        Divorce = "divorce",
    }
}

impl Matter {
    /// 「结婚证」「离婚证」.
    pub const fn certificate(self, lang: Lang) -> &'static str {
        self.first_kind().title(lang)
    }

    /// The kind of the new number: BJ or BL.
    pub const fn kind(self) -> CertificateKind {
        match self {
            Self::Marriage => CertificateKind::ReissuedMarriage,
            Self::Divorce => CertificateKind::ReissuedDivorce,
        }
    }

    /// The kind that was issued first: J or L.
    pub const fn first_kind(self) -> CertificateKind {
        match self {
            Self::Marriage => CertificateKind::Marriage,
            Self::Divorce => CertificateKind::Divorce,
        }
    }

    /// Whether a number of this kind can stand on the certificate that is replaced; it may have been reissued before.
    pub fn is_replaced_by_kind(self, kind: CertificateKind) -> bool {
        kind == self.first_kind() || kind == self.kind()
    }

    /// A marriage certificate is a pair under one number, one for each of the two. Of a divorce each has their own, and
    /// only the applicant's is printed.
    pub const fn booklets(self) -> usize {
        match self {
            Self::Marriage => 2,
            Self::Divorce => 1,
        }
    }

    /// What is booked for it.
    pub const fn service(self) -> Service {
        match self {
            Self::Marriage => Service::ReissueMarriage,
            Self::Divorce => Service::ReissueDivorce,
        }
    }

    /// The matter of a service; `None` for any other.
    pub const fn of(service: Service) -> Option<Self> {
        match service {
            Service::ReissueMarriage => Some(Self::Marriage),
            Service::ReissueDivorce => Some(Self::Divorce),
            Service::Marriage
            | Service::DivorceApplication
            | Service::DivorceWithdrawal
            | Service::DivorceRegistration
            | Service::Records
            | Service::Consultation
            | Service::Ceremony
            | Service::Counselling => None,
        }
    }
}

named! {
    /// Why it is asked for again.
    pub enum Reason {
        Lost = "lost",
        Damaged = "damaged",
        DataMismatch = "data_mismatch",
    }
}

impl Reason {
    /// The words of the choice.
    pub const fn title(self, lang: Lang) -> &'static str {
        match self {
            Self::Lost => lang.pick("丢了（遗失）", "Lost"),
            Self::Damaged => lang.pick("坏了（损毁）", "Damaged"),
            Self::DataMismatch => {
                lang.pick("证上信息和现在的身份证件不一样", "Data differ from the present ID document")
            }
        }
    }

    /// 备注 on the review form.
    pub const fn remark(self) -> &'static str {
        match self {
            Self::Lost => "遗失补发",
            Self::Damaged => "损毁补发",
            Self::DataMismatch => "信息不一致补发",
        }
    }

    /// The old certificate is at hand: it is voided and given back to its holder.
    pub const fn has_old_certificate(self) -> bool {
        matches!(self, Self::Damaged | Self::DataMismatch)
    }
}

named! {
    /// Where the marriage or divorce was registered.
    pub enum RegisteredAt {
        Mainland = "mainland",
        Mission = "mission",
        Elsewhere = "elsewhere",
    }
}

impl RegisteredAt {
    /// The words of the choice.
    pub const fn title(self, lang: Lang) -> &'static str {
        match self {
            Self::Mainland => lang.pick("内地的婚姻登记机关", "A registry in the mainland"),
            Self::Mission => lang.pick("中国驻外使（领）馆", "A Chinese embassy or consulate"),
            Self::Elsewhere => lang.pick("其他地方", "Anywhere else"),
        }
    }
}

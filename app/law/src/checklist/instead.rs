//! What would do instead of a missing paper, for the sheet 《一次性告知单》.

use super::Item;
use crate::Lang;

impl Item {
    /// Another paper that would be accepted; `None` where the law knows no other.
    pub const fn instead(self, lang: Lang) -> Option<&'static str> {
        let text = match self {
            Self::IdCards | Self::OwnIdCard => {
                lang.pick("派出所开的临时居民身份证", "A temporary ID card from the police station")
            }
            Self::DivorceEvidence => lang.pick(
                "生效的判决书、调解书，或法院出具的离婚证明书",
                "A final judgment or mediation paper, or the court's proof of divorce",
            ),
            Self::DeathEvidence => lang.pick(
                "医院或公安机关出具的其他死亡证明，先打电话问一下",
                "Another proof of death from hospital or police; please call first",
            ),
            Self::MarriageCertificates => lang.pick(
                "丢了一本的写遗失声明；两本都丢的另带盖章的档案复印件",
                "One lost: a statement of loss; both lost: also a stamped copy from the archive",
            ),
            Self::AcceptanceReceipt => {
                lang.pick("在窗口写的书面说明", "A written explanation at the counter")
            }
            Self::OverseasProof | Self::ForeignSingleProof => lang.pick(
                "使领馆出具的证明，或附加证明书（Apostille）",
                "A paper issued by the mission, or with an apostille",
            ),
            Self::RegionPermit => {
                lang.pick("通行证和居住证，有一样就行", "Either the travel or the residence permit")
            }
            Self::BothInPerson
            | Self::BothTogether
            | Self::OneIsEnough
            | Self::InPerson
            | Self::ComeTogetherIfPossible
            | Self::TempIdCard
            | Self::JointPhotos
            | Self::SinglePhotos
            | Self::SinglePhotosEach
            | Self::OwnDivorceCertificates
            | Self::NotarisedStatement
            | Self::ValidPassport
            | Self::ForeignPassport
            | Self::Translation
            | Self::MilitaryPapers
            | Self::LossStatement
            | Self::LossStatementBoth
            | Self::ArchiveCopy
            | Self::DivorceAgreement
            | Self::ReceiptExplanation
            | Self::DamagedCertificate
            | Self::ChangeEvidence
            | Self::NotarisedAuthority
            | Self::ProxyIdCard
            | Self::CertificateOrSameDay
            | Self::PapersYouHave
            | Self::NothingNeeded => return None,
        };
        Some(text)
    }
}

//! What to bring, computed from the service and from what applies to the two (条例 art. 8, 15, 21).

mod circumstance;
mod instead;
mod item;

pub use circumstance::Circumstance;
pub use item::Item;

use crate::Lang;
use crate::service::Service;

/// What old pages still ask for, struck through: since 2025-05-10 nobody needs it (条例 art. 8).
pub const fn no_longer_needed(lang: Lang) -> [&'static str; 2] {
    match lang {
        Lang::Zh => ["户口簿", "9 元工本费"],
        Lang::En => ["Household register", "Fee of 9 yuan"],
    }
}

/// The sentence under them.
pub const fn no_longer_needed_since(lang: Lang) -> &'static str {
    lang.pick("2025年5月10日起不用了", "No longer needed since 10 May 2025")
}

/// What applies can change the list; these are the ticks that the page offers for a service, in order.
pub const fn circumstances(service: Service) -> &'static [Circumstance] {
    use Circumstance as C;
    match service {
        Service::Marriage => &[
            C::Divorced,
            C::Widowed,
            C::MarryingAgain,
            C::HongKongMacauTaiwan,
            C::OverseasChinese,
            C::Foreigner,
            C::Military,
            C::IdCardUnavailable,
        ],
        Service::DivorceApplication | Service::DivorceRegistration => &[
            C::OneCertificateLost,
            C::BothCertificatesLost,
            C::HongKongMacauTaiwan,
            C::OverseasChinese,
            C::Foreigner,
            C::IdCardUnavailable,
        ],
        Service::DivorceWithdrawal => &[C::ReceiptLost, C::IdCardUnavailable],
        Service::ReissueMarriage | Service::ReissueDivorce => {
            &[C::CertificateDamaged, C::DataDiffers, C::ByProxy, C::IdCardUnavailable]
        }
        Service::Records => &[C::ByProxy, C::IdCardUnavailable],
        Service::Consultation | Service::Ceremony | Service::Counselling => &[],
    }
}

/// The list in the order in which it is shown. Circumstances that don't concern the service change nothing;
/// each item stands once.
pub fn what_to_bring(service: Service, applies: &[Circumstance]) -> Vec<Item> {
    let mut list = basic(service).to_vec();
    let concerned = circumstances(service).iter().filter(|c| applies.contains(c));
    for circumstance in concerned {
        for item in circumstance.adds(service) {
            if !list.contains(item) {
                list.push(*item);
            }
        }
    }
    // With both certificates lost there is none to bring.
    if applies.contains(&Circumstance::BothCertificatesLost) {
        list.retain(|item| !matches!(item, Item::MarriageCertificates | Item::LossStatement));
    }
    list
}

const fn basic(service: Service) -> &'static [Item] {
    match service {
        Service::Marriage => &[Item::BothInPerson, Item::IdCards, Item::JointPhotos],
        Service::DivorceApplication => {
            &[Item::BothTogether, Item::IdCards, Item::MarriageCertificates, Item::DivorceAgreement]
        }
        Service::DivorceWithdrawal => &[Item::OneIsEnough, Item::OwnIdCard, Item::AcceptanceReceipt],
        Service::DivorceRegistration => &[
            Item::BothTogether,
            Item::IdCards,
            Item::MarriageCertificates,
            Item::DivorceAgreement,
            Item::AcceptanceReceipt,
            Item::SinglePhotosEach,
        ],
        Service::ReissueMarriage => &[Item::ComeTogetherIfPossible, Item::IdCards, Item::JointPhotos],
        Service::ReissueDivorce => &[Item::InPerson, Item::OwnIdCard, Item::SinglePhotos],
        Service::Records => &[Item::InPerson, Item::OwnIdCard],
        Service::Consultation => &[Item::PapersYouHave],
        Service::Ceremony => &[Item::BothInPerson, Item::IdCards, Item::CertificateOrSameDay],
        Service::Counselling => &[Item::NothingNeeded],
    }
}

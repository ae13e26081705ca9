//! What to bring.

use law::Lang;
use law::checklist::{Circumstance, Item, circumstances, no_longer_needed, what_to_bring};
use law::service::Service;

fn titles(service: Service, applies: &[Circumstance]) -> Vec<&'static str> {
    what_to_bring(service, applies).into_iter().map(|item| item.title(Lang::Zh)).collect()
}

#[test]
fn a_couple_without_history_brings_three_things_and_no_household_register() {
    assert_eq!(
        titles(Service::Marriage, &[]),
        ["两个人都要亲自来", "身份证原件，都在有效期内", "2 寸红底合影 3 张"]
    );
    assert_eq!(Item::BothInPerson.second(Lang::Zh), "不能请人代办");
    assert_eq!(no_longer_needed(Lang::Zh), ["户口簿", "9 元工本费"]);
}

#[test]
fn each_circumstance_adds_what_the_regulation_asks() {
    let table: [(Circumstance, &[Item]); 7] = [
        (Circumstance::Divorced, &[Item::DivorceEvidence]),
        (Circumstance::Widowed, &[Item::DeathEvidence]),
        (Circumstance::MarryingAgain, &[Item::OwnDivorceCertificates]),
        (Circumstance::HongKongMacauTaiwan, &[Item::RegionPermit, Item::NotarisedStatement]),
        (Circumstance::OverseasChinese, &[Item::ValidPassport, Item::OverseasProof]),
        (Circumstance::Foreigner, &[Item::ForeignPassport, Item::ForeignSingleProof, Item::Translation]),
        (Circumstance::Military, &[Item::MilitaryPapers]),
    ];
    for (circumstance, added) in table {
        let list = what_to_bring(Service::Marriage, &[circumstance]);
        assert_eq!(&list[3..], added, "{circumstance}");
    }
}

#[test]
fn proof_of_being_single_is_asked_for_marriage_only() {
    let list = what_to_bring(Service::DivorceApplication, &[Circumstance::Foreigner]);
    assert!(list.contains(&Item::ForeignPassport));
    assert!(!list.contains(&Item::ForeignSingleProof));
}

#[test]
fn lost_certificates_are_replaced_by_statement_and_archive_copy() {
    let one = what_to_bring(Service::DivorceApplication, &[Circumstance::OneCertificateLost]);
    assert!(one.contains(&Item::MarriageCertificates) && one.contains(&Item::LossStatement));
    let both = [Circumstance::OneCertificateLost, Circumstance::BothCertificatesLost];
    let both = what_to_bring(Service::DivorceRegistration, &both);
    assert!(!both.contains(&Item::MarriageCertificates) && !both.contains(&Item::LossStatement));
    assert!(both.contains(&Item::LossStatementBoth) && both.contains(&Item::ArchiveCopy));
}

#[test]
fn one_person_with_card_and_receipt_can_withdraw() {
    assert_eq!(
        what_to_bring(Service::DivorceWithdrawal, &[]),
        [Item::OneIsEnough, Item::OwnIdCard, Item::AcceptanceReceipt]
    );
}

#[test]
fn what_does_not_concern_a_service_changes_nothing_and_no_line_stands_twice() {
    for service in Service::ALL {
        let offered = circumstances(*service);
        let foreign: Vec<_> = Circumstance::ALL
            .iter()
            .copied()
            .filter(|c| !offered.contains(c) && *c != Circumstance::BothCertificatesLost)
            .collect();
        assert_eq!(what_to_bring(*service, &foreign), what_to_bring(*service, &[]), "{service}");
        let all = what_to_bring(*service, Circumstance::ALL);
        let once: std::collections::BTreeSet<_> = all.iter().collect();
        assert_eq!(once.len(), all.len(), "{service}");
        for circumstance in offered {
            assert_ne!(
                what_to_bring(*service, &[*circumstance]),
                what_to_bring(*service, &[]),
                "{circumstance}"
            );
        }
    }
}

#[test]
fn every_line_has_both_languages_and_divorce_lists_say_neither_couple_nor_spouse() {
    for item in Item::ALL {
        for text in [item.title(Lang::Zh), item.second(Lang::Zh), item.title(Lang::En), item.second(Lang::En)]
        {
            assert!(!text.is_empty(), "{item}");
        }
        assert_eq!(item.instead(Lang::Zh).is_some(), item.instead(Lang::En).is_some(), "{item}");
    }
    for service in [Service::DivorceApplication, Service::DivorceWithdrawal, Service::DivorceRegistration] {
        for item in what_to_bring(service, Circumstance::ALL) {
            for word in ["新人", "夫妻", "男方", "女方", "反悔"] {
                assert!(
                    !item.title(Lang::Zh).contains(word) && !item.second(Lang::Zh).contains(word),
                    "{item}"
                );
            }
        }
    }
}

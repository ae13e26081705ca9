//! Services, and what each asks of booking and page.

use law::Lang;
use law::service::{Mood, Persons, Service};

#[test]
fn each_service_asks_for_the_persons_of_the_contract() {
    let table = [
        ("marriage", Persons::Two, Mood::Joy),
        ("divorce-application", Persons::Two, Mood::Calm),
        ("divorce-withdrawal", Persons::One, Mood::Calm),
        ("divorce-registration", Persons::Two, Mood::Calm),
        ("reissue-marriage", Persons::OneOrTwo, Mood::Plain),
        ("reissue-divorce", Persons::OneOrTwo, Mood::Plain),
        ("records", Persons::One, Mood::Plain),
        ("consultation", Persons::One, Mood::Plain),
        ("ceremony", Persons::Two, Mood::Joy),
        ("counselling", Persons::One, Mood::Calm),
    ];
    assert_eq!(table.len(), Service::ALL.len());
    for (name, persons, mood) in table {
        let service = Service::parse(name).unwrap();
        assert_eq!((service.as_str(), service.persons(), service.mood()), (name, persons, mood));
        assert_eq!(serde_json::to_string(&service).unwrap(), format!("\"{name}\""));
        assert_eq!(service.is_divorce_matter(), name.starts_with("divorce-"));
    }
    assert_eq!(Service::parse("Marriage"), None);
}

#[test]
fn nobody_is_blocked_by_being_named_in_another_persons_booking() {
    for service in
        [Service::DivorceWithdrawal, Service::ReissueMarriage, Service::Records, Service::Counselling]
    {
        assert!(!service.binds_second_person(), "{service}");
    }
    assert!(Service::Marriage.binds_second_person());
}

#[test]
fn in_divorce_the_other_persons_phone_is_never_asked() {
    for service in Service::ALL {
        assert!(!(service.is_divorce_matter() && service.takes_second_phone()), "{service}");
    }
    assert!(Service::Marriage.takes_second_phone());
}

#[test]
fn every_service_has_its_own_title_in_both_languages() {
    for lang in [Lang::Zh, Lang::En] {
        let titles: std::collections::BTreeSet<_> = Service::ALL.iter().map(|s| s.title(lang)).collect();
        assert_eq!(titles.len(), Service::ALL.len());
    }
    assert!(Service::ALL.iter().all(|s| s.desk_word().chars().count() == 2));
}

//! Who may ask: both, one alone if the registrar decides so, the person of a divorce, and a proxy with an authority.

use std::collections::BTreeSet;

use law::eligibility::Party;
use law::reissue_case::{
    Archive, Asking, Matter, MoveFault, Proof, ProxyPoint, Reached, Reason, ReissueEvent, apply,
};

use super::{archive, asked, both, fault, found, one, opened, state, way_to_acceptance};

fn by_proxy(points: &[ProxyPoint]) -> Asking {
    Asking { proxy: Some(points.iter().copied().collect()), ..both(Reason::Lost) }
}

#[test]
fn one_alone_of_a_couple_is_served_where_the_registrar_says_why() {
    let opened = [opened(Matter::Marriage)];
    for reason in [None, Some(String::new()), Some("  ".to_owned())] {
        let silent = Asking { alone: reason, ..one(Reason::Lost) };
        assert_eq!(fault(&opened, &asked(silent)), MoveFault::AloneReasonMissing);
    }
    assert!(apply(&state(&opened), &asked(one(Reason::Lost))).is_ok());
    // Then only that one is identified and signs.
    let way = way_to_acceptance(one(Reason::Lost));
    assert!(apply(&state(&way), &ReissueEvent::Accepted).is_ok());
    let other = ReissueEvent::IdentityChecked { party: Party::Second };
    assert_eq!(fault(&[opened[0].clone(), asked(one(Reason::Lost))], &other), MoveFault::NotAnApplicant);
}

#[test]
fn each_asks_for_their_own_divorce_certificate() {
    let opened = [opened(Matter::Divorce)];
    assert_eq!(fault(&opened, &asked(both(Reason::Lost))), MoveFault::OneApplicantOnly);
    let own = Asking { alone: None, ..one(Reason::Lost) };
    assert!(apply(&state(&opened), &asked(own)).is_ok(), "alone is as it should be");
}

#[test]
fn somebody_asks() {
    let nobody = Asking { applicants: BTreeSet::new(), ..both(Reason::Lost) };
    for matter in Matter::ALL {
        assert_eq!(fault(&[opened(*matter)], &asked(nobody.clone())), MoveFault::ApplicantMissing);
    }
}

#[test]
fn a_proxy_needs_a_notarised_authority_with_everything_in_it() {
    let opened = [opened(Matter::Marriage)];
    for (points, expected) in [
        (&[][..], MoveFault::AuthorityNotNotarised),
        (&[ProxyPoint::StatesParticulars, ProxyPoint::OwnDocument], MoveFault::AuthorityNotNotarised),
        (&[ProxyPoint::Notarised], MoveFault::AuthorityOpen),
        (&[ProxyPoint::Notarised, ProxyPoint::StatesParticulars], MoveFault::AuthorityOpen),
    ] {
        assert_eq!(fault(&opened, &asked(by_proxy(points))), expected, "{points:?}");
    }
    assert!(apply(&state(&opened), &asked(by_proxy(ProxyPoint::ALL))).is_ok());
}

#[test]
fn a_proxy_acts_only_where_the_record_is_found_and_agrees() {
    let mut way = way_to_acceptance(by_proxy(ProxyPoint::ALL));
    assert!(apply(&state(&way), &ReissueEvent::Accepted).is_ok());
    way.extend([archive(found(false)), ReissueEvent::ProofGiven { proof: Proof::PoliceIdentityProof }]);
    assert_eq!(fault(&way, &ReissueEvent::Accepted), MoveFault::ProxyNeedsArchive);
    way.extend([archive(Archive::NoRecord), ReissueEvent::ProofGiven { proof: Proof::HouseholdRegister }]);
    assert_eq!(fault(&way, &ReissueEvent::Accepted), MoveFault::ProxyNeedsArchive);
    // In person the same papers do.
    way.push(asked(both(Reason::Lost)));
    way.push(ReissueEvent::Accepted);
    assert_eq!(state(&way).reached(), Reached::Accepted);
}

#[test]
fn who_asks_can_be_put_right_until_acceptance_and_not_afterwards() {
    let mut way = way_to_acceptance(both(Reason::Lost));
    assert_eq!(fault(&way, &asked(both(Reason::Lost))), MoveFault::AlreadyDone);
    way.push(asked(one(Reason::Lost)));
    assert!(!state(&way).identity_checked(Party::Second), "who no longer asks is no longer checked");
    way.push(ReissueEvent::Accepted);
    assert_eq!(fault(&way, &asked(both(Reason::Lost))), MoveFault::AlreadyAccepted);
}

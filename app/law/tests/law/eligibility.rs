//! Who may marry on which day, and where.

use chrono::{Datelike, NaiveDate};
use law::Lang;
use law::eligibility::{
    Applicant, MarriageRefusal, MarriageRefusalGround, OfficeFault, ParticularsFault, Party, age_on,
    earliest_day, marriage, office_for,
};
use law::identity::{IdNumber, IdType, Nationality, PartyKind, Sex};
use proptest::prelude::*;

use crate::dates::{d, today};

/// A bearer of a permit, whose sex and birth the form states.
fn person(permit: &str, sex: Sex, birth: &str) -> Applicant {
    let id = IdNumber::parse(IdType::TaiwanPermit, permit, today()).unwrap();
    Applicant::new(id, Some(sex), Some(d(birth)), None, today()).unwrap()
}

fn rules(day: &str, a: &Applicant, b: &Applicant) -> Vec<(&'static str, Option<Party>)> {
    marriage(d(day), a, b).iter().map(|refusal| (refusal.code(), refusal.who)).collect()
}

#[test]
fn he_may_marry_on_his_twenty_second_and_she_on_her_twentieth_birthday() {
    let he = person("00000001", Sex::M, "2004-12-03");
    let she = person("00000002", Sex::F, "2006-12-04");
    assert_eq!(rules("2026-12-04", &he, &she), []);
    assert_eq!(rules("2026-12-03", &he, &she), [("under_age", Some(Party::Second))]);
    assert_eq!(
        rules("2026-12-02", &he, &she),
        [("under_age", Some(Party::First)), ("under_age", Some(Party::Second))]
    );
    assert_eq!(rules("2026-12-04", &she, &he), []);
}

#[test]
fn born_on_a_leap_day_the_birthday_is_the_first_of_march_in_common_years() {
    assert_eq!(earliest_day(Sex::M, d("2004-02-29")), d("2026-03-01"));
    assert_eq!(earliest_day(Sex::F, d("2008-02-29")), d("2028-02-29"));
    assert_eq!(age_on(d("2004-02-29"), d("2026-02-28")), 21);
    assert_eq!(age_on(d("2004-02-29"), d("2026-03-01")), 22);
    assert_eq!(age_on(d("2004-02-29"), d("2024-02-29")), 20);
}

#[test]
fn nobody_marries_themselves_or_a_person_of_the_same_sex() {
    let he = person("00000001", Sex::M, "1990-01-01");
    let renewed = person("0000000102", Sex::M, "1990-01-01");
    let another = person("00000003", Sex::M, "1990-01-01");
    assert_eq!(rules("2026-12-01", &he, &renewed), [("same_person", Some(Party::Second))]);
    assert_eq!(rules("2026-12-01", &he, &another), [("same_sex", None)]);
}

#[test]
fn a_refusal_for_age_says_who_and_from_which_day() {
    let he = person("00000001", Sex::M, "2000-01-01");
    let she = person("00000002", Sex::F, "2006-12-03");
    let refusals = marriage(d("2026-12-01"), &he, &she);
    assert_eq!(refusals.len(), 1);
    assert_eq!(refusals[0].rule, MarriageRefusal::UnderAge);
    assert_eq!(
        refusals[0].sentence(Lang::Zh, 2026),
        "第二位到12月3日 星期四才到法定婚龄，请选那天或以后的日子"
    );
    assert_eq!(
        refusals[0].sentence(Lang::En, 2025),
        "Second person is of age from Thu 3 December 2026; please choose that day or a later one"
    );
}

#[test]
fn what_the_number_tells_need_not_be_stated_and_may_not_be_contradicted() {
    let card = || IdNumber::parse(IdType::MainlandId, "370126200001010024", today()).unwrap();
    let known = Applicant::new(card(), None, None, None, today()).unwrap();
    assert_eq!(
        (known.sex(), known.birth(), known.nationality()),
        (Sex::F, d("2000-01-01"), Nationality::CHN)
    );
    assert_eq!(
        Applicant::new(card(), Some(Sex::M), Some(d("2000-01-02")), None, today()),
        Err(vec![ParticularsFault::SexMismatch, ParticularsFault::BirthMismatch])
    );
    let passport = || IdNumber::parse(IdType::Passport, "P10510765", today()).unwrap();
    assert_eq!(
        Applicant::new(passport(), None, None, None, today()),
        Err(vec![
            ParticularsFault::SexMissing,
            ParticularsFault::BirthMissing,
            ParticularsFault::NationalityMissing
        ])
    );
    for impossible in ["2026-11-24", "1850-01-01"] {
        let stated =
            Applicant::new(passport(), Some(Sex::F), Some(d(impossible)), Nationality::parse("VNM"), today());
        assert_eq!(stated, Err(vec![ParticularsFault::BirthImpossible]), "{impossible}");
    }
}

#[test]
fn two_mainland_residents_may_come_here_and_others_by_the_offices_authority() {
    use PartyKind::{Foreigner, HongKong, Mainland, OverseasChinese};
    let table = [
        ([Mainland, Mainland], Ok(()), Ok(())),
        ([Mainland, Foreigner], Err(OfficeFault::ForeignRelatedElsewhere), Ok(())),
        ([HongKong, Mainland], Err(OfficeFault::ForeignRelatedElsewhere), Ok(())),
        ([HongKong, OverseasChinese], Err(OfficeFault::NeitherMainland), Err(OfficeFault::NeitherMainland)),
        ([Foreigner, Foreigner], Err(OfficeFault::BothForeign), Err(OfficeFault::BothForeign)),
        ([Foreigner, HongKong], Err(OfficeFault::NeitherMainland), Err(OfficeFault::NeitherMainland)),
    ];
    for (kinds, without, with) in table {
        assert_eq!(office_for(kinds, false), without, "{kinds:?}");
        assert_eq!(office_for(kinds, true), with, "{kinds:?}");
    }
}

#[test]
fn there_are_four_grounds_for_refusing_and_each_names_its_article() {
    let codes: Vec<_> = MarriageRefusalGround::ALL.iter().map(|g| g.as_str()).collect();
    assert_eq!(codes, ["under_age", "not_voluntary", "already_married", "prohibited_kinship"]);
    for ground in MarriageRefusalGround::ALL {
        assert!(ground.article(Lang::Zh).contains("第九条"));
        assert!(ground.article(Lang::En).contains("art. 9"));
        assert!(!ground.what_next(Lang::Zh).is_empty() && !ground.words(Lang::En).is_empty());
    }
}

proptest! {
    #[test]
    fn the_earliest_day_is_the_first_on_which_the_age_is_reached(day in 0..45_000_i64, man in any::<bool>()) {
        let birth = d("1900-01-01") + chrono::TimeDelta::days(day);
        let (sex, years) = if man { (Sex::M, 22) } else { (Sex::F, 20) };
        let from = earliest_day(sex, birth);
        prop_assert_eq!(age_on(birth, from), years);
        prop_assert_eq!(age_on(birth, from.pred_opt().unwrap()), years - 1);
    }

    #[test]
    fn age_agrees_with_counting_birthdays(day in 0..45_000_i64, later in 0..40_000_i64) {
        let birth = d("1900-01-01") + chrono::TimeDelta::days(day);
        let on = birth + chrono::TimeDelta::days(later);
        let birthdays = (birth.year() + 1..=on.year())
            .filter_map(|y| birth.with_year(y).or(NaiveDate::from_ymd_opt(y, 3, 1)))
            .filter(|birthday| *birthday <= on)
            .count();
        prop_assert_eq!(age_on(birth, on) as usize, birthdays);
    }
}

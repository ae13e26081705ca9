//! Whether two persons can be registered as married on a given day, as far as their documents tell.

use chrono::NaiveDate;

use super::{Applicant, Party, earliest_day};
use crate::coded::worded;
use crate::identity::Sex;
use crate::{Lang, words};

worded! {
    /// Why a marriage can't be booked or registered on that day.
    pub enum MarriageRefusal {
        UnderAge = "under_age":
            "到那天还没到法定婚龄：男满 22 周岁，女满 20 周岁，请选生日当天或以后的日子",
            "Not of age on that day: men from 22, women from 20; please choose the birthday or a later day";
        SamePerson = "same_person":
            "两位填的是同一个证件，请填对方自己的证件号码",
            "Both persons bear the same document; please enter the other person's own number";
        SameSex = "same_sex":
            "结婚登记须一男一女，请再核对两位的证件号码和性别",
            "Registration takes one man and one woman; please check both numbers and sexes";
    }
}

/// One refusal: which rule, whom it concerns, and from when it would work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Refusal {
    pub rule: MarriageRefusal,
    /// `None` where it concerns both.
    pub who: Option<Party>,
    /// For age: the first day on which this person may marry.
    pub from: Option<NaiveDate>,
}

impl Refusal {
    /// The rule's stable code.
    pub const fn code(&self) -> &'static str {
        self.rule.code()
    }

    /// The rule's general sentence.
    pub const fn words(&self, lang: Lang) -> &'static str {
        self.rule.words(lang)
    }

    /// The sentence for this person, with the day from which it works.
    pub fn sentence(&self, lang: Lang, this_year: i32) -> String {
        let (Some(who), Some(from)) = (self.who, self.from) else {
            return self.words(lang).to_owned();
        };
        let (who, day) = (who.title(lang), words::date(from, this_year, lang));
        match lang {
            Lang::Zh => format!("{who}到{day}才到法定婚龄，请选那天或以后的日子"),
            Lang::En => format!("{who} is of age from {day}; please choose that day or a later one"),
        }
    }
}

/// Every refusal for a marriage on `event_date` (the day of the visit, not of the booking). Empty: none.
pub fn marriage(event_date: NaiveDate, a: &Applicant, b: &Applicant) -> Vec<Refusal> {
    let mut refusals = Vec::new();
    if a.key_form() == b.key_form() {
        refusals.push(Refusal { rule: MarriageRefusal::SamePerson, who: Some(Party::Second), from: None });
    } else if a.sex() == b.sex() {
        // 民法典 1046: 男女双方.
        refusals.push(Refusal { rule: MarriageRefusal::SameSex, who: None, from: None });
    }
    for (who, person) in [(Party::First, a), (Party::Second, b)] {
        refusals.extend(under_age(event_date, who, person.sex(), person.birth()));
    }
    refusals
}

/// 民法典 1047, on the day of the event.
fn under_age(event_date: NaiveDate, who: Party, sex: Sex, birth: NaiveDate) -> Option<Refusal> {
    let from = earliest_day(sex, birth);
    (event_date < from).then_some(Refusal {
        rule: MarriageRefusal::UnderAge,
        who: Some(who),
        from: Some(from),
    })
}

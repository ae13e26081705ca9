//! Why each date is the one it is, in plain sentences with the article.

use chrono::{Datelike, NaiveDate};

use super::{DivorceDates, Roll};
use crate::coded::named;
use crate::{Lang, words};

named! {
    /// The dates on the line of time, in its order.
    pub enum StepKind {
        Accepted = "accepted",
        CoolingOffFirst = "cooling_off_first",
        CoolingOffLast = "cooling_off_last",
        IssuanceFirst = "issuance_first",
        IssuanceLast = "issuance_last",
        Lapses = "lapses",
    }
}

impl StepKind {
    /// The role beside the date: 「受理，这天不算」.
    pub const fn role(self, lang: Lang) -> &'static str {
        match self {
            Self::Accepted => lang.pick("受理，这天不算", "accepted, not counted"),
            Self::CoolingOffFirst => lang.pick("第 1 天", "day 1"),
            Self::CoolingOffLast | Self::IssuanceLast => lang.pick("最后一天", "last day"),
            Self::IssuanceFirst => lang.pick("第一天", "first day"),
            Self::Lapses => lang.pick("起", "from"),
        }
    }

    /// The article behind it, as it stands under the reason.
    pub const fn article(self, lang: Lang) -> &'static str {
        match self {
            Self::Accepted => lang.pick("民法典第 201 条", "Civil Code, art. 201"),
            Self::CoolingOffFirst => lang.pick("民法典第 1077、201 条", "Civil Code, arts. 1077, 201"),
            Self::CoolingOffLast | Self::IssuanceLast => {
                lang.pick("民法典第 1077、203 条", "Civil Code, arts. 1077, 203")
            }
            Self::IssuanceFirst => lang.pick("民法典第 1077 条", "Civil Code, art. 1077"),
            Self::Lapses => lang.pick("婚姻登记条例第 16 条", "Marriage Registration Regulation, art. 16"),
        }
    }
}

/// One date, its reason, its article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    pub kind: StepKind,
    pub date: NaiveDate,
    pub why: String,
    pub article: &'static str,
}

impl DivorceDates {
    /// The six dates with their reasons, in order of time.
    pub fn steps(&self, lang: Lang) -> Vec<Step> {
        StepKind::ALL.iter().map(|kind| self.step(*kind, lang)).collect()
    }

    fn step(&self, kind: StepKind, lang: Lang) -> Step {
        let (date, why) = match kind {
            StepKind::Accepted => (self.accepted, self.why_accepted(lang)),
            StepKind::CoolingOffFirst => (
                self.cooling_off_first,
                lang.pick(
                    "受理的第二天是第 1 天；到最后一天为止，任何一位都可以单独来撤回申请。",
                    "The day after acceptance is day 1; until the last day either of you alone can withdraw.",
                )
                .to_owned(),
            ),
            StepKind::CoolingOffLast => (self.cooling_off_last, self.why_cooling_off_last(lang)),
            StepKind::IssuanceFirst => (self.issuance_first, self.why_issuance_first(lang)),
            StepKind::IssuanceLast => (self.issuance_last, self.why_issuance_last(lang)),
            StepKind::Lapses => (
                self.lapses_on,
                lang.pick(
                    "没有一起来领证，申请到这天自动终止，可以重新申请。",
                    "If you haven't registered together, the application has ended by itself; you can apply again.",
                )
                .to_owned(),
            ),
        };
        Step { kind, date, why, article: kind.article(lang) }
    }

    fn why_accepted(&self, lang: Lang) -> String {
        let plain = lang.pick(
            "受理申请的这天不算，从第二天起数三十天。",
            "The day of acceptance isn't counted; the thirty days begin the day after.",
        );
        let doubt = lang.pick(
            "这天是休息日，请核对回执单上的日期。",
            " Offices rest on this day; please check the date on the receipt.",
        );
        if self.accepted_on_rest_day { format!("{plain}{doubt}") } else { plain.to_owned() }
    }

    fn why_cooling_off_last(&self, lang: Lang) -> String {
        let counted = self.why_end(self.cooling_off_roll, self.cooling_off_last, lang);
        let still = lang.pick(
            "这天还可以撤回，还不能领证。",
            " Withdrawal is still possible on this day, registration not yet.",
        );
        format!("{counted}{still}")
    }

    fn why_issuance_first(&self, lang: Lang) -> String {
        let plain = lang.pick(
            "三十日（冷静期）满了的第二天起，两位一起来可以领证。",
            "From the day after the thirty days have ended, you can register together.",
        );
        if self.issuance_first_service == self.issuance_first {
            return plain.to_owned();
        }
        let open = words::date(self.issuance_first_service, self.accepted.year(), lang);
        match lang {
            Lang::Zh => format!("{plain}这天不上班，最早{open}可以办。"),
            Lang::En => format!("{plain} Offices rest on this day; the first working day is {open}."),
        }
    }

    fn why_issuance_last(&self, lang: Lang) -> String {
        let counted = self.why_end(self.issuance_roll, self.issuance_last, lang);
        let still = lang.pick("这天还可以领证。", " You can still register on this day.");
        format!("{counted}{still}")
    }

    /// How the thirtieth day was found, and where it moved if it fell on a rest day.
    fn why_end(&self, roll: Option<Roll>, last: NaiveDate, lang: Lang) -> String {
        let this_year = self.accepted.year();
        let whole = |date| words::date(date, this_year, lang);
        let Some(roll) = roll else {
            return match lang {
                Lang::Zh => format!("第 30 天是{}，不是法定休假日，不用顺延。", whole(last)),
                Lang::En => format!("Day 30 is {}, not a statutory rest day, so it stays.", whole(last)),
            };
        };
        let (nominal, moved, rest) =
            (whole(roll.nominal), whole(roll.last), rest_words(&roll, this_year, lang));
        match lang {
            Lang::Zh => {
                let after = if roll.rest.holiday.is_some() { "放假" } else { "周末" };
                format!("第 30 天本来是{nominal}。{rest}，顺延到{after}后的第一天：{moved}。")
            }
            Lang::En => format!("Day 30 would be {nominal}. {rest}, so it moves to the day after: {moved}."),
        }
    }
}

/// 「2月15日至2月23日春节放假」, 「1月24日至1月25日是周末」.
fn rest_words(roll: &Roll, this_year: i32, lang: Lang) -> String {
    let (first, last) = (roll.rest.first, roll.rest.last);
    let day = |date| words::day(date, this_year, lang);
    let span = match (lang, first == last) {
        (_, true) => day(first),
        (Lang::Zh, false) => format!("{}至{}", day(first), day(last)),
        (Lang::En, false) => format!("{} to {}", day(first), day(last)),
    };
    match (lang, roll.rest.holiday) {
        (Lang::Zh, Some(holiday)) => format!("{span}{}放假", holiday.title(lang)),
        (Lang::Zh, None) => format!("{span}是周末"),
        (Lang::En, Some(holiday)) => format!("Offices rest for {} ({span})", holiday.title(lang)),
        (Lang::En, None) => format!("{span} is a weekend"),
    }
}

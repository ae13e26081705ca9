//! Made-up years of acts, the same for the same seed: people who don't exist, every kind of act and document.

use chrono::{Datelike, Days, NaiveDate};
use std::fmt::Write;

pub const HEADER: &str = "date,act,ref,a_name,a_id_type,a_id,a_sex,a_birth,a_prior,a_region,b_name,b_id_type,b_id,\
                          b_sex,b_birth,b_prior,b_region,restored,by,reason";

/// One person as a row has them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Human {
    pub name: String,
    pub id_type: &'static str,
    pub id: String,
    pub sex: char,
    pub birth: NaiveDate,
    pub prior: &'static str,
    pub region: &'static str,
}

/// One row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Act {
    pub date: NaiveDate,
    pub kind: &'static str,
    pub reference: String,
    pub a: Option<Human>,
    pub b: Option<Human>,
    pub restored: &'static str,
    pub by: &'static str,
    pub reason: &'static str,
}

impl Act {
    pub fn line(&self) -> String {
        let mut line = format!("{},{},{}", self.date, self.kind, self.reference);
        for person in [&self.a, &self.b] {
            match person {
                Some(p) => write!(
                    line,
                    ",{},{},{},{},{},{},{}",
                    p.name, p.id_type, p.id, p.sex, p.birth, p.prior, p.region
                )
                .unwrap(),
                None => line.push_str(",,,,,,,"),
            }
        }
        write!(line, ",{},{},{}", self.restored, self.by, self.reason).unwrap();
        line
    }
}

/// The whole file.
pub fn file(acts: &[Act]) -> String {
    let mut text = format!("{HEADER}\n");
    for act in acts {
        text.push_str(&act.line());
        text.push('\n');
    }
    text
}

/// Numbers that look random and are not (xorshift).
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    /// Below `n`.
    pub fn below(&mut self, n: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) % n
    }

    pub fn one_in(&mut self, n: u64) -> bool {
        self.below(n) == 0
    }

    pub fn pick<T: Copy>(&mut self, of: &[T]) -> T {
        of[usize::try_from(self.below(of.len() as u64)).unwrap()]
    }

    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for at in (1..items.len()).rev() {
            items.swap(at, usize::try_from(self.below(at as u64 + 1)).unwrap());
        }
    }

    /// A day in the span, both ends included.
    pub fn day(&mut self, first: NaiveDate, last: NaiveDate) -> NaiveDate {
        let days = u64::try_from((last - first).num_days()).unwrap();
        first + Days::new(self.below(days + 1))
    }
}

/// Eighteen characters with the right last one, counted here on its own.
pub fn number(area: &str, birth: NaiveDate, sequence: u64) -> String {
    let body = format!("{area}{}{sequence:03}", birth.format("%Y%m%d"));
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let sum: u32 = body.chars().zip(weights).map(|(c, w)| c.to_digit(10).unwrap() * w).sum();
    format!("{body}{}", ["1", "0", "X", "9", "8", "7", "6", "5", "4", "3", "2"][sum as usize % 11])
}

const AREAS: [&str; 8] = ["370126", "370125", "370181", "370102", "371423", "370302", "130102", "410105"];

/// Gives each person a number of their own.
pub struct People {
    given: u64,
}

impl People {
    pub fn new() -> Self {
        Self { given: 0 }
    }

    /// Somebody of that sex, born between 1955 and the spring of 2000.
    pub fn somebody(&mut self, dice: &mut Dice, sex: char, prior: &'static str) -> Human {
        let n = self.given;
        self.given += 1;
        // Births and sequences walk on, so that no two people share a number.
        let birth = NaiveDate::from_ymd_opt(1955, 1, 1).unwrap() + Days::new(n * 7919 % 16_500);
        let area = AREAS[usize::try_from(n / 16_500 % 8).unwrap()];
        let sequence = n / 132_000 * 2 % 1000 + u64::from(sex == 'M');
        let surname = dice.pick(&["王", "李", "司马", "谢", "亓", "逄"]);
        let given = dice.pick(&["𬭚桐", "玥", "一平", "勇", "𠅤", "秀兰"]);
        let region = if dice.one_in(8) { dice.pick(&AREAS) } else { area };
        let id = number(area, birth, sequence);
        Human { name: format!("{surname}{given}"), id_type: "mainland_id", id, sex, birth, prior, region }
    }

    /// Somebody with another document.
    pub fn somebody_from_elsewhere(&mut self, dice: &mut Dice, sex: char, prior: &'static str) -> Human {
        let mut human = self.somebody(dice, sex, prior);
        let n = self.given;
        (human.id_type, human.id, human.region) = match dice.below(7) {
            0 => ("passport", format!("P{n:08}"), "VNM"),
            1 => ("hk_macau_permit", format!("H{n:08}"), "810000"),
            2 => ("hk_macau_permit", format!("M{n:08}"), "820000"),
            3 => ("taiwan_permit", format!("{n:08}"), "710000"),
            4 => ("passport_cn", format!("E{n:08}"), "ITA"),
            5 => ("foreign_pr", format!("RUS{n:012}"), "RUS"),
            _ => (
                "hmt_residence",
                number("810000", human.birth, n / 16_500 * 2 % 1000 + u64::from(sex == 'M')),
                "370126",
            ),
        };
        if human.id_type == "foreign_pr" {
            "ANNA PETROVA".clone_into(&mut human.name);
        }
        human
    }
}

/// How many of what a year has.
#[derive(Debug, Clone, Copy)]
pub struct Plan {
    pub year: i32,
    pub marriages: u64,
    pub applications: u64,
    pub reissues: u64,
}

/// A year of acts, with the applications of the autumn before. `window` gives the last day of cooling-off and the
/// last day of the whole for a day of acceptance. No act is later than the year's last day.
pub fn year(plan: Plan, dice: &mut Dice, window: impl Fn(NaiveDate) -> (NaiveDate, NaiveDate)) -> Vec<Act> {
    year_of(plan, dice, &mut People::new(), window)
}

/// The same of people who go on to be different ones in the next call.
pub fn year_of(
    plan: Plan,
    dice: &mut Dice,
    people: &mut People,
    window: impl Fn(NaiveDate) -> (NaiveDate, NaiveDate),
) -> Vec<Act> {
    let first = NaiveDate::from_ymd_opt(plan.year, 1, 1).unwrap();
    let last = NaiveDate::from_ymd_opt(plan.year, 12, 31).unwrap();
    let mut acts = Vec::new();
    for n in 0..plan.marriages {
        let date = dice.day(first, last);
        acts.push(marriage(dice, people, date, format!("M{}-{n}", plan.year)));
    }
    for n in 0..plan.applications {
        let accepted = dice.day(first - Days::new(80), last);
        let reference = format!("D{}-{n}", plan.year);
        divorce(dice, people, &mut acts, accepted, reference, window(accepted), last);
    }
    for n in 0..plan.reissues {
        let date = dice.day(first, last);
        acts.push(reissue(dice, people, date, format!("R{}-{n}", plan.year)));
    }
    acts.sort_by_key(|act| act.date);
    acts
}

fn marriage(dice: &mut Dice, people: &mut People, date: NaiveDate, reference: String) -> Act {
    let restored = dice.one_in(20);
    let prior = |dice: &mut Dice| match (restored, dice.below(10)) {
        (true, _) | (false, 0..=2) => "divorced",
        (false, 3) => "widowed",
        (false, _) => "never",
    };
    let (prior_a, prior_b) = (prior(dice), prior(dice));
    let mut a = people.somebody(dice, 'M', prior_a);
    let mut b = people.somebody(dice, 'F', prior_b);
    match dice.below(60) {
        0 => a = people.somebody_from_elsewhere(dice, 'M', prior_a),
        1 => b = people.somebody_from_elsewhere(dice, 'F', prior_b),
        2 => a.id_type = "temp_id_card",
        _ => {}
    }
    Act {
        date,
        kind: "marriage",
        reference,
        a: Some(a),
        b: Some(b),
        restored: if restored { "yes" } else { "" },
        by: "",
        reason: "",
    }
}

fn divorce(
    dice: &mut Dice,
    people: &mut People,
    acts: &mut Vec<Act>,
    accepted: NaiveDate,
    reference: String,
    (cooling, issuance): (NaiveDate, NaiveDate),
    last: NaiveDate,
) {
    let a = people.somebody(dice, 'M', "married");
    let b = people.somebody(dice, 'F', "married");
    let plain = |date, kind, by| Act {
        date,
        kind,
        reference: reference.clone(),
        a: None,
        b: None,
        restored: "",
        by,
        reason: "",
    };
    acts.push(Act { a: Some(a.clone()), b: Some(b.clone()), ..plain(accepted, "divorce_application", "") });
    let window_first = cooling + Days::new(1);
    let ending = match dice.below(20) {
        0 => plain(dice.day(accepted, cooling), "divorce_withdrawal", "a"),
        1 => plain(cooling, "divorce_withdrawal", "b"),
        2 => plain(window_first, "divorce_registration", ""),
        3 => plain(issuance, "divorce_registration", ""),
        4..=9 => plain(dice.day(window_first, issuance), "divorce_registration", ""),
        _ => return,
    };
    if ending.date > last {
        return;
    }
    let divorced = ending.kind == "divorce_registration";
    let ended = ending.date;
    acts.push(ending);
    if divorced && dice.one_in(12) && ended < last {
        // 复婚 after their own divorce here.
        let again = |human: Human| Some(Human { prior: "divorced", ..human });
        acts.push(Act {
            date: dice.day(ended, last),
            kind: "marriage",
            reference: format!("{reference}-again"),
            a: again(a),
            b: again(b),
            restored: "yes",
            by: "",
            reason: "",
        });
    }
}

fn reissue(dice: &mut Dice, people: &mut People, date: NaiveDate, reference: String) -> Act {
    let reason = dice.pick(&["lost", "damaged", "data_mismatch"]);
    let of_divorce = dice.one_in(4);
    let (kind, prior) =
        if of_divorce { ("reissue_divorce", "divorced") } else { ("reissue_marriage", "married") };
    let sex = if of_divorce && dice.one_in(2) { 'F' } else { 'M' };
    Act {
        date,
        kind,
        reference,
        a: Some(people.somebody(dice, sex, prior)),
        b: (!of_divorce).then(|| people.somebody(dice, 'F', prior)),
        restored: "",
        by: "",
        reason,
    }
}

/// Age in whole years, counted here on its own; born on 29 February: 1 March in common years.
pub fn age(birth: NaiveDate, on: NaiveDate) -> i32 {
    let had_birthday = (on.month(), on.day()) >= (birth.month(), birth.day());
    on.year() - birth.year() - i32::from(!had_birthday)
}

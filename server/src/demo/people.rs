//! Invented people: common names, and the long and rare ones that forms and papers must bear.

use crate::commands::Refused;
use chrono::{Days, NaiveDate};
use law::{
    eligibility::Applicant,
    identity::{IdNumber, IdType},
};
use registry::booking::RawParty;

const SURNAMES: [&str; 20] = [
    "王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙", "马", "朱", "胡", "郭", "何",
    "高", "林", "罗",
];
const MEN: [&str; 16] = [
    "伟", "强", "磊", "军", "洋", "勇", "杰", "涛", "明", "浩然", "子轩", "宇航", "俊杰", "建华", "志远",
    "文博",
];
const WOMEN: [&str; 16] = [
    "芳", "娜", "敏", "静", "丽", "艳", "娟", "霞", "婷", "雨欣", "梓涵", "诗琪", "佳怡", "欣妍", "晓燕",
    "慧敏",
];
/// Names that break forms: rare characters of three planes, one with forty characters, one in Latin letters.
const HARD: [(&str, &str); 5] = [
    ("谢𬭚桐", "𠮷田佳"),
    ("阿卜杜热合曼·买买提艾力", "迪丽努尔·阿不都克里木"),
    ("努尔艾合买提江·吐尔逊阿卜杜拉·伊敏尼亚孜·阿卜杜热西提", "热依汗古丽·麦麦提敏"),
    ("司马㛃", "欧阳𫖯"),
    ("张三丰", "李𠅤"),
];

/// An area that no card was ever issued for: nobody real has these numbers.
const NOWHERE: &str = "370199";

/// Couple number `n`, both of age; the same number gives the same two.
pub fn couple(n: usize, today: NaiveDate) -> Result<(RawParty, RawParty), Refused> {
    let (man, woman) = match HARD.get(n) {
        Some((man, woman)) => ((*man).to_owned(), (*woman).to_owned()),
        None => (name(n, &MEN), name(n * 7 + 3, &WOMEN)),
    };
    let phone = format!("199{:08}", n % 100_000_000);
    let a = RawParty { name: man, id_number: number(n * 2, 1, today)?, phone, ..RawParty::default() };
    let b = RawParty { name: woman, id_number: number(n * 2 + 1, 0, today)?, ..RawParty::default() };
    Ok((a, b))
}

/// The document of a colleague, so that nobody handles a case of their own.
pub fn colleague(n: usize, today: NaiveDate) -> Result<Applicant, Refused> {
    let number = number(1_900_000 + n, 1, today)?;
    let invented = || Refused::Because("an invented number is none".to_owned());
    let id = IdNumber::parse(IdType::MainlandId, &number, today).map_err(|_| invented())?;
    Applicant::new(id, None, None, None, today).map_err(|_| invented())
}

fn name(n: usize, given: &[&str; 16]) -> String {
    format!("{}{}", SURNAMES[n % SURNAMES.len()], given[n / SURNAMES.len() % given.len()])
}

/// A number that is right in form: born between 23 and 38 years ago, `odd` 1 for a man, 0 for a woman.
fn number(n: usize, odd: usize, today: NaiveDate) -> Result<String, Refused> {
    let days = 23 * 366 + n * 11 % (15 * 365);
    let birth = today - Days::new(days as u64);
    let sequence = n / 15 % 500 * 2 + odd;
    let first = format!("{NOWHERE}{}{sequence:03}", birth.format("%Y%m%d"));
    let whole = "0123456789X".chars().map(|last| format!("{first}{last}"));
    whole
        .into_iter()
        .find(|number| IdNumber::parse(IdType::MainlandId, number, today).is_ok())
        .ok_or_else(|| Refused::Because("no number can be invented".to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use registry::booking::{Party, Reading};

    #[test]
    fn four_hundred_couples_are_of_age_and_no_number_comes_twice() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
        let rules = Reading { service: law::service::Service::Marriage, today, phone_required: true };
        let mut numbers = std::collections::BTreeSet::new();
        for n in 0..400 {
            let (a, b) = couple(n, today).unwrap();
            let first = Party::read(&a, "a", rules).unwrap();
            let second = Party::read(&b, "b", rules).unwrap();
            assert!(law::eligibility::marriage(today, &first.person, &second.person).is_empty());
            assert!(numbers.insert(a.id_number) && numbers.insert(b.id_number), "couple {n}");
        }
    }
}

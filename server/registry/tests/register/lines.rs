//! Single rows for small stories: one good row of each act, to be spoilt one field at a time.

use crate::made_up::{Act, HEADER, Human, number};
use chrono::NaiveDate;

/// A man born on that day; `which` tells one from another.
pub fn man(which: u64, birth: NaiveDate) -> Human {
    human('M', which, birth)
}

/// A woman born on that day.
pub fn woman(which: u64, birth: NaiveDate) -> Human {
    human('F', which, birth)
}

fn human(sex: char, which: u64, birth: NaiveDate) -> Human {
    let id = number("370126", birth, which * 2 + u64::from(sex == 'M'));
    let name = if sex == 'M' { "司马一平" } else { "谢𬭚桐" };
    Human { name: name.to_owned(), id_type: "mainland_id", id, sex, birth, prior: "never", region: "370126" }
}

pub fn adult(which: u64) -> (Human, Human) {
    let birth = NaiveDate::from_ymd_opt(1990, 3, 1).unwrap();
    (man(which, birth), woman(which, birth))
}

pub fn marriage(reference: &str, date: NaiveDate, (a, b): (Human, Human)) -> Act {
    Act { a: Some(a), b: Some(b), ..ending("marriage", reference, date) }
}

pub fn application(reference: &str, date: NaiveDate, (a, b): (Human, Human)) -> Act {
    let married = |human: Human| Some(Human { prior: "married", ..human });
    Act { a: married(a), b: married(b), ..ending("divorce_application", reference, date) }
}

pub fn withdrawal(reference: &str, date: NaiveDate) -> Act {
    Act { by: "b", ..ending("divorce_withdrawal", reference, date) }
}

pub fn registration(reference: &str, date: NaiveDate) -> Act {
    ending("divorce_registration", reference, date)
}

fn ending(kind: &'static str, reference: &str, date: NaiveDate) -> Act {
    Act { date, kind, reference: reference.to_owned(), a: None, b: None, restored: "", by: "", reason: "" }
}

/// A line with one column replaced.
pub fn with(act: &Act, column: &str, value: &str) -> String {
    let place = HEADER.split(',').position(|name| name == column).unwrap();
    let line = act.line();
    let mut fields: Vec<&str> = line.split(',').collect();
    fields[place] = value;
    fields.join(",")
}

/// A file of these lines under the header.
pub fn lines(lines: &[String]) -> String {
    let mut text = format!("{HEADER}\n");
    for line in lines {
        text.push_str(line);
        text.push('\n');
    }
    text
}

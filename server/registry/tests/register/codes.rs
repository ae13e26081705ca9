//! Each code of a bad row, at its line and column, with nothing stored. Rows are judged in memory, the same on either
//! engine: one is enough here, and `known` tells what the store has to say.

use crate::hall::{Hall, day};
use crate::lines::{adult, application, lines, man, marriage, with, withdrawal, woman};
use crate::made_up::{Act, HEADER, Human};
use chrono::NaiveDate;
use registry::import::{Import, Imported};

pub async fn look(hall: &Hall, text: impl AsRef<[u8]>) -> Imported {
    let file = hall.file("bad.csv", text);
    hall.try_import(Import { file: &file, dry_run: false, reject: None }).await.unwrap()
}

/// What the problems say, as far as it is for machines.
pub fn told(imported: &Imported) -> Vec<String> {
    let head = |line: String| line.split(": ").next().unwrap_or_default().to_owned();
    imported.problems.iter().map(|problem| head(problem.to_string())).collect()
}

/// One file, its problems, and nothing of it in the register.
pub async fn refused(text: impl AsRef<[u8]>, problems: &[&str]) {
    let text = text.as_ref().to_vec();
    let hall = Hall::on_sqlite(day(2026, 11, 23)).await;
    let imported = look(&hall, &text).await;
    assert_eq!(told(&imported), problems, "{}", String::from_utf8_lossy(&text));
    assert!(imported.refused && !imported.applied);
    assert_eq!(hall.count("SELECT COUNT(*) FROM acts").await, 0);
    hall.clear();
}

/// A file that stands.
pub async fn taken(acts: &[Act]) {
    let text = lines(&acts.iter().map(Act::line).collect::<Vec<_>>());
    let hall = Hall::on_sqlite(day(2026, 11, 23)).await;
    let imported = look(&hall, &text).await;
    assert_eq!(told(&imported), Vec::<String>::new(), "{text}");
    assert_eq!(imported.good, acts.len() as u64);
    hall.clear();
}

pub async fn acts_refused(acts: &[Act], problems: &[&str]) {
    refused(lines(&acts.iter().map(Act::line).collect::<Vec<_>>()), problems).await;
}

pub fn on(month: u32, date: u32) -> NaiveDate {
    day(2024, month, date)
}

/// A marriage with one column spoilt, in line 2.
pub async fn spoilt(column: &str, value: &str, problem: &str) {
    let good = marriage("M1", on(5, 20), adult(1));
    refused(lines(&[with(&good, column, value)]), &[problem]).await;
}

#[tokio::test]
async fn a_row_that_is_not_utf8_is_told_by_its_column() {
    let mut text = lines(&[marriage("M1", on(5, 20), adult(1)).line()]).into_bytes();
    let name = text.windows("司".len()).position(|bytes| bytes == "司".as_bytes()).unwrap();
    text[name] = 0xFF;
    refused(&text, &["line 2 column a_name bad_utf8"]).await;
}

#[tokio::test]
async fn a_row_with_other_columns_than_the_header_is_refused() {
    let good = marriage("M1", on(5, 20), adult(1)).line();
    let (short, long) = (good.rsplit_once(',').unwrap().0.to_owned(), format!("{good},"));
    refused(lines(&[short, long]), &["line 2 column reason bad_columns", "line 3 column 21 bad_columns"])
        .await;
}

#[tokio::test]
async fn a_file_without_its_header_is_refused_as_a_whole() {
    let good = marriage("M1", on(5, 20), adult(1)).line();
    refused(format!("{good}\n"), &["line 1 column date bad_columns"]).await;
    refused(HEADER.replace("a_name", "name"), &["line 1 column date bad_columns"]).await;
    refused("", &["line 1 column date missing"]).await;
}

#[tokio::test]
async fn what_an_act_needs_may_not_be_missing() {
    for column in [
        "date",
        "act",
        "ref",
        "a_name",
        "a_id_type",
        "a_id",
        "a_sex",
        "a_birth",
        "a_prior",
        "a_region",
        "b_name",
        "b_id_type",
        "b_id",
        "b_sex",
        "b_birth",
        "b_prior",
        "b_region",
    ] {
        spoilt(column, "", &format!("line 2 column {column} missing")).await;
    }
    let case = [application("D1", on(5, 20), adult(1)).line(), with(&withdrawal("D1", on(5, 21)), "by", "")];
    refused(lines(&case), &["line 3 column by missing"]).await;
    let reissue = Act { kind: "reissue_marriage", ..application("R1", on(5, 20), adult(1)) };
    acts_refused(&[reissue], &["line 2 column reason missing"]).await;
}

#[tokio::test]
async fn an_act_that_nobody_knows_is_refused() {
    spoilt("act", "wedding", "line 2 column act unknown_act").await;
    spoilt("act", "Marriage", "line 2 column act unknown_act").await;
}

#[tokio::test]
async fn a_date_is_a_real_day_in_one_way_of_writing() {
    for wrong in
        ["2024-02-30", "2024-5-20", "20240520", "2024/05/20", "2024-05-20 ", "五月二十日", "2024-00-10"]
    {
        spoilt("date", wrong, "line 2 column date bad_date").await;
    }
    spoilt("a_birth", "1990-02-30", "line 2 column a_birth bad_date").await;
}

#[tokio::test]
async fn a_day_that_has_not_come_is_refused_and_today_is_not() {
    spoilt("date", "2026-11-24", "line 2 column date future_date").await;
    spoilt("b_birth", "2027-01-01", "line 2 column b_birth future_date").await;
    taken(&[marriage("M1", day(2026, 11, 23), adult(1))]).await;
}

#[tokio::test]
async fn a_value_that_nobody_knows_is_refused() {
    for (column, value) in [
        ("a_name", "12345"),
        ("a_id_type", "driving_licence"),
        ("a_sex", "m"),
        ("a_prior", "single"),
        ("a_region", "990126"),
        ("b_region", "ZZZ"),
        ("restored", "no"),
        ("by", "a"),
        ("reason", "lost"),
    ] {
        spoilt(column, value, &format!("line 2 column {column} unknown_value")).await;
    }
    let case = [application("D1", on(5, 20), adult(1)).line(), with(&withdrawal("D1", on(5, 21)), "by", "c")];
    refused(lines(&case), &["line 3 column by unknown_value"]).await;
    let reissue =
        Act { kind: "reissue_marriage", reason: "stolen", ..application("R1", on(5, 20), adult(1)) };
    acts_refused(&[reissue], &["line 2 column reason unknown_value"]).await;
}

#[tokio::test]
async fn a_number_whose_last_character_does_not_follow_is_refused() {
    let (a, _) = adult(1);
    let wrong = if a.id.ends_with('0') { "1" } else { "0" };
    spoilt("a_id", &format!("{}{wrong}", &a.id[..17]), "line 2 column a_id bad_checksum").await;
    // A slip in the birth date makes the last character wrong too.
    spoilt("a_id", &format!("{}9{}", &a.id[..10], &a.id[11..]), "line 2 column a_id bad_checksum").await;
    spoilt("a_id", &a.id[..17], "line 2 column a_id bad_checksum").await;
}

#[tokio::test]
async fn sex_and_birth_must_agree_with_the_number_and_the_seat() {
    spoilt("a_sex", "F", "line 2 column a_sex sex_mismatch").await;
    spoilt("b_sex", "M", "line 2 column b_sex sex_mismatch").await;
    spoilt("a_birth", "1990-03-02", "line 2 column a_birth birth_mismatch").await;
    let (a, b) = adult(1);
    acts_refused(&[marriage("M1", on(5, 20), (b, a))], &["line 2 column a_sex sex_mismatch"]).await;
}

#[tokio::test]
async fn twenty_two_and_twenty_are_counted_to_the_day() {
    let (_, wife) = adult(1);
    let young = |birth| (man(1, birth), wife.clone());
    taken(&[marriage("M1", on(5, 20), young(day(2002, 5, 20)))]).await;
    let tomorrow = marriage("M1", on(5, 20), young(day(2002, 5, 21)));
    acts_refused(&[tomorrow], &["line 2 column a_birth under_age"]).await;
    let (husband, _) = adult(1);
    let bride = |birth| (husband.clone(), woman(1, birth));
    taken(&[marriage("M1", on(5, 20), bride(day(2004, 5, 20)))]).await;
    acts_refused(&[marriage("M1", on(5, 20), bride(day(2004, 5, 21)))], &["line 2 column b_birth under_age"])
        .await;
}

#[tokio::test]
async fn born_on_29_february_the_birthday_is_1_march_in_common_years() {
    let (husband, _) = adult(1);
    let bride = woman(1, day(2004, 2, 29));
    let wedding = |date| marriage("M1", date, (husband.clone(), bride.clone()));
    taken(&[wedding(day(2024, 2, 29))]).await;
    acts_refused(&[wedding(day(2024, 2, 28))], &["line 2 column b_birth under_age"]).await;
    let groom = man(1, day(2004, 2, 29));
    let wedding = |date| marriage("M1", date, (groom.clone(), woman(1, day(1990, 1, 1))));
    taken(&[wedding(day(2026, 3, 1))]).await;
    acts_refused(&[wedding(day(2026, 2, 28))], &["line 2 column a_birth under_age"]).await;
}

#[tokio::test]
async fn nobody_is_both_persons() {
    let (a, b) = adult(1);
    let twice = marriage("M1", on(5, 20), (a.clone(), Human { id: a.id.clone(), ..b.clone() }));
    acts_refused(&[twice], &["line 2 column b_id same_person"]).await;
    let twin = marriage("M1", on(5, 20), (b.clone(), b));
    acts_refused(&[twin], &["line 2 column b_id same_person"]).await;
    let temporary = Human { id_type: "temp_id_card", sex: 'F', ..a.clone() };
    acts_refused(&[application("D1", on(5, 20), (a, temporary))], &["line 2 column b_id same_person"]).await;
}

#[tokio::test]
async fn lines_are_physical_and_two_hundred_are_told() {
    let good = marriage("M1", on(5, 20), adult(1));
    let text = format!("\u{feff}{HEADER}\r\n\r\n{}\r\n\r\n", with(&good, "act", "x"));
    refused(text, &["line 3 column act unknown_act"]).await;
    let bad = (1..=450).map(|n| with(&marriage(&format!("M{n}"), on(5, 20), adult(n)), "a_prior", "x"));
    let text = lines(&bad.collect::<Vec<_>>());
    let hall = Hall::on_sqlite(day(2026, 11, 23)).await;
    let imported = look(&hall, &text).await;
    assert_eq!((imported.problems.len(), imported.bad, imported.rows), (200, 450, 450));
    assert_eq!(imported.problems[199].line, 201);
    hall.clear();
}

#[tokio::test]
async fn a_problem_names_the_line_it_clashes_with_and_repeats_no_value() {
    let (first, second) = (marriage("X1", on(5, 20), adult(1)), marriage("X1", on(5, 21), adult(2)));
    let hall = Hall::on_sqlite(day(2026, 11, 23)).await;
    let imported = look(&hall, lines(&[first.line(), second.line()])).await;
    let line = imported.problems[0].to_string();
    assert_eq!(line, "line 3 column ref ref_used: this ref opens another case already (see line 2)");
    assert!(!line.contains("X1"));
    hall.clear();
}

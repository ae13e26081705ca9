//! Each code of a bad row, at its line and column, with nothing stored. Rows are judged in memory, the same on either
//! engine: one is enough here, and `known` tells what the store has to say.

use crate::hall::{Hall, day};
use crate::lines::{adult, application, lines, man, marriage, registration, with, withdrawal, woman};
use crate::made_up::{Act, HEADER, Human};
use chrono::{Days, NaiveDate};
use registry::import::{Import, Imported};

async fn look(hall: &Hall, text: impl AsRef<[u8]>) -> Imported {
    let file = hall.file("bad.csv", text);
    hall.try_import(Import { file: &file, dry_run: false, reject: None }).await.unwrap()
}

/// What the problems say, as far as it is for machines.
fn told(imported: &Imported) -> Vec<String> {
    let head = |line: String| line.split(": ").next().unwrap_or_default().to_owned();
    imported.problems.iter().map(|problem| head(problem.to_string())).collect()
}

/// One file, its problems, and nothing of it in the register.
async fn refused(text: impl AsRef<[u8]>, problems: &[&str]) {
    let text = text.as_ref().to_vec();
    let hall = Hall::on_sqlite(day(2026, 11, 23)).await;
    let imported = look(&hall, &text).await;
    assert_eq!(told(&imported), problems, "{}", String::from_utf8_lossy(&text));
    assert!(imported.refused && !imported.applied);
    assert_eq!(hall.count("SELECT COUNT(*) FROM acts").await, 0);
    hall.clear();
}

/// A file that stands.
async fn taken(acts: &[Act]) {
    let text = lines(&acts.iter().map(Act::line).collect::<Vec<_>>());
    let hall = Hall::on_sqlite(day(2026, 11, 23)).await;
    let imported = look(&hall, &text).await;
    assert_eq!(told(&imported), Vec::<String>::new(), "{text}");
    assert_eq!(imported.good, acts.len() as u64);
    hall.clear();
}

async fn acts_refused(acts: &[Act], problems: &[&str]) {
    refused(lines(&acts.iter().map(Act::line).collect::<Vec<_>>()), problems).await;
}

fn on(month: u32, date: u32) -> NaiveDate {
    day(2024, month, date)
}

/// A marriage with one column spoilt, in line 2.
async fn spoilt(column: &str, value: &str, problem: &str) {
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
async fn who_is_married_by_the_register_can_not_marry_another() {
    let (a, b) = adult(1);
    let (_, other) = adult(2);
    let first = marriage("M1", on(5, 20), (a.clone(), b.clone()));
    let second = marriage("M2", on(6, 20), (a.clone(), other.clone()));
    acts_refused(&[first.clone(), second.clone()], &["line 3 column a_id already_married"]).await;
    // The order of rows makes no difference: the later marriage is the one too many.
    acts_refused(&[second, first.clone()], &["line 2 column a_id already_married"]).await;
    let again = marriage("M2", on(6, 20), (a.clone(), b.clone()));
    acts_refused(&[first.clone(), again], &["line 3 column a_id already_married"]).await;
    let same_day = Human { prior: "divorced", ..a.clone() };
    let at_once = marriage("M2", on(5, 20), (same_day, other));
    let hall = Hall::on_sqlite(day(2026, 11, 23)).await;
    let imported = look(&hall, lines(&[first.line(), at_once.line()])).await;
    assert_eq!(imported.bad, 1, "{:?}", imported.problems);
    hall.clear();
    spoilt("b_prior", "married", "line 2 column b_prior already_married").await;
}

#[tokio::test]
async fn who_was_divorced_or_widowed_since_can_marry_again() {
    let (a, b) = adult(1);
    let (_, other) = adult(2);
    let again = |prior| Human { prior, ..a.clone() };
    let first = marriage("M1", on(1, 2), (a.clone(), b.clone()));
    let (applied, divorced) =
        (application("D1", on(2, 1), (a.clone(), b.clone())), registration("D1", on(3, 5)));
    let second = marriage("M2", on(3, 5), (again("divorced"), other.clone()));
    taken(&[first.clone(), applied.clone(), divorced.clone(), second.clone()]).await;
    taken(&[second, divorced, first.clone(), applied]).await;
    // By court, at another office, by death: not in this register, and possible.
    taken(&[first.clone(), marriage("M2", on(8, 1), (again("widowed"), other.clone()))]).await;
    taken(&[first.clone(), marriage("M2", on(8, 1), (again("divorced"), other.clone()))]).await;
    let restored = Act {
        restored: "yes",
        ..marriage("M2", on(8, 1), (again("divorced"), Human { prior: "divorced", ..b }))
    };
    taken(&[first, restored]).await;
}

#[tokio::test]
async fn whose_divorce_is_still_under_way_is_married() {
    let (a, b) = adult(1);
    let (_, other) = adult(2);
    let applied = application("D1", on(2, 1), (a.clone(), b));
    let wedding = |date| marriage("M2", date, (Human { prior: "divorced", ..a.clone() }, other.clone()));
    acts_refused(&[applied.clone(), wedding(on(3, 1))], &["line 3 column a_id already_married"]).await;
    // Lapsed here, divorced elsewhere.
    taken(&[applied, wedding(on(9, 1))]).await;
}

#[tokio::test]
async fn a_ref_opens_one_case() {
    let first = marriage("X1", on(5, 20), adult(1));
    let second = marriage("X1", on(5, 21), adult(2));
    acts_refused(&[first.clone(), second.clone()], &["line 3 column ref ref_used"]).await;
    acts_refused(&[second, first.clone()], &["line 2 column ref ref_used"]).await;
    acts_refused(&[first.clone(), application("X1", on(6, 1), adult(3))], &["line 3 column ref ref_used"])
        .await;
    acts_refused(&[first.clone(), first], &["line 3 column ref ref_used"]).await;
}

#[tokio::test]
async fn an_ending_needs_its_application() {
    acts_refused(&[registration("D9", on(5, 20))], &["line 2 column ref unknown_case"]).await;
    let wedding = marriage("M1", on(1, 2), adult(1));
    acts_refused(&[wedding, registration("M1", on(5, 20))], &["line 3 column ref unknown_case"]).await;
    // An ending may name its persons; then they must be those of the application.
    let applied = application("D1", on(2, 1), adult(1));
    let (a, b) = adult(1);
    let named = Act { a: Some(a), b: Some(b), ..registration("D1", on(3, 5)) };
    taken(&[applied.clone(), named.clone()]).await;
    let others = Act { a: Some(adult(2).0), ..named };
    acts_refused(&[applied, others], &["line 3 column a_id unknown_case"]).await;
}

#[tokio::test]
async fn a_case_ends_once() {
    let applied = application("D1", on(2, 1), adult(1));
    let (withdrawn, divorced) = (withdrawal("D1", on(2, 20)), registration("D1", on(3, 5)));
    let problem = ["line 4 column ref case_ended"];
    acts_refused(&[applied.clone(), withdrawn.clone(), divorced.clone()], &problem).await;
    acts_refused(&[applied.clone(), withdrawn.clone(), withdrawn.clone()], &problem).await;
    acts_refused(&[divorced, applied, withdrawn], &["line 2 column ref case_ended"]).await;
}

#[tokio::test]
async fn one_application_of_two_persons_is_open_at_a_time() {
    let (a, b) = adult(1);
    let first = application("D1", on(2, 1), (a.clone(), b.clone()));
    let second = |date| application("D2", date, (a.clone(), b.clone()));
    acts_refused(&[first.clone(), second(on(3, 1))], &["line 3 column a_id already_open"]).await;
    // Accepted 2024-02-01: cooling-off until 03-04, window until 04-03, lapsed on 04-04.
    acts_refused(&[first.clone(), second(on(4, 3))], &["line 3 column a_id already_open"]).await;
    taken(&[first.clone(), second(on(4, 4))]).await;
    taken(&[first.clone(), withdrawal("D1", on(2, 20)), second(on(2, 20))]).await;
    // Withdrawn on the day of acceptance, and asked for again.
    taken(&[second(on(2, 1)), first.clone(), withdrawal("D1", on(2, 1))]).await;
    let (_, other) = adult(2);
    taken(&[first, application("D2", on(2, 2), (a, other))]).await;
}

#[tokio::test]
async fn the_windows_of_withdrawal_and_registration_hold_to_the_day() {
    // 2024-02-01: day 30 is Saturday 03-02, so cooling-off ends on Monday 03-04; day 30 after it is 04-03.
    let applied = application("D1", on(2, 1), adult(1));
    let (cooling, last) = (on(3, 4), on(4, 3));
    let case = |ending: Act| [applied.clone(), ending];
    let too_early = ["line 3 column date too_early"];
    let too_late = ["line 3 column date too_late"];
    acts_refused(&case(withdrawal("D1", on(1, 31))), &too_early).await;
    taken(&case(withdrawal("D1", on(2, 1)))).await;
    taken(&case(withdrawal("D1", cooling))).await;
    acts_refused(&case(withdrawal("D1", cooling + Days::new(1))), &too_late).await;
    acts_refused(&case(registration("D1", cooling)), &too_early).await;
    taken(&case(registration("D1", cooling + Days::new(1)))).await;
    taken(&case(registration("D1", last))).await;
    // A rest day inside the window: history, not an error.
    taken(&case(registration("D1", on(3, 31)))).await;
    acts_refused(&case(registration("D1", last + Days::new(1))), &too_late).await;
}

#[tokio::test]
async fn before_2021_nobody_applied_for_divorce() {
    acts_refused(&[application("D1", day(2020, 12, 31), adult(1))], &["line 2 column date too_early"]).await;
    taken(&[application("D1", day(2021, 1, 1), adult(1))]).await;
}

#[tokio::test]
async fn what_rests_on_a_rejected_row_is_rejected() {
    let applied = application("D1", on(2, 1), adult(1));
    let bad = with(&applied, "a_sex", "F");
    refused(
        lines(&[bad, registration("D1", on(3, 5)).line()]),
        &["line 2 column a_sex sex_mismatch", "line 3 column ref rests_on_rejected"],
    )
    .await;
    // Only a divorce that is rejected would have made these two free.
    let (a, b) = adult(1);
    let (_, other) = adult(2);
    let wedding = marriage("M2", on(8, 1), (Human { prior: "divorced", ..a }, other));
    acts_refused(
        &[applied.clone(), registration("D1", on(3, 4)), wedding],
        &["line 3 column date too_early", "line 4 column ref rests_on_rejected"],
    )
    .await;
    let (a, _) = adult(1);
    let second = application("D2", on(3, 10), (a, b));
    refused(
        lines(&[applied.line(), with(&withdrawal("D1", on(2, 9)), "by", "x"), second.line()]),
        &["line 3 column by unknown_value", "line 4 column ref rests_on_rejected"],
    )
    .await;
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

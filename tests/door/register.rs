//! `import`, `report` and `lapse` as an officer types them: exit codes, and what stands on which output.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use tests::{
    Trouble,
    hall::{built_server, fresh_folder},
};

const SAMPLE: &str = include_str!("../data/acts.csv");

fn run(folder: &Path, words: &[&str]) -> Result<Output, Trouble> {
    let mut command = Command::new(built_server()?);
    command.args(words).current_dir(folder).env("HALL_DATA", folder.join("var"));
    for name in ["DATABASE_URL", "HALL_NOW", "HALL_CONFIG"] {
        command.env_remove(name);
    }
    Ok(command.output()?)
}

fn file(folder: &Path, name: &str, text: &str) -> Result<PathBuf, Trouble> {
    let path = folder.join(name);
    std::fs::write(&path, text)?;
    Ok(path)
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[test]
fn a_year_is_imported_and_reported_in_every_form() -> Result<(), Trouble> {
    let folder = fresh_folder("year")?;
    file(&folder, "acts.csv", SAMPLE)?;
    let imported = run(&folder, &["import", "acts.csv"])?;
    assert_eq!(imported.status.code(), Some(0), "{}", text(&imported.stderr));
    assert_eq!(text(&imported.stdout), "imported 4931, skipped 0 already here, rejected 0, of 4931 rows\n");

    let json = run(&folder, &["report", "--month", "2024-05", "--format", "json"])?;
    let answer: serde_json::Value = serde_json::from_slice(&json.stdout)?;
    assert_eq!((&answer["office"], &answer["period"]), (&"370126".into(), &"2024-05".into()));
    assert_eq!((&answer["provisional"], &answer["indicators"]["marriages"]), (&false.into(), &364.into()));

    let csv = text(&run(&folder, &["report", "--year", "2024", "--format", "csv"])?.stdout);
    assert!(csv.starts_with("indicator,title,unit,2024-01,"), "{csv}");
    assert!(
        csv.lines().any(|line| line.starts_with("total,合计,件,405,") && line.ends_with(",4783")),
        "{csv}"
    );

    let table = text(&run(&folder, &["report", "--year", "2024"])?.stdout);
    assert!(table.contains("全年共办理婚姻登记4783对"), "{table}");
    assert_eq!(table.lines().filter(|line| line.starts_with("相符  ")).count(), 5, "{table}");

    let sheet = run(&folder, &["report", "--year", "2024", "--format", "xlsx", "--out", "year.xlsx"])?;
    assert_eq!((sheet.status.code(), sheet.stdout.len()), (Some(0), 0));
    assert!(std::fs::read(folder.join("year.xlsx"))?.starts_with(b"PK"));

    let paper = run(&folder, &["report", "--month", "2024-05", "--format", "pdf", "--out", "month.pdf"])?;
    assert_eq!((paper.status.code(), paper.stdout.len()), (Some(0), 0), "{}", text(&paper.stderr));
    assert!(std::fs::read(folder.join("month.pdf"))?.starts_with(b"%PDF"));

    let lapsed = run(&folder, &["lapse"])?;
    assert!(text(&lapsed.stdout).starts_with("written "), "{}", text(&lapsed.stderr));
    assert_eq!(text(&run(&folder, &["lapse"])?.stdout), "written 0, taken back 0\n");
    std::fs::remove_dir_all(folder)?;
    Ok(())
}

#[test]
fn a_bad_row_keeps_the_file_out_unless_it_is_put_aside() -> Result<(), Trouble> {
    let folder = fresh_folder("bad")?;
    let bad =
        SAMPLE.replace("郭俊超,mainland_id,370126199405210019", "郭俊超,mainland_id,370126199405210018");
    file(&folder, "acts.csv", &bad)?;
    let problem = "line 2 column a_id bad_checksum: ";

    let looked = run(&folder, &["import", "acts.csv", "--dry-run"])?;
    assert_eq!(looked.status.code(), Some(1));
    let refused = run(&folder, &["import", "acts.csv"])?;
    assert_eq!((refused.status.code(), refused.stdout.len()), (Some(1), 0));
    assert!(text(&refused.stderr).lines().any(|line| line.starts_with(problem)), "{}", text(&refused.stderr));
    let nothing = run(&folder, &["report", "--year", "2024", "--format", "json"])?;
    assert_eq!(serde_json::from_slice::<serde_json::Value>(&nothing.stdout)?["indicators"]["total"], 0);

    let same = run(&folder, &["import", "acts.csv", "--reject", "./acts.csv"])?;
    assert_eq!(same.status.code(), Some(1));
    let aside = run(&folder, &["import", "acts.csv", "--reject", "bad.csv"])?;
    assert_eq!(aside.status.code(), Some(0), "{}", text(&aside.stderr));
    assert!(text(&aside.stderr).contains(problem));
    let rejected = std::fs::read_to_string(folder.join("bad.csv"))?;
    let lines: Vec<&str> = rejected.lines().collect();
    assert_eq!(lines.first(), SAMPLE.lines().next().as_ref());
    assert_eq!(lines.get(1), bad.lines().nth(1).as_ref());
    std::fs::remove_dir_all(folder)?;
    Ok(())
}

#[test]
fn a_wrong_period_or_form_is_wrong_usage() -> Result<(), Trouble> {
    let folder = fresh_folder("usage")?;
    for words in [
        &["report"][..],
        &["report", "--month", "2024-13"],
        &["report", "--month", "2024"],
        &["report", "--year", "2024-05"],
        &["report", "--month", "2024-05", "--year", "2024"],
        &["report", "--year", "2024", "--format", "odt"],
        &["import"],
    ] {
        let wrong = run(&folder, words)?;
        assert_eq!((wrong.status.code(), wrong.stdout.len()), (Some(2), 0), "{words:?}");
    }
    std::fs::remove_dir_all(folder)?;
    Ok(())
}

/// A schedule in the form of holiday-cn, with the days that the law makes holidays and one more.
fn schedule(extra: &str) -> String {
    let off = ["2027-01-01", "2027-05-01", "2027-10-01", "2027-10-02", "2027-10-03"]
        .map(|day| format!(r#"{{"name":"节","date":"{day}","isOffDay":true}}"#));
    format!(r#"{{"year":2027,"days":[{},{extra}]}}"#, off.join(","))
}

#[test]
fn a_schedule_is_imported_and_a_monday_as_make_up_day_is_refused() -> Result<(), Trouble> {
    let folder = fresh_folder("calendar")?;
    let worked = |day: &str| schedule(&format!(r#"{{"name":"春节","date":"{day}","isOffDay":false}}"#));
    file(&folder, "monday.json", &worked("2027-02-22"))?;
    file(&folder, "broken.json", "{\"year\":2027,")?;
    file(&folder, "2027.json", &worked("2027-02-20"))?;
    for (name, words) in [
        ("monday.json", "2027-02-22: A make-up workday isn't on a weekend"),
        ("broken.json", "This isn't a schedule file"),
        ("nowhere.json", "No such file"),
    ] {
        let refused = run(&folder, &["calendar", "import", name])?;
        assert_eq!((refused.status.code(), refused.stdout.len()), (Some(1), 0), "{name}");
        assert!(text(&refused.stderr).contains(words), "{name}: {}", text(&refused.stderr));
    }
    let listed = text(&run(&folder, &["calendar", "list"])?.stdout);
    assert_eq!(listed.lines().count(), 3, "{listed}");
    let imported = run(&folder, &["calendar", "import", "2027.json"])?;
    assert_eq!(imported.status.code(), Some(0), "{}", text(&imported.stderr));
    let words = "2027: 5 days off, 1 make-up workdays; 0 open cases moved, 0 to check\n";
    assert_eq!(text(&imported.stdout), words);
    let listed = text(&run(&folder, &["calendar", "list"])?.stdout);
    assert!(listed.ends_with("2027: 5 days off, 1 make-up workdays\n"), "{listed}");
    std::fs::remove_dir_all(folder)?;
    Ok(())
}

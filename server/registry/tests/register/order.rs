//! The order of rows is a convenience: a file in any order gives the same result.

use crate::hall::{SAMPLE, day, on_each_engine};
use crate::lines::lines;
use crate::made_up::{Dice, HEADER, Plan, year};
use crate::naive::Holidays;
use registry::import::{Import, Imported};
use std::collections::BTreeSet;

fn shuffled(text: &str, seed: u64) -> String {
    let mut rows: Vec<String> = text.lines().skip(1).map(str::to_owned).collect();
    Dice::new(seed).shuffle(&mut rows);
    lines(&rows)
}

#[tokio::test]
async fn the_sample_year_in_any_order_gives_the_same_figures() {
    on_each_engine(day(2026, 11, 23), async |hall| {
        let imported = hall.import(&hall.file("acts.csv", shuffled(SAMPLE, 11))).await;
        assert_eq!((imported.good, imported.bad), (4931, 0));
        let year = hall.registry.figures(None, "2024".parse().unwrap()).await.unwrap().indicators;
        assert_eq!((year.total, year.divorce_lapses, year.divorce_open_at_end), (4783, 795, 199));
    })
    .await;
}

/// Every rejected row with its code, whatever its line.
fn rejected(text: &str, imported: &Imported) -> BTreeSet<String> {
    let rows: Vec<&str> = text.lines().collect();
    let told =
        imported.problems.iter().map(|p| format!("{} {} {}", rows[p.line as usize - 1], p.column, p.code));
    told.collect()
}

/// A small year with slips of every kind that concern more than one row.
fn spoilt(seed: u64) -> String {
    let holidays = Holidays::load();
    let mut dice = Dice::new(seed);
    let plan = Plan { year: 2025, marriages: 60, applications: 60, reissues: 10 };
    let mut acts = year(plan, &mut dice, |accepted| holidays.window(accepted));
    for _ in 0..40 {
        let at = usize::try_from(dice.below(acts.len() as u64)).unwrap();
        let mut copy = acts[at].clone();
        match dice.below(5) {
            // The same ref on another day, the same people under another ref, an ending moved or twice.
            0 => copy.date = dice.day(day(2025, 1, 1), day(2025, 12, 31)),
            1 => copy.reference.push_str("-x"),
            2 => {
                copy.reference.push_str("-y");
                copy.date = dice.day(day(2025, 1, 1), day(2025, 12, 31));
            }
            3 => {
                acts[at].date = dice.day(day(2025, 1, 1), day(2025, 12, 31));
                continue;
            }
            _ => {
                if let Some(a) = &mut acts[at].a {
                    a.sex = 'X';
                }
                continue;
            }
        }
        acts.push(copy);
    }
    lines(&acts.iter().map(crate::made_up::Act::line).collect::<Vec<_>>())
}

#[tokio::test]
async fn a_spoilt_year_in_any_order_rejects_the_same_rows_and_keeps_the_same_figures() {
    for seed in 1..=6 {
        let first = spoilt(seed);
        on_each_engine(day(2026, 11, 23), async |hall| {
            let mut before = None;
            for order in 0..5 {
                let text = if order == 0 { first.clone() } else { shuffled(&first, seed * 100 + order) };
                let file = hall.file("spoilt.csv", &text);
                let looked =
                    hall.try_import(Import { file: &file, dry_run: true, reject: None }).await.unwrap();
                assert!(looked.bad > 10 && looked.bad < 200, "{}", looked.bad);
                let found = rejected(&text, &looked);
                assert_eq!(before.get_or_insert_with(|| found.clone()), &found, "seed {seed}, order {order}");
            }
            let (text, bad) = (shuffled(&first, seed * 1000), hall.folder.join("bad.csv"));
            let file = hall.file("spoilt.csv", &text);
            let taken =
                hall.try_import(Import { file: &file, dry_run: false, reject: Some(&bad) }).await.unwrap();
            assert!(taken.applied && !taken.refused);
            // What was rejected and what was taken are the whole file.
            let out = std::fs::read_to_string(&bad).unwrap();
            assert_eq!(out.lines().next(), Some(HEADER));
            assert_eq!(out.lines().count() as u64 - 1, taken.bad);
            assert_eq!(hall.count("SELECT COUNT(*) FROM acts").await.unsigned_abs(), taken.good);
            let year = hall.registry.figures(None, "2025".parse().unwrap()).await.unwrap();
            assert!(year.checks.iter().all(|check| check.agrees), "{:?}", year.checks);
            // The rejected rows alone are rejected again, except where only the good ones stood in their way.
            let rest = hall.import(&bad).await;
            assert!(rest.refused);
        })
        .await;
    }
}

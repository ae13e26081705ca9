//! The sample year gives the office's published figures, for every month and for the year.

use crate::hall::{Hall, SAMPLE, day, on_each_engine};
use registry::figures::Period;
use registry::import::Import;
use serde_json::Value;

const EXPECTED: &str = include_str!("../../../../tests/data/acts-expected.json");

async fn indicators(hall: &Hall, period: &str) -> Value {
    let figures = hall.registry.figures(None, period.parse().unwrap()).await.unwrap();
    serde_json::to_value(figures.indicators).unwrap()
}

/// Every expected indicator, and no other value of that name.
async fn assert_equal(hall: &Hall, period: &str, expected: &Value) {
    let found = indicators(hall, period).await;
    for (name, value) in expected.as_object().unwrap() {
        assert_eq!(found.get(name), Some(value), "{name} of {period}");
    }
}

async fn assert_is_the_sample_year(hall: &Hall) {
    let expected: Value = serde_json::from_str(EXPECTED).unwrap();
    assert_equal(hall, "2024", &expected["yearly"]).await;
    let months = expected["monthly"].as_object().unwrap();
    assert_eq!(months.len(), 12);
    for (month, expected) in months {
        assert_equal(hall, month, expected).await;
    }
}

#[tokio::test]
async fn the_sample_year_gives_the_published_figures_for_every_month_and_the_year() {
    on_each_engine(day(2026, 11, 23), async |hall| {
        let imported = hall.import(&hall.file("acts.csv", SAMPLE)).await;
        assert_eq!((imported.rows, imported.good, imported.bad), (4931, 4931, 0));
        assert!(imported.applied);
        assert_is_the_sample_year(hall).await;
        let year = hall.registry.figures(None, "2024".parse().unwrap()).await.unwrap();
        assert_eq!(
            year.sentence,
            "全年共办理婚姻登记4783对，其中结婚登记1920对，受理离婚申请1614对，办理离婚登记650对，补领证599件。"
        );
        assert!(!year.provisional);
        assert_eq!(year.office, "370126");
    })
    .await;
}

#[tokio::test]
async fn every_check_of_every_period_agrees_and_writes_its_sum_out() {
    on_each_engine(day(2026, 11, 23), async |hall| {
        hall.import(&hall.file("acts.csv", SAMPLE)).await;
        let year: Period = "2024".parse().unwrap();
        for period in year.months_of_year().into_iter().chain([year]) {
            for check in hall.registry.figures(None, period).await.unwrap().checks {
                assert!(check.agrees, "{period}: {} {}", check.sum, check.result);
            }
        }
        let may = hall.registry.figures(None, "2024-05".parse().unwrap()).await.unwrap();
        assert_eq!(may.checks[0].sum, "结婚 364 + 受理 142 + 离婚 54 + 补领 50");
        assert_eq!(may.checks[0].result, "= 610");
        assert_eq!(may.checks[4].sum, "4月末 260 + 受理 142 − 登记 54 − 撤回 9 − 到期自动终止 91");
        assert_eq!(may.checks[4].result, "= 5月末 248");
        assert_eq!((may.before.marriages, may.year_to_date.marriages), (121, 902));
        assert!(may.days.contains(&(day(2024, 5, 20), 182)));
        assert_eq!(may.days.iter().map(|(_, n)| n).sum::<i64>(), 364);
    })
    .await;
}

#[tokio::test]
async fn the_same_file_again_is_skipped_and_a_longer_one_adds_what_is_new() {
    on_each_engine(day(2026, 11, 23), async |hall| {
        let until_june: Vec<&str> =
            SAMPLE.lines().filter(|line| *line < "2024-07" || line.starts_with("date")).collect();
        let until_june = until_june.join("\n");
        let short = hall.import(&hall.file("june.csv", &until_june)).await;
        let whole = hall.file("acts.csv", SAMPLE);
        let longer = hall.import(&whole).await;
        assert_eq!(longer.skipped, short.good);
        assert_eq!(longer.good + longer.skipped, 4931);
        assert_is_the_sample_year(hall).await;
        let again = hall.import(&whole).await;
        assert_eq!((again.good, again.skipped, again.bad), (0, 4931, 0));
        assert_is_the_sample_year(hall).await;
        assert_eq!(hall.count("SELECT COUNT(*) FROM acts").await, 4931);
    })
    .await;
}

#[tokio::test]
async fn a_dry_run_looks_and_stores_nothing() {
    on_each_engine(day(2026, 11, 23), async |hall| {
        let file = hall.file("acts.csv", SAMPLE);
        let looked = hall.try_import(Import { file: &file, dry_run: true, reject: None }).await.unwrap();
        assert_eq!((looked.good, looked.applied, looked.refused), (4931, false, false));
        assert_eq!(hall.count("SELECT COUNT(*) FROM acts").await, 0);
        assert_eq!(indicators(hall, "2024").await["total"], 0);
    })
    .await;
}

#[tokio::test]
async fn a_period_that_is_not_over_is_provisional_and_stands_as_of_today() {
    on_each_engine(day(2026, 11, 23), async |hall| {
        hall.import(&hall.file("acts.csv", SAMPLE)).await;
        hall.set_today(day(2024, 5, 31));
        let may = hall.registry.figures(None, "2024-05".parse().unwrap()).await.unwrap();
        assert!(may.provisional, "the last day is not over");
        assert_eq!(may.indicators.marriages, 364);
        hall.set_today(day(2024, 6, 1));
        assert!(!hall.registry.figures(None, "2024-05".parse().unwrap()).await.unwrap().provisional);
        hall.set_today(day(2024, 5, 15));
        let half = hall.registry.figures(None, "2024-05".parse().unwrap()).await.unwrap();
        assert!(half.indicators.marriages < 364 && half.indicators.divorce_lapses < 91);
        assert!(half.checks.iter().all(|check| check.agrees), "{:?}", half.checks);
        let year = hall.registry.figures(None, "2024".parse().unwrap()).await.unwrap();
        assert!(year.provisional && year.sentence.starts_with("1月1日至5月15日共办理婚姻登记"));
        assert!(year.checks.iter().all(|check| check.agrees), "{:?}", year.checks);
    })
    .await;
}

#[tokio::test]
async fn a_year_without_acts_is_all_nought() {
    on_each_engine(day(2026, 11, 23), async |hall| {
        hall.import(&hall.file("acts.csv", SAMPLE)).await;
        let empty = hall.registry.figures(None, "2019".parse().unwrap()).await.unwrap();
        assert!(empty.indicators.lines().iter().all(|line| line.value == 0));
        let later = hall.registry.figures(None, "2025".parse().unwrap()).await.unwrap().indicators;
        // What stood open at the end of 2024 lapses in 2025.
        assert_eq!((later.total, later.divorce_lapses, later.divorce_open_at_end), (0, 199, 0));
    })
    .await;
}

//! Other years than the sample's, counted a second way.

use crate::hall::{Hall, day, on_each_engine};
use crate::made_up::{Act, Dice, Plan, file, year};
use crate::naive::{Holidays, count};
use registry::figures::Period;

async fn assert_counted_alike(hall: &Hall, acts: &[Act], holidays: &Holidays, which: i32) {
    let whole = Period::year(which).unwrap();
    for period in whole.months_of_year().into_iter().chain([whole]) {
        let figures = hall.registry.figures(None, period).await.unwrap();
        let found = serde_json::to_value(figures.indicators).unwrap();
        for (name, value) in count(acts, holidays, period.first(), period.last()) {
            assert_eq!(found[name], value, "{name} of {period}");
        }
        assert!(figures.checks.iter().all(|check| check.agrees), "{period}: {:?}", figures.checks);
    }
}

#[tokio::test]
async fn made_up_years_are_counted_as_a_plain_count_does() {
    let holidays = Holidays::load();
    for (seed, which) in [(1, 2025), (2, 2024)] {
        on_each_engine(day(2026, 11, 23), async |hall| {
            let plan = Plan { year: which, marriages: 150, applications: 200, reissues: 40 };
            let acts = year(plan, &mut Dice::new(seed), |accepted| holidays.window(accepted));
            let imported = hall.import(&hall.file("year.csv", file(&acts))).await;
            assert_eq!(imported.problems, []);
            assert_eq!(imported.good, acts.len() as u64);
            assert_counted_alike(hall, &acts, &holidays, which).await;
        })
        .await;
    }
}

#[tokio::test]
async fn an_application_accepted_on_the_last_day_of_a_year_is_open_then_and_lapses_in_the_next() {
    on_each_engine(day(2026, 11, 23), async |hall| {
        let holidays = Holidays::load();
        let plan = Plan { year: 2025, marriages: 0, applications: 1, reissues: 0 };
        let mut acts = year(plan, &mut Dice::new(7), |accepted| holidays.window(accepted));
        acts.truncate(1);
        acts[0].date = day(2025, 12, 31);
        hall.import(&hall.file("one.csv", file(&acts))).await;
        let at = async |period: &str| {
            hall.registry.figures(None, period.parse().unwrap()).await.unwrap().indicators
        };
        assert_eq!(at("2025").await.divorce_open_at_end, 1);
        let (_, last) = holidays.window(day(2025, 12, 31));
        assert_eq!(last, day(2026, 3, 2));
        assert_eq!(at("2026-02").await.divorce_open_at_end, 1);
        assert_eq!((at("2026-03").await.divorce_lapses, at("2026-03").await.divorce_open_at_end), (1, 0));
        hall.set_today(last);
        assert_eq!((at("2026-03").await.divorce_lapses, at("2026-03").await.divorce_open_at_end), (0, 1));
    })
    .await;
}

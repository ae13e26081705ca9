//! A lapse is true by the dates; the nightly step only writes it down.

use crate::hall::{SAMPLE, day, on_each_engine};
use crate::lines::{adult, application, lines, registration};
use crate::naive::Holidays;
use chrono::Days;
use registry::register::Lapsed;
use registry::store::queries::register::lapses;
use std::collections::BTreeMap;

#[tokio::test]
async fn the_sample_years_lapses_are_written_down_once_and_are_those_of_a_plain_count() {
    let holidays = Holidays::load();
    let ended: Vec<&str> = SAMPLE
        .lines()
        .filter(|line| line.contains(",divorce_withdrawal,") || line.contains(",divorce_registration,"))
        .map(|line| line.split(',').nth(2).unwrap())
        .collect();
    on_each_engine(day(2024, 12, 31), async |hall| {
        hall.import(&hall.file("acts.csv", SAMPLE)).await;
        let written = hall.registry.write_lapses().await.unwrap();
        assert_eq!(hall.registry.write_lapses().await.unwrap(), Lapsed::default());
        let expected: BTreeMap<String, _> = SAMPLE
            .lines()
            .filter(|line| line.contains(",divorce_application,"))
            .map(|line| {
                let mut fields = line.split(',');
                let accepted = fields.next().unwrap().parse().unwrap();
                (fields.nth(1).unwrap().to_owned(), holidays.window(accepted).1 + Days::new(1))
            })
            .filter(|(reference, lapsed_on)| {
                !ended.contains(&reference.as_str()) && *lapsed_on <= day(2024, 12, 31)
            })
            .collect();
        let mut tx = hall.registry.store().read().await.unwrap();
        let found: BTreeMap<_, _> =
            lapses(&mut tx).await.unwrap().into_iter().map(|row| (row.reference, row.lapsed_on)).collect();
        assert_eq!(found, expected);
        assert_eq!(written.written, 795);
    })
    .await;
}

#[tokio::test]
async fn on_the_last_day_nothing_has_lapsed_and_the_day_after_it_has() {
    on_each_engine(day(2024, 4, 3), async |hall| {
        hall.import(&hall.file("a.csv", lines(&[application("D1", day(2024, 2, 1), adult(1)).line()]))).await;
        assert_eq!(hall.registry.write_lapses().await.unwrap().written, 0);
        hall.set_today(day(2024, 4, 4));
        assert_eq!(hall.registry.write_lapses().await.unwrap().written, 1);
        let april = hall.registry.figures(None, "2024-04".parse().unwrap()).await.unwrap().indicators;
        assert_eq!((april.divorce_lapses, april.divorce_open_at_end), (1, 0));
    })
    .await;
}

#[tokio::test]
async fn a_lapse_that_a_later_file_disproves_is_taken_back() {
    on_each_engine(day(2024, 5, 1), async |hall| {
        let applied = application("D1", day(2024, 2, 1), adult(1)).line();
        hall.import(&hall.file("a.csv", lines(std::slice::from_ref(&applied)))).await;
        assert_eq!(hall.registry.write_lapses().await.unwrap().written, 1);
        let divorced = registration("D1", day(2024, 4, 3)).line();
        hall.import(&hall.file("b.csv", lines(&[applied, divorced]))).await;
        let april = hall.registry.figures(None, "2024-04".parse().unwrap()).await.unwrap().indicators;
        assert_eq!((april.divorces, april.divorce_lapses), (1, 0), "true by the dates, whatever was written");
        assert_eq!(hall.registry.write_lapses().await.unwrap(), Lapsed { written: 0, taken_back: 1 });
        assert_eq!(hall.count("SELECT COUNT(*) FROM lapses").await, 0);
    })
    .await;
}

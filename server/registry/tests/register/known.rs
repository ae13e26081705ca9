//! A file against what the register has already.

use crate::hall::{day, on_each_engine};
use crate::lines::{adult, application, lines, marriage, registration, withdrawal};
use crate::made_up::{Act, Human};
use registry::import::Imported;

fn text(acts: &[&Act]) -> String {
    lines(&acts.iter().map(|act| act.line()).collect::<Vec<_>>())
}

fn told(imported: &Imported) -> Vec<String> {
    let told = imported.problems.iter().map(|p| format!("{} {} {}", p.line, p.column, p.code));
    told.collect()
}

#[tokio::test]
async fn an_act_that_is_here_already_is_skipped_or_differs() {
    on_each_engine(day(2026, 11, 23), async |hall| {
        let first = marriage("M1", day(2024, 5, 20), adult(1));
        hall.import(&hall.file("a.csv", text(&[&first]))).await;
        let again = hall.import(&hall.file("b.csv", text(&[&first]))).await;
        assert_eq!((again.skipped, again.good), (1, 0));
        let mut renamed = first.clone();
        renamed.a.as_mut().unwrap().name = "司马二平".to_owned();
        let differs = hall.import(&hall.file("c.csv", text(&[&renamed]))).await;
        assert_eq!(told(&differs), ["2 ref ref_differs"]);
        let moved = Act { date: day(2024, 5, 21), ..first.clone() };
        assert_eq!(told(&hall.import(&hall.file("d.csv", text(&[&moved]))).await), ["2 ref ref_differs"]);
        let other = application("M1", day(2024, 6, 1), adult(2));
        assert_eq!(told(&hall.import(&hall.file("e.csv", text(&[&other]))).await), ["2 ref ref_used"]);
        assert_eq!(hall.count("SELECT COUNT(*) FROM acts").await, 1);
    })
    .await;
}

#[tokio::test]
async fn an_ending_finds_its_application_in_the_register() {
    on_each_engine(day(2026, 11, 23), async |hall| {
        hall.import(&hall.file("a.csv", text(&[&application("D1", day(2024, 2, 1), adult(1))]))).await;
        let early = registration("D1", day(2024, 3, 4));
        assert_eq!(told(&hall.import(&hall.file("b.csv", text(&[&early]))).await), ["2 date too_early"]);
        let divorced = registration("D1", day(2024, 3, 5));
        assert_eq!(hall.import(&hall.file("c.csv", text(&[&divorced]))).await.good, 1);
        let withdrawn = withdrawal("D1", day(2024, 2, 9));
        assert_eq!(told(&hall.import(&hall.file("d.csv", text(&[&withdrawn]))).await), ["2 ref case_ended"]);
        let march = hall.registry.figures(None, "2024-03".parse().unwrap()).await.unwrap().indicators;
        assert_eq!((march.divorces, march.divorce_open_at_end), (1, 0));
        let april = hall.registry.figures(None, "2024-04".parse().unwrap()).await.unwrap().indicators;
        assert_eq!(april.divorce_lapses, 0);
    })
    .await;
}

#[tokio::test]
async fn who_is_married_or_applying_in_the_register_is_so_for_the_file() {
    on_each_engine(day(2026, 11, 23), async |hall| {
        let (a, b) = adult(1);
        let (_, other) = adult(2);
        let wedding = marriage("M1", day(2024, 5, 20), (a.clone(), b.clone()));
        let applied = application("D3", day(2024, 2, 1), adult(3));
        hall.import(&hall.file("a.csv", text(&[&wedding, &applied]))).await;
        let later = marriage("M2", day(2024, 6, 20), (a.clone(), other.clone()));
        assert_eq!(
            told(&hall.import(&hall.file("b.csv", text(&[&later]))).await),
            ["2 a_id already_married"]
        );
        // An earlier marriage makes the one that is here impossible: the new row gives way.
        let earlier = marriage("M0", day(2024, 4, 20), (a.clone(), other));
        assert_eq!(
            told(&hall.import(&hall.file("c.csv", text(&[&earlier]))).await),
            ["2 a_id already_married"]
        );
        let second = application("D4", day(2024, 3, 1), adult(3));
        assert_eq!(told(&hall.import(&hall.file("d.csv", text(&[&second]))).await), ["2 a_id already_open"]);
        let before = application("D4", day(2024, 1, 15), adult(3));
        assert_eq!(told(&hall.import(&hall.file("e.csv", text(&[&before]))).await), ["2 a_id already_open"]);
        // A divorce that the file brings makes a marriage of the register possible to follow.
        let divorced = [
            application("D5", day(2024, 6, 3), (a.clone(), b)),
            registration("D5", day(2024, 7, 10)),
            marriage("M5", day(2024, 7, 11), (Human { prior: "divorced", ..a }, adult(5).1)),
        ];
        let whole = hall.import(&hall.file("f.csv", text(&[&divorced[2], &divorced[1], &divorced[0]]))).await;
        assert_eq!((told(&whole), whole.good), (Vec::new(), 3));
    })
    .await;
}

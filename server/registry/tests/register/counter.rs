//! What the counter enters stands in the figures at once, and an import does not get in its way.

use crate::hall::{Hall, day, on_each_engine};
use crate::lines::{adult, lines, marriage};
use crate::made_up::{Act, Human};
use chrono::NaiveDate;
use law::calendar::Calendar;
use law::eligibility::{Applicant, Party};
use law::identity::{IdNumber, IdType, Region, Sex};
use law::name::PersonName;
use registry::import::Import;
use registry::register::{
    CaseDates, Deed, NewAct, NewEntry, Person, Prior, correct_certificate, enter, strike,
};
use registry::store::{Tx, Write};
use registry::{Error, Result};
use uuid::Uuid;

struct Enter {
    entry: NewEntry,
    certificate: Option<&'static str>,
}

impl Write for Enter {
    type Out = Uuid;

    async fn run(&self, tx: &mut Tx) -> Result<Uuid> {
        enter(tx, &self.entry, self.certificate).await
    }
}

fn person(human: &Human, today: NaiveDate) -> Person {
    let id = IdNumber::parse(IdType::MainlandId, &human.id, today).unwrap();
    Person {
        name: PersonName::parse(&human.name).unwrap(),
        person: Applicant::new(id, None::<Sex>, None, None, today).unwrap(),
        prior: Prior::parse(human.prior).unwrap(),
        region: Region::parse(human.region),
    }
}

fn act(reference: &str, on: NaiveDate, deed: Deed) -> NewAct {
    NewAct { reference: reference.to_owned(), on, late_reason: None, case: Some(Uuid::from_u128(9)), deed }
}

async fn put(hall: &Hall, act: &NewAct, certificate: Option<&'static str>) -> Result<Uuid> {
    let entry = NewEntry::prepare(&hall.registry, None, act).await?;
    hall.registry.store().write(Enter { entry, certificate }).await
}

fn wedding(reference: &str, which: u64, on: NaiveDate) -> NewAct {
    let (a, b) = adult(which);
    act(reference, on, Deed::Marriage { a: person(&a, on), b: person(&b, on), restored: false })
}

async fn marriages(hall: &Hall, period: &str) -> i64 {
    hall.registry.figures(None, period.parse().unwrap()).await.unwrap().indicators.marriages
}

const TODAY: (i32, u32, u32) = (2026, 11, 23);

fn today() -> NaiveDate {
    day(TODAY.0, TODAY.1, TODAY.2)
}

#[tokio::test]
async fn a_marriage_entered_at_the_counter_is_in_the_figures_at_once() {
    on_each_engine(today(), async |hall| {
        put(hall, &wedding("C1", 1, today()), Some("J370126-2026-000001")).await.unwrap();
        let figures = hall.registry.figures(None, "2026-11".parse().unwrap()).await.unwrap();
        assert_eq!((figures.indicators.marriages, figures.indicators.total), (1, 1));
        assert_eq!(figures.indicators.age_35_39, 2);
        assert_eq!(figures.indicators.marriages_county, 1);
        assert_eq!(figures.days, [(today(), 1)]);
        assert!(figures.checks.iter().all(|check| check.agrees));
    })
    .await;
}

#[tokio::test]
async fn a_ref_and_a_certificate_number_are_used_once() {
    on_each_engine(today(), async |hall| {
        put(hall, &wedding("C1", 1, today()), Some("J370126-2026-000001")).await.unwrap();
        let used = put(hall, &wedding("C2", 2, today()), Some("J370126-2026-000001")).await;
        assert!(matches!(used, Err(Error::Invalid(faults)) if faults[0].code == "in_use"));
        let twice = put(hall, &wedding("C1", 2, today()), Some("J370126-2026-000002")).await;
        assert!(matches!(twice, Err(Error::Invalid(faults)) if faults[0].code == "ref_used"));
        assert_eq!(marriages(hall, "2026").await, 1);
    })
    .await;
}

#[tokio::test]
async fn a_late_entry_counts_on_the_day_of_the_act_and_needs_a_reason() {
    on_each_engine(today(), async |hall| {
        let mut late = wedding("C1", 1, day(2026, 10, 30));
        assert!(matches!(put(hall, &late, None).await, Err(Error::Invalid(_))));
        late.late_reason = Some("停电".to_owned());
        put(hall, &late, None).await.unwrap();
        assert_eq!((marriages(hall, "2026-10").await, marriages(hall, "2026-11").await), (1, 0));
        let early = wedding("C2", 2, day(2026, 11, 24));
        assert!(matches!(put(hall, &early, None).await, Err(Error::Invalid(_))));
    })
    .await;
}

struct Strike;

impl Write for Strike {
    type Out = ();

    async fn run(&self, tx: &mut Tx) -> Result<()> {
        let now = registry::clock::from_local(today().and_hms_opt(15, 0, 0).unwrap());
        strike(tx, Uuid::from_u128(9), now, Uuid::from_u128(1), "parties_left").await
    }
}

struct Correct(&'static str);

impl Write for Correct {
    type Out = ();

    async fn run(&self, tx: &mut Tx) -> Result<()> {
        correct_certificate(tx, Uuid::from_u128(9), self.0).await
    }
}

#[tokio::test]
async fn a_struck_entry_leaves_the_figures_and_its_number_is_never_used_again() {
    on_each_engine(today(), async |hall| {
        put(hall, &wedding("C1", 1, today()), Some("J370126-2026-000001")).await.unwrap();
        hall.registry.store().write(Correct("J370126-2026-000003")).await.unwrap();
        hall.registry.store().write(Strike).await.unwrap();
        assert_eq!(marriages(hall, "2026").await, 0);
        let again = put(hall, &wedding("C2", 1, today()), Some("J370126-2026-000003")).await;
        assert!(matches!(again, Err(Error::Invalid(faults)) if faults[0].field == "certificate_no"));
        put(hall, &wedding("C2", 1, today()), Some("J370126-2026-000001")).await.unwrap();
        assert!(matches!(
            hall.registry.store().write(Correct("J370126-2026-000003")).await,
            Err(Error::Invalid(_))
        ));
        hall.registry.store().write(Strike).await.unwrap();
        assert!(matches!(hall.registry.store().write(Strike).await, Err(Error::NotFound)));
    })
    .await;
}

fn divorce(reference: &str, which: u64, on: NaiveDate) -> NewAct {
    let (a, b) = adult(which);
    let dates = CaseDates::computed(on, &Calendar::embedded()).unwrap();
    act(reference, on, Deed::DivorceApplication { a: person(&a, on), b: person(&b, on), dates })
}

#[tokio::test]
async fn a_divorce_at_the_counter_keeps_to_its_window_and_ends_once() {
    on_each_engine(day(2026, 1, 16), async |hall| {
        let accepted = day(2026, 1, 16);
        put(hall, &divorce("D1", 1, accepted), None).await.unwrap();
        let register = |on| act("D1", on, Deed::DivorceRegistration);
        let withdraw = |on| act("D1", on, Deed::DivorceWithdrawal { by: Party::Second });
        // Cooling-off until 02-24, window 02-25 to 03-26.
        hall.set_today(day(2026, 2, 24));
        assert!(matches!(put(hall, &register(day(2026, 2, 24)), None).await, Err(Error::TooEarly)));
        hall.set_today(day(2026, 2, 25));
        assert!(matches!(put(hall, &withdraw(day(2026, 2, 25)), None).await, Err(Error::TooLate)));
        hall.set_today(day(2026, 3, 27));
        assert!(matches!(put(hall, &register(day(2026, 3, 27)), None).await, Err(Error::TooLate)));
        hall.set_today(day(2026, 3, 26));
        put(hall, &register(day(2026, 3, 26)), Some("L370126-2026-000001")).await.unwrap();
        assert!(matches!(put(hall, &register(day(2026, 3, 26)), None).await, Err(Error::Gone)));
        let unknown = act("D9", day(2026, 3, 26), Deed::DivorceRegistration);
        assert!(matches!(put(hall, &unknown, None).await, Err(Error::NotFound)));
        let march = hall.registry.figures(None, "2026-03".parse().unwrap()).await.unwrap().indicators;
        assert_eq!((march.divorces, march.divorce_lapses, march.divorce_open_at_end), (1, 0, 0));
    })
    .await;
}

#[tokio::test]
async fn an_import_sees_what_the_counter_entered_before() {
    on_each_engine(today(), async |hall| {
        put(hall, &wedding("C1", 1, today()), None).await.unwrap();
        let same_couple = marriage("M1", today(), adult(1));
        let imported = hall.import(&hall.file("a.csv", lines(&[same_couple.line()]))).await;
        assert_eq!(imported.problems[0].code.as_str(), "already_married");
    })
    .await;
}

#[tokio::test]
async fn what_the_counter_enters_during_an_import_wins_over_it() {
    for (reference, which) in [("M1", 490), ("C1", 1)] {
        on_each_engine(today(), async |hall| {
            let acts: Vec<Act> =
                (1..=1200).map(|n| marriage(&format!("M{n}"), day(2025, 3, 3), young(n))).collect();
            let file = hall.file("a.csv", lines(&acts.iter().map(Act::line).collect::<Vec<_>>()));
            let (found, stored) = tokio::sync::oneshot::channel();
            let mut found = Some(found);
            let import = Import { file: &file, dry_run: false, reject: None };
            let importing = hall.registry.import_acts(None, import, |progress| {
                if progress.rows >= 400
                    && progress.phase == registry::import::Phase::Storing
                    && let Some(found) = found.take()
                {
                    found.send(()).unwrap();
                }
            });
            let entering = async {
                stored.await.unwrap();
                let (a, b) = if which == 1 { young(1) } else { adult(which) };
                let deed = Deed::Marriage { a: person(&a, today()), b: person(&b, today()), restored: false };
                put(hall, &act(reference, today(), deed), None).await.unwrap();
            };
            let (imported, ()) = tokio::join!(importing, entering);
            assert!(matches!(imported, Err(Error::Stale)), "{imported:?}");
            // Nothing of the import counts; run again it says what is in its way.
            assert_eq!((marriages(hall, "2025").await, marriages(hall, "2026").await), (0, 1));
            let again = hall.import(&file).await;
            assert_eq!((again.bad, again.problems[0].line), (1, 2));
        })
        .await;
    }
}

/// Couples by the hundred, all of age.
fn young(which: u64) -> (Human, Human) {
    let birth = day(1980, 1, 1) + chrono::Days::new(which);
    (crate::lines::man(which % 400, birth), crate::lines::woman(which % 400, birth))
}

//! What stands in the register from before, entered without the counter's steps.

use super::hall::Hall;
use super::people::{date, man, woman};
use chrono::NaiveDate;
use law::calendar::Calendar;
use law::eligibility::Applicant;
use law::identity::{IdNumber, IdType};
use law::name::PersonName;
use registry::Result;
use registry::register::{CaseDates, Deed, NewAct, NewEntry, Person, Prior, enter};
use registry::store::{Tx, Write};
use uuid::Uuid;

struct Enter {
    entry: NewEntry,
    certificate: Option<String>,
}

impl Write for Enter {
    type Out = Uuid;

    async fn run(&self, tx: &mut Tx) -> Result<Uuid> {
        enter(tx, &self.entry, self.certificate.as_deref()).await
    }
}

pub fn person(id_number: &str, name: &str, prior: Prior) -> Person {
    let today = date("2026-11-24");
    let id = IdNumber::parse(IdType::MainlandId, id_number, today).unwrap();
    Person {
        name: PersonName::parse(name).unwrap(),
        person: Applicant::new(id, None, None, None, today).unwrap(),
        prior,
        region: None,
    }
}

async fn put(hall: &Hall, reference: &str, on: NaiveDate, deed: Deed, certificate: Option<&str>) {
    let late_reason = Some("补录旧登记".to_owned());
    let new = NewAct { reference: reference.to_owned(), on, late_reason, case: None, deed };
    let entry = NewEntry::prepare(&hall.registry, None, &new).await.unwrap();
    let write = Enter { entry, certificate: certificate.map(str::to_owned) };
    hall.registry.store().write(write).await.unwrap();
}

/// Couple n married on this day.
pub async fn wedding(hall: &Hall, n: usize, on: &str, certificate: Option<&str>) {
    let a = person(&man(n), "赵一", Prior::Never);
    let b = person(&woman(n), "钱二", Prior::Never);
    let deed = Deed::Marriage { a, b, restored: false };
    put(hall, &format!("M{n} {on}"), date(on), deed, certificate).await;
}

/// Couple n applied on 15 September 2026 and divorced on 20 October.
pub async fn divorce(hall: &Hall, n: usize, certificate: &str) {
    let a = person(&man(n), "赵一", Prior::Married);
    let b = person(&woman(n), "钱二", Prior::Married);
    let dates = CaseDates::computed(date("2026-09-15"), &Calendar::embedded()).unwrap();
    let reference = format!("D{n}");
    let deed = Deed::DivorceApplication { a, b, dates };
    put(hall, &reference, date("2026-09-15"), deed, None).await;
    put(hall, &reference, date("2026-10-20"), Deed::DivorceRegistration, Some(certificate)).await;
}

//! The page of a request as one answer.

use super::view::RecordsPage;
use crate::fns::staff::Gate;
use leptos::prelude::*;

use super::{
    super::lists::lists,
    view::{AskerView, EndView, PastView, RecordsView},
};
use crate::fns::{
    counter::{GripField, HoldView},
    staff::{Kept, Seat, behind, trouble},
};
use chrono::{Datelike, NaiveDateTime};
use law::{Lang, records_case::End, words};
use registry::{Error, records::RecordsCase, staff::Right};
use uuid::Uuid;

/// `id` is from the address; `None` inside the gate where the page leads elsewhere.
pub async fn records(id: String) -> Result<Gate<Option<RecordsPage>>, ServerFnError> {
    behind(Right::SeeCases, |seat, me| async move {
        let clock = seat.registry.clock();
        let found = match Uuid::parse_str(&id) {
            Ok(id) => match seat.registry.records_case(&seat.officer, id).await {
                Ok(case) => Some(case),
                Err(Error::NotFound) => None,
                Err(error) => return Err(trouble(error)),
            },
            Err(_) => None,
        };
        let Some(case) = found else {
            leptos_axum::redirect("/counter");
            return Ok(None);
        };
        let bookings = seat.registry.bookings_on(&seat.officer, clock.today()).await.map_err(trouble)?;
        let cases = seat.registry.cases_today(&seat.officer).await.map_err(trouble)?;
        let lists = lists(&bookings, &cases, clock.local());
        let booked = bookings.iter().find(|booking| Some(booking.id) == case.booking);
        let kept = seat.registry.draft::<Kept>(&seat.draft(&case.id.to_string())).await.map_err(trouble)?;
        let mut request = shown(&seat, case, kept.unwrap_or_default());
        request.appointed = booked.map(|booking| booking.start);
        Ok(Some(RecordsPage { me, lists, request }))
    })
    .await
}

fn shown(seat: &Seat, case: RecordsCase, kept: Kept) -> RecordsView {
    let today = seat.registry.clock().today();
    let hold = match &case.holder {
        _ if case.state.end().is_some() => HoldView::Ended,
        Some((officer, _)) if *officer == seat.officer.id => HoldView::Mine,
        Some((_, name)) => HoldView::Other(name.clone()),
        None => HoldView::Free,
    };
    let values = values(&case);
    let document = case.asker.as_ref().and_then(|asker| asker.document.as_ref());
    let known = document.map(|(_, masked)| masked.clone());
    let id_before = known.or_else(|| case.booked.as_ref().map(|(_, masked)| masked.clone()));
    let asker = case.state.asked().zip(case.asker).map(|(asked, known)| AskerView {
        asker: asked.asker,
        shown: asked.shown.iter().copied().collect(),
        sought: asked.sought,
        name: known.name,
        document: known.document.map(|(kind, number)| (kind.title(Lang::Zh).to_owned(), number)),
        organisation: known.organisation,
        paper_no: known.paper_no,
        persons: known.persons.into_iter().map(|person| (person.name, person.number)).collect(),
        period: known.period,
        purpose: known.purpose,
    });
    RecordsView {
        grip: GripField { case: case.id.to_string(), fence: case.fence, version: case.version },
        hold,
        number: case.number,
        on: case.state.opening().map_or(case.date, |opening| opening.on),
        late: case.late_reason,
        appointed: None,
        opened: case.opened_at.time(),
        asker,
        values,
        id_before,
        end: case.state.end().map(|end| match end {
            End::Answered(answer) => EndView::Answered {
                files: answer.files.iter().map(ToString::to_string).collect(),
                copies: answer.copies,
                statements: answer.statements,
            },
            End::Left(why) => EndView::Left(*why),
        }),
        past: case
            .past
            .iter()
            .rev()
            .map(|past| PastView {
                at: clock(past.at, today),
                words: past.event.kind().title(Lang::Zh).to_owned(),
                who: past.officer.clone(),
            })
            .collect(),
        kept,
    }
}

/// What the form begins with. Full numbers are never among it.
fn values(case: &RecordsCase) -> Vec<(String, String)> {
    let mut values = Vec::new();
    let mut put = |name: &str, value: &str| values.push((name.to_owned(), value.to_owned()));
    if let Some((name, _)) = &case.booked {
        put("name", name);
    }
    let (Some(asker), Some(asked)) = (&case.asker, case.state.asked()) else { return values };
    values.clear();
    let mut put = |name: &str, value: &str| values.push((name.to_owned(), value.to_owned()));
    put("asker", asked.asker.as_str());
    put("sought", asked.sought.as_str());
    put("name", &asker.name);
    if let Some((kind, _)) = &asker.document {
        put("id_type", kind.as_str());
    }
    put("organisation", &asker.organisation);
    put("paper_no", &asker.paper_no);
    put("period", &asker.period);
    put("purpose", &asker.purpose);
    let own = !asked.asker.asks_for_another();
    let fields: [&str; 2] = if own { ["", "other_name"] } else { ["one_name", "other_name"] };
    for (field, person) in fields.into_iter().zip(&asker.persons) {
        put(field, &person.name);
    }
    values
}

fn clock(at: NaiveDateTime, today: chrono::NaiveDate) -> String {
    match at.date() == today {
        true => words::time(at.time()),
        false => format!("{} {}", words::day(at.date(), today.year(), Lang::Zh), words::time(at.time())),
    }
}

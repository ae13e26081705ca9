//! A divorce case is opened for two who apply, or called up for whoever comes again.

use leptos::prelude::*;

use crate::fns::{
    counter::{keep::page, open},
    staff::{Kept, Seat, seated, words},
};
use registry::{
    Error,
    divorce::ShownDocument,
    marriage::{CaseSource, LateEntry},
};
use uuid::Uuid;

/// Two who just came to apply, or an application of an earlier day that is entered now.
#[server]
pub async fn open_application(
    #[server(default)] late: Option<String>,
    #[server(default)] act_date: String,
    #[server(default)] late_reason: String,
) -> Result<(), ServerFnError> {
    let Some(seat) = seated("/counter").await? else { return Ok(()) };
    let typed =
        vec![("act_date".to_owned(), act_date.clone()), ("late_reason".to_owned(), late_reason.clone())];
    let late = match (late, act_date.parse()) {
        (None, _) => None,
        (Some(_), Ok(act_date)) => Some(LateEntry { act_date, reason: late_reason }),
        (Some(_), Err(_)) => {
            let error = Error::invalid("act_date", "bad_date");
            return open::keep(&seat, &words::kept("divorce-late", typed, &error)).await;
        }
    };
    match seat.registry.open_divorce_case(&seat.officer, CaseSource::WalkIn, late).await {
        Ok(case) => open::to_case(&seat, case).await,
        Err(error) => open::keep(&seat, &words::kept("divorce-late", typed, &error)).await,
    }
}

/// 「开始办理」 of a booking: an application opens a case, a withdrawal or a registration calls theirs up.
#[server]
pub async fn open_divorce_booking(booking: String) -> Result<(), ServerFnError> {
    let here = format!("/counter?booking={booking}");
    let Some(seat) = seated("/counter").await? else { return Ok(()) };
    let Ok(id) = Uuid::parse_str(&booking) else {
        leptos_axum::redirect("/counter");
        return Ok(());
    };
    match by_booking(&seat, id).await {
        Ok(case) => open::to_case(&seat, case).await,
        Err(error) => {
            open::say(&seat, "open", &sentence(&error)).await?;
            leptos_axum::redirect(&here);
            Ok(())
        }
    }
}

/// The case of a booking of today. Errors: of the registry.
async fn by_booking(seat: &Seat, booking: Uuid) -> registry::Result<Uuid> {
    let (registry, officer) = (&seat.registry, &seat.officer);
    match registry.open_divorce_case(officer, CaseSource::Booking(booking), None).await {
        // Of another service: they come again.
        Err(Error::Invalid(faults)) if faults.iter().any(|fault| fault.field == "booking") => {
            let receipt = registry.receipt_of_booking(officer, booking).await?;
            visit(seat, &receipt, CaseSource::Booking(booking)).await
        }
        other => other,
    }
}

/// They come again: by the receipt's number, or by one's own document where the receipt is not at hand.
#[server]
pub async fn call_up(
    #[server(default)] receipt_no: String,
    #[server(default)] id_type: String,
    #[server(default)] id_number: String,
) -> Result<(), ServerFnError> {
    let Some(seat) = seated("/counter").await? else { return Ok(()) };
    // A number of a document is never kept in a draft that another page shows.
    let typed = vec![("receipt_no".to_owned(), receipt_no.clone()), ("id_type".to_owned(), id_type.clone())];
    let shown = ShownDocument { id_type, id_number, nationality: String::new() };
    match find(&seat, &receipt_no, &shown).await {
        Ok(case) => open::to_case(&seat, case).await,
        Err(error) => {
            let mut kept = words::kept("call-up", typed, &error);
            if let Error::IllegalMove(_) = error {
                kept.said = Some(sentence(&error));
            }
            open::keep(&seat, &kept).await
        }
    }
}

async fn find(seat: &Seat, receipt_no: &str, shown: &ShownDocument) -> registry::Result<Uuid> {
    let receipt = match receipt_no.trim() {
        "" if shown.id_number.trim().is_empty() => return Err(Error::invalid("receipt_no", "missing")),
        "" => seat.registry.receipt_of_document(&seat.officer, shown).await?,
        typed => typed.to_owned(),
    };
    visit(seat, &receipt, CaseSource::WalkIn).await
}

/// What has ended is looked at, not called up.
async fn visit(seat: &Seat, receipt: &str, source: CaseSource) -> registry::Result<Uuid> {
    let (registry, officer) = (&seat.registry, &seat.officer);
    if let Some(case) = registry.find_divorce_case(officer, receipt).await? {
        let known = registry.divorce_case(officer, case).await?;
        let others = known.holder.is_some_and(|(holder, _)| holder != officer.id);
        // A colleague's case is shown with the colleague's name.
        if known.state.end().is_some() || others {
            return Ok(case);
        }
    }
    registry.visit_divorce_case(officer, receipt, source).await
}

/// A refusal in the words of a divorce.
fn sentence(error: &Error) -> String {
    let own = match error {
        Error::IllegalMove(code) => words::divorce(code),
        _ => None,
    };
    own.unwrap_or_else(|| words::sentence(error))
}

/// From a line of the board that has no case yet: an imported application is taken up.
#[server]
pub async fn take_up(receipt_no: String) -> Result<(), ServerFnError> {
    let Some(seat) = seated("/counter/board").await? else { return Ok(()) };
    match visit(&seat, &receipt_no, CaseSource::WalkIn).await {
        Ok(case) => {
            leptos_axum::redirect(&page(&case.to_string()));
            Ok(())
        }
        Err(error) => {
            let kept = Kept { form: "call-up".to_owned(), said: Some(sentence(&error)), ..Kept::default() };
            open::keep(&seat, &kept).await
        }
    }
}

//! What reception's forms do.

use super::view::PartyField;
use law::service::Service;
use leptos::prelude::*;

use crate::fns::staff::{Kept, Seat, seated, trouble, words};
use law::{
    booking::SlotId,
    eligibility::Applicant,
    identity::{IdNumber, IdType, Nationality, Sex},
    service::Persons,
};
use registry::{
    Error, Fault,
    booking::{Channel, Contact, RawParty, Reading, Request},
};

const PAGE: &str = "/counter/reception";
/// One sentence for every cause: whoever calls must not learn from it what the other did.
const UNDER_RECEIPT: &str = "没有约上：回执编号、证件和日子里有对不上的，或已经约过了。请对着回执再核对；约不上的，请他工作日带回执直接来。";

/// Finds bookings by a document. The number stays out of the address.
#[server]
pub async fn find_by_document(
    #[server(default)] id_type: String,
    #[server(default)] id_number: String,
    #[server(default)] nationality: String,
) -> Result<(), ServerFnError> {
    let Some(seat) = seated(PAGE).await? else { return Ok(()) };
    let typed = vec![
        ("id_type".to_owned(), id_type.clone()),
        ("id_number".to_owned(), id_number.clone()),
        ("nationality".to_owned(), nationality.clone()),
    ];
    let person = match read(&seat, &id_type, &id_number, &nationality) {
        Ok(person) => person,
        Err(error) => {
            leptos_axum::redirect(PAGE);
            return keep(&seat, &words::kept("find", typed, &error)).await;
        }
    };
    let found = match seat.registry.bookings_of(&seat.officer, &person).await {
        Ok(found) => found,
        Err(error) => {
            leptos_axum::redirect(PAGE);
            return keep(&seat, &words::kept("find", typed, &error)).await;
        }
    };
    let codes: Vec<_> = found.iter().take(20).map(|booking| booking.code.to_string()).collect();
    keep(
        &seat,
        &Kept {
            form: "found".to_owned(),
            typed: vec![("codes".to_owned(), codes.join(" "))],
            ..Kept::default()
        },
    )
    .await?;
    leptos_axum::redirect(&format!("{PAGE}?found=1"));
    Ok(())
}

/// A person is known by document and nation alone; sex and birth only have to be there.
fn read(seat: &Seat, id_type: &str, id_number: &str, nationality: &str) -> registry::Result<Applicant> {
    let today = seat.registry.clock().today();
    let kind = IdType::parse(id_type).unwrap_or(IdType::MainlandId);
    let id =
        IdNumber::parse(kind, id_number, today).map_err(|fault| Error::invalid("id_number", fault.code()))?;
    let told = kind.tells_sex_and_birth();
    let adult = today - chrono::Months::new(12 * 30);
    let (sex, birth) = if told { (None, None) } else { (Some(Sex::F), Some(adult)) };
    Applicant::new(id, sex, birth, Nationality::parse(nationality), today).map_err(|faults| {
        Error::Invalid(faults.into_iter().map(|fault| Fault::new(fault.field(), fault.code())).collect())
    })
}

/// Books for somebody who called or has no phone.
#[server]
pub async fn take_for(
    service: Service,
    #[server(default)] slot: String,
    #[server(default)] receipt_no: String,
    #[server(default)] a: PartyField,
    #[server(default)] b: PartyField,
) -> Result<(), ServerFnError> {
    let Some(seat) = seated(PAGE).await? else { return Ok(()) };
    let taken = take(&seat, service, &slot, receipt_no.trim(), [&a, &b]).await;
    match taken {
        Ok(code) => {
            let said = format!("约好了，预约号 {code}。请告诉来电的人，或打凭条给他。");
            keep(&seat, &Kept { form: "taken".to_owned(), said: Some(said), ..Kept::default() }).await?;
            leptos_axum::redirect(&format!("{PAGE}?code={code}"));
        }
        Err(error) => {
            let seats = [("a", &a), ("b", &b)];
            let typed = seats.iter().flat_map(|(seat, party)| {
                party
                    .pairs()
                    .map(|(field, value)| (format!("{seat}.{field}"), value.chars().take(200).collect()))
            });
            let mut typed: Vec<_> = typed.collect();
            typed.push(("receipt_no".to_owned(), receipt_no.chars().take(200).collect()));
            let mut kept = words::kept("take", typed, &error);
            if service.asks_receipt() && matches!(error, Error::NotBookable) {
                kept.said = Some(UNDER_RECEIPT.to_owned());
            }
            keep(&seat, &kept).await?;
            let day = SlotId::parse(&slot).map(|slot| slot.date().to_string()).unwrap_or_default();
            let again = match error {
                Error::SlotFull { .. } => format!("{PAGE}?service={service}&date={day}"),
                _ => format!("{PAGE}?service={service}&date={day}&slot={slot}"),
            };
            leptos_axum::redirect(&again);
        }
    }
    Ok(())
}

async fn take(
    seat: &Seat,
    service: Service,
    slot: &str,
    receipt_no: &str,
    [a, b]: [&PartyField; 2],
) -> registry::Result<String> {
    let slot = SlotId::parse(slot).map_err(|fault| Error::invalid("slot", fault.code()))?;
    if slot.service() != service {
        return Err(Error::invalid("slot", "unknown"));
    }
    let rules = Reading { service, today: seat.registry.clock().today(), phone_required: false };
    let second = match service.persons() {
        Persons::One => None,
        Persons::OneOrTwo if b.name.trim().is_empty() && b.id_number.trim().is_empty() => None,
        Persons::Two | Persons::OneOrTwo => Some(raw(b)),
    };
    // Nobody who called is texted unless they asked; there is no question for it here.
    let request = Request::read(slot, &raw(a), second.as_ref(), Contact::None, law::Lang::Zh, rules)?;
    let channel = Channel::Reception(&seat.officer);
    let booked = match (service.asks_receipt(), receipt_no) {
        (false, _) => seat.registry.take(&request, channel).await?,
        (true, "") => return Err(Error::invalid("receipt_no", "missing")),
        (true, receipt_no) => seat.registry.take_with_receipt(&request, receipt_no, channel).await?,
    };
    Ok(booked.code.to_string())
}

fn raw(field: &PartyField) -> RawParty {
    RawParty {
        name: field.name.clone(),
        id_type: field.id_type.clone(),
        id_number: field.id_number.clone(),
        phone: field.phone.clone(),
        sex: field.sex.clone(),
        birth: field.birth.clone(),
        nationality: field.nationality.clone(),
    }
}

/// Moves a booking for its holder: the new time is secured before the old one is given back.
#[server]
pub async fn move_for(code: String, #[server(default)] slot: String) -> Result<(), ServerFnError> {
    let Some(seat) = seated(PAGE).await? else { return Ok(()) };
    let outcome = match (seat.registry.booking_by_code(&seat.officer, &code).await, SlotId::parse(&slot)) {
        (Ok(booking), Ok(to)) => seat.registry.move_booking(&booking, to, Some(&seat.officer)).await,
        (Ok(_), Err(fault)) => Err(Error::invalid("slot", fault.code())),
        (Err(error), _) => Err(error),
    };
    tell(&seat, &code, "move", outcome, "改好了，原来的时间已经放出。").await
}

/// Cancels with a reason; a squatted booking is released so, after the card was seen.
#[server]
pub async fn cancel_for(code: String, #[server(default)] reason: String) -> Result<(), ServerFnError> {
    let Some(seat) = seated(PAGE).await? else { return Ok(()) };
    let outcome = match seat.registry.booking_by_code(&seat.officer, &code).await {
        Ok(booking) => seat.registry.cancel_booking(&booking, Some((&seat.officer, &reason))).await,
        Err(error) => Err(error),
    };
    tell(&seat, &code, "cancel", outcome, "取消了，时间已经放出。").await
}

async fn tell(
    seat: &Seat,
    code: &str,
    form: &str,
    outcome: registry::Result<()>,
    done: &str,
) -> Result<(), ServerFnError> {
    let kept = match outcome {
        Ok(()) => Kept { form: "taken".to_owned(), said: Some(done.to_owned()), ..Kept::default() },
        Err(error) => Kept { form: form.to_owned(), said: Some(words::sentence(&error)), ..Kept::default() },
    };
    keep(seat, &kept).await?;
    // Only digits go back into the address.
    let code: String = code.chars().filter(char::is_ascii_digit).take(8).collect();
    leptos_axum::redirect(&format!("{PAGE}?code={code}"));
    Ok(())
}

async fn keep(seat: &Seat, kept: &Kept) -> Result<(), ServerFnError> {
    seat.registry.keep_draft(&seat.draft("reception"), kept).await.map_err(trouble)
}

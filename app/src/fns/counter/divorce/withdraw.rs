//! 撤回, by one alone. Whose document is shown decides who it is.

use super::{
    hand::{done, moment},
    view::MomentField,
};
use crate::fns::counter::{GripField, keep::Hand, moves::advance};
use law::{divorce_case::ReceiptBrought, eligibility::Party};
use leptos::prelude::*;
use registry::{
    Error,
    divorce::{DivorceStep as Step, ShownDocument},
};

/// `seat` where the document was compared with what the case knows; else the document as typed.
#[server]
pub async fn withdraw(
    grip: GripField,
    #[server(default)] seat: Option<Party>,
    #[server(default)] id_type: String,
    #[server(default)] id_number: String,
    #[server(default)] receipt: Option<ReceiptBrought>,
    #[server(default)] moment_of: MomentField,
) -> Result<(), ServerFnError> {
    let mut typed = moment_of.pairs();
    typed.extend([
        ("seat", seat.map(|seat| seat.as_str().to_owned()).unwrap_or_default()),
        ("id_type", id_type.clone()),
        ("receipt", receipt.map(|receipt| receipt.as_str().to_owned()).unwrap_or_default()),
    ]);
    let Some(hand) = Hand::on(&grip, "withdraw", typed).await? else { return Ok(()) };
    let outcome = match receipt {
        None => Err(Error::invalid("receipt", "missing")),
        Some(receipt) => {
            let shown = ShownDocument { id_type, id_number, nationality: String::new() };
            step(&hand, seat, shown, receipt, &moment_of).await
        }
    };
    done(hand, outcome).await.map(|_| ())
}

async fn step(
    hand: &Hand,
    seat: Option<Party>,
    shown: ShownDocument,
    receipt: ReceiptBrought,
    moment_of: &MomentField,
) -> registry::Result<()> {
    let (ticket, late) = moment(hand, moment_of)?;
    let document = document(hand, seat, shown).await?;
    advance(hand, vec![Step::Withdrawn { document, receipt, ticket, late }]).await
}

/// A typed number is the one that counts; without, the one of the seat whose document was compared.
async fn document(hand: &Hand, seat: Option<Party>, shown: ShownDocument) -> registry::Result<ShownDocument> {
    if !shown.id_number.trim().is_empty() {
        return Ok(shown);
    }
    let seat = seat.ok_or_else(|| Error::invalid("seat", "missing"))?;
    let case = hand.seat.registry.divorce_case(&hand.seat.officer, hand.grip.case).await?;
    let person = case.file.person(seat);
    if let Some(known) = &person.document {
        return Ok(ShownDocument {
            id_type: known.id_type.as_str().to_owned(),
            id_number: known.id_number.clone(),
            nationality: known.nationality.as_str().to_owned(),
        });
    }
    let booked = person.booked().ok_or_else(|| Error::invalid("seat", "missing"))?;
    Ok(ShownDocument {
        id_type: booked.id_type,
        id_number: booked.id_number,
        nationality: booked.nationality,
    })
}

//! How the moves of a divorce case are made and refused, and for which moment an act counts.

use super::view::MomentField;
use crate::fns::{
    counter::{
        keep::Hand,
        moves::{self, Move, read_time},
    },
    staff::{Seat, words},
};
use law::divorce_case::Ticket;
use leptos::prelude::ServerFnError;
use registry::{
    Error, Fault,
    divorce::{DivorceStep as Step, Grip, LateAct},
};

impl Move for Step {
    async fn make(self, seat: &Seat, grip: Grip) -> registry::Result<()> {
        seat.registry.advance_divorce(&seat.officer, grip, self).await.map(|_| ())
    }

    fn may_stand(&self) -> bool {
        matches!(
            self,
            Self::PaperSigned { .. }
                | Self::DeclarationSigned { .. }
                | Self::AgreementSigned
                | Self::CertificatesStamped
                | Self::CertificatesSeen { .. }
                | Self::AgreementDeclared { .. }
        )
    }

    fn said(code: &str) -> Option<String> {
        words::divorce(code)
    }

    fn by_own_field(error: Error) -> Error {
        by_own_field(error)
    }
}

/// Leads back to the case, a refusal in the words of a divorce.
pub async fn done<T>(hand: Hand, outcome: registry::Result<T>) -> Result<bool, ServerFnError> {
    moves::done::<Step, T>(hand, outcome).await
}

/// `late.on` stands in the form as `late_on`, `ticket.reason` as `ticket_reason`.
fn by_own_field(error: Error) -> Error {
    let own = |fault: Fault| match fault.field.split_once('.') {
        Some((part @ ("late" | "ticket"), field)) => Fault::new(format!("{part}_{field}"), &fault.code),
        _ => fault,
    };
    match error {
        Error::Invalid(faults) => Error::Invalid(faults.into_iter().map(own).collect()),
        other => other,
    }
}

/// For which moment an act counts: now, that of a ticket taken before closing, or of an earlier day.
pub fn moment(hand: &Hand, typed: &MomentField) -> registry::Result<(Option<Ticket>, Option<LateAct>)> {
    let today = hand.seat.registry.clock().today();
    let late = match typed.late_on.trim() {
        "" => None,
        day => {
            let on = day.parse().map_err(|_| Error::invalid("late_on", "bad_date"))?;
            Some(LateAct { on, reason: typed.late_reason.clone() })
        }
    };
    if typed.ticket_at.trim().is_empty() {
        return Ok((None, late));
    }
    let at = read_time(&typed.ticket_at).ok_or_else(|| Error::invalid("ticket_at", "bad_form"))?;
    // The day is named where it was not today's ticket.
    let day = match typed.ticket_on.trim() {
        "" => today,
        day => day.parse().map_err(|_| Error::invalid("ticket_at", "bad_form"))?,
    };
    let ticket = Ticket { taken_at: day.and_time(at), reason: typed.ticket_reason.clone() };
    Ok((Some(ticket), late))
}

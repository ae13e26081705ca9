//! The officer's hand on a divorce case: moves made in order, refusals said in the words of a divorce.

use super::view::MomentField;
use crate::fns::{
    counter::{GripField, keep::Hand, step::read_time},
    staff::words,
};
use law::divorce_case::Ticket;
use leptos::prelude::ServerFnError;
use registry::{
    Error, Fault,
    divorce::{DivorceStep as Step, Grip, LateAct},
};

/// One form, one or more moves.
pub async fn go(
    grip: &GripField,
    form: &'static str,
    typed: Vec<(&'static str, String)>,
    steps: Vec<Step>,
) -> Result<(), ServerFnError> {
    let Some(hand) = Hand::on(grip, form, typed).await? else { return Ok(()) };
    let outcome = advance(&hand, hand.grip, steps).await;
    done(hand, outcome).await.map(|_| ())
}

/// Makes the moves in order; the first that is refused ends them, what was done before it stands.
pub async fn advance(hand: &Hand, from: Grip, steps: Vec<Step>) -> registry::Result<()> {
    let mut version = from.version;
    for step in steps {
        let grip = Grip { version, ..from };
        match hand.seat.registry.advance_divorce(&hand.seat.officer, grip, step.clone()).await {
            Ok(_) => version += 1,
            // Ticked before: nothing to do again.
            Err(Error::IllegalMove("already_done")) if repeats(&step) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

/// Ticks that may stand from before.
fn repeats(step: &Step) -> bool {
    matches!(
        step,
        Step::PaperSigned { .. }
            | Step::DeclarationSigned { .. }
            | Step::AgreementSigned
            | Step::CertificatesStamped
            | Step::CertificatesSeen { .. }
            | Step::AgreementDeclared { .. }
    )
}

/// Leads back to the case, a refusal in the words of a divorce.
pub async fn done<T>(hand: Hand, outcome: registry::Result<T>) -> Result<bool, ServerFnError> {
    let said = |error: &Error| match error {
        Error::IllegalMove(code) => words::divorce(code),
        _ => None,
    };
    hand.done_saying(outcome.map_err(by_own_field), said).await
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

//! The officer's hand on a reissue: moves made in order, refusals said in the words of a reissue.

use crate::fns::{
    counter::{GripField, keep::Hand},
    staff::words,
};
use leptos::prelude::ServerFnError;
use registry::{
    Error,
    reissue::{Grip, ReissueStep as Step},
};

/// One form, one or more moves.
pub async fn go(
    grip: &GripField,
    form: &'static str,
    typed: Vec<(&'static str, String)>,
    steps: Vec<Step>,
) -> Result<(), ServerFnError> {
    let Some(hand) = Hand::on(grip, form, typed).await? else { return Ok(()) };
    let outcome = advance(&hand, steps).await;
    done(hand, outcome).await.map(|_| ())
}

/// Makes the moves in order; the first that is refused ends them, what was done before it stands.
pub async fn advance(hand: &Hand, steps: Vec<Step>) -> registry::Result<()> {
    let mut version = hand.grip.version;
    for step in steps {
        let grip = Grip { version, ..hand.grip };
        match hand.seat.registry.advance_reissue(&hand.seat.officer, grip, step.clone()).await {
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
            | Step::ProofGiven { .. }
            | Step::OldCertificateVoided
    )
}

/// Leads back to the case, a refusal in the words of a reissue.
pub async fn done<T>(hand: Hand, outcome: registry::Result<T>) -> Result<bool, ServerFnError> {
    let said = |error: &Error| match error {
        Error::IllegalMove(code) => words::reissue(code),
        _ => None,
    };
    hand.done_saying(outcome, said).await
}

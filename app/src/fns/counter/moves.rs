//! Moves are made in order, whatever kind of case it is: under the version that the one before left behind.

use super::{keep::Hand, view::GripField};
use crate::fns::staff::Seat;
use chrono::NaiveTime;
use law::marriage_case::NetworkResult;
use leptos::prelude::ServerFnError;
use registry::{
    Error, Result,
    marriage::{Grip, Numbers},
};

/// A move of one kind of case.
pub trait Move: Send {
    /// Makes it.
    fn make(self, seat: &Seat, grip: Grip) -> impl Future<Output = Result<()>> + Send;
    /// Whether it is a tick that may stand from before.
    fn may_stand(&self) -> bool;
    /// Why it can't be made, in the words of this kind of case; `None` where the common ones do.
    fn said(_code: &str) -> Option<String> {
        None
    }
    /// A refusal by the names of the form's own fields.
    fn by_own_field(error: Error) -> Error {
        error
    }
}

/// One form, one or more moves.
pub async fn go<M: Move>(
    grip: &GripField,
    form: &'static str,
    typed: Vec<(&'static str, String)>,
    moves: Vec<M>,
) -> std::result::Result<(), ServerFnError> {
    try_go(grip, form, typed, Ok(moves)).await
}

/// The same where the form may lack something.
pub async fn try_go<M: Move>(
    grip: &GripField,
    form: &'static str,
    typed: Vec<(&'static str, String)>,
    moves: Result<Vec<M>>,
) -> std::result::Result<(), ServerFnError> {
    let Some(hand) = Hand::on(grip, form, typed).await? else { return Ok(()) };
    let outcome = match moves {
        Ok(moves) => advance(&hand, moves).await,
        Err(error) => Err(error),
    };
    done::<M, _>(hand, outcome).await.map(|_| ())
}

/// Makes the moves in order; the first that is refused ends them, what was done before it stands.
pub async fn advance<M: Move>(hand: &Hand, moves: Vec<M>) -> Result<()> {
    advance_from(hand, hand.grip, moves).await
}

/// The same from another version than the form's: something was done before.
pub async fn advance_from<M: Move>(hand: &Hand, from: Grip, moves: Vec<M>) -> Result<()> {
    let mut version = from.version;
    for one in moves {
        let may_stand = one.may_stand();
        match one.make(&hand.seat, Grip { version, ..from }).await {
            Ok(()) => version += 1,
            // Ticked before: nothing to do again.
            Err(Error::IllegalMove("already_done")) if may_stand => {}
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

/// Leads back to the case, a refusal in the words of its kind.
pub async fn done<M: Move, T>(hand: Hand, outcome: Result<T>) -> std::result::Result<bool, ServerFnError> {
    let said = |error: &Error| match error {
        Error::IllegalMove(code) => M::said(code),
        _ => None,
    };
    hand.done_saying(outcome.map_err(M::by_own_field), said).await
}

/// What the national system said, and when; `at` as fingers type it.
pub fn network(result: Option<NetworkResult>, at: &str) -> Result<(NetworkResult, NaiveTime)> {
    let result = result.ok_or_else(|| Error::invalid("result", "missing"))?;
    let at = read_time(at).ok_or_else(|| Error::invalid("at", "bad_form"))?;
    Ok((result, at))
}

/// 「10:37」, also with a full-width colon or without any: what fingers type.
pub fn read_time(typed: &str) -> Option<NaiveTime> {
    let plain = typed.trim().replace('：', ":");
    let plain = if plain.len() == 4 && plain.bytes().all(|byte| byte.is_ascii_digit()) {
        format!("{}:{}", &plain[..2], &plain[2..])
    } else {
        plain
    };
    NaiveTime::parse_from_str(&plain, "%H:%M").or_else(|_| NaiveTime::parse_from_str(&plain, "%H:%M:%S")).ok()
}

/// What was typed of a certificate and its two booklets, for a form that is shown again.
pub fn typed_numbers(numbers: &Numbers) -> Vec<(&'static str, String)> {
    let [booklet_a, booklet_b] = numbers.booklets.clone();
    vec![("certificate_no", numbers.certificate.clone()), ("booklet_a", booklet_a), ("booklet_b", booklet_b)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_read_as_fingers_type_it() {
        let at = NaiveTime::from_hms_opt(10, 37, 0);
        for typed in ["10:37", "1037", "10：37", " 10:37 ", "10:37:00"] {
            assert_eq!(read_time(typed), at, "{typed}");
        }
        for typed in ["", "25:00", "10.37", "十点"] {
            assert_eq!(read_time(typed), None, "{typed}");
        }
    }
}

//! Both come back inside the window: their papers are looked through and the review begins.

use super::{
    hand::{done, moment},
    view::MomentField,
};
use crate::fns::counter::{GripField, keep::Hand, moves::advance};
use law::divorce_case::ReviewPoint;
use leptos::prelude::*;
use registry::divorce::DivorceStep as Step;

#[server]
pub async fn begin_review(
    grip: GripField,
    #[server(default)] points: Vec<ReviewPoint>,
    #[server(default)] moment_of: MomentField,
) -> Result<(), ServerFnError> {
    let mut typed = moment_of.pairs();
    typed.extend(points.iter().map(|point| ("points", point.as_str().to_owned())));
    let Some(hand) = Hand::on(&grip, "begin-review", typed).await? else { return Ok(()) };
    let outcome = match moment(&hand, &moment_of) {
        Ok((ticket, late)) => {
            let points = points.into_iter().collect();
            advance(&hand, vec![Step::ReviewBegun { points, ticket, late }]).await
        }
        Err(error) => Err(error),
    };
    done(hand, outcome).await.map(|_| ())
}

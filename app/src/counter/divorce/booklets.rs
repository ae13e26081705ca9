//! The two booklets of a registered divorce, and what is offered with them.

use crate::{
    counter::beside::booklets::{Booklets, Offer},
    fns::counter::divorce::{CorrectNumbers, DivorceView, VoidBooklet},
};
use law::divorce_case::DivorceMove;
use leptos::{prelude::*, server_fn::ServerFn};

#[component]
pub fn DivorceBooklets(case: DivorceView) -> impl IntoView {
    let offer = Offer {
        grip: case.grip.clone(),
        kept: case.kept.clone(),
        own: case.own_numbers,
        label: "离婚证字号",
        which: "seat",
        void: case.offers(DivorceMove::VoidBooklet).then(VoidBooklet::url),
        correct: case.offers(DivorceMove::CorrectNumbers).then(CorrectNumbers::url),
    };
    case.registration.map(|known| view! { <Booklets known=known.into() offer /> })
}

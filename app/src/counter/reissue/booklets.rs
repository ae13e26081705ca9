//! The booklets of a reissue, and what is offered with them.

use crate::{
    counter::beside::booklets::{Booklet, Booklets, Offer, Standing},
    fns::counter::reissue::{CorrectNumbers, ReissueView, ReissuedView, VoidBooklet},
};
use law::reissue_case::ReissueMove;
use leptos::{prelude::*, server_fn::ServerFn};

#[component]
pub fn ReissueBooklets(case: ReissueView) -> impl IntoView {
    let offer = Offer {
        grip: case.grip.clone(),
        kept: case.kept.clone(),
        own: case.own_numbers,
        label: "补发字号",
        which: "spoilt",
        void: case.offers(ReissueMove::VoidBooklet).then(VoidBooklet::url),
        correct: case.offers(ReissueMove::CorrectNumbers).then(CorrectNumbers::url),
    };
    case.reissue.map(|known| view! { <Booklets known=known.into() offer /> })
}

/// One booklet is handed to who asked for it; of a pair each has their own.
impl From<ReissuedView> for Standing {
    fn from(known: ReissuedView) -> Self {
        let titles: &[&str] =
            if known.booklets.len() > 1 { &["第一位", "第二位"] } else { &["本人"] };
        let booklets = titles.iter().zip(known.booklets).map(|(whose, number)| Booklet {
            whose,
            named: number.clone(),
            number,
        });
        Self { certificate: known.certificate, booklets: booklets.collect(), voided: known.voided }
    }
}

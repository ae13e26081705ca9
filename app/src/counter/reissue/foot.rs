//! The bar of keys under a reissue.

use super::{ask, filling};
use crate::{
    counter::foot::{CaseBar, main_words, settle_first},
    fns::{counter::reissue::ReissueView, staff::May},
};
use leptos::prelude::*;

#[component]
pub fn ReissueFoot(case: ReissueView, may: May) -> impl IntoView {
    let differs = case.persons.iter().find(|person| !person.differences.is_empty());
    let hint = differs.map(|person| settle_first(person.seat, &person.differences[0].label));
    let main = main_words(&case.hold, may, filling(&case), ask::words(&case));
    view! { <CaseBar grip=case.grip.clone() mine=case.mine() may hint main /> }
}

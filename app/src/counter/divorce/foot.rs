//! The bar of keys under a divorce case.

use super::{ask, filling};
use crate::{
    counter::foot::{CaseBar, main_words, settle_first},
    fns::{counter::divorce::DivorceView, staff::May},
};
use leptos::prelude::*;

#[component]
pub fn DivorceFoot(case: DivorceView, may: May) -> impl IntoView {
    let hint = case.differences().next().map(|(person, differs)| settle_first(person.seat, &differs.label));
    let main = main_words(&case.hold, may, filling(&case), ask::words(&case));
    view! { <CaseBar grip=case.grip.clone() mine=case.mine() may hint main /> }
}

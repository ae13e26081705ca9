//! The hidden fields with which every form of a case writes.

use crate::fns::counter::GripField;
use leptos::prelude::*;

#[component]
pub fn Grip(grip: GripField) -> impl IntoView {
    view! {
        <input type="hidden" name="grip[case]" value=grip.case />
        <input type="hidden" name="grip[fence]" value=grip.fence.to_string() />
        <input type="hidden" name="grip[version]" value=grip.version.to_string() />
    }
}

//! A field of an office form: what was typed, else what is set, with its fault.

use crate::{
    fns::{office::value, staff::Kept},
    ui::field::TextField,
};
use leptos::prelude::*;

#[component]
pub fn Setting(
    kept: Kept,
    form: &'static str,
    values: Vec<(String, String)>,
    field: &'static str,
    /// The field's name in the request, where it is not the field itself.
    #[prop(optional)]
    name: Option<&'static str>,
    label: &'static str,
    #[prop(optional_no_strip)] hint: Option<&'static str>,
    #[prop(optional)] optional: bool,
) -> impl IntoView {
    let shown = value(&kept, form, &values, field);
    let fault = kept.fault(form, field);
    view! { <TextField id=field name=name.unwrap_or(field) label value=shown hint fault optional longest=200 /> }
}

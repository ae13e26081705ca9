//! Form fields: label above, hint between label and field, the fault above the field, no placeholder text.

use crate::ui::{
    icon::{Draw, Icon},
    lang::t,
    when::Dated,
};
use leptos::prelude::*;

/// A line of text. `fault` is the sentence why what stands in it can't be taken.
#[component]
pub fn TextField(
    id: &'static str,
    name: &'static str,
    label: &'static str,
    #[prop(into)] value: String,
    #[prop(optional_no_strip)] hint: Option<&'static str>,
    #[prop(optional_no_strip)] fault: Option<String>,
    #[prop(default = "text")] kind: &'static str,
    #[prop(optional_no_strip)] inputmode: Option<&'static str>,
    #[prop(default = "off")] autocomplete: &'static str,
    #[prop(optional)] optional: bool,
    #[prop(default = 120)] longest: u16,
) -> impl IntoView {
    let described = described_by(id, hint.is_some(), fault.is_some());
    view! {
        <div class=field_class(fault.is_some())>
            <FieldLabel id label optional />
            <FieldNotes id hint fault=fault.clone() />
            <input
                class="field-box"
                id=id
                name=name
                type=kind
                value=value
                maxlength=longest.to_string()
                inputmode=inputmode
                autocomplete=autocomplete
                autocapitalize="off"
                spellcheck="false"
                aria-describedby=described
                aria-invalid=fault.is_some().then_some("true")
            />
        </div>
    }
}

/// One of a closed set, as the browser's own list. `options` are values with their words.
#[component]
pub fn SelectField(
    id: &'static str,
    name: &'static str,
    label: &'static str,
    options: Vec<(&'static str, &'static str)>,
    #[prop(into)] value: String,
    #[prop(optional_no_strip)] hint: Option<&'static str>,
    #[prop(optional_no_strip)] fault: Option<String>,
) -> impl IntoView {
    let described = described_by(id, hint.is_some(), fault.is_some());
    view! {
        <div class=field_class(fault.is_some())>
            <FieldLabel id label />
            <FieldNotes id hint fault=fault.clone() />
            <div class="field-select">
                <select
                    class="field-box"
                    id=id
                    name=name
                    autocomplete="off"
                    aria-describedby=described
                    aria-invalid=fault.is_some().then_some("true")
                >
                    {options
                        .into_iter()
                        .map(|(own, words)| view! { <option value=own selected=own == value>{words}</option> })
                        .collect_view()}
                </select>
                <Draw icon=Icon::Down />
            </div>
        </div>
    }
}

/// The sentence about one field, of those that were found.
pub fn fault_of(faults: &[(String, String)], field: &str) -> Option<String> {
    faults.iter().find(|(at, _)| at == field).map(|(_, words)| words.clone())
}

/// One radio button with its words; put several into `<fieldset class="choices">`.
#[component]
pub fn Choice(
    name: &'static str,
    value: &'static str,
    checked: bool,
    words: &'static str,
    #[prop(optional_no_strip)] id: Option<&'static str>,
) -> impl IntoView {
    view! {
        <label class="choice">
            <input type="radio" name=name value=value id=id checked=checked />
            <span>{words}</span>
        </label>
    }
}

/// The words above a field, with 「可以不填」 where it may stay empty.
#[component]
pub fn FieldLabel(id: &'static str, label: &'static str, #[prop(optional)] optional: bool) -> impl IntoView {
    view! {
        <label class="field-label" for=id>
            {label}
            {optional.then(|| view! { <small>{t("可以不填", "optional")}</small> })}
        </label>
    }
}

/// Hint and fault, each with the id that the field names in `aria-describedby`.
#[component]
pub fn FieldNotes(id: &'static str, hint: Option<&'static str>, fault: Option<String>) -> impl IntoView {
    view! {
        {hint.map(|hint| view! { <p class="field-hint" id=format!("{id}-hint")>{hint}</p> })}
        {fault
            .map(|fault| {
                view! {
                    <p class="field-fault" id=format!("{id}-fault")>
                        "✕ "
                        <Dated words=fault />
                    </p>
                }
            })}
    }
}

pub fn field_class(faulty: bool) -> &'static str {
    if faulty { "field is-fault" } else { "field" }
}

pub fn described_by(id: &str, hint: bool, fault: bool) -> Option<String> {
    match (hint, fault) {
        (true, true) => Some(format!("{id}-hint {id}-fault")),
        (true, false) => Some(format!("{id}-hint")),
        (false, true) => Some(format!("{id}-fault")),
        (false, false) => None,
    }
}

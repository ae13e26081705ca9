//! The document of one person: which it is, its number, and what that number does not tell.

use crate::{
    live::number::NumberField,
    ui::{
        field::{Choice, SelectField, TextField, fault_of},
        lang::{law_lang, t},
    },
};
use chrono::NaiveDate;
use law::identity::{IdType, Nationality, Sex};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// What was typed of a document, right or wrong, and the sentences about it by field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DocumentTyped {
    pub kind: IdType,
    pub number: String,
    pub sex: String,
    pub birth: String,
    pub nationality: String,
    pub faults: Vec<(String, String)>,
    /// The day on the server, which bounds the birth date.
    pub today: NaiveDate,
}

impl DocumentTyped {
    fn fault(&self, field: &str) -> Option<String> {
        fault_of(&self.faults, field)
    }
}

/// All of it, one under the other.
#[cfg(any(feature = "ssr", feature = "couple"))]
#[island]
pub fn PhoneDocument(typed: DocumentTyped) -> impl IntoView {
    let kind = RwSignal::new(typed.kind);
    let hint = t("年-月-日，例如 1995-05-08", "Year-month-day, for example 1995-05-08");
    view! {
        <Which kind fault=typed.fault("id_type") />
        <NumberField value=typed.number.clone() kind today=typed.today fault=typed.fault("id_number") />
        {move || {
            (!kind.get().tells_sex_and_birth())
                .then(|| view! { <Untold kind=kind.get() typed=typed.clone() birth_kind="text" birth_hint=Some(hint) /> })
        }}
    }
}

/// Which and its number, for a row.
#[cfg(any(feature = "ssr", feature = "house"))]
#[island]
pub fn DeskDocument(typed: DocumentTyped) -> impl IntoView {
    let kind = RwSignal::new(typed.kind);
    view! {
        <Which kind fault=typed.fault("id_type") />
        <NumberField value=typed.number.clone() kind today=typed.today fault=typed.fault("id_number") />
    }
}

/// What the number does not tell; follows the document that is chosen elsewhere on the page.
#[cfg(any(feature = "ssr", feature = "house"))]
#[island]
pub fn DeskUntold(typed: DocumentTyped) -> impl IntoView {
    let kind = RwSignal::new(typed.kind);
    Effect::new(move |_| {
        let follow = window_event_listener(leptos::ev::change, move |event| {
            let chosen = event_target::<leptos::web_sys::Element>(&event);
            if chosen.id() == WHICH
                && let Some(known) = IdType::parse(&event_target_value(&event))
            {
                kind.set(known);
            }
        });
        on_cleanup(move || follow.remove());
    });
    move || {
        (!kind.get().tells_sex_and_birth()).then(|| {
            view! {
                <div class="form-row">
                    <Untold kind=kind.get() typed=typed.clone() birth_kind="date" birth_hint=None />
                </div>
            }
        })
    }
}

const WHICH: &str = "id-type";

/// Which document; the identity card is chosen.
#[component]
fn Which(kind: RwSignal<IdType>, fault: Option<String>) -> impl IntoView {
    let lang = law_lang();
    let options = IdType::ALL.iter().map(|kind| (kind.as_str(), kind.title(lang))).collect();
    view! {
        <div on:change=move |event| {
            if let Some(chosen) = IdType::parse(&event_target_value(&event)) {
                kind.set(chosen);
            }
        }>
            <SelectField
                id=WHICH
                name="typed[id_type]"
                label=t("证件", "Document")
                options
                value=kind.get_untracked().as_str()
                fault
            />
        </div>
    }
}

#[component]
fn Untold(
    kind: IdType,
    typed: DocumentTyped,
    birth_kind: &'static str,
    birth_hint: Option<&'static str>,
) -> impl IntoView {
    let lang = law_lang();
    let sex = typed.sex.clone();
    let class = if typed.fault("sex").is_some() { "choices is-row is-fault" } else { "choices is-row" };
    // As the passport writes it.
    let nationality = match Nationality::parse(&typed.nationality) {
        Some(_) => typed.nationality.to_ascii_uppercase(),
        None => typed.nationality.clone(),
    };
    view! {
        <fieldset class=class id="sex" tabindex="-1">
            <legend>{t("性别", "Sex")}</legend>
            {typed.fault("sex").map(|words| view! { <p class="field-fault">"✕ "{words}</p> })}
            <Choice name="typed[sex]" value="F" checked=sex == "F" words=Sex::F.title(lang) />
            <Choice name="typed[sex]" value="M" checked=sex == "M" words=Sex::M.title(lang) />
        </fieldset>
        <TextField
            id="birth"
            name="typed[birth]"
            kind=birth_kind
            label=t("出生日期", "Date of birth")
            hint=birth_hint
            longest=10
            value=typed.birth.clone()
            fault=typed.fault("birth")
        />
        {kind
            .asks_nationality()
            .then(|| {
                view! {
                    <TextField
                        id="nationality"
                        name="typed[nationality]"
                        label=t("国籍", "Nationality")
                        hint=Some(t("护照上的三个字母，例如 KOR", "The three letters in the passport, for example KOR"))
                        value=nationality.clone()
                        fault=typed.fault("nationality")
                        longest=3
                    />
                }
            })}
    }
}

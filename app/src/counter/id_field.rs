//! The document's number at the desk: answers when one leaves it, by the same law that the server applies.

use crate::ui::field::{FieldLabel, FieldNotes, described_by, field_class};
use chrono::NaiveDate;
use law::{
    Lang,
    identity::{IdNumber, IdType},
};
use leptos::prelude::*;

/// `kind` is the document chosen beside it; `today` the day on the server, which bounds the birth date.
#[component]
pub fn IdField(
    #[prop(into)] value: String,
    kind: RwSignal<IdType>,
    today: NaiveDate,
    #[prop(optional_no_strip)] fault: Option<String>,
) -> impl IntoView {
    let said = RwSignal::new(fault);
    let fine = RwSignal::new(false);
    let input = NodeRef::<leptos::html::Input>::new();
    let look = move |_| {
        let Some(input) = input.get_untracked() else { return };
        match IdNumber::parse(kind.get_untracked(), &input.value(), today) {
            Ok(number) => {
                input.set_value(&number.grouped());
                said.set(None);
                fine.set(true);
            }
            Err(fault) => {
                said.set((!input.value().trim().is_empty()).then(|| fault.words(Lang::Zh).to_owned()));
                fine.set(false);
            }
        }
    };
    view! {
        <div class=move || field_class(said.get().is_some())>
            <FieldLabel id="id-number" label="证件号码" />
            {move || view! { <FieldNotes id="id-number" hint=None fault=said.get() /> }}
            <input
                class="field-box is-number"
                class:is-fine=move || fine.get()
                id="id-number"
                name="typed[id_number]"
                type="text"
                autocomplete="off"
                autocapitalize="characters"
                spellcheck="false"
                maxlength="40"
                aria-describedby=described_by("id-number", false, true)
                value=value
                node_ref=input
                on:change=look
            />
            <p class="heard" role="status">{move || fine.get().then_some("号码没问题")}</p>
        </div>
    }
}

//! The identity number: the one field that answers while one types, by the same law that the server applies.

use crate::ui::{
    field::{FieldNotes, described_by, field_class},
    lang::{law_lang, t},
};
use chrono::NaiveDate;
use law::identity::{IdNumber, IdType};
use leptos::prelude::*;

/// What stands under the number after one left the field.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Word {
    Nothing,
    Fine,
    Fault(&'static str),
}

/// `kind` is the document chosen before it; `today` the day on the server, which bounds the birth date.
#[component]
pub fn NumberField(
    value: String,
    kind: RwSignal<IdType>,
    today: NaiveDate,
    fault: Option<String>,
) -> impl IntoView {
    let lang = law_lang();
    let described = described_by("id-number", false, true);
    let word = RwSignal::new(Word::Nothing);
    let first_fault = fault.clone();
    let shown_fault = move || match word.get() {
        Word::Nothing => first_fault.clone(),
        Word::Fine => None,
        Word::Fault(words) => Some(words.to_owned()),
    };
    let faulty = {
        let shown_fault = shown_fault.clone();
        move || shown_fault().is_some()
    };
    let marked = faulty.clone();
    let input = NodeRef::<leptos::html::Input>::new();
    // Written into the field itself, so that what was typed before the script came is not lost.
    let look = move |typed: String| {
        let (text, said) = read(kind.get_untracked(), &typed, today, lang);
        if let Some(input) = input.get_untracked()
            && text != typed
        {
            input.set_value(&text);
        }
        word.set(said);
    };
    view! {
        <div class=move || field_class(faulty())>
            <label class="field-label" for="id-number">
                {move || match kind.get() {
                    IdType::MainlandId | IdType::TempIdCard => t("身份证号码", "ID number"),
                    IdType::HkMacauPermit
                    | IdType::TaiwanPermit
                    | IdType::HmtResidence
                    | IdType::ForeignPr
                    | IdType::PassportCn
                    | IdType::Passport => t("证件号码", "Document number"),
                }}
            </label>
            {move || view! { <FieldNotes id="id-number" hint=None fault=shown_fault() /> }}
            <input
                class="field-box is-number"
                class:is-fine=move || word.get() == Word::Fine
                id="id-number"
                name="typed[id_number]"
                type="text"
                inputmode="text"
                autocomplete="off"
                autocapitalize="characters"
                spellcheck="false"
                maxlength="40"
                aria-describedby=described
                aria-invalid=move || marked().then_some("true")
                value=value
                node_ref=input
                on:change=move |event| look(event_target_value(&event))
            />
            <p class="field-ok" role="status">
                {move || (word.get() == Word::Fine).then(|| t("✓ 号码没问题", "✓ This number is fine"))}
            </p>
        </div>
    }
}

/// The number in groups and the word about it; an empty field says nothing yet.
fn read(kind: IdType, typed: &str, today: NaiveDate, lang: law::Lang) -> (String, Word) {
    if typed.trim().is_empty() {
        return (String::new(), Word::Nothing);
    }
    match IdNumber::parse(kind, typed, today) {
        Ok(number) => (number.grouped(), Word::Fine),
        Err(fault) => (typed.to_owned(), Word::Fault(fault.words(lang))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 1, 26).unwrap()
    }

    #[test]
    fn a_good_number_is_grouped_six_eight_four_and_praised() {
        let (text, word) = read(IdType::MainlandId, "11010519491231002x", today(), law::Lang::Zh);
        assert_eq!((text.as_str(), word), ("110105 19491231 002X", Word::Fine));
    }

    #[test]
    fn a_wrong_number_stays_as_typed_and_says_what_to_look_at() {
        let (text, word) = read(IdType::MainlandId, "110105194912310021", today(), law::Lang::Zh);
        assert_eq!(text, "110105194912310021");
        assert_eq!(word, Word::Fault("最后一位对不上，请照身份证再看一遍"));
    }
}

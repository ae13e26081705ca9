//! Larger text, 「长辈版」: a form that sets a cookie, so that it needs no script and stays chosen.

use crate::ui::lang::t;
use leptos::prelude::*;
use leptos_router::hooks::use_location;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Elder(pub bool);

impl Elder {
    pub fn here() -> Self {
        Self(super::request::cookie("elder").as_deref() == Some("on"))
    }

    /// The attribute `data-elder` of `<html>`: there, or not.
    pub fn attribute(self) -> Option<&'static str> {
        self.0.then_some("")
    }
}

/// One button that makes the text larger, or normal again, and comes back to the same page.
#[component]
pub fn ElderSwitch() -> impl IntoView {
    let location = use_location();
    let back = move || match location.search.get() {
        search if search.is_empty() => location.pathname.get(),
        search => format!("{}?{}", location.pathname.get(), search.trim_start_matches('?')),
    };
    let larger = use_context::<Elder>().unwrap_or_default().0;
    view! {
        <form method="post" action="/display">
            <input type="hidden" name="back" value=back />
            <button name="elder" value=if larger { "off" } else { "on" } aria-pressed=larger.to_string()>
                {if larger { t("标准版", "Normal text") } else { t("长辈版", "Larger text") }}
            </button>
        </form>
    }
}

//! A sentence that is copied into somebody's report.

use super::clipboard;
use crate::ui::icon::{Draw, Icon};
use leptos::prelude::*;

#[island]
pub fn CopySentence(words: String) -> impl IntoView {
    let copied = RwSignal::new(false);
    let copy = move |_| copied.set(clipboard::put(&words));
    view! {
        <button type="button" class="button is-outline needs-script" on:click=copy>
            <Draw icon=Icon::Copy />
            {move || if copied.get() { "复制好了" } else { "复制这句话" }}
        </button>
    }
}

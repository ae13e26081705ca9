//! The browser prints the page as it is, without bars; without script its own menu does.

use leptos::prelude::*;

#[island]
pub fn Print(words: String) -> impl IntoView {
    let print = |_| {
        // A browser that can't print leaves the page as it is.
        let _ = window().print();
    };
    view! { <button type="button" class="button needs-script" on:click=print>{words}</button> }
}

//! The function keys: each presses the button that bears its name.

use leptos::{ev, prelude::*};

#[island]
pub fn Keys() -> impl IntoView {
    Effect::new(move |_| {
        let handle = window_event_listener(ev::keydown, |event| {
            let key = event.key();
            if matches!(key.as_str(), "F2" | "F6" | "F9") && press(&key) {
                // F6 would go to the address bar.
                event.prevent_default();
            }
        });
        on_cleanup(move || handle.remove());
    });
    view! { <span hidden></span> }
}

fn press(key: &str) -> bool {
    use leptos::wasm_bindgen::JsCast;
    let found = document().query_selector(&format!("[data-key='{key}']")).ok().flatten();
    let Some(button) = found.and_then(|found| found.dyn_into::<leptos::web_sys::HtmlElement>().ok()) else {
        return false;
    };
    button.click();
    true
}

//! The function keys: each presses the button that bears its name. And the word whether the script is here at all:
//! what only a script can do is not shown before.

use leptos::{ev, prelude::*};

/// True once the script has taken the page over.
#[derive(Clone, Copy)]
pub struct Live(pub RwSignal<bool>);

impl Default for Live {
    fn default() -> Self {
        Self(RwSignal::new(false))
    }
}

/// Whether the script is here.
pub fn is_live() -> bool {
    use_context::<Live>().is_some_and(|live| live.0.get())
}

/// Listens for the keys, in the browser only.
pub fn listen() {
    let live = use_context::<Live>();
    Effect::new(move |_| {
        if let Some(live) = live {
            live.0.set(true);
        }
        let handle = window_event_listener(ev::keydown, |event| {
            let key = event.key();
            if matches!(key.as_str(), "F2" | "F6" | "F9") && press(&key) {
                // F6 would go to the address bar.
                event.prevent_default();
            }
        });
        on_cleanup(move || handle.remove());
    });
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

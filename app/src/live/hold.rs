//! Two minutes before a place is given up one polite sentence is spoken to those who listen; the screen stays as it is.

use leptos::prelude::*;
use std::time::Duration;

/// Says `words` after so many seconds.
#[island]
pub fn Spoken(words: String, after: u32) -> impl IntoView {
    let (said, say) = signal(String::new());
    Effect::new(move |_| {
        let words = words.clone();
        set_timeout(move || say.set(words), Duration::from_secs(after.into()));
    });
    view! { <p class="heard" role="status">{move || said.get()}</p> }
}

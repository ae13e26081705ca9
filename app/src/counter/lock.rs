//! The lock over a page that stays as it is: typed words and the place of the cursor are there again afterwards.
//! Without script the lock is a page of its own, and comes back to the same address.

use crate::fns::staff::{Lock, lock_now, stay, unlock_now};
use leptos::{ev, prelude::*, server_fn::ServerFn, task::spawn_local};
use std::time::Duration;

/// Whether the page is covered.
#[derive(Clone, Copy)]
pub struct Cover(pub RwSignal<bool>);

impl Default for Cover {
    fn default() -> Self {
        Self(RwSignal::new(false))
    }
}

/// UX §5: five minutes. The server counts by requests of all pages, this by keys and mouse on this one.
const IDLE_MS: f64 = 5.0 * 60_000.0;
const LOOK_EVERY: Duration = Duration::from_secs(15);
/// While somebody types, the server hears of it this often.
const TELL_MS: f64 = 60_000.0;

#[component]
pub fn LockButton(here: String) -> impl IntoView {
    let cover = use_context::<Cover>().unwrap_or_default();
    let lock = move |event: ev::SubmitEvent| {
        event.prevent_default();
        cover_page(cover);
    };
    view! {
        <form method="post" action=Lock::url() on:submit=lock>
            <input type="hidden" name="back" value=here />
            <button>"锁屏"</button>
        </form>
    }
}

/// Covers at once; the server is told after it.
fn cover_page(cover: Cover) {
    cover.0.set(true);
    spawn_local(async {
        // If it can't be told now, it locks by itself after five minutes; the page is covered in any case.
        let _ = lock_now().await;
    });
}

#[component]
pub fn LockCover(name: String, here: String) -> impl IntoView {
    let cover = use_context::<Cover>().unwrap_or_default();
    let fault = RwSignal::new(None::<String>);
    let field = NodeRef::<leptos::html::Input>::new();
    // By its id: an element itself could not pass from one thread of the server to another.
    let before = StoredValue::new(None::<String>);
    watch(cover);
    Effect::new(move |_| {
        if cover.0.get() {
            before.set_value(document().active_element().map(|element| element.id()));
            if let Some(field) = field.get() {
                // Only an element outside the page refuses the cursor.
                let _ = field.focus();
            }
        }
    });
    let open = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let Some(input) = field.get_untracked() else { return };
        let password = input.value();
        input.set_value("");
        spawn_local(async move {
            match unlock_now(password).await {
                Ok(None) => {
                    fault.set(None);
                    cover.0.set(false);
                    back_to(before);
                }
                Ok(Some(why)) => fault.set(Some(why)),
                Err(_) => fault.set(Some("没有连上，请再试一次。".to_owned())),
            }
        });
    };
    view! {
        <div class="cover" role="dialog" aria-modal="true" aria-labelledby="cover-title" hidden=move || !cover.0.get()>
            <div class="enter">
                <p class="cover-title" id="cover-title">"已锁屏"</p>
                <form class="sheet form" on:submit=open method="post" action="/counter">
                    <input type="hidden" name="back" value=here />
                    <p>{name}"，输密码接着办。填的都还在。"</p>
                    {move || fault.get().map(|fault| view! { <p class="faults" role="alert">"✕ "{fault}</p> })}
                    <div class="field">
                        <label class="field-label" for="cover-password">"密码"</label>
                        <input
                            class="field-box"
                            id="cover-password"
                            type="password"
                            autocomplete="current-password"
                            node_ref=field
                        />
                    </div>
                    <p class="form-end">
                        <button class="button">"解锁"</button>
                    </p>
                </form>
            </div>
        </div>
    }
}

/// The cursor stands where it stood.
fn back_to(before: StoredValue<Option<String>>) {
    use leptos::wasm_bindgen::JsCast;
    let Some(id) = before.get_value().filter(|id| !id.is_empty()) else { return };
    request_animation_frame(move || {
        let element = document().get_element_by_id(&id);
        if let Some(element) =
            element.and_then(|element| element.dyn_into::<leptos::web_sys::HtmlElement>().ok())
        {
            // It may refuse the cursor by now; then the page begins at its top.
            let _ = element.focus();
        }
    });
}

/// Counts the idle time in the browser, and tells the server that somebody is working.
fn watch(cover: Cover) {
    Effect::new(move |_| {
        let now = || leptos::web_sys::js_sys::Date::now();
        let last = StoredValue::new(now());
        let told = StoredValue::new(now());
        let touch = move || last.set_value(now());
        let keys = window_event_listener(ev::keydown, move |_| touch());
        let mouse = window_event_listener(ev::pointerdown, move |_| touch());
        let timer = set_interval_with_handle(
            move || {
                if cover.0.get_untracked() {
                    return;
                }
                let idle = now() - last.get_value();
                if idle > IDLE_MS {
                    // The session may still be in use in another tab; left alone, it locks by itself.
                    cover.0.set(true);
                } else if idle < TELL_MS && now() - told.get_value() > TELL_MS {
                    told.set_value(now());
                    spawn_local(async move {
                        if let Ok(false) = stay().await {
                            cover.0.set(true);
                        }
                    });
                }
            },
            LOOK_EVERY,
        );
        on_cleanup(move || {
            keys.remove();
            mouse.remove();
            if let Ok(timer) = timer {
                timer.clear();
            }
        });
    });
}

//! The lock over a page that stays as it is: typed words and the place of the cursor are there again afterwards.
//! Without script the lock is a page of its own, and comes back to the same address.

use crate::fns::staff::{lock_now, stay, unlock_now};
use leptos::{ev, prelude::*, task::spawn_local};
use std::time::Duration;

/// UX §5: five minutes. The server counts by requests of all pages, this by keys and mouse on this one.
const IDLE_MS: f64 = 5.0 * 60_000.0;
const LOOK_EVERY: Duration = Duration::from_secs(15);
/// While somebody types, the server hears of it this often.
const TELL_MS: f64 = 60_000.0;

/// The id of the form that asks for the lock: with script it covers this page, without it leads to the lock's own.
pub const LOCK_FORM: &str = "lock";

/// Covers at once; the server is told after it.
fn cover_page(covered: RwSignal<bool>) {
    covered.set(true);
    spawn_local(async {
        // If it can't be told now, it locks by itself after five minutes; the page is covered in any case.
        let _ = lock_now().await;
    });
}

/// The lock over a staff page, whoever sits there by `name`; `here` is where the lock's own page comes back to.
#[island]
pub fn Cover(name: String, here: String) -> impl IntoView {
    let covered = RwSignal::new(false);
    let fault = RwSignal::new(None::<String>);
    let field = NodeRef::<leptos::html::Input>::new();
    // By its id: an element itself could not pass from one thread of the server to another.
    let before = StoredValue::new(None::<String>);
    watch(covered);
    Effect::new(move |_| {
        let covers = covered.get();
        if covers {
            before.set_value(document().active_element().map(|element| element.id()));
        }
        rest_of_page(covers);
        if covers && let Some(field) = field.get() {
            // Only an element outside the page refuses the cursor.
            let _ = field.focus();
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
                    covered.set(false);
                    back_to(before);
                }
                Ok(Some(why)) => fault.set(Some(why)),
                Err(_) => fault.set(Some("没有连上，请再试一次。".to_owned())),
            }
        });
    };
    view! {
        <div class="cover" role="dialog" aria-modal="true" aria-labelledby="cover-title" hidden=move || !covered.get()>
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

/// What is covered takes neither keys nor clicks.
fn rest_of_page(covered: bool) {
    if let Ok(Some(desk)) = document().query_selector(".desk") {
        // Only an element outside a document refuses an attribute.
        let _ = desk.toggle_attribute_with_force("inert", covered);
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

/// Hears the lock's button, counts the idle time in the browser, and tells the server that somebody is working.
fn watch(covered: RwSignal<bool>) {
    Effect::new(move |_| {
        let now = || leptos::web_sys::js_sys::Date::now();
        let last = StoredValue::new(now());
        let told = StoredValue::new(now());
        let touch = move || last.set_value(now());
        let keys = window_event_listener(ev::keydown, move |_| touch());
        let mouse = window_event_listener(ev::pointerdown, move |_| touch());
        let asked = window_event_listener(ev::submit, move |event| {
            if event_target::<leptos::web_sys::Element>(&event).id() == LOCK_FORM {
                event.prevent_default();
                cover_page(covered);
            }
        });
        let timer = set_interval_with_handle(
            move || {
                if covered.get_untracked() {
                    return;
                }
                let idle = now() - last.get_value();
                if idle > IDLE_MS {
                    // The session may still be in use in another tab; left alone, it locks by itself.
                    covered.set(true);
                } else if idle < TELL_MS && now() - told.get_value() > TELL_MS {
                    told.set_value(now());
                    spawn_local(async move {
                        if let Ok(false) = stay().await {
                            covered.set(true);
                        }
                    });
                }
            },
            LOOK_EVERY,
        );
        on_cleanup(move || {
            keys.remove();
            mouse.remove();
            asked.remove();
            if let Ok(timer) = timer {
                timer.clear();
            }
        });
    });
}

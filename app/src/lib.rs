//! The screens: what people see and do, never what is decided.
//!
//! Two roots, each with its own shell and its own wasm: [`couple`] for people's phones, [`house`] for the
//! touch screen, the call display, the counter and the office. Every page is complete HTML before any script
//! runs; the script only takes over what is already there.

pub mod counter;
pub mod couple;
pub mod fns;
pub mod hall;
pub mod house;
pub mod office;
pub mod shell;
pub mod ui;

/// Takes over a couple's page in the browser; called by `client/couple`.
#[cfg(feature = "hydrate")]
pub fn hydrate_couple() {
    console_error_panic_hook::set_once();
    leptos::mount::hydrate_body(couple::Couple);
    say_live();
}

/// Takes over a page of the house in the browser; called by `client/house`.
#[cfg(feature = "hydrate")]
pub fn hydrate_house() {
    console_error_panic_hook::set_once();
    leptos::mount::hydrate_body(house::House);
    say_live();
}

/// Marks the document once the script has taken over, for styles and for tests that wait for it.
#[cfg(feature = "hydrate")]
fn say_live() {
    if let Some(html) = leptos::prelude::document().document_element() {
        // Only an element outside a document refuses an attribute.
        let _ = html.set_attribute("data-live", "");
    }
}

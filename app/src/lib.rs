//! The screens: what people see and do, never what is decided.
//!
//! Two roots, each with its own shell and its own wasm: `couple` for people's phones, `house` for the touch screen,
//! the call display, the counter and the office. Every page is complete HTML and works before any script runs; the
//! script wakes the few parts that are in [`live`].

#[cfg(feature = "ssr")]
pub mod counter;
#[cfg(feature = "ssr")]
pub mod couple;
#[cfg(any(feature = "ssr", feature = "house"))]
pub mod fns;
#[cfg(feature = "ssr")]
pub mod hall;
#[cfg(feature = "ssr")]
pub mod house;
pub mod live;
#[cfg(feature = "ssr")]
pub mod office;
#[cfg(feature = "ssr")]
pub mod shell;
pub mod ui;

/// Makes ready for the islands of a page, which its script wakes one by one; called by `client/*`. Marks the document,
/// for styles and for tests that wait for it.
#[cfg(feature = "hydrate")]
pub fn hydrate() {
    console_error_panic_hook::set_once();
    leptos::mount::hydrate_islands();
    if let Some(html) = leptos::prelude::document().document_element() {
        // Only an element outside a document refuses an attribute.
        let _ = html.set_attribute("data-live", "");
    }
}

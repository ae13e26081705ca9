//! The browser's part of the couple pages: one function, called by the page's script.
#![cfg(target_arch = "wasm32")]

use wasm_bindgen::prelude::wasm_bindgen;

/// Makes ready for the islands, which the page's script wakes.
#[wasm_bindgen]
pub fn hydrate() {
    app::hydrate();
}

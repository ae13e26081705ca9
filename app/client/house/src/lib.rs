//! The browser's part of the house pages: one function, called by the page's script.
#![cfg(target_arch = "wasm32")]

use wasm_bindgen::prelude::wasm_bindgen;

/// Takes over the page that the server has written.
#[wasm_bindgen]
pub fn hydrate() {
    app::hydrate_house();
}

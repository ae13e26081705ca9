//! The clipboard. The old way works on every address; the new one only where the page came by HTTPS.

use leptos::prelude::*;
use leptos::wasm_bindgen::{JsCast, JsValue};
use leptos::web_sys::js_sys::{Function, Reflect};

/// Puts `text` on the clipboard; `false` where the browser does not let it.
pub fn put(text: &str) -> bool {
    let document = document();
    let (Ok(area), Some(body)) = (document.create_element("textarea"), document.body()) else { return false };
    area.set_class_name("heard");
    let value = JsValue::from_str(text);
    let filled = Reflect::set(&area, &JsValue::from_str("value"), &value).is_ok();
    let before = document.active_element();
    let copied = filled
        && body.append_child(&area).is_ok()
        && call(&area, "select", None).is_some()
        && call(&document, "execCommand", Some("copy")).is_some_and(|done| done.is_truthy());
    area.remove();
    if let Some(element) = before.and_then(|element| element.dyn_into::<leptos::web_sys::HtmlElement>().ok())
    {
        // It may have lost its place; then nothing has the cursor.
        let _ = element.focus();
    }
    copied
}

fn call(on: &JsValue, name: &str, argument: Option<&str>) -> Option<JsValue> {
    let function: Function = Reflect::get(on, &JsValue::from_str(name)).ok()?.dyn_into().ok()?;
    match argument {
        Some(argument) => function.call1(on, &JsValue::from_str(argument)).ok(),
        None => function.call0(on).ok(),
    }
}

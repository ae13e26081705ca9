//! Why the last form was not taken: a sentence that stays until something else is done.

use crate::fns::staff::Kept;
use leptos::prelude::*;

#[component]
pub fn Said(kept: Kept) -> impl IntoView {
    let many = kept.faults.len();
    let words = match (&kept.said, many) {
        (Some(said), _) => Some(said.clone()),
        (None, 0) => None,
        (None, 1) => Some("有一处要改，填的都还在。".to_owned()),
        (None, many) => Some(format!("有 {many} 处要改，填的都还在。")),
    };
    words.map(|words| {
        view! {
            <div class="faults" role="alert" id="said">
                <p>
                    <b>"✕ "{words}</b>
                </p>
            </div>
        }
    })
}

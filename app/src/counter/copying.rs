//! What is copied into the national system, in that system's order.

use crate::{
    fns::counter::{CaseView, CopyItem, Copying},
    live::desk::CopyNext,
};
use leptos::prelude::*;

/// 「逐项复制」. Without script a value is marked by hand.
#[component]
pub fn CopyAll(case: String, items: Vec<CopyItem>) -> impl IntoView {
    (!items.is_empty()).then(|| {
        view! {
            <section aria-labelledby="copying">
                <h2 id="copying">"抄录 "<small>"按国家系统的顺序"</small></h2>
                <p class="hint without-script">"浏览器没有开脚本：请选中要抄的那一项再复制。"</p>
                <CopyNext case items />
            </section>
        }
    })
}

/// Both persons' values in the order of the national form.
pub fn items(case: &CaseView) -> Vec<CopyItem> {
    let known = case.persons.iter().filter(|person| person.known);
    known
        .flat_map(|person| {
            let rows = person.rows.iter().filter(|row| row.copy != Copying::Never);
            rows.map(|row| CopyItem { seat: Some(person.seat), row: row.clone() })
        })
        .collect()
}

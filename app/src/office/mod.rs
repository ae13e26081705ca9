//! The office behind the counter: today, figures and missing numbers, revocations, booking and days off, colleagues, the
//! log, settings. Each page only for who holds its right; none of them shows a person who comes, and revocations show
//! masked ones only.

mod audit;
mod calendar;
mod chart;
mod figures;
mod form;
mod numbers;
mod revocation;
mod rules;
mod settings;
pub mod side;
mod staff;
mod today;

pub use audit::Audit;
pub use calendar::Calendar;
pub use figures::Figures;
pub use numbers::Numbers;
pub use revocation::Revocation;
pub use rules::Rules;
pub use settings::Settings;
pub use staff::Staff;
pub use today::Today;

use crate::{
    counter::frame,
    fns::staff::{Kept, Me},
};
use leptos::prelude::*;
use leptos_meta::Title;

/// A page of the office: bar, contents, and the page itself.
#[component]
pub fn Room(me: Me, path: &'static str, title: &'static str, children: Children) -> impl IntoView {
    let office = format!("{} {}", me.office, me.code);
    view! {
        <Title text=format!("{title} · 办公室") />
        <frame::Desk me=me.clone() here=path.to_owned() class="desk is-office">
            <frame::Top me=me.clone() here=path.to_owned()>
                <li>
                    <span>{office}</span>
                </li>
            </frame::Top>
            <side::Side me=me.clone() here=path.to_owned() />
            <main class="desk-main" id="case" tabindex="-1">
                {children()}
                <footer></footer>
            </main>
        </frame::Desk>
    }
}

/// What was done, or why not.
#[component]
pub fn Told(kept: Kept) -> impl IntoView {
    let done = kept.form == "done";
    let words = kept.said.clone().or_else(|| match kept.faults.len() {
        0 => None,
        1 => Some("有一处要改，填的都还在。".to_owned()),
        many => Some(format!("有 {many} 处要改，填的都还在。")),
    });
    words.map(|words| {
        if done {
            view! { <p class="notice is-done" role="status" id="said">{words}</p> }.into_any()
        } else {
            view! { <p class="faults" role="alert" id="said"><b>"✕ "{words}</b></p> }.into_any()
        }
    })
}

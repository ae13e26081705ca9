//! A list with ticks: what to bring.

use crate::ui::icon::{Draw, Icon};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// One line, with a smaller one under it where more has to be said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bring {
    pub words: String,
    pub more: Option<String>,
}

/// `short` leaves the smaller lines out, for a page that was read before.
#[component]
pub fn Ticks(lines: Vec<Bring>, #[prop(optional)] short: bool) -> impl IntoView {
    view! {
        <ul class=if short { "ticks is-plain" } else { "ticks" }>
            {lines
                .into_iter()
                .map(|line| {
                    view! {
                        <li>
                            <Draw icon=Icon::Tick />
                            <div>
                                <b>{line.words}</b>
                                {line.more.filter(|_| !short).map(|more| view! { <small>{more}</small> })}
                            </div>
                        </li>
                    }
                })
                .collect_view()}
        </ul>
    }
}

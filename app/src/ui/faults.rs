//! The summary of what must be mended, on top of a page that is shown again: each line leads to its field.

use crate::ui::{lang::english, when::Dated};
use leptos::prelude::*;

/// One thing to mend: the field's id on the page, its label, and the sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mend {
    pub field: &'static str,
    pub label: &'static str,
    pub words: String,
}

/// Nothing where nothing is wrong. Amber, with ✕ and words, in every mood.
#[component]
pub fn Faults(mends: Vec<Mend>) -> impl IntoView {
    (!mends.is_empty()).then(|| {
        let title = title(mends.len());
        view! {
            <div class="faults" role="alert" aria-labelledby="faults-title" tabindex="-1" autofocus=true>
                <h2 id="faults-title">{title}</h2>
                <ul>
                    {mends
                        .into_iter()
                        .map(|mend| {
                            let colon = if english() { ": " } else { "：" };
                            view! {
                                <li>
                                    <a href=format!("#{}", mend.field) rel="external">
                                        {mend.label}{colon}<Dated words=mend.words />
                                    </a>
                                </li>
                            }
                        })
                        .collect_view()}
                </ul>
            </div>
        }
    })
}

/// 「✕ 有一处要改」, the number in words as people say it.
fn title(count: usize) -> String {
    if english() {
        return if count == 1 {
            "✕ One thing to correct".into()
        } else {
            format!("✕ {count} things to correct")
        };
    }
    match count {
        1 => "✕ 有一处要改".into(),
        2 => "✕ 有两处要改".into(),
        _ => format!("✕ 有 {count} 处要改"),
    }
}

/// A refusal that belongs to no field: a heading and what would work.
#[component]
pub fn Refusal(title: String, children: Children) -> impl IntoView {
    view! {
        <div class="faults" role="alert" aria-labelledby="faults-title">
            <h2 id="faults-title">"✕ "{title}</h2>
            {children()}
        </div>
    }
}

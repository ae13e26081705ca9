//! 「看全号」: one of three reasons, then the number for 30 seconds in its place. Without script the same buttons lead
//! to a page of the number alone, which goes back by itself.

use crate::fns::counter::reveal;
use law::eligibility::Party;
use leptos::{ev, prelude::*, task::spawn_local};
use std::time::Duration;

/// UX §5.3.
const SHOWN: Duration = Duration::from_secs(30);

/// The reasons by the names that the office knows them under, and the words on the buttons.
const REASONS: [(&str, &str); 3] = [
    ("compare_with_document", "和证件核对"),
    ("type_into_national_system", "抄到国家系统"),
    ("answer_their_question", "本人询问"),
];

/// A masked number that may be looked at whole.
#[island]
pub fn Number(masked: String, case: String, seat: Party) -> impl IntoView {
    let shown = RwSignal::new(None::<String>);
    let fault = RwSignal::new(None::<String>);
    let open = NodeRef::<leptos::html::Details>::new();
    let action = format!("/counter/case/{case}/number");
    let look = move |event: ev::MouseEvent, case: String, reason: &'static str| {
        event.prevent_default();
        spawn_local(async move {
            match reveal(case, seat.as_str().to_owned(), reason.to_owned()).await {
                Ok(Ok(number)) => {
                    fault.set(None);
                    shown.set(Some(number));
                    if let Some(open) = open.get_untracked() {
                        open.set_open(false);
                    }
                    set_timeout(move || shown.set(None), SHOWN);
                }
                Ok(Err(why)) => fault.set(Some(why)),
                Err(_) => fault.set(Some("没有连上，请再试一次。".to_owned())),
            }
        });
    };
    view! {
        <span class="number">{move || shown.get().unwrap_or_else(|| masked.clone())}</span>
        <details class="reveal" node_ref=open>
            <summary>"看全号"</summary>
            <form method="post" action=action>
                <input type="hidden" name="seat" value=seat.as_str() />
                <p class="hint">"为什么看？看一次记一次。"</p>
                {REASONS
                    .into_iter()
                    .map(|(reason, words)| {
                        let case = case.clone();
                        view! {
                            <button
                                class="button is-outline is-small"
                                name="reason"
                                value=reason
                                on:click=move |event| look(event, case.clone(), reason)
                            >
                                {words}
                            </button>
                        }
                    })
                    .collect_view()}
                {move || fault.get().map(|fault| view! { <p class="field-fault" role="alert">"✕ "{fault}</p> })}
            </form>
        </details>
    }
}

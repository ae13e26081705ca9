//! What a network check said, whatever the kind of case.

use crate::fns::staff::Kept;
use chrono::NaiveTime;
use law::{Lang, marriage_case::NetworkResult};
use leptos::prelude::*;

/// Result and time, as the national system showed them.
#[component]
pub fn Results(kept: Kept, now: NaiveTime) -> impl IntoView {
    let at = kept.typed("network", "at").unwrap_or_else(|| law::words::time(now));
    let fault = ["result", "at"].into_iter().find_map(|field| kept.fault("network", field));
    view! {
        {fault.map(|words| view! { <p class="field-fault" role="alert">"✕ "{words}</p> })}
        <div class="answers">
            {NetworkResult::ALL
                .iter()
                .map(|result| {
                    let chosen = kept.typed("network", "result").as_deref() == Some(result.as_str());
                    view! {
                        <label class="answer">
                            <input type="radio" name="result" value=result.as_str() checked=chosen />
                            <span>{result.title(Lang::Zh)}</span>
                        </label>
                    }
                })
                .collect_view()}
            <label class="answer-side">
                "核对时间 "
                <input class="field-box" name="at" value=at inputmode="numeric" autocomplete="off" maxlength="8" />
            </label>
        </div>
    }
}

//! For which moment an act counts where it isn't now: a ticket taken before closing on the last day, or an earlier day.

use crate::{fns::staff::Kept, ui::field::TextField};
use leptos::prelude::*;

/// `open` where the law wants one of them: the last day has closed.
#[component]
pub fn Moment(kept: Kept, form: &'static str, open: bool) -> impl IntoView {
    let value = |field: &str| kept.typed(form, field).unwrap_or_default();
    let fault = |field: &str| kept.fault(form, field);
    let any = |fields: &[&str]| fields.iter().any(|field| fault(field).is_some() || !value(field).is_empty());
    let ticket = open || any(&["ticket_at", "ticket_on", "ticket_reason"]);
    let late = any(&["late_on", "late_reason"]);
    view! {
        <details class="aside-fold" open=ticket>
            <summary class="hint">"最后一天下班以前取过号"</summary>
            <div class="form-row">
                <TextField
                    id="ticket-at"
                    name="moment_of[ticket_at]"
                    label="取号时间"
                    hint=Some("照号票，16:40")
                    value=value("ticket_at")
                    fault=fault("ticket_at")
                    inputmode=Some("numeric")
                    longest=8
                />
                <TextField
                    id="ticket-on"
                    name="moment_of[ticket_on]"
                    kind="date"
                    label="不是今天取的，哪天"
                    value=value("ticket_on")
                    optional=true
                />
                <TextField
                    id="ticket-reason"
                    name="moment_of[ticket_reason]"
                    label="为什么下班以后接着办"
                    value=value("ticket_reason")
                    fault=fault("ticket_reason")
                    longest=200
                />
            </div>
        </details>
        <details class="aside-fold" open=late>
            <summary class="hint">"以前办的，今天补录"</summary>
            <div class="form-row">
                <TextField
                    id="late-on"
                    name="moment_of[late_on]"
                    kind="date"
                    label="哪一天办的"
                    value=value("late_on")
                    fault=fault("late_on")
                />
                <TextField
                    id="late-why"
                    name="moment_of[late_reason]"
                    label="为什么补录"
                    value=value("late_reason")
                    fault=fault("late_reason")
                    longest=200
                />
            </div>
        </details>
    }
}

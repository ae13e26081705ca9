//! 受理: the receipt's number, and its two dates under those that they check. Theirs win.

use crate::{
    counter::ask::form::Grip,
    fns::counter::divorce::{Accept, AskSupervisor, DivorceView},
    live::desk::{ReceiptDate, ReceiptDay},
    ui::field::TextField,
};
use chrono::NaiveDate;
use law::divorce_case::FAR_APART;
use leptos::{prelude::*, server_fn::ServerFn};

#[component]
pub fn Accepting(case: DivorceView, today: NaiveDate) -> impl IntoView {
    let kept = case.kept.clone();
    let fault = |field: &str| kept.fault("accept", field);
    let own = case.own_numbers;
    let (thirty, window) = (case.dates.thirty_last, case.dates.window_last);
    // What a supervisor was asked about need not be typed again.
    let asked = case.confirmations.last().map(|asked| (asked.thirty_last, asked.window_last));
    view! {
        <section class="sheet ask">
            <h2>"国家系统回执上的日期 "<small class="hint">"以回执为准；不填就照上面算的"</small></h2>
            <form id="ask" class="form" method="post" action=Accept::url() novalidate=true>
                <Grip grip=case.grip.clone() />
                <div class="form-row is-receipt">
                    {[
                        (ReceiptDay::CoolingOffLast, thirty, asked.map(|(thirty, _)| thirty)),
                        (ReceiptDay::IssuanceLast, window, asked.map(|(_, window)| window)),
                    ]
                        .map(|(day, ours, asked)| {
                            let before = asked.map(|day| day.to_string()).unwrap_or_default();
                            let value = kept.typed("accept", day.name()).unwrap_or(before);
                            view! { <ReceiptDate day ours value fault=fault(day.name()) today /> }
                        })}
                    {if own {
                        view! {
                            <div class="field">
                                <p class="field-label">"回执编号"</p>
                                <p>"受理时由系统给号（演示）"</p>
                            </div>
                        }
                            .into_any()
                    } else {
                        view! {
                            <TextField
                                id="receipt-no"
                                name="receipt_no"
                                label="回执编号"
                                value=kept.typed("accept", "receipt_no").unwrap_or_default()
                                fault=fault("receipt_no")
                                longest=40
                            />
                        }
                            .into_any()
                    }}
                </div>
            </form>
            <FarApart case />
        </section>
    }
}

/// Refused for that reason, the same dates go to a supervisor.
#[component]
fn FarApart(case: DivorceView) -> impl IntoView {
    let kept = case.kept.clone();
    let typed = |field: &str| kept.typed("accept", field).unwrap_or_default();
    let (thirty, window) = (typed("cooling_off_last"), typed("issuance_last"));
    let differs = |typed: &str, ours: NaiveDate| {
        typed.parse::<NaiveDate>().is_ok_and(|date| (date - ours).num_days().abs() > FAR_APART)
    };
    let far = differs(&thirty, case.dates.thirty_last) || differs(&window, case.dates.window_last);
    let asked = |thirty: &str, window: &str| {
        case.confirmations
            .iter()
            .any(|known| known.thirty_last.to_string() == thirty && known.window_last.to_string() == window)
    };
    let waits = asked(&thirty, &window);
    (far && !waits && kept.faults.is_empty()).then(|| {
        view! {
            <form class="form-end" method="post" action=AskSupervisor::url()>
                <Grip grip=case.grip.clone() />
                <input type="hidden" name="cooling_off_last" value=thirty />
                <input type="hidden" name="issuance_last" value=window />
                <input type="hidden" name="receipt_no" value=typed("receipt_no") />
                <button class="button is-outline is-small" id="ask-supervisor">"请负责人确认这两个日期"</button>
                <span class="hint">"先再看一遍回执；确实是这样的，负责人确认后再受理。"</span>
            </form>
        }
    })
}

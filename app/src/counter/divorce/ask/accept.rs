//! 受理: the receipt's number, and its two dates under those that they check. Theirs win.

use super::super::dates::differs_by;
use crate::{
    counter::ask::form::Grip,
    fns::{
        counter::divorce::{Accept, AskSupervisor, DivorceView},
        staff::Kept,
    },
    ui::field::{FieldLabel, FieldNotes, TextField, described_by, field_class},
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
    view! {
        <section class="sheet ask">
            <h2>"国家系统回执上的日期 "<small class="hint">"以回执为准；不填就照上面算的"</small></h2>
            <form id="ask" class="form" method="post" action=Accept::url() novalidate=true>
                <Grip grip=case.grip.clone() />
                <div class="form-row is-receipt">
                    <ReceiptDate
                        id="receipt-thirty"
                        name="cooling_off_last"
                        label="三十日最后一天"
                        ours=thirty
                        kept=kept.clone()
                        today
                    />
                    <ReceiptDate
                        id="receipt-window"
                        name="issuance_last"
                        label="可以登记的最后一天"
                        ours=window
                        kept=kept.clone()
                        today
                    />
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

/// One date of the receipt; with script it says at once whether it is ours.
#[component]
fn ReceiptDate(
    id: &'static str,
    name: &'static str,
    label: &'static str,
    ours: NaiveDate,
    kept: Kept,
    today: NaiveDate,
) -> impl IntoView {
    use chrono::Datelike;
    let value = kept.typed("accept", name).unwrap_or_default();
    let fault = kept.fault("accept", name);
    let typed = RwSignal::new(value.parse::<NaiveDate>().ok());
    let look = move |event| typed.set(event_target_value(&event).parse().ok());
    let described = described_by(id, false, fault.is_some());
    view! {
        <div class=field_class(fault.is_some())>
            <FieldLabel id label optional=true />
            <FieldNotes id hint=None fault=fault.clone() />
            <input
                class="field-box"
                id=id
                name=name
                type="date"
                value=value
                autocomplete="off"
                aria-describedby=described
                on:change=look
            />
            <p class="receipt-says" role="status">
                {move || {
                    typed
                        .get()
                        .map(|date| {
                            let words = law::words::date_zh(date, today.year());
                            let differs = (date - ours).num_days();
                            let (class, said) = match differs {
                                0 => ("state is-ok", "✓ 一致".to_owned()),
                                days => ("state is-fault", differs_by(days)),
                            };
                            view! {
                                <time>{words}</time>
                                " "
                                <span class=class>{said}</span>
                            }
                        })
                }}
            </p>
        </div>
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

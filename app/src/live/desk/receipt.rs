//! One date of the national receipt; with script it says at once whether it is ours.

use crate::ui::field::{FieldLabel, FieldNotes, described_by, field_class};
use chrono::{Datelike, NaiveDate};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// Which of the two dates that a receipt bears.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ReceiptDay {
    CoolingOffLast,
    IssuanceLast,
}

impl ReceiptDay {
    /// The field's name in the form.
    pub fn name(self) -> &'static str {
        match self {
            Self::CoolingOffLast => "cooling_off_last",
            Self::IssuanceLast => "issuance_last",
        }
    }

    fn id(self) -> &'static str {
        match self {
            Self::CoolingOffLast => "receipt-thirty",
            Self::IssuanceLast => "receipt-window",
        }
    }

    fn label(self) -> &'static str {
        match self {
            Self::CoolingOffLast => "三十日最后一天",
            Self::IssuanceLast => "可以登记的最后一天",
        }
    }
}

#[island]
pub fn ReceiptDate(
    day: ReceiptDay,
    ours: NaiveDate,
    value: String,
    fault: Option<String>,
    today: NaiveDate,
) -> impl IntoView {
    let typed = RwSignal::new(value.parse::<NaiveDate>().ok());
    let look = move |event| typed.set(event_target_value(&event).parse().ok());
    let described = described_by(day.id(), false, fault.is_some());
    view! {
        <div class=field_class(fault.is_some())>
            <FieldLabel id=day.id() label=day.label() optional=true />
            <FieldNotes id=day.id() hint=None fault=fault.clone() />
            <input
                class="field-box"
                id=day.id()
                name=day.name()
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
                            let (class, said) = match (date - ours).num_days() {
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

/// By how much a receipt's date is later than ours, or earlier.
pub fn differs_by(days: i64) -> String {
    let way = if days > 0 { "晚" } else { "早" };
    format!("✕ 回执比算的{way} {} 天", days.abs())
}

//! A request begins: out of a booking, or for somebody who just came.

use crate::{
    fns::counter::records::{OpenRecords, OpenRecordsWalkIn},
    ui::field::TextField,
};
use leptos::{prelude::*, server_fn::ServerFn};

/// The button on the page of a booking for records.
#[component]
pub fn FromBooking(booking: String) -> impl IntoView {
    view! {
        <form class="form-end" method="post" action=OpenRecords::url()>
            <input type="hidden" name="booking" value=booking />
            <button class="button" id="open">"开始查档"</button>
        </form>
    }
}

/// Somebody who just came; an earlier day is entered with its reason.
#[component]
pub fn WalkIn() -> impl IntoView {
    view! {
        <section class="sheet">
            <h2>"查档案、开证明"</h2>
            <p class="hint">"当事人、受委托人、律师，或法院、检察院、公安机关来查。"</p>
            <form method="post" action=OpenRecordsWalkIn::url()>
                <button class="button is-outline" id="records">"没有预约，开始查档"</button>
            </form>
            <details class="aside-fold">
                <summary class="hint">"补录以前查的"</summary>
                <form class="form" method="post" action=OpenRecordsWalkIn::url()>
                    <div class="form-row">
                        <TextField id="records-date" name="act_date" kind="date" label="哪一天查的" value="" />
                        <TextField id="records-reason" name="late_reason" label="为什么补录" value="" longest=200 />
                    </div>
                    <p class="form-end">
                        <button class="button is-outline">"补录查档"</button>
                    </p>
                </form>
            </details>
        </section>
    }
}

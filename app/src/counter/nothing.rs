//! The middle before anything is chosen: two who just came, and an act of an earlier day that is entered now.

use crate::{
    counter::{ask::said::Said, records::WalkIn},
    fns::{
        counter::OpenWalkIn,
        staff::{Kept, May},
    },
    ui::{field::TextField, when::WholeDate},
};
use chrono::NaiveDate;
use leptos::{prelude::*, server_fn::ServerFn};

#[component]
pub fn Nothing(kept: Kept, may: May, today: NaiveDate) -> impl IntoView {
    let late = kept.form == "late"
        && (!kept.faults.is_empty() || kept.typed.iter().any(|(_, value)| !value.is_empty()));
    let fault = |field: &str| kept.fault("late", field);
    view! {
        <header class="case-head">
            <h1>"柜台"</h1>
            <span>
                <WholeDate date=today today />
            </span>
        </header>
        <Said kept=kept.clone() />
        {if may.handle {
            view! {
                <section class="sheet">
                    <h2>"结婚登记"</h2>
                    <p class="hint">"没有预约的，两位都在窗口前就可以开始。"</p>
                    <form method="post" action=OpenWalkIn::url()>
                        <button class="button is-outline" id="walk-in">"没有预约，开始办理"</button>
                    </form>
                </section>
                <details class="sheet fold-sheet" open=late>
                    <summary>"补录以前办的结婚登记"</summary>
                    <p class="hint">"停电、断网那天手工登记的，照原来的日子补进来。要写原因。"</p>
                    <form class="form" method="post" action=OpenWalkIn::url()>
                        <input type="hidden" name="late" value="yes" />
                        <div class="form-row">
                            <TextField
                                id="act-date"
                                name="act_date"
                                kind="date"
                                label="哪一天办的"
                                value=kept.typed("late", "act_date").unwrap_or_default()
                                fault=fault("act_date")
                            />
                            <TextField
                                id="late-reason"
                                name="late_reason"
                                label="为什么补录"
                                value=kept.typed("late", "late_reason").unwrap_or_default()
                                fault=fault("late_reason")
                                longest=200
                            />
                        </div>
                        <p class="form-end">
                            <button class="button is-outline">"开始补录"</button>
                        </p>
                    </form>
                </details>
                <crate::counter::divorce::Door kept=kept.clone() />
                <crate::counter::reissue::Door kept=kept.clone() />
                <WalkIn />
            }
                .into_any()
        } else {
            view! { <p class="notice is-plain">"办理、审查、登记要登记员，且考核在有效期内。您可以看，不能往下办。"</p> }
                .into_any()
        }}
    }
}

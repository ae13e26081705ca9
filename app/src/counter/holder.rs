//! Who has a case, whatever the two came for.

use crate::{
    fns::{
        counter::{Hold, HoldView, TakeOver},
        staff::{Kept, May},
    },
    ui::field::TextField,
};
use leptos::{prelude::*, server_fn::ServerFn};

/// Who has the case: a colleague is told by name; a supervisor can take it over with a reason.
#[component]
pub fn Holder(case: String, hold: HoldView, kept: Kept, may: May) -> impl IntoView {
    let id = case;
    let fault = kept.fault("take-over", "reason");
    match hold {
        HoldView::Mine | HoldView::Ended => ().into_any(),
        HoldView::Free if may.handle => view! {
            <section class="sheet ask">
                <h2>"现在没人在办这件"</h2>
                <form id="ask" method="post" action=Hold::url()>
                    <input type="hidden" name="case" value=id />
                    <p class="hint">"接过来以后，只有您能往下办；挂起就放回去。"</p>
                </form>
            </section>
        }
        .into_any(),
        HoldView::Free => {
            view! { <p class="notice is-plain">"现在没人在办这件。往下办要登记员，且考核在有效期内。"</p> }
                .into_any()
        }
        HoldView::Other(name) => view! {
            <section class="sheet ask" id="holder">
                <h2>{name.clone()}"正在办这件"</h2>
                <p class="hint">"您可以看，不能改。"{name}"挂起或 15 分钟没有动作以后，别人可以接着办。"</p>
                {may
                    .take_over
                    .then(|| {
                        view! {
                            <form class="form" method="post" action=TakeOver::url()>
                                <input type="hidden" name="case" value=id />
                                <TextField
                                    id="take-over-reason"
                                    name="reason"
                                    label="为什么接手"
                                    value=""
                                    fault
                                    longest=200
                                />
                                <p class="form-end">
                                    <button class="button is-outline" id="take-over">"从同事那里接手"</button>
                                </p>
                            </form>
                        }
                    })}
            </section>
        }
        .into_any(),
    }
}

//! 登记: the numbers, typed from the national system and checked at once, or allocated here in a demonstration.

use super::form::Grip;
use crate::{
    fns::counter::{CaseView, Register},
    ui::field::TextField,
};
use chrono::NaiveDate;
use leptos::{prelude::*, server_fn::ServerFn};

#[component]
pub fn Registering(case: CaseView, today: NaiveDate) -> impl IntoView {
    let kept = case.kept.clone();
    let value = |field: &str| kept.typed("register", field).unwrap_or_default();
    let fault = |field: &str| kept.fault("register", field);
    let on = kept.typed("register", "on").unwrap_or_else(|| case.on.to_string());
    let another_day = case.on != today || fault("on").is_some();
    let own = case.own_numbers;
    view! {
        <section class="sheet ask">
            <h2>{if own { "登记：两本结婚证的印制号？" } else { "登记：照国家系统填字号和印制号" }}</h2>
            <form id="ask" class="form" method="post" action=Register::url() novalidate=true>
                <Grip grip=case.grip.clone() />
                <div class="form-row">
                    {if own {
                        view! {
                            <div class="field">
                                <p class="field-label">"结婚证字号"</p>
                                <p>"登记时由系统依次给号（演示）"</p>
                            </div>
                        }
                            .into_any()
                    } else {
                        view! {
                            <TextField
                                id="certificate-no"
                                name="certificate_no"
                                label="结婚证字号"
                                hint=Some("J370126-2026-000123")
                                value=value("certificate_no")
                                fault=fault("certificate_no")
                                longest=40
                            />
                        }
                            .into_any()
                    }}
                    <TextField
                        id="booklet-a"
                        name="booklet_a"
                        label="第一位的印制号"
                        hint=Some("证本上印的号码")
                        value=value("booklet_a")
                        fault=fault("booklet_a")
                        longest=40
                    />
                    <TextField
                        id="booklet-b"
                        name="booklet_b"
                        label="第二位的印制号"
                        hint=Some("证本上印的号码")
                        value=value("booklet_b")
                        fault=fault("booklet_b")
                        longest=40
                    />
                    {another_day
                        .then(|| {
                            view! { <TextField id="on" name="on" kind="date" label="登记日期" value=on fault=fault("on") /> }
                        })}
                </div>
            </form>
        </section>
    }
}

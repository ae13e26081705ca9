//! 预约与放号: what can be booked when, and the office's own days.

use crate::{
    counter::frame::gated,
    fns::office::{BookingRulesView, ChangeBooking, DayLine, SetDay, TakeDayBack, booking_rules},
    fns::staff::Kept,
    office::{Room, Told, form::Setting},
    ui::{field::TextField, when::WholeDate},
};
use chrono::NaiveDate;
use leptos::{prelude::*, server_fn::ServerFn};

#[component]
pub fn Rules() -> impl IntoView {
    gated("/office/booking", booking_rules, |view| view! { <Shown view /> })
}

#[component]
fn Shown(view: BookingRulesView) -> impl IntoView {
    let BookingRulesView { me, kept, values, services, days } = view;
    let today = me.today;
    view! {
        <Room me path="/office/booking" title="预约与放号">
            <header class="main-head">
                <h1>"预约与放号"</h1>
            </header>
            <Told kept=kept.clone() />
            <div class="halves">
                <Days days kept=kept.clone() today />
                <RuleForm kept values services />
            </div>
        </Room>
    }
}

#[component]
fn Days(days: Vec<DayLine>, kept: Kept, today: NaiveDate) -> impl IntoView {
    let typed = |field: &str| kept.typed("day", field).unwrap_or_default();
    let open = typed("kind") == "open";
    let none = days.is_empty();
    view! {
        <section class="sheet">
            <h2>"不办公和加开的日子"</h2>
            <p class="hint">"只改能不能预约，不改法定期限。原因写给群众看。"</p>
            {none.then(|| view! { <p class="hint">"现在没有，都照国家的放假安排。"</p> })}
            <ul>
                {days
                    .into_iter()
                    .map(|day| {
                        view! {
                            <li>
                                <form class="beside-row" method="post" action=TakeDayBack::url()>
                                    <input type="hidden" name="date" value=day.date.to_string() />
                                    <span>
                                        <WholeDate date=day.date today />
                                        {if day.closed { "　不办公：" } else { "　办公：" }}
                                        {day.reason}
                                    </span>
                                    <button class="button is-outline is-small">"改回国家日历"</button>
                                </form>
                            </li>
                        }
                    })
                    .collect_view()}
            </ul>
            <form class="form" method="post" action=SetDay::url() novalidate=true>
                <fieldset class="choices is-row">
                    <legend class="heard">"办不办公"</legend>
                    <label class="choice">
                        <input type="radio" name="kind" value="closed" checked=!open />
                        <span>"不办公"</span>
                    </label>
                    <label class="choice">
                        <input type="radio" name="kind" value="open" checked=open />
                        <span>"加开"</span>
                    </label>
                </fieldset>
                <div class="form-row">
                    <TextField
                        id="date"
                        name="date"
                        kind="date"
                        label="哪一天"
                        value=typed("date")
                        fault=kept.fault("day", "date")
                    />
                    <TextField
                        id="reason"
                        name="reason"
                        label="原因"
                        hint=Some("例如：系统升级；七夕加开")
                        value=typed("reason")
                        fault=kept.fault("day", "reason")
                        longest=60
                    />
                </div>
                <p class="form-end">
                    <button class="button is-outline" id="set-day">"记下这天"</button>
                </p>
            </form>
        </section>
    }
}

#[component]
fn RuleForm(
    kept: Kept,
    values: Vec<(String, String)>,
    services: Vec<(String, String, u32, u32, u32)>,
) -> impl IntoView {
    let fault = kept.fault("rules", "services");
    view! {
        <form class="sheet form" method="post" action=ChangeBooking::url() novalidate=true>
            <h2>"放号规则"</h2>
            <div class="form-row">
                <Setting
                    kept=kept.clone()
                    form="rules"
                    values=values.clone()
                    field="visits" name="rules[visits]"
                    label="能约的时间"
                    hint=Some("8:30-11:30，13:30-16:30")
                />
                <Setting kept=kept.clone() form="rules" values=values.clone() field="slot_minutes" name="rules[slot_minutes]" label="每段几分钟" />
            </div>
            <div class="form-row">
                <Setting kept=kept.clone() form="rules" values=values.clone() field="horizon_first" name="rules[horizon_first]" label="最近约几天后" />
                <Setting kept=kept.clone() form="rules" values=values.clone() field="horizon_last" name="rules[horizon_last]" label="最远约几天后" />
                <Setting kept=kept.clone() form="rules" values=values.clone() field="release" name="rules[release]" label="每天几点放号" />
                <Setting kept=kept.clone() form="rules" values=values.clone() field="cut_off" name="rules[cut_off]" label="前一工作日几点截止" />
            </div>
            {fault.map(|words| view! { <p class="field-fault" role="alert">"✕ "{words}</p> })}
            <table class="table is-form">
                <thead>
                    <tr>
                        <th scope="col">"事项"</th>
                        <th scope="col">"窗口"</th>
                        <th scope="col">"每窗口每段几对"</th>
                        <th scope="col">"留给现场 %"</th>
                    </tr>
                </thead>
                <tbody>
                    {services
                        .into_iter()
                        .map(|(service, title, windows, per_window, walk_in)| {
                            let label = |what: &str| format!("{title}：{what}");
                            let (windows_label, per_label, walk_label) = (label("窗口"), label("每窗口每段几对"), label("留给现场 %"));
                            view! {
                                <tr>
                                    <th scope="row">
                                        {title.clone()} <input type="hidden" name="rules[service][]" value=service />
                                    </th>
                                    <td>
                                        <input class="field-box" name="rules[windows][]" inputmode="numeric" maxlength="2" aria-label=windows_label value=windows.to_string() />
                                    </td>
                                    <td>
                                        <input class="field-box" name="rules[per_window][]" inputmode="numeric" maxlength="2" aria-label=per_label value=per_window.to_string() />
                                    </td>
                                    <td>
                                        <input class="field-box" name="rules[walk_in][]" inputmode="numeric" maxlength="2" aria-label=walk_label value=walk_in.to_string() />
                                    </td>
                                </tr>
                            }
                        })
                        .collect_view()}
                </tbody>
            </table>
            <p class="form-end">
                <button class="button is-outline" id="change-rules">"按这样放号"</button>
                <span class="hint">"集体颁证按场报名，不在这里放号。"</span>
            </p>
        </form>
    }
}

//! The four dates two by two, what the receipt says otherwise, and a supervisor's word where they lie far apart.

use crate::{
    counter::ask::form::Grip,
    fns::counter::divorce::{self as act, ConfirmDates, ConfirmationView, CorrectDates, DivorceView},
    live::desk::differs_by,
    ui::{
        field::TextField,
        when::{Dated, Day, WholeDate},
    },
};
use chrono::NaiveDate;
use law::{
    Lang,
    divorce_case::{DivorceMove, FAR_APART},
};
use leptos::{prelude::*, server_fn::ServerFn};

#[component]
pub fn FourDates(dates: act::FourDates, today: NaiveDate, in_a_row: bool) -> impl IntoView {
    let lapses = "次日起到期自动终止";
    let why_last = if dates.why_window_last.is_empty() {
        lapses.to_owned()
    } else {
        format!("{}{lapses}", dates.why_window_last)
    };
    let cells = [
        (
            if dates.is_accepted || dates.accepted != today {
                "受理日（不算在内）"
            } else {
                "今天受理的话（不算在内）"
            },
            dates.accepted,
            String::new(),
            0,
        ),
        ("三十日（冷静期）最后一天", dates.thirty_last, dates.why_thirty_last, dates.thirty_differs),
        ("可以登记的第一天", dates.window_first, dates.why_window_first, 0),
        ("可以登记的最后一天", dates.window_last, why_last, dates.window_differs),
    ];
    view! {
        <dl class=if in_a_row { "four-dates is-row" } else { "four-dates" }>
            {cells
                .into_iter()
                .map(|(title, date, why, differs)| {
                    view! {
                        <div>
                            <dt>
                                {title}
                                {(differs != 0).then(|| view! { " " <span class="state is-fault">{differs_by(differs)}</span> })}
                            </dt>
                            <dd>
                                <WholeDate date today />
                            </dd>
                            {(!why.is_empty() && !in_a_row)
                                .then(|| {
                                    view! {
                                        <dd class="hint">
                                            <Dated words=why />
                                        </dd>
                                    }
                                })}
                        </div>
                    }
                })
                .collect_view()}
        </dl>
        {dates.provisional.then(|| view! { <p class="hint">"明年的放假安排还没公布，日期可能变动；以受理回执单为准。"</p> })}
    }
}

/// Receipt dates far from ours: what was asked, and the form of who may confirm it.
#[component]
pub fn Confirmations(case: DivorceView, today: NaiveDate) -> impl IntoView {
    let id = case.grip.case.clone();
    let fault = case.kept.fault("confirm", "reason");
    let accepted = case.dates.is_accepted;
    // Answered and used, it is a matter of the record.
    let open = case.confirmations.into_iter().filter(move |asked| asked.confirmed.is_none() || !accepted);
    open.map(|asked| view! { <Confirmation asked case=id.clone() fault=fault.clone() today /> })
        .collect_view()
}

#[component]
fn Confirmation(
    asked: ConfirmationView,
    case: String,
    fault: Option<String>,
    today: NaiveDate,
) -> impl IntoView {
    let (thirty, window) = (asked.thirty_last, asked.window_last);
    let days = view! { <Day date=thirty today />"、"<Day date=window today /> };
    match asked.confirmed {
        Some((who, at, reason)) => view! {
            <p class="notice is-plain">
                "回执日期 "{days}" 负责人已确认："{who}" "{at}"，"{reason}"。"
            </p>
        }
        .into_any(),
        None if !asked.may_confirm => view! {
            <p class="notice is-plain">
                "回执日期差 "{FAR_APART}" 天以上，等负责人确认：" {asked.asked_by}" "{asked.asked_at}" 提出 " {days}"。"
            </p>
        }
        .into_any(),
        None => view! {
            <section class="sheet">
                <h2>"回执日期差 "{FAR_APART}" 天以上，请负责人确认"</h2>
                <p class="hint">{asked.asked_by.clone()}" "{asked.asked_at.clone()}" 提出：" {days}"。"</p>
                <form class="form line" method="post" action=ConfirmDates::url()>
                    <input type="hidden" name="case" value=case />
                    <input type="hidden" name="cooling_off_last" value=thirty.to_string() />
                    <input type="hidden" name="issuance_last" value=window.to_string() />
                    <TextField id="confirm-reason" name="reason" label="为什么可以" value="" fault longest=200 />
                    <button class="button is-outline" id="confirm-dates">"和回执核对过，确认这两个日期"</button>
                </form>
            </section>
        }
        .into_any(),
    }
}

/// 「照回执更正日期」: a number was typed wrongly, or only now there is a receipt.
#[component]
pub fn Correcting(case: DivorceView) -> impl IntoView {
    let kept = case.kept.clone();
    let value =
        |field: &str, now: NaiveDate| kept.typed("correct-dates", field).unwrap_or_else(|| now.to_string());
    let fault = |field: &str| kept.fault("correct-dates", field);
    view! {
        <form class="form" method="post" action=CorrectDates::url()>
            <h2>"照回执更正日期"</h2>
            <Grip grip=case.grip.clone() />
            <p class="hint">"以回执为准。日期变了，两位要分别告知，看板上会列出来。"</p>
            <TextField
                id="correct-thirty"
                name="cooling_off_last"
                kind="date"
                label="三十日最后一天"
                value=value("cooling_off_last", case.dates.thirty_last)
                fault=fault("cooling_off_last")
            />
            <TextField
                id="correct-window"
                name="issuance_last"
                kind="date"
                label="可以登记的最后一天"
                value=value("issuance_last", case.dates.window_last)
                fault=fault("issuance_last")
            />
            <TextField
                id="correct-dates-reason"
                name="reason"
                label="为什么更正"
                value=kept.typed("correct-dates", "reason").unwrap_or_default()
                fault=fault("reason")
                longest=200
            />
            <p class="form-end">
                <button class="button is-outline is-small" id="correct-dates">{DivorceMove::CorrectDates.title(Lang::Zh)}</button>
            </p>
        </form>
    }
}

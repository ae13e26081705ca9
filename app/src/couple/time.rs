//! 「几点到？」: the times of the day that was chosen, in two groups.

use crate::{
    couple::{
        frame::{ServicePage, Step, with_service},
        others::{Others, Why, places},
    },
    fns::booking::{Refused, SlotView, TakeSlot, TimesView, times},
    ui::{
        lang::{law_lang, t},
        loaded::loaded,
        when::{Hours, WholeDate},
    },
};
use leptos::{prelude::*, server_fn::ServerFn};

#[component]
pub fn Time() -> impl IntoView {
    with_service(|service| loaded(move || times(service), |view| view.map(|view| view! { <Choose view /> })))
}

#[component]
fn Choose(view: TimesView) -> impl IntoView {
    let TimesView { service, today, date, slots, chosen, refused } = view;
    let others = match &refused {
        Some(Refused::Full(others)) => others.clone(),
        _ => Vec::new(),
    };
    view! {
        <ServicePage
            service
            heading=t("几点到？", "What time?")
            step=Step::Time
            back=format!("/book/{service}/day?month={}", date.format("%Y-%m"))
            bar=Some(view! { <button class="button" form="time">{t("留住这个时间", "Hold this time")}</button> }.into_any())
        >
            <p class="lead">
                <b>
                    <WholeDate date today />
                </b>
            </p>
            <p class="hint">
                {t(
                    "这是到场时间。来晚了改排现场号，不作废。",
                    "This is when to arrive. If late you join the walk-in queue.",
                )}
            </p>
            <Why refused nothing=t("还没选时间，请选一个到场时间", "Please choose a time to arrive") />
            <form id="time" class="stack" method="post" action=TakeSlot::url()>
                <input type="hidden" name="service" value=service.as_str() />
                <Others others today />
                <Times slots chosen />
            </form>
        </ServicePage>
    }
}

/// The day's times: morning, then afternoon. A full one can't be chosen and says so.
#[component]
pub fn Times(slots: Vec<SlotView>, chosen: Option<String>) -> impl IntoView {
    let lang = law_lang();
    let (morning, afternoon): (Vec<_>, Vec<_>) = slots
        .into_iter()
        .partition(|slot| law::words::half_day(slot.starts, lang) == lang.pick("上午", "morning"));
    let group = move |title: &'static str, slots: Vec<SlotView>| {
        let chosen = chosen.clone();
        (!slots.is_empty()).then(|| {
            view! {
                <fieldset class="slots">
                    <legend>{title}</legend>
                    {slots
                        .into_iter()
                        .map(|slot| {
                            let is_chosen = chosen.as_deref() == Some(&slot.id);
                            view! { <OneTime time=slot is_chosen /> }
                        })
                        .collect_view()}
                </fieldset>
            }
        })
    };
    view! {
        {group(t("上午", "Morning"), morning)}
        {group(t("下午", "Afternoon"), afternoon)}
    }
}

#[component]
fn OneTime(time: SlotView, is_chosen: bool) -> impl IntoView {
    let full = time.left == 0 && !is_chosen;
    let class = match (full, time.few) {
        (true, _) => "slot is-full",
        (false, true) => "slot is-few",
        (false, false) => "slot",
    };
    let word = match (full, is_chosen && time.left == 0) {
        (true, _) => t("满", "full").to_owned(),
        (false, true) => t("为您留着", "held for you").to_owned(),
        (false, false) => places(time.left),
    };
    view! {
        <label class=class>
            <input type="radio" name="slot" value=time.id checked=is_chosen disabled=full />
            <span class="slot-face">
                <b>
                    <Hours starts=time.starts ends=time.ends />
                </b>
                <span>{word}</span>
            </span>
        </label>
    }
}

//! Another time for a booking: the month, then the times of the day, in one page.

use crate::{
    couple::{
        day::Month,
        frame::{asked, asked_month, is_discreet, part, tab_title},
        others::Why,
        time::Times,
    },
    fns::booking::{MoveTo, MoveView, Refused, TimesView, moving},
    ui::{
        lang::t,
        loaded::loaded,
        mood::Mood,
        phone::{Back, Phone},
        when::{Hours, WholeDate},
    },
};
use leptos::{prelude::*, server_fn::ServerFn};

#[component]
pub fn Moving() -> impl IntoView {
    let (code, month, refused) = (part("code"), asked_month(), asked("refused"));
    let date = asked("date").and_then(|date| date.parse().ok());
    loaded(
        move || moving(code.clone(), month, date, refused.clone()),
        |view| view.map(|view| view! { <Choose view /> }),
    )
}

#[component]
fn Choose(view: MoveView) -> impl IntoView {
    let MoveView { code, now, month, times } = view;
    let heading = t("改到什么时间？", "Move to when?");
    let discreet = is_discreet(month.service);
    let today = month.today;
    let address = format!("/b/{code}/move?");
    let bar = match &times {
        Some(times) if times.slots.iter().any(|slot| slot.left > 0) => view! {
            <p class="bar-note"></p>
            <button class="button" form="times">{t("改到这个时间", "Move to this time")}</button>
        }
        .into_any(),
        _ => view! {
            <p class="bar-note"></p>
            <button class="button" form="day">{t("看这天的时间", "See that day's times")}</button>
        }
        .into_any(),
    };
    view! {
        <Phone
            title=tab_title(heading, discreet)
            mood=if discreet { Mood::Calm } else { Mood::Plain }
            back=Some(Back::step(format!("/b/{code}/cancel")))
            bar=Some(bar)
            discreet
        >
            <h1>{heading}</h1>
            <p class="hint">
                {t("现在是 ", "Now ")} <WholeDate date=now.date today /> " " <Hours starts=now.starts ends=now.ends />
                {t("。新时间留好以后，才放掉这个。", ". It is given back only when the new time is secured.")}
            </p>
            {times.as_ref().map(|times| view! { <Why refused=times.refused.clone() nothing=t("请选一个时间", "Please choose a time") /> })}
            <form id="day" method="get" action=format!("/b/{code}/move#times")>
                <input type="hidden" name="month" value=month.month.format("%Y-%m").to_string() />
                <Month view=month address />
                <p>
                    <button class="button is-text">{t("看这天的时间", "See that day's times")}</button>
                </p>
            </form>
            {times.map(|times| view! { <DayTimes code times /> })}
        </Phone>
    }
}

#[component]
fn DayTimes(code: String, times: TimesView) -> impl IntoView {
    let TimesView { today, date, slots, refused, .. } = times;
    (!matches!(refused, Some(Refused::Day(_)))).then(|| {
        view! {
            <form id="times" class="stack" method="post" action=MoveTo::url()>
                <input type="hidden" name="code" value=code />
                <h2>
                    <WholeDate date today />
                </h2>
                <Times slots chosen=None />
            </form>
        }
    })
}

//! 「排候补」: joining the line of a full day, and how far it is. A place that comes free is kept for two hours.

use crate::{
    couple::{
        frame::{asked, is_discreet, mood, tab_title, with_service},
        others::Why,
        person::{PersonFields, mends},
    },
    fns::booking::{HowFar, Join, LeaveLine, TakeOffer, WaitFormView, WaitingView, wait_form, waiting},
    ui::{
        faults::Faults,
        lang::{english, t},
        loaded::loaded,
        phone::{Back, Phone},
        when::{Day, Hours, WholeDate, weekday},
    },
};
use law::{eligibility::Party, service::Service};
use leptos::{prelude::*, server_fn::ServerFn};

#[component]
pub fn Wait() -> impl IntoView {
    let date = asked("date").and_then(|date| date.parse().ok());
    with_service(move |service| {
        loaded(move || wait_form(service, date), |view| view.map(|view| view! { <Ask view /> }))
    })
}

#[component]
fn Ask(view: WaitFormView) -> impl IntoView {
    let WaitFormView { service, today, date, typed, faults, refused } = view;
    let heading = t("排候补", "Waiting list");
    view! {
        <Phone
            title=tab_title(heading, is_discreet(service))
            mood=mood(service)
            back=Some(Back::step(format!("/book/{service}/day?month={}", date.format("%Y-%m"))))
            bar=Some(view! { <button class="button" form="wait">{t("排进候补", "Join the list")}</button> }.into_any())
            discreet=is_discreet(service)
        >
            <h1>{heading}</h1>
            <p class="lead">
                <b>
                    <WholeDate date today />
                </b>
            </p>
            <p>
                {t(
                    "有人退出来，就按先后给您留两小时，夜里空出来的留到早上十点。这个手机打开候补页就能看到。",
                    "When someone gives up a time, it is kept for the next in line for two hours; at night until ten in the morning. This page on this phone shows it.",
                )}
            </p>
            <WalkIn />
            <Why refused nothing="" />
            <Faults mends=mends(&faults) />
            <form id="wait" class="fields" method="post" action=Join::url() novalidate=true>
                <input type="hidden" name="service" value=service.as_str() />
                <input type="hidden" name="date" value=date.to_string() />
                <PersonFields service seat=Party::First today typed faults />
            </form>
        </Phone>
    }
}

/// What works without any line.
#[component]
fn WalkIn() -> impl IntoView {
    view! {
        <p class="hint">
            {t(
                "不排也行：窗口每天留现场号，那天直接来。",
                "You need not wait: walk-in numbers are kept every day, so you can just come that day.",
            )}
        </p>
    }
}

#[component]
pub fn Waiting() -> impl IntoView {
    with_service(|service| loaded(move || waiting(service), |view| view.map(|view| view! { <Shown view /> })))
}

#[component]
fn Shown(view: WaitingView) -> impl IntoView {
    let WaitingView { service, today, date, how_far } = view;
    let heading = match how_far {
        HowFar::InLine(_) => t("排上了", "You're on the list"),
        HowFar::Offered(..) => t("有位置了", "A time is free"),
        HowFar::Missed => t("这个位置给了后面的人", "The time went to the next in line"),
        HowFar::Closed => t("这天的候补结束了", "The waiting list of that day has ended"),
        HowFar::Left => t("没有在排候补", "You are not on a waiting list"),
    };
    let bar = matches!(how_far, HowFar::Offered(..)).then(|| {
        view! { <button class="button" form="take">{t("约这个时间", "Book this time")}</button> }.into_any()
    });
    let body = match how_far {
        HowFar::InLine(ahead) => view! {
            <p class="lead">
                <b>
                    <WholeDate date today />
                </b>
            </p>
            <p>{before(ahead)}</p>
            <p>
                {t(
                    "空出来会给您留两小时，夜里空出来的留到早上十点。请不时打开这一页看看。",
                    "When a time comes free it is kept for you for two hours, at night until ten in the morning. Please look at this page now and then.",
                )}
            </p>
            <Leaving service />
        }
        .into_any(),
        HowFar::Offered(slot, until_day, until) => view! {
            <p class="when">
                <Day date=slot.date today />
                <span>
                    {weekday(slot.date)} " " <Hours starts=slot.starts ends=slot.ends />
                </span>
            </p>
            <p>
                {t("为您留到 ", "Kept for you until ")}
                {(until_day != today).then(|| view! { <WholeDate date=until_day today /> " " })}
                <time>{law::words::time(until)}</time> {t("，过了给后面的人。", "; then it goes to the next in line.")}
            </p>
            <form id="take" method="post" action=TakeOffer::url()>
                <input type="hidden" name="service" value=service.as_str() />
            </form>
            <Leaving service />
        }
        .into_any(),
        HowFar::Missed | HowFar::Closed | HowFar::Left => view! {
            <p>
                <WholeDate date today />
            </p>
            <a class="button is-outline" href=format!("/book/{service}/day") rel="external">
                {t("另选日子", "Choose another day")}
            </a>
        }
        .into_any(),
    };
    view! {
        <Phone
            title=tab_title(heading, is_discreet(service))
            mood=mood(service)
            back=Some(Back::step(format!("/book/{service}/day?month={}", date.format("%Y-%m"))))
            bar
            discreet=is_discreet(service)
        >
            <h1>{heading}</h1>
            {body}
            <WalkIn />
        </Phone>
    }
}

fn before(ahead: u32) -> String {
    match (english(), ahead) {
        (false, 0) => "下一个就是您。".into(),
        (false, ahead) => format!("前面还有 {ahead} 位。"),
        (true, 0) => "You are next.".into(),
        (true, 1) => "One before you.".into(),
        (true, ahead) => format!("{ahead} before you."),
    }
}

#[component]
fn Leaving(service: Service) -> impl IntoView {
    view! {
        <form method="post" action=LeaveLine::url()>
            <input type="hidden" name="service" value=service.as_str() />
            <button class="button is-text">{t("不排了", "Leave the list")}</button>
        </form>
    }
}

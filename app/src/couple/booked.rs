//! A booking: the card with date, code and QR, then what one may do with it. Nothing on it is filled.

use crate::{
    couple::{
        frame::{asked, is_discreet, mood, part, tab_title},
        home::way_there,
        not_found::NotFound,
        others::Why,
    },
    fns::booking::{BookedView, Cancel, Place, State, booked},
    ui::{
        icon::{Draw, Icon},
        lang::t,
        loaded::loaded,
        mood::Mood,
        phone::{Back, Phone},
        qr::Qr,
        ticks::Ticks,
        when::{Day, Hours, WholeDate, weekday},
    },
};
use law::service::Service;
use leptos::{prelude::*, server_fn::ServerFn};

#[component]
pub fn Booked() -> impl IntoView {
    let (code, token, refused) = (part("code"), asked("t"), asked("refused"));
    loaded(
        move || booked(code.clone(), token.clone(), refused.clone()),
        |view| match view {
            Some(view) => view! { <Kept view /> }.into_any(),
            None => view! { <NotFound /> }.into_any(),
        },
    )
}

/// 「约好了」; in divorce matters and counselling 「时间已留好」.
fn heading(service: Service, state: State) -> &'static str {
    match state {
        State::Cancelled => t("这个预约已取消", "This booking is cancelled"),
        State::Past => t("这个预约的时间已过", "The time of this booking has passed"),
        State::Kept if is_discreet(service) => t("时间已留好", "Your time is kept"),
        State::Kept => t("约好了", "You're booked"),
    }
}

#[component]
fn Kept(view: BookedView) -> impl IntoView {
    let (service, state) = (view.service, view.state);
    let heading = heading(service, state);
    let discreet = is_discreet(service);
    let kept = state == State::Kept;
    let undo = view.undo_until;
    let digits: String = view.code.split_whitespace().collect();
    view! {
        <Phone
            title=tab_title(heading, discreet)
            mood=if kept { mood(service) } else { Mood::Plain }
            class=if kept { "booked is-kept" } else { "booked" }
            drawn=undo.is_some()
            discreet
        >
            <Why refused=view.refused.clone() nothing="" />
            <h1>{heading}</h1>
            {if kept {
                view! {
                    <Card view=view.clone() />
                    <Undo until=undo code=digits.clone() />
                    <ThreeWays code=digits />
                    <h2>{t("来的时候带上", "What to bring")}</h2>
                    <Ticks lines=view.bring short=true />
                    <p class="hint">
                        <span class="clause">{t("预约只是留好时间，", "A booking keeps your time. ")}</span>
                <span class="clause">
                    {t("能不能登记以窗口当面审查为准。", "Whether you can register is decided at the counter.")}
                </span>
                    </p>
                    <Route place=view.place />
                }
                    .into_any()
            } else {
                view! { <Ended view=view.clone() /> }.into_any()
            }}
        </Phone>
    }
}

#[component]
fn Card(view: BookedView) -> impl IntoView {
    view! {
        <section class="invite">
            <div class="invite-in">
                <p class="invite-date">
                    <Day date=view.slot.date today=view.today />
                </p>
                <p class="invite-time">
                    <span>{weekday(view.slot.date)}</span>
                    <span>
                        <Hours starts=view.slot.starts ends=view.slot.ends />
                        {t(" 到", "")}
                    </span>
                </p>
                <hr />
                <p class="invite-label">{t("预约号", "Booking code")}</p>
                <p class="invite-code">{view.code}</p>
                <Qr code=view.qr label=t("预约号的二维码", "QR code of the booking code") />
                <p class="invite-label">
                    {t("到了扫这个码，或刷身份证", "On arrival scan this code or your ID card")}
                </p>
            </div>
        </section>
    }
}

/// Ten minutes in which it can be taken back.
#[component]
fn Undo(until: Option<chrono::NaiveTime>, code: String) -> impl IntoView {
    until.map(|until| {
        view! {
            <form class="undo" method="post" action=Cancel::url()>
                <p>
                    {t("改主意了？", "Changed your mind? You can undo this until ")} <time>{law::words::time(until)}</time>
                    {t(" 前可以撤销。", ".")}
                </p>
                <input type="hidden" name="code" value=code />
                <button class="button is-text">{t("撤销预约", "Undo this booking")}</button>
            </form>
        }
    })
}

#[component]
fn ThreeWays(code: String) -> impl IntoView {
    view! {
        <ul class="trio">
            <li>
                <a href=format!("/b/{code}/calendar.ics") rel="external">
                    <Draw icon=Icon::Calendar />
                    {t("存到日历", "Add to calendar")}
                </a>
            </li>
            <li>
                <a href=format!("/b/{code}/slip.pdf") rel="external">
                    <Draw icon=Icon::Paper />
                    {t("保存凭条", "Save slip (PDF)")}
                </a>
            </li>
            <li>
                <a href=format!("/b/{code}/cancel") rel="external">
                    <Draw icon=Icon::Clock />
                    {t("改期或取消", "Move or cancel")}
                </a>
            </li>
        </ul>
    }
}

#[component]
fn Route(place: Place) -> impl IntoView {
    let way = way_there(&place.address);
    let comma = if place.more.is_empty() { "" } else { t("，", ", ") };
    (!place.address.is_empty()).then(|| {
        view! {
            <h2>{t("怎么走", "How to get there")}</h2>
            <div>
                <p>{place.address}{comma}{place.more}</p>
                <p class="hint">{place.transport}</p>
                <p>
                    <a class="place-way" href=way rel="external noreferrer">{t("打开路线", "Open directions")}</a>
                </p>
            </div>
        }
    })
}

/// Cancelled or gone by: the day once more, and the way to a new one.
#[component]
fn Ended(view: BookedView) -> impl IntoView {
    view! {
        <p>
            <WholeDate date=view.slot.date today=view.today /> " " <Hours starts=view.slot.starts ends=view.slot.ends />
        </p>
        <p>{t("要再约，从头选日子就行。", "To book again, just choose another day.")}</p>
        <a class="button is-outline" href=format!("/book/{}/day", view.service) rel="external">
            {t("另选日子", "Choose another day")}
        </a>
    }
}

/// 「改期或取消」: two ways, each said with what it does.
#[component]
pub fn Cancelling() -> impl IntoView {
    let code = part("code");
    loaded(
        move || booked(code.clone(), None, None),
        |view| match view {
            Some(view) if view.state == State::Kept => view! { <MoveOrCancel view /> }.into_any(),
            Some(view) => view! { <Kept view /> }.into_any(),
            None => view! { <NotFound /> }.into_any(),
        },
    )
}

#[component]
fn MoveOrCancel(view: BookedView) -> impl IntoView {
    let heading = t("改期或取消", "Move or cancel");
    let discreet = is_discreet(view.service);
    let code: String = view.code.split_whitespace().collect();
    view! {
        <Phone
            title=tab_title(heading, discreet)
            mood=if discreet { Mood::Calm } else { Mood::Plain }
            back=Some(Back::step(format!("/b/{code}")))
            discreet
        >
            <h1>{heading}</h1>
            <p class="lead">
                <b>
                    <WholeDate date=view.slot.date today=view.today />
                    " "
                    <Hours starts=view.slot.starts ends=view.slot.ends />
                </b>
            </p>
            <p class="hint">
                {t(
                    "改期时先留好新时间，再放掉原来的，不会两头落空。",
                    "When you move, the new time is secured before the old one is given back.",
                )}
            </p>
            <a class="button" href=format!("/b/{code}/move") rel="external">{t("改到别的时间", "Move to another time")}</a>
            <form method="post" action=Cancel::url()>
                <input type="hidden" name="code" value=code />
                <button class="button is-outline">{t("取消这个预约", "Cancel this booking")}</button>
            </form>
            <p class="hint">
                {t("取消不影响以后再约，也不影响直接来窗口。", "You can book again or come to the counter at any time.")}
            </p>
        </Phone>
    }
}

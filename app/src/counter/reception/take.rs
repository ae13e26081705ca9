//! Booking for somebody who called or has no phone: what, which day, what time, who.

use crate::{
    fns::{
        reception::{OfferView, TakeFor, TimeView, Times},
        staff::Kept,
    },
    ui::{
        field::{SelectField, TextField},
        when::{Hours, WholeDate},
    },
};
use chrono::NaiveDate;
use law::{
    Lang,
    identity::IdType,
    service::{Persons, Service},
};
use leptos::{prelude::*, server_fn::ServerFn};

#[component]
pub fn Take(offer: OfferView, kept: Kept, today: NaiveDate) -> impl IntoView {
    let service = offer.service;
    let base = format!("/counter/reception?service={service}");
    let (date, times) = (offer.times.date, offer.times.times.clone());
    let chosen = offer.slot.clone();
    let offered: Vec<_> =
        Service::ALL.iter().copied().filter(|service| *service != Service::Ceremony).collect();
    view! {
        <section class="sheet" aria-labelledby="take">
            <h2 id="take">"替人预约"</h2>
            <p class="hint">"来电的、没有手机的都在这里约；手机号可以不填。"</p>
            <form class="form line" method="get" action="/counter/reception">
                <SelectField
                    id="service"
                    name="service"
                    label="办什么"
                    options=offered.iter().map(|service| (service.as_str(), service.statutory_name())).collect()
                    value=service.as_str()
                />
                <button class="button is-outline">"看哪天能约"</button>
            </form>
            <TimeList times=offer.times.clone() base=base.clone() today />
            {date
                .map(|date| {
                    view! {
                        <form class="form" method="get" action="/counter/reception">
                            <input type="hidden" name="service" value=service.as_str() />
                            <input type="hidden" name="date" value=date.to_string() />
                            <Choices times chosen=chosen.as_ref().map(|slot| slot.id.clone()) />
                            <p class="form-end">
                                <button class="button is-outline" id="take-time">"约这个时间"</button>
                            </p>
                        </form>
                    }
                })}
            {offer.slot.map(|slot| view! { <Persons2 service persons=offer.persons time=slot date kept today /> })}
        </section>
    }
}

/// The open days as links, each with what is left.
#[component]
pub fn TimeList(times: Times, base: String, today: NaiveDate) -> impl IntoView {
    let chosen = times.date;
    view! {
        <ul class="day-links">
            {times
                .days
                .into_iter()
                .map(|day| {
                    let href = format!("{base}&date={}", day.date);
                    let current = (chosen == Some(day.date)).then_some("true");
                    view! {
                        <li>
                            <a href=href rel="external" aria-current=current>
                                <WholeDate date=day.date today />
                                " "
                                <small>{day.words}</small>
                            </a>
                        </li>
                    }
                })
                .collect_view()}
        </ul>
    }
}

#[component]
pub fn Choices(times: Vec<TimeView>, chosen: Option<String>) -> impl IntoView {
    let none = times.is_empty();
    view! {
        {none.then(|| view! { <p class="hint">"这天没有能约的时间了，请另选一天。"</p> })}
        <div class="answers">
            {times
                .into_iter()
                .map(|time| {
                    let full = time.left == Some(0);
                    let words = match time.left {
                        Some(0) => "满".to_owned(),
                        Some(left) => format!("余 {left}"),
                        None => "可加".to_owned(),
                    };
                    let checked = chosen.as_deref() == Some(time.id.as_str());
                    view! {
                        <label class="answer">
                            <input type="radio" name="slot" value=time.id checked=checked disabled=full />
                            <span>
                                <Hours starts=time.starts ends=time.ends />
                                <small>{words}</small>
                            </span>
                        </label>
                    }
                })
                .collect_view()}
        </div>
    }
}

/// Ids and names of one person's fields, by seat.
struct SeatFields {
    title: &'static str,
    seat: &'static str,
    ids: [&'static str; 7],
    fields: [&'static str; 7],
}

const SEATS: [SeatFields; 2] = [
    SeatFields {
        title: "第一位",
        seat: "a",
        ids: ["a-name", "a-type", "a-number", "a-phone", "a-sex", "a-birth", "a-nationality"],
        fields: ["a[name]", "a[id_type]", "a[id_number]", "a[phone]", "a[sex]", "a[birth]", "a[nationality]"],
    },
    SeatFields {
        title: "第二位",
        seat: "b",
        ids: ["b-name", "b-type", "b-number", "b-phone", "b-sex", "b-birth", "b-nationality"],
        fields: ["b[name]", "b[id_type]", "b[id_number]", "b[phone]", "b[sex]", "b[birth]", "b[nationality]"],
    },
];

#[component]
fn Persons2(
    service: Service,
    persons: Persons,
    time: TimeView,
    date: Option<NaiveDate>,
    kept: Kept,
    today: NaiveDate,
) -> impl IntoView {
    let seats = if persons == Persons::One { 1 } else { 2 };
    let receipt_no = kept.typed("take", "receipt_no").unwrap_or_default();
    let receipt_fault = kept.fault("take", "receipt_no");
    view! {
        <form class="form" method="post" action=TakeFor::url() novalidate=true>
            <h3>
                {date.map(|date| view! { <WholeDate date today /> })}
                " "
                <Hours starts=time.starts ends=time.ends />
            </h3>
            <input type="hidden" name="service" value=service.as_str() />
            <input type="hidden" name="slot" value=time.id />
            {SEATS
                .iter()
                .take(seats)
                .map(|names| {
                    let optional = names.seat == "b" && persons == Persons::OneOrTwo;
                    view! { <OnePerson names kept=kept.clone() optional phone=names.seat == "a" /> }
                })
                .collect_view()}
            {service
                .asks_receipt()
                .then(|| {
                    view! {
                        <TextField
                            id="receipt-no"
                            name="receipt_no"
                            label="受理回执单编号"
                            hint=Some("按回执只约可以办的日子；找不到回执单就不用约，工作日直接来")
                            value=receipt_no
                            fault=receipt_fault
                            longest=60
                        />
                    }
                })}
            <p class="form-end">
                <button class="button" id="take-it">"替他们约好"</button>
            </p>
        </form>
    }
}

#[component]
fn OnePerson(names: &'static SeatFields, kept: Kept, optional: bool, phone: bool) -> impl IntoView {
    let seat = names.seat;
    let typed = |field: &str| kept.typed("take", &format!("{seat}.{field}")).unwrap_or_default();
    let fault = |field: &str| kept.fault("take", &format!("{seat}.{field}"));
    let options = IdType::ALL.iter().map(|kind| (kind.as_str(), kind.title(Lang::Zh))).collect();
    let more = ["sex", "birth", "nationality"]
        .iter()
        .any(|field| fault(field).is_some() || !typed(field).is_empty());
    view! {
        <fieldset class="seat">
            <legend>
                <b>{names.title}</b>
                {optional.then_some("（只来一位的不填）")}
            </legend>
            <div class="form-row">
                <TextField id=names.ids[0] name=names.fields[0] label="姓名" value=typed("name") fault=fault("name") longest=200 />
                <SelectField
                    id=names.ids[1]
                    name=names.fields[1]
                    label="证件"
                    options
                    value=typed("id_type")
                    fault=fault("id_type")
                />
                <TextField
                    id=names.ids[2]
                    name=names.fields[2]
                    label="证件号码"
                    value=typed("id_number")
                    fault=fault("id_number")
                    longest=40
                />
                {phone
                    .then(|| {
                        view! {
                            <TextField
                                id=names.ids[3]
                                name=names.fields[3]
                                kind="tel"
                                label="电话（座机也行）"
                                value=typed("phone")
                                fault=fault("phone")
                                optional=true
                                longest=40
                            />
                        }
                    })}
            </div>
            <details class="aside-fold" open=more>
                <summary class="hint">"护照、通行证、永居证还要填"</summary>
                <div class="form-row">
                    <SelectField
                        id=names.ids[4]
                        name=names.fields[4]
                        label="性别"
                        options=vec![("", "照证件选"), ("F", "女"), ("M", "男")]
                        value=typed("sex")
                        fault=fault("sex")
                    />
                    <TextField
                        id=names.ids[5]
                        name=names.fields[5]
                        kind="date"
                        label="出生日期"
                        value=typed("birth")
                        fault=fault("birth")
                    />
                    <TextField
                        id=names.ids[6]
                        name=names.fields[6]
                        label="国籍（如 KOR）"
                        value=typed("nationality")
                        fault=fault("nationality")
                        longest=3
                    />
                </div>
            </details>
        </fieldset>
    }
}

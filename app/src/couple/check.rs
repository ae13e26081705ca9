//! 「核对一下」: everything once more, each with a way to change it. Here, and on the slip, the one fixed sentence.

use crate::{
    couple::{
        frame::{ServicePage, Step, with_service},
        others::Why,
    },
    fns::booking::{CheckView, Confirm, KeepLonger, PersonLine, check},
    ui::{
        hold::HoldLine,
        lang::{law_lang, t},
        loaded::loaded,
        when::{Day, Hours, weekday},
    },
};
use law::{
    eligibility::Party,
    service::{Persons, Service},
};
use leptos::{prelude::*, server_fn::ServerFn};

#[component]
pub fn Check() -> impl IntoView {
    with_service(|service| loaded(move || check(service), |view| view.map(|view| view! { <Answers view /> })))
}

#[component]
fn Answers(view: CheckView) -> impl IntoView {
    let CheckView { service, today, slot, persons, phone, texting, receipt_no, held, refused } = view;
    let hold = held.map(|held| {
        view! { <HoldLine held action=KeepLonger::url() service=service.as_str() page="check" /> }.into_any()
    });
    let back = if persons.len() == 2 { "second" } else { "first" };
    view! {
        <ServicePage
            service
            heading=t("核对一下", "Check your answers")
            step=Step::Check
            back=format!("/book/{service}/{back}")
            hold
            bar=Some(
                view! {
                    <button class="button" form="confirm">
                        {t("确认预约", "Confirm booking")}
                    </button>
                    <p class="bar-under">{t("确认后 10 分钟内可以随时撤销", "You can undo this for 10 minutes")}</p>
                }
                    .into_any(),
            )
        >
            <Why refused nothing="" />
            <div class="pair-head">
                <p class="when">
                    <Day date=slot.date today />
                    <span>
                        {weekday(slot.date)} " " <Hours starts=slot.starts ends=slot.ends />
                    </span>
                </p>
                <Change href=format!("/book/{service}/day") what=t("日子和时间", "date and time") />
            </div>
            <dl class="pairs is-gold">
                {persons.into_iter().map(|person| view! { <Person service person /> }).collect_view()}
                {receipt_no
                    .map(|receipt_no| {
                        let label = t("回执单编号", "Receipt number");
                        view! {
                            <div class="pair">
                                <dt>{label}</dt>
                                <dd>{receipt_no}</dd>
                                <dd class="pair-change">
                                    <Change href=format!("/book/{service}/first#receipt-no") what=label />
                                </dd>
                            </div>
                        }
                    })}
                {phone
                    .map(|phone| {
                        let told = if texting {
                            t("可以发短信", "May be texted")
                        } else {
                            t("不发短信", "No text messages")
                        };
                        view! {
                            <div class="pair">
                                <dt>{t("手机号", "Mobile")}</dt>
                                <dd>{phone} <small>{told}</small></dd>
                                <dd class="pair-change">
                                    <Change href=format!("/book/{service}/first#phone") what=t("手机号", "mobile") />
                                </dd>
                            </div>
                        }
                    })}
            </dl>
            <p>
                <span class="clause">{t("预约只是留好时间，", "A booking keeps your time. ")}</span>
                <span class="clause">
                    {t("能不能登记以窗口当面审查为准。", "Whether you can register is decided at the counter.")}
                </span>
            </p>
            <form id="confirm" method="post" action=Confirm::url()>
                <input type="hidden" name="service" value=service.as_str() />
            </form>
        </ServicePage>
    }
}

#[component]
fn Person(service: Service, person: PersonLine) -> impl IntoView {
    let lang = law_lang();
    let label = match service.persons() {
        Persons::One => t("来办的人", "Who is coming"),
        Persons::Two | Persons::OneOrTwo => person.seat.title(lang),
    };
    let page = match person.seat {
        Party::First => "first",
        Party::Second => "second",
    };
    view! {
        <div class="pair">
            <dt>{label}</dt>
            <dd>
                {person.name} <small>{person.id_type.title(lang)}" "{person.id_masked}</small>
            </dd>
            <dd class="pair-change">
                <Change href=format!("/book/{service}/{page}") what=label />
            </dd>
        </div>
    }
}

/// 「改」; who listens hears what.
#[component]
fn Change(href: String, what: &'static str) -> impl IntoView {
    view! {
        <a href=href rel="external">
            {t("改", "Change")}
            <span class="heard">" "{what}</span>
        </a>
    }
}

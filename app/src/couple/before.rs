//! 「来之前看一眼」: what to bring, what nobody needs any more, and the questions that change the list.

use crate::{
    couple::frame::{is_discreet, mood, tab_title, with_service},
    fns::booking::{Answer, BeforeView, before},
    ui::{
        icon::{Draw, Icon},
        lang::{law_lang, t},
        loaded::loaded,
        phone::{Back, Phone},
        ticks::Ticks,
        when::Dated,
    },
};
use law::service::Service;
use leptos::{prelude::*, server_fn::ServerFn};

#[component]
pub fn Before() -> impl IntoView {
    with_service(|service| loaded(move || before(service), |view| view! { <List view /> }))
}

#[component]
fn List(view: BeforeView) -> impl IntoView {
    let service = view.service;
    let heading = t("来之前看一眼", "Before you come");
    let discreet = is_discreet(service);
    let bar = match view.elsewhere {
        Some(_) => None,
        None => Some(
            view! {
                <a class="button" href=format!("/book/{service}/day") rel="external">
                    {t("选日子", "Choose a day")}
                </a>
            }
            .into_any(),
        ),
    };
    view! {
        <Phone
            title=tab_title(heading, discreet)
            mood=mood(service)
            class="before"
            back=Some(way_back(service))
            bar=bar
            discreet
        >
            <p class="kicker">{service.title(law_lang())}</p>
            <h1>{heading}</h1>
            <div id="bring">
                <Ticks lines=view.bring />
            </div>
            {(service == Service::Marriage)
                .then(|| {
                    view! {
                        <p class="gone">
                            {view.gone.into_iter().map(|gone| view! { <s>{gone}</s> }).collect_view()}
                            <small><Dated words=view.gone_since /></small>
                        </p>
                    }
                })}
            {view.elsewhere.map(|elsewhere| view! { <p class="notice" role="status">{elsewhere}</p> })}
            {(!view.circumstances.is_empty())
                .then(|| view! { <Circumstances service circumstances=view.circumstances /> })}
            {discreet
                .then(|| {
                    view! {
                        <p class="hint">
                            {t(
                                "窗口每天留现场号：约不上也不用急，工作日直接来，当天可办。",
                                "Walk-in numbers are kept every day: on a working day you can also just come.",
                            )}
                        </p>
                    }
                })}
            {service
                .asks_receipt()
                .then(|| {
                    view! {
                        <p>
                            <a href="/divorce/dates" rel="external">
                                {t("先算一算哪些日子可以办", "Work out on which days it can be done")}
                            </a>
                        </p>
                    }
                })}
            {service
                .is_divorce_matter()
                .then(|| {
                    view! {
                        <p>
                            <a href="/book/counselling" rel="external">
                                {t(
                                    "想找人聊聊（免费、自愿，不影响办理）",
                                    "Talk to someone (free, voluntary, no effect on your matter)",
                                )}
                            </a>
                        </p>
                    }
                })}
        </Phone>
    }
}

/// Where one came from.
fn way_back(service: Service) -> Back {
    match service {
        Service::DivorceApplication | Service::DivorceWithdrawal | Service::DivorceRegistration => {
            Back::step("/divorce")
        }
        Service::ReissueMarriage | Service::ReissueDivorce => Back::step("/reissue"),
        Service::Marriage
        | Service::Records
        | Service::Consultation
        | Service::Ceremony
        | Service::Counselling => Back::home(),
    }
}

/// Folded away, since it concerns few; the ticks change the list above.
#[component]
fn Circumstances(
    service: Service,
    circumstances: Vec<(law::checklist::Circumstance, bool)>,
) -> impl IntoView {
    let lang = law_lang();
    let open = circumstances.iter().any(|(_, ticked)| *ticked);
    let summary = match service {
        Service::Marriage => {
            t("一方离过婚、丧偶，或不是内地居民", "Previously married, or not a mainland resident")
        }
        _ => t("材料不全，或情况不一样", "Something is missing or different"),
    };
    view! {
        <details class="fold" open=open>
            <summary>
                <span>{summary}</span>
                <Draw icon=Icon::Down />
            </summary>
            <form class="fold-in" method="post" action=Answer::url()>
                <input type="hidden" name="service" value=service.as_str() />
                <fieldset>
                    <legend class="hint">{t("有哪样就勾哪样，清单会跟着变。", "Tick what applies; the list follows.")}</legend>
                    {circumstances
                        .into_iter()
                        .map(|(known, ticked)| {
                            view! {
                                <label class="choice">
                                    <input type="checkbox" name="applies[]" value=known.as_str() checked=ticked />
                                    <span>{known.title(lang)}</span>
                                </label>
                            }
                        })
                        .collect_view()}
                </fieldset>
                <button class="button is-outline">{t("看看要带什么", "Show what to bring")}</button>
            </form>
        </details>
    }
}

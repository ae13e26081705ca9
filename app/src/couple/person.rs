//! 「第一位」 and 「第二位」: one page each, the same fields, never man and woman: the number says it.

use crate::{
    couple::frame::{ServicePage, Step, with_service},
    fns::booking::{GivePerson, KeepLonger, PersonView, Typed, person},
    live::document::{DocumentTyped, PhoneDocument},
    ui::{
        faults::{Faults, Mend},
        field::{Choice, TextField, fault_of},
        hold::HoldLine,
        icon::{Draw, Icon},
        lang::{law_lang, t},
        loaded::loaded,
    },
};
use chrono::NaiveDate;
use law::{
    eligibility::Party,
    service::{Persons, Service},
};
use leptos::{prelude::*, server_fn::ServerFn};

#[component]
pub fn First() -> impl IntoView {
    page(Party::First)
}

#[component]
pub fn Second() -> impl IntoView {
    page(Party::Second)
}

fn page(seat: Party) -> AnyView {
    with_service(move |service| {
        loaded(move || person(service, seat), |view| view.map(|view| view! { <Fill view /> }))
    })
}

#[component]
fn Fill(view: PersonView) -> impl IntoView {
    let PersonView { service, today, seat, typed, faults, other_day, held } = view;
    let step = if seat == Party::First { Step::First } else { Step::Second };
    let own = if seat == Party::First { "first" } else { "second" };
    let hold = held.map(|held| {
        view! { <HoldLine held action=KeepLonger::url() service=service.as_str() page=own /> }.into_any()
    });
    view! {
        <ServicePage
            service
            heading=heading(service, seat)
            step
            back=format!("/book/{service}/{}", if seat == Party::First { "time" } else { "first" })
            hold
            bar=Some(view! { <button class="button" form="person">{next_words(service, seat)}</button> }.into_any())
        >
            <Faults mends=mends(&faults) />
            {other_day
                .then(|| {
                    view! {
                        <a class="button is-outline other-day" href=format!("/book/{service}/day") rel="external">
                            {t("换个日子，填的都留着", "Choose another day, keep what I typed")}
                        </a>
                    }
                })}
            <form id="person" class="fields" method="post" action=GivePerson::url() novalidate=true>
                <input type="hidden" name="service" value=service.as_str() />
                <input type="hidden" name="seat" value=seat.as_str() />
                <PersonFields service seat today typed faults />
                {(seat == Party::Second && service.persons() == Persons::OneOrTwo)
                    .then(|| {
                        view! {
                            <p>
                                <button class="button is-text" name="alone" value="yes">
                                    {t("只有一位来，不填这一页", "Only one of us comes: skip this page")}
                                </button>
                            </p>
                        }
                    })}
            </form>
            <p class="hint promise">
                <Draw icon=Icon::Shield />
                <span>
                    {t("只用来安排这次办理，90 天后删除。", "Used only to arrange this visit; deleted after 90 days.")} " "
                    <a href="/privacy" rel="external">{t("怎么保护", "How we protect it")}</a>
                </span>
            </p>
        </ServicePage>
    }
}

/// What is asked of one person: name, document, where needed a receipt, a phone.
#[component]
pub fn PersonFields(
    service: Service,
    seat: Party,
    today: NaiveDate,
    typed: Typed,
    faults: Vec<(String, String)>,
) -> impl IntoView {
    let document = DocumentTyped {
        kind: typed.kind(),
        number: typed.id_number,
        sex: typed.sex,
        birth: typed.birth,
        nationality: typed.nationality,
        faults: faults.clone(),
        today,
    };
    view! {
        <TextField
            id="name"
            name="typed[name]"
            label=t("姓名", "Name as on the ID")
            hint=Some(t("和身份证上一样，生僻字也可以", "As on the ID card; rare characters are fine"))
            value=typed.name
            fault=fault_of(&faults, "name")
            longest=200
        />
        <PhoneDocument typed=document />
        {(seat == Party::First && service.asks_receipt())
            .then(|| {
                view! {
                    <TextField
                        id="receipt-no"
                        name="typed[receipt_no]"
                        label=t("受理回执单编号", "Number on the acceptance receipt")
                        hint=Some(
                            t(
                                "找不到回执单就不用约：工作日直接来窗口，当天可办",
                                "If the receipt is lost, no booking is needed: just come on a working day",
                            ),
                        )
                        value=typed.receipt_no
                        fault=fault_of(&faults, "receipt_no")
                        longest=60
                    />
                }
            })}
        <Phone service seat phone=typed.phone contact=typed.contact fault=fault_of(&faults, "phone") />
    }
}

fn heading(service: Service, seat: Party) -> &'static str {
    match service.persons() {
        Persons::One => t("谁来办？", "Who is coming?"),
        Persons::Two | Persons::OneOrTwo => seat.title(law_lang()),
    }
}

fn next_words(service: Service, seat: Party) -> &'static str {
    match (service.persons(), seat) {
        (Persons::Two | Persons::OneOrTwo, Party::First) => t("下一位", "Next person"),
        (Persons::One, Party::First) | (_, Party::Second) => t("去核对", "Check answers"),
    }
}

/// The fields' faults as lines that lead to them.
pub fn mends(faults: &[(String, String)]) -> Vec<Mend> {
    let known = |field: &str| match field {
        "name" => Some(("name", t("姓名", "Name"))),
        "id_type" => Some(("id-type", t("证件", "Document"))),
        "id_number" => Some(("id-number", t("身份证号码", "ID number"))),
        "sex" => Some(("sex", t("性别", "Sex"))),
        "birth" => Some(("birth", t("出生日期", "Date of birth"))),
        "nationality" => Some(("nationality", t("国籍", "Nationality"))),
        "receipt_no" => Some(("receipt-no", t("受理回执单编号", "Receipt number"))),
        "phone" => Some(("phone", t("手机号", "Mobile"))),
        _ => None,
    };
    let lines = faults.iter().filter_map(|(field, words)| Some((known(field)?, words)));
    lines.map(|((field, label), words)| Mend { field, label, words: words.clone() }).collect()
}

/// The booker's phone, and whether it may be texted. In divorce matters the other person is asked for none.
#[component]
fn Phone(
    service: Service,
    seat: Party,
    phone: String,
    contact: String,
    fault: Option<String>,
) -> impl IntoView {
    let asked = match seat {
        Party::First => true,
        Party::Second => service.takes_second_phone(),
    };
    asked.then(|| {
        let first = seat == Party::First;
        view! {
            <TextField
                id="phone"
                name="typed[phone]"
                kind="tel"
                inputmode=Some("tel")
                autocomplete=if first { "tel" } else { "off" }
                label=t("手机号", "Mobile")
                value=phone
                fault
                optional=!first
                longest=40
            />
            {first
                .then(|| {
                    view! {
                        <fieldset class="choices">
                            <legend class="heard">{t("发不发短信", "Text messages")}</legend>
                            <Choice
                                name="typed[contact]"
                                value="sms"
                                checked=contact == "sms"
                                words=t("可以给这个号码发短信", "You may text this number")
                            />
                            <Choice
                                name="typed[contact]"
                                value="none"
                                checked=contact != "sms"
                                words=t("不要发短信，我自己记", "Don't text me")
                            />
                        </fieldset>
                    }
                })}
        }
    })
}

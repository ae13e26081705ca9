//! A case in the middle: its number, the steps of the norm, the two persons, one question.

use crate::{
    counter::{
        ask::{Question, said::Said},
        fill::Fill,
        frame::asked,
        menu::Menu,
        person::Person,
        stages::{LookBack, Stages},
    },
    fns::{
        counter::{CaseView, Hold, HoldView, TakeOver},
        staff::Me,
    },
    ui::{field::TextField, when::WholeDate},
};
use law::eligibility::Party;
use leptos::{prelude::*, server_fn::ServerFn};

#[component]
pub fn CaseShown(case: CaseView, me: Me) -> impl IntoView {
    let filling = filling(&case);
    let persons = case.persons.clone();
    let (grip, mine) = (case.grip.clone(), case.mine());
    let today = me.today;
    let uncovered = case.uncovered.clone();
    let before_registration = case.registration.is_none();
    view! {
        <Head case=case.clone() today />
        <Stages stages=case.stages.clone() case=case.grip.case.clone() />
        <LookBack past=case.past.clone() />
        {filling.map(|_| view! { <Said kept=case.kept.clone() /> })}
        <Holder case=case.clone() may_take_over=me.may.take_over may_handle=me.may.handle />
        {(!uncovered.is_empty())
            .then(|| {
                let code = uncovered.chars().map(|c| format!("U+{:04X}", u32::from(c))).collect::<Vec<_>>().join("、");
                view! {
                    <p class="notice" role="status">
                        "姓名里的“"
                        {uncovered}
                        "”（"
                        {code}
                        "）没有字体能印：纸上会印编码、留一条横线手写。照原字存好了，先告诉两位。"
                    </p>
                }
            })}
        {match filling {
            Some(seat) => {
                view! { <Fill case=case.clone() seat today /> }.into_any()
            }
            None => {
                view! {
                    <div class="pair-of">
                        {persons
                            .into_iter()
                            .map(|person| {
                                view! {
                                    <Person
                                        person
                                        grip=grip.clone()
                                        mine
                                        open=before_registration
                                        handles=me.may.handle
                                    />
                                }
                            })
                            .collect_view()}
                    </div>
                    <Said kept=case.kept.clone() />
                    <Question case=case.clone() me=me.clone() />
                }
                    .into_any()
            }
        }}
    }
}

/// Whose document is being written down: the one that is asked for, or the one whose 「改」 was pressed.
pub fn filling(case: &CaseView) -> Option<Party> {
    if !case.mine() || case.registration.is_some() {
        return None;
    }
    let pressed = asked("fill").and_then(|seat| Party::parse(&seat));
    let refused = Party::ALL.iter().copied().find(|seat| {
        let form = crate::fns::counter::person_form(*seat);
        case.kept.form == form && !case.kept.typed.is_empty()
    });
    match case.ask {
        _ if pressed.is_some() => pressed,
        _ if refused.is_some() => refused,
        crate::fns::counter::Ask::Fill(seat) => Some(seat),
        _ => None,
    }
}

#[component]
fn Head(case: CaseView, today: chrono::NaiveDate) -> impl IntoView {
    let clock = |at: chrono::NaiveTime, words: &str| format!("{} {words}", law::words::time(at));
    let another_day = case.on != today;
    let on = case.on;
    view! {
        <header class="case-head">
            <b class="case-number">{case.number}</b>
            <h1>"结婚登记"</h1>
            {case.appointed.map(|at| view! { <span>{format!("约 {}", law::words::time(at))}</span> })}
            {case.arrived.map(|at| view! { <span>{clock(at, "到")}</span> })}
            <span>{clock(case.opened, "开始")}</span>
            {case.minutes.map(|minutes| view! { <span>{format!("办理 {minutes} 分")}</span> })}
            {another_day
                .then(|| {
                    view! {
                        <span>
                            {if case.late.is_some() { "补录 " } else { "办理日期 " }}
                            <WholeDate date=on today />
                        </span>
                    }
                })}
            <Menu case=case.clone() />
        </header>
        {case.late.clone().map(|why| view! { <p class="notice is-plain">"补录原因："{why}</p> })}
    }
}

/// Who has the case: a colleague is told by name; a supervisor can take it over with a reason.
#[component]
fn Holder(case: CaseView, may_take_over: bool, may_handle: bool) -> impl IntoView {
    let id = case.grip.case.clone();
    let fault = case.kept.fault("take-over", "reason");
    match case.hold {
        HoldView::Mine | HoldView::Ended => ().into_any(),
        HoldView::Free if may_handle => view! {
            <section class="sheet ask">
                <h2>"现在没人在办这件"</h2>
                <form id="ask" method="post" action=Hold::url()>
                    <input type="hidden" name="case" value=id />
                    <p class="hint">"接过来以后，只有您能往下办；挂起就放回去。"</p>
                </form>
            </section>
        }
        .into_any(),
        HoldView::Free => {
            view! { <p class="notice is-plain">"现在没人在办这件。往下办要登记员，且考核在有效期内。"</p> }
                .into_any()
        }
        HoldView::Other(name) => view! {
            <section class="sheet ask" id="holder">
                <h2>{name.clone()}"正在办这件"</h2>
                <p class="hint">"您可以看，不能改。"{name}"挂起或 15 分钟没有动作以后，别人可以接着办。"</p>
                {may_take_over
                    .then(|| {
                        view! {
                            <form class="form" method="post" action=TakeOver::url()>
                                <input type="hidden" name="case" value=id />
                                <TextField
                                    id="take-over-reason"
                                    name="reason"
                                    label="为什么接手"
                                    value=""
                                    fault
                                    longest=200
                                />
                                <p class="form-end">
                                    <button class="button is-outline" id="take-over">"从同事那里接手"</button>
                                </p>
                            </form>
                        }
                    })}
            </section>
        }
        .into_any(),
    }
}

//! A case in the middle: its number, the steps of the norm, the two persons, one question.

use crate::{
    counter::{
        ask::{Question, said::Said},
        fill::Fill,
        frame::asked,
        holder::Holder,
        menu::Menu,
        person::{Person, Uncovered},
        stages::{LookBack, Stages},
    },
    fns::{
        counter::{Ask, CaseView, person_form},
        staff::{Kept, Me},
    },
    ui::when::WholeDate,
};
use law::eligibility::Party;
use leptos::prelude::*;

#[component]
pub fn CaseShown(case: CaseView, me: Me) -> impl IntoView {
    let filling = filling(&case);
    let persons = case.persons.clone();
    let (grip, mine) = (case.grip.clone(), case.mine());
    let today = me.today;
    let before_registration = case.registration.is_none();
    view! {
        <Head case=case.clone() today />
        <Stages stages=case.stages.clone() case=case.grip.case.clone() />
        <LookBack past=case.past.clone() stages=case.stages.clone() />
        {filling.map(|_| view! { <Said kept=case.kept.clone() /> })}
        <Holder case=case.grip.case.clone() hold=case.hold.clone() kept=case.kept.clone() may=me.may />
        <Uncovered characters=case.uncovered.clone() />
        {match filling {
            Some(seat) => {
                view! {
                    <Fill
                        person=case.persons[seat.index()].clone()
                        kept=case.kept.clone()
                        grip=case.grip.clone()
                        today
                        asks_prior=true
                    />
                }
                    .into_any()
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
    asked_for(&case.kept).or(match case.ask {
        Ask::Fill(seat) => Some(seat),
        _ => None,
    })
}

/// Whose 「改」 was pressed, or whose form was refused.
pub fn asked_for(kept: &Kept) -> Option<Party> {
    let pressed = asked("fill").and_then(|seat| Party::parse(&seat));
    let refused = |seat: &Party| kept.form == person_form(*seat) && !kept.typed.is_empty();
    pressed.or_else(|| Party::ALL.iter().copied().find(refused))
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

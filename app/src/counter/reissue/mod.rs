//! A reissue in the middle: number, the four steps, both persons, the registration that it is about, one question.

mod ask;
mod beside;
mod booklets;
mod door;
mod facts;
mod foot;
mod menu;

pub use beside::ReissueBeside;
pub use door::Door;
pub use foot::ReissueFoot;

use crate::{
    counter::{
        ask::said::Said,
        case::asked_for,
        fill::Fill,
        holder::Holder,
        person::{Person, Uncovered},
        stages::{LookBack, Stages},
    },
    fns::{
        counter::reissue::{ReissueAsk, ReissueView},
        staff::Me,
    },
    ui::when::WholeDate,
};
use chrono::NaiveDate;
use law::{Lang, eligibility::Party};
use leptos::prelude::*;

#[component]
pub fn ReissueShown(case: ReissueView, me: Me) -> impl IntoView {
    let filling = filling(&case);
    let today = me.today;
    view! {
        <Head case=case.clone() today />
        <Stages stages=case.stages.clone() case=case.grip.case.clone() />
        <LookBack past=case.past.clone() stages=case.stages.clone() />
        {filling.map(|_| view! { <Said kept=case.kept.clone() /> })}
        <Holder case=case.grip.case.clone() hold=case.hold.clone() kept=case.kept.clone() may=me.may />
        <Uncovered characters=case.uncovered.clone() />
        {match filling {
            Some(seat) => {
                let absent = !case.asks(seat);
                view! {
                    {absent
                        .then(|| {
                            view! {
                                <p class="notice is-plain">
                                    "这一位没有申请，也印在证上：照档案或身份证复印件填，证件有效期可以空着。"
                                </p>
                            }
                        })}
                    <Fill
                        person=case.persons[seat.index()].clone()
                        kept=case.kept.clone()
                        grip=case.grip.clone()
                        today
                        asks_prior=false
                    />
                }
                    .into_any()
            }
            None => {
                view! {
                    <Persons case=case.clone() handles=me.may.handle />
                    <facts::Facts case=case.clone() today />
                    <Said kept=case.kept.clone() />
                    <ask::Question case=case.clone() me=me.clone() />
                }
                    .into_any()
            }
        }}
    }
}

/// Until it is known who asks there is nobody to show but those who were booked.
#[component]
fn Persons(case: ReissueView, handles: bool) -> impl IntoView {
    let open = case.reissue.is_none() && case.end.is_none() && case.ask != ReissueAsk::Who;
    let (grip, mine) = (case.grip.clone(), case.mine());
    let shown = |seat: &Party| {
        let person = &case.persons[seat.index()];
        person.known || !person.rows.is_empty()
    };
    let persons: Vec<_> =
        Party::ALL.iter().filter(|seat| shown(seat)).map(|seat| case.persons[seat.index()].clone()).collect();
    // What follows asks for room: the rest of the document stays one click away.
    let rows = if case.original.is_some() { 2 } else { 4 };
    (!persons.is_empty()).then(|| {
        view! {
            <div class="pair-of">
                {persons
                    .into_iter()
                    .map(|person| view! { <Person person grip=grip.clone() mine open handles rows /> })
                    .collect_view()}
            </div>
        }
    })
}

/// Whose document is being written down: the one that is asked for, or the one whose 「改」 was pressed.
pub fn filling(case: &ReissueView) -> Option<Party> {
    if !case.mine() || case.reissue.is_some() || case.end.is_some() {
        return None;
    }
    asked_for(&case.kept).or(match case.ask {
        ReissueAsk::Fill(seat) => Some(seat),
        _ => None,
    })
}

#[component]
fn Head(case: ReissueView, today: NaiveDate) -> impl IntoView {
    let clock = |at: chrono::NaiveTime, words: &str| format!("{} {words}", law::words::time(at));
    let another_day = case.on != today;
    let on = case.on;
    view! {
        <header class="case-head">
            <b class="case-number">{case.number}</b>
            <h1>"补领"{case.matter.certificate(Lang::Zh)}</h1>
            {case.appointed.map(|at| view! { <span>{format!("约 {}", law::words::time(at))}</span> })}
            {case.arrived.map(|at| view! { <span>{clock(at, "到")}</span> })}
            {(!another_day).then(|| view! { <span>{clock(case.opened, "开始")}</span> })}
            {case.minutes.map(|minutes| view! { <span>{format!("办理 {minutes} 分")}</span> })}
            {another_day
                .then(|| {
                    view! {
                        <span>
                            {if case.late.is_some() { "补录 " } else { "开始于 " }}
                            <WholeDate date=on today />
                        </span>
                    }
                })}
            <menu::Menu case=case.clone() />
        </header>
        {case.late.clone().map(|why| view! { <p class="notice is-plain">"补录原因："{why}</p> })}
    }
}
